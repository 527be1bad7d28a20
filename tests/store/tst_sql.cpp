// SPDX-License-Identifier: GPL-3.0-or-later
#include "storeworld.h"

#include "core/sql/migrator.h"

using namespace vigie;
using namespace vigie::sql;
using vigie::store::StoreWorld;

/// One connection, its transactions and its migrations.
class TestSql : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir folder;

    [[nodiscard]] QString path(const char *name) const
    {
        return folder.filePath(QLatin1String(name));
    }
    [[nodiscard]] static QString one(Database &database, const QString &text)
    {
        auto rows = database.prepare(text);
        if (!rows)
            return toLog(rows.error());
        const auto found = rows->next();
        return found && *found ? rows->text(0) : QStringLiteral("(none)");
    }
    [[nodiscard]] static QStringList schemaOf(Database &database)
    {
        QStringList lines;
        auto rows = database.prepare(QStringLiteral(
            "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master "
            "ORDER BY type, name"));
        while (rows) {
            const auto found = rows->next();
            if (!found || !*found)
                break;
            lines.append(rows->text(0));
        }
        return lines;
    }
    void addScript(const QString &name, const QByteArray &text) const
    {
        QDir().mkpath(path("scripts"));
        QFile file(path("scripts") + QLatin1Char('/') + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

private Q_SLOTS:
    void everyDurabilityIsWhatItSays();
    void valuesComeBackAsTheyWere();
    void aTransactionThatIsNotCommittedIsGone();
    void aFailedInnerTransactionTakesTheOuterOneAlong();
    void aStatementCanBeUsedAgain();
    void aForgottenStatementDoesNotPinTheLog();
    void errorsHaveTheirOwnCodes();
    void aSchemaThatLostSomethingIsDamaged();
    void aSecondWriterIsToldThatTheDatabaseIsBusy();
    void aReadOnlyConnectionCannotWrite();
    void aFileThatIsNoDatabaseIsCorrupt();
    void theFaultHookFailsStatements();
    void aCopyIsWhole();
    void onlyTheLastOfManyStatementsAreKept();
    void aFreshSchemaEqualsOneBuiltStepByStep_data();
    void aFreshSchemaEqualsOneBuiltStepByStep();
    void everyStepOfAMigrationIsAllOrNothing();
    void theVersionOfAFileIsTheNewestThatWasWritten();
    void anUpgradeKeepsACopyOfWhatWas();
    void aNewerDatabaseIsLeftAlone();
};

void TestSql::everyDurabilityIsWhatItSays()
{
    const QList<std::tuple<Durability, QString, QString>> expected{
        {Durability::Precious, QStringLiteral("2"), QStringLiteral("wal")},
        {Durability::Disposable, QStringLiteral("1"), QStringLiteral("wal")},
        {Durability::Volatile, QStringLiteral("0"), QStringLiteral("memory")}};
    int i = 0;
    for (const auto &[durability, synchronous, journal] : expected) {
        auto database = Database::open(path("durable") + QString::number(i++), durability);
        VERIFY_OK(database);
        QCOMPARE(one(**database, QStringLiteral("PRAGMA synchronous")), synchronous);
        QCOMPARE(one(**database, QStringLiteral("PRAGMA journal_mode")), journal);
        QCOMPARE(one(**database, QStringLiteral("PRAGMA foreign_keys")), QStringLiteral("1"));
        QCOMPARE(one(**database, QStringLiteral("PRAGMA trusted_schema")), QStringLiteral("0"));
    }
}

void TestSql::valuesComeBackAsTheyWere()
{
    auto opened = Database::open(QStringLiteral(":memory:"), Durability::Volatile);
    VERIFY_OK(opened);
    Database &database = **opened;
    VERIFY_OK(database.run(QStringLiteral(
        "CREATE TABLE v (t TEXT, i INTEGER, b BLOB, f REAL, z TEXT, yes INTEGER) STRICT")));
    const QString text = QString::fromUtf8("é\u0000ß😀'\"", 12);
    const QByteArray bytes("\0\xff\x01", 3);
    auto write = database.prepare(QStringLiteral("INSERT INTO v VALUES (?, ?, ?, ?, ?, ?)"));
    VERIFY_OK(write);
    write->bind(text).bind(qint64(1) << 62).bind(bytes).bind(0.5).bindNull().bind(true);
    VERIFY_OK(write->exec());
    auto rows = database.prepare(QStringLiteral("SELECT t, i, b, f, z, yes FROM v"));
    VERIFY_OK(rows);
    QVERIFY(*rows->next());
    QCOMPARE(rows->text(0), text);
    QCOMPARE(rows->integer(1), qint64(1) << 62);
    QCOMPARE(rows->bytes(2), bytes);
    QVERIFY(rows->isNull(4));
    QCOMPARE(rows->integer(5), 1);
    QVERIFY(!*rows->next());
    // A null text is an empty text, not NULL.
    auto again = database.prepare(QStringLiteral("SELECT ? IS NULL"));
    again->bind(QString());
    QVERIFY(*again->next());
    QCOMPARE(again->integer(0), 0);
}

void TestSql::aTransactionThatIsNotCommittedIsGone()
{
    auto opened = Database::open(path("rollback.db"), Durability::Disposable);
    VERIFY_OK(opened);
    Database &database = **opened;
    VERIFY_OK(database.run(QStringLiteral("CREATE TABLE t (x)")));
    {
        auto transaction = Transaction::begin(database);
        VERIFY_OK(transaction);
        VERIFY_OK(database.run(QStringLiteral("INSERT INTO t VALUES (1)")));
    }
    QCOMPARE(one(database, QStringLiteral("SELECT count(*) FROM t")), QStringLiteral("0"));
    {
        auto transaction = Transaction::begin(database);
        VERIFY_OK(database.run(QStringLiteral("INSERT INTO t VALUES (1)")));
        VERIFY_OK(transaction->commit());
    }
    QCOMPARE(one(database, QStringLiteral("SELECT count(*) FROM t")), QStringLiteral("1"));
}

void TestSql::aFailedInnerTransactionTakesTheOuterOneAlong()
{
    auto opened = Database::open(path("nested.db"), Durability::Disposable);
    VERIFY_OK(opened);
    Database &database = **opened;
    VERIFY_OK(database.run(QStringLiteral("CREATE TABLE t (x)")));
    {
        auto outer = Transaction::begin(database);
        VERIFY_OK(database.run(QStringLiteral("INSERT INTO t VALUES (1)")));
        {
            auto inner = Transaction::begin(database);
            VERIFY_OK(inner);
        }
        QVERIFY(!outer->commit());
    }
    QCOMPARE(one(database, QStringLiteral("SELECT count(*) FROM t")), QStringLiteral("0"));
    {
        auto outer = Transaction::begin(database);
        auto inner = Transaction::begin(database);
        VERIFY_OK(database.run(QStringLiteral("INSERT INTO t VALUES (1)")));
        VERIFY_OK(inner->commit());
        VERIFY_OK(outer->commit());
    }
    QCOMPARE(one(database, QStringLiteral("SELECT count(*) FROM t")), QStringLiteral("1"));
}

void TestSql::aStatementCanBeUsedAgain()
{
    auto opened = Database::open(QStringLiteral(":memory:"), Durability::Volatile);
    VERIFY_OK(opened);
    for (int i = 0; i < 3; ++i) {
        auto rows = (*opened)->prepare(QStringLiteral("SELECT ? UNION ALL SELECT ?"));
        VERIFY_OK(rows);
        rows->bind(i).bind(i + 1);
        QVERIFY(*rows->next());
        QCOMPARE(rows->integer(0), i); // left half read on purpose
    }
    QVERIFY(!(*opened)->prepare(QStringLiteral("SELECT nonsense FROM nowhere")));
}

void TestSql::aForgottenStatementDoesNotPinTheLog()
{
    const QString file = path("pin.db");
    auto opened = Database::open(file, Durability::Disposable);
    VERIFY_OK(opened);
    Database &database = **opened;
    VERIFY_OK(database.run(QStringLiteral("CREATE TABLE t (x)")));
    VERIFY_OK(database.run(QStringLiteral("INSERT INTO t VALUES (1), (2)")));
    {
        auto rows = database.prepare(QStringLiteral("SELECT x FROM t"));
        QVERIFY(*rows->next());
    }
    database.checkpoint();
    QCOMPARE(QFileInfo(file + QStringLiteral("-wal")).size(), 0);
}

void TestSql::errorsHaveTheirOwnCodes()
{
    QCOMPARE(codeFromNative(5), ErrorCode::StoreBusy);
    QCOMPARE(codeFromNative(261), ErrorCode::StoreBusy); // SQLITE_BUSY_RECOVERY
    QCOMPARE(codeFromNative(8), ErrorCode::StoreReadOnly);
    QCOMPARE(codeFromNative(11), ErrorCode::StoreCorrupt);
    QCOMPARE(codeFromNative(267), ErrorCode::StoreCorrupt); // SQLITE_CORRUPT_VTAB
    QCOMPARE(codeFromNative(13), ErrorCode::StoreFull);
    QCOMPARE(codeFromNative(26), ErrorCode::StoreCorrupt);
    QCOMPARE(codeFromNative(19), ErrorCode::StoreFault);
}

void TestSql::aSchemaThatLostSomethingIsDamaged()
{
    auto database = Database::open(path("lost.db"), Durability::Disposable);
    QVERIFY(database);
    VERIFY_OK((*database)->run(QStringLiteral("CREATE TABLE a (n INTEGER)")));
    // As a flipped letter in a trigger's text leaves it: nobody reads that before it fires.
    VERIFY_OK((*database)->run(QStringLiteral(
        "CREATE TRIGGER a_counted AFTER INSERT ON a BEGIN INSERT INTO countex VALUES (1); END")));
    auto write = (*database)->prepare(QStringLiteral("INSERT INTO a VALUES (1)"));
    const Done fired = write ? write->exec() : Done(fail(write.error()));
    QCOMPARE(fired.error().code, ErrorCode::StoreCorrupt);
    QCOMPARE((*database)->prepare(QStringLiteral("SELECT x FROM a")).error().code, ErrorCode::StoreCorrupt);
    QCOMPARE((*database)->run(QStringLiteral("SELEC 1")).error().code, ErrorCode::StoreFault);
}

void TestSql::aSecondWriterIsToldThatTheDatabaseIsBusy()
{
    const QString file = path("busy.db");
    auto first = Database::open(file, Durability::Disposable);
    auto second = Database::open(file, Durability::Disposable);
    VERIFY_OK(first);
    VERIFY_OK(second);
    VERIFY_OK((*second)->run(QStringLiteral("PRAGMA busy_timeout=10")));
    auto held = Transaction::begin(**first);
    VERIFY_OK(held);
    const auto refused = Transaction::begin(**second);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::StoreBusy);
}

