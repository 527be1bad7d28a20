// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platform/startrequest.h"

#include <QObject>

#include <memory>

class QLocalServer;
class QLocalSocket;
class QLockFile;

namespace vigie {

/// One Vigie per profile folder. The first one listens; a second start hands over what it was
/// asked for and ends. A killed first one leaves nothing that gets in the way.
class SingleInstance final : public QObject
{
    Q_OBJECT

public:
    /// `root` is the profile root; it must exist.
    SingleInstance(const QString &root, QObject *parent);
    ~SingleInstance() override;

    /// Success: this is the only Vigie on this profile and `requested` will tell of later starts.
    /// ProfileInUse when there is another one, StoreReadOnly when the folder cannot be written.
    [[nodiscard]] Done becomeFirst();
    /// Hands the request to the running Vigie. Blocks for at most two seconds; meant for the time
    /// before there is an event loop. Timeout when nobody answers.
    [[nodiscard]] Done forward(const StartRequest &request);

Q_SIGNALS:
    void requested(const vigie::StartRequest &request);

private:
    void accept();
    void read(QLocalSocket *socket);

    QString m_name;
    std::unique_ptr<QLockFile> m_lock;
    QLocalServer *m_server;
};

} // namespace vigie
