// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/capturebackend.h"

#include "app/capture/desktoplayout.h"
#include "app/capture/screencapture.h"

#include <qt_windows.h>

#include <dwmapi.h>

#include <iterator>

namespace vigie {

namespace {

/// Screens by Qt, the window in front by the window manager's own idea of its frame: the plain
/// window rectangle includes an invisible border.
class WindowsCapture final : public ScreenCapture
{
public:
    explicit WindowsCapture(QObject *parent) : ScreenCapture(parent) {}
    [[nodiscard]] CaptureCapabilities capabilities() const override { return {true, false, true}; }

protected:
    [[nodiscard]] std::optional<CapturedWindow>
    activeWindow(const QList<CapturedScreen> &screens) override
    {
        const HWND window = GetForegroundWindow();
        if (!window || window == GetShellWindow() || !IsWindowVisible(window) || IsIconic(window))
            return std::nullopt;
        DWORD process = 0;
        GetWindowThreadProcessId(window, &process);
        if (process == GetCurrentProcessId())
            return std::nullopt;
        RECT frame{};
        if (FAILED(DwmGetWindowAttribute(window, DWMWA_EXTENDED_FRAME_BOUNDS, &frame,
                                         sizeof(frame)))
            && !GetWindowRect(window, &frame))
            return std::nullopt;
        const QRect place(QPoint(frame.left, frame.top),
                          QSize(frame.right - frame.left, frame.bottom - frame.top));
        std::optional<CapturedWindow> found = desktoplayout::place(place, false, screens);
        wchar_t title[512];
        const int length = found ? GetWindowTextW(window, title, int(std::size(title))) : 0;
        if (length > 0)
            found->title = QString::fromWCharArray(title, length).simplified();
        return found;
    }

    [[nodiscard]] std::optional<CapturedPointer>
    pointer(const QList<CapturedScreen> &screens) override
    {
        CURSORINFO cursor{};
        cursor.cbSize = sizeof(cursor);
        ICONINFO icon{};
        if (!GetCursorInfo(&cursor) || !(cursor.flags & CURSOR_SHOWING)
            || !GetIconInfo(cursor.hCursor, &icon))
            return std::nullopt;
        // Both bitmaps are ours from here on.
        DeleteObject(icon.hbmMask);
        if (icon.hbmColor)
            DeleteObject(icon.hbmColor);
        return desktoplayout::placePointer(QImage::fromHICON(HICON(cursor.hCursor)),
                                           {cursor.ptScreenPos.x, cursor.ptScreenPos.y},
                                           {int(icon.xHotspot), int(icon.yHotspot)}, screens);
    }
};

} // namespace

CaptureBackend *CaptureBackend::create(QObject *parent)
{
    return new WindowsCapture(parent);
}

} // namespace vigie
