// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/cachepage.h"

#include "core/base/logging.h"
#include "core/model/codec.h"
#include "core/wire/codec.h"

#include <algorithm>

namespace vigie::store {

using wire::ChangeKind;

namespace {

/// A row that breaks a rule is left out: one bad row must not stop all others.
void skipped(const wire::Change &change, const Error &error)
{
    qCWarning(lcStore, "a row of kind %s is left out: %s", qPrintable(nameOf(change.kind)),
              qPrintable(redacted(toLog(error))));
}

} // namespace

CachePage::CachePage(sql::Database &database, CacheReader &reader,
                     const wire::SyncRequest &request, const wire::SyncResponse &page,
                     const QList<OutboxEntry> &live)
    : m_database(database), m_reader(reader), m_request(request), m_page(page), m_live(live),
      m_feeds(database)
{
}

StoredFeed *CachePage::feedNamed(const QString &name)
{
    const auto found = std::find_if(m_known.begin(), m_known.end(), [&](const StoredFeed &feed) {
        return feed.state.feed == name;
    });
    return found == m_known.end() ? nullptr : &*found;
}

StoredFeed *CachePage::personalFeed()
{
    const auto found = std::find_if(m_known.begin(), m_known.end(),
                                    [](const StoredFeed &feed) { return feed.isPersonal(); });
    return found == m_known.end() ? nullptr : &*found;
}

wire::Position CachePage::requestedFrom(const QString &feed) const
{
    for (const wire::FeedState &state : m_request.feeds) {
        if (state.feed == feed)
            return state.cursor;
    }
    return {};
}

void CachePage::touch(const TicketId &ticket)
{
    m_touched.insert(ticket);
    m_change.tickets.insert(ticket);
}

Result<bool> CachePage::begin()
{
    VIGIE_TRY_ASSIGN(meta, m_feeds.syncMeta());
    m_meta = meta;
    VIGIE_TRY_ASSIGN(known, m_feeds.feeds());
    m_known = known;
    VIGIE_TRY_ASSIGN(generation, m_feeds.generation());
    m_generation = generation;
    if (!m_meta.epoch.isEmpty() && m_meta.epoch != m_page.epoch)
        return false;
    for (const StoredFeed &feed : std::as_const(m_known)) {
        if (requestedFrom(feed.state.feed) != feed.state.cursor)
            return false;
    }
    return std::all_of(m_page.next.cbegin(), m_page.next.cend(), [&](const wire::FeedPoint &point) {
        return feedNamed(point.feed) || requestedFrom(point.feed) == wire::Position{};
    });
}

Result<StoreChange> CachePage::run()
{
    for (const OutboxEntry &entry : m_live)
        m_shown[entry.op.ticket].append(entry);
    VIGIE_TRY(takeMe());
    m_rows.emplace(m_database, m_meta.me);
    VIGIE_TRY(followScope());
    for (const wire::Change &change : m_page.changes)
        VIGIE_TRY(take(change));
    VIGIE_TRY(moveCursors());
    VIGIE_TRY(endResync());
    VIGIE_TRY(settleTickets());
    VIGIE_TRY(settleKnowledge());
    VIGIE_TRY(rereadPersonalFeed());
    VIGIE_TRY(rereadLibrary());
    VIGIE_TRY(m_rows->finish());
    return m_change;
}

Done CachePage::takeMe()
{
    if (m_meta.epoch != m_page.epoch)
        VIGIE_TRY(m_feeds.setMeta("epoch", m_page.epoch));
    if (m_meta.intakeQueue != m_page.intakeQueue)
        VIGIE_TRY(m_feeds.setMeta("intake", m_page.intakeQueue.text()));
    m_meta.intakeQueue = m_page.intakeQueue;
    if (m_meta.me == m_page.me)
        return {};
    const bool otherEyes = m_meta.me.id != m_page.me.id || m_meta.me.role != m_page.me.role
        || m_meta.me.queues != m_page.me.queues;
    VIGIE_TRY(m_feeds.setMe(m_page.me));
    m_meta.me = m_page.me;
    m_change.directory = true;
    if (!otherEyes)
        return {};
    m_rows.emplace(m_database, m_meta.me);
    m_rereadLibrary = true;
    return reflag();
}

/// Another role sees the same tickets in other lists.
Done CachePage::reflag()
{
    QList<qint64> all;
    {
        VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral("SELECT n FROM ticket")));
        while (true) {
            VIGIE_TRY_ASSIGN(found, rows.next());
            if (!found)
                break;
            all.append(rows.integer(0));
        }
    }
    for (const qint64 n : std::as_const(all)) {
        VIGIE_TRY_ASSIGN(head, m_rows->head(n));
        VIGIE_TRY_ASSIGN(row, m_rows->ticket(n));
        if (row)
            VIGIE_TRY(m_rows->writeTicket(n, head, row->ticket, head.pending, row->isFull));
    }
    m_change.everything = m_change.everything || !all.isEmpty();
    return {};
}

