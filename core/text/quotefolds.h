// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/richdoc.h"

namespace vigie {

/// Blocks of a message that repeat what was written before.
struct QuoteFold {
    int first = 0; ///< index of a block
    int count = 0; ///< blocks
    int lines = 0; ///< as written, for saying how much it is

    bool operator==(const QuoteFold &) const = default;
};

/// What may be folded away, in order: quotations of three lines or more, and what mail programs put
/// below an answer ("On … wrote:", "Le … a écrit :", "-----Original Message-----", "De : … Envoyé :").
/// What somebody forwards is what their mail is about: from there on no tail is looked for.
/// Where such a tail begins within a paragraph, the paragraph is parted there. Nothing is folded in a
/// message that has nothing else to say. One pass; pure.
[[nodiscard]] QList<QuoteFold> foldQuotes(RichDoc &doc);

} // namespace vigie
