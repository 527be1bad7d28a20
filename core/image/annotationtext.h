// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/annotation.h"

#include <QFont>
#include <QSizeF>

namespace vigie {

/// The font of an annotation's words; its size follows the stroke width.
[[nodiscard]] QFont annotationFont(const Annotation &item);
/// Distance between the words and the edge of their plate, picture pixels.
[[nodiscard]] qreal textMargin(const Annotation &item);
/// Gives Text and Callout the height that their words need at their width, and at least the width
/// of the longest word. Other kinds stay as they are. Needs fonts: a QGuiApplication.
void fitText(Annotation &item);
/// The size of the plate for these words when they may be as wide as they like, up to `widest`.
[[nodiscard]] QSizeF naturalTextSize(const Annotation &item, const QString &text, qreal widest);

} // namespace vigie
