// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/client/filesecretstore.h"

#include "core/base/async.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace vigie::e2e {

QJsonObject FileSecretStore::load() const
{
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

QFuture<Result<bool>> FileSecretStore::save(const QJsonObject &secrets) const
{
    QSaveFile file(m_path);
    const QByteArray bytes = QJsonDocument(secrets).toJson();
    const bool saved = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
        && file.commit();
    return saved ? readyFuture<bool>(true)
                 : readyFuture<bool>(fail(ErrorCode::NoSecretStore, file.errorString()));
}

QFuture<Result<bool>> FileSecretStore::write(const QString &key, const QString &secret)
{
    QJsonObject secrets = load();
    secrets.insert(key, secret);
    return save(secrets);
}

QFuture<Result<QString>> FileSecretStore::read(const QString &key)
{
    const QJsonObject secrets = load();
    if (!secrets.contains(key))
        return readyFuture<QString>(fail(ErrorCode::NotFound, QStringLiteral("no such secret")));
    return readyFuture<QString>(secrets.value(key).toString());
}

QFuture<Result<bool>> FileSecretStore::remove(const QString &key)
{
    QJsonObject secrets = load();
    secrets.remove(key);
    return save(secrets);
}

} // namespace vigie::e2e
