// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/ruleoutlook.h"

#include "core/base/limits.h"
#include "core/ops/rule.h"
#include "core/query/matches.h"
#include "core/query/parser.h"
#include "core/service/changenames.h"
#include "core/store/rulestore.h"
#include "core/text/placeholders.h"

#include <algorithm>
#include <utility>

namespace vigie {

namespace {

using store::OpState;
using store::OutboxEntry;

/// The directory as the server's rules have it: a tag is what is written in the rule.
class OutlookDirectory final : public query::Directory
{
public:
    explicit OutlookDirectory(const store::CacheReader &cache) : m_cache(cache) {}

    [[nodiscard]] QList<PersonId> people(const QString &name) const override
    {
        const QString key = searchtext::nameKey(name);
        if (key.isEmpty())
            return {};
        return query::meant(key, orNothing(m_cache.people(name, limits::kQueryPeople)));
    }
    [[nodiscard]] QList<QueueId> queues(const QString &name) const override
    {
        return query::ListDirectory({}, orNothing(m_cache.queues()), {}).queues(name);
    }
    [[nodiscard]] QStringList tags(const QString &name) const override { return {name}; }
    /// The first error of any question: they answer with nothing then.
    [[nodiscard]] const Done &done() const { return m_done; }

private:
    template<class T>
    [[nodiscard]] T orNothing(const Result<T> &result) const
    {
        if (!result && m_done)
            m_done = fail(result.error());
        return result.value_or(T());
    }

    const store::CacheReader &m_cache;
    mutable Done m_done;
};

/// What waits of the ticket, in the order in which it will be sent; empty when its report does not.
QList<OutboxEntry> waitingOf(const QList<OutboxEntry> &live)
{
    QList<OutboxEntry> shown;
    bool reported = false;
    for (const OutboxEntry &entry : live) {
        if (!store::isShown(entry) || entry.state == OpState::Acked)
            continue;
        reported = reported || (std::holds_alternative<CreateTicket>(entry.op.payload)
                                && entry.state != OpState::Parked && entry.state != OpState::Conflict);
        shown.append(entry);
    }
    std::stable_sort(shown.begin(), shown.end(), [](const OutboxEntry &a, const OutboxEntry &b) {
        return a.op.deviceSeq < b.op.deviceSeq;
    });
    return reported ? shown : QList<OutboxEntry>();
}

Recipe filledIn(Recipe recipe, const Ticket &ticket)
{
    if (recipe.words) {
        recipe.words->body = fillPlaceholders(recipe.words->body,
                                              {{QStringLiteral("requester"), ticket.requesterName},
                                               {QStringLiteral("ticket"), QStringLiteral("#…")},
                                               {QStringLiteral("title"), ticket.title}})
                                 .text;
    }
    return recipe;
}

/// The server's run of one ticket's operations and rules, on copies.
class Foresight
{
public:
    Foresight(const store::CacheReader &cache, const store::SyncMeta &meta, qint64 now)
        : m_directory(cache), m_me(meta.me), m_now(now)
    {
        m_context.queueExists = [](const QueueId &) { return true; };
        m_context.intakeQueue = meta.intakeQueue;
        m_context.ticket = [&cache](const TicketId &id) -> std::optional<Ticket> {
            const auto found = cache.ticket(id);
            return found ? *found : std::nullopt;
        };
        m_context.person = [&cache](const PersonId &id) -> std::optional<Person> {
            const auto found = cache.person(id);
            return found ? *found : std::nullopt;
        };
    }