Done CachePage::followScope()
{
    const QList<StoredFeed> before = m_known;
    for (const StoredFeed &feed : before) {
        if (m_page.scope.contains(feed.state.feed))
            continue;
        VIGIE_TRY(purge(feed));
        m_rereadPersonal = true;
    }
    bool gainedQueue = false;
    for (const QString &name : m_page.scope) {
        if (feedNamed(name))
            continue;
        VIGIE_TRY_ASSIGN(added, m_feeds.add(name));
        m_known.append(added);
        gainedQueue = gainedQueue || name.startsWith(QLatin1String("q/"));
    }
    return gainedQueue ? forgetPersonal() : Done{};
}

/// Own requests in a queue that has just become ours come through its feed from now on, and no
/// longer through the personal one: that is read again from its beginning.
Done CachePage::forgetPersonal()
{
    for (const StoredFeed &feed : std::as_const(m_known)) {
        if (!feed.state.feed.startsWith(QLatin1String("p/")))
            continue;
        VIGIE_TRY_ASSIGN(items, m_feeds.itemsOf(feed.n));
        for (const FeedItem &item : items) {
            if (item.kind == ItemKind::Ticket || item.kind == ItemKind::Message)
                VIGIE_TRY(m_feeds.forget(item));
        }
        m_rereadPersonal = m_rereadPersonal || !items.isEmpty();
    }
    return {};
}

/// What was only visible through a feed that is no longer ours goes away now, not later.
Done CachePage::purge(const StoredFeed &feed)
{
    VIGIE_TRY_ASSIGN(items, m_feeds.itemsOf(feed.n));
    VIGIE_TRY(m_feeds.remove(feed.n));
    m_known.removeIf([&](const StoredFeed &known) { return known.n == feed.n; });
    for (const FeedItem &item : items)
        VIGIE_TRY(removeItem(item));
    m_purged = true;
    m_change.everything = true;
    m_change.directory = true;
    return {};
}

Done CachePage::take(const wire::Change &change)
{
    StoredFeed *feed = feedNamed(change.feed);
    if (!feed)
        return {};
    switch (change.kind) {
    case ChangeKind::Ticket: return takeTicket(change, *feed);
    case ChangeKind::Message: return takeMessage(change, *feed);
    case ChangeKind::Person: return takePerson(change, *feed);
    case ChangeKind::Queue: return takeQueue(change, *feed);
    case ChangeKind::Services: return takeServices(change, *feed);
    case ChangeKind::Topic: return takeTopic(change, *feed);
    case ChangeKind::Article: return takeArticle(change, *feed);
    case ChangeKind::Revision: return takeRevision(change, *feed);
    case ChangeKind::Gone: return takeGone(change, *feed);
    }
    return {};
}

Done CachePage::seen(const wire::Change &change, ItemKind kind, qint64 item,
                     const StoredFeed &feed)
{
    return m_feeds.see({kind, item, feed.n}, m_generation,
                       wire::rowDigest(nameOf(change.kind), change.data));
}

