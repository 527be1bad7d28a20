// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/vigie/vigieadapter.h"

#include "core/base/json.h"
#include "core/net/whenanswered.h"
#include "core/remote/vigie/answerpolicy.h"
#include "core/remote/vigie/blobdownload.h"
#include "core/remote/vigie/blobupload.h"
#include "core/wire/codec.h"
#include "core/wire/endpoints.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace vigie::remote {

namespace {

Result<QList<OpId>> decodeKnown(const QJsonObject &object)
{
    json::Reader reader(object, QStringLiteral("known."));
    const QStringList texts = reader.optTexts("known", limits::kAckedOpsKept, 36);
    VIGIE_TRY(reader.done());
    QList<OpId> ids;
    ids.reserve(texts.size());
    for (const QString &text : texts) {
        VIGIE_TRY_ASSIGN(id, OpId::parse(text));
        ids.append(id);
    }
    return ids;
}

/// Nothing that was set in motion below `root` calls anybody any more.
void silence(QObject &root)
{
    QList<QObject *> all = root.findChildren<QObject *>();
    all.append(&root);
    for (QObject *object : std::as_const(all)) {
        object->disconnect();
        QCoreApplication::removePostedEvents(object, QEvent::MetaCall);
    }
}

} // namespace

VigieAdapter::VigieAdapter(net::Transport &transport, const store::BlobStore &blobs,
                           const Clock &clock, const QUrl &server)
    : m_transport(transport), m_requests(server),
      m_parts{transport, m_requests, blobs, clock, m_chunks},
      m_context(std::make_unique<QObject>())
{
}

VigieAdapter::~VigieAdapter() = default;

void VigieAdapter::setToken(const QString &token)
{
    m_requests.setToken(token);
}

Capabilities VigieAdapter::capabilities() const
{
    Capabilities capabilities;
    capabilities.presence = true;
    return capabilities;
}

template<class T>
bool VigieAdapter::refusedSignedOut(const std::function<void(Reply<T>)> &done)
{
    if (m_requests.hasToken())
        return false;
    QMetaObject::invokeMethod(
        m_context.get(),
        [done] {
            done({Outcome::AuthNeeded, T{},
                  Error{ErrorCode::SignInNeeded, QStringLiteral("no token"), std::nullopt}});
        },
        Qt::QueuedConnection);
    return true;
}

void VigieAdapter::sync(const wire::SyncRequest &request,
                        std::function<void(Reply<wire::SyncResponse>)> done)
{
    if (refusedSignedOut<wire::SyncResponse>(done))
        return;
    net::Request http =
        m_requests.json(net::Method::Post, wire::kSyncPath, wire::encode(request));
    http.timeoutMs = limits::kRequestTimeoutMs + request.waitMs;
    net::whenAnswered(m_transport.send(http), m_context.get(),
                      [done = std::move(done)](const net::Answer &answer) {
                          done(decoded<wire::SyncResponse>(judge(answer, Expect::Json),
                                                           wire::decodeSyncResponse));
                      });
}

void VigieAdapter::known(const QList<OpId> &ops, std::function<void(Reply<QList<OpId>>)> done)
{
    if (refusedSignedOut<QList<OpId>>(done))
        return;
    QJsonArray ids;
    for (const OpId &op : ops)
        ids.append(op.text());
    const net::Request http = m_requests.json(net::Method::Post, wire::kKnownPath,
                                              {{QStringLiteral("ops"), ids}});
    net::whenAnswered(m_transport.send(http), m_context.get(),
                      [done = std::move(done)](const net::Answer &answer) {
                          done(decoded<QList<OpId>>(judge(answer, Expect::Json), decodeKnown));
                      });
}

void VigieAdapter::upload(const QString &sha256, std::function<void(Reply<bool>)> done)
{
    if (refusedSignedOut<bool>(done))
        return;
    auto *upload = new BlobUpload(m_parts, sha256, std::move(done), m_context.get());
    upload->start();
}

void VigieAdapter::download(const QString &sha256, qint64 size, const TicketId &ticket,
                            std::function<void(Reply<bool>)> done)
{
    if (refusedSignedOut<bool>(done))
        return;
    for (Download &known : m_downloads) {
        if (known.sha256 == sha256 && known.size == size && known.ticket == ticket) {
            known.waiting.append(std::move(done));
            return;
        }
    }
    m_downloads.append({sha256, size, ticket, {std::move(done)}});
    if (m_downloads.size() == 1)
        startNextDownload();
}

void VigieAdapter::startNextDownload()
{
    const Download &next = m_downloads.first();
    auto *download = new BlobDownload(
        m_parts, next.sha256, next.size, next.ticket,
        [this](const Reply<bool> &reply) { onDownloaded(reply); }, m_context.get());
    download->start();
}

void VigieAdapter::onDownloaded(const Reply<bool> &reply)
{
    const Download ended = m_downloads.takeFirst();
    if (!m_downloads.isEmpty())
        startNextDownload();
    const int generation = m_generation;
    for (const TransferDone &done : ended.waiting) {
        if (generation == m_generation)
            done(reply);
    }
}

void VigieAdapter::presence(const wire::PresenceRequest &request,
                            std::function<void(Reply<wire::PresenceResponse>)> done)
{
    if (refusedSignedOut<wire::PresenceResponse>(done))
        return;
    net::Request http =
        m_requests.json(net::Method::Post, wire::kPresencePath, wire::encode(request));
    http.timeoutMs = limits::kRequestTimeoutMs + request.waitMs;
    net::whenAnswered(m_transport.send(http), m_context.get(),
                      [done = std::move(done)](const net::Answer &answer) {
                          done(decoded<wire::PresenceResponse>(judge(answer, Expect::Json),
                                                               wire::decodePresenceResponse));
                      });
}

void VigieAdapter::cancelAll()
{
    // Silent at once, deleted later: cancelAll() may be called from one of its callbacks.
    silence(*m_context);
    m_context.release()->deleteLater();
    m_context = std::make_unique<QObject>();
    m_downloads.clear();
    ++m_generation;
    m_transport.abortAll();
}

} // namespace vigie::remote
