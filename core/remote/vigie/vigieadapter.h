// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/remote/serveradapter.h"
#include "core/remote/vigie/blobtransfer.h"

#include <QHash>
#include <QList>

#include <memory>

class QObject;

namespace vigie::remote {

/// Speaks the protocol of core/wire/endpoints.h with one Vigie server. Lives on the transport's
/// thread. Downloads of the same file share one transfer; different ones go one after the other.
class VigieAdapter final : public ServerAdapter
{
public:
    /// `transport`, `blobs` and `clock` must outlive it.
    VigieAdapter(net::Transport &transport, const store::BlobStore &blobs, const Clock &clock,
                 const QUrl &server);
    ~VigieAdapter() override;

    /// Empty = signed out: requests are answered with AuthNeeded without asking the server.
    void setToken(const QString &token);

    [[nodiscard]] Capabilities capabilities() const override;
    void sync(const wire::SyncRequest &request,
              std::function<void(Reply<wire::SyncResponse>)> done) override;
    void known(const QList<OpId> &ops, std::function<void(Reply<QList<OpId>>)> done) override;
    void upload(const QString &sha256, std::function<void(Reply<bool>)> done) override;
    void download(const QString &sha256, qint64 size, const TicketId &ticket,
                  std::function<void(Reply<bool>)> done) override;
    void presence(const wire::PresenceRequest &request,
                  std::function<void(Reply<wire::PresenceResponse>)> done) override;
    void cancelAll() override;

private:
    struct Download {
        QString sha256;
        qint64 size = 0;
        TicketId ticket;
        QList<TransferDone> waiting;
    };

    void startNextDownload();
    void onDownloaded(const Reply<bool> &reply);
    template<class T>
    [[nodiscard]] bool refusedSignedOut(const std::function<void(Reply<T>)> &done);

    net::Transport &m_transport;
    RequestMaker m_requests;
    ChunkSizer m_chunks;
    TransferParts m_parts;
    QList<Download> m_downloads; ///< the first one is running
    int m_generation = 0;
    /// The context of everything in flight; replaced to silence all callbacks at once.
    std::unique_ptr<QObject> m_context;
};

} // namespace vigie::remote
