// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/savedview.h"
#include "core/ops/apply.h"
#include "core/query/bind.h"
#include "core/sql/database.h"

namespace vigie::store {

/// What a list shows of a ticket.
struct TicketRow {
    TicketId id;
    qint64 number = 0;
    TicketKind kind = TicketKind::Incident;
    QString title;
    QString category;
    Priority priority = Priority::Normal;
    State state = State::New;
    PublicState publicState = PublicState::Received;
    Level level = Level::L1;
    QueueId queue;
    PersonId owner;
    QString ownerName;
    QString contactName;
    QString requesterName;
    qint64 createdAt = 0;
    qint64 updatedAt = 0;
    qint64 updateAskedAt = 0;
    qint64 liveUntil = 0; ///< see Kit::liveUntil
    qint64 dueAt = 0;     ///< this and what follows: see ServiceRecord
    ClockKind dueClock = ClockKind::Ownership;
    bool paused = false;
    bool missed = false;
    qint64 pendingUntil = 0; ///< see Ticket::pendingUntil
    int messages = 0;  ///< words in the thread, events not counted
    bool pending = false; ///< has operations the server has not confirmed

    bool operator==(const TicketRow &) const = default;
};

enum class ListScope { All, Mine, Unassigned, Waiting, Queue, MyRequests };
using vigie::ListSort;

/// One value of what a list is grouped by, and how many of the list have it.
struct ListGroup {
    /// Of an enumeration its name, of a queue or person the id, of a category or requester the
    /// words, of a day its ISO date; "overdue", "later", "paused"; empty = none.
    QString key;
    QString name;    ///< of a queue or person
    int count = 0;
    qint64 from = 0; ///< of days: due at or after, UTC ms
    qint64 to = 0;   ///< and before

    bool operator==(const ListGroup &) const = default;
};

/// One windowed question. Paging is by key (`after`), never by OFFSET.
struct ListQuery {
    ListScope scope = ListScope::All;
    QueueId queue;              ///< for ListScope::Queue
    std::optional<Level> level;
    bool openOnly = true;
    QString text;               ///< full-text filter; empty = none
    query::Expr filter;         ///< and all of this; everything = none
    query::Context around;      ///< who asks `filter`, and when; a null `around.me` is `me`
    ListSort sort = ListSort::UpdatedNewest;
    bool reversed = false;      ///< the sort the other way round
    ViewGrouping grouping = ViewGrouping::None;
    /// With a grouping: which groups the list has, in their order, as CacheReader::groups()
    /// answers them; the tickets of others are left out.
    QList<ListGroup> groups;
    PersonId me;
    int limit = 100;
    /// The last row of the previous page; nullopt = first page.
    std::optional<TicketRow> after;
};

/// A clock that its people are to be warned of, or a moment at which somebody wants to be reminded.
struct DueClock {
    TicketId ticket;
    ClockKind clock = ClockKind::Ownership;
    qint64 dueAt = 0;
    bool reminder = false; ///< no clock: Ticket::pendingUntil
};
struct DueClocks {
    QList<DueClock> now;  ///< soonest first
    qint64 nextAt = 0;    ///< when to look again, UTC ms; 0 = nothing is foreseen
};

struct ListCounts {
    int all = 0;
    int mine = 0;
    int unassigned = 0;
    int waiting = 0;
    QHash<QueueId, int> queues; ///< open tickets
};

/// One full-text hit.
struct SearchHit {
    TicketRow row;
    QString excerpt; ///< plain text around the match; the matched words between U+0002 and U+0003
};

/// Reads of the disposable database. Lives on the thread that opened the connection; a second,
/// read-only connection on a reader thread serves the windows while the writer applies pages.
class CacheReader
{
public:
    explicit CacheReader(sql::Database &database) : m_database(database) {}

    [[nodiscard]] Result<QList<TicketRow>> list(const ListQuery &query) const;
    /// The groups of a grouped list that hold something, in their order (`groups`, `after` and
    /// `limit` play no part). Costs one walk over an index, and no ticket is read for it unless
    /// the list is filtered.
    [[nodiscard]] Result<QList<ListGroup>> groups(const ListQuery &query) const;
    /// How many rows all pages of a list have, counted up to `most` (`after` and `limit` play no
    /// part). Costs a walk over the list up to there.
    [[nodiscard]] Result<int> count(const ListQuery &query, int most) const;
    /// The filter of a list as query::matches() takes it, and the names in it that stand for
    /// nobody here.
    [[nodiscard]] Result<query::Bound> bound(const ListQuery &query) const;
    /// Every tag in use that begins so, whatever the case and accents, in the order of names.
    [[nodiscard]] Result<QStringList> tags(const QString &startsWith, int limit) const;
    [[nodiscard]] Result<std::optional<TicketRow>> row(const TicketId &id) const;
    [[nodiscard]] Result<ListCounts> counts(const PersonId &me) const;
    [[nodiscard]] Result<std::optional<Ticket>> ticket(const TicketId &id) const;
    /// The tickets that were merged into one, directly or through others, oldest first.
    [[nodiscard]] Result<QList<Ticket>> joinedTo(const TicketId &id) const;
    /// By display number ("1042") or short tag ("7F3A").
    [[nodiscard]] Result<std::optional<TicketId>> findByNumber(const QString &text) const;
    /// The thread, oldest first: accepted entries by server time, then pending ones as written.
    [[nodiscard]] Result<QList<Message>> thread(const TicketId &id) const;
    [[nodiscard]] Result<TicketState> state(const TicketId &id) const;
    /// Newest first; stops early, so it does not depend on how many match.
    [[nodiscard]] Result<QList<SearchHit>> search(const QString &text, int limit) const;
    /// The person's own requests whose titles share telling words with the text: the closest first,
    /// of equals the one that changed last.
    [[nodiscard]] Result<QList<TicketRow>> similarRequests(const QString &text, int most) const;
    [[nodiscard]] Result<QList<Queue>> queues() const;
    [[nodiscard]] Result<QList<Person>> people(const QString &startsWith, int limit) const;
    [[nodiscard]] Result<std::optional<Person>> person(const PersonId &id) const;
    /// What is agreed on about times; empty for requesters, and before it was read.
    [[nodiscard]] Result<ServiceBook> services() const;
    /// The open clocks whose warning is due at `now` and that ended after `notBefore` or have not
    /// yet: of my tickets, and of those in my queues that nobody owns. At most `most`.
    [[nodiscard]] Result<DueClocks> dueClocks(const PersonId &me, qint64 notBefore, qint64 now,
                                              int most) const;
    /// The moments up to `now` and behind `notBefore` at which somebody wants to be reminded of an
    /// open ticket: of mine, and of those in my queues that nobody owns. At most `most`.
    [[nodiscard]] Result<DueClocks> reminders(const PersonId &me, qint64 notBefore, qint64 now,
                                              int most) const;
    /// Staff who work in the queue, by name.
    [[nodiscard]] Result<QList<Person>> staffOf(const QueueId &queue) const;

private:
    sql::Database &m_database;
};

} // namespace vigie::store
