// SPDX-License-Identifier: GPL-3.0-or-later
#include "storecorpus.h"

#include "core/model/codec.h"
#include "core/store/cachefeeds.h"
#include "core/store/cacherows.h"
#include "core/wire/codec.h"

#include <cmath>
#include <cstdio>

namespace vigie::bench {

namespace {

constexpr int kQueues = 12;
constexpr int kPeople = 400;
constexpr int kAgents = 60;
constexpr int kVocabulary = 30'000;
constexpr int kMessagesEach = 5;
constexpr int kBatch = 2000;
constexpr double kOpenShare = 0.12;
const QString kStaffFeed = QStringLiteral("staff");

} // namespace

StoreCorpus::StoreCorpus(int tickets) : m_count(tickets)
{
    static const char *const syllables[] = {"pri", "nter", "ré", "seau", "mot", "de", "pas", "se",
                                            "key", "board", "lan", "wi", "fi", "out", "look", "ma",
                                            "chi", "ne", "er", "ror", "sys", "tem", "vpn", "dis"};
    for (int i = 0; i < kVocabulary; ++i) {
        QString made;
        for (quint64 left = 2 + m_rng.below(3); left > 0; --left)
            made += QString::fromUtf8(syllables[m_rng.below(std::size(syllables))]);
        m_words.append(made + (i < 200 ? QString() : QString::number(i, 36)));
    }
    m_me.role = Role::Agent;
    for (int i = 0; i < kQueues; ++i)
        m_me.queues.append(m_ids.make<QueueId>());
    for (int i = 0; i < kPeople; ++i) {
        Person person;
        person.id = m_ids.make<PersonId>();
        person.name = word(qsizetype(m_rng.below(kVocabulary))) + QStringLiteral(" %1").arg(i);
        person.login = QStringLiteral("p%1").arg(i);
        person.role = i < kAgents ? Role::Agent : Role::Employee;
        m_people.append(person);
    }
    m_me.id = m_people.first().id;
    m_me.name = m_people.first().name;
    m_me.login = m_people.first().login;
}

QString StoreCorpus::text(int words)
{
    QString result;
    for (int i = 0; i < words; ++i) {
        // Frequency falls with the rank, as Zipf found it in real texts.
        const double steep = std::pow(double(kVocabulary), m_rng.unit()) - 1;
        result += word(qsizetype(steep)) + (i + 1 < words ? QLatin1Char(' ') : QLatin1Char('.'));
    }
    return result;
}

Ticket StoreCorpus::ticket()
{
    Ticket made;
    made.id = m_ids.make<TicketId>();
    made.number = ++m_number;
    made.title = text(6);
    made.category = categoryKeys().at(qsizetype(m_rng.below(quint64(categoryKeys().size()))));
    made.kit.what = text(20);
    made.priority = Priority(1 + m_rng.below(4));
    const bool open = m_rng.unit() < kOpenShare;
    made.state = State(open ? m_rng.below(5) : 5 + m_rng.below(2));
    made.level = Level(1 + m_rng.below(4));
    made.queue = m_me.queues.at(qsizetype(m_rng.below(kQueues)));
    if (m_rng.below(4) > 0) {
        const Person &owner = m_people.at(qsizetype(m_rng.below(kAgents)));
        made.owner = owner.id;
        made.ownerName = owner.name;
    }
    const Person &requester = m_people.at(qsizetype(m_rng.below(kPeople)));
    made.requester = requester.id;
    made.requesterName = requester.name;
    m_clock.at += qint64(m_rng.below(60'000));
    made.writtenAt = made.createdAt = m_clock.at;
    made.updatedAt = made.publicUpdatedAt = m_clock.at + qint64(m_rng.below(10'000'000));
    return made;
}

Message StoreCorpus::message(const Ticket &about)
{
    Message made;
    made.id = m_ids.make<MessageId>();
    made.ticket = about.id;
    made.kind = m_rng.below(3) == 0 ? MessageKind::Note : MessageKind::Reply;
    made.visibility = visibilityOf(made.kind);
    const Person &author = m_people.at(qsizetype(m_rng.below(kPeople)));
    made.author = author.id;
    made.authorName = author.name;
    made.body = text(15 + int(m_rng.below(50)));
    made.writtenAt = made.receivedAt = ++m_clock.at;
    return made;
}

QStringList StoreCorpus::scope() const
{
    QStringList feeds{kStaffFeed};
    for (const QueueId &queue : m_me.queues)
        feeds.append(QStringLiteral("q/") + queue.text());
    return feeds;
}

/// One page through the front door sets the scene: who, which feeds, which queues and people.
Done StoreCorpus::writeDirectory(store::Profile &profile)
{
    wire::SyncResponse first;
    first.epoch = QStringLiteral("bench");
    first.me = m_me;
    first.scope = scope();
    qint64 seq = 0;
    for (qsizetype i = 0; i < m_me.queues.size(); ++i) {
        Queue queue;
        queue.id = m_me.queues[i];
        queue.name = QStringLiteral("Queue %1").arg(i + 1);
        first.changes.append({kStaffFeed, ++seq, wire::ChangeKind::Queue, queue.id.text(),
                              codec::toJson(queue)});
    }
    for (const Person &person : std::as_const(m_people)) {
        first.changes.append({kStaffFeed, ++seq, wire::ChangeKind::Person, person.id.text(),
                              codec::toJson(person)});
    }
    first.next.append({kStaffFeed, {seq, QStringLiteral("chain")}});
    const auto applied = profile.cache().applyPage({}, first, {});
    return applied ? Done() : Done(fail(applied.error()));
}

Done StoreCorpus::write(store::Profile &profile)
{
    VIGIE_TRY(writeDirectory(profile));
    for (int done = 0; done < m_count; done += kBatch) {
        VIGIE_TRY(writeBatch(profile, std::min(kBatch, m_count - done)));
        if (done % 20'000 == 0)
            std::fprintf(stderr, "%d tickets\n", done);
    }
    profile.cacheDatabase().checkpoint();
    return {};
}

Done StoreCorpus::adopt(store::Profile &profile)
{
    sql::Database &database = profile.cacheDatabase();
    VIGIE_TRY_ASSIGN(rows, database.prepare(QStringLiteral("SELECT id FROM ticket ORDER BY n")));
    while (true) {
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            break;
        m_tickets.append(TicketId::fromStored(rows.text(0)));
    }
    m_number = m_tickets.size();
    m_count = int(m_tickets.size());
    // Newer than everything there, so that no id is made a second time.
    VIGIE_TRY_ASSIGN(newest, database.prepare(QStringLiteral(
                                 "SELECT max((SELECT max(at) FROM message), "
                                 "(SELECT max(created_at) FROM ticket))")));
    VIGIE_TRY_ASSIGN(found, newest.next());
    m_clock.at = found ? std::max(m_clock.at, newest.integer(0) + 1) : m_clock.at;
    return {};
}

Done StoreCorpus::writeBatch(store::Profile &profile, int count)
{
    sql::Database &database = profile.cacheDatabase();
    VIGIE_TRY_ASSIGN(transaction, sql::Transaction::begin(database));
    store::CacheRows rows(database, m_me);
    store::CacheFeeds feeds(database);
    VIGIE_TRY_ASSIGN(known, feeds.feeds());
    QHash<QString, qint64> feedNumbers;
    for (const store::StoredFeed &feed : known)
        feedNumbers.insert(feed.state.feed, feed.n);
    for (int i = 0; i < count; ++i) {
        const Ticket made = ticket();
        m_tickets.append(made.id);
        const qint64 feedN = feedNumbers.value(QStringLiteral("q/") + made.queue.text());
        VIGIE_TRY_ASSIGN(n, rows.ref(made.id.text()));
        VIGIE_TRY(rows.writeTicket(n, {}, made, false, true));
        VIGIE_TRY(feeds.see({store::ItemKind::Ticket, n, feedN}, 0, QByteArray(32, 't')));
        for (int m = 0; m < kMessagesEach; ++m) {
            const Message words = message(made);
            VIGIE_TRY_ASSIGN(messageN,
                             rows.writeMessage(std::nullopt, words, {}, words.receivedAt));
            VIGIE_TRY(
                feeds.see({store::ItemKind::Message, messageN, feedN}, 0, QByteArray(32, 'm')));
        }
        VIGIE_TRY(rows.recount(n));
    }
    VIGIE_TRY(rows.finish());
    return transaction.commit();
}

} // namespace vigie::bench