void TestSql::aReadOnlyConnectionCannotWrite()
{
    const QString file = path("readonly.db");
    auto writer = Database::open(file, Durability::Disposable);
    VERIFY_OK((*writer)->run(QStringLiteral("CREATE TABLE t (x)")));
    auto reader = Database::open(file, Durability::Disposable, Access::ReadOnly);
    VERIFY_OK(reader);
    QCOMPARE((*reader)->run(QStringLiteral("INSERT INTO t VALUES (1)")).error().code,
             ErrorCode::StoreReadOnly);
    QCOMPARE(Database::open(path("absent.db"), Durability::Disposable, Access::ReadOnly)
                 .error()
                 .code,
             ErrorCode::StoreReadOnly);
    QVERIFY(!QFile::exists(path("absent.db")));
}

void TestSql::aFileThatIsNoDatabaseIsCorrupt()
{
    QFile file(path("letter.txt"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("Dear Sir or Madam, ").repeated(500));
    file.close();
    const auto opened = Database::open(file.fileName(), Durability::Precious);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::StoreCorrupt);
}

void TestSql::theFaultHookFailsStatements()
{
    auto opened = Database::open(QStringLiteral(":memory:"), Durability::Volatile);
    VERIFY_OK(opened);
    QStringList seen;
    (*opened)->faultHook = [&](const QString &statement) -> Done {
        seen.append(statement);
        return statement.contains(QLatin1String("two"))
            ? Done(fail(ErrorCode::StoreFull, QStringLiteral("planted")))
            : Done();
    };
    VERIFY_OK((*opened)->run(QStringLiteral("CREATE TABLE one (x)")));
    QCOMPARE((*opened)->run(QStringLiteral("CREATE TABLE two (x)")).error().code,
             ErrorCode::StoreFull);
    QCOMPARE(seen.size(), 2);
}

