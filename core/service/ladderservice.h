// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/bouncepaths.h"
#include "core/ops/op.h"

#include <QFuture>
#include <QObject>

namespace vigie {

class WorkspaceThreads;

/// What was written when a ticket was passed on, for taking it back.
struct PassedOn {
    TicketId ticket;
    OpId move;
    OpId note;        ///< null without one
    PersonId ownerBefore;

    bool operator==(const PassedOn &) const = default;
};

/// What of it could be taken back.
struct TakenBack {
    bool move = false;
    bool note = false; ///< also when there was none
};

/// Passing tickets on to another level or queue, with what the next ones must know. Every write is
/// on disk when its future succeeds. Lives on the GUI thread; owned by Workspace.
class LadderService final : public QObject
{
    Q_OBJECT

public:
    LadderService(WorkspaceThreads &threads, QObject *parent);

    /// Writes an internal note and the move in one transaction, and drops the draft at
    /// `draftPlace` (may be empty) with them. The note goes first: whoever passes a ticket on to a
    /// queue of others may not write to it afterwards. A blank note is left out; a reason that is
    /// too long is cut. TooLarge for a note that is too long: nothing is written then.
    [[nodiscard]] QFuture<Result<PassedOn>> passOn(const TicketId &ticket, const Escalate &move,
                                                   const QString &note,
                                                   const MessageId &seenThrough,
                                                   const QString &draftPlace);
    /// Takes both back: unsent they never happened; once accepted, the ticket goes back to where
    /// and whose it was, and the note stays. When it cannot be moved back any more (it left our
    /// sight), nothing is done.
    [[nodiscard]] QFuture<Result<TakenBack>> takeBack(const PassedOn &passed);
    /// The ways on which these tickets went back and forth, from what this computer knows. What is not
    /// here is passed over.
    [[nodiscard]] QFuture<Result<BounceCount>> bounces(const QList<TicketId> &tickets);

private:
    WorkspaceThreads &m_threads;
};

} // namespace vigie
