// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ticket.h"

#include <QCoreApplication>
#include <QString>

namespace vigie {

/// What to say on the phone, in about twenty seconds: who, which request, what, since when, who is
/// hit. Nothing that only we know.
class CallText
{
    Q_DECLARE_TR_FUNCTIONS(CallText)

public:
    /// About fifty words at most; long answers are cut.
    [[nodiscard]] static QString script(const Ticket &ticket);
};

} // namespace vigie
