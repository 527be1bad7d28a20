// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/clickwatcher.h"

#include <ApplicationServices/ApplicationServices.h>

namespace vigie {

namespace {

/// A tap that listens only, to mouse buttons only. Needs the Input Monitoring permission.
class TapWatcher final : public ClickWatcher
{
public:
    explicit TapWatcher(QObject *parent) : ClickWatcher(parent) {}
    ~TapWatcher() override { TapWatcher::stop(); }

    [[nodiscard]] bool isSupported() const override { return true; }
    [[nodiscard]] bool positionsAreLogical() const override { return true; }

    [[nodiscard]] bool start() override
    {
        if (m_tap)
            return true;
        // Asked for here, when recording begins, and never at the program's start.
        if (!CGPreflightListenEventAccess() && !CGRequestListenEventAccess())
            return false;
        const CGEventMask mask = CGEventMaskBit(kCGEventLeftMouseDown)
            | CGEventMaskBit(kCGEventRightMouseDown) | CGEventMaskBit(kCGEventOtherMouseDown);
        m_tap = CGEventTapCreate(kCGSessionEventTap, kCGHeadInsertEventTap,
                                 kCGEventTapOptionListenOnly, mask, &TapWatcher::heard, this);
        if (!m_tap)
            return false;
        m_source = CFMachPortCreateRunLoopSource(kCFAllocatorDefault, m_tap, 0);
        CFRunLoopAddSource(CFRunLoopGetMain(), m_source, kCFRunLoopCommonModes);
        CGEventTapEnable(m_tap, true);
        return true;
    }

    void stop() override
    {
        if (!m_tap)
            return;
        CGEventTapEnable(m_tap, false);
        CFRunLoopRemoveSource(CFRunLoopGetMain(), m_source, kCFRunLoopCommonModes);
        CFMachPortInvalidate(m_tap);
        CFRelease(m_source);
        CFRelease(m_tap);
        m_source = nullptr;
        m_tap = nullptr;
    }

private:
    static CGEventRef heard(CGEventTapProxy, CGEventType type, CGEventRef event, void *context)
    {
        auto *watcher = static_cast<TapWatcher *>(context);
        if (type == kCGEventTapDisabledByTimeout) {
            CGEventTapEnable(watcher->m_tap, true);
            return event;
        }
        const int button = type == kCGEventLeftMouseDown ? 1
            : type == kCGEventRightMouseDown             ? 3
            : type == kCGEventOtherMouseDown
                && CGEventGetIntegerValueField(event, kCGMouseEventButtonNumber) == 2
            ? 2
            : 0;
        if (button != 0) {
            const CGPoint at = CGEventGetLocation(event);
            Q_EMIT watcher->clicked(QPoint(int(at.x), int(at.y)), button);
        }
        return event;
    }

    CFMachPortRef m_tap = nullptr;
    CFRunLoopSourceRef m_source = nullptr;
};

} // namespace

ClickWatcher *ClickWatcher::create(QObject *parent)
{
    return new TapWatcher(parent);
}

} // namespace vigie
