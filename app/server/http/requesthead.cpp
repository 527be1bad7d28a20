// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/requesthead.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>

#include <QSet>

#include <algorithm>
#include <cctype>

namespace vigie::server {

namespace http = boost::beast::http;

namespace {

using Parser = http::request_parser<http::empty_body>;

tl::unexpected<Refusal> refuse(int status, const char *why)
{
    return tl::unexpected<Refusal>(Refusal{status, why});
}

QByteArray bytes(boost::beast::string_view text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

bool isDigits(const QByteArray &text)
{
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Fields that mean something else when there are two of them.
bool isSingle(const QByteArray &name)
{
    static const QSet<QByteArray> names{"host",          "content-length",   "content-type",
                                        "authorization", "transfer-encoding", "expect",
                                        "range",         "origin",           "content-encoding"};
    return names.contains(name) || name.startsWith("vigie-");
}

tl::expected<QMap<QByteArray, QByteArray>, Refusal> collectFields(const Parser::value_type &message)
{
    QMap<QByteArray, QByteArray> fields;
    for (const auto &field : message) {
        const QByteArray name = bytes(field.name_string()).toLower();
        const QByteArray value = bytes(field.value()).trimmed();
        const auto found = fields.find(name);
        if (found == fields.end())
            fields.insert(name, value);
        else if (isSingle(name))
            return refuse(400, "a header field that may be there once is there twice");
        else
            *found += ", " + value;
    }
    return fields;
}

std::optional<Refusal> checkFraming(RequestHead &head, bool http11)
{
    if (head.headers.contains("transfer-encoding")) {
        if (head.headers.contains("content-length"))
            return Refusal{400, "both Content-Length and Transfer-Encoding"};
        if (head.headers.value("transfer-encoding").toLower() != "chunked" || !http11)
            return Refusal{400, "an unknown Transfer-Encoding"};
        return Refusal{411, "a body needs a Content-Length here"};
    }
    if (head.headers.contains("content-length")) {
        const QByteArray length = head.headers.value("content-length");
        if (!isDigits(length))
            return Refusal{400, "Content-Length is not a number"};
        if (length.size() > 15)
            return Refusal{413, "the body is too large"};
        head.contentLength = length.toLongLong();
    }
    if (head.headers.contains("expect")) {
        if (head.headers.value("expect").toLower() != "100-continue")
            return Refusal{417, "an unknown expectation"};
        head.expectsContinue = http11 && head.contentLength > 0;
    }
    return std::nullopt;
}

Refusal refusalFor(const boost::beast::error_code &error)
{
    if (error == http::error::bad_version)
        return {505, "the HTTP version is not 1.1"};
    if (error == http::error::header_limit)
        return {431, "the header is too large"};
    if (error == http::error::bad_content_length
        || error == http::error::multiple_content_length)
        return {400, "a bad Content-Length"};
    if (error == http::error::bad_transfer_encoding)
        return {400, "a bad Transfer-Encoding"};
    return {400, "this is not HTTP"};
}

} // namespace

tl::expected<RequestHead, Refusal> parseHead(std::string_view head)
{
    Parser parser;
    parser.header_limit(std::uint32_t(head.size() + 1));
    parser.body_limit(boost::none);
    boost::beast::error_code error;
    parser.put(boost::asio::buffer(head.data(), head.size()), error);
    if (error && error != http::error::need_more)
        return tl::unexpected<Refusal>(refusalFor(error));
    if (!parser.is_header_done())
        return refuse(400, "this is not HTTP");

    const auto &message = parser.get();
    const bool http11 = message.version() == 11;
    RequestHead result;
    result.method = bytes(message.method_string());
    auto fields = collectFields(message);
    if (!fields)
        return tl::unexpected<Refusal>(fields.error());
    result.headers = *std::move(fields);
    if (const auto refusal = checkFraming(result, http11))
        return tl::unexpected<Refusal>(*refusal);

    const QByteArray host = result.headers.value("host");
    const bool hostNeeded = http11 || result.headers.contains("host");
    if (hostNeeded && !isHost({host.constData(), std::size_t(host.size())}))
        return refuse(400, "a missing or bad Host");
    const auto target = message.target();
    auto path = pathOf({target.data(), target.size()}, {host.constData(), std::size_t(host.size())});
    if (!path)
        return tl::unexpected<Refusal>(path.error());
    result.path = *std::move(path);
    // HTTP/1.0 clients get one answer per connection.
    result.keepAlive = http11 && message.keep_alive();
    return result;
}

} // namespace vigie::server
