// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/platform/capturehide.h"

#include <QWidget>

#include <objc/message.h>
#include <objc/runtime.h>

namespace vigie {

bool excludeFromCapture(QWidget &window)
{
    // [[view window] setSharingType:NSWindowSharingNone], without a file of another language.
    const auto ask = reinterpret_cast<id (*)(id, SEL)>(objc_msgSend);
    const auto set = reinterpret_cast<void (*)(id, SEL, unsigned long)>(objc_msgSend);
    const id view = reinterpret_cast<id>(window.winId());
    const id native = view ? ask(view, sel_registerName("window")) : nullptr;
    if (!native)
        return false;
    constexpr unsigned long kSharingNone = 0;
    set(native, sel_registerName("setSharingType:"), kSharingNone);
    return true;
}

} // namespace vigie
