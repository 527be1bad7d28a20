// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/vigie/partfile.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

namespace vigie::remote {

namespace {

constexpr qint64 kReadStep = 1024 * 1024;
constexpr qint64 kSpareBytes = 1024 * 1024;

} // namespace

Result<std::unique_ptr<PartFile>> PartFile::open(const QString &path, qint64 most)
{
    std::unique_ptr<PartFile> part(new PartFile(path));
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::StoreReadOnly, QStringLiteral("cannot make a folder"));
    if (!part->m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return part->fileError(0);
    part->m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    VIGIE_TRY(part->readBack(most));
    return part;
}

Done PartFile::readBack(qint64 most)
{
    if (m_file.size() > most && !m_file.resize(0))
        return fileError(0);
    while (!m_file.atEnd()) {
        const QByteArray bytes = m_file.read(kReadStep);
        if (bytes.isEmpty())
            return fileError(0);
        m_hash.addData(bytes);
        m_size += bytes.size();
    }
    return {};
}

Done PartFile::append(const QByteArray &bytes)
{
    if (m_file.write(bytes) != bytes.size())
        return fileError(bytes.size());
    m_hash.addData(bytes);
    m_size += bytes.size();
    return {};
}

bool PartFile::matches(const QString &sha256) const
{
    return QString::fromLatin1(m_hash.result().toHex()) == sha256;
}

void PartFile::discard()
{
    m_file.close();
    m_file.remove();
}

tl::unexpected<Error> PartFile::fileError(qint64 wanted) const
{
    const QStorageInfo storage(QFileInfo(m_path).absolutePath());
    ErrorCode code = ErrorCode::StoreFault;
    if (storage.isValid() && storage.bytesAvailable() < wanted + kSpareBytes)
        code = ErrorCode::StoreFull;
    else if (storage.isReadOnly() || m_file.error() == QFileDevice::PermissionsError)
        code = ErrorCode::StoreReadOnly;
    return fail(code, m_file.errorString());
}

} // namespace vigie::remote
