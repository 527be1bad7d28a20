// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/rng.h"
#include "core/model/presence.h"
#include "core/service/workerthread.h"
#include "core/service/workspace.h"
#include "core/store/knowledgereader.h"
#include "core/store/profile.h"
#include "core/store/wordstock.h"
#include "core/wire/presence.h"

#include <atomic>
#include <mutex>

namespace vigie {

namespace remote {
class VigieAdapter;
}
namespace sync {
class Driver;
}

/// The two threads below a workspace: the engine's, which owns everything that writes and talks
/// to the server, and the readers', whose own read-only connections serve the pages while the
/// engine applies what arrives. Made, used and closed on the GUI thread. Private to the services.
class WorkspaceThreads
{
public:
    /// What calls on the engine's thread may use.
    struct Engine {
        store::Profile &profile;
        sync::Driver &driver;
    };
    /// What calls on the readers' thread may use: for reading only.
    struct Readers {
        store::CacheReader cache;
        store::WordStock words;
        store::KnowledgeReader knowledge;
        store::OutboxStore outbox;
        Person me;
    };
    struct Opened {
        Person me;
        bool cacheReplaced = false;
    };
    /// Called on the engine's thread.
    struct Listeners {
        std::function<void(const store::StoreChange &)> changed;
        std::function<void(const SyncStatus &)> status;
        std::function<void(const Person &)> me;
        std::function<void(const store::OutboxEntry &)> arrivedAfterAll;
        std::function<void(const store::OutboxEntry &)> gaveWay;
        /// Another computer of the person changed their own things.
        std::function<void()> ownChanged;
        /// Who is where became another thing.
        std::function<void(const Company &)> company;
        /// The cache was damaged and is being fetched again.
        std::function<void()> cacheReplaced;
    };

    explicit WorkspaceThreads(WorkspaceConfig config);
    ~WorkspaceThreads();

    /// Opens the profile; see store::Profile for the errors.
    [[nodiscard]] QFuture<Result<Opened>> open();
    /// Starts exchanging, when there is a token.
    void start(Listeners listeners);
    /// Lets what was asked for before finish, then stops the engine and closes the databases.
    void close();

    /// `fn(Readers &) → Result<T>` on the readers' thread.
    template<class Fn>
    [[nodiscard]] auto read(Fn fn)
    {
        using Answer = decltype(fn(std::declval<Readers &>()));
        return m_readerThread.call([this, fn = std::move(fn)]() mutable -> Answer {
            std::optional<Readers> side = readers();
            return side ? watched(fn(*side)) : Answer(fail(ErrorCode::Cancelled));
        });
    }
    /// `fn(Engine) → Result<T>` on the engine's thread, after all earlier writes.
    template<class Fn>
    [[nodiscard]] auto write(Fn fn)
    {
        using Answer = decltype(fn(std::declval<Engine>()));
        return m_engineThread.call([this, fn = std::move(fn)]() mutable -> Answer {
            const Result<Engine> side = engine();
            return side ? watched(fn(*side)) : Answer(fail(side.error()));
        });
    }
    /// `fn(OutboxStore &) → Result<T>` on the engine's thread, after all earlier writes: what is
    /// kept even while there is no cache.
    template<class Fn>
    [[nodiscard]] auto keep(Fn fn)
    {
        using Answer = decltype(fn(std::declval<store::OutboxStore &>()));
        return m_engineThread.call([this, fn = std::move(fn)]() mutable -> Answer {
            store::OutboxStore *outbox = outboxToWrite();
            return outbox ? fn(*outbox) : Answer(fail(ErrorCode::Cancelled));
        });
    }
    /// Brings a file of a ticket into the blob store.
    [[nodiscard]] QFuture<Result<bool>> fetch(const Attachment &file, const TicketId &ticket);

    void syncNow();
    /// Own things were written: the server is told.
    void ownChanged();
    /// Where the person is, and which tickets they see.
    void tellPresence(const QList<wire::PresenceNote> &mine, const QList<TicketId> &about);
    void setToken(const QString &token);

    [[nodiscard]] const store::BlobStore &blobs() const { return m_blobs; }
    [[nodiscard]] const store::BlobStore &originals() const { return m_originals; }
    [[nodiscard]] IdGenerator &ids() { return m_ids; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    /// Thread-safe.
    [[nodiscard]] Person me() const;

private:
    struct Room;     ///< lives on the engine's thread
    struct ReadRoom; ///< lives on the readers' thread

    [[nodiscard]] Result<Opened> openRoom();
    [[nodiscard]] Done openReaders(const QString &cachePath, const QString &outboxPath);
    void makeDriver();
    [[nodiscard]] Result<Engine> engine();
    [[nodiscard]] store::OutboxStore *outboxToWrite();
    [[nodiscard]] std::optional<Readers> readers();
    void setMe(const Person &me);

    /// Passes an answer on; damage met in the cache is healed.
    template<class Answer>
    [[nodiscard]] Answer watched(Answer answer)
    {
        if (!answer && answer.error().code == ErrorCode::StoreCorrupt)
            healCache();
        return answer;
    }
    void healCache();
    void replaceCache();
    void goOnWithoutCache(const Error &why);

    WorkspaceConfig m_config;
    SystemClock m_clock;
    SystemRng m_rng;
    IdGenerator m_ids{m_clock, m_rng};
    store::BlobStore m_blobs{QString()};
    store::BlobStore m_originals{QString()};
    mutable std::mutex m_meMutex;
    Person m_me;
    QString m_cachePath; ///< set before anything can be asked
    std::atomic<int> m_heals = 0;
    std::atomic<bool> m_healing = false;
    std::unique_ptr<Room> m_room;
    std::unique_ptr<ReadRoom> m_readRoom;
    WorkerThread m_engineThread{QStringLiteral("engine")};
    WorkerThread m_readerThread{QStringLiteral("readers")};
};

} // namespace vigie
