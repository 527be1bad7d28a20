// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRect>

namespace vigie {

/// Takes what Vigie itself showed out of a picture of the screen, where the window system cannot
/// leave it out: the recording's frame and strip stay visible to the person while pictures are
/// taken. Pure functions.
namespace ownwindows {

/// One flat colour over `pixels`, the mean of those around it.
void cover(QImage &picture, const QRect &pixels);

/// The outermost `width` pixels become like their inner neighbours.
void mendEdges(QImage &picture, int width);

} // namespace ownwindows

} // namespace vigie
