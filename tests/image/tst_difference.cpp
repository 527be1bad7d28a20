// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/difference.h"

#include <QColor>
#include <QTest>

using namespace vigie;

class TestDifference final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatDiffersIsMarked();
    void whatOnlyOneCoversDiffers();
};

void TestDifference::onlyWhatDiffersIsMarked()
{
    QImage first(20, 10, QImage::Format_RGB32);
    first.fill(QColor(100, 150, 200));
    QImage second = first.convertToFormat(QImage::Format_ARGB32);
    second.setPixelColor(3, 4, QColor(100, 150, 160));
    second.setPixelColor(5, 6, QColor(103, 150, 200)); // noise
    const QImage all = differenceOf(first, second, Qt::red);
    QCOMPARE(all.size(), first.size());
    for (int y = 0; y < all.height(); ++y) {
        for (int x = 0; x < all.width(); ++x) {
            const QColor seen = all.pixelColor(x, y);
            if (x == 3 && y == 4)
                QCOMPARE(seen, QColor(Qt::red));
            else
                QVERIFY(seen.red() == seen.green() && seen.green() == seen.blue());
        }
    }
}

void TestDifference::whatOnlyOneCoversDiffers()
{
    QImage wide(20, 5, QImage::Format_RGB32);
    QImage tall(10, 9, QImage::Format_RGB32);
    wide.fill(Qt::white);
    tall.fill(Qt::white);
    const QImage all = differenceOf(wide, tall, Qt::red);
    QCOMPARE(all.size(), QSize(20, 9));
    QCOMPARE(all.pixelColor(9, 4), QColor(Qt::white));
    QCOMPARE(all.pixelColor(10, 4), QColor(Qt::red));
    QCOMPARE(all.pixelColor(9, 5), QColor(Qt::red));
    QCOMPARE(all.pixelColor(19, 8), QColor(Qt::red));
}

QTEST_APPLESS_MAIN(TestDifference)
#include "tst_difference.moc"
