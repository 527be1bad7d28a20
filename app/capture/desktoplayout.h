// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/capture/capturebackend.h"

namespace vigie {

/// Where screens and windows lie in pictures. Pure functions.
///
/// With mixed scaling the screens' logical places have gaps and their native sizes do not follow
/// from them, so nothing here ever puts two screens into one logical picture.
namespace desktoplayout {

/// A screen without its picture.
struct Place {
    QString name;
    QRect logical;
    qreal dpr = 1;
};

/// Where each screen's native pixels go in a picture of all of them; the smallest x and y are 0.
/// The order and the sides on which screens touch are kept, and no two overlap unless their
/// logical places do.
[[nodiscard]] QList<QRect> nativePlaces(const QList<CapturedScreen> &screens);

/// All screens in one picture, opaque, laid out by nativePlaces(); null when there is none or the
/// sides exceed limits::kCaptureSidePixels.
[[nodiscard]] QImage composite(const QList<CapturedScreen> &screens);

/// Cuts one picture of the whole desktop, as portals give it, into its screens. Its scale is
/// uniform and follows from its size; when it does not fit the screens' places, the picture stays
/// one piece with an empty name.
[[nodiscard]] QList<CapturedScreen> split(const QImage &desktop, const QList<Place> &places);

/// The screen that shows most of a window, and the window's part on it. `window` is in native
/// pixels on systems where Qt leaves a screen's origin as the system gave it (X11, Windows), in
/// logical units on macOS (`windowIsLogical`). Nothing when it is on no screen.
[[nodiscard]] std::optional<CapturedWindow> place(const QRect &window, bool windowIsLogical,
                                                  const QList<CapturedScreen> &screens);

/// Where a pointer belongs: `tip` is the native pixel it points at, `hot` that pixel in its picture.
/// Only for systems whose screens lie as the system gave them (X11, Windows). Nothing when the tip is
/// on no screen.
[[nodiscard]] std::optional<CapturedPointer> placePointer(const QImage &picture, const QPoint &tip,
                                                          const QPoint &hot,
                                                          const QList<CapturedScreen> &screens);

} // namespace desktoplayout

} // namespace vigie
