// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/codec.h"
#include "core/model/ticketfields.h"
#include "core/ops/opcodec.h"
#include "core/ops/permissions.h"
#include "core/sla/serviceclock.h"
#include "core/store/knowledgereader.h"
#include "core/wire/codec.h"
#include "tests/simulation/simworld.h"

#include <QFile>
#include <QJsonDocument>

namespace vigie::sim {

using store::OpState;

namespace {

struct AuditRow {
    qint64 seq = 0;
    QString op;
    QString kind;
    QString ticket;
    QString device;
    QJsonObject before;
    bool changed = false; ///< the value or the thread is another one now
};

QString tag(const QString &op)
{
    return op.right(8);
}

/// Words and questions are taken back by discarding them before they leave; these by another op.
bool hasInverse(const Payload &payload)
{
    return std::holds_alternative<SetField>(payload) || std::holds_alternative<Escalate>(payload)
        || std::holds_alternative<EditTags>(payload) || std::holds_alternative<EditWatchers>(payload)
        || std::holds_alternative<EditLinks>(payload) || std::holds_alternative<MergeInto>(payload)
        || std::holds_alternative<LogWork>(payload);
}

class Checker
{
public:
    explicit Checker(SimWorld &world) : m_world(world) {}

    void run()
    {
        readAudit();
        everyIntentionEnded();
        nothingHappenedTwiceOrUnasked();
        everyReportMetItsRule();
        ordersAreKept();
        nobodyWasOverwrittenUnseen();
        for (auto &client : m_world.clients) {
            copiesAgree(*client);
            rowsAreTrue(*client);
            articlesAreTrue(*client);
            nothingForbiddenIsStored(*client);
            traffickedModestly(*client);
        }
    }

private:
    void readAudit()
    {
        auto rows = m_world.server.desk().store().database().prepare(QStringLiteral(
            "SELECT seq, op_id, kind, ticket, device, before, after FROM audit WHERE op_id <> '' ORDER BY seq"));
        if (!rows)
            return m_world.broken(QStringLiteral("no audit: %1").arg(toLog(rows.error())));
        for (;;) {
            const auto found = rows->next();
            if (!found || !*found)
                break;
            const QJsonObject before = QJsonDocument::fromJson(rows->text(5).toUtf8()).object();
            const QJsonObject after = QJsonDocument::fromJson(rows->text(6).toUtf8()).object();
            m_audit.append({rows->integer(0), rows->text(1), rows->text(2), rows->text(3), rows->text(4),
                            before, !before.isEmpty() || !after.isEmpty()});
        }
    }

    /// N1, N3: what was said to be saved is somewhere, and every op has come to an end that a
    /// person can see.
    void everyIntentionEnded()
    {
        QSet<QString> happened;
        for (const AuditRow &row : std::as_const(m_audit))
            happened.insert(row.op);
        for (const auto &[id, written] : m_world.ops) {
            SimClient &client = *m_world.clients[written.client];
            const auto entry = client.profile().outbox().entry(OpId::fromStored(id));
            if (!entry) {
                if (!happened.contains(id))
                    m_world.broken(QStringLiteral("N1: op %1 (%2) of %3 is lost").arg(tag(id), kindName(written.op.payload), client.person().name));
                continue;
            }
            if (hasInverse(entry->op.payload) && !entry->undo)
                m_world.broken(QStringLiteral("N14: op %1 (%2) of %3 cannot be undone").arg(tag(id), kindName(entry->op.payload), client.person().name));
            const QString state = QLatin1String(store::stateName(entry->state));
            switch (entry->state) {
            case OpState::Done:
                if (!happened.contains(id) && !entry->merged)
                    m_unheard.insert(id);
                break;
            case OpState::Parked:
            case OpState::Conflict:
            case OpState::Discarded:
                if (happened.contains(id) && entry->error.code != ErrorCode::ServerFault)
                    m_world.broken(QStringLiteral("N3: op %1 (%2) of %3 is %4 but took effect")
                                       .arg(tag(id), kindName(written.op.payload), client.person().name, state));
                break;
            default:
                m_world.broken(QStringLiteral("N3: op %1 of %2 is still %3").arg(tag(id), client.person().name, state));
            }
        }
        // Done without effect is right only where there was nothing to change (merged no-ops).
        for (const QString &id : std::as_const(m_unheard)) {
            const Op &op = m_world.ops[id].op;
            const bool words = std::holds_alternative<AddMessage>(op.payload)
                || std::holds_alternative<CreateTicket>(op.payload)
                || std::holds_alternative<Escalate>(op.payload);
            const auto *act = std::get_if<ArticleAct>(&op.payload);
            if (words || (act && std::holds_alternative<SaveArticle>(*act)))
                m_world.broken(QStringLiteral("N1: op %1 (%2) counts as done but the server does not have it").arg(tag(id), kindName(op.payload)));
        }
    }

