// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/fullscreen.h"

#include <ApplicationServices/ApplicationServices.h>

namespace vigie {

namespace {

long numberIn(CFDictionaryRef window, CFStringRef key)
{
    long value = -1;
    const auto number = static_cast<CFNumberRef>(CFDictionaryGetValue(window, key));
    if (number)
        CFNumberGetValue(number, kCFNumberLongType, &value);
    return value;
}

bool coversADisplay(const CGRect &bounds)
{
    constexpr uint32_t most = 16;
    CGDirectDisplayID displays[most];
    uint32_t count = 0;
    if (CGGetActiveDisplayList(most, displays, &count) != kCGErrorSuccess)
        return false;
    for (uint32_t i = 0; i < count; ++i) {
        if (CGRectEqualToRect(CGDisplayBounds(displays[i]), bounds))
            return true;
    }
    return false;
}

} // namespace

/// The list begins with the window in front; ordinary windows are on layer 0. Bounds and layers
/// are told without any permission.
bool isFullScreenInFront()
{
    const CFArrayRef windows = CGWindowListCopyWindowInfo(
        kCGWindowListOptionOnScreenOnly | kCGWindowListExcludeDesktopElements, kCGNullWindowID);
    if (!windows)
        return false;
    bool full = false;
    for (CFIndex i = 0; i < CFArrayGetCount(windows); ++i) {
        const auto window = static_cast<CFDictionaryRef>(CFArrayGetValueAtIndex(windows, i));
        if (numberIn(window, kCGWindowLayer) != 0)
            continue;
        const auto place =
            static_cast<CFDictionaryRef>(CFDictionaryGetValue(window, kCGWindowBounds));
        CGRect bounds{};
        full = place && CGRectMakeWithDictionaryRepresentation(place, &bounds)
            && coversADisplay(bounds);
        break;
    }
    CFRelease(windows);
    return full;
}

} // namespace vigie
