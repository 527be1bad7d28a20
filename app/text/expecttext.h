// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ticket.h"

#include <QCoreApplication>
#include <QString>

namespace vigie {

/// When a requester may hope for an answer, in the words of a person: no targets, no clocks that
/// run, no blame when the time has passed (S7).
class ExpectText
{
    Q_DECLARE_TR_FUNCTIONS(ExpectText)

public:
    /// "We expect to answer by tomorrow 10:00 and to have it fixed by Thursday 16:00."; empty while
    /// nothing is expected. `asOf` is when the server was last heard of, told while it cannot be
    /// reached; 0 = it can be, or never was.
    [[nodiscard]] static QString line(const Ticket &ticket, qint64 now, qint64 asOf = 0);

private:
    [[nodiscard]] static QString words(const Ticket &ticket, qint64 now);
    [[nodiscard]] static QString late(const Ticket &ticket);
};

} // namespace vigie
