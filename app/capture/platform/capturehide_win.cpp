// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/platform/capturehide.h"

#include <QWidget>

#include <qt_windows.h>

namespace vigie {

bool excludeFromCapture(QWidget &window)
{
    // WDA_EXCLUDEFROMCAPTURE; older headers do not name it, older systems refuse it.
    constexpr DWORD kExcludeFromCapture = 0x11;
    return SetWindowDisplayAffinity(reinterpret_cast<HWND>(window.winId()), kExcludeFromCapture)
        != FALSE;
}

} // namespace vigie
