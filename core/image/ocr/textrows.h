// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/ocr/ocrengine.h"
#include "core/text/scanline.h"

#include <QList>
#include <QRect>
#include <QString>

namespace vigie {

/// Everything that stands on one height of a picture, as one line of text: words with a space
/// between, columns with a tab between. Engines split such a row where a gap is wide, and would
/// part "Password:" from its field.
struct TextRow {
    struct Word {
        Span span; ///< in `text`
        QRect box;
    };
    QString text;
    QList<Word> words; ///< from left to right

    /// The box around all words that the stretch touches; null when there are none.
    [[nodiscard]] QRect boxOf(const Span &span) const;
    /// How high the row's words are: the middle one of their heights.
    [[nodiscard]] int wordHeight() const;
};

/// The rows of a picture from top to bottom.
[[nodiscard]] QList<TextRow> textRows(const QList<OcrLine> &lines);

} // namespace vigie
