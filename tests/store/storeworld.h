// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rng.h"
#include "core/model/codec.h"
#include "core/store/profile.h"
#include "core/wire/codec.h"
#include "tests/support/fixedclock.h"

#include <QTemporaryDir>
#include <QTest>

/// Shows an error instead of a bare "false".
#define VERIFY_OK(expression)                                                                      \
    do {                                                                                           \
        const auto &verified = (expression);                                                       \
        QVERIFY2(verified.has_value(),                                                             \
                 verified ? "" : qPrintable(::vigie::toLog(verified.error())));                    \
    } while (false)

namespace vigie::store {

/// A profile on disk, an agent in two queues, an employee, and a small server of one page at a
/// time: what it says is made by hand, so that every odd page can be said.
struct StoreWorld {
    FixedClock clock;
    SeededRng rng{7};
    IdGenerator ids{clock, rng};
    QTemporaryDir folder;
    QueueId desk = ids.make<QueueId>();
    QueueId field = ids.make<QueueId>();
    Person ben = person(QStringLiteral("Ben Lefèvre"), Role::Agent, {desk, field});
    Person anna = person(QStringLiteral("Anna Œhler"), Role::Employee, {});
    DeviceId device = ids.make<DeviceId>();
    std::unique_ptr<Profile> profile;
    qint64 deviceSeq = 0;
    bool fullSync = true; ///< false: quick, for tests that are not about the disk
    QHash<QString, qint64> heads; ///< seq of each feed

    Person person(const QString &name, Role role, const QList<QueueId> &queues)
    {
        Person made;
        made.id = ids.make<PersonId>();
        made.login = name.section(QLatin1Char(' '), 0, 0).toLower();
        made.name = name;
        made.role = role;
        made.queues = queues;
        return made;
    }
    Result<std::unique_ptr<Profile>> open()
    {
        Profile::Options options;
        options.device = device;
        options.fullSync = fullSync;
        return Profile::open(folder.path() + QStringLiteral("/profile"), clock.at, options);
    }
    [[nodiscard]] bool reopen()
    {
        profile.reset();
        auto opened = open();
        if (!opened) {
            qWarning("%s", qPrintable(toLog(opened.error())));
            return false;
        }
        profile = std::move(*opened);
        return true;
    }
    [[nodiscard]] QString path(const char *name) const
    {
        return folder.path() + QStringLiteral("/profile/") + QLatin1String(name);
    }
    OutboxStore &outbox() { return profile->outbox(); }
    CacheStore &cache() { return profile->cache(); }
    CacheReader &reader() { return profile->cache().reader(); }

    static QString queueFeed(const QueueId &queue) { return QStringLiteral("q/") + queue.text(); }
    static QString personFeed(const Person &who) { return QStringLiteral("p/") + who.id.text(); }
    static QString staffFeed() { return QStringLiteral("staff"); }

    // What the server has
    Ticket ticket(const QString &title, const QueueId &queue, qint64 number)
    {
        Ticket made;
        made.id = ids.make<TicketId>();
        made.number = number;
        made.title = title;
        made.category = QStringLiteral("other");
        made.queue = queue;
        made.requester = anna.id;
        made.requesterName = anna.name;
        made.writtenAt = made.createdAt = made.updatedAt = made.publicUpdatedAt = ++clock.at;
        return made;
    }
    Message message(const Ticket &about, const Person &by, const QString &body,
                    MessageKind kind = MessageKind::Reply)
    {
        Message made;
        made.id = ids.make<MessageId>();
        made.ticket = about.id;
        made.kind = kind;
        made.visibility = visibilityOf(kind);
        made.author = by.id;
        made.authorName = by.name;
        made.body = body;
        made.writtenAt = made.receivedAt = ++clock.at;
        return made;
    }

