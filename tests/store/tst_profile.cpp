// SPDX-License-Identifier: GPL-3.0-or-later
#include "storeworld.h"

#include "core/base/json.h"
#include "core/ops/opcodec.h"
#include "core/platform/filelock.h"
#include "core/sql/migrator.h"
#include "core/store/damage.h"

#include <QProcess>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace vigie;
using namespace vigie::store;

namespace {

/// Takes the right to write into folders away, also from an administrator, who would not notice
/// mere permission bits: for a while the process acts as somebody else.
class AsNobody
{
public:
    explicit AsNobody(const QStringList &folders) : m_folders(folders)
    {
        for (const QString &folder : m_folders)
            QFile::setPermissions(folder, QFile::Permissions(0x5555)); // read and enter, for all
#ifdef Q_OS_UNIX
        m_wasRoot = ::geteuid() == 0;
        m_isReal = !m_wasRoot || ::seteuid(65534) == 0;
#endif
    }
    ~AsNobody()
    {
#ifdef Q_OS_UNIX
        if (m_wasRoot && ::seteuid(0) != 0)
            qFatal("cannot become root again");
#endif
        for (const QString &folder : m_folders)
            QFile::setPermissions(folder, QFile::Permissions(0x7777));
    }
    [[nodiscard]] bool isReal() const { return m_isReal; }

private:
    QStringList m_folders;
    bool m_wasRoot = false;
    bool m_isReal = true;
};

} // namespace

/// Opening a profile, whatever state it is in.
class TestProfile : public QObject
{
    Q_OBJECT

private:
    StoreWorld *w = nullptr;
    QString deskFeed;

    [[nodiscard]] QByteArray contentOf(const QString &path) const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(absent)");
    }
    [[nodiscard]] QStringList asideOf(const char *name) const
    {
        return QDir(w->path("")).entryList({QLatin1String(name) + QStringLiteral(".damaged-*")},
                                           QDir::Files);
    }
    void overwrite(const QString &path, qint64 at, const QByteArray &bytes) const
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(at));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    void setVersion(const char *name, int version) const
    {
        auto database = sql::Database::open(w->path(name), sql::Durability::Precious);
        VERIFY_OK(database);
        VERIFY_OK((*database)->run(QStringLiteral("PRAGMA user_version=%1").arg(version)));
    }
    /// Some tickets and unsent work, then the profile is closed.
    void fillAndClose();
    Ticket known;
    TicketId local;

private Q_SLOTS:
    void init();
    void cleanup();
    void theDeviceStaysTheSame();
    void aSecondInstanceIsRefused();
    void aKilledHolderDoesNotBlock();
    void unsentWorkIsShownAgain();
    void aKillBetweenTheDatabasesIsHealed();
    void aKillAfterAnEndIsHealed();
    void aTruncatedCacheIsReplacedAndWorkIsKept();
    void aBitFlippedCacheIsReplacedAndWorkIsKept_data();
    void aBitFlippedCacheIsReplacedAndWorkIsKept();
    void damageFoundInUseReplacesTheCacheNextTime();
    void aDamagedFullTextIndexIsReplacedAndWorkIsKept();
    void aNoteOfDamageWithoutACacheIsForgotten();
    void onlyTheNewestDamagedCacheIsKept();
    void aCacheThatIsNoDatabaseIsReplaced();
    void aMissingCacheIsMadeAnew();
    void aDamagedOutboxIsRefusedAndKept();
    void aNewerOutboxIsLeftUntouched();
    void anOutboxOfEveryEarlierVersionKeepsItsWork();
    void aNewerCacheIsLeftUntouched();
    void aReadOnlyProfileSaysSo();
    void aFolderThatIsAFileSaysSo();
    void leftoversOfAKilledCopyAreSwept();
};

void TestProfile::init()
{
    w = new StoreWorld;
    QVERIFY(w->reopen());
    deskFeed = StoreWorld::queueFeed(w->desk);
    known = w->ticket(QStringLiteral("Known"), w->desk, 1);
    local = w->ids.make<TicketId>();
}

