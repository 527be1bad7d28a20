// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/scanline.h"

#include <optional>

namespace vigie::markdown {

/// A change of a text: `replace` gives way to `with`, then `select` is selected (empty = the
/// cursor). Both stretches count in the text before, respectively after the change.
struct Change {
    Span replace;
    QString with;
    Span select;

    bool operator==(const Change &) const = default;
};

enum class Mark { Bold, Italic, Code };
enum class Block { List, Numbers, Quote };

/// Puts the mark around the selection (without a selection: around the word at the cursor, or an
/// empty pair to write in), or takes it away when it is there. Over several lines each line gets its
/// own; code becomes a fenced block.
[[nodiscard]] Change toggled(Mark mark, const QString &text, const Span &selection);

/// Makes lines of the selection a list, a numbered list or a quotation, or ordinary lines again.
[[nodiscard]] Change toggled(Block block, const QString &text, const Span &selection);

/// Makes the selection a link with its address selected, or an address one with its words to write;
/// an existing link at the cursor becomes its words.
[[nodiscard]] Change linked(const QString &text, const Span &selection);

/// What Enter does at the cursor of a list or quotation: the next item, or the end of the list when
/// this item is empty. Nothing elsewhere and in code.
[[nodiscard]] std::optional<Change> continued(const QString &text, qsizetype cursor);

/// The text after the change.
[[nodiscard]] QString applied(const QString &text, const Change &change);

} // namespace vigie::markdown
