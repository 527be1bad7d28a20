// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace vigie {

/// Where the parts of a card's second line stand: number, due time and requester from the left;
/// owner, level, state and marks from the right. Pure; logical pixels, from the line's left edge.
struct CardLine {
    /// How wide each part would like to be; 0 = there is none.
    struct Wish {
        int line = 0;   ///< the whole
        int left = 0;   ///< where the words begin
        int number = 0;
        int due = 0;
        int state = 0;  ///< the pill
        int leastState = 0; ///< of which something can still be read
        int level = 0;
        int marks = 0;  ///< with the gaps before them
        int owner = 0;
    };

    int due = -1;       ///< left edges; -1 = not shown
    int requester = 0;
    int requesterWidth = 0;
    int state = -1;
    int stateWidth = 0;
    int level = -1;
    int owner = 0;
    bool marks = true;  ///< there is room for them
    int marksEnd = 0;   ///< to the left of this

    bool operator==(const CardLine &) const = default;
};

/// The number is always whole, and nothing covers anything: where the line is short, the requester
/// gives way first, then the pill down to its least, the time, the level, and the pill.
[[nodiscard]] CardLine cardLine(CardLine::Wish wish);

} // namespace vigie
