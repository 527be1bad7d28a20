// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/data/serverstore.h"

#include <QHash>

namespace vigie::server {

/// Reads feeds as one person may see them now. What a thing looks like is decided here, at the
/// time of reading, from the person's rights at that time. One object per request.
class FeedReader
{
public:
    FeedReader(ServerStore &store, Person reader);

    /// The feeds the person may read: own feed first, then "staff", then the queues, sorted.
    [[nodiscard]] Result<QStringList> scope();
    /// Whether every point the client shows is part of our history.
    [[nodiscard]] Result<bool> knowsAll(const QList<wire::FeedState> &states);
    /// Fills changes, next and more.
    [[nodiscard]] Done pull(const QList<wire::FeedState> &states, wire::SyncResponse &response);

    struct Digest {
        qint64 count = 0;
        QByteArray value; ///< XOR of wire::rowDigest over what the person can see in the feed
    };
    [[nodiscard]] Result<Digest> digest(const QString &feed);

private:
    struct Page {
        int entries = 0;
        int scanned = 0;
        qsizetype bytes = 0;
        [[nodiscard]] bool full() const;
    };
    /// How the reader sees a ticket in the feed at hand; null where it is not shown.
    struct View {
        bool shown = false;
        bool full = false;   ///< the agents' row, else the public face
        bool hidden = false; ///< the person may not see it at all any more
        Ticket ticket;
    };

    [[nodiscard]] Done pullFeed(const QString &feed, const wire::Position &from, Page &page,
                                wire::SyncResponse &response);
    /// The thing as shown to the reader, or an empty object when it is not shown in this feed.
    [[nodiscard]] Result<QJsonObject> shown(const QString &feed, const FeedEntry &entry);
    [[nodiscard]] Result<bool> showsGone(const QString &feed, const QString &ticket);
    [[nodiscard]] Result<QJsonObject> message(const QString &feed, const QString &id);
    [[nodiscard]] Result<QJsonObject> person(const QString &feed, const QString &id);
    [[nodiscard]] Result<QJsonObject> topic(const QString &id);
    [[nodiscard]] Result<QJsonObject> article(const QString &id);
    [[nodiscard]] Result<QJsonObject> revision(const QString &id);
    [[nodiscard]] Result<View> view(const QString &feed, const TicketId &ticket);

    ServerStore &m_store;
    Person m_reader;
    Actor m_actor;
    QHash<TicketId, Ticket> m_tickets; ///< of the page at hand
};

} // namespace vigie::server
