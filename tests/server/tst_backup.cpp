// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/backup/backup.h"
#include "tests/server/world.h"

#include <QDirIterator>

using namespace vigie;
using namespace vigie::server;

namespace {

struct Site : World {
    TicketId ticket;
    QString sha256;

    Site() : World(Place::Disk)
    {
        ticket = reported(anna);
        AddMessage add = words(QStringLiteral("with a file"));
        add.attachments = {file(anna, QByteArray(5000, 'f'))};
        sha256 = add.attachments[0].sha256;
        send(anna, ticket, add);
        send(ada, ticket, words(QStringLiteral("thought"), MessageKind::Note));
    }
    [[nodiscard]] QString data() const { return options().folder; }
    [[nodiscard]] QString place(const char *name) const
    {
        return folder.path() + QLatin1Char('/') + QLatin1String(name);
    }
    Result<Manifest> backup(const char *name)
    {
        return makeBackup(desk->store(), data(), place(name), clock.at);
    }
};

void flipByte(const QString &path, qint64 at)
{
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(at));
    char byte = 0;
    QVERIFY(file.getChar(&byte) && file.seek(at) && file.putChar(char(byte ^ 1)));
}

} // namespace

/// A backup is unverified until every byte of it was read.
class TestBackup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBackupHoldsEverythingAndVerifies()
    {
        Site s;
        const auto made = s.backup("backup");
        QVERIFY2(made, made ? "" : qPrintable(toLog(made.error())));
        QCOMPARE(made->counts.value(QStringLiteral("message")), 3);
        QCOMPARE(made->blobBytes, 5000);
        const auto verified = verifyBackup(s.place("backup"));
        QVERIFY2(verified, verified ? "" : qPrintable(toLog(verified.error())));
        QCOMPARE(*verified, *made);
        QVERIFY(!QFile::exists(s.place("backup.partial")));
        QCOMPARE(s.backup("backup").error().code, ErrorCode::Invalid);
    }

    void theServerGoesOnWhileItIsBackedUp()
    {
        Site s;
        QVERIFY(s.backup("backup"));
        QCOMPARE(s.send(s.anna, s.ticket, s.words(QStringLiteral("later"))).status,
                 wire::OpStatus::Applied);
        QCOMPARE(verifyBackup(s.place("backup"))->counts.value(QStringLiteral("message")), 3);
        World::must(verifyData(s.desk->store(), s.data()));
    }

    void oneFlippedByteAnywhereIsRefused()
    {
        Site s;
        QVERIFY(s.backup("backup"));
        QVERIFY(verifyBackup(s.place("backup")));
        QStringList files;
        QDirIterator it(s.place("backup"), QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext())
            files.append(it.next());
        QCOMPARE(files.size(), 3);
        SeededRng rng(3);
        for (const QString &path : files) {
            for (int i = 0; i < 40; ++i) {
                const auto at = qint64(rng.below(quint64(QFileInfo(path).size() - 1)));
                flipByte(path, at);
                const auto refused = verifyBackup(s.place("backup"));
                QVERIFY2(!refused, qPrintable(QStringLiteral("%1 byte %2").arg(path).arg(at)));
                QVERIFY(!refused.error().detail.isEmpty());
                flipByte(path, at);
            }
        }
        QVERIFY(verifyBackup(s.place("backup")));
    }

    void aMissingFileIsNamed()
    {
        Site s;
        QVERIFY(s.backup("backup"));
        QVERIFY(QFile::remove(blobPath(s.place("backup"), s.sha256)));
        const auto refused = verifyBackup(s.place("backup"));
        QCOMPARE(refused.error().code, ErrorCode::StoreCorrupt);
        QVERIFY(refused.error().detail.contains(s.sha256));
        QCOMPARE(verifyBackup(s.place("nothing")).error().code, ErrorCode::NotFound);
    }

    void aRestoredServerServesUnderANewEpoch()
    {
        Site s;
        s.pull(s.anna);
        s.pull(s.ada);
        QVERIFY(s.backup("backup"));
        const QString epoch = *s.desk->store().epoch();
        s.send(s.ada, s.ticket, s.words(QStringLiteral("lost with the disk")));
        s.desk.reset();
        QVERIFY(QDir().rename(s.data(), s.data() + QStringLiteral("-burnt")));
        const auto restored = restoreBackup(s.place("backup"), s.data(), s.rng, s.clock.at);
        QVERIFY2(restored, restored ? "" : qPrintable(toLog(restored.error())));
        s.open();
        QVERIFY(*s.desk->store().epoch() != epoch);
        World::must(verifyData(s.desk->store(), s.data()));
        QVERIFY(s.exchange(s.anna, {}, true).timeTravel);
        s.anna.feeds.clear();
        s.anna.rows.clear();
        s.anna.epoch.clear();
        QVERIFY(s.pull(s.anna) > 0);
        QCOMPARE(s.desk->blobs().read(s.anna.person, s.ticket, s.sha256, 0, 9999)->bytes,
                 QByteArray(5000, 'f'));
        QVERIFY(verifyBackup(s.place("backup")));
    }

    void restoringNeitherOverwritesNorTrustsBlindly()
    {
        Site s;
        QVERIFY(s.backup("backup"));
        QCOMPARE(restoreBackup(s.place("backup"), s.data(), s.rng, 0).error().code,
                 ErrorCode::Invalid);
        flipByte(blobPath(s.place("backup"), s.sha256), 17);
        QCOMPARE(restoreBackup(s.place("backup"), s.place("new"), s.rng, 0).error().code,
                 ErrorCode::StoreCorrupt);
        QVERIFY(!QFile::exists(databasePath(s.place("new"))));
    }

    void tamperingWithTheDataInUseIsFound_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("audit row edited")
            << QStringLiteral("UPDATE audit SET after = '{}' WHERE seq = 6");
        QTest::newRow("audit row removed") << QStringLiteral("DELETE FROM audit WHERE seq = 6");
        QTest::newRow("feed entry edited")
            << QStringLiteral("UPDATE feed_entry SET cause = 'x' WHERE seq = 1");
        QTest::newRow("file forgotten") << QStringLiteral("DELETE FROM blob_owner");
    }
    void tamperingWithTheDataInUseIsFound()
    {
        QFETCH(QString, statement);
        Site s;
        World::must(verifyData(s.desk->store(), s.data()));
        World::must(s.desk->store().database().run(statement));
        if (statement.contains(QStringLiteral("blob_owner"))) {
            World::must(s.desk->store().database().run(QStringLiteral("DELETE FROM blob")));
        }
        QCOMPARE(verifyData(s.desk->store(), s.data()).error().code, ErrorCode::StoreCorrupt);
    }
};

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"
