// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/clickwatcher.h"

#include <qt_windows.h>

namespace vigie {

namespace {

/// A low-level mouse hook. Windows calls it on this thread while it runs its event loop, and takes
/// it away silently when it is slow: it only posts.
class HookWatcher final : public ClickWatcher
{
public:
    explicit HookWatcher(QObject *parent) : ClickWatcher(parent) {}
    ~HookWatcher() override { HookWatcher::stop(); }

    [[nodiscard]] bool isSupported() const override { return true; }

    [[nodiscard]] bool start() override
    {
        if (m_hook)
            return true;
        m_hook = SetWindowsHookExW(WH_MOUSE_LL, &HookWatcher::heard, GetModuleHandleW(nullptr), 0);
        if (m_hook)
            s_listening = this;
        return m_hook != nullptr;
    }

    void stop() override
    {
        if (!m_hook)
            return;
        UnhookWindowsHookEx(m_hook);
        m_hook = nullptr;
        s_listening = nullptr;
    }

private:
    static LRESULT CALLBACK heard(int code, WPARAM message, LPARAM data)
    {
        const int button = message == WM_LBUTTONDOWN ? 1
            : message == WM_MBUTTONDOWN              ? 2
            : message == WM_RBUTTONDOWN              ? 3
                                                     : 0;
        if (code == HC_ACTION && button != 0 && s_listening) {
            const POINT at = reinterpret_cast<const MSLLHOOKSTRUCT *>(data)->pt;
            HookWatcher *watcher = s_listening;
            QMetaObject::invokeMethod(
                watcher, [watcher, at, button] { Q_EMIT watcher->clicked({at.x, at.y}, button); },
                Qt::QueuedConnection);
        }
        return CallNextHookEx(nullptr, code, message, data);
    }

    /// The hook's function gets no context; there is one recorder in the program.
    static inline HookWatcher *s_listening = nullptr;
    HHOOK m_hook = nullptr;
};

} // namespace

ClickWatcher *ClickWatcher::create(QObject *parent)
{
    return new HookWatcher(parent);
}

} // namespace vigie
