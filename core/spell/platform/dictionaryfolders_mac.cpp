// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spell/dictionaryfolders.h"

#include <QDir>

namespace vigie::spell {

QStringList systemFolders()
{
    return {QDir::homePath() + QStringLiteral("/Library/Spelling"),
            QStringLiteral("/Library/Spelling"), QStringLiteral("/opt/homebrew/share/hunspell"),
            QStringLiteral("/usr/local/share/hunspell")};
}

} // namespace vigie::spell
