// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace vigie {

/// Where in a request somebody is led who was told of it.
enum class RequestPlace {
    Thread,  ///< the newest words
    Reply,   ///< the answer, ready to be written
    Verdict, ///< "it works"
    Reopen,  ///< what does not work yet
};

} // namespace vigie