void TestSql::aCopyIsWhole()
{
    auto opened = Database::open(path("original.db"), Durability::Precious);
    VERIFY_OK((*opened)->run(QStringLiteral("CREATE TABLE t (x)")));
    VERIFY_OK((*opened)->run(QStringLiteral("INSERT INTO t VALUES (42)")));
    VERIFY_OK((*opened)->copyTo(path("copy.db")));
    QCOMPARE((*opened)->copyTo(path("copy.db")).error().code, ErrorCode::Invalid);
    auto copy = Database::open(path("copy.db"), Durability::Precious);
    VERIFY_OK(copy);
    VERIFY_OK((*copy)->check());
    QCOMPARE(one(**copy, QStringLiteral("SELECT x FROM t")), QStringLiteral("42"));
}

void TestSql::onlyTheLastOfManyStatementsAreKept()
{
    auto database = Database::open(QStringLiteral(":memory:"), Durability::Volatile);
    VERIFY_OK(database);
    const auto answer = [&database](int n) {
        auto rows = (*database)->prepareRecent(QStringLiteral("SELECT %1 + ?").arg(n));
        return rows && rows->bind(1).next().value_or(false) ? rows->integer(0) : qint64(-1);
    };
    for (int i = 0; i < 200; ++i) {
        QCOMPARE(answer(i), i + 1);
        QCOMPARE(answer(0), 1); // in use all the time
    }
    // SQLite itself says how many are left.
    auto count = (*database)->prepare(QStringLiteral("SELECT count(*) FROM sqlite_stmt"));
    if (count && *count->next())
        QVERIFY2(count->integer(0) < 60, qPrintable(QString::number(count->integer(0))));
}

