// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/annotationdocument.h"

namespace vigie {

/// The annotations of one picture on another one, taken again: everything stays at its pixels.
/// What would lie farther outside than readers accept is moved in; a crop that nothing is left of
/// goes. `taken` names the new picture: hash, size and density.
[[nodiscard]] AnnotationDocument retaken(const AnnotationDocument &document,
                                         const AnnotationDocument &taken);

} // namespace vigie
