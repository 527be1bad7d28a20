// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/stopwatchservice.h"

#include "core/base/async.h"
#include "core/base/clock.h"
#include "core/base/logging.h"
#include "core/model/worktime.h"
#include "core/service/draftservice.h"
#include "core/service/ticketservice.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace vigie {

namespace {

const QString kStopwatchPlace = QStringLiteral("stopwatch");
constexpr qsizetype kWatchesKept = 500;

} // namespace

qint64 StopwatchService::Watch::elapsedMs(qint64 now) const
{
    return beforeMs + (isRunning() ? std::max<qint64>(0, now - startedAt) : 0);
}

StopwatchService::StopwatchService(TicketService &tickets, DraftService &drafts, const Clock &clock,
                                   QObject *parent)
    : QObject(parent), m_tickets(tickets), m_drafts(drafts), m_clock(clock)
{
}

void StopwatchService::load()
{
    whenDone(m_drafts.load(kStopwatchPlace), this, [this](const Result<QJsonObject> &kept) {
        // What cannot be read is no reason to measure nothing.
        if (kept)
            read(*kept);
        else
            qCWarning(lcStore, "no watch was read: %s", qPrintable(toLog(kept.error())));
        m_loaded = true;
        const auto waiting = std::exchange(m_waiting, {});
        for (const std::function<void()> &act : waiting)
            act();
        Q_EMIT changed();
    });
}

qint64 StopwatchService::elapsedMs(const TicketId &ticket) const
{
    return m_watches.value(ticket).elapsedMs(m_clock.nowMs());
}

TicketId StopwatchService::running() const
{
    for (auto it = m_watches.cbegin(); it != m_watches.cend(); ++it) {
        if (it->isRunning())
            return it.key();
    }
    return {};
}

void StopwatchService::start(const TicketId &ticket)
{
    whenLoaded([this, ticket] {
        const bool room = m_watches.contains(ticket) || m_watches.size() < kWatchesKept;
        if (ticket.isNull() || !room || m_watches.value(ticket).isRunning())
            return;
        stopAll();
        m_watches[ticket].startedAt = m_clock.nowMs();
        keep();
    });
}

void StopwatchService::pause(const TicketId &ticket)
{
    whenLoaded([this, ticket] {
        if (!m_watches.value(ticket).isRunning())
            return;
        stopAll();
        keep();
    });
}

void StopwatchService::correct(const TicketId &ticket, qint64 ms)
{
    whenLoaded([this, ticket, ms] {
        Watch &watch = m_watches[ticket];
        watch.beforeMs = std::max<qint64>(0, ms);
        watch.startedAt = 0;
        keep();
    });
}

void StopwatchService::setNote(const TicketId &ticket, const QString &note)
{
    whenLoaded([this, ticket, note] {
        if (m_watches.value(ticket).note == note)
            return;
        m_watches[ticket].note = note.left(limits::kWorkNote);
        keep();
    });
}

void StopwatchService::reset(const TicketId &ticket)
{
    whenLoaded([this, ticket] {
        if (m_watches.remove(ticket))
            keep();
    });
}

QFuture<Result<OpId>> StopwatchService::log(const TicketId &ticket, qint64 seconds,
                                            const QString &note)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_clock.nowMs()).date();
    const SharedPromise<OpId> promise = startedPromise<OpId>();
    const LogWork work{seconds, today.toString(Qt::ISODate), note};
    // The watch goes only when its time is on the disk elsewhere.
    whenDone(m_tickets.change(ticket, work), this,
             [this, promise, ticket, note, shown = elapsedMs(ticket)](const Result<OpId> &op) {
                 if (op)
                     takeOff(ticket, shown, note);
                 keepPromise<OpId>(promise, op);
             });
    return promise->future();
}

/// What was logged is gone; a watch that ran on meanwhile goes on with the rest, and words that were
/// written since are about that.
void StopwatchService::takeOff(const TicketId &ticket, qint64 ms, const QString &note)
{
    whenLoaded([this, ticket, ms, note] {
        Watch &watch = m_watches[ticket];
        watch.beforeMs = std::max<qint64>(0, watch.elapsedMs(m_clock.nowMs()) - ms);
        if (watch.isRunning())
            watch.startedAt = m_clock.nowMs();
        if (watch.note.simplified() == note)
            watch.note.clear();
        keep();
    });
}

void StopwatchService::whenLoaded(const std::function<void()> &act)
{
    if (m_loaded)
        act();
    else
        m_waiting.append(act);
}

void StopwatchService::stopAll()
{
    for (Watch &watch : m_watches) {
        watch.beforeMs = watch.elapsedMs(m_clock.nowMs());
        watch.startedAt = 0;
    }
}

void StopwatchService::keep()
{
    m_watches.removeIf([](const auto &entry) { return entry.value() == Watch(); });
    QJsonObject kept;
    for (auto it = m_watches.cbegin(); it != m_watches.cend(); ++it) {
        kept.insert(it.key().text(), QJsonObject{{QStringLiteral("before"), it->beforeMs},
                                                 {QStringLiteral("started"), it->startedAt},
                                                 {QStringLiteral("note"), it->note}});
    }
    if (kept.isEmpty())
        m_drafts.drop(kStopwatchPlace);
    else
        m_drafts.save(kStopwatchPlace, kept);
    Q_EMIT changed();
}

void StopwatchService::read(const QJsonObject &kept)
{
    for (auto it = kept.constBegin(); it != kept.constEnd(); ++it) {
        const TicketId ticket = TicketId::fromStored(it.key());
        const QJsonObject object = it->toObject();
        Watch watch;
        watch.beforeMs = std::max<qint64>(0, object.value(QStringLiteral("before")).toInteger());
        watch.startedAt = std::max<qint64>(0, object.value(QStringLiteral("started")).toInteger());
        watch.note = object.value(QStringLiteral("note")).toString().left(limits::kWorkNote);
        if (!running().isNull())
            watch.startedAt = 0;
        if (!ticket.isNull() && m_watches.size() < kWatchesKept)
            m_watches.insert(ticket, watch);
    }
}

} // namespace vigie
