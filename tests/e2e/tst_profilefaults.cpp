// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/sql/database.h"
#include "core/sql/migrator.h"
#include "tests/e2e/harness/scene.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QTest>

using namespace vigie::e2e;

/// What can happen to a profile's files between two starts, and what the client makes of it.
/// Unsent work is never lost.
class TestProfileFaults : public QObject
{
    Q_OBJECT

    std::unique_ptr<Scene> m_scene;
    QString m_who;
    QString m_folder; ///< of the person's profile
    int m_people = 0;

    ClientProcess &client() { return m_scene->client(m_who); }
    [[nodiscard]] QString file(const char *name) const
    {
        return m_folder + u'/' + QLatin1String(name);
    }

    /// Somebody new with some history and one report that could not be sent yet; their client has
    /// ended.
    QString newcomerWithUnsentWork(const QString &title)
    {
        m_who = QStringLiteral("person%1").arg(++m_people);
        if (!m_scene->server().isRunning() && !m_scene->server().start())
            return QStringLiteral("no server");
        const vigie::Done added = m_scene->server().addPerson(
            m_who, QStringLiteral("employee"), Scene::passwordOf(m_who));
        if (!added)
            return vigie::toLog(added.error());
        if (const QString trouble = m_scene->enter(m_who); !trouble.isEmpty())
            return trouble;
        for (int i = 0; i < 30; ++i) {
            const QString words = QStringLiteral("%1 has trouble %2").arg(m_who).arg(i);
            if (const QJsonObject answer = client().call("report", reportOf(words)); !isOk(answer))
                return QString::fromUtf8(shown(answer));
        }
        if (const QString trouble = m_scene->agree({m_who}); !trouble.isEmpty())
            return trouble;
        if (const QJsonObject closed = client().call("close"); !isOk(closed))
            return QString::fromUtf8(shown(closed));
        const QJsonObject again = client().call("open");
        m_folder = again.value(QLatin1String("folder")).toString();
        if (!m_scene->server().stop())
            return QStringLiteral("the server does not stop");
        if (const QJsonObject answer = client().call("report", reportOf(title)); !isOk(answer))
            return QString::fromUtf8(shown(answer));
        if (!client().quit())
            return QStringLiteral("the client does not end");
        // Into the files themselves: what is damaged below must not be hidden by a newer copy.
        for (const char *name : {"outbox.db", "cache.db"}) {
            const auto database =
                vigie::sql::Database::open(file(name), vigie::sql::Durability::Precious);
            if (!database)
                return vigie::toLog(database.error());
            (*database)->checkpoint();
        }
        return {};
    }
    static QJsonObject reportOf(const QString &words)
    {
        return {{QStringLiteral("title"), words},
                {QStringLiteral("what"), words + QStringLiteral("! ").repeated(500)}};
    }
    QJsonObject opened()
    {
        if (!client().isRunning() && !client().start())
            return {};
        return client().call("open");
    }
    /// The report still waits, and arrives once.
    void unsentWorkArrives(const QString &title)
    {
        const QJsonArray entries =
            client().call("outbox").value(QLatin1String("entries")).toArray();
        QCOMPARE(entries.size(), 1);
        QCOMPARE(entries.first()[QLatin1String("words")].toString(), title);
        VIGIE_OK(client().call("wait-ticket", {{QStringLiteral("title"), title}}));
        QVERIFY(m_scene->server().start());
        VIGIE_OK(client().call("sync-now"));
        VIGIE_MUST(m_scene->agree({m_who}));
        const auto ledger = Ledger::read(m_scene->server().data());
        QVERIFY(ledger);
        QCOMPARE(ledger->count(title), 1);
        QCOMPARE(ledger->doubles(), QStringList());
    }
    static QByteArray hashOf(const QString &path)
    {
        QFile source(path);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        return source.open(QIODevice::ReadOnly) && hash.addData(&source) ? hash.result()
                                                                         : QByteArray();
    }
    /// Flips one bit at each of so many places.
    static bool flipBits(const QString &path, int places)
    {
        const quint64 seed = qEnvironmentVariableIsSet("VIGIE_E2E_SEED")
            ? qEnvironmentVariable("VIGIE_E2E_SEED").toULongLong()
            : QRandomGenerator::global()->generate64();
        qInfo("seed %llu (VIGIE_E2E_SEED repeats the choices)", seed);
        vigie::SeededRng rng(seed);
        QFile target(path);
        if (!target.open(QIODevice::ReadWrite) || target.size() == 0)
            return false;
        for (int i = 0; i < places; ++i) {
            const qint64 at = qint64(rng.below(quint64(target.size())));
            char byte = 0;
            if (!target.seek(at) || !target.getChar(&byte))
                return false;
            byte = char(byte ^ (1 << rng.below(8)));
            if (!target.seek(at) || !target.putChar(byte))
                return false;
        }
        return true;
    }
    static vigie::Result<int> userVersion(const QString &path)
    {
        VIGIE_TRY_ASSIGN(database, vigie::sql::Database::open(path, vigie::sql::Durability::Precious));
        return vigie::sql::schemaVersion(*database);
    }
    static vigie::Done setUserVersion(const QString &path, int version)
    {
        VIGIE_TRY_ASSIGN(database, vigie::sql::Database::open(path, vigie::sql::Durability::Precious));
        return database->run(QStringLiteral("PRAGMA user_version = %1").arg(version));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_scene = std::make_unique<Scene>();
        VIGIE_MUST(m_scene->prepare({}));
    }
    void cleanup()
    {
        m_scene->noteResult();
        if (!m_who.isEmpty())
            client().kill();
    }
    void cleanupTestCase() { m_scene.reset(); }

