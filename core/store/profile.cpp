// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/profile.h"

#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/base/logging.h"
#include "core/base/rng.h"
#include "core/model/codec.h"
#include "core/platform/filelock.h"
#include "core/sql/migrator.h"
#include "core/store/damage.h"
#include "core/store/reserve.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

// Outside of every namespace, as the macro wants it.
static void initMigrations()
{
    Q_INIT_RESOURCE(client);
}

namespace vigie::store {

using sql::Database;
using sql::Durability;

namespace {

/// Up to this size a cache is checked at every opening, which takes a few milliseconds. Damage in
/// larger ones shows up while they are used.
constexpr qint64 kAlwaysCheckedBytes = 16 * 1024 * 1024;

class FrozenClock final : public Clock
{
public:
    explicit FrozenClock(qint64 now) : m_now(now) {}
    qint64 nowMs() const override { return m_now; }
    qint64 monotonicMs() const override { return m_now; }

private:
    qint64 m_now;
};

bool isDamage(const Error &error)
{
    return error.code == ErrorCode::StoreCorrupt;
}

Result<std::unique_ptr<Database>> openOutbox(const QString &path, Durability durability)
{
    VIGIE_TRY_ASSIGN(database, Database::open(path, durability));
    VIGIE_TRY(database->check());
    VIGIE_TRY(sql::migrate(*database, QStringLiteral(":/migrations/client/outbox")));
    return std::move(database);
}

Result<std::unique_ptr<Database>> openCacheFile(const QString &path, Durability durability)
{
    // No check sees everything that SQLite noticed while it was used: the full-text index has
    // damage of its own.
    if (isSuspect(path))
        return fail(ErrorCode::StoreCorrupt, QStringLiteral("damage showed up in use"));
    const bool small = QFileInfo(path).size() <= kAlwaysCheckedBytes;
    VIGIE_TRY_ASSIGN(database, Database::open(path, durability));
    VIGIE_TRY(database->run(QStringLiteral("PRAGMA secure_delete=ON")));
    if (small)
        VIGIE_TRY(database->check());
    VIGIE_TRY(sql::migrate(*database, QStringLiteral(":/migrations/client/cache")));
    return std::move(database);
}

/// Fails with StoreTooNew before anything is opened for writing.
Done refuseNewer(const QString &path, const QString &migrations)
{
    if (!QFile::exists(path))
        return {};
    // Whatever else is wrong shows when it is opened for good.
    const Result<int> version = sql::schemaVersionOf(path);
    if (version && *version > sql::newestVersion(migrations))
        return fail(ErrorCode::StoreTooNew, QStringLiteral("schema %1").arg(*version));
    return {};
}

} // namespace

struct Profile::Parts {
    QString folder;
    std::unique_ptr<platform::FileLock> lock;
    std::unique_ptr<Database> outboxDatabase;
    std::unique_ptr<Database> cacheDatabase;
    std::optional<OutboxStore> outbox;
    std::optional<CacheStore> cache;
    std::optional<BlobStore> blobs;
    std::optional<BlobStore> originals;
    DeviceId device;
    bool fullSync = true;
    bool cacheReplaced = false;

    [[nodiscard]] QString outboxPath() const { return folder + QStringLiteral("/outbox.db"); }
    [[nodiscard]] QString cachePath() const { return folder + QStringLiteral("/cache.db"); }

    [[nodiscard]] Done prepareFolder(bool takeLock);
    [[nodiscard]] Done openOutboxStore(qint64 now);
    [[nodiscard]] Done openCacheStore();
    [[nodiscard]] Done readyCache(qint64 now);
    void closeCache();
    [[nodiscard]] Done replaceCache(qint64 now);
    [[nodiscard]] Done findDevice(qint64 now, const DeviceId &wanted);
    [[nodiscard]] Done rememberMe();
    [[nodiscard]] Done heal();
    void sweepFiles() const;
    [[nodiscard]] Done sweepOriginals() const;
};

Done Profile::Parts::prepareFolder(bool takeLock)
{
    if (!QFileInfo(folder).isDir()) {
        if (!QDir().mkpath(folder))
            return fail(ErrorCode::StoreReadOnly,
                        QStringLiteral("cannot make the profile's folder"));
        // Other people's tickets are nobody else's business.
        QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner
                                          | QFileDevice::ExeOwner);
    }
    if (!takeLock)
        return {};
    VIGIE_TRY_ASSIGN(taken, platform::FileLock::take(folder + QStringLiteral("/lock")));
    lock = std::move(taken);
    return {};
}

Done Profile::Parts::openOutboxStore(qint64 now)
{
    VIGIE_TRY(refuseNewer(outboxPath(), QStringLiteral(":/migrations/client/outbox")));
    VIGIE_TRY(refuseNewer(cachePath(), QStringLiteral(":/migrations/client/cache")));
    auto opened =
        openOutbox(outboxPath(), fullSync ? Durability::Precious : Durability::Volatile);
    if (!opened) {
        if (isDamage(opened.error()))
            VIGIE_TRY(copyAside(outboxPath(), now));
        return fail(opened.error());
    }
    outboxDatabase = std::move(*opened);
    outbox.emplace(*outboxDatabase);
    return {};
}

Done Profile::Parts::openCacheStore()
{
    VIGIE_TRY_ASSIGN(opened, openCacheFile(cachePath(), fullSync ? Durability::Disposable
                                                                 : Durability::Volatile));
    cacheDatabase = std::move(opened);
    cache.emplace(*cacheDatabase);
    VIGIE_TRY(rememberMe());
    return heal();
}

