// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QString>

namespace vigie::net {

/// Where tokens live. Every future ends within 5 s; any trouble with a keychain is NoSecretStore
/// and nothing is ever written in clear instead.
class SecretStore
{
public:
    virtual ~SecretStore() = default;
    [[nodiscard]] virtual QFuture<Result<bool>> write(const QString &key, const QString &secret) = 0;
    /// NotFound when there is no such key.
    [[nodiscard]] virtual QFuture<Result<QString>> read(const QString &key) = 0;
    [[nodiscard]] virtual QFuture<Result<bool>> remove(const QString &key) = 0;
};

} // namespace vigie::net
