// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/image/ocr/ocrengine.h"
#include "core/image/ocr/suggestions.h"

#include <QFuture>
#include <QImage>

#include <memory>

namespace vigie {

/// What to look for, and how to read.
struct FindOptions {
    QStringList languages; ///< see ocrLanguages()
    SensitiveRules rules;
};

/// What was found in one picture.
struct Findings {
    /// Anything but None: nothing was read, because something is missing on this computer.
    OcrHint hint = OcrHint::None;
    /// False when the enlarged picture could not be read in time or was too large: there may be
    /// more than what is told.
    bool complete = true;
    /// From top to bottom.
    QList<Suggestion> suggestions;
    /// What reads like an error message, for the person to accept; sensitive parts are left out.
    QString errorText;
    /// Everything that was read, in pixels of the picture. Never stored, never logged.
    QList<TextRow> rows;
};

/// Looks for sensitive places in pictures on a thread of the pool, one picture at a time: help,
/// and no guarantee. Reads each picture twice, as it is and enlarged, because each finds what the
/// other misses. Lives in any one thread; its engine is shared with the work that runs.
class SensitiveFinder
{
public:
    explicit SensitiveFinder(std::shared_ptr<OcrEngine> engine);
    SensitiveFinder(const SensitiveFinder &) = delete;
    SensitiveFinder &operator=(const SensitiveFinder &) = delete;
    /// Cancels what runs, without waiting for it.
    ~SensitiveFinder();

    /// Starts looking. A search that still runs or waits is answered with Cancelled: the newest
    /// one wins. TooLarge over limits::kOcrPicturePixels, Invalid for no picture.
    [[nodiscard]] QFuture<Result<Findings>> find(const QImage &picture,
                                                 const FindOptions &options);

    /// Answers what runs or waits with Cancelled.
    void cancel();

private:
    struct Queue;
    std::shared_ptr<Queue> m_queue;
};

/// The work of find(), without threads.
[[nodiscard]] Result<Findings> findSensitivePlaces(OcrEngine &engine, const QImage &picture,
                                                   const FindOptions &options,
                                                   const std::atomic_bool &cancelled);

} // namespace vigie
