// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace vigie {

class Clock;
class NoticeService;

/// Looks at the clocks by this computer's clock, so that people are warned before one ends with or
/// without a server: at the next warning that is foreseen, a little after anything changed, and at
/// least every limits::kDueCheckMs, because a computer that slept does not notice how long. Lives
/// on the GUI thread; owned by Workspace.
class DueWatch final : public QObject
{
    Q_OBJECT

public:
    DueWatch(NoticeService &notices, const Clock &clock, QObject *parent);

    /// Looks now, and from then on by itself.
    void start();
    /// Tickets changed; looks soon.
    void look();

private:
    void check();
    void planFor(qint64 nextAt);

    NoticeService &m_notices;
    const Clock &m_clock;
    QTimer m_timer;
    bool m_checking = false;
    bool m_again = false;
};

} // namespace vigie
