// SPDX-License-Identifier: GPL-3.0-or-later
#include "storebench.h"

#include "core/base/json.h"
#include "core/model/codec.h"
#include "core/store/cachelists.h"
#include "core/store/cacherows.h"
#include "core/wire/codec.h"

#include <limits>

namespace vigie::bench {

using store::ListQuery;

namespace {

constexpr int kTicketsPerPage = 200;
constexpr int kMessagesPerTicket = 4;

template<class T>
Done done(const Result<T> &result)
{
    return result ? Done() : Done(fail(result.error()));
}

std::string utf8(const QString &text)
{
    return text.toStdString();
}

} // namespace

QList<Metric> StoreBench::metrics()
{
    return {firstPage(),  queueSwitch(),     counts(),       openTicket(),
            searchWord(), searchAsYouType(), filteredList(), applyPage()};
}

Result<qint64> StoreBench::rawRef(const QString &id)
{
    VIGIE_TRY_ASSIGN(rows, m_raw.rows(QStringLiteral("SELECT n FROM ref WHERE id = ?"), {utf8(id)}));
    return rows.empty() ? qint64(0) : std::get<qint64>(rows[0][0]);
}

/// The same statement as the store's, through the C interface.
Done StoreBench::rawList(const ListQuery &query)
{
    std::vector<RawDb::Value> values;
    if (query.scope == store::ListScope::Queue) {
        VIGIE_TRY_ASSIGN(n, rawRef(query.queue.text()));
        values.emplace_back(n);
    }
    values.emplace_back(std::numeric_limits<qint64>::max());
    values.emplace_back(std::numeric_limits<qint64>::max());
    values.emplace_back(qint64(query.limit));
    return done(m_raw.rows(store::lists::statementFor(query, true), values));
}

Metric StoreBench::firstPage()
{
    ListQuery query;
    query.me = m_corpus.me().id;
    Metric metric;
    metric.name = QStringLiteral("list: first 100 rows of everything open");
    metric.floor = [this, query](int) { return rawList(query); };
    metric.value = [this, query](int) { return done(m_profile.cache().reader().list(query)); };
    metric.goal.mostRatio = 1.7;
    metric.goal.mostP95Ms = 1;
    return metric;
}

ListQuery StoreBench::queueQuery(int round) const
{
    ListQuery query;
    query.scope = store::ListScope::Queue;
    query.sort = store::ListSort::PriorityFirst;
    query.queue = m_corpus.queues().at(round % m_corpus.queues().size());
    query.me = m_corpus.me().id;
    return query;
}

Metric StoreBench::queueSwitch()
{
    Metric metric;
    metric.name = QStringLiteral("queue switch: first 100 rows by priority, another queue each time");
    metric.floor = [this](int round) { return rawList(queueQuery(round)); };
    metric.value = [this](int round) {
        return done(m_profile.cache().reader().list(queueQuery(round)));
    };
    metric.goal.mostRatio = 1.7;
    metric.goal.mostP95Ms = 1;
    return metric;
}

Metric StoreBench::counts()
{
    Metric metric;
    metric.name = QStringLiteral("counters of all queues, against counting");
    metric.floor = [this](int) {
        return done(m_raw.rows(QStringLiteral("SELECT queue_n, is_open, count(*) FROM ticket "
                                              "GROUP BY queue_n, is_open"),
                               {}));
    };
    metric.value = [this](int) {
        return done(m_profile.cache().reader().counts(m_corpus.me().id));
    };
    metric.callsPerRound = 5;
    // A share of a walk over every ticket means something only when there are many.
    metric.goal.mostRatio = m_corpus.tickets().size() >= 100'000 ? 1.0 / 20 : 0;
    metric.goal.mostP95Ms = 0.3;
    return metric;
}

TicketId StoreBench::ticketAt(int round) const
{
    // Scattered, as people's clicks are.
    return m_corpus.tickets().at(qsizetype(quint64(round) * 7919 % quint64(m_corpus.tickets().size())));
}

Metric StoreBench::openTicket()
{
    Metric metric;
    metric.name = QStringLiteral("open a ticket: the row and its thread, decoded");
    metric.floor = [this](int round) -> Done {
        const std::string id = utf8(ticketAt(round).text());
        VIGIE_TRY(m_raw.run(QStringLiteral("SELECT json FROM ticket WHERE n = "
                                           "(SELECT n FROM ref WHERE id = ?)"),
                            {id}));
        return m_raw.run(QStringLiteral("SELECT json FROM message WHERE ticket_n = "
                                        "(SELECT n FROM ref WHERE id = ?) ORDER BY at, n"),
                         {id});
    };
    metric.value = [this](int round) -> Done {
        const TicketId id = ticketAt(round);
        VIGIE_TRY(m_profile.cache().reader().ticket(id));
        return done(m_profile.cache().reader().thread(id));
    };
    metric.goal.mostP95Ms = 5;
    return metric;
}

Metric StoreBench::searchWord()
{
    Metric metric;
    metric.name = QStringLiteral("search: a word, newest 50 with rows and excerpts");
    metric.floor = [this](int round) {
        return done(m_raw.rows(QStringLiteral("SELECT rowid FROM message_fts WHERE message_fts "
                                              "MATCH ? ORDER BY rowid DESC LIMIT 50"),
                               {utf8(m_corpus.word(50 + round % 100))}));
    };
    metric.value = [this](int round) {
        return done(m_profile.cache().reader().search(
            m_corpus.word(50 + round % 100) + QLatin1Char(' '), 50));
    };
    metric.goal.mostP95Ms = 5;
    return metric;
}

Metric StoreBench::searchAsYouType()
{
    Metric metric;
    metric.name = QStringLiteral("search as you type: 3 letters, against the whole word");
    metric.floor = [this](int round) {
        return done(m_profile.cache().reader().search(
            m_corpus.word(50 + round % 100) + QLatin1Char(' '), 50));
    };
    metric.value = [this](int round) {
        return done(m_profile.cache().reader().search(m_corpus.word(50 + round % 100).left(3), 50));
    };
    metric.goal.mostRatio = 3;
    metric.goal.mostP95Ms = 2;
    return metric;
}

Metric StoreBench::filteredList()
{
    Metric metric;
    metric.name = QStringLiteral("search in a queue: first 100 rows that match, in the list's order");
    const auto query = [this](int round) {
        ListQuery made = queueQuery(round);
        made.text = m_corpus.word(50 + round % 100) + QLatin1Char(' ');
        return made;
    };
    metric.floor = [this, query](int round) -> Done {
        const ListQuery made = query(round);
        VIGIE_TRY_ASSIGN(queue, rawRef(made.queue.text()));
        return done(m_raw.rows(
            QStringLiteral("SELECT %1 FROM ticket WHERE queue_n = ? AND is_open = 1 AND n IN "
                           "(SELECT ticket_n FROM message WHERE n IN (SELECT rowid FROM "
                           "message_fts WHERE message_fts MATCH ?)) ORDER BY rank DESC LIMIT 100")
                .arg(QLatin1String(store::lists::kRowColumns)),
            {queue, utf8(made.text.trimmed())}));
    };
    metric.value = [this, query](int round) {
        return done(m_profile.cache().reader().list(query(round)));
    };
    // Against the join only where the join has something to do.
    metric.goal.mostRatio = m_corpus.tickets().size() >= 100'000 ? 1.0 / 5 : 0;
    metric.goal.mostP95Ms = 2;
    metric.callsPerRound = 10;
    return metric;
}

/// The same content for the floor and for us: 200 changed tickets with 4 new messages each.
Done StoreBench::preparePage()
{
    m_content.clear();
    m_page = {};
    ++m_pages;
    VIGIE_TRY_ASSIGN(meta, m_profile.cache().meta());
    for (const wire::FeedState &state : std::as_const(meta.feeds))
        m_heads[state.feed] = state.cursor.seq;
    for (int i = 0; i < kTicketsPerPage; ++i) {
        VIGIE_TRY_ASSIGN(found, m_profile.cache().reader().ticket(
                                    ticketAt(m_pages * kTicketsPerPage + i)));
        if (!found)
            return fail(ErrorCode::NotFound, QStringLiteral("a ticket of the corpus is missing"));
        Changed changed{*found, {}, {}, {}};
        changed.ticket.updatedAt = m_corpus.nextMs();
        const QString feed = QStringLiteral("q/") + changed.ticket.queue.text();
        const QJsonObject data = codec::toJson(changed.ticket);
        changed.ticketJson = json::compact(data).toStdString();
        m_page.changes.append({feed, ++m_heads[feed], wire::ChangeKind::Ticket,
                               changed.ticket.id.text(), data});
        for (int m = 0; m < kMessagesPerTicket; ++m) {
            const Message words = m_corpus.message(changed.ticket);
            const QJsonObject wordsData = codec::toJson(words);
            changed.messages.append(words);
            changed.messageJson.push_back(json::compact(wordsData).toStdString());
            m_page.changes.append({feed, ++m_heads[feed], wire::ChangeKind::Message,
                                   words.id.text(), wordsData});
        }
        m_content.append(changed);
    }
    m_request.epoch = meta.epoch;
    m_request.feeds = meta.feeds;
    m_page.epoch = meta.epoch;
    m_page.me = m_corpus.me();
    m_page.scope = m_corpus.scope();
    for (auto it = m_heads.cbegin(); it != m_heads.cend(); ++it)
        m_page.next.append({it.key(), {it.value(), QStringLiteral("chain")}});
    return {};
}

Done StoreBench::ourPage()
{
    return done(m_profile.cache().applyPage(m_request, m_page, {}));
}

/// Bare statements on bytes that are ready: no decoding, no digests, no rules.
Done StoreBench::rawPage()
{
    VIGIE_TRY(m_raw.run(QStringLiteral("BEGIN IMMEDIATE")));
    for (const Changed &changed : std::as_const(m_content)) {
        VIGIE_TRY_ASSIGN(n, rawRef(changed.ticket.id.text()));
        VIGIE_TRY(m_raw.run(
            QStringLiteral("UPDATE ticket SET updated_at = ?, rank = ?, json = CAST(? AS BLOB), "
                           "messages = messages + 4 WHERE n = ?"),
            {changed.ticket.updatedAt,
             store::rankOf(changed.ticket.priority, changed.ticket.updatedAt), changed.ticketJson,
             n}));
        for (size_t m = 0; m < changed.messageJson.size(); ++m) {
            const Message &words = changed.messages.at(qsizetype(m));
            VIGIE_TRY(m_raw.run(
                QStringLiteral("INSERT INTO message (id, ticket_n, at, kind, visibility, author, "
                               "json) VALUES (?, ?, ?, ?, ?, ?, CAST(? AS BLOB))"),
                {utf8(words.id.text()), n, words.receivedAt, qint64(words.kind),
                 qint64(words.visibility), utf8(words.author.text()), changed.messageJson[m]}));
            VIGIE_TRY(m_raw.run(QStringLiteral("INSERT INTO message_fts (rowid, body) VALUES "
                                               "(last_insert_rowid(), ?)"),
                                {utf8(words.body)}));
            VIGIE_TRY(m_raw.run(
                QStringLiteral("INSERT INTO feed_row (kind, item, feed_n, generation, digest) "
                               "VALUES (2, (SELECT max(n) FROM message), 1, 0, zeroblob(32))")));
        }
    }
    return m_raw.run(QStringLiteral("COMMIT"));
}

Metric StoreBench::applyPage()
{
    Metric metric;
    metric.name = QStringLiteral("apply a page of 1,000 changes, against bare upserts");
    metric.prepare = [this] { return preparePage(); };
    metric.floor = [this](int) { return rawPage(); };
    metric.value = [this](int) { return ourPage(); };
    metric.callsPerRound = 1;
    metric.goal.mostRatio = 1.25;
    return metric;
}

} // namespace vigie::bench
