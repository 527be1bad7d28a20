// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spell/dictionaryfolders.h"

#include <QStandardPaths>

namespace vigie::spell {

QStringList systemFolders()
{
    QStringList folders;
    const QStringList roots = QStandardPaths::standardLocations(QStandardPaths::GenericDataLocation);
    for (const QString &root : roots)
        folders << root + QStringLiteral("/hunspell") << root + QStringLiteral("/myspell/dicts");
    return folders;
}

} // namespace vigie::spell
