// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/vigie/blobdownload.h"

#include "core/base/async.h"
#include "core/base/worker.h"
#include "core/net/whenanswered.h"
#include "core/wire/endpoints.h"

#include <QFileInfo>

#include <algorithm>

namespace vigie::remote {

namespace {

constexpr qint64 kRangeBytes = 4 * 1024 * 1024;

Error broken(const QString &detail)
{
    return {ErrorCode::ServerFault, detail, std::nullopt};
}

/// Beside the files, under the name that an opening profile sweeps away when nobody came back.
QString partPath(const store::BlobStore &blobs, const QString &sha256)
{
    return QFileInfo(blobs.path(sha256)).absolutePath() + QStringLiteral("/.incoming-") + sha256;
}

/// The store copies, syncs and hashes once more, off the engine's thread.
Result<bool> adopt(const store::BlobStore &blobs, const QString &part, const QString &sha256)
{
    VIGIE_TRY_ASSIGN(imported, blobs.import(part));
    QFile::remove(part);
    if (imported.sha256 != sha256)
        return fail(ErrorCode::StoreFault, QStringLiteral("the file changed while it was kept"));
    return true;
}

} // namespace

BlobDownload::BlobDownload(const TransferParts &parts, QString sha256, qint64 size,
                           const TicketId &ticket, TransferDone done, QObject *parent)
    : QObject(parent), m_parts(parts), m_sha256(std::move(sha256)), m_size(size),
      m_ticket(ticket), m_done(std::move(done))
{
}

void BlobDownload::start()
{
    QMetaObject::invokeMethod(this, [this] { begin(); }, Qt::QueuedConnection);
}

void BlobDownload::begin()
{
    if (!isSha256(m_sha256) || m_size < 0 || m_size > limits::kAttachmentBytes) {
        endWith(Outcome::Refused, {ErrorCode::Invalid, QStringLiteral("not a file of ours"), {}});
        return;
    }
    if (m_parts.blobs.has(m_sha256)) {
        endWith(Outcome::Ok);
        return;
    }
    auto part = PartFile::open(partPath(m_parts.blobs, m_sha256), m_size);
    if (!part) {
        endWith(Outcome::Refused, part.error());
        return;
    }
    m_part = std::move(*part);
    if (m_part->size() == m_size)
        keep();
    else
        askRange();
}

void BlobDownload::askRange()
{
    const qint64 wanted = std::min(kRangeBytes, m_size - m_part->size());
    net::Request request = m_parts.requests.make(net::Method::Get, blobPath(m_sha256));
    request.headers.insert(QByteArray(wire::kTicketHeader.latin1()), m_ticket.text().toLatin1());
    request.headers.insert("Range", "bytes=" + QByteArray::number(m_part->size()) + '-'
                                        + QByteArray::number(m_part->size() + wanted - 1));
    // Compressed ranges would count other bytes than ours.
    request.headers.insert("Accept-Encoding", "identity");
    request.timeoutMs = transferTimeoutMs(wanted);
    request.mostBytes = std::max(wanted, qint64(limits::kJsonBytes));
    net::whenAnswered(m_parts.transport.send(request), this,
                      [this, wanted](const net::Answer &answer) {
                          onRange(judge(answer, Expect::Bytes), wanted);
                      });
}

Result<QByteArray> BlobDownload::checkedRange(const net::Response &response, qint64 wanted) const
{
    if (response.body.size() != wanted)
        return fail(ErrorCode::ServerFault, QStringLiteral("another length than asked for"));
    const bool whole = m_part->size() == 0 && wanted == m_size;
    if (response.status == 200 && whole)
        return response.body;
    const QByteArray expected = "bytes " + QByteArray::number(m_part->size()) + '-'
        + QByteArray::number(m_part->size() + wanted - 1) + '/' + QByteArray::number(m_size);
    if (response.status != 206
        || response.headers.value("content-range").simplified().toLower() != expected)
        return fail(ErrorCode::ServerFault, QStringLiteral("another range than asked for"));
    return response.body;
}

void BlobDownload::onRange(const Judged &judged, qint64 wanted)
{
    if (judged.outcome != Outcome::Ok) {
        endWith(judged.outcome, judged.error);
        return;
    }
    const Result<QByteArray> bytes = checkedRange(judged.response, wanted);
    if (!bytes) {
        endWith(Outcome::ServerFault, bytes.error());
        return;
    }
    if (const Done written = m_part->append(*bytes); !written) {
        endWith(Outcome::Refused, written.error());
        return;
    }
    if (m_part->size() < m_size)
        askRange();
    else
        keep();
}

void BlobDownload::keep()
{
    if (!m_part->matches(m_sha256)) {
        // Nothing tells which part is wrong, so the next attempt begins anew.
        m_part->discard();
        endWith(Outcome::ServerFault, broken(QStringLiteral("the bytes are not the file's")));
        return;
    }
    m_part->close();
    const auto future = onWorker([blobs = m_parts.blobs, part = m_part->path(),
                                  sha256 = m_sha256] { return adopt(blobs, part, sha256); });
    whenDone(future, this, [this](const Result<bool> &kept) {
        if (kept)
            endWith(Outcome::Ok);
        else
            endWith(Outcome::Refused, kept.error());
    });
}

void BlobDownload::endWith(Outcome outcome, const Error &error)
{
    const TransferDone done = std::move(m_done);
    m_done = nullptr;
    deleteLater();
    if (done)
        done({outcome, outcome == Outcome::Ok, error});
}

} // namespace vigie::remote
