// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/desk/generation.h"

#include "core/base/json.h"
#include "core/base/logging.h"

#include <QFile>
#include <QSaveFile>

namespace vigie::server {

Result<bool> Generation::databaseIsOlder(ServerStore &store) const
{
    QFile file(m_path);
    if (m_path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return false;
    const Result<QJsonObject> note = json::parseObject(file.read(4096), 4096);
    if (!note) {
        qCWarning(lcServer) << "the generation file is unreadable and is written anew";
        return false;
    }
    VIGIE_TRY_ASSIGN(epoch, store.epoch());
    if (note->value(QLatin1String("epoch")).toString() != epoch)
        return true;
    VIGIE_TRY_ASSIGN(known,
                     store.audit().knows(note->value(QLatin1String("audit")).toInteger(),
                                         note->value(QLatin1String("chain")).toString()));
    return !known;
}

void Generation::noteCommit(ServerStore &store, qint64 monotonicNow)
{
    if (monotonicNow - m_writtenAt < kWriteEveryMs)
        return;
    m_writtenAt = monotonicNow;
    write(store);
}

void Generation::write(ServerStore &store)
{
    if (m_path.isEmpty())
        return;
    const Result<AuditHead> head = store.audit().head();
    const Result<QString> epoch = store.epoch();
    if (!head || !epoch)
        return;
    QSaveFile file(m_path);
    const QByteArray bytes =
        json::compact({{QStringLiteral("epoch"), *epoch},
                       {QStringLiteral("audit"), head->seq},
                       {QStringLiteral("chain"), head->chain}});
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        qCWarning(lcServer).noquote() << "cannot write" << m_path << file.errorString();
}

} // namespace vigie::server
