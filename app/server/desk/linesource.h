// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QFile>

#include <memory>

struct ZSTD_DCtx_s;

namespace vigie::server {

/// Reads a text file line by line, plain or compressed with Zstandard (told by its first bytes,
/// not by its name). Never holds more than one line and one block.
class LineSource
{
public:
    [[nodiscard]] static Result<std::unique_ptr<LineSource>> open(const QString &path);
    ~LineSource();
    LineSource(const LineSource &) = delete;
    LineSource &operator=(const LineSource &) = delete;

    /// The next line without its end; false after the last. TooLarge for a line over
    /// limits::kJsonBytes, Invalid for a broken or cut compressed file.
    [[nodiscard]] Result<bool> next(QByteArray &line);

private:
    explicit LineSource(const QString &path);
    [[nodiscard]] Done fill();

    QFile m_file;
    ZSTD_DCtx_s *m_zstd = nullptr;
    QByteArray m_packed;      ///< read from the file, not yet unpacked
    qsizetype m_packedAt = 0;
    bool m_frameOpen = false; ///< in the middle of a compressed frame
    QByteArray m_text;
    qsizetype m_textAt = 0;
    bool m_end = false;
};

} // namespace vigie::server
