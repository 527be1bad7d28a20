// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/secretstore.h"

#include <QHash>

namespace vigie::net {

/// Secrets for this process only: "this session only", and tests.
class MemorySecretStore final : public SecretStore
{
public:
    [[nodiscard]] QFuture<Result<bool>> write(const QString &key, const QString &secret) override;
    [[nodiscard]] QFuture<Result<QString>> read(const QString &key) override;
    [[nodiscard]] QFuture<Result<bool>> remove(const QString &key) override;

private:
    QHash<QString, QString> m_secrets;
};

} // namespace vigie::net