    /// N2: an op id has at most one effect, and nothing happened that nobody wrote.
    void nothingHappenedTwiceOrUnasked()
    {
        QSet<QString> seen;
        for (const AuditRow &row : std::as_const(m_audit)) {
            if (seen.contains(row.op))
                m_world.broken(QStringLiteral("N2: op %1 took effect twice").arg(tag(row.op)));
            seen.insert(row.op);
            if (!m_world.ops.contains(row.op))
                m_world.broken(QStringLiteral("N2: op %1 (%2) took effect but nobody wrote it").arg(tag(row.op), row.kind));
        }
    }

    /// N4: what one device did to one ticket happened in its order, but for what stood aside for a
    /// person in between. What found its value set already, left no trace that a restored server
    /// could be missed by: it may be offered late, and changes nothing again.
    void ordersAreKept()
    {
        QHash<QString, qint64> newest;
        for (const AuditRow &row : std::as_const(m_audit)) {
            const auto written = m_world.ops.find(row.op);
            if (written == m_world.ops.end() || written->second.leftTheLine || !row.changed)
                continue;
            qint64 &last = newest[row.device + row.ticket];
            if (written->second.op.deviceSeq < last)
                m_world.broken(QStringLiteral("N4: op %1 (%2) overtook an older one of its ticket").arg(tag(row.op), row.kind));
            last = std::max(last, written->second.op.deviceSeq);
        }
    }

    /// Rules run with what makes them run, or it did not happen either.
    void everyReportMetItsRule()
    {
        auto rows = m_world.server.desk().store().database().prepare(QStringLiteral("SELECT id FROM ticket"));
        while (rows) {
            const auto found = rows->next();
            if (!found || !*found)
                break;
            const auto ticket =
                m_world.server.desk().store().tickets().ticket(TicketId::fromStored(rows->text(0)));
            if (!ticket || !*ticket || !(*ticket)->tags.contains(QStringLiteral("ruled")))
                m_world.broken(QStringLiteral("a rule did not run on %1").arg(tag(rows->text(0))));
        }
    }

    /// N8: whoever replaced a value had seen it.
    void nobodyWasOverwrittenUnseen()
    {
        for (const AuditRow &row : std::as_const(m_audit)) {
            const auto written = m_world.ops.find(row.op);
            if (written == m_world.ops.end())
                continue;
            const Op &op = written->second.op;
            const auto *set = std::get_if<SetField>(&op.payload);
            if (!set || set->field == QLatin1String("owner"))
                continue;
            if (!row.before.contains(set->field))
                continue; // it changed nothing
            const QString replaced = row.before.value(set->field).toString();
            if (op.base.value(set->field).hash != valueHash(replaced))
                m_world.broken(QStringLiteral("N8: op %1 replaced a %2 its author had not seen").arg(tag(row.op), set->field));
        }
    }

    /// N5: equal digests, feed by feed.
    void copiesAgree(SimClient &client)
    {
        const auto digests = m_world.server.desk().digest({client.person().id, client.profile().device()});
        if (!digests)
            return m_world.broken(QStringLiteral("N5: no digest: %1").arg(toLog(digests.error())));
        const auto meta = client.profile().cache().meta();
        if (!meta)
            return m_world.broken(QStringLiteral("N5: no meta"));
        QSet<QString> known;
        for (const wire::FeedState &feed : meta->feeds)
            known.insert(feed.feed);
        for (auto it = digests->cbegin(); it != digests->cend(); ++it) {
            const auto mine = client.profile().cache().feedDigest(it.key());
            if (!known.contains(it.key()) || !mine || *mine != it->value)
                m_world.broken(QStringLiteral("N5: %1's copy of feed %2 differs (%3 rows there): %4")
                                   .arg(client.person().name, it.key().left(12))
                                   .arg(it->count)
                                   .arg(firstDifference(client, it.key())));
        }
        for (const QString &feed : std::as_const(known)) {
            if (!digests->contains(feed))
                m_world.broken(QStringLiteral("N7: %1 still has feed %2").arg(client.person().name, feed.left(12)));
        }
    }

    using Rows = std::map<QString, QByteArray>; ///< digests by kind and id

    /// What somebody who reads the feed for the first time gets.
    Rows rowsThere(SimClient &client, const QString &feed)
    {
        Rows rows;
        wire::SyncRequest request;
        request.device = client.profile().device();
        request.pull = true;
        for (bool more = true; more;) {
            const auto page = m_world.server.desk().sync({client.person().id, request.device}, request);
            if (!page)
                break;
            for (const wire::Change &change : page->changes) {
                if (change.feed == feed && change.kind != wire::ChangeKind::Gone)
                    rows[nameOf(change.kind) + u' ' + change.id] = wire::rowDigest(nameOf(change.kind), change.data);
            }
            request.feeds.clear();
            for (const wire::FeedPoint &point : page->next)
                request.feeds.append({point.feed, point.at, point.at});
            more = page->more;
        }
        return rows;
    }