void TestSql::aFreshSchemaEqualsOneBuiltStepByStep_data()
{
    QTest::addColumn<QString>("scripts");
    QTest::newRow("outbox") << QStringLiteral(":/migrations/client/outbox");
    QTest::newRow("cache") << QStringLiteral(":/migrations/client/cache");
}

void TestSql::aFreshSchemaEqualsOneBuiltStepByStep()
{
    QFETCH(QString, scripts);
    StoreWorld world; // registers the compiled-in scripts
    QVERIFY(world.reopen());
    const int newest = newestVersion(scripts);
    QVERIFY(newest >= 1);
    auto fresh = Database::open(QStringLiteral(":memory:"), Durability::Volatile);
    VERIFY_OK(fresh);
    VERIFY_OK(migrate(**fresh, scripts));
    auto stepped = Database::open(QStringLiteral(":memory:"), Durability::Volatile);
    VERIFY_OK(stepped);
    for (int version = 1; version <= newest; ++version) {
        VERIFY_OK(migrateTo(**stepped, scripts, version));
        QCOMPARE(*schemaVersion(**stepped), version);
    }
    QVERIFY(schemaOf(**fresh).size() > 3);
    QCOMPARE(schemaOf(**stepped), schemaOf(**fresh));
    // And what a profile on disk has is the same again.
    Database &onDisk = scripts.endsWith(QLatin1String("cache"))
        ? world.profile->cacheDatabase()
        : world.profile->outboxDatabase();
    QCOMPARE(schemaOf(onDisk), schemaOf(**fresh));
    VERIFY_OK(migrate(onDisk, scripts));
}

