// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/annotation.h"

namespace vigie {

/// How several annotations are put in order. Edges are those of their places (placeOf()), without
/// outlines.
enum class Arrange { Left, Centre, Right, Top, Middle, Bottom, SpreadAcross, SpreadDown };

/// The least number of annotations that this does anything to.
[[nodiscard]] int leastFor(Arrange how);

/// Moves the annotations: to the outermost edge or to the middle of all of them, or, spreading, so
/// that the gaps between neighbours are equal and the two outermost stay. Nothing is resized. With
/// fewer than leastFor() nothing happens.
void arrange(QList<Annotation> &items, Arrange how);

} // namespace vigie
