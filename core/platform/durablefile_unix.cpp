// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/durablefile.h"

#include "core/platform/descriptor.h"

#include <QFile>
#include <QFileDevice>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace vigie::platform {

namespace {

tl::unexpected<Error> failErrno(const char *what, int code)
{
    const QString detail = QStringLiteral("%1: %2").arg(QLatin1String(what),
                                                        QString::fromLocal8Bit(std::strerror(code)));
    switch (code) {
    case ENOSPC:
    case EDQUOT: return fail(ErrorCode::StoreFull, detail);
    case EACCES:
    case EPERM:
    case EROFS: return fail(ErrorCode::StoreReadOnly, detail);
    default: return fail(ErrorCode::StoreFault, detail);
    }
}

} // namespace

Done syncFile(QFileDevice &file)
{
    if (!file.flush())
        return fail(file.error() == QFileDevice::ResourceError ? ErrorCode::StoreFull
                                                               : ErrorCode::StoreFault,
                    file.errorString());
    if (syncDescriptor(file.handle()) != 0)
        return failErrno("fsync", errno);
    return {};
}

Done syncFolder(const QString &folder)
{
    const int descriptor =
        ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return failErrno("open folder", errno);
    const int synced = syncDescriptor(descriptor);
    const int code = errno;
    ::close(descriptor);
    // Some file systems cannot sync a folder and say so; they have nothing to sync.
    if (synced != 0 && code != EINVAL && code != ENOTSUP)
        return failErrno("fsync folder", code);
    return {};
}

Done durableReplace(const QString &from, const QString &to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return failErrno("rename", errno);
    return syncFolder(QFileInfo(to).absolutePath());
}

Done allocateFile(const QString &path, qint64 bytes)
{
    const QByteArray name = QFile::encodeName(path);
    const int descriptor = ::open(name.constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return failErrno("open", errno);
    const int code = allocateSpace(descriptor, bytes);
    ::close(descriptor);
    if (code == 0)
        return {};
    ::unlink(name.constData());
    return failErrno("allocate", code);
}

} // namespace vigie::platform
