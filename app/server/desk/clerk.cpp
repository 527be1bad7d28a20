// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/desk/clerk.h"

#include "app/server/desk/fanout.h"
#include "app/server/desk/librarian.h"
#include "app/server/desk/serviceadoption.h"
#include "core/base/logging.h"
#include "core/model/codec.h"
#include "core/model/receiptstatement.h"
#include "core/model/ticketfields.h"
#include "core/ops/echo.h"
#include "core/ops/opcodec.h"
#include "core/ops/permissions.h"

namespace vigie::server {

using wire::OpResult;
using wire::OpStatus;

namespace {

Clerk::Decision answer(const Op &op, OpStatus status, Error error = {})
{
    Clerk::Decision decision;
    decision.result.op = op.id;
    decision.result.status = status;
    decision.result.error = std::move(error);
    return decision;
}

Error because(ErrorCode code, const char *why)
{
    return {code, QLatin1String(why), std::nullopt};
}

OpStatus statusOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Applied: return OpStatus::Applied;
    case Verdict::Merged: return OpStatus::Merged;
    case Verdict::Conflict: return OpStatus::Conflict;
    case Verdict::Rejected: return OpStatus::Rejected;
    }
    return OpStatus::Rejected;
}

/// A requester learns of a conflict only what their own copy of the ticket could tell.
std::optional<Conflict> conflictFor(const Person &reader, const TicketState &before,
                                    std::optional<Conflict> conflict)
{
    if (!conflict || sightOf(actorOf(reader), before.ticket) == Sight::Staff
        || isPublicField(conflict->field))
        return conflict;
    conflict->theirs = nameOf(before.ticket.publicState);
    conflict->theirsVersion = before.ticket.versions.value(QStringLiteral("public-state"));
    return conflict;
}

} // namespace

Clerk::Decision Clerk::decide(const Person &author, const Op &op, qint64 now, Wish wish)
{
    Result<Decision> decision = attempt(author, op, now, wish);
    if (decision)
        return *std::move(decision);
    qCWarning(lcServer).noquote() << "op" << op.id.text() << "not stored:"
                                  << redacted(toLog(decision.error()));
    const bool full = decision.error().code == ErrorCode::StoreFull;
    return answer(op, OpStatus::Retry,
                  full ? because(ErrorCode::ServerFull, "no space left")
                       : because(ErrorCode::ServerFault, "the change could not be stored"));
}

Result<Clerk::Decision> Clerk::attempt(const Person &author, const Op &op, qint64 now,
                                         Wish wish)
{
    const QString fingerprint = fingerprintOf(op);
    VIGIE_TRY_ASSIGN(transaction, sql::Transaction::begin(m_store.database()));
    VIGIE_TRY_ASSIGN(known, stored(author, op, fingerprint));
    if (known)
        return *known;
    if (wish == Wish::Withdraw) {
        VIGIE_TRY_ASSIGN(withdrawn, withdraw(author, op, now, fingerprint));
        VIGIE_TRY(transaction.commit());
        return withdrawn;
    }
    VIGIE_TRY_ASSIGN(notYet, early(author, op));
    if (notYet)
        return *notYet;
    if (isArticleOp(op)) {
        VIGIE_TRY_ASSIGN(shelved, onShelf(author, op, now, wish));
        if (shelved.stored) {
            VIGIE_TRY(m_store.results().add(op, {author.id, fingerprint, shelved.result}, now));
            VIGIE_TRY(transaction.commit());
        }
        return shelved;
    }
    VIGIE_TRY_ASSIGN(before, stateOf(op));
    VIGIE_TRY_ASSIGN(outcome, applied(author, op, now, before));

    // Not written down: it will be judged anew. A ticket out of sight gets the same answer, so that
    // nobody learns which ones exist.
    if (wish == Wish::ApplyAgain && outcome.verdict == Verdict::Rejected && outcome.error.code == ErrorCode::NotFound)
        return answer(op, OpStatus::DepFailed);

    Decision decision = answer(op, statusOf(outcome.verdict), outcome.error);
    decision.stored = true;
    decision.result.conflict = conflictFor(author, before, outcome.conflict);
    if (outcome.verdict == Verdict::Applied || outcome.verdict == Verdict::Merged) {
        VIGIE_TRY_ASSIGN(moved, write(op, now, before, outcome));
        VIGIE_TRY(audit(author, op, now, before, outcome));
        VIGIE_TRY(writeEchoes(author, op, now, before, outcome, moved));
        VIGIE_TRY(runRules(author, op, now, outcome, moved));
        decision.result.number = outcome.state.ticket.number;
        for (auto it = moved.cbegin(); it != moved.cend(); ++it) {
            decision.result.points.append({it.key(), it.value()});
            decision.moved.append(it.key());
        }
    }
    VIGIE_TRY(m_store.results().add(op, {author.id, fingerprint, decision.result}, now));
    VIGIE_TRY(transaction.commit());
    return decision;
}

