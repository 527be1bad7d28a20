// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/desk/directory.h"

#include "app/server/desk/fanout.h"
#include "core/base/limits.h"
#include "core/model/codec.h"

namespace vigie::server {

namespace {

Done invalid(const QString &why)
{
    return fail(ErrorCode::Invalid, why);
}

} // namespace

Done Directory::check(const Person &person)
{
    if (person.id.isNull() || person.login.trimmed().isEmpty() || person.name.trimmed().isEmpty())
        return invalid(QStringLiteral("a person needs an id, a login and a name"));
    // What cannot be read back must not be written.
    if (const Result<Person> readable = codec::personFrom(codec::toJson(person)); !readable)
        return fail(readable.error());
    VIGIE_TRY_ASSIGN(same, m_store.directory().personByLogin(person.login));
    if (same && same->id != person.id)
        return invalid(QStringLiteral("the login '%1' is taken").arg(person.login));
    for (const QueueId &id : person.queues) {
        VIGIE_TRY_ASSIGN(queue, m_store.directory().queue(id));
        if (!queue)
            return invalid(QStringLiteral("no queue %1").arg(id.text()));
    }
    return {};
}

Done Directory::check(const Queue &queue)
{
    if (queue.id.isNull() || queue.name.trimmed().isEmpty())
        return invalid(QStringLiteral("a queue needs an id and a name"));
    if (const Result<Queue> readable = codec::queueFrom(codec::toJson(queue)); !readable)
        return fail(readable.error());
    VIGIE_TRY_ASSIGN(same, m_store.directory().queueByName(queue.name));
    if (same && same->id != queue.id)
        return invalid(QStringLiteral("the queue name '%1' is taken").arg(queue.name));
    return {};
}

Done Directory::audit(const char *kind, qint64 now, const QJsonObject &before,
                      const QJsonObject &after)
{
    AuditEntry entry;
    entry.at = now;
    entry.kind = QLatin1String(kind);
    std::tie(entry.before, entry.after) = changedParts(before, after);
    const QString id = QStringLiteral("id");
    entry.after.insert(id, after.value(id));
    return m_store.audit().append(entry);
}

Result<QStringList> Directory::addPerson(Person person, qint64 now)
{
    VIGIE_TRY_ASSIGN(transaction, sql::Transaction::begin(m_store.database()));
    VIGIE_TRY(check(person));
    VIGIE_TRY_ASSIGN(known, m_store.directory().person(person.id));
    if (known)
        return fail(ErrorCode::Invalid, QStringLiteral("this person exists"));
    person.version = 1;
    VIGIE_TRY(m_store.directory().put(person));
    Fanout fanout(m_store, QStringLiteral("directory"), now);
    VIGIE_TRY(fanout.personChanged(person));
    VIGIE_TRY(audit("person.add", now, {}, codec::toJson(person)));
    VIGIE_TRY(transaction.commit());
    return fanout.moved().keys();
}

Result<QStringList> Directory::updatePerson(Person person, qint64 now)
{
    VIGIE_TRY_ASSIGN(transaction, sql::Transaction::begin(m_store.database()));
    VIGIE_TRY(check(person));
    VIGIE_TRY_ASSIGN(before, m_store.directory().person(person.id));
    if (!before)
        return fail(ErrorCode::NotFound, QStringLiteral("no such person"));
    person.version = before->version + 1;
    VIGIE_TRY(m_store.directory().put(person));
    Fanout fanout(m_store, QStringLiteral("directory"), now);
    VIGIE_TRY(fanout.personChanged(person));
    // Where somebody no longer works, their own requests come back to their personal feed.
    VIGIE_TRY_ASSIGN(queues, m_store.directory().queues());
    for (const Queue &queue : queues) {
        if (!actorOf(*before).worksIn(queue.id) || actorOf(person).worksIn(queue.id))
            continue;
        VIGIE_TRY_ASSIGN(tickets, m_store.tickets().involving(person.id, queue.id));
        for (const Ticket &ticket : tickets)
            VIGIE_TRY(fanout.offer(person.id, ticket));
    }
    if (!person.active)
        VIGIE_TRY(m_store.tokens().revokeAll(person.id));
    VIGIE_TRY(audit("person.update", now, codec::toJson(*before), codec::toJson(person)));
    VIGIE_TRY(transaction.commit());
    return fanout.moved().keys();
}

Result<QStringList> Directory::addQueue(Queue queue, qint64 now)
{
    VIGIE_TRY_ASSIGN(transaction, sql::Transaction::begin(m_store.database()));
    VIGIE_TRY(check(queue));
    VIGIE_TRY_ASSIGN(known, m_store.directory().queue(queue.id));
    if (known)
        return fail(ErrorCode::Invalid, QStringLiteral("this queue exists"));
    queue.version = 1;
    VIGIE_TRY(m_store.directory().put(queue));
    Fanout fanout(m_store, QStringLiteral("directory"), now);
    VIGIE_TRY(fanout.queueChanged(queue));
    VIGIE_TRY(audit("queue.add", now, {}, codec::toJson(queue)));
    VIGIE_TRY_ASSIGN(intake, m_store.intakeQueue());
    if (intake.isNull() && queue.active)
        VIGIE_TRY(setIntakeQueue(queue.id, now));
    VIGIE_TRY(transaction.commit());
    return fanout.moved().keys();
}

Result<QStringList> Directory::updateQueue(Queue queue, qint64 now)
{
    VIGIE_TRY_ASSIGN(transaction, sql::Transaction::begin(m_store.database()));
    VIGIE_TRY(check(queue));
    VIGIE_TRY_ASSIGN(before, m_store.directory().queue(queue.id));
    if (!before)
        return fail(ErrorCode::NotFound, QStringLiteral("no such queue"));
    VIGIE_TRY_ASSIGN(intake, m_store.intakeQueue());
    if (!queue.active && intake == queue.id)
        return fail(ErrorCode::Invalid, QStringLiteral("reports go to this queue: first let "
                                                       "another queue take them"));
    queue.version = before->version + 1;
    VIGIE_TRY(m_store.directory().put(queue));
    Fanout fanout(m_store, QStringLiteral("directory"), now);
    VIGIE_TRY(fanout.queueChanged(queue));
    VIGIE_TRY(audit("queue.update", now, codec::toJson(*before), codec::toJson(queue)));
    VIGIE_TRY(transaction.commit());
    return fanout.moved().keys();
}

Done Directory::setIntakeQueue(const QueueId &queue, qint64 now)
{
    VIGIE_TRY_ASSIGN(transaction, sql::Transaction::begin(m_store.database()));
    VIGIE_TRY_ASSIGN(found, m_store.directory().queue(queue));
    if (!found || !found->active)
        return fail(ErrorCode::Invalid, QStringLiteral("no such active queue"));
    VIGIE_TRY(m_store.setMeta(QStringLiteral("intake_queue"), queue.text()));
    VIGIE_TRY(audit("queue.intake", now, {}, {{QStringLiteral("id"), queue.text()}}));
    return transaction.commit();
}

} // namespace vigie::server
