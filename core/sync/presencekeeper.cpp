// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/presencekeeper.h"

#include "core/base/limits.h"
#include "core/base/logging.h"
#include "core/base/presencelimits.h"

#include <algorithm>

namespace vigie::sync {

using remote::Outcome;

PresenceKeeper::PresenceKeeper(Ports ports, std::function<void(const Company &)> changed)
    : m_ports(ports), m_changed(std::move(changed))
{
}

PresenceKeeper::~PresenceKeeper()
{
    m_alive.reset();
    m_ports.wakeUp.cancel();
    m_ports.server.cancelAll();
}

void PresenceKeeper::wish(Wish wish)
{
    wish.mine = wish.mine.mid(0, limits::kPresenceTold);
    wish.about = wish.about.mid(0, limits::kPresenceAsked);
    if (wish == m_wish)
        return;
    m_wish = std::move(wish);
    goOn();
}

void PresenceKeeper::reach(bool reachable)
{
    if (reachable == m_reachable)
        return;
    m_reachable = reachable;
    m_failures = 0;
    m_failedUntil = m_restUntil = 0;
    m_mark.clear();
    m_told = {};
    if (!reachable) {
        ++m_question; // an answer that still comes is about another time
        m_asking = false;
        m_ports.server.cancelAll();
        Company last = m_company;
        last.live = false;
        become(std::move(last));
    }
    goOn();
}

/// When the next question is due, monotonic; -1 = not before something happens.
qint64 PresenceKeeper::dueAt() const
{
    const bool toTell = m_wish != m_told;
    if (!m_reachable || !m_ports.server.capabilities().presence || (m_asking && !toTell))
        return -1;
    if (!toTell && m_wish == Wish())
        return -1;
    const qint64 calm = toTell ? m_askedAt + limits::kPresenceGapMs : m_restUntil;
    return std::max(calm, m_failedUntil);
}

void PresenceKeeper::goOn()
{
    const qint64 due = dueAt();
    if (due < 0)
        return m_ports.wakeUp.cancel();
    const qint64 left = due - m_ports.clock.monotonicMs();
    if (left <= 0)
        return ask();
    m_ports.wakeUp.plan(left, [this, watch = std::weak_ptr<bool>(m_alive)] {
        if (!watch.expired())
            goOn();
    });
}

void PresenceKeeper::ask()
{
    m_ports.wakeUp.cancel();
    wire::PresenceRequest request;
    request.mine = m_wish.mine;
    request.about = m_wish.about;
    request.seen = m_mark;
    const bool holds = m_ports.server.capabilities().longPoll && m_wish != Wish();
    request.waitMs = holds ? limits::kLongPollMs : 0;
    m_told = m_wish;
    m_asking = true;
    m_askedAt = m_ports.clock.monotonicMs();
    m_ports.server.presence(
        request, [this, watch = std::weak_ptr<bool>(m_alive), question = ++m_question,
                  request](const remote::Reply<wire::PresenceResponse> &reply) {
            if (!watch.expired())
                answered(question, request, reply);
        });
}

void PresenceKeeper::answered(quint64 question, const wire::PresenceRequest &asked,
                              const remote::Reply<wire::PresenceResponse> &reply)
{
    if (question != m_question)
        return; // a newer one tells more
    m_asking = false;
    if (reply.outcome == Outcome::Ok)
        take(asked, reply.value);
    else
        failed(reply.error, reply.outcome);
    goOn();
}

void PresenceKeeper::failed(const Error &error, Outcome outcome)
{
    qCInfo(lcSync, "presence is not known: %s", qPrintable(toLog(error)));
    ++m_failures;
    m_told = {}; // what was said may not have arrived
    const bool hopeless = outcome == Outcome::Refused || outcome == Outcome::AuthNeeded
        || outcome == Outcome::TooOld;
    const qint64 wait = hopeless
        ? limits::kBackoffLongestMs
        : std::min(limits::kBackoffLongestMs,
                   limits::kPresenceFailedMs << std::min(m_failures - 1, 10));
    const qint64 now = m_ports.clock.monotonicMs();
    m_failedUntil =
        now + std::clamp(error.retryAfterMs.value_or(0), wait, limits::kRetryAfterMostMs);
    // One lost answer is no news; a minute without any is.
    if (m_ports.clock.nowMs() - m_company.heardAt < limits::kPresenceFreshMs)
        return;
    Company last = m_company;
    last.live = false;
    become(std::move(last));
}

void PresenceKeeper::take(const wire::PresenceRequest &asked, const wire::PresenceResponse &answer)
{
    m_failures = 0;
    m_failedUntil = 0;
    const qint64 monotonic = m_ports.clock.monotonicMs();
    // A server that answers at once that nothing is new would be asked over and over.
    const bool holds = m_ports.server.capabilities().longPoll
        && (answer.mark != asked.seen || monotonic - m_askedAt >= asked.waitMs / 2);
    m_restUntil = monotonic + (holds ? limits::kPresenceRestMs : limits::kPresenceSlowMs);
    m_mark = answer.mark;
    Company heard;
    heard.heardAt = m_ports.clock.nowMs();
    heard.live = true;
    for (Presence one : answer.others) {
        if (!asked.about.contains(one.ticket))
            continue; // nobody asked
        // Ages travel, not moments: the two clocks need not agree.
        const qint64 age = std::max<qint64>(0, answer.serverTime - one.since);
        one.since = std::max<qint64>(0, heard.heardAt - age);
        heard.others.append(one);
    }
    become(std::move(heard));
}

void PresenceKeeper::become(Company company)
{
    if (company == m_company)
        return;
    m_company = std::move(company);
    if (m_changed)
        m_changed(m_company);
}

} // namespace vigie::sync
