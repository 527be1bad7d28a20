// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/desk/owndesk.h"

#include <QSet>

namespace vigie::server {

Result<bool> OwnDesk::take(const QList<OwnThing> &things)
{
    VIGIE_TRY_ASSIGN(transaction, sql::Transaction::begin(m_store.database()));
    bool any = false;
    for (const OwnThing &thing : things) {
        VIGIE_TRY_ASSIGN(changed, takeOne(thing));
        any = any || changed;
    }
    VIGIE_TRY(transaction.commit());
    return any;
}

Result<bool> OwnDesk::takeOne(const OwnThing &thing)
{
    VIGIE_TRY_ASSIGN(there, m_rows.find(m_person, thing.kind, thing.id));
    if (!there) {
        VIGIE_TRY_ASSIGN(count, m_rows.count(m_person));
        if (count >= limits::kOwnThings)
            return fail(ErrorCode::TooLarge, QStringLiteral("too many own things"));
        VIGIE_TRY(writeNext(thing, thing.revision));
        // There is one for each ticket that ever named the person, and nobody cleans them up.
        if (thing.kind == OwnKind::MentionRead)
            VIGIE_TRY(m_rows.dropOldest(m_person, thing.kind, limits::kMentionReads));
        return true;
    }
    if (there->sameState(thing))
        return false; // the answer to the first time was lost
    // A lower number here than there: this server was restored and knows less than its clients.
    if (there->revision > thing.revision) {
        const OwnVerdict verdict = judgeOwn(*there, thing);
        if (!verdict.taken)
            return false;
        if (verdict.aside) {
            VIGIE_TRY_ASSIGN(kept, m_rows.find(m_person, verdict.aside->kind, verdict.aside->id));
            if (!kept)
                VIGIE_TRY(writeNext(*verdict.aside, 0));
        }
    }
    VIGIE_TRY(writeNext(thing, thing.revision));
    return true;
}

Done OwnDesk::writeNext(OwnThing thing, qint64 atLeast)
{
    VIGIE_TRY_ASSIGN(last, m_rows.lastRevision(m_person));
    thing.revision = std::max(last, atLeast) + 1;
    if (thing.gone)
        thing.data = {};
    return m_rows.write(m_person, thing);
}

Done OwnDesk::answer(const wire::SyncRequest &request, wire::SyncResponse &response)
{
    if (request.ownThrough < 0)
        return {};
    VIGIE_TRY_ASSIGN(fresh, m_rows.since(m_person, request.ownThrough,
                                         limits::kOwnThingsPerExchange));
    const bool full = fresh.size() == limits::kOwnThingsPerExchange;
    response.own = fresh;
    response.more = response.more || full;
    if (full) {
        response.ownThrough = fresh.constLast().revision;
    } else {
        VIGIE_TRY_ASSIGN(last, m_rows.lastRevision(m_person));
        response.ownThrough = std::max(last, request.ownThrough);
    }
    QSet<QString> named;
    for (const OwnThing &thing : std::as_const(fresh))
        named.insert(nameOf(thing.kind) + QLatin1Char('/') + thing.id);
    for (const OwnThing &sent : request.own) {
        if (named.contains(nameOf(sent.kind) + QLatin1Char('/') + sent.id))
            continue;
        VIGIE_TRY_ASSIGN(now, m_rows.find(m_person, sent.kind, sent.id));
        if (now)
            response.own.append(*now);
    }
    return {};
}

} // namespace vigie::server
