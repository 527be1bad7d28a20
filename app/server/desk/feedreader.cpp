// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/desk/feedreader.h"

#include "core/base/json.h"
#include "core/base/limits.h"
#include "core/model/codec.h"
#include "core/ops/permissions.h"
#include "core/wire/codec.h"

#include <QJsonDocument>

namespace vigie::server {

using wire::ChangeKind;
using wire::Position;

namespace {

/// Entries that are looked at for one page, shown or not: bounds the work of one request.
constexpr int kMostScanned = 2000;
/// Tickets kept parsed while a page or a digest is made.
constexpr qsizetype kMostTicketsKept = 1000;
constexpr int kDigestStep = 500;

} // namespace

bool FeedReader::Page::full() const
{
    return entries >= limits::kChangesPerPage || bytes >= limits::kPageBytes
        || scanned >= kMostScanned;
}

FeedReader::FeedReader(ServerStore &store, Person reader)
    : m_store(store), m_reader(std::move(reader)), m_actor(actorOf(m_reader))
{
}

Result<QStringList> FeedReader::scope()
{
    QStringList feeds{personFeed(m_actor.id), m_actor.isStaff() ? libraryFeed() : readersFeed()};
    if (!m_actor.isStaff())
        return feeds;
    feeds.prepend(staffFeed());
    VIGIE_TRY_ASSIGN(queues, m_store.directory().queues());
    for (const Queue &queue : queues) {
        if (m_actor.worksIn(queue.id))
            feeds.append(queueFeed(queue.id));
    }
    return feeds;
}

Result<bool> FeedReader::knowsAll(const QList<wire::FeedState> &states)
{
    VIGIE_TRY_ASSIGN(feeds, scope());
    for (const wire::FeedState &state : states) {
        if (!feeds.contains(state.feed))
            continue; // of no interest any more: it will be purged
        VIGIE_TRY_ASSIGN(cursor, m_store.feeds().knows(state.feed, state.cursor));
        VIGIE_TRY_ASSIGN(high, m_store.feeds().knows(state.feed, state.highWater));
        if (!cursor || !high)
            return false;
    }
    return true;
}

Done FeedReader::pull(const QList<wire::FeedState> &states, wire::SyncResponse &response)
{
    Page page;
    VIGIE_TRY_ASSIGN(feeds, scope());
    for (const QString &feed : feeds) {
        Position from;
        for (const wire::FeedState &state : states) {
            if (state.feed == feed)
                from = state.cursor;
        }
        VIGIE_TRY(pullFeed(feed, from, page, response));
    }
    return {};
}

Done FeedReader::pullFeed(const QString &feed, const Position &from, Page &page,
                          wire::SyncResponse &response)
{
    VIGIE_TRY_ASSIGN(head, m_store.feeds().head(feed));
    if (head.seq <= from.seq)
        return {};
    if (page.full()) {
        response.more = true;
        return {};
    }
    const int room = kMostScanned - page.scanned;
    VIGIE_TRY_ASSIGN(entries, m_store.feeds().liveAfter(feed, from.seq, room));
    Position at = from;
    for (const FeedEntry &entry : entries) {
        if (page.full())
            break;
        VIGIE_TRY_ASSIGN(data, shown(feed, entry));
        const qsizetype bytes = json::compact(data).size();
        // One text may be larger than a page; after others it would make an answer nobody reads.
        if (page.entries > 0 && page.bytes + bytes > limits::kPageBytes)
            break;
        ++page.scanned;
        at = {entry.seq, entry.chain};
        bool wanted = !data.isEmpty();
        ChangeKind kind = entry.kind;
        if (kind == ChangeKind::Article && !wanted) {
            kind = ChangeKind::Gone;
            wanted = true;
        } else if (kind == ChangeKind::Gone) {
            VIGIE_TRY_ASSIGN(gone, showsGone(feed, entry.entity));
            wanted = gone;
        }
        if (!wanted)
            continue;
        ++page.entries;
        page.bytes += bytes;
        response.changes.append({feed, entry.seq, kind, entry.entity, data});
    }
    const bool complete = entries.size() < room
        && (entries.isEmpty() || at.seq == entries.last().seq);
    // Another process may have appended since the head was read.
    response.next.append({feed, complete && head.seq > at.seq ? head : at});
    response.more = response.more || !complete;
    return {};
}

Result<FeedReader::View> FeedReader::view(const QString &feed, const TicketId &id)
{
    auto found = m_tickets.constFind(id);
    if (found == m_tickets.constEnd()) {
        VIGIE_TRY_ASSIGN(row, m_store.tickets().ticket(id));
        if (!row)
            return View{};
        if (m_tickets.size() >= kMostTicketsKept)
            m_tickets.clear();
        found = m_tickets.insert(id, *row);
    }
    const Sight sight = sightOf(m_actor, *found);
    View view;
    view.ticket = *found;
    view.hidden = sight == Sight::None;
    if (feed == personFeed(m_actor.id)) {
        // The queue's feed has the richer row of what the reader works on.
        view.shown = sight == Sight::Requester;
    } else {
        view.full = sight == Sight::Staff;
        view.shown = view.full && queueOfFeed(feed) == found->queue;
    }
    return view;
}

Result<bool> FeedReader::showsGone(const QString &feed, const QString &ticket)
{
    VIGIE_TRY_ASSIGN(now, view(feed, TicketId::fromStored(ticket)));
    if (now.shown)
        return false;
    // In the personal feed "gone" means from everywhere; what a queue's feed shows stays.
    return feed != personFeed(m_actor.id) || now.hidden;
}

Result<QJsonObject> FeedReader::shown(const QString &feed, const FeedEntry &entry)
{
    switch (entry.kind) {
    case ChangeKind::Ticket: {
        VIGIE_TRY_ASSIGN(now, view(feed, TicketId::fromStored(entry.entity)));
        if (!now.shown)
            return QJsonObject();
        return codec::toJson(now.full ? now.ticket : forRequester(now.ticket, m_actor.id));
    }
    case ChangeKind::Message: return message(feed, entry.entity);
    case ChangeKind::Person: return person(feed, entry.entity);
    case ChangeKind::Queue: {
        VIGIE_TRY_ASSIGN(queue, m_store.directory().queue(QueueId::fromStored(entry.entity)));
        return queue && m_actor.isStaff() ? codec::toJson(*queue) : QJsonObject();
    }
    case ChangeKind::Services: {
        // Targets are for those who have to keep them (S7).
        if (!m_actor.isStaff() || feed != staffFeed())
            return QJsonObject();
        VIGIE_TRY_ASSIGN(book, m_store.services());
        return codec::toJson(book);
    }
    case ChangeKind::Topic: return topic(entry.entity);
    case ChangeKind::Article: return article(entry.entity);
    case ChangeKind::Revision: return revision(entry.entity);
    case ChangeKind::Gone: break;
    }
    return QJsonObject();
}

Result<QJsonObject> FeedReader::topic(const QString &id)
{
    VIGIE_TRY_ASSIGN(row, m_store.articles().topic(TopicId::fromStored(id)));
    if (!row)
        return QJsonObject();
    return codec::toJson(m_actor.isStaff() ? *row : forReaders(*row));
}

Result<QJsonObject> FeedReader::article(const QString &id)
{
    VIGIE_TRY_ASSIGN(row, m_store.articles().article(ArticleId::fromStored(id)));
    if (!row || !mayRead(m_actor, *row))
        return QJsonObject();
    return codec::toJson(m_actor.isStaff() ? *row : forReaders(*row));
}

Result<QJsonObject> FeedReader::revision(const QString &id)
{
    VIGIE_TRY_ASSIGN(row, m_store.articles().revision(RevisionId::fromStored(id)));
    if (!row)
        return QJsonObject();
    VIGIE_TRY_ASSIGN(article, m_store.articles().article(row->article));
    if (!article || !mayRead(m_actor, *article))
        return QJsonObject();
    if (m_actor.isStaff())
        return codec::toJson(*row);
    return article->published == row->id ? codec::toJson(forReaders(*row)) : QJsonObject();
}

Result<QJsonObject> FeedReader::message(const QString &feed, const QString &id)
{
    VIGIE_TRY_ASSIGN(row, m_store.tickets().message(MessageId::fromStored(id)));
    if (!row)
        return QJsonObject();
    VIGIE_TRY_ASSIGN(now, view(feed, row->ticket));
    if (!now.shown || (!now.full && row->visibility != Visibility::Public))
        return QJsonObject();
    return QJsonDocument::fromJson(row->json).object();
}

Result<QJsonObject> FeedReader::person(const QString &feed, const QString &id)
{
    // Staff find everybody, themselves included, in the staff feed.
    if (m_actor.isStaff() != (feed == staffFeed()))
        return QJsonObject();
    VIGIE_TRY_ASSIGN(row, m_store.directory().person(PersonId::fromStored(id)));
    return row ? codec::toJson(*row) : QJsonObject();
}

Result<FeedReader::Digest> FeedReader::digest(const QString &feed)
{
    Digest digest;
    digest.value = QByteArray(32, '\0');
    qint64 after = 0;
    while (true) {
        VIGIE_TRY_ASSIGN(entries, m_store.feeds().liveAfter(feed, after, kDigestStep));
        for (const FeedEntry &entry : entries) {
            after = entry.seq;
            VIGIE_TRY_ASSIGN(data, shown(feed, entry));
            if (data.isEmpty())
                continue;
            ++digest.count;
            const QByteArray row = wire::rowDigest(nameOf(entry.kind), data);
            for (qsizetype i = 0; i < digest.value.size(); ++i)
                digest.value[i] = char(digest.value[i] ^ row[i]);
        }
        if (entries.size() < kDigestStep)
            return digest;
    }
}

} // namespace vigie::server
