// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform/durablefile.h"

#include <QDir>
#include <QFile>
#include <QFileDevice>

#include <windows.h>

#include <io.h>

namespace vigie::platform {

namespace {

tl::unexpected<Error> failLast(const char *what)
{
    const DWORD code = ::GetLastError();
    const QString detail = QStringLiteral("%1: error %2").arg(QLatin1String(what)).arg(code);
    switch (code) {
    case ERROR_DISK_FULL:
    case ERROR_HANDLE_DISK_FULL: return fail(ErrorCode::StoreFull, detail);
    case ERROR_ACCESS_DENIED:
    case ERROR_WRITE_PROTECT: return fail(ErrorCode::StoreReadOnly, detail);
    default: return fail(ErrorCode::StoreFault, detail);
    }
}

const wchar_t *native(const QString &path)
{
    return reinterpret_cast<const wchar_t *>(path.utf16());
}

} // namespace

Done syncFile(QFileDevice &file)
{
    if (!file.flush())
        return fail(ErrorCode::StoreFault, file.errorString());
    const auto handle = reinterpret_cast<HANDLE>(::_get_osfhandle(file.handle()));
    if (!::FlushFileBuffers(handle))
        return failLast("flush");
    return {};
}

Done syncFolder(const QString &)
{
    // NTFS journals names; MOVEFILE_WRITE_THROUGH below waits for them.
    return {};
}

Done durableReplace(const QString &from, const QString &to)
{
    const QString source = QDir::toNativeSeparators(from);
    const QString target = QDir::toNativeSeparators(to);
    if (!::MoveFileExW(native(source), native(target),
                       MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH))
        return failLast("rename");
    return {};
}

Done allocateFile(const QString &path, qint64 bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::StoreReadOnly, file.errorString());
    if (!file.resize(bytes)) {
        file.remove();
        return fail(ErrorCode::StoreFull, file.errorString());
    }
    return {};
}

} // namespace vigie::platform
