// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/image/ocr/ocrhint.h"
#include "core/image/ocr/tesseractplaces.h"

namespace vigie {

/// The part of Tesseract's C interface (capi.h, the same from 4.1 to 5.5) that Vigie calls,
/// declared here because the library is only looked for while running.
struct TesseractLibrary {
    struct Api;
    struct Iterator;
    struct PageIterator;
    struct Monitor;
    using CancelFunction = bool (*)(void *context, int words);

    const char *(*version)() = nullptr;
    void (*deleteText)(const char *) = nullptr;
    Api *(*create)() = nullptr;
    void (*destroy)(Api *) = nullptr;
    int (*setVariable)(Api *, const char *name, const char *value) = nullptr;
    int (*init)(Api *, const char *dataFolder, const char *languages) = nullptr;
    void (*setPageSegMode)(Api *, int mode) = nullptr;
    void (*setImage)(Api *, const unsigned char *pixels, int width, int height,
                     int bytesPerPixel, int bytesPerLine) = nullptr;
    void (*setResolution)(Api *, int perInch) = nullptr;
    int (*recognize)(Api *, Monitor *) = nullptr;
    Iterator *(*iterator)(Api *) = nullptr;
    void (*deleteIterator)(Iterator *) = nullptr;
    int (*next)(Iterator *, int level) = nullptr;
    char *(*text)(const Iterator *, int level) = nullptr;
    PageIterator *(*pageIterator)(Iterator *) = nullptr;
    int (*isAtBeginningOf)(const PageIterator *, int level) = nullptr;
    int (*boundingBox)(const PageIterator *, int level, int *left, int *top, int *right,
                       int *bottom) = nullptr;
    Monitor *(*createMonitor)() = nullptr;
    void (*deleteMonitor)(Monitor *) = nullptr;
    void (*setCancelFunction)(Monitor *, CancelFunction) = nullptr;
    void (*setCancelContext)(Monitor *, void *) = nullptr;
    void (*setDeadline)(Monitor *, int ms) = nullptr;
    /// omp_set_max_active_levels() of the OpenMP run time that Tesseract uses; may be missing.
    void (*setThreadLevels)(int) = nullptr;

    /// Of the numbers that capi.h gives to modes and levels.
    static constexpr int kSparseText = 11;
    static constexpr int kTextLine = 2;
    static constexpr int kWord = 3;
};

/// What came of looking for the library.
struct LoadedTesseract {
    OcrHint hint = OcrHint::NoLibrary;
    TesseractLibrary calls; ///< complete when hint is None
};

/// Loads the first of the libraries that is there, and refuses it when a function is missing or its
/// version is not 4.1 to 5.x. It stays loaded until the process ends.
[[nodiscard]] LoadedTesseract loadTesseract(const TesseractPlaces &places);

/// True for versions with the interface above: "4.1.3", "5.3.0".
[[nodiscard]] bool isKnownTesseract(const QByteArray &version);

} // namespace vigie
