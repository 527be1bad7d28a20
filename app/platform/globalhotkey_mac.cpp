// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/globalhotkey.h"

#include <Carbon/Carbon.h>

namespace vigie {

namespace {

constexpr int kNoKey = -1;
constexpr OSType kSignature = 'Vigi';

/// The key that types a character on the current keyboard; kNoKey when none does.
int keyTyping(char16_t character)
{
    const TISInputSourceRef source = TISCopyCurrentASCIICapableKeyboardLayoutInputSource();
    if (!source)
        return kNoKey;
    int found = kNoKey;
    const auto data = static_cast<CFDataRef>(
        TISGetInputSourceProperty(source, kTISPropertyUnicodeKeyLayoutData));
    if (data) {
        const auto *layout = reinterpret_cast<const UCKeyboardLayout *>(CFDataGetBytePtr(data));
        for (UInt16 code = 0; code < 128 && found == kNoKey; ++code) {
            UInt32 dead = 0;
            UniChar typed[4] = {};
            UniCharCount length = 0;
            const OSStatus status =
                UCKeyTranslate(layout, code, kUCKeyActionDisplay, 0, LMGetKbdType(),
                               kUCKeyTranslateNoDeadKeysMask, &dead, 4, &length, typed);
            if (status == noErr && length == 1 && typed[0] == character)
                found = code;
        }
    }
    CFRelease(source);
    return found;
}

int virtualKeyOf(Qt::Key key)
{
    struct Row {
        Qt::Key key;
        int code;
    };
    static constexpr Row kRows[]{
        {Qt::Key_Backspace, kVK_Delete}, {Qt::Key_Tab, kVK_Tab},
        {Qt::Key_Return, kVK_Return},    {Qt::Key_Enter, kVK_ANSI_KeypadEnter},
        {Qt::Key_Escape, kVK_Escape},    {Qt::Key_Space, kVK_Space},
        {Qt::Key_Home, kVK_Home},        {Qt::Key_End, kVK_End},
        {Qt::Key_PageUp, kVK_PageUp},    {Qt::Key_PageDown, kVK_PageDown},
        {Qt::Key_Left, kVK_LeftArrow},   {Qt::Key_Right, kVK_RightArrow},
        {Qt::Key_Up, kVK_UpArrow},       {Qt::Key_Down, kVK_DownArrow},
        {Qt::Key_Delete, kVK_ForwardDelete},
        {Qt::Key_F1, kVK_F1},   {Qt::Key_F2, kVK_F2},   {Qt::Key_F3, kVK_F3},
        {Qt::Key_F4, kVK_F4},   {Qt::Key_F5, kVK_F5},   {Qt::Key_F6, kVK_F6},
        {Qt::Key_F7, kVK_F7},   {Qt::Key_F8, kVK_F8},   {Qt::Key_F9, kVK_F9},
        {Qt::Key_F10, kVK_F10}, {Qt::Key_F11, kVK_F11}, {Qt::Key_F12, kVK_F12},
        {Qt::Key_F13, kVK_F13}, {Qt::Key_F14, kVK_F14}, {Qt::Key_F15, kVK_F15},
        {Qt::Key_F16, kVK_F16}, {Qt::Key_F17, kVK_F17}, {Qt::Key_F18, kVK_F18},
        {Qt::Key_F19, kVK_F19}, {Qt::Key_F20, kVK_F20},
    };
    for (const Row &row : kRows) {
        if (row.key == key)
            return row.code;
    }
    if (key > Qt::Key_Space && key <= Qt::Key_ydiaeresis)
        return keyTyping(QChar(char16_t(key)).toLower().unicode());
    return kNoKey;
}

/// Carbon's hot keys: the only documented way that needs no permission to watch the keyboard.
class CarbonHotkey final : public GlobalHotkey
{
public:
    explicit CarbonHotkey(QObject *parent) : GlobalHotkey(parent), m_id(++s_lastId)
    {
        const EventTypeSpec type{kEventClassKeyboard, kEventHotKeyPressed};
        InstallEventHandler(GetApplicationEventTarget(), &CarbonHotkey::handle, 1, &type, this,
                            &m_handler);
    }
    ~CarbonHotkey() override
    {
        release();
        if (m_handler)
            RemoveEventHandler(m_handler);
    }

    [[nodiscard]] bool isSupported() const override { return m_handler != nullptr; }

protected:
    [[nodiscard]] std::optional<HotkeyTrouble> grab(QKeyCombination key) override
    {
        const int code = virtualKeyOf(key.key());
        if (code == kNoKey)
            return HotkeyTrouble::Unsuitable;
        // Qt's Control is the Command key here, and its Meta the Control key.
        const Qt::KeyboardModifiers held = key.keyboardModifiers();
        const UInt32 modifiers = (held & Qt::ShiftModifier ? UInt32(shiftKey) : 0)
            | (held & Qt::ControlModifier ? UInt32(cmdKey) : 0)
            | (held & Qt::AltModifier ? UInt32(optionKey) : 0)
            | (held & Qt::MetaModifier ? UInt32(controlKey) : 0);
        const EventHotKeyID id{kSignature, m_id};
        const OSStatus status = RegisterEventHotKey(UInt32(code), modifiers, id,
                                                    GetApplicationEventTarget(), 0, &m_hotkey);
        if (status == noErr)
            return std::nullopt;
        m_hotkey = nullptr;
        return status == eventHotKeyExistsErr ? HotkeyTrouble::Taken : HotkeyTrouble::Unsuitable;
    }

    void release() override
    {
        if (m_hotkey)
            UnregisterEventHotKey(m_hotkey);
        m_hotkey = nullptr;
    }

private:
    static OSStatus handle(EventHandlerCallRef, EventRef event, void *context)
    {
        EventHotKeyID id{};
        const OSStatus status = GetEventParameter(event, kEventParamDirectObject, typeEventHotKeyID,
                                                  nullptr, sizeof(id), nullptr, &id);
        auto *hotkey = static_cast<CarbonHotkey *>(context);
        // Another key of ours has a handler of its own, which is asked next.
        if (status != noErr || id.signature != kSignature || id.id != hotkey->m_id)
            return eventNotHandledErr;
        Q_EMIT hotkey->pressed();
        return noErr;
    }

    static inline UInt32 s_lastId = 0; ///< another one for each key of the program
    UInt32 m_id;
    EventHandlerRef m_handler = nullptr;
    EventHotKeyRef m_hotkey = nullptr;
};

} // namespace

GlobalHotkey *GlobalHotkey::create(QObject *parent)
{
    return new CarbonHotkey(parent);
}

} // namespace vigie
