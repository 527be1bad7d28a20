// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/ocr/tesseractplaces.h"

#include <QCoreApplication>

namespace vigie {

TesseractPlaces tesseractPlaces()
{
    // Only what was installed with Vigie: a library found along the search path may be anybody's.
    const QString folder = QCoreApplication::applicationDirPath();
    TesseractPlaces places;
    for (const QString &name :
         {QStringLiteral("libtesseract-5.dll"), QStringLiteral("tesseract55.dll"),
          QStringLiteral("tesseract54.dll"), QStringLiteral("tesseract53.dll")})
        places.libraries.append(folder + QLatin1Char('/') + name);
    if (const QString prefix = qEnvironmentVariable("TESSDATA_PREFIX"); !prefix.isEmpty())
        places.dataFolders = {prefix, prefix + QStringLiteral("/tessdata")};
    places.dataFolders.append(folder + QStringLiteral("/tessdata"));
    places.nowhere = QByteArrayLiteral("nul");
    return places;
}

} // namespace vigie
