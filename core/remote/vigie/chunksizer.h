// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/limits.h"

#include <algorithm>

namespace vigie::remote {

/// How many bytes of a file to send at once: grows while chunks go through quickly, shrinks on slow
/// and failed ones, so that a weak link loses little and a good one is not held up by round trips.
class ChunkSizer
{
public:
    static constexpr qint64 kLeast = 256 * 1024;
    static constexpr qint64 kQuickMs = 1'000;
    static constexpr qint64 kSlowMs = 8'000;

    [[nodiscard]] qint64 size() const { return m_size; }
    void took(qint64 ms)
    {
        if (ms < kQuickMs)
            m_size = std::min(m_size * 2, limits::kBlobChunkMostBytes);
        else if (ms > kSlowMs)
            shrink();
    }
    void failed() { shrink(); }

private:
    void shrink() { m_size = std::max(m_size / 2, kLeast); }

    qint64 m_size = limits::kBlobChunkBytes;
};

/// Time for a transfer: the usual request's, and as long as the bytes need at 8 KiB/s.
[[nodiscard]] inline qint64 transferTimeoutMs(qint64 bytes)
{
    return limits::kRequestTimeoutMs + bytes / 8;
}

} // namespace vigie::remote
