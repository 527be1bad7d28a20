// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace vigie {

/// What somebody began to write that can be completed: "::" and the words of a canned text, "@" and
/// a name, "#" and a number or words of a title.
struct WordTrigger {
    enum class Kind { Canned, Person, Ticket };
    Kind kind = Kind::Canned;
    qsizetype begin = 0; ///< of the sign in the text
    qsizetype end = 0;   ///< behind the word: the cursor
    QString word;        ///< what follows the sign; up to four words, may be empty

    bool operator==(const WordTrigger &) const = default;
};

/// What is being written at `cursor` (0 to the text's length), if anything of the kind. Not in code,
/// not in the middle of a word (mail addresses, std::, C#), not where the sign is doubled or followed
/// by a space (headings), not while the cursor is within a word. Pure.
[[nodiscard]] std::optional<WordTrigger> triggerAt(const QString &text, qsizetype cursor);

} // namespace vigie
