// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/eventtext.h"
#include "core/model/ladder.h"

#include <QCoreApplication>
#include <QString>

namespace vigie {

/// The way of a ticket in words, for agents only: requesters know no levels and no queues.
class LadderText
{
    Q_DECLARE_TR_FUNCTIONS(LadderText)

public:
    /// "Level 2 · Field work"; the level alone where the queue is not known.
    [[nodiscard]] static QString place(Level level, const QueueId &queue, const NamesById &names);
    /// "Level 1 · Desk → Level 2 · Field work"; long ways lose their middle.
    [[nodiscard]] static QString path(const Ladder &ladder, const NamesById &names);
    /// "passed on twice, came back once"; empty while it never moved.
    [[nodiscard]] static QString counts(const Ladder &ladder);
    /// "Level 2 · 3 transfers".
    [[nodiscard]] static QString level(Level level, const Ladder &ladder);
    /// "2 h 5 min", "3 days".
    [[nodiscard]] static QString span(qint64 ms);
    /// "today 10:00 – 11:05, of which 20 min of work".
    [[nodiscard]] static QString stay(const LadderStage &stage, qint64 now);
    /// "Ben, then Cleo"; "nobody took it".
    [[nodiscard]] static QString owners(const LadderStage &stage);
    /// "Sent here by Ben: no rights"; empty for the first stage.
    [[nodiscard]] static QString passed(const LadderStage &stage);
    /// What to consider before it moves once more, from the third time on; empty before.
    [[nodiscard]] static QString warning(const Ladder &ladder, const NamesById &names);
    /// "In all 3 h, of which 20 min of work; passed on twice."
    [[nodiscard]] static QString total(const Ladder &ladder);
};

} // namespace vigie