    void aSecondInstanceIsRefusedAndTheFirstGoesOn()
    {
        const QString title = QStringLiteral("Two windows");
        VIGIE_MUST(newcomerWithUnsentWork(title));
        VIGIE_OK(opened());
        ClientProcess second(QStringLiteral("second"), client().root());
        QVERIFY(second.start());
        QCOMPARE(errorOf(second.call("open")), QStringLiteral("ProfileInUse"));
        unsentWorkArrives(title);
        // kill -9 of the holder leaves no lock behind.
        QVERIFY(client().kill());
        VIGIE_OK(second.call("open"));
        QVERIFY(second.quit());
    }

    void aProfileOfANewerVersionIsLeftAlone_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("outbox") << QStringLiteral("outbox.db");
        QTest::newRow("cache") << QStringLiteral("cache.db");
    }
    void aProfileOfANewerVersionIsLeftAlone()
    {
        QFETCH(QString, name);
        const QString title = QStringLiteral("From the future: ") + name;
        VIGIE_MUST(newcomerWithUnsentWork(title));
        const QString path = m_folder + u'/' + name;
        const int version = userVersion(path).value_or(0);
        QVERIFY(version > 0);
        QVERIFY(setUserVersion(path, version + 1));
        QHash<QString, QByteArray> hashes;
        for (const char *each : {"outbox.db", "cache.db"})
            hashes.insert(QLatin1String(each), hashOf(file(each)));

        QCOMPARE(errorOf(opened()), QStringLiteral("StoreTooNew"));
        for (const char *each : {"outbox.db", "cache.db"})
            QCOMPARE(hashOf(file(each)), hashes.value(QLatin1String(each)));
        QVERIFY(client().quit());

        QVERIFY(setUserVersion(path, version)); // the newer version is back
        VIGIE_OK(opened());
        unsentWorkArrives(title);
    }

    void aTruncatedCacheIsFetchedAgain()
    {
        const QString title = QStringLiteral("Cut short");
        VIGIE_MUST(newcomerWithUnsentWork(title));
        QFile cache(file("cache.db"));
        QVERIFY(cache.size() > 64 * 1024);
        QVERIFY(cache.resize(cache.size() * 6 / 10));
        const QJsonObject answer = opened();
        VIGIE_OK(answer);
        QCOMPARE(answer.value(QLatin1String("cacheReplaced")), QJsonValue(true));
        QCOMPARE(QDir(m_folder).entryList({QStringLiteral("cache.db.damaged-*")}).size(), 1);
        unsentWorkArrives(title);
    }

    void anEmptyOrMissingCacheIsFetchedAgain()
    {
        const QString title = QStringLiteral("Nothing left");
        VIGIE_MUST(newcomerWithUnsentWork(title));
        QVERIFY(QFile::remove(file("cache.db")));
        VIGIE_OK(opened());
        unsentWorkArrives(title);
    }

    void aBitFlippedCacheIsFetchedAgain()
    {
        const QString title = QStringLiteral("Cosmic rays");
        VIGIE_MUST(newcomerWithUnsentWork(title));
        QVERIFY(flipBits(file("cache.db"), 400));
        VIGIE_OK(opened());
        unsentWorkArrives(title);
    }

    /// A few flipped bits may stay unnoticed, or show up only while the cache is used. What
    /// was written leaves all the same, at the latest after the next start.
    void aFewFlippedBitsDoNotHoldUnsentWorkBack_data()
    {
        QTest::addColumn<int>("places");
        for (const int places : {1, 3, 10, 30})
            QTest::addRow("%d", places) << places;
    }
    void aFewFlippedBitsDoNotHoldUnsentWorkBack()
    {
        QFETCH(int, places);
        const QString title = QStringLiteral("%1 cosmic rays").arg(places);
        VIGIE_MUST(newcomerWithUnsentWork(title));
        QVERIFY(flipBits(file("cache.db"), places));
        QVERIFY(m_scene->server().start());
        VIGIE_OK(opened());
        const QJsonObject patience{{QStringLiteral("timeout"), 10'000 * kSlowness}};
        if (!isOk(client().call("wait-quiet", patience))) {
            QVERIFY(client().quit());
            VIGIE_OK(opened());
            VIGIE_OK(client().call("wait-quiet"));
        }
        const auto ledger = Ledger::read(m_scene->server().data());
        QVERIFY(ledger);
        QCOMPARE(ledger->count(title), 1);
    }

    void aDamagedOutboxIsToldAndKept()
    {
        const QString title = QStringLiteral("Precious");
        VIGIE_MUST(newcomerWithUnsentWork(title));
        QFile whole(file("outbox.db"));
        QVERIFY(whole.open(QIODevice::ReadWrite));
        const QByteArray bytes = whole.readAll();
        QVERIFY(whole.seek(0));
        QCOMPARE(whole.write(QByteArray(4096, '\xaa')), 4096);
        whole.close();
        const QByteArray damaged = hashOf(file("outbox.db"));
        const QJsonObject answer = opened();
        QVERIFY2(errorOf(answer) == QLatin1String("StoreCorrupt"), shown(answer).constData());
        QCOMPARE(hashOf(file("outbox.db")), damaged); // whoever can repair it finds it as it is
        QVERIFY(client().quit());
        QVERIFY(whole.open(QIODevice::WriteOnly));
        QCOMPARE(whole.write(bytes), bytes.size());
        whole.close();
        VIGIE_OK(opened());
        unsentWorkArrives(title);
    }

    void aFileThatIsTooLargeIsRefusedAtOnce()
    {
        const QString title = QStringLiteral("The video is next");
        VIGIE_MUST(newcomerWithUnsentWork(title));
        VIGIE_OK(opened());
        QFile video(m_scene->path(QStringLiteral("video.mkv")));
        QVERIFY(video.open(QIODevice::WriteOnly));
        QVERIFY(video.resize(300LL * 1024 * 1024)); // takes no space
        video.close();
        QJsonObject report = reportOf(QStringLiteral("See the video"));
        report.insert(QStringLiteral("files"), QJsonArray{video.fileName()});
        QCOMPARE(errorOf(client().call("report", report)), QStringLiteral("TooLarge"));
        unsentWorkArrives(title);
    }
};

QTEST_GUILESS_MAIN(TestProfileFaults)
#include "tst_profilefaults.moc"
