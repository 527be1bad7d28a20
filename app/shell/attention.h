// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace vigie {

/// Whether the person is with Vigie: no more once another program was in front for a while, or
/// nothing was pressed or moved here for longer.
class Attention final : public QObject
{
    Q_OBJECT

public:
    struct Patience {
        int awayMs = 3 * 60'000;  ///< with another program
        int idleMs = 10 * 60'000; ///< with nothing
    };

    Attention(const Patience &patience, QObject *parent);

Q_SIGNALS:
    void changed(bool there);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void takeState(Qt::ApplicationState state);
    void become(bool there);

    QTimer m_away;
    QTimer m_idle;
    bool m_there = true;
};

} // namespace vigie
