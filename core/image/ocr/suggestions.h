// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/ocr/textrows.h"
#include "core/text/sensitivetext.h"

#include <QList>
#include <QRectF>
#include <QString>

namespace vigie {

/// A place of a picture that may be private.
struct Suggestion {
    QRectF rect;    ///< pixels of the picture, with a margin around the words
    QString reason; ///< reasonName() of its kind
    /// What was read there, for the person who looks at the suggestion. Never stored, never
    /// logged, gone with this value.
    QString text;
};

/// The sensitive places in what was read from a picture that had been enlarged by `scale`: hits in
/// each row, and what stands in a field below the label of a secret.
[[nodiscard]] QList<Suggestion> suggestionsIn(const QList<TextRow> &rows, double scale,
                                              const SensitiveRules &rules);

/// Both readings together: places that lie in one row on top of each other become one, under the
/// reason of the larger one.
[[nodiscard]] QList<Suggestion> unitedSuggestions(QList<Suggestion> suggestions);

/// The rows that read like an error message, with "[…]" for what is sensitive in them.
[[nodiscard]] QString errorTextIn(const QList<TextRow> &rows, const SensitiveRules &rules);

} // namespace vigie
