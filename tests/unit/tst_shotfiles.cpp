// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/shotfiles.h"

#include <QTest>

using namespace vigie;

namespace {

Attachment file(const char *name, qint64 size = 1)
{
    return {QString(64, QLatin1Char('a')), QString::fromUtf8(name), {}, size};
}

QStringList namesOf(const QList<ShownFile> &shown)
{
    QStringList names;
    for (const ShownFile &one : shown)
        names.append(one.flat.name);
    return names;
}

} // namespace

class TestShotFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFilesOfAShotBecomeOne()
    {
        const QList<Attachment> files{file("Capture d’écran 1.png", 5),
                                      file("Capture d’écran 1.base.png", 4),
                                      file("Capture d’écran 1.annotations.json", 3),
                                      file("log.txt")};
        const QList<ShownFile> shown = foldShots(files);
        QCOMPARE(shown.size(), 2);
        QVERIFY(shown[0].isShot());
        QCOMPARE(shown[0].picture().name, files[1].name);
        QCOMPARE(shown[0].files(), files.mid(0, 3));
        QCOMPARE(shown[0].size(), 12);
        QVERIFY(!shown[1].isShot());
        QCOMPARE(shown[1].files(), files.mid(3));
    }

    void aShotWithoutABaseIsItsOwn()
    {
        const QList<ShownFile> shown =
            foldShots({file("a.annotations.json"), file("other.png"), file("a.png")});
        QCOMPARE(namesOf(shown), QStringList({QStringLiteral("other.png"), QStringLiteral("a.png")}));
        QVERIFY(shown[1].isShot());
        QCOMPARE(shown[1].picture().name, QStringLiteral("a.png"));
    }

    void filesWithoutAPictureStayWhatTheyAre()
    {
        const QList<Attachment> files{file("a.annotations.json"), file("b.base.png"),
                                      file("c.jpg"), file("c.annotations.json"), file(".png")};
        const QList<ShownFile> shown = foldShots(files);
        QCOMPARE(shown.size(), files.size());
        for (const ShownFile &one : shown)
            QVERIFY(!one.isShot());
    }

    void twoShotsOfOneNameKeepTheirOwnFiles()
    {
        QList<Attachment> files{file("a.png", 1), file("a.base.png", 2),
                                file("a.annotations.json", 3), file("a.png", 10),
                                file("a.base.png", 20), file("a.annotations.json", 30)};
        const QList<ShownFile> shown = foldShots(files);
        QCOMPARE(shown.size(), 2);
        QCOMPARE(shown[0].size(), 6);
        QCOMPARE(shown[1].size(), 60);
    }

    void noFileIsLostOrShownTwice()
    {
        // Every list of up to four out of these names.
        const QList<const char *> names{"a.png", "a.base.png", "a.annotations.json",
                                        "a.base.annotations.json", "a.base.base.png"};
        const int n = int(names.size());
        for (int code = 0; code < n * n * n * n; ++code) {
            QList<Attachment> files;
            for (int rest = code, i = 0; i < 4; ++i, rest /= n)
                files.append(file(names[rest % n], 1 << i));
            qint64 seen = 0;
            for (const ShownFile &one : foldShots(files)) {
                for (const Attachment &part : one.files()) {
                    QVERIFY(!(seen & part.size));
                    seen |= part.size;
                }
            }
            QCOMPARE(seen, 15);
        }
    }

    void aShotCanBeRenamed()
    {
        const ShownFile shot =
            foldShots({file("a.png"), file("a.base.png"), file("a.annotations.json")}).first();
        const ShownFile renamed = renamedShot(shot, QStringLiteral("b"));
        QCOMPARE(foldShots(renamed.files()), QList<ShownFile>{renamed});
        QCOMPARE(shotStem(renamed.flat.name), QStringLiteral("b"));
    }
};

QTEST_GUILESS_MAIN(TestShotFiles)
#include "tst_shotfiles.moc"
