// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/workspacethreads.h"

#include "core/base/logging.h"
#include "core/net/qttransport.h"
#include "core/remote/vigie/vigieadapter.h"
#include "core/service/qtwakeup.h"
#include "core/store/damage.h"
#include "core/sync/driver.h"
#include "core/sync/presencekeeper.h"

namespace vigie {

/// Everything the engine's thread owns, in the order of building; torn down the other way round.
struct WorkspaceThreads::Room {
    std::unique_ptr<store::Profile> profile;
    net::QtTransport transport;
    remote::VigieAdapter adapter;
    QtWakeUp wakeUp;
    Listeners listeners;
    bool hasToken;
    SyncStatus status; ///< the newest
    Error trouble;     ///< why there is no driver
    std::unique_ptr<sync::Driver> driver; ///< null while no cache can be made
    // Company: with connections of its own, so that operations never wait for it.
    net::QtTransport presenceTransport;
    remote::VigieAdapter presenceAdapter;
    QtWakeUp presenceWakeUp;
    sync::PresenceKeeper presence;

    Room(std::unique_ptr<store::Profile> opened, const WorkspaceConfig &config, const Clock &clock)
        : profile(std::move(opened)),
          transport(net::TlsTrust{config.pinnedFingerprint, config.pinnedCertificate}),
          adapter(transport, profile->blobs(), clock, config.server),
          hasToken(!config.token.isEmpty()),
          presenceTransport(net::TlsTrust{config.pinnedFingerprint, config.pinnedCertificate}),
          presenceAdapter(presenceTransport, profile->blobs(), clock, config.server),
          presence({presenceAdapter, clock, presenceWakeUp}, [this](const Company &company) {
              if (listeners.company)
                  listeners.company(company);
          })
    {
        adapter.setToken(config.token);
        presenceAdapter.setToken(config.token);
    }

