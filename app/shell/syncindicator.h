// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/syncstatus.h"

#include <QWidget>

class QTimer;
class QToolButton;

namespace vigie {

class Clock;
class IconButton;
class Workspace;

/// The quiet fact in the status bar: how the exchange stands, in words. A click opens the outbox.
class SyncIndicator final : public QWidget
{
    Q_OBJECT

public:
    SyncIndicator(Workspace &workspace, const Clock &clock, QWidget *parent);

Q_SIGNALS:
    void outboxWanted();
    void signInWanted();

private:
    void take(const SyncStatus &status);

    const Clock &m_clock;
    SyncStatus m_status;
    QToolButton *m_button;
    IconButton *m_sync;
    QToolButton *m_signIn;
    QTimer *m_age; ///< "18 min ago" grows older by itself
};

} // namespace vigie
