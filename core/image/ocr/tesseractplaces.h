// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace vigie {

/// Where Tesseract is looked for; differs between systems.
struct TesseractPlaces {
    QStringList libraries;   ///< names or paths for QLibrary, best first
    QStringList dataFolders; ///< folders with *.traineddata, best first
    QString threads;         ///< the OpenMP run time that they use; empty when they use none
    QByteArray nowhere;      ///< a file that swallows what is written into it
};

/// Those of this system. On Linux the ones that distributions use; elsewhere what is beside the
/// application. TESSDATA_PREFIX, when set, comes first.
[[nodiscard]] TesseractPlaces tesseractPlaces();

} // namespace vigie
