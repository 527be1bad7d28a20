// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/data/feedlog.h"

#include "core/wire/codec.h"

#include <QCryptographicHash>

namespace vigie::server {

using wire::ChangeKind;
using wire::Position;

QString queueFeed(const QueueId &queue)
{
    return QStringLiteral("q/") + queue.text();
}

QString personFeed(const PersonId &person)
{
    return QStringLiteral("p/") + person.text();
}

QString staffFeed()
{
    return QStringLiteral("staff");
}

QString libraryFeed()
{
    return QStringLiteral("kb");
}

QString readersFeed()
{
    return QStringLiteral("kb/public");
}

QueueId queueOfFeed(const QString &feed)
{
    return feed.startsWith(QLatin1String("q/")) ? QueueId::fromStored(feed.mid(2)) : QueueId();
}

Result<Position> FeedLog::head(const QString &feed)
{
    VIGIE_TRY_ASSIGN(statement,
                     m_database.prepare(QStringLiteral("SELECT seq, chain FROM feed_entry WHERE "
                                                       "feed = ? ORDER BY seq DESC LIMIT 1")));
    VIGIE_TRY_ASSIGN(found, statement.bind(feed).next());
    return found ? Position{statement.integer(0), statement.text(1)} : Position{};
}

Result<bool> FeedLog::knows(const QString &feed, const Position &position)
{
    if (position.seq == 0)
        return true;
    VIGIE_TRY_ASSIGN(statement,
                     m_database.prepare(QStringLiteral(
                         "SELECT chain FROM feed_entry WHERE feed = ? AND seq = ?")));
    VIGIE_TRY_ASSIGN(found, statement.bind(feed).bind(position.seq).next());
    return found && statement.text(0) == position.chain;
}

Done FeedLog::supersede(const QString &feed, ChangeKind kind, const QString &entity)
{
    const bool isTicket = kind == ChangeKind::Ticket || kind == ChangeKind::Gone;
    VIGIE_TRY_ASSIGN(statement, m_database.prepare(QStringLiteral(
                                    "UPDATE feed_entry SET superseded = 1 WHERE feed = ? AND "
                                    "kind IN (?, ?) AND entity = ? AND superseded = 0")));
    return statement.bind(feed)
        .bind(nameOf(isTicket ? ChangeKind::Ticket : kind))
        .bind(nameOf(isTicket ? ChangeKind::Gone : kind))
        .bind(entity)
        .exec();
}

Result<Position> FeedLog::append(const QString &feed, const Position &last, ChangeKind kind,
                                 const QString &entity, const QString &cause, bool firstTime)
{
    if (!firstTime)
        VIGIE_TRY(supersede(feed, kind, entity));
    const Position next{last.seq + 1,
                        wire::nextChain(last.chain, last.seq + 1, kind, entity, cause)};
    VIGIE_TRY_ASSIGN(statement, m_database.prepare(QStringLiteral(
                                    "INSERT INTO feed_entry (feed, seq, kind, entity, cause, "
                                    "chain) VALUES (?, ?, ?, ?, ?, ?)")));
    VIGIE_TRY(statement.bind(feed)
                  .bind(next.seq)
                  .bind(nameOf(kind))
                  .bind(entity)
                  .bind(cause)
                  .bind(next.chain)
                  .exec());
    return next;
}

Result<QList<FeedEntry>> FeedLog::liveAfter(const QString &feed, qint64 after, int most)
{
    VIGIE_TRY_ASSIGN(statement,
                     m_database.prepare(QStringLiteral(
                         "SELECT seq, kind, entity, chain FROM feed_entry WHERE feed = ? AND "
                         "seq > ? AND superseded = 0 ORDER BY seq LIMIT ?")));
    statement.bind(feed).bind(after).bind(most);
    QList<FeedEntry> entries;
    while (true) {
        VIGIE_TRY_ASSIGN(found, statement.next());
        if (!found)
            return entries;
        entries.append({statement.integer(0),
                        enumStored<ChangeKind>(statement.text(1), ChangeKind::Gone),
                        statement.text(2), statement.text(3)});
    }
}

Done FeedLog::verify()
{
    VIGIE_TRY_ASSIGN(statement,
                     m_database.prepare(QStringLiteral("SELECT feed, seq, kind, entity, cause, "
                                                       "chain FROM feed_entry ORDER BY feed, seq")));
    QString feed;
    Position last;
    while (true) {
        VIGIE_TRY_ASSIGN(found, statement.next());
        if (!found)
            return {};
        if (statement.text(0) != feed) {
            feed = statement.text(0);
            last = {};
        }
        const qint64 seq = statement.integer(1);
        const Result<ChangeKind> kind = enumFrom<ChangeKind>(statement.text(2));
        if (!kind || seq != last.seq + 1
            || statement.text(5)
                != wire::nextChain(last.chain, seq, *kind, statement.text(3), statement.text(4))) {
            return fail(ErrorCode::StoreCorrupt,
                        QStringLiteral("the chain of feed %1 breaks at entry %2").arg(feed).arg(seq));
        }
        last = {seq, statement.text(5)};
    }
}

Result<FeedLog::Summary> FeedLog::summary()
{
    VIGIE_TRY_ASSIGN(statement,
                     m_database.prepare(QStringLiteral(
                         "SELECT e.feed, e.seq, e.chain FROM feed_entry e JOIN (SELECT feed, "
                         "max(seq) AS top FROM feed_entry GROUP BY feed) t ON e.feed = t.feed AND "
                         "e.seq = t.top ORDER BY e.feed")));
    Summary result;
    QCryptographicHash heads(QCryptographicHash::Sha256);
    while (true) {
        VIGIE_TRY_ASSIGN(found, statement.next());
        if (!found)
            break;
        ++result.feeds;
        result.entries += statement.integer(1);
        heads.addData((statement.text(0) + QLatin1Char(' ') + statement.text(2)
                       + QLatin1Char('\n')).toUtf8());
    }
    result.heads = QString::fromLatin1(heads.result().toHex());
    return result;
}

} // namespace vigie::server
