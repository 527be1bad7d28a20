// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/database.h"
#include "core/wire/messages.h"

namespace vigie {

template<> const QList<EnumName<wire::ChangeKind>> &enumNames<wire::ChangeKind>();

namespace server {

/// The names of the feeds, in one place.
[[nodiscard]] QString queueFeed(const QueueId &queue);
[[nodiscard]] QString personFeed(const PersonId &person);
[[nodiscard]] QString staffFeed();
/// The knowledge base as staff have it, and as everybody else does.
[[nodiscard]] QString libraryFeed();
[[nodiscard]] QString readersFeed();
/// The queue of a queue feed; null for any other feed.
[[nodiscard]] QueueId queueOfFeed(const QString &feed);

struct FeedEntry {
    qint64 seq = 0;
    wire::ChangeKind kind = wire::ChangeKind::Ticket;
    QString entity;
    QString chain;
};

/// The feeds' histories: append-only lists with a hash chain each. Within a feed a newer entry for
/// the same thing makes the older one *superseded*: pulls skip it, its chain stays.
class FeedLog
{
public:
    explicit FeedLog(sql::Database &database) : m_database(database) {}

    /// The newest position; seq 0 for an empty feed.
    [[nodiscard]] Result<wire::Position> head(const QString &feed);
    /// Whether this very position is part of our history. The beginning always is.
    [[nodiscard]] Result<bool> knows(const QString &feed, const wire::Position &position);
    /// Writes the entry after `last`, which must be the feed's head. Needs a transaction. `cause` is
    /// the op's id, or another word for other changes. `firstTime` says that the feed never had an
    /// entry for this thing, and saves the search for one.
    [[nodiscard]] Result<wire::Position> append(const QString &feed, const wire::Position &last,
                                                wire::ChangeKind kind, const QString &entity,
                                                const QString &cause, bool firstTime);
    /// Pulls of `feed` no longer show this thing. A ticket that is here and one that left exclude
    /// each other, so they count as one thing.
    [[nodiscard]] Done supersede(const QString &feed, wire::ChangeKind kind, const QString &entity);
    /// Entries that are not superseded, ascending.
    [[nodiscard]] Result<QList<FeedEntry>> liveAfter(const QString &feed, qint64 after, int most);

    /// Recomputes every chain from its entries; StoreCorrupt names the first broken place.
    [[nodiscard]] Done verify();
    /// One digest over all feeds' heads, for backups' manifests; and how many feeds there are.
    struct Summary {
        qint64 feeds = 0;
        qint64 entries = 0;
        QString heads;
    };
    [[nodiscard]] Result<Summary> summary();

private:
    sql::Database &m_database;
};

} // namespace server
} // namespace vigie