    void takeRules(const QList<Rule> &rules, const ServiceBook &services)
    {
        m_rules = rules;
        m_services = services;
    }
    void arrive(const Op &op)
    {
        m_context.actor = actorOf(m_me);
        m_context.byRule = false;
        m_context.now = op.writtenAt;
        keep(apply(m_without, op, m_context), m_without);
        const Outcome outcome = apply(m_with, op, m_context);
        if (!keep(outcome, m_with))
            return; // a rule was there first, and the person will be asked
        m_thread += outcome.messages;
        const RuleEvent event = ruleEventOf(op, m_me.id, m_with.ticket);
        for (const Rule &rule : std::as_const(m_rules)) {
            if (rule.runsOn(event) && m_with.ticket.merged.into.isNull() && isFor(rule))
                run(rule);
        }
    }
    [[nodiscard]] Result<RuleOutlook> seen()
    {
        VIGIE_TRY(m_directory.done());
        m_outlook.changes = changesBetween(m_without.ticket, m_with.ticket);
        return m_outlook;
    }

private:
    static bool keep(const Outcome &outcome, TicketState &into)
    {
        const bool done = outcome.verdict == Verdict::Applied || outcome.verdict == Verdict::Merged;
        if (done)
            into = outcome.state;
        return done;
    }
    [[nodiscard]] bool isFor(const Rule &rule) const
    {
        const query::Parsed parsed = query::parse(rule.query);
        if (!parsed.ok())
            return false; // the server leaves it out, too
        query::Context context;
        context.me.id = rulesPerson();
        context.me.role = Role::Admin;
        context.now = m_now;
        return query::matches(query::bind(parsed.expr, context, m_directory),
                              {m_with.ticket, m_thread, false});
    }
    void run(const Rule &rule)
    {
        m_context.actor = {rulesPerson(), rule.name, Role::Admin, {}};
        m_context.byRule = true;
        m_context.now = m_now;
        // Only told apart from others; nothing is ever stored under it.
        const MessageId message(derivedUuid(rule.id.uuid(), m_with.ticket.id.text().toLatin1()
                                                                + QByteArray::number(m_thread.size())));
        const MessageId newest = m_with.thread.isEmpty() ? MessageId() : m_with.thread.constLast().id;
        const Recipe recipe = filledIn(rule.recipe, m_with.ticket);
        const qint64 wakeAt = wakesAt(recipe, m_with.ticket, m_services, m_now);
        const Rehearsal rehearsal =
            rehearse(m_with, stepsOf(recipe, {}, message, wakeAt), newest, m_context);
        if (rehearsal.refused || rehearsal.steps.isEmpty())
            return;
        m_with = rehearsal.state;
        m_thread += rehearsal.messages;
        if (!m_outlook.rules.contains(rule.name))
            m_outlook.rules.append(rule.name);
        if (recipe.words)
            m_outlook.words.append({recipe.words->kind, recipe.words->body});
    }

    OutlookDirectory m_directory;
    ApplyContext m_context;
    Person m_me;
    qint64 m_now;
    QList<Rule> m_rules;
    ServiceBook m_services;
    TicketState m_without; ///< as people see it now
    TicketState m_with;    ///< as the rules will leave it
    QList<Message> m_thread;
    RuleOutlook m_outlook;
};

} // namespace

Result<RuleOutlook> outlookOf(store::Profile &profile, const TicketId &ticket, qint64 now)
{
    VIGIE_TRY_ASSIGN(live, profile.outbox().liveOf(ticket));
    const QList<OutboxEntry> waiting = waitingOf(live);
    if (waiting.isEmpty())
        return RuleOutlook();
    VIGIE_TRY_ASSIGN(meta, profile.cache().meta());
    if (!actorOf(meta.me).isStaff())
        return RuleOutlook(); // also where somebody left the desk and rules are still on the disk
    VIGIE_TRY_ASSIGN(rules, profile.outbox().own<store::RuleStore>().list());
    if (rules.isEmpty())
        return RuleOutlook();
    const store::CacheReader &cache = profile.cache().reader();
    Foresight foresight(cache, meta, now);
    VIGIE_TRY_ASSIGN(services, cache.services());
    foresight.takeRules(rules, services);
    for (const OutboxEntry &entry : waiting)
        foresight.arrive(entry.op);
    VIGIE_TRY_ASSIGN(outlook, foresight.seen());
    VIGIE_TRY_ASSIGN(names, namesIn(outlook.changes, cache));
    outlook.names = names;
    return outlook;
}

} // namespace vigie
