// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/ocr/tesseractplaces.h"

#include <QCoreApplication>

namespace vigie {

TesseractPlaces tesseractPlaces()
{
    TesseractPlaces places;
    places.libraries = {QStringLiteral("libtesseract.so.5"), QStringLiteral("libtesseract.so.4")};
    if (const QString prefix = qEnvironmentVariable("TESSDATA_PREFIX"); !prefix.isEmpty())
        places.dataFolders = {prefix, prefix + QStringLiteral("/tessdata")};
    places.dataFolders += {
        QCoreApplication::applicationDirPath() + QStringLiteral("/tessdata"),
        QStringLiteral("/usr/share/tesseract-ocr/5/tessdata"),
        QStringLiteral("/usr/share/tesseract-ocr/4.00/tessdata"),
        QStringLiteral("/usr/share/tesseract/tessdata"),
        QStringLiteral("/usr/share/tessdata"),
        QStringLiteral("/usr/local/share/tessdata"),
    };
    places.threads = QStringLiteral("libgomp.so.1");
    places.nowhere = QByteArrayLiteral("/dev/null");
    return places;
}

} // namespace vigie
