// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/simworld.h"

#include "app/server/data/ownthingrows.h"
#include "app/server/desk/fanout.h"
#include "core/model/codec.h"
#include "core/ops/rule.h"

#include <QDir>
#include <QSqlDatabase>

namespace vigie::sim {

using store::OpState;

SimWorld::SimWorld(quint64 s, Planted p, int d, Clocks c)
    : seed(s), days(d), rng(s), planted(p), clocks(c), faults(Faults::swarm(rng)), server(time, rng, trace, p)
{
    server.start();
    if (!server.isUp()) {
        broken(QStringLiteral("the server does not start"));
        return;
    }
    IdGenerator ids(server.clock(), rng);
    const size_t queueCount = 1 + rng.below(3);
    for (size_t i = 0; i < queueCount; ++i) {
        Queue queue;
        queue.id = ids.make<QueueId>();
        queue.name = QStringLiteral("Queue %1").arg(i);
        queues.push_back(queue);
        if (const auto added = server.desk().addQueue(queue); !added)
            broken(QStringLiteral("addQueue: %1").arg(toLog(added.error())));
    }
    const size_t count = 2 + rng.below(4);
    for (size_t i = 0; i < count; ++i) {
        Person person;
        person.id = ids.make<PersonId>();
        person.login = QStringLiteral("p%1").arg(i);
        person.name = QStringLiteral("Person %1").arg(i);
        person.role = i == 0 ? Role::Employee : (i == 1 ? Role::Agent : Role(rng.below(2)));
        if (person.role == Role::Agent) {
            for (const Queue &queue : queues) {
                if (queue.id == queues[0].id || rng.below(2) == 0)
                    person.queues.append(queue.id);
            }
        }
        people.push_back(person);
        if (const auto added = server.desk().addPerson(person); !added)
            broken(QStringLiteral("addPerson: %1").arg(toLog(added.error())));
    }
    addRules(ids);
    addTopic(ids);
    server.beforePush = [this] { beSpiteful(); };
    for (const Person &person : people)
        clients.push_back(std::make_unique<SimClient>(*this, person, rng.next()));
    for (auto &client : clients)
        client->start();
}

/// What the desk does by itself; their names are nothing for requesters.
void SimWorld::addRules(IdGenerator &ids)
{
    server::OwnThingRows rows(server.desk().store().database());
    const auto add = [&](qint64 number, RuleEvent when, const QString &tag) {
        Rule rule;
        rule.id = ids.make<RuleId>();
        rule.name = QLatin1String(kCanary) + tag;
        rule.when = {when};
        rule.recipe.addTags = {tag};
        const OwnThing thing{OwnKind::Rule, rule.id.text(), number, number, false, codec::toJson(rule)};
        if (const Done added = rows.writeOfDesk(thing); !added)
            broken(QStringLiteral("a rule: %1").arg(toLog(added.error())));
    };
    add(1, RuleEvent::Created, QStringLiteral("ruled"));
    add(2, RuleEvent::Answered, QStringLiteral("answered"));
}

/// One shelf, kept by the first two who work at the desk.
void SimWorld::addTopic(IdGenerator &ids)
{
    Topic shelf;
    shelf.id = topic = ids.make<TopicId>();
    shelf.name = QStringLiteral("Everything");
    for (const Person &person : people) {
        if (person.role == Role::Employee)
            continue;
        if (shelf.guardian.isNull())
            shelf.guardian = person.id;
        else if (shelf.deputy.isNull())
            shelf.deputy = person.id;
    }
    server::ServerStore &store = server.desk().store();
    auto transaction = sql::Transaction::begin(store.database());
    server::Fanout fanout(store, QStringLiteral("topic"), server.clock().nowMs());
    if (!transaction || !store.articles().put(shelf) || !fanout.topicChanged(shelf) || !transaction->commit())
        broken(QStringLiteral("no topic"));
}

SimWorld::~SimWorld()
{
    clients.clear();
}

QString SimWorld::memoryFolder()
{
    // A disk in memory where there is one: thousands of worlds must not wear out a real disk.
    const QString shared = QStringLiteral("/dev/shm");
    return (QDir(shared).exists() ? shared : QDir::tempPath()) + QStringLiteral("/vigie-sim-XXXXXX");
}

void SimWorld::broken(const QString &what)
{
    if (violations.size() < 20)
        violations.append(what);
}

QString SimWorld::signIn(const Person &person, const DeviceId &device)
{
    const auto token = server.desk().tokens().issue({person.id, device}, QStringLiteral("simulated"));
    if (!token) {
        broken(QStringLiteral("sign-in: %1").arg(toLog(token.error())));
        return {};
    }
    return QString::fromLatin1(*token);
}

void SimWorld::written(SimClient &client, const QList<Op> &list)
{
    for (const Op &op : list) {
        size_t index = 0;
        while (index < clients.size() && clients[index].get() != &client)
            ++index;
        if (const auto known = ops.find(op.id.text()); known != ops.end() && known->second.foundThere) {
            known->second.foundThere = false;
            continue;
        }
        if (ops.contains(op.id.text()))
            broken(QStringLiteral("an op id was used twice: %1").arg(op.id.text()));
        ops[op.id.text()] = {op, index};
        trace.add(time.now(), "written", op.id.text().toLatin1());
    }
}

/// N10: the first proper answer after the server went back must say so.
void SimWorld::witness(SimClient &client, const wire::SyncRequest &request, const wire::SyncResponse &response)
{
    if (response.timeTravel)
        client.travelledTo.clear();
    // Operations that were offered again may have rebuilt the very same history: then there is
    // nothing to be told.
    QHash<QString, qint64> shown;
    for (const wire::FeedState &feed : request.feeds) {
        const auto known = server.isUp() ? server.desk().store().feeds().knows(feed.feed, feed.highWater)
                                         : Result<bool>(true);
        shown.insert(feed.feed, known.value_or(true) ? 0 : feed.highWater.seq);
    }
    for (auto head = client.travelledTo.begin(); head != client.travelledTo.end();) {
        if (shown.value(head.key()) > *head && response.scope.contains(head.key()))
            broken(QStringLiteral("N10: %1 was not told that the server went back in time").arg(client.person().name));
        // A client that lost its cache meanwhile shows nothing and reads everything anew.
        head = client.travelledTo.erase(head);
    }
}

QSet<OpId> SimWorld::outboxIds(SimClient &client)
{
    QSet<OpId> ids;
    if (const auto live = client.profile().outbox().live()) {
        for (const store::OutboxEntry &entry : *live)
            ids.insert(entry.op.id);
    }
    return ids;
}

void SimWorld::outboxTouched(SimClient &client, const QSet<OpId> &before, bool worked)
{
    if (!worked && client.mustDie())
        return;
    const auto live = client.profile().outbox().live();
    if (!live)
        return;
    for (const store::OutboxEntry &entry : *live) {
        if (!before.contains(entry.op.id) && !ops.contains(entry.op.id.text()))
            written(client, {entry.op});
        else if (ops.contains(entry.op.id.text()))
            ops[entry.op.id.text()].op = entry.op; // edited in place
    }
}

void SimWorld::noteOutbox(SimClient &client)
{
    if (client.mustDie())
        return;
    // Ids and states alone: this runs after every change of an outbox.
    auto rows = client.profile().outboxDatabase().prepare(QStringLiteral(
        "SELECT id, state IN ('parked', 'conflict', 'withdrawing', 'discarded') FROM op "
        "WHERE state NOT IN ('acked', 'done')"));
    QStringList unknown;
    while (rows) {
        const auto found = rows->next();
        if (!found)
            return;
        if (!*found)
            break;
        const QString id = rows->text(0);
        if (!ops.contains(id))
            unknown.append(id);
        else if (rows->integer(1) != 0)
            ops[id].leftTheLine = true;
    }
    for (const QString &id : std::as_const(unknown)) {
        const auto entry = client.profile().outbox().entry(OpId::fromStored(id));
        if (!entry || !store::isLive(entry->state))
            continue;
        written(client, {entry->op});
        ops[id].foundThere = true;
    }
}

void SimWorld::plan(double perDay, const std::function<void()> &call)
{
    if (perDay <= 0)
        return;
    int times = int(perDay);
    if (rng.unit() < perDay - times)
        ++times;
    for (int i = 0; i < times; ++i)
        time.after(qint64(rng.below(quint64(kDay))), call);
}

void SimWorld::noteRestore(int snapshot, bool byTool)
{
    // What each client has heard of, against what the server has afterwards.
    std::map<SimClient *, QList<wire::FeedState>> heard;
    for (auto &client : clients) {
        client->travelledTo.clear();
        if (!client->isRunning() || client->mustDie())
            continue;
        if (const auto meta = client->profile().cache().meta())
            heard[client.get()] = meta->resyncing ? QList<wire::FeedState>() : meta->feeds;
    }
    server.restore(snapshot, byTool);
    if (!server.isUp())
        return;
    for (auto &[client, feeds] : heard) {
        for (const wire::FeedState &feed : feeds) {
            const auto head = server.desk().store().feeds().head(feed.feed);
            if (head && feed.highWater.seq > head->seq)
                client->travelledTo.insert(feed.feed, head->seq);
        }
    }
}

void SimWorld::beSpiteful()
{
    constexpr int kMost = 5; // what is offered again would feed it for ever
    if (faults.spite <= 0 || spites >= kMost || rng.unit() >= faults.spite)
        return;
    ++spites;
    const int before = server.snapshots();
    server.takeSnapshot();
    time.after(1000 + qint64(rng.below(7'200'000)), [this, before] {
        if (server.isUp())
            noteRestore(before, false);
    });
}

void SimWorld::changeRights()
{
    if (!server.isUp())
        return;
    const size_t index = rng.below(people.size());
    Person &person = people[index];
    if (person.role != Role::Agent)
        return;
    const QueueId queue = queues[rng.below(queues.size())].id;
    if (person.queues.contains(queue))
        person.queues.removeAll(queue);
    else
        person.queues.append(queue);
    if (const auto updated = server.desk().updatePerson(person); !updated)
        broken(QStringLiteral("updatePerson: %1").arg(toLog(updated.error())));
    trace.add(time.now(), "rights", qint64(index));
}

void SimWorld::planDay()
{
    for (auto &owned : clients) {
        SimClient *client = owned.get();
        plan(0.4 + rng.unit() * 3, [client] { client->act(); });
        const auto killAndReturn = [this, client] {
            client->kill();
            time.after(qint64(rng.below(7'200'000)), [client] {
                if (!client->isRunning())
                    client->start();
            });
        };
        plan(faults.clientKills, killAndReturn);
        plan(faults.storeKills, [this, client] { client->armKill(1 + int(rng.below(40))); });
        plan(faults.cacheLosses, [client] {
            if (client->isRunning())
                client->loseCache();
        });
        plan(faults.offlines, [this, client] {
            client->online = false;
            time.after(qint64(60'000) << rng.below(12), [client] { client->online = true; });
        });
    }
    plan(faults.serverRestarts, [this] {
        server.stop();
        time.after(qint64(rng.below(60'000)), [this] { server.start(); });
    });
    plan(faults.serverOutages, [this] {
        server.stop();
        time.after(qint64(rng.below(quint64(2 * kDay))), [this] { server.start(); });
    });
    plan(1.0, [this] { server.takeSnapshot(); });
    plan(faults.restores, [this] {
        if (server.snapshots() > 0 && server.isUp())
            noteRestore(int(rng.below(quint64(server.snapshots()))), rng.below(2) == 0);
    });
    plan(faults.rightsChanges, [this] { changeRights(); });
}

void SimWorld::runUntil(qint64 until)
{
    while (time.step(until)) {
        for (auto &client : clients) {
            if (!client->isRunning() || !client->mustDie())
                continue;
            client->kill();
            SimClient *dead = client.get();
            time.after(qint64(rng.below(3'600'000)), [dead] {
                if (!dead->isRunning())
                    dead->start();
            });
        }
        if (planted == Planted::NoRetention)
            forgetDone();
        if (!violations.isEmpty())
            return;
    }
    time.skipTo(until);
}

/// Planted::NoRetention: accepted ops are thrown away at once.
void SimWorld::forgetDone()
{
    for (auto &client : clients) {
        if (!client->isRunning())
            continue;
        const Done gone = client->profile().outboxDatabase().run(
            QStringLiteral("DELETE FROM op WHERE state IN ('acked', 'done')"));
        if (!gone)
            broken(QStringLiteral("planting failed: %1").arg(toLog(gone.error())));
    }
}

bool SimWorld::quiet()
{
    for (auto &client : clients) {
        const SyncStatus status = client->driver().status();
        if (status.phase != SyncStatus::Phase::Online || status.waiting > 0)
            return false;
        const auto live = client->profile().outbox().live();
        if (!live)
            return false;
        for (const store::OutboxEntry &entry : *live) {
            if (entry.state == OpState::Acked)
                return false;
        }
    }
    return true;
}

/// Faults stop; everything must come to rest within a bounded time (N11, liveness).
void SimWorld::settle()
{
    faults = Faults();
    server.start();
    for (auto &client : clients) {
        client->online = true;
        client->armKill(-1);
        if (!client->isRunning())
            client->start();
    }
    for (int round = 0; round < 240; ++round) {
        runUntil(time.now() + kDay / 12);
        if (!violations.isEmpty())
            return;
        for (auto &client : clients) {
            client->tidyUp();
            client->driver().syncNow();
        }
        // Late requests may still be on the way for days; only then is quiet really quiet.
        if (round >= 42 && quiet()) {
            runUntil(time.now() + 600'000);
            if (quiet())
                return;
        }
    }
    for (auto &client : clients) {
        const SyncStatus status = client->driver().status();
        broken(QStringLiteral("N11: %1 does not come to rest: phase %2, %3 waiting, %4")
                   .arg(client->person().name)
                   .arg(int(status.phase))
                   .arg(status.waiting)
                   .arg(toLog(status.error)));
    }
}

QStringList SimWorld::run()
{
    for (int day = 0; day < days && violations.isEmpty(); ++day) {
        planDay();
        runUntil((day + 1) * kDay);
    }
    if (violations.isEmpty())
        settle();
    if (violations.isEmpty())
        checkWorld(*this);
    return violations;
}

} // namespace vigie::sim