    /// Every new status of the exchange.
    void noteStatus(const SyncStatus &now)
    {
        using Phase = SyncStatus::Phase;
        status = now;
        if (now.phase != Phase::Starting)
            presence.reach(now.phase == Phase::Online || now.phase == Phase::Working
                           || now.phase == Phase::Reconciling);
        if (listeners.status)
            listeners.status(now);
    }
};

struct WorkspaceThreads::ReadRoom {
    std::unique_ptr<sql::Database> cache;
    std::unique_ptr<sql::Database> outbox;
};

WorkspaceThreads::WorkspaceThreads(WorkspaceConfig config) : m_config(std::move(config)) {}

WorkspaceThreads::~WorkspaceThreads()
{
    close();
}

QFuture<Result<WorkspaceThreads::Opened>> WorkspaceThreads::open()
{
    return m_engineThread.begin<Opened>([this](const SharedPromise<Opened> &promise) {
        const Result<Opened> opened = openRoom();
        if (!opened)
            return keepPromise<Opened>(promise, opened);
        const QString cachePath = m_room->profile->cachePath();
        const QString outboxPath = m_room->profile->outboxDatabase().path();
        m_readerThread.post([this, promise, opened, cachePath, outboxPath] {
            const Done readable = openReaders(cachePath, outboxPath);
            keepPromise<Opened>(promise,
                                readable ? opened : Result<Opened>(fail(readable.error())));
        });
    });
}

Result<WorkspaceThreads::Opened> WorkspaceThreads::openRoom()
{
    VIGIE_TRY_ASSIGN(profile, store::Profile::open(m_config.folder, m_clock.nowMs()));
    VIGIE_TRY_ASSIGN(meta, profile->cache().meta());
    const Person me = meta.me;
    m_blobs = profile->blobs();
    m_originals = profile->originals();
    m_cachePath = profile->cachePath();
    setMe(me);
    const Opened opened{me, profile->cacheReplaced()};
    m_room = std::make_unique<Room>(std::move(profile), m_config, m_clock);
    makeDriver();
    return opened;
}

void WorkspaceThreads::makeDriver()
{
    Room *room = m_room.get();
    room->driver = std::make_unique<sync::Driver>(
        sync::Driver::Ports{*room->profile, room->adapter, m_clock, m_rng, room->wakeUp},
        sync::Driver::Listeners{
            [room](const store::StoreChange &change) {
                if (room->listeners.changed)
                    room->listeners.changed(change);
            },
            [this, room](const SyncStatus &status) {
                if (status.error.code == ErrorCode::StoreCorrupt)
                    healCache();
                room->noteStatus(status);
            },
            [this, room](const Person &person) {
                setMe(person);
                if (room->listeners.me)
                    room->listeners.me(person);
            },
            [room](const store::OutboxEntry &entry) {
                if (room->listeners.arrivedAfterAll)
                    room->listeners.arrivedAfterAll(entry);
            },
            [room](const store::OutboxEntry &entry) {
                if (room->listeners.gaveWay)
                    room->listeners.gaveWay(entry);
            },
            [room] {
                if (room->listeners.ownChanged)
                    room->listeners.ownChanged();
            }});
}

Done WorkspaceThreads::openReaders(const QString &cachePath, const QString &outboxPath)
{
    VIGIE_TRY_ASSIGN(cache, sql::Database::open(cachePath, sql::Durability::Disposable,
                                                sql::Access::ReadOnly));
    VIGIE_TRY_ASSIGN(outbox, sql::Database::open(outboxPath, sql::Durability::Precious,
                                                 sql::Access::ReadOnly));
    m_readRoom = std::make_unique<ReadRoom>(ReadRoom{std::move(cache), std::move(outbox)});
    return {};
}

/// Damage met while the cache is in use: an empty one takes its place and is filled again, without
/// a restart. The readers let go first, because some systems rename no open file. Any thread.
void WorkspaceThreads::healCache()
{
    constexpr int kMostHeals = 3; // a disk that damages everything is not healed by more writing
    if (!store::isSuspect(m_cachePath) || m_healing.exchange(true))
        return;
    if (++m_heals > kMostHeals)
        return; // the note stays: the next start begins anew
    m_readerThread.post([this] {
        m_readRoom.reset();
        m_engineThread.post([this] { replaceCache(); });
    });
}

/// On the engine's thread, the readers' connections closed; tried again while it fails.
void WorkspaceThreads::replaceCache()
{
    if (!m_room)
        return;
    qCWarning(lcStore, "the cache is damaged and will be fetched again");
    const Done replaced = m_room->driver ? m_room->driver->replaceCache()
                                         : m_room->profile->replaceCache(m_clock.nowMs());
    if (!replaced)
        return goOnWithoutCache(replaced.error());
    if (!m_room->driver) {
        makeDriver();
        m_room->driver->start(m_room->hasToken);
    }
    m_readerThread.post([this, listeners = m_room->listeners,
                         outboxPath = m_room->profile->outboxDatabase().path()] {
        if (const Done opened = openReaders(m_cachePath, outboxPath); !opened)
            qCWarning(lcStore, "%s", qPrintable(toLog(opened.error())));
        m_healing = false;
        if (listeners.cacheReplaced)
            listeners.cacheReplaced();
    });
}

/// Nothing can be shown or exchanged; what is typed is still kept.
void WorkspaceThreads::goOnWithoutCache(const Error &why)
{
    constexpr qint64 kRetryMs = 60'000;
    qCWarning(lcStore, "no new cache can be made: %s", qPrintable(toLog(why)));
    m_room->driver.reset();
    m_room->trouble = why;
    SyncStatus stopped = m_room->status;
    stopped.phase = SyncStatus::Phase::Stopped;
    stopped.error = why;
    m_room->noteStatus(stopped);
    m_room->wakeUp.plan(kRetryMs, [this] { replaceCache(); });
}

void WorkspaceThreads::start(Listeners listeners)
{
    m_engineThread.post([this, listeners = std::move(listeners)] {
        if (!m_room || !m_room->driver)
            return;
        m_room->listeners = listeners;
        m_room->driver->start(m_room->hasToken);
    });
}

void WorkspaceThreads::close()
{
    m_engineThread.stop([this] {
        if (!m_room)
            return;
        m_room->listeners = {};
        m_room->wakeUp.cancel();
        if (m_room->driver)
            m_room->driver->stop();
        // What was sent in the last moment; the pages did not live to see it.
        if (const Done swept = m_room->profile->sweepOriginals(); !swept)
            qCWarning(lcStore, "originals stay: %s", qPrintable(toLog(swept.error())));
        m_room.reset();
    });
    // Readers go last: their connections keep nothing alive that the engine needs.
    m_readerThread.stop([this] { m_readRoom.reset(); });
}

QFuture<Result<bool>> WorkspaceThreads::fetch(const Attachment &file, const TicketId &ticket)
{
    return m_engineThread.begin<bool>([this, file, ticket](const SharedPromise<bool> &promise) {
        if (!m_room)
            return;
        m_room->adapter.download(file.sha256, file.size, ticket,
                                 [promise](const remote::Reply<bool> &reply) {
                                     keepPromise<bool>(promise,
                                                       reply.outcome == remote::Outcome::Ok
                                                           ? Result<bool>(true)
                                                           : Result<bool>(fail(reply.error)));
                                 });
    });
}

void WorkspaceThreads::syncNow()
{
    m_engineThread.post([this] {
        if (!m_room)
            return;
        if (m_room->driver)
            m_room->driver->syncNow();
        else
            replaceCache();
    });
}

void WorkspaceThreads::ownChanged()
{
    m_engineThread.post([this] {
        if (m_room && m_room->driver)
            m_room->driver->ownChanged();
    });
}

void WorkspaceThreads::tellPresence(const QList<wire::PresenceNote> &mine,
                                    const QList<TicketId> &about)
{
    m_engineThread.post([this, mine, about] {
        if (m_room)
            m_room->presence.wish({mine, about});
    });
}

void WorkspaceThreads::setToken(const QString &token)
{
    m_engineThread.post([this, token] {
        if (!m_room)
            return;
        m_room->adapter.setToken(token);
        m_room->presenceAdapter.setToken(token);
        m_room->hasToken = !token.isEmpty();
        if (m_room->hasToken && m_room->driver)
            m_room->driver->signedIn();
    });
}

Result<WorkspaceThreads::Engine> WorkspaceThreads::engine()
{
    if (!m_room)
        return fail(ErrorCode::Cancelled);
    if (!m_room->driver)
        return fail(m_room->trouble);
    return Engine{*m_room->profile, *m_room->driver};
}

store::OutboxStore *WorkspaceThreads::outboxToWrite()
{
    return m_room ? &m_room->profile->outbox() : nullptr;
}

std::optional<WorkspaceThreads::Readers> WorkspaceThreads::readers()
{
    if (!m_readRoom)
        return std::nullopt;
    return Readers{store::CacheReader(*m_readRoom->cache), store::WordStock(*m_readRoom->cache),
                   store::KnowledgeReader(*m_readRoom->cache),
                   store::OutboxStore(*m_readRoom->outbox),
                   me()};
}

Person WorkspaceThreads::me() const
{
    const std::scoped_lock lock(m_meMutex);
    return m_me;
}

void WorkspaceThreads::setMe(const Person &me)
{
    const std::scoped_lock lock(m_meMutex);
    m_me = me;
}

} // namespace vigie
