// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/filelock.h"

#include <QFile>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace vigie::platform {

Result<std::unique_ptr<FileLock>> FileLock::take(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(),
                                  O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0) {
        const bool readOnly = errno == EACCES || errno == EROFS || errno == EPERM;
        return fail(readOnly ? ErrorCode::StoreReadOnly : ErrorCode::StoreFault,
                    QStringLiteral("lock: %1").arg(QString::fromLocal8Bit(std::strerror(errno))));
    }
    int locked = -1;
    do {
        locked = ::flock(descriptor, LOCK_EX | LOCK_NB);
    } while (locked != 0 && errno == EINTR);
    if (locked == 0)
        return std::unique_ptr<FileLock>(new FileLock(descriptor));
    const int code = errno;
    ::close(descriptor);
    if (code == EWOULDBLOCK)
        return fail(ErrorCode::ProfileInUse, path);
    return fail(ErrorCode::StoreFault,
                QStringLiteral("lock: %1").arg(QString::fromLocal8Bit(std::strerror(code))));
}

FileLock::~FileLock()
{
    // Closing gives the lock back. The file stays: unlinking it would let two holders in.
    ::close(int(m_handle));
}

} // namespace vigie::platform
