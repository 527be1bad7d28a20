// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/desk/platform/durablefile.h"

#include <QDir>

#include <io.h>
#include <windows.h>

namespace vigie::server {

bool syncFile(QFile &file)
{
    if (!file.flush())
        return false;
    const auto handle = reinterpret_cast<HANDLE>(_get_osfhandle(file.handle()));
    return handle != INVALID_HANDLE_VALUE && FlushFileBuffers(handle);
}

bool syncFolder(const QString &)
{
    return true; // NTFS journals names by itself; a folder cannot be flushed
}

bool hardLink(const QString &from, const QString &to)
{
    const QString native = QDir::toNativeSeparators(from);
    const QString target = QDir::toNativeSeparators(to);
    return CreateHardLinkW(reinterpret_cast<const wchar_t *>(target.utf16()),
                           reinterpret_cast<const wchar_t *>(native.utf16()), nullptr);
}

} // namespace vigie::server
