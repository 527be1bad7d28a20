// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/platform/datalock.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace vigie::server {

Result<std::unique_ptr<DataLock>> DataLock::take(const QString &folder)
{
    const QString path = QDir(folder).filePath(QStringLiteral("lock"));
    const auto cannot = [&] {
        return fail(ErrorCode::StoreReadOnly,
                    QStringLiteral("cannot write %1: %2")
                        .arg(path, QString::fromLocal8Bit(std::strerror(errno))));
    };
    if (!QDir().exists(folder)) {
        if (!QDir().mkpath(folder))
            return cannot();
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return cannot();
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        const bool taken = errno == EWOULDBLOCK;
        const auto failure = cannot();
        ::close(file);
        if (taken)
            return fail(ErrorCode::ProfileInUse,
                        QStringLiteral("another vigie-server uses %1").arg(folder));
        return failure;
    }
    return std::unique_ptr<DataLock>(new DataLock(file));
}

DataLock::~DataLock()
{
    ::close(int(m_handle));
}

} // namespace vigie::server
