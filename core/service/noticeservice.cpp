// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/noticeservice.h"

#include "core/base/async.h"
#include "core/base/limits.h"
#include "core/base/logging.h"
#include "core/service/newsrules.h"
#include "core/service/noticerules.h"
#include "core/service/workspacethreads.h"

#include <algorithm>

namespace vigie {

namespace {

using store::NoticeStore;

constexpr int kRequestsLooked = 100;
/// Told at once; the rest follows at the next look, which comes soon then.
constexpr int kMostDue = 100;
/// What was told stays due for hours: looking must go on behind it.
constexpr int kMostLookedAt = 20'000;

/// Finds out how loud each is, and leaves it unread where it is to be heard of.
Done weigh(const WorkspaceThreads::Engine &engine, const Person &me, QList<Notice> &notices,
           qint64 now)
{
    VIGIE_TRY_ASSIGN(rules, NewsRules::read(engine, me, now));
    for (Notice &notice : notices) {
        VIGIE_TRY_ASSIGN(ticket, engine.profile.cache().reader().ticket(notice.ticket));
        if (!ticket)
            continue;
        VIGIE_TRY_ASSIGN(said, rules.saidOf(*ticket));
        notice.loudness = loudnessOf(notice, said);
        notice.read = notice.loudness == NoticeClass::Silent;
    }
    return {};
}

/// Writes them down; answers those that are new, with what the person does not want to hear of now.
Result<QList<Notice>> keepNotices(const WorkspaceThreads::Engine &engine, const Person &me,
                                  QList<Notice> notices, qint64 now)
{
    if (notices.isEmpty())
        return notices;
    VIGIE_TRY(weigh(engine, me, notices, now));
    NoticeStore kept = engine.profile.outbox().notices();
    VIGIE_TRY_ASSIGN(added, kept.add(notices));
    VIGIE_TRY_ASSIGN(snoozes, kept.snoozes());
    for (Notice &notice : added) {
        notice.snoozed = std::any_of(snoozes.cbegin(), snoozes.cend(), [&](const auto &snooze) {
            return snooze.ticket == notice.ticket && snooze.until > now;
        });
    }
    return added;
}

Result<QList<Notice>> record(const WorkspaceThreads::Engine &engine, const Person &me,
                             const QList<Message> &messages, qint64 now)
{
    QList<Notice> notices;
    for (const Message &message : messages) {
        VIGIE_TRY_ASSIGN(ticket, engine.profile.cache().reader().ticket(message.ticket));
        if (!ticket)
            continue;
        if (const std::optional<Notice> notice = noticeFor(message, *ticket, me))
            notices.append(*notice);
    }
    return keepNotices(engine, me, notices, now);
}

struct DueNews {
    QList<Notice> notices;
    qint64 nextAt = 0;
};

/// Of two moments; 0 = none.
qint64 soonest(qint64 one, qint64 other)
{
    return one > 0 && other > 0 ? std::min(one, other) : std::max(one, other);
}

Result<DueNews> lookForDue(const WorkspaceThreads::Engine &engine, const Person &me, qint64 now)
{
    DueNews news;
    if (!actorOf(me).isStaff())
        return news;
    const store::CacheReader &cache = engine.profile.cache().reader();
    VIGIE_TRY_ASSIGN(clocks, cache.dueClocks(me.id, now - limits::kDueToldLateMs, now, kMostLookedAt));
    VIGIE_TRY_ASSIGN(reminders,
                     cache.reminders(me.id, now - store::kReminderLateMs, now, kMostLookedAt));
    news.nextAt = soonest(clocks.nextAt, reminders.nextAt);
    NoticeStore kept = engine.profile.outbox().notices();
    VIGIE_TRY_ASSIGN(fresh, kept.untold(reminders.now + clocks.now));
    if (fresh.size() > kMostDue) {
        fresh.resize(kMostDue);
        news.nextAt = now;
    }
    for (const store::DueClock &due : std::as_const(fresh)) {
        VIGIE_TRY_ASSIGN(ticket, cache.ticket(due.ticket));
        if (ticket)
            news.notices.append(due.reminder ? reminderNotice(due.dueAt, *ticket, now)
                                             : dueNotice(due.clock, due.dueAt, *ticket, now));
    }
    VIGIE_TRY_ASSIGN(added, keepNotices(engine, me, news.notices, now));
    VIGIE_TRY(kept.noteTold(fresh, now));
    news.notices = added;
    return news;
}

Result<NoticeService::Woken> wakeUp(NoticeStore kept, qint64 now)
{
    NoticeService::Woken woken;
    VIGIE_TRY_ASSIGN(snoozes, kept.snoozes());
    for (const NoticeStore::Snooze &snooze : snoozes) {
        if (snooze.until > now) {
            woken.nextAt = snooze.until;
            break;
        }
        VIGIE_TRY_ASSIGN(newest, kept.newestUnread(snooze.ticket));
        VIGIE_TRY(kept.endSnooze(snooze.ticket));
        if (newest)
            woken.notices.append(*newest);
    }
    return woken;
}

Result<std::optional<Ticket>> findToRate(const WorkspaceThreads::Engine &engine, const Person &me,
                                         qint64 now)
{
    const NoticeStore kept = engine.profile.outbox().notices();
    VIGIE_TRY_ASSIGN(last, kept.lastAsked());
    if (last > 0 && now - last < limits::kRatingEveryMs)
        return std::nullopt;
    ListQuery query;
    query.scope = ListScope::MyRequests;
    query.openOnly = false;
    query.me = me.id;
    query.limit = kRequestsLooked;
    const store::CacheReader &cache = engine.profile.cache().reader();
    VIGIE_TRY_ASSIGN(rows, cache.list(query));
    for (const TicketRow &row : rows) {
        if (row.publicState != PublicState::Fixed && row.publicState != PublicState::Closed)
            continue;
        VIGIE_TRY_ASSIGN(ticket, cache.ticket(row.id));
        VIGIE_TRY_ASSIGN(asked, kept.wasAsked(row.id));
        if (!asked && ticket && mayAskForRating(*ticket, me.id, now))
            return ticket;
    }
    return std::nullopt;
}

} // namespace

NoticeService::NoticeService(WorkspaceThreads &threads, QObject *parent)
    : QObject(parent), m_threads(threads)
{
}

void NoticeService::load()
{
    const auto reading = m_threads.keep(
        [](store::OutboxStore &outbox) { return outbox.notices().unreadByTicket(); });
    whenDone(reading, this, [this, marks = m_marks](
                                const Result<QHash<TicketId, UnreadNotices>> &unread) {
        if (!unread)
            return;
        if (marks != m_marks)
            return load();
        m_unread = *unread;
        Q_EMIT changed();
    });
}

void NoticeService::take(const QList<Message> &messages)
{
    const auto recording = m_threads.write(
        [messages, me = m_threads.me(),
         now = m_threads.clock().nowMs()](const WorkspaceThreads::Engine &engine) {
            return record(engine, me, messages, now);
        });
    whenDone(recording, this, [this](const Result<QList<Notice>> &notices) {
        if (!notices) {
            if (notices.error().code != ErrorCode::Cancelled)
                qCWarning(lcStore, "a notice was not kept: %s", qPrintable(toLog(notices.error())));
            return;
        }
        announce(*notices);
    });
}

void NoticeService::announce(const QList<Notice> &notices)
{
    if (notices.isEmpty())
        return;
    for (const Notice &notice : notices) {
        if (!notice.read)
            m_unread[notice.ticket].add(notice);
    }
    Q_EMIT changed();
    Q_EMIT added(notices);
}

QFuture<Result<qint64>> NoticeService::checkDue(qint64 now)
{
    const SharedPromise<qint64> promise = startedPromise<qint64>();
    const auto looking = m_threads.write(
        [now, me = m_threads.me()](const WorkspaceThreads::Engine &engine) {
            return lookForDue(engine, me, now);
        });
    whenDone(looking, this, [this, promise](const Result<DueNews> &news) {
        if (news)
            announce(news->notices);
        else if (news.error().code != ErrorCode::Cancelled)
            qCWarning(lcStore, "nobody was warned: %s", qPrintable(toLog(news.error())));
        keepPromise<qint64>(promise, news ? Result<qint64>(news->nextAt)
                                          : Result<qint64>(fail(news.error())));
    });
    return promise->future();
}

QFuture<Result<QList<Notice>>> NoticeService::list()
{
    return m_threads.keep([](store::OutboxStore &outbox) { return outbox.notices().list(); });
}

int NoticeService::unread() const
{
    int sum = 0;
    for (const UnreadNotices &count : m_unread)
        sum += count.all - count.digest;
    return sum;
}

int NoticeService::waiting() const
{
    int sum = 0;
    for (const UnreadNotices &count : m_unread)
        sum += count.all;
    return sum;
}

int NoticeService::mentions() const
{
    int sum = 0;
    for (const UnreadNotices &count : m_unread)
        sum += count.mentions;
    return sum;
}

void NoticeService::markRead(const TicketId &ticket)
{
    const UnreadNotices count = m_unread.take(ticket);
    if (ticket.isNull() || count.all == 0)
        return;
    ++m_marks;
    Q_EMIT seen(ticket);
    const auto marking = m_threads.keep([ticket](store::OutboxStore &outbox) {
        return outbox.notices().markRead(ticket);
    });
    whenDone(marking, this, [this, told = count.mentions > 0](const Result<bool> &) {
        if (told)
            m_threads.ownChanged();
        Q_EMIT changed();
    });
}

void NoticeService::markAllRead()
{
    for (UnreadNotices &count : m_unread)
        count = {count.mentions, count.mentions, 0};
    m_unread.removeIf([](const auto &entry) { return entry.value().all == 0; });
    ++m_marks;
    Q_EMIT seen(TicketId());
    const auto marking = m_threads.keep(
        [](store::OutboxStore &outbox) { return outbox.notices().markAllRead(); });
    whenDone(marking, this, [this](const Result<bool> &) { Q_EMIT changed(); });
}

void NoticeService::takeMentionReads()
{
    const auto taking = m_threads.keep(
        [](store::OutboxStore &outbox) { return outbox.notices().takeMentionReads(); });
    whenDone(taking, this, [this](const Result<QList<TicketId>> &tickets) {
        if (!tickets || tickets->isEmpty())
            return;
        for (const TicketId &ticket : *tickets)
            Q_EMIT seen(ticket);
        load(); // what came after they were read there is still unread
    });
}

QFuture<Result<QList<Notice>>> NoticeService::takeDigest(qint64 before)
{
    const auto taking = m_threads.keep(
        [before](store::OutboxStore &outbox) { return outbox.notices().takeDigest(before); });
    whenDone(taking, this, [this](const Result<QList<Notice>> &told) {
        if (told && !told->isEmpty())
            load();
    });
    return taking;
}

QFuture<Result<bool>> NoticeService::snooze(const TicketId &ticket, qint64 until)
{
    return m_threads.keep([ticket, until](store::OutboxStore &outbox) -> Result<bool> {
        VIGIE_TRY(outbox.notices().snooze(ticket, until));
        return true;
    });
}

QFuture<Result<NoticeService::Woken>> NoticeService::wake(qint64 now)
{
    return m_threads.keep(
        [now](store::OutboxStore &outbox) { return wakeUp(outbox.notices(), now); });
}

QFuture<Result<std::optional<Ticket>>> NoticeService::nextToRate(qint64 now)
{
    return m_threads.write(
        [now, me = m_threads.me()](const WorkspaceThreads::Engine &engine) {
            return findToRate(engine, me, now);
        });
}

QFuture<Result<bool>> NoticeService::noteAsked(const TicketId &ticket, qint64 now)
{
    return m_threads.keep([ticket, now](store::OutboxStore &outbox) -> Result<bool> {
        VIGIE_TRY(outbox.notices().noteAsked(ticket, now));
        return true;
    });
}

} // namespace vigie
