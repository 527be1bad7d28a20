// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/enums.h"

namespace vigie {

/// How loud it may be that a person is told of something, the loudest first.
enum class NoticeClass {
    Interrupt, ///< a bubble, now
    Badge,     ///< counted as unread
    Digest,    ///< counted and told together with others, when the digest comes
    Silent,    ///< in the list, read already
};

template<> const QList<EnumName<NoticeClass>> &enumNames<NoticeClass>();

} // namespace vigie
