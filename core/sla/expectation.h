// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ticket.h"
#include "core/sla/servicebook.h"

namespace vigie {

/// What a requester is told of a ticket's clocks: when the open reply clock and the resolution
/// clock are due, rounded up to five minutes because nobody can keep "10:03"; 0 where none runs or
/// the ball is not with us. Only these times ever reach a requester (S7): not the targets, not
/// whether they were kept, not the word for them. Pure.
[[nodiscard]] Expectation expectedFrom(const ServiceBook &book, const ServiceRecord &record);

} // namespace vigie
