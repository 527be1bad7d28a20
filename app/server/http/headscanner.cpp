// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/headscanner.h"

namespace vigie::server {

void HeadScanner::scan(std::string_view bytes)
{
    while (!m_refusal && !m_size && m_position < bytes.size()) {
        if (m_position >= std::size_t(m_limits.headerBytes)) {
            refuse(431, "the header is too large");
            return;
        }
        take(bytes[m_position++]);
    }
}

void HeadScanner::take(char c)
{
    if (m_afterCr) {
        m_afterCr = false;
        if (c == '\n')
            endLine();
        else
            refuse(400, "a carriage return without a line feed");
    } else if (c == '\r') {
        m_afterCr = true;
    } else {
        takeLineByte(static_cast<unsigned char>(c));
    }
}

void HeadScanner::takeLineByte(unsigned char c)
{
    const bool space = c == ' ' || c == '\t';
    if (c == '\n')
        return refuse(400, "a line feed without a carriage return");
    if ((c < 0x20 && c != '\t') || c == 0x7f)
        return refuse(400, "a control character in the header");
    if (m_line == 0) {
        if (m_column >= m_limits.requestLineBytes)
            return refuse(414, "the request line is too long");
    } else if (m_column == 0) {
        if (space)
            return refuse(400, "a folded header line");
        if (m_line > m_limits.headerCount)
            return refuse(431, "too many header lines");
    }
    if (c == ':' && !m_colon && m_line > 0) {
        if (m_column == 0 || m_previous == ' ' || m_previous == '\t')
            return refuse(400, "white space before a colon");
        m_colon = true;
    }
    m_previous = static_cast<char>(c);
    ++m_column;
}

void HeadScanner::endLine()
{
    if (m_line == 0) {
        if (m_column == 0)
            return refuse(400, "an empty request line");
    } else if (m_column == 0) {
        m_size = m_position;
        return;
    } else if (!m_colon) {
        return refuse(400, "a header line without a colon");
    }
    ++m_line;
    m_column = 0;
    m_colon = false;
    m_previous = 0;
}

} // namespace vigie::server
