// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>

namespace vigie::server {

/// Everything written to the open file is on the disk when this returns true.
[[nodiscard]] bool syncFile(QFile &file);

/// The folder's list of names is on the disk when this returns true.
[[nodiscard]] bool syncFolder(const QString &folder);

/// A second name for the same bytes; false where the file system cannot.
[[nodiscard]] bool hardLink(const QString &from, const QString &to);

} // namespace vigie::server
