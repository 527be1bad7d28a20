// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spell/dictionaryfolders.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

namespace vigie::spell {

QStringList systemFolders()
{
    QStringList folders{
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
            + QStringLiteral("/hunspell"),
        QCoreApplication::applicationDirPath() + QStringLiteral("/dictionaries")};
    // LibreOffice brings one folder for each language.
    const QDir office(qEnvironmentVariable("ProgramFiles")
                      + QStringLiteral("/LibreOffice/share/extensions"));
    const QStringList parts =
        office.entryList({QStringLiteral("dict-*")}, QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &part : parts)
        folders.append(office.filePath(part));
    return folders;
}

} // namespace vigie::spell
