// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/harness/littledisk.h"
#include "tests/e2e/harness/scene.h"

#include <QElapsedTimer>
#include <QImage>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QTest>

#include <filesystem>

using namespace vigie::e2e;

/// Disks that are full or cannot be written, under a real client process. Needs a mount namespace,
/// which root and most user accounts have.
class TestDiskTrouble : public QObject
{
    Q_OBJECT

    std::unique_ptr<Scene> m_scene;
    const QString m_who = QStringLiteral("anna");

    ClientProcess &anna() { return m_scene->client(m_who); }
    static QJsonObject reportOf(const QString &title)
    {
        return {{QStringLiteral("title"), title},
                {QStringLiteral("what"), title + QStringLiteral(" and so on").repeated(4'000)}};
    }
    /// Reports until the disk is full; what was said to be saved goes into `saved`.
    QString reportUntilFull(const char *name, QStringList &saved, QStringList &refused)
    {
        for (int i = 0; i < 2'000; ++i) {
            const QString title = QStringLiteral("%1 %2").arg(QLatin1String(name)).arg(i);
            const QJsonObject answer = anna().call("report", reportOf(title));
            if (isOk(answer)) {
                saved.append(title);
                continue;
            }
            refused.append(title);
            return errorOf(answer);
        }
        return QStringLiteral("never full");
    }

    /// A picture that does not get smaller by compression.
    QString noisyPicture(const QSize &size)
    {
        QImage picture(size, QImage::Format_RGB32);
        auto *words = reinterpret_cast<quint32 *>(picture.bits());
        QRandomGenerator random(1);
        random.fillRange(words, picture.sizeInBytes() / 4);
        const QString path = m_scene->path(QStringLiteral("noise-%1.png").arg(size.width()));
        return picture.save(path) ? path : QString();
    }
    /// The open client's cache, as the client names it.
    QString cacheFile()
    {
        return anna().call("open").value(QLatin1String("folder")).toString() + QStringLiteral("/cache.db");
    }
    /// Opens the file; all behind its header becomes noise, in its log as well.
    static bool makeNoise(QFile &file)
    {
        QFile log(file.fileName() + QStringLiteral("-wal"));
        for (const auto &[target, from] : {std::pair<QFile *, qint64>{&file, 4096}, {&log, 4096 + 56}}) {
            if (!target->open(QIODevice::ReadWrite | QIODevice::Unbuffered) || !target->seek(std::min(from, target->size())))
                return false;
            target->write(QByteArray(std::max<qint64>(0, target->size() - from), '\xee'));
        }
        return true;
    }

private Q_SLOTS:
    void init()
    {
        QVERIFY2(LittleDisk::canMount(), "this machine lets nobody mount in a namespace of its own");
        m_scene = std::make_unique<Scene>();
        VIGIE_MUST(m_scene->prepare({{m_who, QStringLiteral("employee")}}));
    }
    void cleanup() { m_scene.reset(); }

    void aFullDiskKeepsWhatWasSavedAndRecoversByItself()
    {
        LittleDisk::putOnLittleDisk(anna(), 40);
        VIGIE_MUST(m_scene->enter(m_who));
        VIGIE_MUST(m_scene->agree({m_who}));
        QVERIFY(m_scene->server().stop());
        QStringList saved{QStringLiteral("Before")};
        QStringList refused;
        VIGIE_OK(anna().call("report", reportOf(saved.first())));

        LittleDisk disk(anna());
        QVERIFY(disk.fill());
        // There is a reserve for the words of the moment.
        const QString first = QStringLiteral("On the last drop");
        VIGIE_OK(anna().call("report", reportOf(first)));
        saved.append(first);
        QCOMPARE(reportUntilFull("Full", saved, refused), QStringLiteral("StoreFull"));
        QVERIFY(disk.fill());
        QCOMPARE(reportUntilFull("Fuller", saved, refused), QStringLiteral("StoreFull"));
        // What is there can still be read.
        VIGIE_OK(anna().call("wait-ticket", {{QStringLiteral("title"), first}}));

        // The server comes back while nothing can be written: no harm, no answers lost.
        QVERIFY(m_scene->server().start());
        VIGIE_OK(anna().call("sync-now"));

        QVERIFY(disk.free());
        QElapsedTimer sinceFree;
        sinceFree.start();
        const QString after = QStringLiteral("After");
        VIGIE_OK(anna().call("report", reportOf(after)));
        saved.append(after);
        VIGIE_OK(anna().call("sync-now"));
        VIGIE_MUST(m_scene->agree({m_who}));
        qInfo("everything out %lld ms after there was space again; %d saved, %d refused",
              sinceFree.elapsed(), int(saved.size()), int(refused.size()));

        const auto ledger = Ledger::read(m_scene->server().data());
        QVERIFY2(ledger, ledger ? "" : qPrintable(vigie::toLog(ledger.error())));
        for (const QString &title : std::as_const(saved))
            QVERIFY2(ledger->count(title) == 1, qPrintable(title));
        for (const QString &title : std::as_const(refused))
            QVERIFY2(ledger->count(title) == 0, qPrintable(title));
        QCOMPARE(ledger->doubles(), QStringList());
    }

    void aDiskThatFillsUpUnderAScreenshotCostsNeitherTheDraftNorThePicture()
    {
        LittleDisk::putOnLittleDisk(anna(), 40);
        VIGIE_MUST(m_scene->enter(m_who));
        VIGIE_MUST(m_scene->agree({m_who}));
        QVERIFY(m_scene->server().stop());
        const QString small = noisyPicture(QSize(200, 200));
        const QString large = noisyPicture(QSize(1600, 1200));
        VIGIE_OK(anna().call("shot", {{QStringLiteral("file"), small}}));

        LittleDisk disk(anna());
        QVERIFY(disk.fill());
        QCOMPARE(errorOf(anna().call("shot", {{QStringLiteral("file"), large}})),
                 QStringLiteral("StoreFull"));
        const QString title = QStringLiteral("See the screen");
        const QJsonObject report{{QStringLiteral("title"), title}};
        QCOMPARE(errorOf(anna().call("report-shots", report)), QStringLiteral("StoreFull"));
        const auto isWhole = [](const QJsonObject &answer) {
            return isOk(answer) && answer.value(QLatin1String("count")).toInt() == 1
                && answer.value(QLatin1String("readable")).toInt() == 1;
        };
        QVERIFY(isWhole(anna().call("shots")));

        QVERIFY(disk.free());
        QVERIFY(isWhole(anna().call("shots")));
        VIGIE_OK(anna().call("shot", {{QStringLiteral("file"), large}}));
        VIGIE_OK(anna().call("report-shots", report));
        QVERIFY(m_scene->server().start());
        VIGIE_OK(anna().call("sync-now"));
        VIGIE_MUST(m_scene->agree({m_who}));
        const auto ledger = Ledger::read(m_scene->server().data());
        QVERIFY(ledger);
        QCOMPARE(ledger->count(title), 2); // as the title and as the first message
    }

    void aProfileThatCannotBeWrittenIsRefusedAndKeepsItsWork()
    {
        VIGIE_MUST(m_scene->enter(m_who));
        VIGIE_MUST(m_scene->agree({m_who}));
        QVERIFY(m_scene->server().stop());
        VIGIE_OK(anna().call("report", reportOf(QStringLiteral("Written before"))));
        QVERIFY(anna().quit());

        LittleDisk::makeReadOnly(anna());
        QVERIFY(anna().start());
        QCOMPARE(errorOf(anna().call("open")), QStringLiteral("StoreReadOnly"));
        QVERIFY(anna().quit());

        LittleDisk::release(anna());
        VIGIE_MUST(m_scene->reopen(m_who));
        QCOMPARE(anna().call("outbox").value(QLatin1String("entries")).toArray().size(), 1);
        QVERIFY(m_scene->server().start());
        VIGIE_OK(anna().call("sync-now"));
        VIGIE_MUST(m_scene->agree({m_who}));
        const auto ledger = Ledger::read(m_scene->server().data());
        QVERIFY(ledger);
        QCOMPARE(ledger->count(QStringLiteral("Written before")), 1);
    }

    void aDamagedCacheThatFillsTheDiskMakesRoomForANewOne()
    {
        LittleDisk::putOnLittleDisk(anna(), 40);
        VIGIE_MUST(m_scene->enter(m_who));
        for (int i = 0; i < 30; ++i) // a cache that is larger than an empty one
            VIGIE_OK(anna().call("report", reportOf(QStringLiteral("Known there %1").arg(i))));
        VIGIE_MUST(m_scene->agree({m_who}));
        QVERIFY(m_scene->server().stop());
        VIGIE_OK(anna().call("report", reportOf(QStringLiteral("Before"))));
        QFile file(QStringLiteral("/proc/%1/root%2").arg(anna().pid()).arg(cacheFile()));
        QVERIFY(makeNoise(file));
        file.close();
        // Its log has nothing to give; and a long draft takes the reserve.
        const std::string log = file.fileName().toStdString() + "-wal";
        std::filesystem::create_hard_link(log, log + ".kept");
        LittleDisk disk(anna());
        QVERIFY(disk.fill());
        VIGIE_OK(anna().call("draft", {{QStringLiteral("place"), QStringLiteral("report")},
                                       {QStringLiteral("body"), QStringLiteral("typed ").repeated(100'000)}}));
        QVERIFY(disk.fill());
        QCOMPARE(errorOf(anna().call("list")), QStringLiteral("StoreCorrupt"));
        VIGIE_OK(anna().call("wait-ticket", {{QStringLiteral("title"), QStringLiteral("Before")}}));
        QCOMPARE(anna().call("status").value(QLatin1String("cacheReplaced")).toBool(), true);
        QVERIFY(disk.free());
        QVERIFY(m_scene->server().start());
        VIGIE_OK(anna().call("sync-now"));
        VIGIE_MUST(m_scene->agree({m_who}));
        const auto ledger = Ledger::read(m_scene->server().data());
        QVERIFY(ledger);
        QCOMPARE(ledger->count(QStringLiteral("Before")), 1);
        QCOMPARE(ledger->doubles(), QStringList());
    }

    void whereNoNewCacheCanBeMadeTypingIsKeptUntilOneCan()
    {
        VIGIE_MUST(m_scene->enter(m_who));
        VIGIE_MUST(m_scene->agree({m_who}));
        QVERIFY(m_scene->server().stop());
        VIGIE_OK(anna().call("report", reportOf(QStringLiteral("Before"))));
        const QString cache = cacheFile();
        QVERIFY(anna().quit());
        LittleDisk::pin(anna(), cache);
        QVERIFY(anna().start());
        VIGIE_OK(anna().call("open"));
        QFile file(QStringLiteral("/proc/%1/root%2").arg(anna().pid()).arg(cache));
        QVERIFY(makeNoise(file));
        file.close();
        QCOMPARE(errorOf(anna().call("list")), QStringLiteral("StoreCorrupt"));
        VIGIE_OK(anna().call("wait-status", {{QStringLiteral("phase"), QStringLiteral("Stopped")}}));

        const QJsonObject place{{QStringLiteral("place"), QStringLiteral("report")}};
        QJsonObject typed = place;
        typed.insert(QStringLiteral("body"), QStringLiteral("typed meanwhile"));
        VIGIE_OK(anna().call("draft", typed));
        QCOMPARE(anna().call("draft", place).value(QLatin1String("body")), typed.value(QLatin1String("body")));
        // What cannot be done now says why, and is not lost in silence.
        QCOMPARE(errorOf(anna().call("report", reportOf(QStringLiteral("Refused")))), QStringLiteral("StoreReadOnly"));
        QCOMPARE(anna().call("status").value(QLatin1String("waiting")).toInt(), 1);

        QVERIFY(LittleDisk::unpin(anna(), cache));
        VIGIE_OK(anna().call("sync-now"));
        VIGIE_OK(anna().call("wait-ticket", {{QStringLiteral("title"), QStringLiteral("Before")}}));
        QCOMPARE(anna().call("draft", place).value(QLatin1String("body")), typed.value(QLatin1String("body")));
        VIGIE_OK(anna().call("report", reportOf(QStringLiteral("After"))));
        QVERIFY(m_scene->server().start());
        VIGIE_OK(anna().call("sync-now"));
        VIGIE_MUST(m_scene->agree({m_who}));
        const auto ledger = Ledger::read(m_scene->server().data());
        QVERIFY(ledger);
        QCOMPARE(ledger->count(QStringLiteral("Before")), 1);
        QCOMPARE(ledger->count(QStringLiteral("After")), 1);
        QCOMPARE(ledger->count(QStringLiteral("Refused")), 0);
        QCOMPARE(ledger->doubles(), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestDiskTrouble)
#include "tst_disktrouble.moc"
