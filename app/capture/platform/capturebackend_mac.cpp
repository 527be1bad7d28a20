// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/capturebackend.h"

#include "app/capture/desktoplayout.h"
#include "app/capture/screencapture.h"

#include <QCoreApplication>

#include <ApplicationServices/ApplicationServices.h>

namespace vigie {

namespace {

qint64 numberIn(CFDictionaryRef dictionary, CFStringRef key)
{
    qint64 number = -1;
    const auto value = static_cast<CFNumberRef>(CFDictionaryGetValue(dictionary, key));
    if (value)
        CFNumberGetValue(value, kCFNumberSInt64Type, &number);
    return number;
}

/// Screens by Qt, the window in front by the window server's list. Without the permission the
/// system answers with the bare wallpaper and no error, so it is asked for before any grab.
class MacCapture final : public ScreenCapture
{
public:
    explicit MacCapture(QObject *parent) : ScreenCapture(parent) {}
    [[nodiscard]] CaptureCapabilities capabilities() const override { return {true, false}; }

protected:
    [[nodiscard]] std::optional<CaptureTrouble> obstacle() override
    {
        if (CGPreflightScreenCaptureAccess())
            return std::nullopt;
        // Shows the system's dialog the first time only, and counts after the next start.
        return CGRequestScreenCaptureAccess()
            ? std::nullopt
            : std::optional<CaptureTrouble>(CaptureTrouble::NoPermission);
    }

    [[nodiscard]] std::optional<CapturedWindow>
    activeWindow(const QList<CapturedScreen> &screens) override
    {
        const CFArrayRef windows = CGWindowListCopyWindowInfo(
            kCGWindowListOptionOnScreenOnly | kCGWindowListExcludeDesktopElements, kCGNullWindowID);
        if (!windows)
            return std::nullopt;
        std::optional<CapturedWindow> found;
        // Front to back; layer 0 holds the ordinary windows.
        for (CFIndex i = 0; i < CFArrayGetCount(windows) && !found; ++i) {
            const auto info =
                static_cast<CFDictionaryRef>(CFArrayGetValueAtIndex(windows, i));
            if (numberIn(info, kCGWindowLayer) != 0
                || numberIn(info, kCGWindowOwnerPID) == QCoreApplication::applicationPid())
                continue;
            CGRect bounds{};
            const auto box =
                static_cast<CFDictionaryRef>(CFDictionaryGetValue(info, kCGWindowBounds));
            if (!box || !CGRectMakeWithDictionaryRepresentation(box, &bounds))
                continue;
            const QRect place(int(bounds.origin.x), int(bounds.origin.y), int(bounds.size.width),
                              int(bounds.size.height));
            found = desktoplayout::place(place, true, screens);
            const auto title =
                static_cast<CFStringRef>(CFDictionaryGetValue(info, kCGWindowName));
            if (found && title)
                found->title = QString::fromCFString(title).simplified();
        }
        CFRelease(windows);
        return found;
    }
};

} // namespace

CaptureBackend *CaptureBackend::create(QObject *parent)
{
    return new MacCapture(parent);
}

} // namespace vigie