    Rows rowsHere(SimClient &client, const QString &feed)
    {
        Rows rows;
        auto found = client.profile().cacheDatabase().prepare(QStringLiteral(
            "SELECT r.kind, coalesce(m.id, f.id, '?'), r.digest FROM feed_row AS r "
            "LEFT JOIN message AS m ON r.kind = 2 AND m.n = r.item "
            "LEFT JOIN ref AS f ON r.kind <> 2 AND f.n = r.item "
            "WHERE r.feed_n = (SELECT n FROM feed WHERE name = ?)"));
        if (!found)
            return rows;
        found->bind(feed);
        static const wire::ChangeKind kinds[] = {wire::ChangeKind::Ticket, wire::ChangeKind::Message,
                                                 wire::ChangeKind::Person, wire::ChangeKind::Queue,
                                                 wire::ChangeKind::Services, wire::ChangeKind::Topic,
                                                 wire::ChangeKind::Article, wire::ChangeKind::Revision};
        for (auto next = found->next(); next && *next; next = found->next())
            rows[nameOf(kinds[found->integer(0) - 1]) + u' ' + found->text(1)] = found->bytes(2);
        return rows;
    }

    QString firstDifference(SimClient &client, const QString &feed)
    {
        const Rows there = rowsThere(client, feed);
        const Rows here = rowsHere(client, feed);
        for (const auto &[name, digest] : there) {
            const auto mine = here.find(name);
            if (mine == here.end())
                return QStringLiteral("%1 is missing").arg(name);
            if (mine->second != digest)
                return QStringLiteral("%1 is another").arg(name);
        }
        for (const auto &[name, digest] : here) {
            if (!there.contains(name))
                return QStringLiteral("%1 is too much").arg(name);
        }
        return QStringLiteral("the rows are the same");
    }

    /// N5: what people see is what the server has, once nothing is pending.
    void rowsAreTrue(SimClient &client)
    {
        store::ListQuery query;
        query.openOnly = false;
        query.me = client.person().id;
        query.limit = 100'000;
        const auto rows = client.profile().cache().reader().list(query);
        if (!rows)
            return m_world.broken(QStringLiteral("N5: no list: %1").arg(toLog(rows.error())));
        for (const store::TicketRow &row : *rows) {
            const auto live = client.profile().outbox().liveOf(row.id);
            if (!live || !live->isEmpty())
                continue;
            const auto truth = m_world.server.desk().store().tickets().ticket(row.id);
            const auto mine = client.profile().cache().reader().ticket(row.id);
            if (!truth || !*truth || !mine || !*mine) {
                m_world.broken(QStringLiteral("N5: %1 shows a ticket that does not exist").arg(client.person().name));
                continue;
            }
            const Actor actor = actorOf(client.person());
            const Sight sight = sightOf(actor, **truth);
            const Ticket face = sight == Sight::Staff ? **truth : forRequester(**truth, client.person().id);
            if (sight == Sight::None)
                m_world.broken(QStringLiteral("N7: %1 still shows a ticket out of sight").arg(client.person().name));
            else if (codec::toJson(face) != codec::toJson(**mine))
                m_world.broken(QStringLiteral("N5: %1 shows a ticket as it is not").arg(client.person().name));
            if (row.pending)
                m_world.broken(QStringLiteral("N5: %1 shows a ticket as pending").arg(client.person().name));
            clocksAreTrue(client, **mine, sight);
            threadIsTrue(client, row.id, sight);
        }
    }

