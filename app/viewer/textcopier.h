// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/ocr/sensitivefinder.h"

#include <QObject>

#include <memory>

namespace vigie {

/// Reads the text of a picture into the clipboard, and tells how it went. For pictures that were
/// sent: what was redacted in them is gone already. GUI thread; the reading is elsewhere.
class TextCopier final : public QObject
{
    Q_OBJECT

public:
    TextCopier(const std::shared_ptr<OcrEngine> &engine, QObject *parent);
    ~TextCopier() override;

    void copyFrom(const QImage &picture);
    [[nodiscard]] bool isReading() const { return m_reading; }

Q_SIGNALS:
    /// Reading, and how it ended, in words.
    void told(const QString &words);

private:
    void take(const Result<Findings> &findings, const QSize &size);

    SensitiveFinder m_finder;
    bool m_reading = false;
};

} // namespace vigie
