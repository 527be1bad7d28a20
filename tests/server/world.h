// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/api/api.h"
#include "app/server/desk/blobdesk.h"
#include "app/server/desk/desk.h"
#include "core/base/json.h"
#include "core/base/rng.h"
#include "core/model/codec.h"
#include "core/ops/opcodec.h"
#include "core/wire/codec.h"
#include "tests/support/fixedclock.h"
#include "tests/support/receiptseed.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

namespace vigie::server {

/// Somebody with a device: writes ops and follows feeds as a client would, with the simplest
/// client there can be.
struct Actress {
    Person person;
    DeviceId device;
    qint64 seq = 0;
    QString epoch;
    QMap<QString, wire::FeedState> feeds;
    QMap<QString, QMap<QString, QJsonObject>> rows; ///< feed → "kind/id" → data

    [[nodiscard]] Caller caller() const { return {person.id, device}; }
    [[nodiscard]] wire::SyncRequest request() const
    {
        wire::SyncRequest asked;
        asked.device = device;
        asked.epoch = epoch;
        asked.feeds = feeds.values();
        return asked;
    }
    [[nodiscard]] QJsonObject row(const QString &feed, const QString &kind, const QString &id) const
    {
        return rows.value(feed).value(kind + QLatin1Char('/') + id);
    }
    void apply(const wire::SyncResponse &response)
    {
        epoch = response.epoch;
        for (const QString &feed : feeds.keys()) {
            if (!response.scope.contains(feed)) {
                feeds.remove(feed);
                rows.remove(feed);
            }
        }
        for (const wire::Change &change : response.changes)
            apply(change);
        for (const wire::FeedPoint &point : response.next) {
            feeds[point.feed].feed = point.feed;
            feeds[point.feed].cursor = feeds[point.feed].highWater = point.at;
        }
    }
    void apply(const wire::Change &change)
    {
        auto &feed = rows[change.feed];
        if (change.kind != wire::ChangeKind::Gone) {
            feed.insert(nameOf(change.kind) + QLatin1Char('/') + change.id, change.data);
            return;
        }
        feed.remove(QStringLiteral("ticket/") + change.id);
        feed.removeIf([&](QMap<QString, QJsonObject>::iterator it) {
            return it.value().value(QLatin1String("ticket")).toString() == change.id;
        });
    }
};

/// A desk with two queues and a small staff, on a clock that stands still.
class World
{
public:
    FixedClock clock;
    SeededRng rng{7};
    SeededRng idRng{8};
    IdGenerator ids{clock, idRng};
    QTemporaryDir folder;
    std::unique_ptr<Desk> desk;
    Queue front;
    Queue back;
    Actress anna;  ///< employee
    Actress bob;   ///< employee
    Actress ada;   ///< agent of the front queue
    Actress bert;  ///< agent of the back queue
    Actress chief; ///< admin

    enum class Place { Memory, Disk };

    /// In memory, a desk cannot be closed and opened again.
    explicit World(Place place = Place::Memory, bool withPeople = true,
                   std::optional<ServiceBook> services = {}) :
        m_place(place), m_services(std::move(services))
    {
        open();
        if (!withPeople)
            return;
        front = queue("Front");
        back = queue("Back");
        anna = person("anna", Role::Employee, {});
        bob = person("bob", Role::Employee, {});
        ada = person("ada", Role::Agent, {front.id});
        bert = person("bert", Role::Agent, {back.id});
        chief = person("chief", Role::Admin, {});
    }

