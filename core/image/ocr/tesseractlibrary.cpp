// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/ocr/tesseractlibrary.h"

#include <QLibrary>
#include <QVersionNumber>

namespace vigie {

namespace {

template<class Function>
bool resolve(QLibrary &library, const char *name, Function &function)
{
    function = reinterpret_cast<Function>(library.resolve(name));
    return function != nullptr;
}

bool resolveAll(QLibrary &library, TesseractLibrary &calls)
{
    return resolve(library, "TessVersion", calls.version)
        && resolve(library, "TessDeleteText", calls.deleteText)
        && resolve(library, "TessBaseAPICreate", calls.create)
        && resolve(library, "TessBaseAPIDelete", calls.destroy)
        && resolve(library, "TessBaseAPISetVariable", calls.setVariable)
        && resolve(library, "TessBaseAPIInit3", calls.init)
        && resolve(library, "TessBaseAPISetPageSegMode", calls.setPageSegMode)
        && resolve(library, "TessBaseAPISetImage", calls.setImage)
        && resolve(library, "TessBaseAPISetSourceResolution", calls.setResolution)
        && resolve(library, "TessBaseAPIRecognize", calls.recognize)
        && resolve(library, "TessBaseAPIGetIterator", calls.iterator)
        && resolve(library, "TessResultIteratorDelete", calls.deleteIterator)
        && resolve(library, "TessResultIteratorNext", calls.next)
        && resolve(library, "TessResultIteratorGetUTF8Text", calls.text)
        && resolve(library, "TessResultIteratorGetPageIterator", calls.pageIterator)
        && resolve(library, "TessPageIteratorIsAtBeginningOf", calls.isAtBeginningOf)
        && resolve(library, "TessPageIteratorBoundingBox", calls.boundingBox)
        && resolve(library, "TessMonitorCreate", calls.createMonitor)
        && resolve(library, "TessMonitorDelete", calls.deleteMonitor)
        && resolve(library, "TessMonitorSetCancelFunc", calls.setCancelFunction)
        && resolve(library, "TessMonitorSetCancelThis", calls.setCancelContext)
        && resolve(library, "TessMonitorSetDeadlineMSecs", calls.setDeadline);
}

void resolveThreads(const QString &name, TesseractLibrary &calls)
{
    if (name.isEmpty())
        return;
    QLibrary library(name);
    library.setLoadHints(QLibrary::PreventUnloadHint);
    if (library.load())
        (void)resolve(library, "omp_set_max_active_levels", calls.setThreadLevels);
}

} // namespace

bool isKnownTesseract(const QByteArray &version)
{
    // 4.0 ends the process when the locale is not "C"; 6 is not known.
    const QVersionNumber number = QVersionNumber::fromString(QString::fromLatin1(version));
    return number >= QVersionNumber(4, 1) && number < QVersionNumber(6);
}

LoadedTesseract loadTesseract(const TesseractPlaces &places)
{
    LoadedTesseract loaded;
    for (const QString &name : places.libraries) {
        QLibrary library(name);
        // Its OpenMP threads outlive a call, and must find their code.
        library.setLoadHints(QLibrary::PreventUnloadHint);
        if (!library.load())
            continue;
        if (resolveAll(library, loaded.calls) && isKnownTesseract(loaded.calls.version())) {
            loaded.hint = OcrHint::None;
            resolveThreads(places.threads, loaded.calls);
            return loaded;
        }
        loaded = LoadedTesseract{OcrHint::UnknownLibrary, {}};
    }
    return loaded;
}

} // namespace vigie
