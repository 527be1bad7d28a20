// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/auth/receiptkeyfile.h"

#include "core/base/logging.h"
#include "core/model/receiptstatement.h"

#include <QFile>
#include <QSaveFile>

namespace vigie::server {

namespace {

constexpr qint64 kMostKeyBytes = 16 * 1024;

Done writeKey(const QString &path, const ReceiptKey &key)
{
    VIGIE_TRY_ASSIGN(pem, key.toPem());
    QSaveFile file(path);
    // The permissions are set before the first byte is written.
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(pem) != pem.size() || !file.commit())
        return fail(ErrorCode::StoreReadOnly,
                    QStringLiteral("cannot write %1: %2").arg(path, file.errorString()));
    return {};
}

} // namespace

QString receiptKeyPath(const QString &dataFolder)
{
    return dataFolder + QStringLiteral("/receipt.key");
}

Result<ReceiptKey> openReceiptKey(const QString &dataFolder)
{
    const QString path = receiptKeyPath(dataFolder);
    QFile file(path);
    if (!file.exists()) {
        return fail(ErrorCode::NotFound,
                    QStringLiteral("there is no key for receipts in %1: \"vigie-server init\" or "
                                   "the next start of the server makes it")
                        .arg(dataFolder));
    }
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::StoreFault, QStringLiteral("%1: %2").arg(path, file.errorString()));
    Result<ReceiptKey> key = ReceiptKey::fromPem(file.read(kMostKeyBytes));
    if (!key) {
        return fail(ErrorCode::StoreCorrupt,
                    QStringLiteral("%1: %2. Receipts were signed with it, so no new one is made. "
                                   "Bring it back from a backup, or remove it to start a new key, "
                                   "which earlier receipts are not signed with")
                        .arg(path, key.error().detail));
    }
    return key;
}

Result<ReceiptKey> openOrCreateReceiptKey(const QString &dataFolder)
{
    Result<ReceiptKey> found = openReceiptKey(dataFolder);
    if (found || found.error().code != ErrorCode::NotFound)
        return found;
    VIGIE_TRY_ASSIGN(made, ReceiptKey::make());
    VIGIE_TRY(writeKey(receiptKeyPath(dataFolder), made));
    qCInfo(lcServer).noquote() << "made a key for receipts:"
                               << receiptKeyFingerprint(made.publicKey());
    return made;
}

Done copyReceiptKey(const QString &from, const QString &to)
{
    if (!QFile::exists(receiptKeyPath(from)) || QFile::exists(receiptKeyPath(to)))
        return {};
    VIGIE_TRY_ASSIGN(key, openReceiptKey(from));
    return writeKey(receiptKeyPath(to), key);
}

} // namespace vigie::server
