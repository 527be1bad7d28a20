// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/duewatch.h"

#include "core/base/async.h"
#include "core/base/clock.h"
#include "core/base/limits.h"
#include "core/service/noticeservice.h"

#include <algorithm>
#include <utility>

namespace vigie {

namespace {

/// Changes come in crowds.
constexpr int kSoonMs = 500;

} // namespace

DueWatch::DueWatch(NoticeService &notices, const Clock &clock, QObject *parent)
    : QObject(parent), m_notices(notices), m_clock(clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &DueWatch::check);
}

void DueWatch::start()
{
    check();
}

void DueWatch::look()
{
    m_again = m_checking;
    if (!m_checking && (!m_timer.isActive() || m_timer.remainingTime() > kSoonMs))
        m_timer.start(kSoonMs);
}

void DueWatch::check()
{
    m_checking = true;
    whenDone(m_notices.checkDue(m_clock.nowMs()), this, [this](const Result<qint64> &nextAt) {
        m_checking = false;
        planFor(nextAt.value_or(0));
    });
}

void DueWatch::planFor(qint64 nextAt)
{
    qint64 wait = limits::kDueCheckMs;
    if (nextAt > 0)
        wait = std::clamp<qint64>(nextAt - m_clock.nowMs(), kSoonMs, wait);
    m_timer.start(int(std::exchange(m_again, false) ? kSoonMs : wait));
}

} // namespace vigie