/// Damage may show up at the first use as well as at the opening.
Done Profile::Parts::readyCache(qint64 now)
{
    const Done opened = openCacheStore();
    if (opened || !isDamage(opened.error()))
        return opened;
    qCWarning(lcStore, "the cache is damaged (%s) and will be fetched again",
              qPrintable(opened.error().detail));
    return replaceCache(now);
}

void Profile::Parts::closeCache()
{
    cache.reset();
    cacheDatabase.reset();
}

Done Profile::Parts::replaceCache(qint64 now)
{
    closeCache();
    VIGIE_TRY(moveAside(cachePath(), now));
    cacheReplaced = true;
    Done opened = openCacheStore();
    // A full disk is an I/O error where SQLite makes its shared memory.
    if (!opened
        && (opened.error().code == ErrorCode::StoreFull
            || opened.error().code == ErrorCode::StoreFault)) {
        // The damaged file is worth a look, but not the work that it takes the room from.
        qCWarning(lcStore, "the damaged cache makes room for a new one");
        closeCache();
        removeDatabase(cachePath());
        removeCopies(cachePath());
        opened = openCacheStore();
    }
    if (!opened) {
        closeCache();
        removeDatabase(cachePath());
    }
    return opened;
}

Done Profile::Parts::findDevice(qint64 now, const DeviceId &wanted)
{
    const QString key = QStringLiteral("device");
    VIGIE_TRY_ASSIGN(known, outbox->meta(key));
    device = DeviceId::fromStored(known);
    if (!device.isNull())
        return {};
    const FrozenClock clock(now);
    SystemRng rng;
    device = wanted.isNull() ? IdGenerator(clock, rng).make<DeviceId>() : wanted;
    return outbox->setMeta(key, device.text());
}

/// Who is signed in is known from the cache; the outbox keeps a copy, so that waiting work can be
/// shown on top of an empty cache as well.
Done Profile::Parts::rememberMe()
{
    const QString key = QStringLiteral("me");
    VIGIE_TRY_ASSIGN(meta, cache->meta());
    VIGIE_TRY_ASSIGN(copy, outbox->meta(key));
    if (meta.me.id.isNull()) {
        const Result<Person> me = codec::personFrom(QJsonDocument::fromJson(copy.toUtf8()).object());
        return me ? cache->setMe(*me) : Done{};
    }
    const QString now = QString::fromUtf8(json::compact(codec::toJson(meta.me)));
    return now == copy ? Done{} : outbox->setMeta(key, now);
}

/// Half-copied files of a killed process, and originals that it had no time to remove; nobody else
/// writes while we hold the lock.
void Profile::Parts::sweepFiles() const
{
    blobs->removeUnfinished();
    originals->removeUnfinished();
    if (const Done swept = sweepOriginals(); !swept)
        qCWarning(lcStore, "originals stay: %s", qPrintable(toLog(swept.error())));
}

Done Profile::Parts::sweepOriginals() const
{
    VIGIE_TRY_ASSIGN(mentioned, outbox->draftFiles());
    return originals->collect(QSet<QString>(mentioned.cbegin(), mentioned.cend()), 0);
}

Done Profile::Parts::heal()
{
    VIGIE_TRY(outbox->endSending());
    VIGIE_TRY_ASSIGN(live, outbox->live());
    const Result<StoreChange> healed = cache->heal(live);
    return healed ? Done{} : Done(fail(healed.error()));
}

Profile::Profile() : m_parts(std::make_unique<Parts>()) {}

Profile::~Profile() = default;

Result<std::unique_ptr<Profile>> Profile::open(const QString &folder, qint64 now,
                                               const Options &options)
{
    initMigrations();
    std::unique_ptr<Profile> profile(new Profile);
    Parts &parts = *profile->m_parts;
    parts.folder = folder;
    parts.fullSync = options.fullSync;
    VIGIE_TRY(parts.prepareFolder(options.takeLock));
    VIGIE_TRY(parts.openOutboxStore(now));
    VIGIE_TRY(parts.findDevice(now, options.device));
    VIGIE_TRY(parts.readyCache(now));
    parts.blobs.emplace(folder + QStringLiteral("/blobs"));
    parts.originals.emplace(folder + QStringLiteral("/shots"), BlobStore::Access::Owner);
    parts.sweepFiles();
    if (options.fullSync)
        keepReserve(parts.outboxPath());
    return profile;
}

OutboxStore &Profile::outbox()
{
    return *m_parts->outbox;
}

CacheStore &Profile::cache()
{
    return *m_parts->cache;
}

const BlobStore &Profile::blobs() const
{
    return *m_parts->blobs;
}

const BlobStore &Profile::originals() const
{
    return *m_parts->originals;
}

Done Profile::sweepOriginals()
{
    return m_parts->sweepOriginals();
}

const QString &Profile::folder() const
{
    return m_parts->folder;
}

QString Profile::cachePath() const
{
    return m_parts->cachePath();
}

bool Profile::cacheIsSuspect() const
{
    return isSuspect(m_parts->cachePath());
}

Done Profile::replaceCache(qint64 now)
{
    return m_parts->replaceCache(now);
}

bool Profile::cacheReplaced() const
{
    return m_parts->cacheReplaced;
}

DeviceId Profile::device() const
{
    return m_parts->device;
}

sql::Database &Profile::outboxDatabase()
{
    return *m_parts->outboxDatabase;
}

sql::Database &Profile::cacheDatabase()
{
    return *m_parts->cacheDatabase;
}

} // namespace vigie::store