void TestProfile::cleanup()
{
    delete w;
    w = nullptr;
}

void TestProfile::fillAndClose()
{
    QList<wire::Change> changes{w->said(deskFeed, known)};
    for (int i = 0; i < 200; ++i) {
        const Ticket more = w->ticket(QStringLiteral("More %1").arg(i), w->desk, 2 + i);
        changes.append(w->said(deskFeed, more));
        changes.append(w->said(deskFeed, w->message(more, w->anna, QStringLiteral("words ").repeated(30))));
    }
    VERIFY_OK(w->apply(w->ben, changes));
    QVERIFY(w->reopen());
    VERIFY_OK(w->send(w->report(local, QStringLiteral("Local"), w->ben)));
    VERIFY_OK(w->send(w->reply(known.id, QStringLiteral("Waiting"))));
    w->profile->cacheDatabase().checkpoint();
    w->profile.reset();
}

void TestProfile::theDeviceStaysTheSame()
{
    QCOMPARE(w->profile->device(), w->device);
    w->device = w->ids.make<DeviceId>();
    const DeviceId before = w->profile->device();
    QVERIFY(w->reopen());
    QCOMPARE(w->profile->device(), before);
    const auto other = Profile::open(w->folder.path() + QStringLiteral("/other"), w->clock.at);
    VERIFY_OK(other);
    QVERIFY(!(*other)->device().isNull());
    QVERIFY((*other)->device() != before);
    QCOMPARE((*other)->cacheReplaced(), false);
}

void TestProfile::aSecondInstanceIsRefused()
{
    const auto second = w->open();
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::ProfileInUse);
    w->profile.reset();
    VERIFY_OK(w->open());
}

