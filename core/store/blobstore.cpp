// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/blobstore.h"

#include "core/base/limits.h"
#include "core/base/logging.h"
#include "core/platform/durablefile.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QTemporaryFile>

#include <algorithm>

namespace vigie::store {

namespace {

constexpr qint64 kCopyStep = 256 * 1024;

ErrorCode codeOf(QFileDevice::FileError error)
{
    switch (error) {
    case QFileDevice::ResourceError:
    case QFileDevice::WriteError: return ErrorCode::StoreFull;
    case QFileDevice::OpenError:
    case QFileDevice::PermissionsError: return ErrorCode::StoreReadOnly;
    default: return ErrorCode::StoreFault;
    }
}

tl::unexpected<Error> failFile(const QFileDevice &file)
{
    return fail(codeOf(file.error()), file.errorString());
}

struct Copied {
    QString sha256;
    qint64 size = 0;
};

/// Copies and hashes in one pass, so that the name is the hash of what was written.
Result<Copied> copyHashing(QIODevice &from, QFileDevice &to)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    qint64 size = 0;
    while (true) {
        const QByteArray piece = from.read(kCopyStep);
        if (piece.isEmpty())
            break;
        size += piece.size();
        if (size > limits::kAttachmentBytes)
            return fail(ErrorCode::TooLarge, QStringLiteral("the file is too large"));
        hash.addData(piece);
        if (to.write(piece) != piece.size())
            return failFile(to);
    }
    if (!from.atEnd())
        return fail(ErrorCode::StoreFault, from.errorString());
    VIGIE_TRY(platform::syncFile(to));
    return Copied{QString::fromLatin1(hash.result().toHex()), size};
}

/// Gives the temporary file its real name; what is there already under it is the same bytes.
Done settle(QTemporaryFile &file, const QString &target)
{
    const QString temporary = file.fileName();
    file.close();
    if (QFileInfo::exists(target))
        return {};
    file.setAutoRemove(false);
    const Done replaced = platform::durableReplace(temporary, target);
    if (!replaced)
        QFile::remove(temporary);
    return replaced;
}

} // namespace

/// A file under a name that nobody reads; it disappears unless it gets its real one.
Done BlobStore::openTemporary(QTemporaryFile &file) const
{
    constexpr QFileDevice::Permissions ownFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (!QDir().mkpath(m_folder))
        return fail(ErrorCode::StoreReadOnly, QStringLiteral("cannot make the files' folder"));
    const bool own = m_access == Access::Owner;
    if (own && !QFile::setPermissions(m_folder, ownFile | QFileDevice::ExeOwner))
        return fail(ErrorCode::StoreReadOnly, QStringLiteral("cannot close the files' folder"));
    file.setFileTemplate(m_folder + QStringLiteral("/.incoming-XXXXXX"));
    if (!file.open())
        return failFile(file);
    if (own && !file.setPermissions(ownFile))
        return failFile(file);
    return {};
}

QString BlobStore::path(const QString &sha256) const
{
    // Anything but a hash could be a way out of the folder.
    return isSha256(sha256) ? m_folder + QLatin1Char('/') + sha256 : QString();
}

Result<Attachment> BlobStore::import(const QString &sourcePath) const
{
    const QFileInfo info(sourcePath);
    if (!info.exists())
        return fail(ErrorCode::NotFound, QStringLiteral("no such file"));
    // Pipes and devices would never end.
    if (!info.isFile())
        return fail(ErrorCode::Invalid, QStringLiteral("not a regular file"));
    if (info.size() > limits::kAttachmentBytes)
        return fail(ErrorCode::TooLarge, QStringLiteral("the file is too large"));
    QFile source(sourcePath);
    if (!source.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Forbidden, source.errorString());
    QTemporaryFile target;
    VIGIE_TRY(openTemporary(target));
    VIGIE_TRY_ASSIGN(copied, copyHashing(source, target));
    VIGIE_TRY(settle(target, path(copied.sha256)));
    return Attachment{copied.sha256, cleanFileName(info.fileName()),
                      QMimeDatabase().mimeTypeForFile(info).name(), copied.size};
}

Result<Attachment> BlobStore::importBytes(const QByteArray &bytes, const QString &name,
                                          const QString &mediaType) const
{
    const QString sha256 =
        QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    VIGIE_TRY(put(sha256, bytes));
    return Attachment{sha256, cleanFileName(name), mediaType, bytes.size()};
}

