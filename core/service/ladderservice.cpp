// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/ladderservice.h"

#include "core/base/limits.h"
#include "core/service/workspacethreads.h"
#include "core/sync/driver.h"

namespace vigie {

namespace {

using Engine = WorkspaceThreads::Engine;

Op noteOp(const TicketId &ticket, const QString &words, const MessageId &id,
          const MessageId &seenThrough)
{
    AddMessage note;
    note.message = id;
    note.kind = MessageKind::Note;
    note.body = words;
    Op op;
    op.ticket = ticket;
    op.seenThrough = seenThrough;
    op.payload = note;
    return op;
}

/// False when there is nothing to undo; other errors are errors.
Result<bool> undone(const Done &done)
{
    if (done)
        return true;
    if (done.error().code == ErrorCode::NotFound)
        return false;
    return fail(done.error());
}

/// An escalation takes the owner away, so its plain inverse would leave the ticket with nobody.
Result<bool> moveBack(const Engine &engine, const PassedOn &passed)
{
    const Result<store::OutboxEntry> entry = engine.profile.outbox().entry(passed.move);
    if (!entry)
        return undone(Done(fail(entry.error())));
    const bool accepted =
        entry->state == store::OpState::Acked || entry->state == store::OpState::Done;
    if (!accepted || !entry->undo || passed.ownerBefore.isNull())
        return undone(engine.driver.undo(passed.move));
    Op back;
    back.ticket = passed.ticket;
    back.payload = *entry->undo;
    Op owner;
    owner.ticket = passed.ticket;
    owner.payload = SetField{QStringLiteral("owner"), passed.ownerBefore.text()};
    const Result<QList<Op>> written = engine.driver.submit({back, owner}, {});
    return undone(written ? Done{} : Done(fail(written.error())));
}

} // namespace

LadderService::LadderService(WorkspaceThreads &threads, QObject *parent)
    : QObject(parent), m_threads(threads)
{
}

QFuture<Result<PassedOn>> LadderService::passOn(const TicketId &ticket, const Escalate &move,
                                                const QString &note,
                                                const MessageId &seenThrough,
                                                const QString &draftPlace)
{
    const QString words = note.trimmed();
    Escalate escalate = move;
    escalate.reason = move.reason.trimmed().left(limits::kShortTextLength);
    return m_threads.write([ticket, escalate, words, id = m_threads.ids().make<MessageId>(),
                            seenThrough, draftPlace](const Engine &engine) -> Result<PassedOn> {
        if (words.size() > limits::kBodyLength)
            return fail(ErrorCode::TooLarge, QStringLiteral("the note is too long"));
        VIGIE_TRY_ASSIGN(before, engine.profile.cache().reader().ticket(ticket));
        if (!before)
            return fail(ErrorCode::NotFound, QStringLiteral("the ticket is not here"));
        QList<Op> ops;
        if (!words.isEmpty())
            ops.append(noteOp(ticket, words, id, seenThrough));
        Op up;
        up.ticket = ticket;
        up.seenThrough = seenThrough;
        up.payload = escalate;
        ops.append(up);
        VIGIE_TRY_ASSIGN(stored, engine.driver.submit(ops, draftPlace));
        PassedOn passed;
        passed.ticket = ticket;
        passed.move = stored.last().id;
        if (stored.size() > 1)
            passed.note = stored.first().id;
        passed.ownerBefore = before->owner;
        return passed;
    });
}

QFuture<Result<BounceCount>> LadderService::bounces(const QList<TicketId> &tickets)
{
    return m_threads.read([tickets, now = m_threads.clock().nowMs()](
                              const WorkspaceThreads::Readers &readers) -> Result<BounceCount> {
        BounceCount count;
        for (const TicketId &id : tickets) {
            VIGIE_TRY_ASSIGN(ticket, readers.cache.ticket(id));
            if (!ticket)
                continue;
            // Whoever never moved twice cannot have come back; their threads need no reading.
            QList<Message> thread;
            if (ticket->transfers >= 2) {
                VIGIE_TRY_ASSIGN(messages, readers.cache.thread(id));
                thread = messages;
            }
            count.add(ticket->number, ladderOf(*ticket, thread, now));
        }
        return count;
    });
}

QFuture<Result<TakenBack>> LadderService::takeBack(const PassedOn &passed)
{
    return m_threads.write([passed](const Engine &engine) -> Result<TakenBack> {
        VIGIE_TRY_ASSIGN(moved, moveBack(engine, passed));
        TakenBack done{moved, passed.note.isNull()};
        if (moved && !done.note) {
            VIGIE_TRY_ASSIGN(note, undone(engine.driver.undo(passed.note)));
            done.note = note;
        }
        return done;
    });
}

} // namespace vigie
