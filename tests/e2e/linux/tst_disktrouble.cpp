// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/harness/littledisk.h"
#include "tests/e2e/harness/scene.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

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
};

QTEST_GUILESS_MAIN(TestDiskTrouble)
#include "tst_disktrouble.moc"