Done BlobStore::put(const QString &sha256, const QByteArray &bytes) const
{
    if (!isSha256(sha256))
        return fail(ErrorCode::Invalid, QStringLiteral("not a SHA-256"));
    QTemporaryFile target;
    VIGIE_TRY(openTemporary(target));
    QBuffer source;
    source.setData(bytes);
    source.open(QIODevice::ReadOnly);
    VIGIE_TRY_ASSIGN(copied, copyHashing(source, target));
    if (copied.sha256 != sha256)
        return fail(ErrorCode::Invalid, QStringLiteral("the bytes are not what the name says"));
    return settle(target, path(sha256));
}

bool BlobStore::has(const QString &sha256) const
{
    return isSha256(sha256) && QFileInfo::exists(path(sha256));
}

qint64 BlobStore::size(const QString &sha256) const
{
    return has(sha256) ? QFileInfo(path(sha256)).size() : 0;
}

Result<QByteArray> BlobStore::read(const QString &sha256, qint64 offset, qint64 most) const
{
    if (!has(sha256))
        return fail(ErrorCode::NotFound, QStringLiteral("no such file here"));
    QFile file(path(sha256));
    if (!file.open(QIODevice::ReadOnly))
        return failFile(file);
    if (offset < 0 || most < 0 || offset > file.size())
        return fail(ErrorCode::Invalid, QStringLiteral("outside of the file"));
    if (!file.seek(offset))
        return failFile(file);
    const QByteArray bytes = file.read(most);
    if (file.error() != QFileDevice::NoError)
        return failFile(file);
    return bytes;
}

Result<QByteArray> BlobStore::readAll(const QString &sha256) const
{
    VIGIE_TRY_ASSIGN(bytes, read(sha256, 0, limits::kAttachmentBytes));
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    if (QString::fromLatin1(hash) != sha256)
        return fail(ErrorCode::StoreCorrupt, QStringLiteral("the stored file was altered"));
    return bytes;
}

Done BlobStore::exportTo(const QString &sha256, const QString &target, bool overwrite) const
{
    VIGIE_TRY_ASSIGN(bytes, readAll(sha256));
    const QFileInfo info(target);
    if (info.exists() && (!overwrite || !info.isFile()))
        return fail(ErrorCode::Conflict, QStringLiteral("a file of that name exists"));
    // Beside the target, so that a full disk leaves what was there before.
    QTemporaryFile file(info.absolutePath() + QStringLiteral("/.vigie-XXXXXX"));
    if (!file.open())
        return failFile(file);
    if (file.write(bytes) != bytes.size())
        return failFile(file);
    VIGIE_TRY(platform::syncFile(file));
    const QString temporary = file.fileName();
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadGroup
                        | QFileDevice::ReadOther);
    file.close();
    file.setAutoRemove(false);
    const Done replaced = platform::durableReplace(temporary, target);
    if (!replaced)
        QFile::remove(temporary);
    return replaced;
}

Done BlobStore::collect(const QSet<QString> &pinned, qint64 mostBytes) const
{
    const QDir folder(m_folder);
    QFileInfoList files = folder.entryInfoList(QDir::Files | QDir::Hidden);
    qint64 total = 0;
    for (const QFileInfo &file : std::as_const(files))
        total += file.size();
    files.removeIf([&](const QFileInfo &file) {
        return !isSha256(file.fileName()) || pinned.contains(file.fileName());
    });
    std::sort(files.begin(), files.end(), [](const QFileInfo &a, const QFileInfo &b) {
        const QDateTime left = a.lastModified();
        const QDateTime right = b.lastModified();
        return left != right ? left < right : a.fileName() < b.fileName();
    });
    for (const QFileInfo &file : std::as_const(files)) {
        if (total <= mostBytes)
            break;
        VIGIE_TRY(remove(file.fileName()));
        total -= file.size();
    }
    return {};
}

Done BlobStore::remove(const QString &sha256) const
{
    if (!has(sha256))
        return {};
    QFile file(path(sha256));
    return file.remove() ? Done{} : Done(failFile(file));
}

void BlobStore::removeUnfinished() const
{
    QDir folder(m_folder);
    const QStringList names =
        folder.entryList({QStringLiteral(".incoming-*")}, QDir::Files | QDir::Hidden);
    for (const QString &name : names)
        folder.remove(name);
}

} // namespace vigie::store
