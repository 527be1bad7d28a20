// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace vigie {

/// Notices while the program runs that the computer is connected in another way, where the system
/// tells (NetworkManager, Windows' and macOS' own services). Silent elsewhere. GUI thread.
class NetworkWatch final : public QObject
{
    Q_OBJECT

public:
    explicit NetworkWatch(QObject *parent);

    /// What the computer is connected by now: as the fact "network" of machinestate.h says it.
    /// The first call is where it starts, each other one after that is a change.
    void take(const QString &kind);

Q_SIGNALS:
    void changed(const QString &kind);

private:
    void look();

    QString m_kind;
};

} // namespace vigie
