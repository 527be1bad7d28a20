// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/platform/datalock.h"

#include <QDir>

#include <windows.h>

namespace vigie::server {

Result<std::unique_ptr<DataLock>> DataLock::take(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::StoreReadOnly, QStringLiteral("cannot create %1").arg(folder));
    const std::wstring path =
        QDir::toNativeSeparators(QDir(folder).filePath(QStringLiteral("lock"))).toStdWString();
    // No sharing: a second open fails for as long as this handle lives.
    const HANDLE file = CreateFileW(path.c_str(), GENERIC_READ | GENERIC_WRITE, 0, nullptr,
                                    OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (file != INVALID_HANDLE_VALUE)
        return std::unique_ptr<DataLock>(new DataLock(reinterpret_cast<qintptr>(file)));
    const DWORD error = GetLastError();
    if (error == ERROR_SHARING_VIOLATION)
        return fail(ErrorCode::ProfileInUse,
                    QStringLiteral("another vigie-server uses %1").arg(folder));
    return fail(ErrorCode::StoreReadOnly,
                QStringLiteral("cannot write in %1 (error %2)").arg(folder).arg(error));
}

DataLock::~DataLock()
{
    CloseHandle(reinterpret_cast<HANDLE>(m_handle));
}

} // namespace vigie::server
