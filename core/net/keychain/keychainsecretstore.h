// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/secretstore.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace QKeychain {
class Job;
}

namespace vigie::net {

/// The operating system's keychain through QtKeychain. Jobs run on a thread of their own, because
/// a keychain that does not answer may block its caller; every future ends within `timeoutMs`.
/// "No keychain here", "locked", "no D-Bus" are all NoSecretStore (backends do not tell them
/// apart), and nothing is ever kept in clear instead. Lives on the thread that made it.
class KeychainSecretStore final : public QObject, public SecretStore
{
    Q_OBJECT

public:
    static constexpr int kTimeoutMs = 5'000;

    explicit KeychainSecretStore(QString service, QObject *parent = nullptr,
                                 int timeoutMs = kTimeoutMs);
    ~KeychainSecretStore() override;

    [[nodiscard]] QFuture<Result<bool>> write(const QString &key, const QString &secret) override;
    [[nodiscard]] QFuture<Result<QString>> read(const QString &key) override;
    [[nodiscard]] QFuture<Result<bool>> remove(const QString &key) override;

private:
    using Ended = std::function<void(Result<QString>)>;
    void run(std::function<QKeychain::Job *()> make,
             std::function<Result<QString>(QKeychain::Job *)> outcome, Ended ended);

    QString m_service;
    int m_timeoutMs;
    std::unique_ptr<QThread> m_thread;
    QObject *m_worker = nullptr; ///< lives on m_thread, deleted when it ends
};

} // namespace vigie::net
