// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace vigie {

/// Whether the person is with Vigie: no more once another program was in front for a while.
class Attention final : public QObject
{
    Q_OBJECT

public:
    static constexpr int kAwayMs = 3 * 60'000;

    Attention(int awayMs, QObject *parent);

Q_SIGNALS:
    void changed(bool there);

private:
    void takeState(Qt::ApplicationState state);

    QTimer m_away;
    bool m_there = true;
};

} // namespace vigie
