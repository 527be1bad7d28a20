// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/memorysecretstore.h"

#include "core/base/async.h"

namespace vigie::net {

QFuture<Result<bool>> MemorySecretStore::write(const QString &key, const QString &secret)
{
    m_secrets.insert(key, secret);
    return readyFuture(Result<bool>(true));
}

QFuture<Result<QString>> MemorySecretStore::read(const QString &key)
{
    const auto found = m_secrets.constFind(key);
    if (found == m_secrets.constEnd())
        return readyFuture(Result<QString>(fail(ErrorCode::NotFound)));
    return readyFuture(Result<QString>(*found));
}

QFuture<Result<bool>> MemorySecretStore::remove(const QString &key)
{
    return readyFuture(Result<bool>(m_secrets.remove(key) > 0));
}

} // namespace vigie::net