void TestProfile::aKilledHolderDoesNotBlock()
{
    w->profile.reset();
    // Another process takes the lock by itself and is killed without a chance to clean up.
    QProcess holder;
    holder.start(QCoreApplication::applicationFilePath(),
                 {QStringLiteral("--hold"), w->path("lock")});
    QVERIFY(holder.waitForReadyRead(30'000));
    QCOMPARE(holder.readLine().trimmed(), QByteArray("held"));
    const auto refused = w->open();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::ProfileInUse);
    holder.kill();
    QVERIFY(holder.waitForFinished(30'000));
    VERIFY_OK(w->open());
}

void TestProfile::unsentWorkIsShownAgain()
{
    fillAndClose();
    QVERIFY(w->reopen());
    QVERIFY(!w->profile->cacheReplaced());
    QVERIFY(w->reader().row(local)->has_value());
    QCOMPARE(w->bodies(known.id), QStringList({QStringLiteral("Waiting")}));
}

void TestProfile::aKillBetweenTheDatabasesIsHealed()
{
    VERIFY_OK(w->apply(w->ben, {w->said(deskFeed, known)}));
    // On disk in the outbox, never rebased; and one that was on its way.
    const NewOp report = w->report(local, QStringLiteral("Local"), w->ben);
    VERIFY_OK(w->outbox().enqueue({report, w->reply(known.id, QStringLiteral("Waiting"))}, {}, 1));
    OutboxEntry entry = *w->outbox().entry(report.op.id);
    entry.state = OpState::Sending;
    VERIFY_OK(w->outbox().update({entry}));
    QVERIFY(!w->reader().row(local)->has_value());
    QVERIFY(w->reopen());
    QVERIFY(w->reader().row(local)->has_value());
    QCOMPARE(w->bodies(known.id), QStringList({QStringLiteral("Waiting")}));
    QCOMPARE(w->outbox().entry(report.op.id)->state, OpState::Ambiguous);
}

void TestProfile::aKillAfterAnEndIsHealed()
{
    VERIFY_OK(w->apply(w->ben, {w->said(deskFeed, known)}));
    const NewOp reply = w->reply(known.id, QStringLiteral("Taken back"));
    VERIFY_OK(w->send(reply));
    OutboxEntry entry = *w->outbox().entry(reply.op.id);
    entry.state = OpState::Discarded;
    VERIFY_OK(w->outbox().update({entry})); // and killed before the rebase
    QVERIFY(w->reopen());
    QVERIFY(w->bodies(known.id).isEmpty());
    QCOMPARE(**w->reader().ticket(known.id), known);
}

void TestProfile::aTruncatedCacheIsReplacedAndWorkIsKept()
{
    fillAndClose();
    QFile cache(w->path("cache.db"));
    QVERIFY(cache.resize(cache.size() / 2));
    QVERIFY(w->reopen());
    QVERIFY(w->profile->cacheReplaced());
    QCOMPARE(asideOf("cache.db").size(), 1);
    QCOMPARE(w->outbox().live()->size(), 2);
    // Who I am is known all the same, so that the report is shown on the empty cache.
    QVERIFY(w->reader().row(local)->has_value());
    QVERIFY(!w->reader().row(known.id)->has_value());
    // The server says everything again.
    w->heads.clear();
    VERIFY_OK(w->apply(w->ben, {w->said(deskFeed, known)}));
    QCOMPARE(w->bodies(known.id), QStringList({QStringLiteral("Waiting")}));
    QVERIFY(w->reopen());
    QVERIFY(!w->profile->cacheReplaced());
}

void TestProfile::aBitFlippedCacheIsReplacedAndWorkIsKept_data()
{
    QTest::addColumn<qint64>("at");
    QTest::newRow("header") << qint64(3);
    QTest::newRow("page size") << qint64(16);
    QTest::newRow("schema page") << qint64(105);
    QTest::newRow("second page") << qint64(4096 + 5);
    QTest::newRow("a page of rows") << qint64(10 * 4096);
}

void TestProfile::aBitFlippedCacheIsReplacedAndWorkIsKept()
{
    QFETCH(qint64, at);
    fillAndClose();
    overwrite(w->path("cache.db"), at, QByteArray("\xff\xee\xdd\xcc\xbb\xaa", 6));
    QVERIFY(w->reopen());
    QVERIFY(w->profile->cacheReplaced());
    QCOMPARE(w->outbox().live()->size(), 2);
    QVERIFY(w->reader().row(local)->has_value());
}

void TestProfile::damageFoundInUseReplacesTheCacheNextTime()
{
    VERIFY_OK(w->apply(w->ben, {w->said(deskFeed, known)}));
    w->profile->cacheDatabase().faultHook = [](const QString &statement) -> Done {
        return statement.contains(QLatin1String("json_each"))
                || statement.startsWith(QLatin1String("SELECT json FROM ticket"))
            ? Done(fail(ErrorCode::StoreCorrupt, QStringLiteral("planted")))
            : Done();
    };
    QVERIFY(!isSuspect(w->path("cache.db")));
    QCOMPARE(w->reader().ticket(known.id).error().code, ErrorCode::StoreCorrupt);
    QVERIFY(isSuspect(w->path("cache.db")));
    QVERIFY(w->profile->cacheIsSuspect());
    QVERIFY(w->reopen()); // SQLite saw it; no check would see more
    QVERIFY(w->profile->cacheReplaced());
    QVERIFY(!isSuspect(w->path("cache.db")));
}

/// The pages are in order and their content is not: no check of SQLite's sees it.
void TestProfile::aDamagedFullTextIndexIsReplacedAndWorkIsKept()
{
    fillAndClose();
    {
        auto database = sql::Database::open(w->path("cache.db"), sql::Durability::Disposable);
        QVERIFY(database);
        VERIFY_OK((*database)->run(QStringLiteral("UPDATE subject_fts_data SET block = x'0102'")));
        VERIFY_OK((*database)->run(QStringLiteral("UPDATE message_fts_data SET block = x'0102'")));
        // Something has to be written for the index to be read.
        VERIFY_OK((*database)->run(QStringLiteral("UPDATE ticket SET pending = 1")));
        VERIFY_OK((*database)->check());
    }
    QVERIFY(w->reopen());
    QVERIFY(w->profile->cacheReplaced());
    QCOMPARE(w->outbox().live()->size(), 2);
    QVERIFY(w->reader().row(local)->has_value());
}

void TestProfile::aNoteOfDamageWithoutACacheIsForgotten()
{
    fillAndClose();
    noteDamage(w->path("cache.db"));
    QVERIFY(QFile::remove(w->path("cache.db")));
    QVERIFY(w->reopen());
    QVERIFY(!isSuspect(w->path("cache.db")));
    QCOMPARE(w->outbox().live()->size(), 2);
}

void TestProfile::onlyTheNewestDamagedCacheIsKept()
{
    for (int round = 0; round < 3; ++round) {
        w->profile.reset();
        overwrite(w->path("cache.db"), 0, "this is not a database any more");
        ++w->clock.at;
        QVERIFY(w->reopen());
        QVERIFY(w->profile->cacheReplaced());
        QCOMPARE(asideOf("cache.db").size(), 1);
    }
}

void TestProfile::aCacheThatIsNoDatabaseIsReplaced()
{
    fillAndClose();
    QFile cache(w->path("cache.db"));
    QVERIFY(cache.open(QIODevice::WriteOnly | QIODevice::Truncate));
    cache.write(QByteArray("plain words, no pages. ").repeated(1000));
    cache.close();
    QVERIFY(w->reopen());
    QVERIFY(w->profile->cacheReplaced());
}

void TestProfile::aMissingCacheIsMadeAnew()
{
    fillAndClose();
    QVERIFY(QFile::remove(w->path("cache.db")));
    QVERIFY(w->reopen());
    QVERIFY(!w->profile->cacheReplaced());
    QVERIFY(w->reader().row(local)->has_value());
}

void TestProfile::aDamagedOutboxIsRefusedAndKept()
{
    fillAndClose();
    const QString outbox = w->path("outbox.db");
    for (const qint64 at : {qint64(0), qint64(2 * 4096)}) {
        const QByteArray good = contentOf(outbox);
        overwrite(outbox, at, QByteArray(64, '\xff'));
        const QByteArray damaged = contentOf(outbox);
        for (int round = 0; round < 2; ++round) {
            ++w->clock.at;
            const auto opened = w->open();
            QVERIFY(!opened);
            QCOMPARE(opened.error().code, ErrorCode::StoreCorrupt);
            QCOMPARE(contentOf(outbox), damaged);
            QCOMPARE(asideOf("outbox.db").size(), 1);
            QCOMPARE(contentOf(w->path("") + asideOf("outbox.db").first()), damaged);
        }
        QVERIFY(QFile::remove(w->path("") + asideOf("outbox.db").first()));
        overwrite(outbox, 0, good);
        QVERIFY(w->reopen());
        QCOMPARE(w->outbox().live()->size(), 2);
        w->profile.reset();
    }
}

void TestProfile::aNewerOutboxIsLeftUntouched()
{
    fillAndClose();
    setVersion("outbox.db", 99);
    const QByteArray before = contentOf(w->path("outbox.db"));
    const QByteArray cacheBefore = contentOf(w->path("cache.db"));
    const auto opened = w->open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::StoreTooNew);
    QCOMPARE(contentOf(w->path("outbox.db")), before);
    QCOMPARE(contentOf(w->path("cache.db")), cacheBefore);
    setVersion("outbox.db", sql::newestVersion(QStringLiteral(":/migrations/client/outbox")));
    QVERIFY(w->reopen());
    QCOMPARE(w->outbox().live()->size(), 2);
}

/// An upgrade finds whatever the earlier version could not send, half of it in flight.
void TestProfile::anOutboxOfEveryEarlierVersionKeepsItsWork()
{
    const QString scripts = QStringLiteral(":/migrations/client/outbox");
    const int newest = sql::newestVersion(scripts);
    QVERIFY(newest > 1);
    for (int version = 1; version < newest; ++version) {
        cleanup();
        init();
        fillAndClose();
        const QList<OutboxEntry> wanted = [&] {
            [&] { QVERIFY(w->reopen()); }();
            const auto live = w->outbox().live();
            w->profile.reset();
            return live.value_or(QList<OutboxEntry>());
        }();
        QVERIFY(wanted.size() >= 2);
        QVERIFY(QFile::remove(w->path("outbox.db")));
        {
            auto old = sql::Database::open(w->path("outbox.db"), sql::Durability::Precious);
            VERIFY_OK(old);
            VERIFY_OK(sql::migrateTo(**old, scripts, version));
            for (const OutboxEntry &entry : wanted) {
                auto insert = (*old)->prepare(QStringLiteral(
                    "INSERT INTO op (id, seq, ticket, kind, json, queued_at, state, attempts, "
                    "changed_at) VALUES (?, ?, ?, ?, ?, 1, 'sending', 1, 1)"));
                VERIFY_OK(insert);
                VERIFY_OK(insert->bind(entry.op.id.text())
                              .bind(entry.op.deviceSeq)
                              .bind(entry.op.ticket.text())
                              .bind(kindName(entry.op.payload))
                              .bind(QString::fromUtf8(json::compact(encodeOp(entry.op))))
                              .exec());
            }
        }
        QVERIFY(w->reopen());
        QCOMPARE(*sql::schemaVersion(w->profile->outboxDatabase()), newest);
        const auto live = w->outbox().live();
        VERIFY_OK(live);
        QCOMPARE(live->size(), wanted.size());
        for (qsizetype i = 0; i < wanted.size(); ++i) {
            QCOMPARE(live->at(i).op, wanted.at(i).op);
            QCOMPARE(live->at(i).state, OpState::Ambiguous);
        }
        w->profile.reset();
    }
}

void TestProfile::aNewerCacheIsLeftUntouched()
{
    fillAndClose();
    setVersion("cache.db", 99);
    const QByteArray outboxBefore = contentOf(w->path("outbox.db"));
    const QByteArray before = contentOf(w->path("cache.db"));
    const auto opened = w->open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::StoreTooNew);
    QCOMPARE(contentOf(w->path("cache.db")), before);
    QCOMPARE(contentOf(w->path("outbox.db")), outboxBefore);
    QVERIFY(asideOf("cache.db").isEmpty());
}

void TestProfile::aReadOnlyProfileSaysSo()
{
    w->profile.reset();
    const QByteArray before = contentOf(w->path("outbox.db"));
    {
        const AsNobody nobody({w->folder.path(), w->path("")});
        QVERIFY(nobody.isReal());
        const auto opened = w->open();
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::StoreReadOnly);
    }
    QCOMPARE(contentOf(w->path("outbox.db")), before);
}

void TestProfile::aFolderThatIsAFileSaysSo()
{
    QFile file(w->folder.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QCOMPARE(Profile::open(file.fileName(), 1).error().code, ErrorCode::StoreReadOnly);
    QCOMPARE(Profile::open(file.fileName() + QStringLiteral("/below"), 1).error().code,
             ErrorCode::StoreReadOnly);
}

void TestProfile::leftoversOfAKilledCopyAreSwept()
{
    const auto kept = w->profile->blobs().importBytes("bytes", QStringLiteral("n"), {});
    VERIFY_OK(kept);
    QFile half(w->path("blobs/.incoming-x1y2z3"));
    QVERIFY(half.open(QIODevice::WriteOnly));
    half.close();
    QVERIFY(w->reopen());
    QVERIFY(!half.exists());
    QVERIFY(w->profile->blobs().has(kept->sha256));
}

/// With "--hold FILE" this program only takes a lock, says so, and waits to be killed.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == QLatin1String("--hold")) {
        const auto lock = platform::FileLock::take(arguments[2]);
        fputs(lock ? "held\n" : "refused\n", stdout);
        fflush(stdout);
        return lock ? QCoreApplication::exec() : 1;
    }
    TestProfile test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_profile.moc"
