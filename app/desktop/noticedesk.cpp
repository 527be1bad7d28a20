// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/noticedesk.h"

#include "app/text/noticetext.h"
#include "core/base/async.h"
#include "core/base/clock.h"
#include "core/base/limits.h"
#include "core/model/digesttimes.h"
#include "core/ops/op.h"
#include "core/service/noticeservice.h"
#include "core/service/ticketservice.h"
#include "core/service/workspace.h"

#include <QDateTime>
#include <QSet>
#include <QTimer>

namespace vigie {

namespace {

constexpr qint64 kMinuteMs = 60'000;
constexpr int kDigestLines = 3;
const QString kMany = QStringLiteral("many");
const QString kOwn = QStringLiteral("vigie");
const QString kRating = QStringLiteral("rating");
const QString kReply = QStringLiteral("reply");
const QString kWorks = QStringLiteral("works");
const QString kNotYet = QStringLiteral("not-yet");
const QString kSnooze = QStringLiteral("snooze");
const QString kOpen = QStringLiteral("open");
const QString kTake = QStringLiteral("take");
const QString kDigest = QStringLiteral("digest");

/// Of several that came together, the one that asks most of the person leads.
int weight(const Notice &notice)
{
    return notice.kind == NoticeKind::State ? 1 : 0;
}

} // namespace

NoticeDesk::NoticeDesk(Notifier &notifier, const Clock &clock, QObject *parent)
    : QObject(parent), m_notifier(notifier), m_clock(clock), m_minute(new QTimer(this))
{
    connect(&m_notifier, &Notifier::activated, this, &NoticeDesk::activated);
    connect(&m_notifier, &Notifier::replied, this, &NoticeDesk::replied);
    m_minute->setInterval(int(kMinuteMs));
    connect(m_minute, &QTimer::timeout, this, &NoticeDesk::tick);
    m_minute->start();
}

void NoticeDesk::setWorkspace(Workspace *workspace)
{
    if (m_workspace)
        disconnect(&m_workspace->notices(), nullptr, this, nullptr);
    withdraw(TicketId());
    m_notifier.withdraw(kRating);
    m_rating = TicketId();
    m_workspace = workspace;
    if (!workspace)
        return;
    connect(&workspace->notices(), &NoticeService::added, this, &NoticeDesk::take);
    connect(&workspace->notices(), &NoticeService::seen, this, &NoticeDesk::withdraw);
    tick();
}

void NoticeDesk::tell(const QString &title, const QString &body)
{
    m_notifier.show({kOwn, title, body, tr("Open"), {}, {}});
}

void NoticeDesk::tick()
{
    if (!m_workspace)
        return;
    whenDone(m_workspace->notices().wake(m_clock.nowMs()), this,
             [this](const Result<NoticeService::Woken> &woken) {
                 if (!woken)
                     return;
                 for (const Notice &notice : woken->notices) {
                     if (notice.loudness == NoticeClass::Interrupt)
                         show(notice);
                 }
             });
    tellDigest();
}

/// In quiet hours it waits; otherwise it is counted from now on, also where nothing may be shown.
void NoticeDesk::tellDigest()
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_clock.nowMs());
    if (m_choices.isQuiet(now.time()))
        return;
    const qint64 before = lastDigest(now, m_choices.digestHours).toMSecsSinceEpoch();
    whenDone(m_workspace->notices().takeDigest(before), this,
             [this](const Result<QList<Notice>> &told) {
                 if (told && !told->isEmpty() && mayShow())
                     m_notifier.show(digestOf(*told));
             });
}

Bubble NoticeDesk::digestOf(const QList<Notice> &told) const
{
    Bubble bubble;
    bubble.key = kDigest;
    bubble.open = tr("Show the list");
    bubble.title = tr("%Ln update(s) in your digest", nullptr, int(told.size()));
    if (m_choices.privacy == NoticePrivacy::Count)
        return bubble;
    QStringList lines;
    QSet<TicketId> tickets;
    for (auto notice = told.crbegin(); notice != told.crend(); ++notice) {
        if (tickets.contains(notice->ticket))
            continue;
        tickets.insert(notice->ticket);
        if (lines.size() < kDigestLines)
            lines.append(NoticeText::about(*notice));
    }
    if (tickets.size() > lines.size())
        lines.append(tr("and %Ln more ticket(s)", nullptr, int(tickets.size() - lines.size())));
    bubble.body = lines.join(QLatin1Char('\n'));
    return bubble;
}

