// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/endpoints.h"
#include "tests/net/faketransport.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

namespace vigie::test {

/// The server's side of one file's upload and download, with a cable that can be cut.
class BlobServer
{
public:
    QByteArray stored;          ///< what arrived so far
    qint64 announced = -1;      ///< the size the client told
    int chunks = 0;             ///< PATCH requests that arrived
    int cutAfterChunk = -1;     ///< the answer to this chunk (from 0) is lost
    int dropChunk = -1;         ///< this chunk itself is lost
    qint64 forgetTo = -1;       ///< once: the server restarts and has only this many bytes
    QByteArray file;            ///< what downloads get
    QList<QByteArray> ranges;   ///< Range headers seen
    int cutAfterRange = -1;
    bool shiftRange = false;    ///< answers another range than asked for

    [[nodiscard]] std::optional<net::Answer> answer(const net::Request &request)
    {
        if (request.method == net::Method::Post)
            return onBegin(request);
        if (request.method == net::Method::Patch)
            return onChunk(request);
        return onRange(request);
    }
    [[nodiscard]] static QString hashOf(const QByteArray &bytes)
    {
        return QString::fromLatin1(
            QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    }

private:
    [[nodiscard]] static net::Answer offset(int status, qint64 at)
    {
        return FakeTransport::json(status, "{\"offset\":" + QByteArray::number(at) + "}");
    }
    net::Answer onBegin(const net::Request &request)
    {
        announced = QJsonDocument::fromJson(request.body).object().value(u"size").toInteger(-1);
        return offset(200, stored.size());
    }
    net::Answer onChunk(const net::Request &request)
    {
        const int number = chunks++;
        if (number == dropChunk)
            return FakeTransport::failure(ErrorCode::Offline, false);
        if (forgetTo >= 0)
            stored.truncate(std::exchange(forgetTo, -1));
        const qint64 at = request.headers.value("Vigie-Offset").toLongLong();
        if (at != stored.size())
            return FakeTransport::json(409,
                                       R"({"error":{"code":"Conflict","detail":"offset"}})");
        stored += request.body;
        if (number == cutAfterChunk)
            return FakeTransport::failure(ErrorCode::Offline, true);
        return offset(200, stored.size());
    }
    net::Answer onRange(const net::Request &request)
    {
        const QByteArray range = request.headers.value("Range");
        const int number = int(ranges.size());
        ranges.append(range);
        if (number == cutAfterRange)
            return FakeTransport::failure(ErrorCode::Offline, true);
        const QList<QByteArray> ends = range.mid(6).split('-');
        const qint64 from = ends.value(0).toLongLong() + (shiftRange ? 1 : 0);
        const qint64 to = std::min<qint64>(ends.value(1).toLongLong(), file.size() - 1);
        const QByteArray header = "bytes " + QByteArray::number(from) + '-'
            + QByteArray::number(to) + '/' + QByteArray::number(file.size());
        return FakeTransport::status(206, "application/octet-stream",
                                     file.mid(from, to - from + 1), {{"content-range", header}});
    }
};

} // namespace vigie::test
