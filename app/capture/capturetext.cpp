// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/capturetext.h"

namespace vigie {

QString CaptureText::of(CaptureTrouble trouble)
{
    switch (trouble) {
    case CaptureTrouble::NoPortal:
        return tr("This desktop gives Vigie no way to take a picture of the screen. Use the "
                  "desktop's own screenshot key, then paste the picture or open its file instead.");
    case CaptureTrouble::Refused:
        return tr("Taking a picture of the screen was refused. You can allow it in the desktop's "
                  "privacy settings, or paste a picture or open a file instead.");
    case CaptureTrouble::NoPermission:
        return tr("This computer does not let Vigie see the screen yet. Allow it under Screen "
                  "Recording in the privacy settings and start Vigie again, or paste a picture or "
                  "open a file instead.");
    case CaptureTrouble::TimedOut:
        return tr("The desktop did not hand over a picture in time. Try again, or paste a picture "
                  "or open a file instead.");
    case CaptureTrouble::Ended:
        return tr("The desktop gave up before there was a picture. Try again, or paste a picture "
                  "or open a file instead.");
    case CaptureTrouble::Unreadable:
        return tr("The desktop handed over a picture that cannot be read. Try again, or paste a "
                  "picture or open a file instead.");
    case CaptureTrouble::NoActiveWindow:
        return tr("It could not be told which window is in front. Choose a region or a screen, or "
                  "paste a picture or open a file instead.");
    case CaptureTrouble::NoSuchScreen:
        return tr("The chosen screen is not connected any more. Choose another one, or paste a "
                  "picture or open a file instead.");
    case CaptureTrouble::Failed:
        return tr("The picture of the screen could not be taken. Try again, or paste a picture or "
                  "open a file instead.");
    case CaptureTrouble::Cancelled:
        return tr("No picture was taken. You can try again, or paste a picture or open a file "
                  "instead.");
    }
    Q_UNREACHABLE();
}

} // namespace vigie