Done CachePage::takeTicket(const wire::Change &change, const StoredFeed &feed)
{
    const Result<Ticket> ticket = codec::ticketFrom(change.data);
    if (!ticket || ticket->id.text() != change.id) {
        skipped(change, ticket ? Error{ErrorCode::Invalid, QStringLiteral("wrong id"), {}}
                               : ticket.error());
        return {};
    }
    VIGIE_TRY_ASSIGN(n, m_rows->ref(change.id));
    VIGIE_TRY(seen(change, ItemKind::Ticket, n, feed));
    VIGIE_TRY_ASSIGN(head, m_rows->head(n));
    const bool isFull = !feed.queue().isNull();
    VIGIE_TRY_ASSIGN(shownByQueue, isShownByQueue(n));
    // The queue's row says more than the requester's face of the same ticket.
    if (!isFull && shownByQueue)
        return {};
    if (isFull && head.exists && !head.isFull) {
        if (const StoredFeed *personal = personalFeed())
            VIGIE_TRY(m_feeds.forget({ItemKind::Ticket, n, personal->n}));
    }
    touch(ticket->id);
    if (head.pending || m_shown.contains(ticket->id))
        return m_rows->writeConfirmed(n, *ticket, isFull);
    return m_rows->writeTicket(n, head, *ticket, false, isFull);
}

Done CachePage::takeMessage(const wire::Change &change, StoredFeed &feed)
{
    const Result<Message> message = codec::messageFrom(change.data);
    if (!message || message->id.text() != change.id) {
        skipped(change, message ? Error{ErrorCode::Invalid, QStringLiteral("wrong id"), {}}
                                : message.error());
        return {};
    }
    VIGIE_TRY_ASSIGN(old, m_rows->message(change.id));
    VIGIE_TRY_ASSIGN(n, m_rows->writeMessage(old, *message, {}, message->receivedAt));
    VIGIE_TRY(seen(change, ItemKind::Message, n, feed));
    if (!old)
        noteArrival(*message, feed);
    feed.newestAt = std::max(feed.newestAt, message->receivedAt);
    touch(message->ticket);
    return {};
}

/// What somebody else wrote or did that people are told of; not what a first fill, a resync or a
/// moved ticket brings along.
void CachePage::noteArrival(const Message &message, StoredFeed &feed)
{
    static const QStringList events{QStringLiteral("public-state"), QStringLiteral("ask-update"),
                                    QStringLiteral("rating"), QStringLiteral("owner")};
    if (message.kind == MessageKind::Event && !events.contains(message.event))
        return;
    if (message.author == m_meta.me.id)
        return;
    if (m_meta.resyncing || requestedFrom(feed.state.feed).seq == 0)
        return;
    if (message.receivedAt >= feed.newestBefore)
        m_change.arrived.append(message);
}

Done CachePage::takePerson(const wire::Change &change, const StoredFeed &feed)
{
    const Result<Person> person = codec::personFrom(change.data);
    if (!person) {
        skipped(change, person.error());
        return {};
    }
    VIGIE_TRY_ASSIGN(n, m_rows->ref(person->id.text()));
    VIGIE_TRY(seen(change, ItemKind::Person, n, feed));
    m_change.directory = true;
    return m_rows->writePerson(*person);
}

Done CachePage::takeQueue(const wire::Change &change, const StoredFeed &feed)
{
    const Result<Queue> queue = codec::queueFrom(change.data);
    if (!queue) {
        skipped(change, queue.error());
        return {};
    }
    VIGIE_TRY_ASSIGN(n, m_rows->ref(queue->id.text()));
    VIGIE_TRY(seen(change, ItemKind::Queue, n, feed));
    m_change.directory = true;
    return m_rows->writeQueue(*queue);
}