    // What it says
    wire::Change change(const QString &feed, wire::ChangeKind kind, const QString &id,
                        const QJsonObject &data)
    {
        return {feed, ++heads[feed], kind, id, data};
    }
    wire::Change said(const QString &feed, const Ticket &about)
    {
        return change(feed, wire::ChangeKind::Ticket, about.id.text(), codec::toJson(about));
    }
    wire::Change said(const QString &feed, const Message &words)
    {
        return change(feed, wire::ChangeKind::Message, words.id.text(), codec::toJson(words));
    }
    wire::Change said(const QString &feed, const Person &who)
    {
        return change(feed, wire::ChangeKind::Person, who.id.text(), codec::toJson(who));
    }
    wire::Change said(const QString &feed, const Queue &line)
    {
        return change(feed, wire::ChangeKind::Queue, line.id.text(), codec::toJson(line));
    }
    wire::Change gone(const QString &feed, const TicketId &id)
    {
        return change(feed, wire::ChangeKind::Gone, id.text(), {});
    }
    QStringList scopeOf(const Person &who) const
    {
        QStringList scope{personFeed(who)};
        if (who.role == Role::Employee)
            return scope;
        scope.prepend(staffFeed());
        for (const QueueId &queue : who.queues)
            scope.append(queueFeed(queue));
        return scope;
    }
    static wire::SyncRequest requestFrom(const SyncMeta &meta)
    {
        wire::SyncRequest asked;
        asked.epoch = meta.epoch;
        asked.feeds = meta.feeds;
        asked.pull = true;
        return asked;
    }
    wire::SyncRequest request() { return requestFrom(cache().meta().value_or(SyncMeta())); }
    wire::SyncResponse page(const Person &me, const QList<wire::Change> &changes)
    {
        wire::SyncResponse answer;
        answer.epoch = QStringLiteral("epoch-1");
        answer.serverTime = clock.at;
        answer.me = me;
        answer.intakeQueue = me.role == Role::Employee ? QueueId() : desk;
        answer.scope = scopeOf(me);
        answer.changes = changes;
        QSet<QString> moved;
        for (const wire::Change &entry : changes)
            moved.insert(entry.feed);
        for (const QString &feed : std::as_const(moved))
            answer.next.append({feed, {heads[feed], QStringLiteral("c%1").arg(heads[feed])}});
        return answer;
    }
    Result<StoreChange> apply(const Person &me, const QList<wire::Change> &changes)
    {
        VIGIE_TRY_ASSIGN(live, outbox().live());
        VIGIE_TRY_ASSIGN(meta, cache().meta());
        return cache().applyPage(requestFrom(meta), page(me, changes), live);
    }

    // What a person does
    NewOp op(const TicketId &about, Payload payload, const Ticket &seen = {})
    {
        Op made;
        made.id = ids.make<OpId>();
        made.device = device;
        made.deviceSeq = ++deviceSeq;
        made.ticket = about;
        made.base = baseFor(payload, seen);
        made.payload = std::move(payload);
        made.writtenAt = ++clock.at;
        return {made, std::nullopt};
    }
    NewOp report(const TicketId &about, const QString &title, const Person &by)
    {
        CreateTicket create;
        create.message = ids.make<MessageId>();
        create.title = title;
        create.kit.what = QStringLiteral("It happened again: ") + title;
        create.requester = by.id;
        return op(about, create);
    }
    NewOp reply(const TicketId &about, const QString &body)
    {
        AddMessage add;
        add.message = ids.make<MessageId>();
        add.body = body;
        return op(about, add);
    }
    Result<StoreChange> send(const NewOp &added, const QString &title = QStringLiteral("Title"))
    {
        VIGIE_TRY(outbox().enqueue({added}, title, clock.at));
        return rebase(added.op.ticket);
    }
    Result<StoreChange> rebase(const TicketId &about)
    {
        VIGIE_TRY_ASSIGN(live, outbox().liveOf(about));
        return cache().rebase(about, live);
    }
    Result<StoreChange> turn(const OpId &id, OpState state)
    {
        VIGIE_TRY_ASSIGN(entry, outbox().entry(id));
        entry.state = state;
        entry.changedAt = clock.at;
        VIGIE_TRY(outbox().update({entry}));
        return rebase(entry.op.ticket);
    }

    [[nodiscard]] QStringList listed(ListQuery query)
    {
        query.me = ben.id;
        const auto rows = reader().list(query);
        QStringList titles;
        if (!rows)
            return {toLog(rows.error())};
        for (const TicketRow &row : *rows)
            titles.append(row.title);
        return titles;
    }
    [[nodiscard]] QStringList bodies(const TicketId &about)
    {
        const auto thread = reader().thread(about);
        QStringList texts;
        if (!thread)
            return {toLog(thread.error())};
        for (const Message &entry : *thread) {
            if (entry.kind != MessageKind::Event)
                texts.append(entry.body);
        }
        return texts;
    }
};

} // namespace vigie::store