void NoticeDesk::take(const QList<Notice> &notices)
{
    // One bubble per ticket: the new state with the words that came along.
    QList<TicketId> order;
    QHash<TicketId, Notice> newest;
    for (const Notice &notice : notices) {
        if (notice.snoozed || notice.loudness != NoticeClass::Interrupt)
            continue;
        if (!newest.contains(notice.ticket)) {
            order.append(notice.ticket);
            newest.insert(notice.ticket, notice);
            continue;
        }
        Notice &before = newest[notice.ticket];
        const QString words = notice.words.isEmpty() ? before.words : notice.words;
        if (weight(notice) >= weight(before))
            before = notice;
        before.words = words;
        before.message = notice.message; // what somebody answers to is the newest
    }
    for (const TicketId &ticket : std::as_const(order))
        show(newest.value(ticket));
}

bool NoticeDesk::mayShow() const
{
    const QTime now = QDateTime::fromMSecsSinceEpoch(m_clock.nowMs()).time();
    return m_choices.show && !m_choices.isQuiet(now) && !(m_watched && m_watched());
}

bool NoticeDesk::isBurst()
{
    const qint64 now = m_clock.nowMs();
    m_lately.removeIf([now](qint64 at) { return now - at >= kMinuteMs; });
    if (m_lately.size() >= limits::kBubblesPerMinute)
        return true;
    m_lately.append(now);
    return false;
}

void NoticeDesk::show(const Notice &notice)
{
    if (!mayShow())
        return;
    if (isBurst()) {
        ++m_many;
        showMany();
        return;
    }
    Shown shown{notice, m_shown.value(notice.ticket).count + 1};
    if (!m_shown.contains(notice.ticket))
        shown.count = 1;
    m_shown.insert(notice.ticket, shown);
    m_notifier.show(bubbleOf(shown));
}

void NoticeDesk::showMany()
{
    m_notifier.show({kMany, QStringLiteral("Vigie"), tr("%Ln more update(s)", nullptr, m_many),
                     tr("Show the list"), {}, {}});
}

Bubble NoticeDesk::bubbleOf(const Shown &shown) const
{
    const Notice &notice = shown.notice;
    Bubble bubble;
    bubble.key = notice.ticket.text();
    bubble.open = tr("Open");
    switch (m_choices.privacy) {
    case NoticePrivacy::Full:
        bubble.title = NoticeText::happened(notice);
        bubble.body = NoticeText::about(notice);
        if (!notice.words.isEmpty())
            bubble.body += QLatin1Char('\n') + notice.words;
        break;
    case NoticePrivacy::Subject:
        bubble.title = tr("%Ln new update(s)", nullptr, shown.count);
        bubble.body = NoticeText::about(notice);
        break;
    case NoticePrivacy::Count:
        bubble.title = QStringLiteral("Vigie");
        bubble.body = tr("%Ln new update(s)", nullptr, shown.count);
        break;
    }
    addActions(bubble, notice);
    return bubble;
}

void NoticeDesk::addActions(Bubble &bubble, const Notice &notice) const
{
    if (notice.asStaff) {
        bubble.actions.append({kOpen, tr("Open")});
        if (notice.isFree)
            bubble.actions.append({kTake, tr("Take", "a ticket that nobody owns")});
        bubble.actions.append({kSnooze, tr("Snooze 1 h")});
    } else if (notice.state == PublicState::NeedsYou) {
        bubble.actions = {{kReply, tr("Reply")}};
    } else if (notice.state == PublicState::Fixed) {
        bubble.actions = {{kWorks, tr("It works")}, {kNotYet, tr("Not yet")}};
    }
    // Nobody answers words that are not shown; a note is never answered in public.
    const bool asked = notice.kind == NoticeKind::Reply
        || (notice.kind == NoticeKind::State && notice.state == PublicState::NeedsYou);
    if (m_choices.privacy == NoticePrivacy::Full && asked && !notice.words.isEmpty()) {
        bubble.replyHint = notice.by.isEmpty() ? tr("Your answer")
                                               : tr("Your answer to %1", "a person").arg(notice.by);
    }
}

