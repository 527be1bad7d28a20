// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/ocr/tesseractplaces.h"

#include <QCoreApplication>

namespace vigie {

TesseractPlaces tesseractPlaces()
{
    const QString folder = QCoreApplication::applicationDirPath();
    TesseractPlaces places;
    for (const QString &libraries :
         {folder + QStringLiteral("/../Frameworks"), QStringLiteral("/opt/homebrew/lib"),
          QStringLiteral("/usr/local/lib")})
        places.libraries += {libraries + QStringLiteral("/libtesseract.5.dylib"),
                             libraries + QStringLiteral("/libtesseract.4.dylib")};
    if (const QString prefix = qEnvironmentVariable("TESSDATA_PREFIX"); !prefix.isEmpty())
        places.dataFolders = {prefix, prefix + QStringLiteral("/tessdata")};
    places.dataFolders += {
        folder + QStringLiteral("/../Resources/tessdata"),
        QStringLiteral("/opt/homebrew/share/tessdata"),
        QStringLiteral("/usr/local/share/tessdata"),
    };
    places.nowhere = QByteArrayLiteral("/dev/null");
    return places;
}

} // namespace vigie
