// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/globalhotkey.h"

#include <QAbstractNativeEventFilter>
#include <QCoreApplication>

#include <qt_windows.h>

namespace vigie {

namespace {

constexpr int kLastHotkeyId = 0xbfff; ///< those above belong to shared libraries

/// The virtual key of a Qt key on the current keyboard; 0 when it has none.
UINT virtualKeyOf(Qt::Key key)
{
    struct Row {
        Qt::Key key;
        UINT code;
    };
    static constexpr Row kRows[]{
        {Qt::Key_Backspace, VK_BACK}, {Qt::Key_Tab, VK_TAB},       {Qt::Key_Return, VK_RETURN},
        {Qt::Key_Enter, VK_RETURN},   {Qt::Key_Pause, VK_PAUSE},   {Qt::Key_ScrollLock, VK_SCROLL},
        {Qt::Key_Escape, VK_ESCAPE},  {Qt::Key_Space, VK_SPACE},   {Qt::Key_Home, VK_HOME},
        {Qt::Key_Left, VK_LEFT},      {Qt::Key_Up, VK_UP},         {Qt::Key_Right, VK_RIGHT},
        {Qt::Key_Down, VK_DOWN},      {Qt::Key_PageUp, VK_PRIOR},  {Qt::Key_PageDown, VK_NEXT},
        {Qt::Key_End, VK_END},        {Qt::Key_Print, VK_SNAPSHOT}, {Qt::Key_Insert, VK_INSERT},
        {Qt::Key_Delete, VK_DELETE},  {Qt::Key_Menu, VK_APPS},
    };
    for (const Row &row : kRows) {
        if (row.key == key)
            return row.code;
    }
    if (key >= Qt::Key_F1 && key <= Qt::Key_F24)
        return VK_F1 + UINT(key - Qt::Key_F1);
    if ((key >= Qt::Key_A && key <= Qt::Key_Z) || (key >= Qt::Key_0 && key <= Qt::Key_9))
        return UINT(key);
    if (key > Qt::Key_Space && key <= Qt::Key_ydiaeresis) {
        const SHORT scanned = VkKeyScanW(QChar(char16_t(key)).toLower().unicode());
        return scanned == -1 ? 0 : UINT(LOBYTE(scanned));
    }
    return 0;
}

class RegisteredHotkey final : public GlobalHotkey, private QAbstractNativeEventFilter
{
public:
    explicit RegisteredHotkey(QObject *parent) : GlobalHotkey(parent), m_id(nextId())
    {
        QCoreApplication::instance()->installNativeEventFilter(this);
    }
    ~RegisteredHotkey() override { release(); }

    [[nodiscard]] bool isSupported() const override { return true; }

protected:
    [[nodiscard]] std::optional<HotkeyTrouble> grab(QKeyCombination key) override
    {
        const UINT code = virtualKeyOf(key.key());
        if (code == 0)
            return HotkeyTrouble::Unsuitable;
        const Qt::KeyboardModifiers held = key.keyboardModifiers();
        const UINT modifiers = MOD_NOREPEAT | (held & Qt::ShiftModifier ? MOD_SHIFT : 0)
            | (held & Qt::ControlModifier ? MOD_CONTROL : 0) | (held & Qt::AltModifier ? MOD_ALT : 0)
            | (held & Qt::MetaModifier ? MOD_WIN : 0);
        // Without a window the message goes to this thread's queue.
        if (RegisterHotKey(nullptr, m_id, modifiers, code)) {
            m_registered = true;
            return std::nullopt;
        }
        return GetLastError() == ERROR_HOTKEY_ALREADY_REGISTERED ? HotkeyTrouble::Taken
                                                                 : HotkeyTrouble::Unsuitable;
    }

    void release() override
    {
        if (m_registered)
            UnregisterHotKey(nullptr, m_id);
        m_registered = false;
    }

private:
    bool nativeEventFilter(const QByteArray &type, void *message, qintptr *) override
    {
        if (type != "windows_generic_MSG" && type != "windows_dispatcher_MSG")
            return false;
        const auto *event = static_cast<const MSG *>(message);
        if (event->hwnd || event->message != WM_HOTKEY || event->wParam != WPARAM(m_id))
            return false;
        Q_EMIT pressed();
        return true;
    }

    /// Another one for each key of the program: the report's, the recording's.
    static int nextId()
    {
        static int last = 0;
        last = last < kLastHotkeyId ? last + 1 : 1;
        return last;
    }

    int m_id;
    bool m_registered = false;
};

} // namespace

GlobalHotkey *GlobalHotkey::create(QObject *parent)
{
    return new RegisteredHotkey(parent);
}

} // namespace vigie