Result<Clerk::Decision> Clerk::onShelf(const Person &author, const Op &op, qint64 now, Wish wish)
{
    Librarian librarian(m_store);
    VIGIE_TRY_ASSIGN(shelved, librarian.apply(author, op, now));
    const bool missing = shelved.outcome.verdict == Verdict::Rejected
        && shelved.outcome.error.code == ErrorCode::NotFound;
    if (wish == Wish::ApplyAgain && missing)
        return answer(op, OpStatus::DepFailed);
    Decision decision = answer(op, statusOf(shelved.outcome.verdict), shelved.outcome.error);
    decision.stored = true;
    decision.result.conflict = shelved.outcome.conflict;
    decision.result.number = shelved.outcome.article.number;
    for (auto it = shelved.moved.cbegin(); it != shelved.moved.cend(); ++it) {
        decision.result.points.append({it.key(), it.value()});
        decision.moved.append(it.key());
    }
    return decision;
}

Result<std::optional<Clerk::Decision>> Clerk::stored(const Person &author, const Op &op,
                                                     const QString &fingerprint)
{
    using Answer = std::optional<Decision>;
    VIGIE_TRY_ASSIGN(stored, m_store.results().find(op.id));
    if (!stored)
        return Answer();
    if (stored->person != author.id || stored->fingerprint != fingerprint) {
        return Answer(answer(op, OpStatus::Rejected,
                             because(ErrorCode::Invalid, "this id is another operation")));
    }
    Decision again;
    again.result = stored->result;
    again.stored = true;
    if (stored->accepted())
        again.result.status = OpStatus::Duplicate;
    return Answer(again);
}

Result<Clerk::Decision> Clerk::withdraw(const Person &author, const Op &op, qint64 now,
                                        const QString &fingerprint)
{
    Decision decision =
        answer(op, OpStatus::Rejected, because(ErrorCode::Cancelled, "withdrawn by its author"));
    decision.stored = true;
    VIGIE_TRY(m_store.results().add(op, {author.id, fingerprint, decision.result}, now));
    return decision;
}

Result<std::optional<Clerk::Decision>> Clerk::early(const Person &author, const Op &op)
{
    using Answer = std::optional<Decision>;
    VIGIE_TRY_ASSIGN(deps, depsAccepted(author, op));
    if (!deps)
        return Answer(answer(op, OpStatus::DepFailed));
    Error why;
    VIGIE_TRY_ASSIGN(files, filesAreHere(author, op, &why));
    if (!files)
        return Answer(answer(op, why.code == ErrorCode::NotFound ? OpStatus::Retry
                                                                 : OpStatus::Rejected, why));
    VIGIE_TRY_ASSIGN(intake, intakeOpen(op));
    if (!intake) {
        return Answer(answer(op, OpStatus::Retry,
                             because(ErrorCode::ServerFault, "no queue takes reports")));
    }
    return Answer();
}

Result<bool> Clerk::depsAccepted(const Person &author, const Op &op)
{
    for (const OpId &dep : op.deps) {
        VIGIE_TRY_ASSIGN(stored, m_store.results().find(dep));
        if (!stored || stored->person != author.id || !stored->accepted())
            return false;
    }
    return true;
}

