// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/scanline.h"

#include <QMap>

namespace vigie {

/// A text whose placeholders were filled in as far as possible.
struct FilledText {
    QString text;
    QList<Span> gaps; ///< of `text`: placeholders that stayed, in order
};

/// Puts values for {{name}}, whatever the case of the name and the spaces around it. A name without
/// a value, or with an empty one, stays as it is. Values are put in as they are: a placeholder in a
/// value is not one. Pure; one walk over the text.
[[nodiscard]] FilledText fillPlaceholders(const QString &text, const QMap<QString, QString> &values);

} // namespace vigie
