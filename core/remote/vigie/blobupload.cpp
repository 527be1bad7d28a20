// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/vigie/blobupload.h"

#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/net/whenanswered.h"
#include "core/wire/endpoints.h"

namespace vigie::remote {

namespace {

constexpr int kMostLostInARow = 3;

} // namespace

QString blobPath(const QString &sha256)
{
    return wire::kBlobsPath + QLatin1Char('/') + sha256;
}

BlobUpload::BlobUpload(const TransferParts &parts, QString sha256, TransferDone done,
                       QObject *parent)
    : QObject(parent), m_parts(parts), m_sha256(std::move(sha256)), m_done(std::move(done))
{
}

void BlobUpload::start()
{
    if (isSha256(m_sha256) && m_parts.blobs.has(m_sha256)) {
        m_size = m_parts.blobs.size(m_sha256);
        askPlace();
        return;
    }
    const Error missing{ErrorCode::NotFound, QStringLiteral("the file is not in the store"), {}};
    QMetaObject::invokeMethod(
        this, [this, missing] { endWith(Outcome::Refused, missing); }, Qt::QueuedConnection);
}

void BlobUpload::askPlace()
{
    const net::Request request =
        m_parts.requests.json(net::Method::Post, wire::kBlobsPath,
                              {{QStringLiteral("sha256"), m_sha256},
                               {QStringLiteral("size"), m_size}});
    net::whenAnswered(m_parts.transport.send(request), this, [this](const net::Answer &answer) {
        onPlace(judge(answer, Expect::Json));
    });
}

Result<qint64> BlobUpload::offsetOf(const Judged &judged) const
{
    json::Reader reader(judged.json, QStringLiteral("blob."));
    const qint64 offset = reader.integer("offset", 0, m_size);
    VIGIE_TRY(reader.done());
    return offset;
}

void BlobUpload::onPlace(const Judged &judged)
{
    if (judged.outcome != Outcome::Ok) {
        endWith(judged.outcome, judged.error);
        return;
    }
    const Result<qint64> offset = offsetOf(judged);
    if (!offset) {
        endWith(Outcome::ServerFault, offset.error());
        return;
    }
    continueAt(*offset);
}

void BlobUpload::continueAt(qint64 offset)
{
    m_offset = offset;
    if (m_offset >= m_size)
        endWith(Outcome::Ok);
    else
        sendChunk();
}

void BlobUpload::sendChunk()
{
    const Result<QByteArray> bytes =
        m_parts.blobs.read(m_sha256, m_offset, m_parts.chunks.size());
    if (!bytes || bytes->isEmpty()) {
        endWith(Outcome::Refused,
                bytes ? Error{ErrorCode::StoreFault, QStringLiteral("the file ends early"), {}}
                      : bytes.error());
        return;
    }
    net::Request request = m_parts.requests.make(net::Method::Patch, blobPath(m_sha256));
    request.headers.insert("Content-Type", QByteArray(wire::kBytesType.latin1()));
    request.headers.insert(QByteArray(wire::kOffsetHeader.latin1()),
                           QByteArray::number(m_offset));
    request.timeoutMs = transferTimeoutMs(bytes->size());
    request.body = *bytes;
    const qint64 begun = m_parts.clock.monotonicMs();
    net::whenAnswered(m_parts.transport.send(request), this,
                      [this, begun, sent = bytes->size()](const net::Answer &answer) {
                          onChunk(judge(answer, Expect::Json), sent,
                                  m_parts.clock.monotonicMs() - begun);
                      });
}

void BlobUpload::onChunk(const Judged &judged, qint64 sent, qint64 tookMs)
{
    const bool lost = judged.outcome == Outcome::Refused
        && (judged.response.status == 409 || judged.response.status == 404);
    if (lost) {
        lostPlace(judged);
        return;
    }
    if (judged.outcome != Outcome::Ok) {
        m_parts.chunks.failed();
        endWith(judged.outcome, judged.error);
        return;
    }
    const Result<qint64> offset = offsetOf(judged);
    if (!offset || *offset != m_offset + sent) {
        lostPlace(judged);
        return;
    }
    m_lostInARow = 0;
    m_parts.chunks.took(tookMs);
    continueAt(*offset);
}

void BlobUpload::lostPlace(const Judged &judged)
{
    if (++m_lostInARow < kMostLostInARow) {
        askPlace();
        return;
    }
    endWith(Outcome::ServerFault,
            Error{ErrorCode::ServerFault,
                  QStringLiteral("no agreement on the upload's place: %1").arg(toLog(judged.error)),
                  std::nullopt});
}

void BlobUpload::endWith(Outcome outcome, const Error &error)
{
    const TransferDone done = std::move(m_done);
    m_done = nullptr;
    deleteLater();
    if (done)
        done({outcome, outcome == Outcome::Ok, error});
}

} // namespace vigie::remote