Done CachePage::takeServices(const wire::Change &change, const StoredFeed &feed)
{
    const Result<ServiceBook> book = codec::serviceBookFrom(change.data);
    if (!book) {
        skipped(change, book.error());
        return {};
    }
    VIGIE_TRY_ASSIGN(n, m_rows->ref(change.id));
    VIGIE_TRY(seen(change, ItemKind::Services, n, feed));
    m_change.directory = true;
    return m_rows->writeServices(n, *book);
}

/// The ticket left this feed. It stays when another feed shows it by now.
Done CachePage::takeGone(const wire::Change &change, const StoredFeed &feed)
{
    VIGIE_TRY_ASSIGN(n, m_rows->knownRef(change.id));
    if (n == 0)
        return {};
    VIGIE_TRY_ASSIGN(wasArticle, takeArticleGone(change));
    if (wasArticle)
        return {};
    VIGIE_TRY(m_feeds.forget({ItemKind::Ticket, n, feed.n}));
    VIGIE_TRY_ASSIGN(thread, m_rows->thread(n));
    for (const StoredMessage &message : std::as_const(thread))
        VIGIE_TRY(m_feeds.forget({ItemKind::Message, message.n, feed.n}));
    VIGIE_TRY_ASSIGN(confirmed, m_rows->confirmed(n));
    VIGIE_TRY_ASSIGN(row, m_rows->ticket(n));
    const std::optional<StoredTicket> &kept = confirmed ? confirmed : row;
    if (!kept)
        return {};
    const bool leaves = feed.queue().isNull() ? feed.isPersonal() && !kept->isFull
                                              : kept->ticket.queue == feed.queue();
    return leaves ? removeTicket(n) : Done{};
}

Result<bool> CachePage::isShownByQueue(qint64 n)
{
    VIGIE_TRY_ASSIGN(feeds, m_feeds.feedsShowing(ItemKind::Ticket, n));
    return std::any_of(m_known.cbegin(), m_known.cend(), [&](const StoredFeed &feed) {
        return !feed.queue().isNull() && feeds.contains(feed.n);
    });
}

/// Everything the server said about the ticket; what our own operations say is settled later.
Done CachePage::removeTicket(qint64 n)
{
    VIGIE_TRY_ASSIGN(id, m_rows->idOf(n));
    VIGIE_TRY_ASSIGN(showing, m_feeds.feedsShowing(ItemKind::Ticket, n));
    // The requester's face was hidden behind the full row: it has to be read again.
    m_rereadPersonal = m_rereadPersonal || !showing.isEmpty();
    VIGIE_TRY(m_feeds.forgetEverywhere(ItemKind::Ticket, n));
    VIGIE_TRY_ASSIGN(thread, m_rows->thread(n));
    for (const StoredMessage &message : std::as_const(thread)) {
        VIGIE_TRY(m_feeds.forgetEverywhere(ItemKind::Message, message.n));
        VIGIE_TRY(m_rows->removeMessage(message));
    }
    VIGIE_TRY(m_rows->removeTicket(n));
    touch(TicketId::fromStored(id));
    return {};
}

/// Removes a thing that no feed shows any more; full rows also when only a requester's face of
/// them is left, because they say too much.
Done CachePage::removeItem(const FeedItem &item)
{
    VIGIE_TRY_ASSIGN(others, m_feeds.feedsShowing(item.kind, item.item));
    switch (item.kind) {
    case ItemKind::Ticket: {
        VIGIE_TRY_ASSIGN(byQueue, isShownByQueue(item.item));
        VIGIE_TRY_ASSIGN(confirmed, m_rows->confirmed(item.item));
        VIGIE_TRY_ASSIGN(head, m_rows->head(item.item));
        const bool isFull = confirmed ? confirmed->isFull : head.isFull;
        const bool stays = byQueue || (!isFull && !others.isEmpty());
        return stays ? Done{} : removeTicket(item.item);
    }
    case ItemKind::Message: return others.isEmpty() ? removeMessageItem(item.item) : Done{};
    case ItemKind::Person: return others.isEmpty() ? m_rows->removePerson(item.item) : Done{};
    case ItemKind::Queue: return others.isEmpty() ? m_rows->removeQueue(item.item) : Done{};
    case ItemKind::Services:
        return others.isEmpty() ? m_rows->removeServices(item.item) : Done{};
    case ItemKind::Topic:
    case ItemKind::Article:
    case ItemKind::Revision: return others.isEmpty() ? removeKnowledgeItem(item) : Done{};
    }
    return {};
}

