// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/ocr/ocrengine.h"
#include "core/image/ocr/tesseractlibrary.h"
#include "core/image/ocr/tesseractplaces.h"

#include <mutex>

namespace vigie {

/// Reads with Tesseract 4.1 or 5 when it is installed. Finds the library at its first use and
/// remembers the answer; language files are looked for each time, so that installing one helps
/// without a restart.
class TesseractEngine final : public OcrEngine
{
public:
    explicit TesseractEngine(TesseractPlaces places = tesseractPlaces());

    [[nodiscard]] OcrHint hint(const QStringList &languages) override;
    [[nodiscard]] Result<QList<OcrLine>> recognise(const QImage &picture,
                                                   const QStringList &languages,
                                                   const std::atomic_bool &cancelled) override;

private:
    struct Data {
        QString folder;
        QStringList languages;
    };
    [[nodiscard]] const LoadedTesseract &library();
    [[nodiscard]] Data dataFor(const QStringList &languages) const;
    [[nodiscard]] Result<QList<OcrLine>> read(const TesseractLibrary &calls, const Data &data,
                                              const QImage &grey,
                                              const std::atomic_bool &cancelled) const;

    TesseractPlaces m_places;
    std::mutex m_mutex;
    std::optional<LoadedTesseract> m_library; ///< guarded by m_mutex until it is set
};

} // namespace vigie
