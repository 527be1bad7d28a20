// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/ops/op.h"

#include <QFuture>
#include <QHash>
#include <QJsonObject>
#include <QObject>

#include <functional>

namespace vigie {

class Clock;
class DraftService;
class TicketService;

/// The watches of time worked, one for each ticket, of which one runs at most. A watch is two
/// moments that are subtracted, never a counter; each change of it goes to the draft journal at
/// once, so that it runs on over a crash and a restart. It only ever starts because somebody says
/// so. Lives on the GUI thread; owned by Workspace.
class StopwatchService final : public QObject
{
    Q_OBJECT

public:
    struct Watch {
        qint64 beforeMs = 0;  ///< what it had when it was started last, or was put to by hand
        qint64 startedAt = 0; ///< UTC ms; 0 = it stands
        QString note;         ///< what the work is about, as far as it is written

        [[nodiscard]] bool isRunning() const { return startedAt > 0; }
        /// Never less than nothing, also when the computer's clock was put back.
        [[nodiscard]] qint64 elapsedMs(qint64 now) const;
        bool operator==(const Watch &) const = default;
    };

    StopwatchService(TicketService &tickets, DraftService &drafts, const Clock &clock,
                     QObject *parent);

    [[nodiscard]] Watch watch(const TicketId &ticket) const { return m_watches.value(ticket); }
    [[nodiscard]] qint64 elapsedMs(const TicketId &ticket) const;
    /// The ticket whose watch runs; null = none.
    [[nodiscard]] TicketId running() const;
    /// The watch that ran stands then, with what it had.
    void start(const TicketId &ticket);
    void pause(const TicketId &ticket);
    /// By hand; the watch stands then.
    void correct(const TicketId &ticket, qint64 ms);
    void setNote(const TicketId &ticket, const QString &note);
    /// Forgets what it has.
    void reset(const TicketId &ticket);
    /// Adds time to the ticket, today; with success it is taken off the watch, which keeps what was
    /// measured or noted since. Seconds as LogWork.
    QFuture<Result<OpId>> log(const TicketId &ticket, qint64 seconds, const QString &note);

    /// Private to Workspace: reads what the last run left.
    void load();

Q_SIGNALS:
    /// Another watch runs, or one was changed by hand; not the passing of time.
    void changed();

private:
    /// At once, or as soon as what the last run left is known.
    void whenLoaded(const std::function<void()> &act);
    void takeOff(const TicketId &ticket, qint64 ms, const QString &note);
    void stopAll();
    void keep();
    void read(const QJsonObject &kept);

    TicketService &m_tickets;
    DraftService &m_drafts;
    const Clock &m_clock;
    QHash<TicketId, Watch> m_watches;
    QList<std::function<void()>> m_waiting;
    bool m_loaded = false;
};

} // namespace vigie
