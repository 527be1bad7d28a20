// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QTimer;

namespace vigie {

class Pill;

/// Keeps a pill telling how long the requester is still live, and takes it away by itself.
class LiveMark final : public QObject
{
    Q_OBJECT

public:
    explicit LiveMark(Pill *pill);

    /// UTC ms; 0 = is not live.
    void setUntil(qint64 until);

Q_SIGNALS:
    /// The pill came or went.
    void shown(bool live);

private:
    void look();

    Pill *m_pill;
    QTimer *m_tick;
    qint64 m_until = 0;
};

} // namespace vigie