bool NoticeDesk::askForRating(const TicketId &ticket, const QString &title)
{
    if (!mayShow())
        return false;
    m_rating = ticket;
    m_notifier.show({kRating, tr("Was it solved?"),
                     m_choices.privacy == NoticePrivacy::Count ? tr("About a request of yours")
                                                               : title,
                     tr("Open"), {{kWorks, tr("Yes")}, {kNotYet, tr("Not yet")}}, {}});
    return true;
}

void NoticeDesk::withdraw(const TicketId &ticket)
{
    if (ticket.isNull()) {
        const QList<TicketId> all = m_shown.keys();
        for (const TicketId &one : all)
            withdraw(one);
        m_many = 0;
        m_notifier.withdraw(kMany);
        m_notifier.withdraw(kDigest);
        return;
    }
    if (m_shown.remove(ticket) > 0)
        m_notifier.withdraw(ticket.text());
    if (m_rating == ticket) {
        m_rating = TicketId();
        m_notifier.withdraw(kRating);
    }
}

void NoticeDesk::activated(const QString &key, const QString &action)
{
    if (key == kMany || key == kDigest) {
        m_many = key == kMany ? 0 : m_many;
        Q_EMIT listWanted();
        return;
    }
    const TicketId ticket = key == kRating ? m_rating : TicketId::fromStored(key);
    if (ticket.isNull()) {
        Q_EMIT windowWanted();
        return;
    }
    if (action == kSnooze)
        return snooze(ticket);
    if (action == kTake)
        return takeOver(ticket);
    RequestPlace place = RequestPlace::Thread;
    if (action == kReply)
        place = RequestPlace::Reply;
    else if (action == kWorks || (key == kRating && action.isEmpty()))
        place = RequestPlace::Verdict;
    else if (action == kNotYet)
        place = RequestPlace::Reopen;
    const bool asStaff = key != kRating && m_shown.value(ticket).notice.asStaff;
    withdraw(ticket);
    Q_EMIT openWanted(ticket, asStaff, place);
}

void NoticeDesk::snooze(const TicketId &ticket)
{
    withdraw(ticket);
    if (m_workspace)
        m_workspace->notices().snooze(ticket, m_clock.nowMs() + limits::kSnoozeMs);
}

/// Only while nobody owns it: what somebody else took meanwhile is shown instead.
void NoticeDesk::takeOver(const TicketId &ticket)
{
    withdraw(ticket);
    if (!m_workspace)
        return;
    whenDone(m_workspace->tickets().open(ticket), this,
             [this, ticket](const Result<TicketView> &view) {
                 if (!m_workspace)
                     return;
                 if (!view || !view->ticket.owner.isNull()) {
                     Q_EMIT openWanted(ticket, true, RequestPlace::Thread);
                     return;
                 }
                 const QString me = m_workspace->me().id.text();
                 whenDone(m_workspace->tickets().change(ticket, SetField{QStringLiteral("owner"), me}),
                          this, [this, ticket](const Result<OpId> &taken) {
                              if (!taken)
                                  Q_EMIT openWanted(ticket, true, RequestPlace::Thread);
                              else if (m_workspace)
                                  m_workspace->notices().markRead(ticket);
                          });
             });
}

/// As any other answer: into the outbox, with what its author had before their eyes.
void NoticeDesk::replied(const QString &key, const QString &text)
{
    const TicketId ticket = TicketId::fromStored(key);
    if (!m_workspace || !m_shown.contains(ticket))
        return;
    const MessageId seen = m_shown.value(ticket).notice.message;
    AddMessage message;
    message.body = text.trimmed().left(limits::kBodyLength);
    whenDone(m_workspace->tickets().addMessage(ticket, message, seen, QString()), this,
             [this, ticket, text](const Result<MessageId> &added) {
                 if (!added) {
                     Q_EMIT replyFailed(ticket, text);
                     return;
                 }
                 if (m_workspace)
                     m_workspace->notices().markRead(ticket);
                 withdraw(ticket);
             });
}

} // namespace vigie
