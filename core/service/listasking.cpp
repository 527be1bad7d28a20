// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/listasking.h"

namespace vigie {

namespace {

/// The tickets that somebody is writing to: places of drafts end with them.
Result<QSet<TicketId>> withDrafts(const store::OutboxStore &outbox)
{
    VIGIE_TRY_ASSIGN(places, outbox.draftPlaces());
    QSet<TicketId> tickets;
    for (const QString &place : places) {
        if (const Result<TicketId> ticket = TicketId::parse(place.section(QLatin1Char('/'), -1)))
            tickets.insert(*ticket);
    }
    return tickets;
}

Result<QSet<TicketId>> withConflicts(const store::OutboxStore &outbox)
{
    VIGIE_TRY_ASSIGN(live, outbox.live());
    QSet<TicketId> tickets;
    for (const OutboxEntry &entry : live) {
        if (entry.state == OpState::Conflict || entry.state == OpState::Parked)
            tickets.insert(entry.op.ticket);
    }
    return tickets;
}

} // namespace

Result<ListQuery> askedBy(const store::OutboxStore &outbox, const Person &me, ListQuery query,
                          qint64 now)
{
    if (query.me.isNull())
        query.me = me.id;
    query.around.me = me;
    if (query.around.now == 0)
        query.around.now = now;
    if (mentions(query.filter, query::Flag::Draft)) {
        VIGIE_TRY_ASSIGN(drafts, withDrafts(outbox));
        query.around.drafts = drafts;
    }
    if (mentions(query.filter, query::Flag::Conflict)) {
        VIGIE_TRY_ASSIGN(conflicts, withConflicts(outbox));
        query.around.conflicts = conflicts;
    }
    if (mentions(query.filter, query::Flag::Unread)) {
        VIGIE_TRY_ASSIGN(unread, outbox.notices().unread());
        query.around.unread = QSet<TicketId>(unread.cbegin(), unread.cend());
    }
    return query;
}

Result<ListQuery> askedBy(const WorkspaceThreads::Readers &readers, ListQuery query, qint64 now)
{
    return askedBy(readers.outbox, readers.me, std::move(query), now);
}

} // namespace vigie
