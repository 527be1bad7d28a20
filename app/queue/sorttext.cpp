// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/sorttext.h"

namespace vigie {

QString SortText::of(ListSort sort)
{
    switch (sort) {
    case ListSort::UpdatedNewest: return tr("Last change first");
    case ListSort::DueFirst: return tr("Due first");
    case ListSort::WakesFirst: return tr("Next reminder first");
    case ListSort::PriorityFirst: return tr("Most urgent first");
    case ListSort::CreatedNewest: return tr("Newest request first");
    case ListSort::NumberNewest: return tr("Highest number first");
    }
    return {};
}

} // namespace vigie
