// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/filelock.h"

#include <QDir>

#include <windows.h>

namespace vigie::platform {

Result<std::unique_ptr<FileLock>> FileLock::take(const QString &path)
{
    const QString name = QDir::toNativeSeparators(path);
    const HANDLE handle =
        ::CreateFileW(reinterpret_cast<const wchar_t *>(name.utf16()), GENERIC_READ | GENERIC_WRITE,
                      FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr, OPEN_ALWAYS,
                      FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle == INVALID_HANDLE_VALUE) {
        const DWORD code = ::GetLastError();
        return fail(code == ERROR_ACCESS_DENIED || code == ERROR_WRITE_PROTECT
                        ? ErrorCode::StoreReadOnly
                        : ErrorCode::StoreFault,
                    QStringLiteral("lock: error %1").arg(code));
    }
    OVERLAPPED range{};
    if (::LockFileEx(handle, LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &range))
        return std::unique_ptr<FileLock>(new FileLock(reinterpret_cast<qintptr>(handle)));
    const DWORD code = ::GetLastError();
    ::CloseHandle(handle);
    if (code == ERROR_LOCK_VIOLATION || code == ERROR_IO_PENDING)
        return fail(ErrorCode::ProfileInUse, path);
    return fail(ErrorCode::StoreFault, QStringLiteral("lock: error %1").arg(code));
}

FileLock::~FileLock()
{
    ::CloseHandle(reinterpret_cast<HANDLE>(m_handle));
}

} // namespace vigie::platform
