// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/httplimits.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace vigie::server {

/// Why a request was turned away before anybody looked at what it asks. `why` is a constant in
/// English, safe to show and to log.
struct Refusal {
    int status = 400;
    const char *why = "";
};

/// Finds the end of a request's head in bytes as they arrive, and refuses on the way everything
/// that two HTTP parsers could read differently: bare CR or LF, control characters, folded lines,
/// white space before a colon, lines without one. What passes goes to Beast's parser; this class
/// only looks, so that a byte is looked at once however slowly it came.
class HeadScanner
{
public:
    explicit HeadScanner(const HttpLimits &limits) : m_limits(limits) {}

    /// `bytes` is the whole input so far; it may only grow between calls.
    /// After this either refusal() or size() may be set; neither means: more bytes are needed.
    void scan(std::string_view bytes);

    [[nodiscard]] const std::optional<Refusal> &refusal() const { return m_refusal; }
    /// The head's length with the empty line at its end.
    [[nodiscard]] const std::optional<std::size_t> &size() const { return m_size; }

private:
    void take(char c);
    void takeLineByte(unsigned char c);
    void endLine();
    void refuse(int status, const char *why) { m_refusal = Refusal{status, why}; }

    const HttpLimits &m_limits;
    std::optional<Refusal> m_refusal;
    std::optional<std::size_t> m_size;
    std::size_t m_position = 0;
    int m_line = 0;
    int m_column = 0;
    bool m_colon = false;
    bool m_afterCr = false;
    char m_previous = 0;
};

} // namespace vigie::server
