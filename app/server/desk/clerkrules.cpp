// SPDX-License-Identifier: GPL-3.0-or-later
// What the desk does by itself: the rules that an operation, or time, makes run.
#include "app/server/desk/clerk.h"

#include "app/server/data/rulehits.h"
#include "app/server/desk/rulebook.h"
#include "core/base/logging.h"
#include "core/model/codec.h"
#include "core/ops/bulk.h"
#include "core/text/placeholders.h"

namespace vigie::server {

namespace {

Recipe filledFor(const Ticket &ticket, Recipe recipe)
{
    if (recipe.words) {
        recipe.words->body =
            fillPlaceholders(recipe.words->body,
                             {{QStringLiteral("requester"), ticket.requesterName},
                              {QStringLiteral("ticket"), QStringLiteral("#%1").arg(ticket.number)},
                              {QStringLiteral("title"), ticket.title}})
                .text;
    }
    return recipe;
}

} // namespace

Done Clerk::runRules(const Person &author, const Op &op, qint64 now, const Outcome &outcome,
                     QMap<QString, wire::Position> &moved)
{
    if (!m_rules)
        return {};
    VIGIE_TRY_ASSIGN(rules, m_rules->active());
    const RuleEvent event = ruleEventOf(op, author.id, outcome.state.ticket);
    for (const ReadyRule &ready : rules) {
        if (!ready.rule.runsOn(event))
            continue;
        VIGIE_TRY_ASSIGN(isFor, concerns(ready, op.ticket, now));
        if (isFor)
            VIGIE_TRY(runRule(ready.rule, op.ticket, op.id, now, moved));
    }
    return {};
}

Result<bool> Clerk::concerns(const ReadyRule &ready, const TicketId &id, qint64 now)
{
    VIGIE_TRY_ASSIGN(ticket, m_store.tickets().ticket(id));
    // Whoever is merged goes on elsewhere; what is done here would take it apart again.
    if (!ticket || !ticket->merged.into.isNull())
        return false;
    QList<Message> thread;
    if (ready.looksIntoThread) {
        VIGIE_TRY_ASSIGN(messages, m_store.tickets().messages(id));
        thread = messages;
    }
    return m_rules->isFor(ready, *ticket, thread, now);
}

/// All steps or none. What its recipe cannot do here (a closed ticket moves nowhere but open) is no
/// fault of whoever wrote the operation, and must not hold it up.
Done Clerk::runRule(const Rule &rule, const TicketId &id, const OpId &cause, qint64 now,
                    QMap<QString, wire::Position> &moved)
{
    VIGIE_TRY_ASSIGN(before, stateOf(id, true));
    const MessageId words(derivedUuid(cause.uuid(), rule.id.text().toLatin1() + "/words"));
    VIGIE_TRY_ASSIGN(name, m_store.name());
    const qint64 wakeAt = wakesAt(rule.recipe, before.ticket, m_services ? *m_services : ServiceBook(), now);
    TicketState state = before;
    QList<std::pair<Op, Outcome>> done;
    for (const Payload &step : stepsOf(filledFor(before.ticket, rule.recipe), {}, words, wakeAt)) {
        if (isSoAlready(step, state.ticket))
            continue;
        Op op;
        op.id = OpId(derivedUuid(cause.uuid(), rule.id.text().toLatin1() + '/'
                                                   + QByteArray::number(done.size())));
        op.ticket = id;
        op.payload = step;
        op.base = baseFor(step, state.ticket);
        op.writtenAt = now;
        if (!state.thread.isEmpty())
            op.seenThrough = state.thread.constLast().id; // nothing was said behind its back
        std::optional<Error> broken;
        ApplyContext context = contextFor({}, now, broken);
        const auto *add = std::get_if<AddMessage>(&step);
        const bool outward = add && add->kind == MessageKind::Reply;
        context.actor = {rulesPerson(), outward ? name : rule.name, Role::Admin, {}};
        context.byRule = true;
        const bool may = mayBecome(step, state.ticket);
        const Outcome outcome = may ? vigie::apply(state, op, context) : Outcome();
        if (broken)
            return fail(*broken);
        if (outcome.verdict != Verdict::Applied && outcome.verdict != Verdict::Merged) {
            qCInfo(lcServer).noquote() << "the rule" << rule.id.text() << "cannot be run on" << id.text()
                                       << toLog(outcome.error);
            return {};
        }
        state = outcome.state;
        done.append({op, outcome});
    }
    return writeRule(rule, cause, now, before, done, moved);
}

Done Clerk::writeRule(const Rule &rule, const OpId &cause, qint64 now, const TicketState &before,
                      const QList<std::pair<Op, Outcome>> &done,
                      QMap<QString, wire::Position> &moved)
{
    if (done.isEmpty())
        return {};
    Op written;
    written.id = cause;
    TicketState last = before;
    Outcome whole;
    for (const auto &[op, outcome] : done) {
        VIGIE_TRY_ASSIGN(also, write(written, now, last, outcome));
        moved.insert(also);
        last = outcome.state;
        whole.state = outcome.state;
        whole.messages += outcome.messages;
    }
    AuditEntry entry;
    entry.at = now;
    entry.person = rulesPerson();
    entry.kind = QStringLiteral("rule.run");
    entry.ticket = before.ticket.id;
    QJsonObject was = codec::toJson(before.ticket);
    QJsonObject is = codec::toJson(whole.state.ticket);
    was.remove(QLatin1String("service"));
    is.remove(QLatin1String("service"));
    std::tie(entry.before, entry.after) = changedParts(was, is);
    QJsonArray messages;
    for (const Message &message : std::as_const(whole.messages))
        messages.append(message.id.text());
    codec::put(entry.after, "messages", messages);
    codec::put(entry.after, "rule", rule.id.text());
    codec::put(entry.after, "cause", cause.text());
    return m_store.audit().append(entry);
}

Result<TicketId> Clerk::runTimeRules(const TicketId &after, int most, qint64 now, const OpId &cause,
                                     QStringList &moved)
{
    VIGIE_TRY_ASSIGN(rules, m_rules->active());
    rules.removeIf([](const ReadyRule &ready) { return !ready.rule.runsOn(RuleEvent::Time); });
    if (rules.isEmpty())
        return TicketId();
    VIGIE_TRY_ASSIGN(ids, m_store.tickets().notClosed(after, most));
    for (const TicketId &id : ids) {
        const Result<QStringList> feeds = runTimeRules(rules, id, now, cause);
        // One that cannot be read must not keep time from all behind it.
        if (feeds)
            moved += *feeds;
        else
            qCWarning(lcServer).noquote() << "rules of time, ticket" << id.text() << toLog(feeds.error());
    }
    return ids.size() < most ? TicketId() : ids.constLast();
}

/// Once for each stay: what was done is remembered until the rule's query stops finding the ticket.
Result<QStringList> Clerk::runTimeRules(const QList<ReadyRule> &rules, const TicketId &id, qint64 now,
                                        const OpId &cause)
{
    RuleHits hits(m_store.database());
    VIGIE_TRY_ASSIGN(before, hits.of(id));
    QMap<QString, wire::Position> moved;
    for (const ReadyRule &ready : rules) {
        VIGIE_TRY_ASSIGN(isFor, concerns(ready, id, now));
        if (isFor == before.contains(ready.rule.id.text()))
            continue;
        VIGIE_TRY_ASSIGN(transaction, sql::Transaction::begin(m_store.database()));
        if (isFor) {
            const OpId own(derivedUuid(cause.uuid(), id.text().toLatin1()));
            VIGIE_TRY(runRule(ready.rule, id, own, now, moved));
        }
        VIGIE_TRY(hits.set(id, ready.rule.id.text(), isFor));
        VIGIE_TRY(transaction.commit());
    }
    return moved.keys();
}

} // namespace vigie::server
