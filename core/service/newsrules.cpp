// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/newsrules.h"

#include "core/query/matches.h"
#include "core/query/parser.h"
#include "core/service/listasking.h"
#include "core/service/listplaces.h"
#include "core/store/savedviewstore.h"

namespace vigie {

namespace {

query::Bound inQueue(const QueueId &queue, const Person &me)
{
    query::Bound bound;
    bound.me = me;
    bound.test.kind = query::Test::Kind::Keys;
    bound.test.field = query::Field::Queue;
    bound.test.keys = {queue.text()};
    return bound;
}

} // namespace

Result<NewsRules> NewsRules::read(const WorkspaceThreads::Engine &engine, const Person &me,
                                  qint64 now)
{
    NewsRules rules(engine.profile.cache().reader());
    const store::OutboxStore &outbox = engine.profile.outbox();
    VIGIE_TRY_ASSIGN(places, outbox.own<store::PlaceLookStore>().list());
    for (const PlaceLook &place : places) {
        if (!place.news)
            continue;
        const QueueId queue = listplaces::queueOf(place.place);
        if (!queue.isNull())
            rules.m_rules.append({*place.news, inQueue(queue, me)});
        else if (const std::optional<QString> query = listplaces::queryOf(place.place))
            VIGIE_TRY(rules.add(engine, me, now, *place.news, *query));
    }
    VIGIE_TRY_ASSIGN(views, outbox.own<store::SavedViewStore>().list());
    for (const SavedView &view : views) {
        if (view.news)
            VIGIE_TRY(rules.add(engine, me, now, *view.news, view.query));
    }
    return rules;
}

Done NewsRules::add(const WorkspaceThreads::Engine &engine, const Person &me, qint64 now,
                    NoticeClass news, const QString &query)
{
    const query::Parsed parsed = query::parse(query);
    if (!parsed.ok())
        return {};
    ListQuery list;
    list.filter = parsed.expr;
    VIGIE_TRY_ASSIGN(asked, askedBy(engine.profile.outbox(), me, list, now));
    VIGIE_TRY_ASSIGN(bound, m_cache->bound(asked));
    m_rules.append({news, bound});
    return {};
}

Result<QList<NoticeClass>> NewsRules::saidOf(const Ticket &ticket) const
{
    QList<NoticeClass> said;
    if (m_rules.isEmpty())
        return said;
    VIGIE_TRY_ASSIGN(row, m_cache->row(ticket.id));
    VIGIE_TRY_ASSIGN(thread, m_cache->thread(ticket.id));
    for (const Rule &rule : m_rules) {
        if (!said.contains(rule.news)
            && query::matches(rule.what, {ticket, thread, row && row->pending}))
            said.append(rule.news);
    }
    return said;
}

} // namespace vigie
