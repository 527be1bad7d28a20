// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/presenceservice.h"

#include "core/service/workspacethreads.h"

#include <QTimer>

#include <algorithm>

namespace vigie {

namespace {
constexpr int kOneStepMs = 40;
}

PresenceService::PresenceService(WorkspaceThreads &threads, QObject *parent)
    : QObject(parent), m_threads(threads), m_soon(new QTimer(this)), m_later(new QTimer(this))
{
    m_soon->setSingleShot(true);
    m_soon->setInterval(kOneStepMs);
    connect(m_soon, &QTimer::timeout, this, &PresenceService::tell);
    m_later->setSingleShot(true);
    connect(m_later, &QTimer::timeout, this, &PresenceService::tell);
}

PresenceBook::Place PresenceService::nameOf(QObject *place)
{
    if (!m_watched.contains(place)) {
        m_watched.insert(place);
        connect(place, &QObject::destroyed, this, [this, place] {
            m_watched.remove(place);
            tellIf(m_book.forget(place));
        });
    }
    return place;
}

void PresenceService::look(QObject *place, const TicketId &ticket)
{
    tellIf(m_book.look(nameOf(place), ticket, m_threads.clock().monotonicMs()));
}

void PresenceService::write(QObject *place)
{
    tellIf(m_book.write(nameOf(place), m_threads.clock().monotonicMs()));
}

void PresenceService::stopWriting(QObject *place)
{
    tellIf(m_book.stopWriting(nameOf(place)));
}

void PresenceService::follow(QObject *place, const QList<TicketId> &tickets)
{
    tellIf(m_book.follow(nameOf(place), tickets));
}

void PresenceService::setShown(bool shown)
{
    tellIf(m_book.setShown(shown));
}

void PresenceService::setAttentive(bool attentive)
{
    tellIf(m_book.setAttentive(attentive));
}

void PresenceService::tellIf(bool something)
{
    if (something && !m_soon->isActive())
        m_soon->start();
}

PresenceBook::Told PresenceService::told() const
{
    return m_book.told(m_threads.clock().monotonicMs());
}

void PresenceService::tell()
{
    const PresenceBook::Told now = told();
    m_threads.tellPresence(now.mine, now.about);
    if (now.until)
        m_later->start(int(std::max<qint64>(0, *now.until - m_threads.clock().monotonicMs())));
    else
        m_later->stop();
}

void PresenceService::take(const Company &company)
{
    QHash<TicketId, QList<Presence>> at;
    for (const Presence &one : company.others)
        at[one.ticket].append(one);
    QSet<TicketId> touched;
    const bool turned = company.live != m_company.live;
    for (auto it = at.cbegin(); it != at.cend(); ++it) {
        if (turned || m_at.value(it.key()) != it.value())
            touched.insert(it.key());
    }
    for (auto it = m_at.cbegin(); it != m_at.cend(); ++it) {
        if (!at.contains(it.key()))
            touched.insert(it.key());
    }
    m_at = at;
    m_company = company;
    if (!touched.isEmpty())
        Q_EMIT changed(touched);
}

} // namespace vigie
