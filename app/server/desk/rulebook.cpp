// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/desk/rulebook.h"

#include "core/base/logging.h"
#include "core/query/matches.h"
#include "core/query/parser.h"

#include <algorithm>

namespace vigie::server {

namespace {

/// People and queues of the desk; a tag in a rule is what is written there.
class DeskDirectory final : public query::Directory
{
public:
    DeskDirectory(const QList<Person> &people, const QList<Queue> &queues) : m_list(people, queues, {}) {}

    [[nodiscard]] QList<PersonId> people(const QString &name) const override { return m_list.people(name); }
    [[nodiscard]] QList<QueueId> queues(const QString &name) const override { return m_list.queues(name); }
    [[nodiscard]] QStringList tags(const QString &name) const override { return {name}; }

private:
    query::ListDirectory m_list;
};

std::optional<ReadyRule> readyOf(const OwnThing &thing)
{
    Result<Rule> rule = codec::ruleFrom(thing.data);
    if (!rule) {
        qCWarning(lcServer).noquote() << "a rule is left out:" << toLog(rule.error());
        return std::nullopt;
    }
    rule->id = RuleId::fromStored(thing.id);
    const query::Parsed parsed = query::parse(rule->query);
    if (!parsed.ok()) {
        qCWarning(lcServer).noquote() << "a rule is left out, its query means nothing:" << thing.id;
        return std::nullopt;
    }
    ReadyRule ready{*rule, parsed.expr, false};
    const QList<query::Term> terms = query::termsOf(parsed.expr);
    ready.looksIntoThread = std::any_of(terms.cbegin(), terms.cend(), [](const query::Term &term) {
        return term.field == query::Field::Text || term.field == query::Field::Has;
    });
    return ready;
}

} // namespace

void RuleBook::forget()
{
    m_rules.reset();
    m_directory.reset();
}

Result<QList<ReadyRule>> RuleBook::active()
{
    if (m_rules)
        return *m_rules;
    VIGIE_TRY_ASSIGN(things, OwnThingRows(m_store.database()).ofDesk(OwnKind::Rule));
    QList<ReadyRule> rules;
    for (const OwnThing &thing : things) {
        const std::optional<ReadyRule> ready = readyOf(thing);
        if (ready && ready->rule.active && !ready->rule.aside)
            rules.append(*ready);
    }
    m_rules = rules;
    return rules;
}

Done RuleBook::readDirectory()
{
    VIGIE_TRY_ASSIGN(people, m_store.directory().people());
    VIGIE_TRY_ASSIGN(queues, m_store.directory().queues());
    m_directory = std::make_unique<DeskDirectory>(people, queues);
    return {};
}

Result<bool> RuleBook::isFor(const ReadyRule &ready, const Ticket &ticket,
                             const QList<Message> &thread, qint64 now)
{
    if (ready.expr.isEverything())
        return true;
    if (!m_directory)
        VIGIE_TRY(readDirectory());
    query::Context context;
    context.me.id = rulesPerson();
    context.me.role = Role::Admin; // sees all of a ticket, and is nobody's "me"
    context.now = now;
    const query::Bound bound = query::bind(ready.expr, context, *m_directory);
    return query::matches(bound, {ticket, thread, false});
}

} // namespace vigie::server
