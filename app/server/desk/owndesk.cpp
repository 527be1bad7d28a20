// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/desk/owndesk.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace vigie::server {

Result<OwnDesk::Taken> OwnDesk::take(const QList<OwnThing> &things, const DeviceId &device,
                                     qint64 now)
{
    VIGIE_TRY_ASSIGN(transaction, sql::Transaction::begin(m_store.database()));
    Taken taken;
    for (const OwnThing &thing : things) {
        const bool ofDesk = isOfDesk(thing.kind);
        if (ofDesk && m_person.role != Role::Admin)
            continue;
        VIGIE_TRY_ASSIGN(changed, takeOne(thing));
        if (changed && ofDesk)
            VIGIE_TRY(audit(thing, device, now));
        taken.own = taken.own || (changed && !ofDesk);
        taken.ofDesk = taken.ofDesk || (changed && ofDesk);
    }
    VIGIE_TRY(transaction.commit());
    return taken;
}

Done OwnDesk::audit(const OwnThing &thing, const DeviceId &device, qint64 now)
{
    AuditEntry entry;
    entry.at = now;
    entry.person = m_person.id;
    entry.device = device;
    entry.kind = nameOf(thing.kind) + (thing.gone ? QStringLiteral(".delete") : QStringLiteral(".save"));
    entry.after = thing.data;
    entry.after.insert(QStringLiteral("id"), thing.id);
    return m_store.audit().append(entry);
}

Result<std::optional<OwnThing>> OwnDesk::find(OwnKind kind, const QString &id)
{
    return isOfDesk(kind) ? m_rows.findOfDesk(kind, id) : m_rows.find(m_person.id, kind, id);
}

/// One row of numbers for each reader: their own and the desk's never meet in it.
Result<qint64> OwnDesk::last()
{
    VIGIE_TRY_ASSIGN(own, m_rows.lastRevision(m_person.id));
    if (!hearsOfDesk())
        return own;
    VIGIE_TRY_ASSIGN(desk, m_rows.lastOfDesk());
    return std::max(own, desk);
}

Result<QList<OwnThing>> OwnDesk::since(qint64 revision)
{
    VIGIE_TRY_ASSIGN(things, m_rows.since(m_person.id, revision, limits::kOwnThingsPerExchange));
    if (!hearsOfDesk())
        return things;
    VIGIE_TRY_ASSIGN(desk, m_rows.ofDeskSince(revision, limits::kOwnThingsPerExchange));
    things.append(desk);
    std::sort(things.begin(), things.end(), [](const OwnThing &a, const OwnThing &b) {
        return a.revision < b.revision;
    });
    return things.first(std::min<qsizetype>(things.size(), limits::kOwnThingsPerExchange));
}

Done OwnDesk::tellAgain(ServerStore &store)
{
    OwnThingRows rows(store.database());
    VIGIE_TRY_ASSIGN(transaction, sql::Transaction::begin(store.database()));
    VIGIE_TRY_ASSIGN(highest, rows.highest());
    for (const EnumName<OwnKind> &kind : enumNames<OwnKind>()) {
        if (!isOfDesk(kind.value))
            continue;
        VIGIE_TRY_ASSIGN(things, rows.ofDesk(kind.value));
        for (OwnThing thing : std::as_const(things)) {
            thing.revision = ++highest;
            VIGIE_TRY(rows.writeOfDesk(thing));
        }
    }
    return transaction.commit();
}

Result<bool> OwnDesk::takeOne(const OwnThing &thing)
{
    VIGIE_TRY_ASSIGN(there, find(thing.kind, thing.id));
    if (!there) {
        VIGIE_TRY_ASSIGN(count, m_rows.count(m_person.id));
        if (count >= limits::kOwnThings)
            return fail(ErrorCode::TooLarge, QStringLiteral("too many own things"));
        VIGIE_TRY(writeNext(thing, thing.revision));
        // There is one for each ticket that ever named the person, and nobody cleans them up.
        if (thing.kind == OwnKind::MentionRead)
            VIGIE_TRY(m_rows.dropOldest(m_person.id, thing.kind, limits::kMentionReads));
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
            VIGIE_TRY_ASSIGN(kept, find(verdict.aside->kind, verdict.aside->id));
            if (!kept)
                VIGIE_TRY(writeNext(*verdict.aside, 0));
        }
    }
    VIGIE_TRY(writeNext(thing, thing.revision));
    return true;
}

Done OwnDesk::writeNext(OwnThing thing, qint64 atLeast)
{
    const bool ofDesk = isOfDesk(thing.kind);
    VIGIE_TRY_ASSIGN(before, ofDesk ? m_rows.highest() : last());
    thing.revision = std::max(before, atLeast) + 1;
    if (thing.gone)
        thing.data = {};
    return ofDesk ? m_rows.writeOfDesk(thing) : m_rows.write(m_person.id, thing);
}

Done OwnDesk::answer(const wire::SyncRequest &request, wire::SyncResponse &response)
{
    if (request.ownThrough < 0)
        return {};
    VIGIE_TRY_ASSIGN(fresh, since(request.ownThrough));
    const bool full = fresh.size() == limits::kOwnThingsPerExchange;
    response.own = fresh;
    response.more = response.more || full;
    if (full) {
        response.ownThrough = fresh.constLast().revision;
    } else {
        VIGIE_TRY_ASSIGN(newest, last());
        response.ownThrough = std::max(newest, request.ownThrough);
    }
    QSet<QString> named;
    for (const OwnThing &thing : std::as_const(fresh))
        named.insert(nameOf(thing.kind) + QLatin1Char('/') + thing.id);
    for (const OwnThing &sent : request.own) {
        const bool hidden = isOfDesk(sent.kind) && !hearsOfDesk();
        if (hidden || named.contains(nameOf(sent.kind) + QLatin1Char('/') + sent.id))
            continue;
        VIGIE_TRY_ASSIGN(now, find(sent.kind, sent.id));
        if (now)
            response.own.append(*now);
    }
    return {};
}

} // namespace vigie::server
