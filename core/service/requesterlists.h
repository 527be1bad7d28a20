// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/views.h"

namespace vigie {

enum class RequesterPart { All, Open, Closed };

/// What a person asked for, the newest first: for TicketService::list() and count().
[[nodiscard]] ListQuery listOfRequester(const PersonId &person, RequesterPart part);

/// The same as a person would type it: "requester:anna". By the login, which nobody else has.
[[nodiscard]] QString queryOfRequester(const Person &person);

} // namespace vigie