Result<bool> Clerk::filesAreHere(const Person &author, const Op &op, Error *why)
{
    const QList<Attachment> files = attachmentsOf(op);
    for (const Attachment &file : files) {
        VIGIE_TRY_ASSIGN(size, m_store.blobs().sizeIfOwned(file.sha256, author.id));
        if (!size) {
            *why = because(ErrorCode::NotFound, "file is not here yet");
            return false;
        }
        if (*size != file.size) {
            *why = because(ErrorCode::Invalid, "file has another size");
            return false;
        }
    }
    return true;
}

/// A report without a queue waits until there is one to take it; it is not the reporter's fault.
Result<bool> Clerk::intakeOpen(const Op &op)
{
    const auto *create = std::get_if<CreateTicket>(&op.payload);
    if (!create || !create->queue.isNull())
        return true;
    VIGIE_TRY_ASSIGN(intake, m_store.intakeQueue());
    VIGIE_TRY_ASSIGN(queue, m_store.directory().queue(intake));
    return queue && queue->active;
}

Result<TicketState> Clerk::stateOf(const Op &op)
{
    // Only these look at the thread, for what their author had not seen; message ids are checked for
    // all tickets at once.
    const bool answers =
        std::holds_alternative<AddMessage>(op.payload) && !op.seenThrough.isNull();
    return stateOf(op.ticket, answers || std::holds_alternative<SetState>(op.payload));
}

Result<TicketState> Clerk::stateOf(const TicketId &id, bool withThread)
{
    TicketState state;
    VIGIE_TRY_ASSIGN(ticket, m_store.tickets().ticket(id));
    if (!ticket)
        return state;
    state.exists = true;
    state.ticket = *ticket;
    if (withThread) {
        VIGIE_TRY_ASSIGN(thread, m_store.tickets().thread(id));
        state.thread = thread;
    }
    const bool lacksClocks = m_services && !m_services->isEmpty()
        && state.ticket.service.marks.isEmpty();
    if (lacksClocks) {
        VIGIE_TRY_ASSIGN(record, timeLineOf(m_store, *m_services, state.ticket));
        state.ticket.service = record;
    }
    return state;
}

ApplyContext Clerk::contextFor(const Person &author, qint64 now, std::optional<Error> &broken)
{
    ApplyContext context;
    context.mode = ApplyContext::Mode::Authoritative;
    context.actor = actorOf(author);
    context.now = now;
    context.services = m_services;
    context.person = [this, &broken](const PersonId &id) -> std::optional<Person> {
        Result<std::optional<Person>> found = m_store.directory().person(id);
        if (!found)
            broken = found.error();
        return found.value_or(std::nullopt);
    };
    context.queueExists = [this, &broken](const QueueId &id) {
        const Result<std::optional<Queue>> found = m_store.directory().queue(id);
        if (!found)
            broken = found.error();
        return found && *found && (*found)->active;
    };
    context.ticket = [this, &broken](const TicketId &id) -> std::optional<Ticket> {
        Result<std::optional<Ticket>> found = m_store.tickets().ticket(id);
        if (!found)
            broken = found.error();
        return found.value_or(std::nullopt);
    };
    return context;
}

Result<Outcome> Clerk::applied(const Person &author, const Op &op, qint64 now,
                               const TicketState &before)
{
    std::optional<Error> broken; // what a look-up inside apply() cannot return
    ApplyContext context = contextFor(author, now, broken);
    if (std::holds_alternative<CreateTicket>(op.payload)) {
        VIGIE_TRY_ASSIGN(intake, m_store.intakeQueue());
        context.intakeQueue = intake;
        VIGIE_TRY_ASSIGN(number, m_store.nextNumber());
        context.nextNumber = number;
    }

    Outcome outcome = vigie::apply(before, op, context);
    if (broken)
        return fail(*broken);
    if (outcome.verdict != Verdict::Applied && outcome.verdict != Verdict::Merged)
        return outcome;
    for (const Message &message : std::as_const(outcome.messages)) {
        VIGIE_TRY_ASSIGN(taken, m_store.tickets().messageExists(message.id));
        if (!taken)
            continue;
        Outcome refused;
        refused.error = because(ErrorCode::Conflict, "this message id is taken");
        return refused;
    }
    for (Message &message : outcome.messages) {
        if (message.kind == MessageKind::Report)
            message.seal = sealFor(outcome.state.ticket, message);
    }
    return outcome;
}