    [[nodiscard]] DeskOptions options() const
    {
        DeskOptions result;
        result.folder = folder.path() + QStringLiteral("/data");
        result.inMemory = m_place == Place::Memory;
        result.hashCost = HashCost::lowest();
        result.services = m_services;
        result.secrets = [n = 0]() mutable {
            return QCryptographicHash::hash(QByteArray::number(++n), QCryptographicHash::Sha256);
        };
        result.receipts = fixedReceiptSigner();
        return result;
    }
    void open()
    {
        desk.reset();
        auto opened = Desk::open(options(), clock, rng);
        if (!opened)
            qFatal("%s", qPrintable(toLog(opened.error())));
        desk = *std::move(opened);
    }
    static void must(const Done &done)
    {
        if (!done)
            qFatal("%s", qPrintable(toLog(done.error())));
    }
    Queue queue(const char *name)
    {
        Queue made;
        made.id = ids.make<QueueId>();
        made.name = QLatin1String(name);
        must(desk->addQueue(made));
        return made;
    }
    Actress person(const char *name, Role role, const QList<QueueId> &queues)
    {
        Actress made;
        made.person.id = ids.make<PersonId>();
        made.person.login = made.person.name = QLatin1String(name);
        made.person.role = role;
        made.person.queues = queues;
        made.device = ids.make<DeviceId>();
        must(desk->addPerson(made.person));
        return made;
    }

    [[nodiscard]] Ticket ticket(const TicketId &id)
    {
        const auto found = desk->store().tickets().ticket(id);
        return found && *found ? **found : Ticket();
    }
    Op op(Actress &who, const TicketId &on, Payload payload)
    {
        Op made;
        made.id = ids.make<OpId>();
        made.device = who.device;
        made.deviceSeq = ++who.seq;
        made.ticket = on;
        made.base = baseFor(payload, ticket(on));
        made.payload = std::move(payload);
        made.writtenAt = clock.at;
        const auto thread = desk->store().tickets().thread(on);
        if (thread && !thread->isEmpty())
            made.seenThrough = thread->last().id;
        return made;
    }
    CreateTicket report(const Actress &who, const QString &title = QStringLiteral("Printer"))
    {
        CreateTicket create;
        create.message = ids.make<MessageId>();
        create.title = title;
        create.kit.what = QStringLiteral("Blank pages");
        create.requester = who.person.id;
        return create;
    }
    AddMessage words(const QString &body, MessageKind kind = MessageKind::Reply)
    {
        AddMessage add;
        add.message = ids.make<MessageId>();
        add.kind = kind;
        add.body = body;
        return add;
    }

    wire::SyncResponse exchange(Actress &who, const QList<Op> &ops, bool pull = false)
    {
        ++clock.at;
        wire::SyncRequest asked = who.request();
        asked.ops = ops;
        asked.pull = pull;
        const auto answer = desk->sync(who.caller(), asked);
        if (!answer)
            qFatal("%s", qPrintable(toLog(answer.error())));
        return *answer;
    }
    wire::OpResult send(Actress &who, const Op &made)
    {
        return exchange(who, {made}).results.value(0);
    }
    wire::OpResult send(Actress &who, const TicketId &on, Payload payload)
    {
        return send(who, op(who, on, std::move(payload)));
    }
    /// A report by `who`, which must succeed.
    TicketId reported(Actress &who, const QString &title = QStringLiteral("Printer"))
    {
        const auto id = ids.make<TicketId>();
        const wire::OpResult result = send(who, id, report(who, title));
        if (result.status != wire::OpStatus::Applied)
            qFatal("not reported: %s", qPrintable(toLog(result.error)));
        return id;
    }
    /// Pulls until there is no more; how many changes came.
    int pull(Actress &who)
    {
        int changes = 0;
        while (true) {
            const wire::SyncResponse response = exchange(who, {}, true);
            if (response.timeTravel)
                return -1;
            changes += int(response.changes.size());
            who.apply(response);
            if (!response.more)
                return changes;
        }
    }
    /// A complete file of this person's.
    Attachment file(const Actress &who, const QByteArray &bytes)
    {
        Attachment made;
        made.sha256 = QString::fromLatin1(
            QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        made.name = QStringLiteral("shot.png");
        made.mediaType = QStringLiteral("image/png");
        made.size = bytes.size();
        const auto offset = desk->blobs().begin(who.person.id, made.sha256, made.size);
        if (offset && *offset < made.size) {
            must(desk->blobs().append(who.person.id, made.sha256, 0, bytes)
                     .map([](const auto &) {}));
            must(desk->blobs().finish(who.person.id, made.sha256,
                                      desk->blobs().check(who.person.id, made.sha256)()));
        }
        return made;
    }

private:
    Place m_place;
    std::optional<ServiceBook> m_services;
};

} // namespace vigie::server
