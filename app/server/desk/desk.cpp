// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/desk/desk.h"

#include "app/server/desk/blobdesk.h"
#include "app/server/desk/directory.h"
#include "app/server/desk/serviceadoption.h"
#include "app/server/desk/feedreader.h"
#include "app/server/desk/owndesk.h"
#include "app/server/desk/rulebook.h"
#include "core/base/clock.h"
#include "core/base/limits.h"
#include "core/base/logging.h"

#include <QDir>
#include <QFile>

namespace vigie::server {

using wire::OpResult;
using wire::OpStatus;

namespace {

/// How far the server's own clock may be behind its last stamp before the stamp is held to be the
/// mistake, milliseconds.
constexpr qint64 kMostClockStep = 3'600'000;

Clerk::Wish wishFor(const wire::SyncRequest &request, const Op &op)
{
    if (request.withdrawn.contains(op.id))
        return Clerk::Wish::Withdraw;
    return request.again.contains(op.id) ? Clerk::Wish::ApplyAgain : Clerk::Wish::Apply;
}

} // namespace

Result<std::unique_ptr<Desk>> Desk::open(const DeskOptions &options, const Clock &clock, Rng &rng)
{
    if (!QDir().mkpath(options.folder)) {
        return fail(ErrorCode::StoreReadOnly,
                    QStringLiteral("cannot create %1").arg(options.folder));
    }
    const QString path = options.inMemory ? QStringLiteral(":memory:")
                                          : databasePath(options.folder);
    VIGIE_TRY_ASSIGN(store, ServerStore::open(path, rng, options.durability));
    if (!options.inMemory) {
        // Accounts and tickets are nobody else's business on this machine.
        QFile::setPermissions(options.folder,
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    }
    std::unique_ptr<Desk> desk(new Desk(options, clock, rng, std::move(store)));
    VIGIE_TRY_ASSIGN(older, desk->m_generation.databaseIsOlder(desk->store()));
    if (older) {
        qCWarning(lcServer) << "the database is older than it was: clients will reconcile";
        VIGIE_TRY(desk->store().drawEpoch(rng));
    }
    desk->m_generation.write(desk->store());
    VIGIE_TRY_ASSIGN(last, desk->store().audit().head());
    desk->m_lastStamp = last.at;
    VIGIE_TRY(desk->takeServices(options));
    return desk;
}

Done Desk::takeServices(const DeskOptions &options)
{
    if (options.services) {
        VIGIE_TRY_ASSIGN(book, withQueues(*m_store, *options.services, options.serviceQueues));
        VIGIE_TRY_ASSIGN(moved, adoptServices(*m_store, book, stamp()));
        if (!moved.isEmpty())
            committed(moved);
    }
    VIGIE_TRY_ASSIGN(book, m_store->services());
    m_services = book;
    return {};
}

Desk::Desk(const DeskOptions &options, const Clock &clock, Rng &rng,
           std::unique_ptr<ServerStore> store)
    : m_clock(clock), m_rng(rng), m_folder(options.folder),
      m_passwords(options.hashCost), m_store(std::move(store)),
      m_tokens(std::make_unique<Tokens>(m_store->tokens(), clock, options.secrets)),
      m_blobs(std::make_unique<BlobDesk>(*m_store, clock, options.folder)),
      m_receipts(options.receipts), m_rules(std::make_unique<RuleBook>(*m_store)),
      m_generation(options.inMemory ? QString() : options.folder + QStringLiteral("/generation"))
{
}

Desk::~Desk()
{
    m_generation.write(*m_store);
}

// Never earlier than for what was accepted before, so that threads keep their order when the
// machine's clock is set back a little.
qint64 Desk::stamp()
{
    const qint64 now = m_clock.nowMs();
    if (now < m_lastStamp && m_lastStamp - now <= kMostClockStep)
        return m_lastStamp;
    m_lastStamp = now;
    return now;
}

void Desk::committed(const QStringList &feeds)
{
    m_generation.noteCommit(*m_store, m_clock.monotonicMs());
    if (feedsMoved && !feeds.isEmpty())
        feedsMoved(feeds);
}

Result<Person> Desk::activePerson(const PersonId &id)
{
    VIGIE_TRY_ASSIGN(person, m_store->directory().person(id));
    if (!person || !person->active)
        return fail(ErrorCode::SignInNeeded, QStringLiteral("no such active person"));
    return *person;
}

Result<QString> Desk::name()
{
    return m_store->name();
}

Done Desk::setName(const QString &name)
{
    if (name.trimmed().isEmpty() || name.size() > limits::kNameLength)
        return fail(ErrorCode::Invalid, QStringLiteral("the name is empty or too long"));
    return m_store->setMeta(QStringLiteral("name"), name.simplified());
}

Result<QStringList> Desk::scope(const Caller &caller)
{
    VIGIE_TRY_ASSIGN(person, activePerson(caller.person));
    return FeedReader(*m_store, person).scope();
}

Result<wire::SyncResponse> Desk::sync(const Caller &caller, const wire::SyncRequest &request)
{
    if (request.device != caller.device)
        return fail(ErrorCode::Forbidden, QStringLiteral("the token is of another device"));
    VIGIE_TRY_ASSIGN(me, activePerson(caller.person));
    FeedReader reader(*m_store, me);
    wire::SyncResponse response;
    response.me = me;
    response.serverTime = m_clock.nowMs();
    VIGIE_TRY_ASSIGN(epoch, m_store->epoch());
    response.epoch = epoch;
    VIGIE_TRY_ASSIGN(scope, reader.scope());
    response.scope = scope;
    if (actorOf(me).isStaff()) {
        VIGIE_TRY_ASSIGN(intake, m_store->intakeQueue());
        response.intakeQueue = intake;
    }
    VIGIE_TRY_ASSIGN(known, reader.knowsAll(request.feeds));
    if (!known || (!request.epoch.isEmpty() && request.epoch != epoch)) {
        response.timeTravel = true;
        return response;
    }
    if (request.ackThrough > 0)
        VIGIE_TRY(m_store->results().acknowledge(caller.device, request.ackThrough));
    decideAll(me, request, scope, response.results);
    if (request.pull)
        VIGIE_TRY(FeedReader(*m_store, me).pull(request.feeds, response));
    VIGIE_TRY(syncOwn(me, request, response));
    return response;
}

Done Desk::syncOwn(const Person &me, const wire::SyncRequest &request,
                   wire::SyncResponse &response)
{
    OwnDesk own(*m_store, me);
    if (!request.own.isEmpty()) {
        VIGIE_TRY_ASSIGN(taken, own.take(request.own, request.device, stamp()));
        if (taken.own)
            committed({personFeed(me.id)}); // their other computers wait at it
        if (taken.ofDesk) {
            m_rules->forget();
            committed(FeedReader(*m_store, me).scope().value_or(QStringList()));
        }
    }
    return own.answer(request, response);
}

void Desk::decideAll(const Person &author, const wire::SyncRequest &request,
                     const QStringList &scope, QList<OpResult> &results)
{
    Clerk clerk(*m_store, m_receipts.get(), &m_services, m_rules.get());
    QHash<TicketId, OpResult> waiting; // an earlier op of the ticket has to come again first
    QSet<TicketId> unborn;  // the ticket's creation did not succeed
    for (const Op &op : request.ops) {
        OpResult result;
        result.op = op.id;
        const bool isCreate = makesItsLane(op);
        if (op.device != request.device) {
            result.status = OpStatus::Rejected;
            result.error = {ErrorCode::Forbidden, QStringLiteral("an op of another device"), {}};
        } else if (waiting.contains(op.ticket)) {
            // The reason is the earlier op's: this one is not at fault and must not be blamed.
            result.status = waiting.value(op.ticket).status;
            result.error = waiting.value(op.ticket).error;
        } else if (unborn.contains(op.ticket)) {
            result.status = OpStatus::DepFailed;
        } else {
            const Clerk::Decision decision = clerk.decide(author, op, stamp(), wishFor(request, op));
            result = decision.result;
            if (!decision.moved.isEmpty())
                committed(decision.moved);
        }
        const bool comesAgain = result.status == OpStatus::Retry
            || (result.status == OpStatus::DepFailed && !unborn.contains(op.ticket));
        if (comesAgain)
            waiting.insert(op.ticket, result);
        else if (isCreate && !wire::isAccepted(result.status))
            unborn.insert(op.ticket);
        // A point in a feed that the author cannot read would never be reached.
        result.points.removeIf(
            [&](const wire::FeedPoint &point) { return !scope.contains(point.feed); });
        results.append(result);
    }
}

Result<QList<OpId>> Desk::known(const Caller &caller, const QList<OpId> &ops)
{
    VIGIE_TRY_ASSIGN(person, activePerson(caller.person));
    QList<OpId> result;
    for (const OpId &op : ops) {
        VIGIE_TRY_ASSIGN(stored, m_store->results().find(op));
        if (stored && stored->person == person.id && stored->accepted())
            result.append(op);
    }
    return result;
}

Result<QMap<QString, FeedDigest>> Desk::digest(const Caller &caller)
{
    VIGIE_TRY_ASSIGN(person, activePerson(caller.person));
    FeedReader reader(*m_store, person);
    VIGIE_TRY_ASSIGN(feeds, reader.scope());
    QMap<QString, FeedDigest> digests;
    for (const QString &feed : feeds) {
        VIGIE_TRY_ASSIGN(digest, reader.digest(feed));
        digests.insert(feed, {digest.count, QString::fromLatin1(digest.value.toHex())});
    }
    return digests;
}

Done Desk::afterDirectory(const Result<QStringList> &moved)
{
    VIGIE_TRY(moved);
    m_rules->forget(); // their queries use names
    committed(*moved);
    return {};
}

Done Desk::addPerson(const Person &person)
{
    return afterDirectory(Directory(*m_store).addPerson(person, stamp()));
}

Done Desk::updatePerson(const Person &person)
{
    VIGIE_TRY_ASSIGN(before, m_store->directory().person(person.id));
    VIGIE_TRY(afterDirectory(Directory(*m_store).updatePerson(person, stamp())));
    const bool joined = before && before->role == Role::Employee && person.role != Role::Employee;
    return joined ? OwnDesk::tellAgain(*m_store) : Done();
}

Done Desk::addQueue(const Queue &queue)
{
    return afterDirectory(Directory(*m_store).addQueue(queue, stamp()));
}

Done Desk::updateQueue(const Queue &queue)
{
    return afterDirectory(Directory(*m_store).updateQueue(queue, stamp()));
}

Done Desk::setIntakeQueue(const QueueId &queue)
{
    VIGIE_TRY(Directory(*m_store).setIntakeQueue(queue, stamp()));
    committed({});
    return {};
}

Done Desk::setPassword(const PersonId &person, const QString &password)
{
    if (password.isEmpty() || password.size() > limits::kPasswordLength)
        return fail(ErrorCode::Invalid, QStringLiteral("the password is empty or too long"));
    VIGIE_TRY_ASSIGN(found, m_store->directory().person(person));
    if (!found)
        return fail(ErrorCode::NotFound, QStringLiteral("no such person"));
    VIGIE_TRY_ASSIGN(argon2, m_passwords.make(password));
    VIGIE_TRY_ASSIGN(transaction, sql::Transaction::begin(m_store->database()));
    const qint64 now = stamp();
    VIGIE_TRY(m_store->directory().setCredential(person, argon2, now));
    VIGIE_TRY(m_store->tokens().revokeAll(person));
    AuditEntry entry;
    entry.at = now;
    entry.kind = QStringLiteral("person.password");
    entry.after.insert(QStringLiteral("id"), person.text());
    VIGIE_TRY(m_store->audit().append(entry));
    VIGIE_TRY(transaction.commit());
    committed({});
    return {};
}

Done Desk::revokeTokens(const PersonId &person)
{
    VIGIE_TRY_ASSIGN(transaction, sql::Transaction::begin(m_store->database()));
    VIGIE_TRY(m_store->tokens().revokeAll(person));
    AuditEntry entry;
    entry.at = stamp();
    entry.kind = QStringLiteral("person.sign-out");
    entry.after.insert(QStringLiteral("id"), person.text());
    VIGIE_TRY(m_store->audit().append(entry));
    VIGIE_TRY(transaction.commit());
    committed({});
    return {};
}

Result<bool> Desk::lookAtTime()
{
    constexpr int kLookedAtOnce = 100; ///< requests get their turn in between
    const qint64 now = stamp();
    if (m_lookedAt.isNull())
        m_look = IdGenerator(m_clock, m_rng).make<OpId>();
    QStringList moved;
    const Result<TicketId> next = Clerk(*m_store, m_receipts.get(), &m_services, m_rules.get())
                                      .runTimeRules(m_lookedAt, kLookedAtOnce, now, m_look, moved);
    moved.removeDuplicates();
    if (!moved.isEmpty())
        committed(moved);
    if (!next) {
        m_lookedAt = {};
        return fail(next.error());
    }
    m_lookedAt = *next;
    return !next->isNull();
}

Done Desk::tidy()
{
    const qint64 now = m_clock.nowMs();
    VIGIE_TRY_ASSIGN(forgotten, m_store->results().forget(now - limits::kResultsKeptMs));
    if (forgotten > 0)
        qCInfo(lcServer) << "forgot" << forgotten << "old results";
    VIGIE_TRY(m_store->tokens().forget(now - kTokenLifeMs));
    return m_blobs->removeExpired();
}

} // namespace vigie::server