ReceiptSeal Clerk::sealFor(const Ticket &ticket, const Message &report)
{
    if (!m_receipts)
        return {};
    const Result<QString> name = m_store.name();
    if (!name)
        return {};
    ReceiptStatement statement;
    statement.server = *name;
    statement.ticket = ticket.id;
    statement.number = ticket.number;
    statement.title = ticket.title;
    statement.requester = ticket.requester;
    statement.requesterName = ticket.requesterName;
    statement.writtenAt = report.writtenAt;
    statement.receivedAt = report.receivedAt;
    statement.sha256 = contentHash(ticket, report.attachments);
    const Result<ReceiptSeal> seal = m_receipts->sign(receiptText(statement));
    // What no client could read again would only look like a fault of theirs.
    const Result<ReceiptStatement> again = seal ? statementOf(*seal)
                                                : Result<ReceiptStatement>(fail(seal.error()));
    if (again)
        return *seal;
    qCWarning(lcServer).noquote() << "a report is received without a signature:"
                                  << redacted(toLog(again.error()));
    return {};
}

Result<QMap<QString, wire::Position>> Clerk::write(const Op &op, qint64 now,
                                                   const TicketState &before,
                                                   const Outcome &outcome)
{
    if (!outcome.anyChange)
        return QMap<QString, wire::Position>();
    VIGIE_TRY(m_store.tickets().put(outcome.state.ticket));
    if (!before.exists)
        VIGIE_TRY(m_store.setNextNumber(outcome.state.ticket.number + 1));
    for (const Message &message : outcome.messages)
        VIGIE_TRY(m_store.tickets().add(message));
    Fanout fanout(m_store, op.id.text(), now);
    VIGIE_TRY(fanout.ticketChanged(before.exists ? &before.ticket : nullptr, outcome.state.ticket,
                                   outcome.messages));
    return fanout.moved();
}

Done Clerk::writeEchoes(const Person &author, const Op &op, qint64 now, const TicketState &before,
                        const Outcome &outcome, QMap<QString, wire::Position> &moved)
{
    // What passes through many merged tickets is some mistake's circle, not a conversation.
    constexpr int most = 64;
    QList<Echo> echoes = echoesOf(op, before, outcome);
    for (int done = 0; !echoes.isEmpty() && done < most; ++done) {
        const Echo echo = echoes.takeFirst();
        VIGIE_TRY_ASSIGN(target, stateOf(echo.target, true));
        Outcome heard;
        if (target.exists && !passesOn(echo, target.ticket)) {
            std::optional<Error> broken;
            heard = applyEcho(target, echo, op, contextFor(author, now, broken));
            if (broken)
                return fail(*broken);
            VIGIE_TRY_ASSIGN(also, write(op, now, target, heard));
            moved.insert(also); // later rows of the same feeds: the newest position counts
            VIGIE_TRY(audit(author, op, now, target, heard));
        }
        echoes.append(echoesOf(echo, target, heard));
    }
    return {};
}

Done Clerk::audit(const Person &author, const Op &op, qint64 now, const TicketState &before,
                  const Outcome &outcome)
{
    AuditEntry entry;
    entry.at = now;
    entry.person = author.id;
    entry.device = op.device;
    entry.kind = kindName(op.payload);
    entry.ticket = outcome.state.ticket.id;
    const bool isEcho = entry.ticket != op.ticket; // an operation is written down once
    if (!isEcho)
        entry.op = op.id;
    QJsonObject was = before.exists ? codec::toJson(before.ticket) : QJsonObject();
    QJsonObject is = codec::toJson(outcome.state.ticket);
    // The clocks follow from what is written down anyway, and their time line only grows.
    was.remove(QLatin1String("service"));
    is.remove(QLatin1String("service"));
    std::tie(entry.before, entry.after) = changedParts(was, is);
    QJsonArray messages;
    for (const Message &message : outcome.messages)
        messages.append(message.id.text());
    codec::put(entry.after, "messages", messages);
    if (isEcho)
        codec::put(entry.after, "cause", op.id.text());
    return m_store.audit().append(entry);
}

} // namespace vigie::server
