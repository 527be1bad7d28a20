// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/requesthead.h"

#include <algorithm>

namespace vigie::server {

namespace {

tl::unexpected<Refusal> refuse(const char *why)
{
    return tl::unexpected<Refusal>(Refusal{400, why});
}

bool isAlphaNumeric(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool isUnreserved(char c)
{
    return isAlphaNumeric(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

/// RFC 3986 pchar without the percent sign, and the slash between segments.
bool isPathCharacter(char c)
{
    return isUnreserved(c) || std::string_view("!$&'()*+,;=:@/").find(c) != std::string_view::npos;
}

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

bool equalHosts(std::string_view left, std::string_view right)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; };
    return left.size() == right.size()
        && std::equal(left.begin(), left.end(), right.begin(),
                      [lower](char a, char b) { return lower(a) == lower(b); });
}

tl::expected<QByteArray, Refusal> decoded(std::string_view path)
{
    QByteArray result;
    result.reserve(qsizetype(path.size()));
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (path[i] != '%') {
            if (!isPathCharacter(path[i]))
                return refuse("a character that a path cannot have");
            result += path[i];
            continue;
        }
        if (i + 2 >= path.size() || hexValue(path[i + 1]) < 0 || hexValue(path[i + 2]) < 0)
            return refuse("a broken percent sequence in the path");
        const int value = hexValue(path[i + 1]) * 16 + hexValue(path[i + 2]);
        if (value == '/' || value == '\\' || value < 0x20 || value == 0x7f)
            return refuse("an encoded slash or control character in the path");
        if (isUnreserved(char(value)))
            result += char(value);
        else
            result += QByteArray(path.data() + i, 3).toUpper();
        i += 2;
    }
    return result;
}

bool hasDotSegment(const QByteArray &path)
{
    const QList<QByteArray> segments = path.split('/');
    return std::any_of(segments.begin(), segments.end(), [](const QByteArray &segment) {
        return segment == "." || segment == "..";
    });
}

} // namespace

bool isHost(std::string_view text)
{
    if (text.empty() || text.size() > 255 + 6)
        return false;
    std::string_view name = text;
    std::string_view port;
    const std::size_t bracket = text.front() == '[' ? text.find(']') : 0;
    if (bracket == std::string_view::npos)
        return false;
    const std::size_t colon = text.find(':', bracket);
    if (colon != std::string_view::npos) {
        name = text.substr(0, colon);
        port = text.substr(colon + 1);
        if (port.empty() || port.size() > 5
            || !std::all_of(port.begin(), port.end(), [](char c) { return c >= '0' && c <= '9'; }))
            return false;
    }
    if (name.empty())
        return false;
    if (name.front() == '[') {
        const std::string_view inner = name.substr(1, name.size() - 2);
        return name.size() > 3 && name.back() == ']'
            && std::all_of(inner.begin(), inner.end(),
                           [](char c) { return hexValue(c) >= 0 || c == ':' || c == '.'; });
    }
    return std::all_of(name.begin(), name.end(),
                       [](char c) { return isAlphaNumeric(c) || c == '-' || c == '.' || c == '_'; });
}

tl::expected<QByteArray, Refusal> pathOf(std::string_view target, std::string_view host)
{
    if (target.empty() || target.find('#') != std::string_view::npos)
        return refuse("a bad request target");
    if (target.front() != '/') {
        const std::size_t scheme = target.find("://");
        if (scheme == std::string_view::npos
            || (!equalHosts(target.substr(0, scheme), "https")
                && !equalHosts(target.substr(0, scheme), "http")))
            return refuse("a bad request target");
        const std::size_t start = scheme + 3;
        const std::size_t slash = std::min(target.find('/', start), target.size());
        if (!equalHosts(target.substr(start, slash - start), host))
            return refuse("the target's host is not the Host field's");
        target = slash == target.size() ? std::string_view("/") : target.substr(slash);
    }
    auto path = decoded(target.substr(0, target.find('?')));
    if (path && hasDotSegment(*path))
        return refuse("a relative path");
    return path;
}

} // namespace vigie::server