void TestSql::everyStepOfAMigrationIsAllOrNothing()
{
    addScript(QStringLiteral("0001_one.sql"), "CREATE TABLE a (x)\n--;;\nCREATE TABLE b (x)\n");
    auto opened = Database::open(path("steps.db"), Durability::Precious);
    VERIFY_OK(opened);
    Database &database = **opened;
    int fails = 0;
    for (int n = 1;; ++n) {
        int statement = 0;
        database.faultHook = [&](const QString &) -> Done {
            return ++statement == n ? Done(fail(ErrorCode::StoreFull, QStringLiteral("planted")))
                                    : Done();
        };
        const Done migrated = migrate(database, path("scripts"));
        database.faultHook = nullptr;
        if (migrated)
            break;
        ++fails;
        QCOMPARE(migrated.error().code, ErrorCode::StoreFull);
        QCOMPARE(*schemaVersion(database), 0);
        QVERIFY(schemaOf(database).isEmpty());
    }
    QVERIFY(fails >= 5); // read the version, begin, two tables, set the version, commit
    QCOMPARE(*schemaVersion(database), 1);
    QCOMPARE(schemaOf(database).size(), 2);
}

void TestSql::theVersionOfAFileIsTheNewestThatWasWritten()
{
    addScript(QStringLiteral("0001_one.sql"), "CREATE TABLE a (x)\n");
    const QString file = path("version.db");
    {
        auto database = Database::open(file, Durability::Precious);
        VERIFY_OK(migrate(**database, path("scripts")));
    }
    QVERIFY(!QFile::exists(file + QStringLiteral("-wal")));
    QCOMPARE(*schemaVersionOf(file), 1);
    // What is newer waits in the log, the header is still the old one.
    addScript(QStringLiteral("0002_two.sql"), "CREATE TABLE b (x)\n");
    auto database = Database::open(file, Durability::Precious);
    VERIFY_OK(migrate(**database, path("scripts")));
    QVERIFY(QFile::exists(file + QStringLiteral("-wal")));
    QCOMPARE(*schemaVersionOf(file), 2);
    QFile none(path("none.db"));
    QVERIFY(none.open(QIODevice::WriteOnly) && none.write(QByteArray(200, 'x')) > 0);
    none.close();
    QVERIFY(!schemaVersionOf(none.fileName()));
    QVERIFY(QFile::remove(path("scripts/0002_two.sql")));
}

void TestSql::anUpgradeKeepsACopyOfWhatWas()
{
    addScript(QStringLiteral("0001_one.sql"), "CREATE TABLE a (x)\n--;;\nCREATE TABLE b (x)\n");
    const QString file = path("upgrade.db");
    {
        auto database = Database::open(file, Durability::Precious);
        VERIFY_OK(migrate(**database, path("scripts")));
        VERIFY_OK((*database)->run(QStringLiteral("INSERT INTO a VALUES ('kept')")));
    }
    addScript(QStringLiteral("0002_two.sql"), "ALTER TABLE a ADD COLUMN y\n");
    auto database = Database::open(file, Durability::Precious);
    VERIFY_OK(migrate(**database, path("scripts")));
    QCOMPARE(*schemaVersion(**database), 2);
    QCOMPARE(one(**database, QStringLiteral("SELECT x FROM a WHERE y IS NULL")),
             QStringLiteral("kept"));
    auto before = Database::open(file + QStringLiteral(".before-1"), Durability::Precious);
    VERIFY_OK(before);
    QCOMPARE(one(**before, QStringLiteral("SELECT x FROM a")), QStringLiteral("kept"));
    QVERIFY(QFile::remove(path("scripts/0002_two.sql")));
}

void TestSql::aNewerDatabaseIsLeftAlone()
{
    addScript(QStringLiteral("0001_one.sql"), "CREATE TABLE a (x)\n--;;\nCREATE TABLE b (x)\n");
    auto database = Database::open(path("newer.db"), Durability::Precious);
    VERIFY_OK((*database)->run(QStringLiteral("PRAGMA user_version=9")));
    QCOMPARE(migrate(**database, path("scripts")).error().code, ErrorCode::StoreTooNew);
    QCOMPARE(*schemaVersion(**database), 9);
    QVERIFY(schemaOf(**database).isEmpty());
    QCOMPARE(migrate(**database, path("nothing")).error().code, ErrorCode::Bug);
}

QTEST_GUILESS_MAIN(TestSql)
#include "tst_sql.moc"
