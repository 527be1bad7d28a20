// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/scanline.h"

namespace vigie::spell {

/// The words of a Markdown text that begin in `within` and can be right or wrong. Not in code and
/// quotations, not in addresses, paths and names of files, not mentions and tickets, not words with
/// digits and not abbreviations in capitals. Pure; one walk over the text.
[[nodiscard]] QList<Span> checkedWords(const QString &text, const Span &within);

} // namespace vigie::spell
