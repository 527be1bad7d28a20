// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/image/ocr/ocrhint.h"

#include <QImage>
#include <QList>
#include <QRect>
#include <QStringList>

#include <atomic>

namespace vigie {

/// A word as it was read; `box` in pixels of the picture that was read.
struct OcrWord {
    QString text;
    QRect box;
};

/// Words that the engine holds for one line, from left to right.
struct OcrLine {
    QList<OcrWord> words;
};

/// Something that reads text in pictures. Safe to call from any thread, from several at once.
class OcrEngine
{
public:
    OcrEngine() = default;
    OcrEngine(const OcrEngine &) = delete;
    OcrEngine &operator=(const OcrEngine &) = delete;
    virtual ~OcrEngine() = default;

    /// None when at least one of the languages can be read; otherwise what is missing. Languages
    /// are three-letter codes ("fra", "eng"). May load a library: not for the GUI thread.
    [[nodiscard]] virtual OcrHint hint(const QStringList &languages) = 0;
    [[nodiscard]] bool available(const QStringList &languages)
    {
        return hint(languages) == OcrHint::None;
    }

    /// Reads the picture with those of the languages that are there; blocks for seconds. Cancelled
    /// soon after `cancelled` became true; Timeout after limits::kOcrPassMs; NotFound when the
    /// engine or its languages are missing; TooLarge over limits::kOcrPassPixels.
    [[nodiscard]] virtual Result<QList<OcrLine>> recognise(const QImage &picture,
                                                           const QStringList &languages,
                                                           const std::atomic_bool &cancelled) = 0;
};

/// The languages to read with for a person with this locale: its own and English, e.g. "fra" and
/// "eng" for "fr_FR".
[[nodiscard]] QStringList ocrLanguages(const QString &localeName);

} // namespace vigie
