// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/cardline.h"

#include "app/widgets/tokens.h"

#include <algorithm>

namespace vigie {

namespace {

/// A part with the gap beside it.
int withGap(int part)
{
    return part > 0 ? part + space::s : 0;
}

int neededBy(const CardLine::Wish &wish, int state)
{
    return wish.left + withGap(wish.number) + withGap(wish.due) + wish.marks + withGap(state)
        + withGap(wish.level) + wish.owner;
}

} // namespace

CardLine cardLine(CardLine::Wish wish)
{
    const auto fits = [&wish](int state) { return neededBy(wish, state) <= wish.line; };
    const int least = std::min(wish.leastState, wish.state);
    if (!fits(least))
        wish.due = 0;
    if (!fits(least))
        wish.level = 0;
    if (!fits(least))
        wish.state = 0;
    const bool marks = fits(0);
    if (!marks)
        wish.marks = 0;
    const int state = wish.state == 0
        ? 0
        : std::clamp(wish.line - neededBy(wish, 0) - space::s, least, wish.state);
    CardLine line;
    line.marks = marks;
    line.owner = wish.line - wish.owner;
    int right = line.owner;
    if (wish.level > 0)
        line.level = right -= withGap(wish.level);
    if (state > 0)
        line.state = right -= withGap(state);
    line.stateWidth = state;
    line.marksEnd = right;
    int left = wish.left + withGap(wish.number);
    if (wish.due > 0) {
        line.due = left;
        left += withGap(wish.due);
    }
    line.requester = left;
    line.requesterWidth = std::max(0, right - wish.marks - space::s - left);
    return line;
}

} // namespace vigie
