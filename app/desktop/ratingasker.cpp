// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/ratingasker.h"

#include "app/desktop/calmwatch.h"
#include "core/base/async.h"
#include "core/base/clock.h"
#include "core/service/noticeservice.h"
#include "core/service/workspace.h"

#include <QTimer>

namespace vigie {

namespace {

constexpr int kRatingLookMs = 60'000;

} // namespace

RatingAsker::RatingAsker(const CalmWatch &calm, const Clock &clock, Ask ask, QObject *parent)
    : QObject(parent), m_calm(calm), m_clock(clock), m_ask(std::move(ask))
{
    auto *timer = new QTimer(this);
    timer->setInterval(kRatingLookMs);
    connect(timer, &QTimer::timeout, this, &RatingAsker::tick);
    timer->start();
}

void RatingAsker::tick()
{
    if (!m_workspace || m_looking || !m_calm.isCalm())
        return;
    m_looking = true;
    whenDone(m_workspace->notices().nextToRate(m_clock.nowMs()), this,
             [this](const Result<std::optional<Ticket>> &ticket) {
                 m_looking = false;
                 // Somebody may have begun to type while the disk was asked.
                 if (ticket && *ticket && m_calm.isCalm())
                     ask(**ticket);
             });
}

void RatingAsker::ask(const Ticket &ticket)
{
    if (!m_workspace || !m_ask(ticket))
        return;
    // Noted when it is asked, not when it is answered: a crash must not ask again.
    m_workspace->notices().noteAsked(ticket.id, m_clock.nowMs());
}

} // namespace vigie
