// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/secretstore.h"

#include <QJsonObject>

namespace vigie::e2e {

/// Secrets in a file of a test's own folder, so that a client that was killed finds its token
/// again. For tests only: the product never writes a secret in clear.
class FileSecretStore final : public net::SecretStore
{
public:
    explicit FileSecretStore(QString path) : m_path(std::move(path)) {}

    [[nodiscard]] QFuture<Result<bool>> write(const QString &key, const QString &secret) override;
    [[nodiscard]] QFuture<Result<QString>> read(const QString &key) override;
    [[nodiscard]] QFuture<Result<bool>> remove(const QString &key) override;

private:
    [[nodiscard]] QJsonObject load() const;
    [[nodiscard]] QFuture<Result<bool>> save(const QJsonObject &secrets) const;

    QString m_path;
};

} // namespace vigie::e2e