    /// The same for the knowledge base, with every text that the person may have.
    void articlesAreTrue(SimClient &client)
    {
        server::ArticleRows &there = m_world.server.desk().store().articles();
        const store::KnowledgeReader here(client.profile().cacheDatabase());
        const Actor actor = actorOf(client.person());
        const auto rows = here.list({store::ArticleQuery::Which::All, {}, {}, {}, 0, 0, 100'000, 0});
        if (!rows)
            return m_world.broken(QStringLiteral("N5: no articles: %1").arg(toLog(rows.error())));
        for (const store::ArticleRow &row : *rows) {
            const auto live = client.profile().outbox().liveOf(TicketId(row.article.id.uuid()));
            if (!live || !live->isEmpty())
                continue;
            const auto truth = there.article(row.article.id);
            if (!truth || !*truth || !mayRead(actor, **truth)) {
                m_world.broken(QStringLiteral("N7: %1 shows an article that is not for them").arg(client.person().name));
                continue;
            }
            const Article face = actor.isStaff() ? **truth : forReaders(**truth);
            if (row.pending || codec::toJson(face) != codec::toJson(row.article))
                m_world.broken(QStringLiteral("N5: %1 shows an article as it is not").arg(client.person().name));
            QSet<RevisionId> wanted;
            if (actor.isStaff()) {
                const auto all = there.revisionsOf(row.article.id);
                wanted = QSet<RevisionId>(all->cbegin(), all->cend());
            } else {
                wanted.insert(row.article.published);
            }
            const auto texts = here.history(row.article.id);
            QSet<RevisionId> shown;
            for (const Revision &text : *texts)
                shown.insert(text.id);
            if (shown != wanted)
                m_world.broken(QStringLiteral("N5: %1 has %2 texts of an article, of %3")
                                   .arg(client.person().name).arg(shown.size()).arg(wanted.size()));
        }
    }

    /// What the server wrote down of a ticket's clocks is what a device computes from its own copy of
    /// what is agreed on; requesters have neither.
    void clocksAreTrue(SimClient &client, const Ticket &mine, Sight sight)
    {
        const auto book = client.profile().cache().reader().services();
        const bool isStaff = actorOf(client.person()).isStaff();
        if (!book || book->isEmpty() == isStaff)
            return m_world.broken(QStringLiteral("%1 has the wrong book of services").arg(client.person().name));
        if (sight != Sight::Staff) {
            if (mine.service != ServiceRecord())
                m_world.broken(QStringLiteral("N7: %1 sees clocks").arg(client.person().name));
            return;
        }
        ServiceRecord again = mine.service;
        settle(*book, again);
        if (mine.service.marks.isEmpty() || again != mine.service)
            m_world.broken(QStringLiteral("N5: %1 sees other clocks of %2").arg(client.person().name, mine.id.text()));
    }

    /// What one copy has and the other has not, for whoever looks into a red seed.
    QString firstOdd(SimClient &client, const QSet<MessageId> &shown, const QSet<MessageId> &wanted)
    {
        for (const MessageId &id : shown) {
            if (wanted.contains(id))
                continue;
            auto row = client.profile().cacheDatabase().prepare(QStringLiteral(
                "SELECT coalesce(pending_op, ''), json FROM message WHERE id = ?"));
            if (row && row->bind(id.text()).next().value_or(false))
                return QStringLiteral("too much, of op '%1': %2").arg(row->text(0), row->text(1));
        }
        for (const MessageId &id : wanted) {
            if (!shown.contains(id))
                return QStringLiteral("%1 is missing").arg(id.text());
        }
        return {};
    }

    void threadIsTrue(SimClient &client, const TicketId &ticket, Sight sight)
    {
        const auto truth = m_world.server.desk().store().tickets().thread(ticket);
        const auto mine = client.profile().cache().reader().thread(ticket);
        if (!truth || !mine)
            return m_world.broken(QStringLiteral("N5: no thread"));
        QSet<MessageId> wanted;
        for (const ThreadEntry &entry : *truth) {
            if (sight == Sight::Staff || entry.visibility == Visibility::Public)
                wanted.insert(entry.id);
        }
        QSet<MessageId> shown;
        for (const Message &message : *mine)
            shown.insert(message.id);
        if (shown != wanted)
            m_world.broken(QStringLiteral("N5: %1 shows %2 messages of %3: %4")
                               .arg(client.person().name)
                               .arg(shown.size())
                               .arg(wanted.size())
                               .arg(firstOdd(client, shown, wanted)));
    }

    /// N7: bytes of internal notes are on no device that may not have them.
    void nothingForbiddenIsStored(SimClient &client)
    {
        client.profile().cacheDatabase().checkpoint();
        QByteArray bytes;
        for (const char *name : {"/profile/cache.db", "/profile/cache.db-wal"}) {
            QFile file(client.folder() + QLatin1String(name));
            if (file.open(QIODevice::ReadOnly))
                bytes += file.readAll();
        }
        const QByteArray canary(SimWorld::kCanary);
        if (client.person().role == Role::Employee && bytes.contains(canary))
            m_world.broken(QStringLiteral("N7: %1's device holds an internal note").arg(client.person().name));
    }

    /// N12: no hot loops.
    void traffickedModestly(SimClient &client)
    {
        // A refused connection is tried again every half minute at most.
        if (client.requests() > 200'000)
            m_world.broken(QStringLiteral("N12: %1 made %2 requests").arg(client.person().name).arg(client.requests()));
    }

    SimWorld &m_world;
    QList<AuditRow> m_audit;
    QSet<QString> m_unheard;
};

} // namespace

void checkWorld(SimWorld &world)
{
    Checker(world).run();
}

} // namespace vigie::sim