Done CachePage::removeMessageItem(qint64 n)
{
    VIGIE_TRY_ASSIGN(message, m_rows->messageByNumber(n));
    if (!message || !message->pendingOp.isEmpty())
        return {};
    VIGIE_TRY_ASSIGN(ticket, m_rows->idOf(message->ticketN));
    touch(TicketId::fromStored(ticket));
    return m_rows->removeMessage(*message);
}

Done CachePage::moveCursors()
{
    for (const wire::FeedPoint &point : m_page.next) {
        StoredFeed *feed = feedNamed(point.feed);
        if (!feed)
            continue;
        feed->state.cursor = point.at;
        if (point.at.seq > feed->state.highWater.seq)
            feed->state.highWater = point.at;
        VIGIE_TRY(m_feeds.write(*feed));
    }
    return {};
}

Done CachePage::rereadPersonalFeed()
{
    StoredFeed *personal = m_rereadPersonal ? personalFeed() : nullptr;
    if (!personal)
        return {};
    personal->state.cursor = {};
    return m_feeds.write(*personal);
}

/// The page that ends a resync takes away what the server did not show again.
Done CachePage::endResync()
{
    if (!m_meta.resyncing || m_page.more)
        return {};
    VIGIE_TRY_ASSIGN(stale, m_feeds.itemsBefore(m_generation));
    for (const FeedItem &item : stale)
        VIGIE_TRY(m_feeds.forget(item));
    for (const FeedItem &item : stale)
        VIGIE_TRY(removeItem(item));
    VIGIE_TRY(removeOrphans());
    m_change.everything = true;
    return m_feeds.setMeta("resyncing", {});
}

Result<QList<qint64>> CachePage::numbers(const char *statement)
{
    QList<qint64> found;
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QLatin1String(statement)));
    while (true) {
        VIGIE_TRY_ASSIGN(more, rows.next());
        if (!more)
            return found;
        found.append(rows.integer(0));
    }
}

/// What the personal feed brought stands without any feed while a gained queue takes it over; a
/// history that lost it brings nothing in its place.
Done CachePage::removeOrphans()
{
    VIGIE_TRY_ASSIGN(messages, numbers("SELECT n FROM message WHERE pending_op IS NULL AND NOT EXISTS "
                                       "(SELECT 1 FROM feed_row WHERE kind = 2 AND item = message.n)"));
    for (const qint64 n : std::as_const(messages))
        VIGIE_TRY(removeMessageItem(n));
    VIGIE_TRY_ASSIGN(tickets, numbers("SELECT n FROM ticket WHERE (pending = 0 OR n IN "
                                      "(SELECT n FROM confirmed_ticket)) AND NOT EXISTS "
                                      "(SELECT 1 FROM feed_row WHERE kind = 1 AND item = ticket.n)"));
    for (const qint64 n : std::as_const(tickets))
        VIGIE_TRY(removeTicket(n));
    return {};
}

Done CachePage::settleTickets()
{
    CacheRebase rebase(*m_rows, m_reader, m_meta);
    for (const TicketId &ticket : std::as_const(m_touched)) {
        VIGIE_TRY_ASSIGN(n, m_rows->knownRef(ticket.text()));
        VIGIE_TRY_ASSIGN(head, m_rows->head(n));
        if (head.pending || m_shown.contains(ticket))
            VIGIE_TRY(rebase.run(ticket, m_shown.value(ticket)));
        else
            VIGIE_TRY(m_rows->recount(n));
    }
    return {};
}

} // namespace vigie::store
