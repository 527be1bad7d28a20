// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/remote/serveradapter.h"
#include "core/store/blobstore.h"
#include "tests/simulation/simserver.h"

namespace vigie::sim {

/// The network between one client and the server: encodes and decodes with the real codecs, and
/// loses, cuts, doubles, delays and falsifies on the way.
class SimAdapter final : public remote::ServerAdapter
{
public:
    struct Link {
        SimTime &time;
        Rng &rng;
        Trace &trace;
        SimServer &server;
        const Faults &faults;
        Planted planted;
        /// Whether this client has a network now.
        std::function<bool()> online;
        /// Called for every proper answer to a sync, before anything else sees it.
        std::function<void(const wire::SyncRequest &, const wire::SyncResponse &)> witness;
    };

    SimAdapter(Link link, const store::BlobStore &blobs) : m_link(std::move(link)), m_blobs(blobs)
    {
    }

    void setToken(const QString &token) { m_token = token; }
    [[nodiscard]] remote::Capabilities capabilities() const override { return {}; }
    void sync(const wire::SyncRequest &request,
              std::function<void(remote::Reply<wire::SyncResponse>)> done) override;
    void known(const QList<OpId> &ops,
               std::function<void(remote::Reply<QList<OpId>>)> done) override;
    void upload(const QString &sha256, std::function<void(remote::Reply<bool>)> done) override;
    void download(const QString &sha256, qint64 size, const TicketId &ticket,
                  std::function<void(remote::Reply<bool>)> done) override;
    void cancelAll() override { ++m_generation; }

    [[nodiscard]] qint64 requests() const { return m_requests; }

private:
    using Raw = remote::Reply<server::ApiResponse>;
    void exchange(const server::ApiRequest &request, qint64 timeoutMs,
                  std::function<void(Raw)> done);
    void finish(qint64 delay, std::function<void()> call);
    void sendChunk(const QString &sha256, qint64 offset,
                   std::function<void(remote::Reply<bool>)> done);
    [[nodiscard]] server::ApiRequest request(const char *method, const QString &path,
                                             const QByteArray &body) const;

    Link m_link;
    const store::BlobStore &m_blobs;
    QString m_token;
    quint64 m_generation = 0;
    /// What is on the way outlives the process that asked.
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
    qint64 m_requests = 0;
    quint64 m_answeredAfter = 0; ///< server restores before the answer being looked at was made
    QHash<OpId, OpId> m_renamed; ///< Planted::NewIdOnRetry
    QSet<OpId> m_tried;
};

} // namespace vigie::sim
