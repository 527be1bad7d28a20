// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/livemark.h"

#include "app/text/handlingtext.h"
#include "app/widgets/pill.h"

#include <QDateTime>
#include <QTimer>

#include <algorithm>

namespace vigie {

LiveMark::LiveMark(Pill *pill) : QObject(pill), m_pill(pill), m_tick(new QTimer(this))
{
    m_tick->setSingleShot(true);
    connect(m_tick, &QTimer::timeout, this, &LiveMark::look);
    m_pill->hide();
}

void LiveMark::setUntil(qint64 until)
{
    m_until = until;
    look();
}

void LiveMark::look()
{
    constexpr qint64 often = 15'000;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const QString words = HandlingText::live(m_until, now);
    const bool was = !m_pill->isHidden();
    m_pill->setPill(words, Tone::Danger);
    m_pill->setVisible(!words.isEmpty());
    if (words.isEmpty())
        m_tick->stop();
    else
        m_tick->start(int(std::min(often, m_until - now)));
    if (was != !words.isEmpty())
        Q_EMIT shown(!was);
}

} // namespace vigie
