// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/desktoplayout.h"
#include "app/capture/pixelmap.h"
#include "core/base/limits.h"
#include "tests/support/fakecapture.h"

#include <QTest>

using namespace vigie;

namespace {

CapturedScreen plain(const QRect &logical, qreal dpr, const QSize &pixels)
{
    return FakeCapture::screen(QString(), logical, dpr, pixels);
}

} // namespace

class DesktopLayoutTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nativeOriginsAreKeptAsTheyAre()
    {
        // X11 with factors 1.5 and 1: 800 pixels are 533 units, and the next screen starts at 800.
        const QList<QRect> places =
            desktoplayout::nativePlaces({plain({0, 0, 533, 400}, 1.5, {800, 600}),
                                         plain({800, 0, 480, 600}, 1, {480, 600})});
        QCOMPARE(places, (QList<QRect>{{0, 0, 800, 600}, {800, 0, 480, 600}}));
    }

    void aDiagonalNeighbourStaysWhereItIs()
    {
        const QList<QRect> places =
            desktoplayout::nativePlaces({plain({0, 0, 400, 300}, 2, {800, 600}),
                                         plain({400, 600, 300, 200}, 1, {300, 200})});
        QCOMPARE(places, (QList<QRect>{{0, 0, 800, 600}, {400, 600, 300, 200}}));
    }

    void screensCountedInPointsAreGivenRoom()
    {
        // macOS: a Retina screen, one to its right, one below.
        const QList<QRect> places = desktoplayout::nativePlaces(
            {plain({0, 0, 400, 300}, 2, {800, 600}), plain({400, 0, 300, 200}, 1, {300, 200}),
             plain({0, 300, 400, 300}, 1, {400, 300})});
        QCOMPARE(places, (QList<QRect>{{0, 0, 800, 600}, {800, 0, 300, 200}, {0, 600, 400, 300}}));
    }

    void screensLeftOfTheFirstCountFromZero()
    {
        const QList<QRect> places =
            desktoplayout::nativePlaces({plain({0, 0, 300, 200}, 1, {300, 200}),
                                         plain({-400, -50, 400, 300}, 1, {400, 300})});
        QCOMPARE(places, (QList<QRect>{{400, 50, 300, 200}, {0, 0, 400, 300}}));
    }

    void theCompositeHoldsEveryNativePixel()
    {
        const QImage all =
            desktoplayout::composite({plain({0, 0, 533, 400}, 1.5, {800, 600}),
                                      plain({800, 100, 240, 300}, 2, {480, 600})});
        QCOMPARE(all.size(), QSize(1280, 700));
        QCOMPARE(all.pixel(799, 599), FakeCapture::colorAt(799, 599));
        QCOMPARE(all.pixel(800, 100), FakeCapture::colorAt(0, 0));
        QCOMPARE(all.pixel(1279, 699), FakeCapture::colorAt(479, 599));
        QCOMPARE(all.pixel(800, 99), qRgb(0, 0, 0));
    }

    void aDesktopTooLargeForAPictureIsNone()
    {
        const int side = limits::kCaptureSidePixels;
        QVERIFY(desktoplayout::composite({plain({0, 0, 10, 10}, 1, {10, 10}),
                                          plain({side, 0, 10, 10}, 1, {10, 10})})
                    .isNull());
        QVERIFY(desktoplayout::composite({}).isNull());
    }

    void aPortalsPictureIsCutIntoScreens()
    {
        const QImage desktop = plain({}, 1, {1500, 750}).pixels;
        const QList<CapturedScreen> screens = desktoplayout::split(
            desktop, {{QStringLiteral("A"), {0, 0, 600, 500}, 1},
                      {QStringLiteral("B"), {600, 100, 400, 400}, 1}});
        QCOMPARE(screens.size(), 2);
        QCOMPARE(screens.at(0).pixels.size(), QSize(900, 750));
        QCOMPARE(screens.at(1).pixels.size(), QSize(600, 600));
        QCOMPARE(screens.at(1).pixels.pixel(0, 0), FakeCapture::colorAt(900, 150));
        QCOMPARE(screens.at(1).dpr, 1.5);
        QCOMPARE(screens.at(1).name, QStringLiteral("B"));
    }

    void aPictureThatFitsNoArrangementStaysWhole()
    {
        const QImage desktop = plain({}, 1, {1000, 400}).pixels;
        const QList<CapturedScreen> screens = desktoplayout::split(
            desktop, {{QStringLiteral("A"), {0, 0, 600, 500}, 1},
                      {QStringLiteral("B"), {600, 0, 400, 500}, 1}});
        QCOMPARE(screens.size(), 1);
        QCOMPARE(screens.first().pixels.size(), QSize(1000, 400));
        QCOMPARE(screens.first().name, QString());
    }

    void theOnlyScreenKeepsItsNameAndScale()
    {
        const QList<CapturedScreen> screens =
            desktoplayout::split(plain({}, 1, {800, 600}).pixels,
                                 {{QStringLiteral("A"), {0, 0, 533, 400}, 1.5}});
        QCOMPARE(screens.size(), 1);
        QCOMPARE(screens.first().name, QStringLiteral("A"));
        QVERIFY(qAbs(screens.first().dpr - 1.5) < 0.01);
    }

    void aWindowBelongsToTheScreenThatShowsMostOfIt()
    {
        const QList<CapturedScreen> screens{plain({0, 0, 800, 600}, 1, {800, 600}),
                                            plain({800, 0, 240, 300}, 2, {480, 600})};
        const auto across = desktoplayout::place({700, 50, 300, 100}, false, screens);
        QVERIFY(across);
        QCOMPARE(across->screen, 1);
        QCOMPARE(across->pixels, QRect(0, 50, 200, 100));
        QVERIFY(!desktoplayout::place({-500, -500, 100, 100}, false, screens));
    }

    void aWindowInPointsIsScaledToPixels()
    {
        const auto window = desktoplayout::place({410, 10, 100, 50}, true,
                                                 {plain({0, 0, 400, 300}, 1, {400, 300}),
                                                  plain({400, 0, 400, 300}, 2, {800, 600})});
        QVERIFY(window);
        QCOMPARE(window->screen, 1);
        QCOMPARE(window->pixels, QRect(20, 20, 200, 100));
    }

    void everyPixelOfAScreenCanBePointedAt_data()
    {
        QTest::addColumn<qreal>("dpr");
        QTest::addColumn<QSize>("pixels");
        QTest::addColumn<QSize>("window");
        QTest::newRow("1") << 1.0 << QSize(800, 600) << QSize(800, 600);
        QTest::newRow("1.5") << 1.5 << QSize(800, 601) << QSize(533, 400);
        QTest::newRow("1.25") << 1.25 << QSize(1921, 1079) << QSize(1537, 863);
        QTest::newRow("2") << 2.0 << QSize(480, 600) << QSize(240, 300);
    }
    void everyPixelOfAScreenCanBePointedAt()
    {
        QFETCH(qreal, dpr);
        QFETCH(QSize, pixels);
        QFETCH(QSize, window);
        const PixelMap map(pixels, dpr, window);
        QCOMPARE(map.scale(), dpr);
        for (int x = 0; x < pixels.width(); ++x) {
            const QRectF box = map.toWindow(QRect(x, 0, 1, 1));
            QCOMPARE(map.pixelAt(box.center()), QPoint(x, 0));
        }
        QCOMPARE(map.pixelAt(QPointF(-5, -5)), QPoint(0, 0));
        QCOMPARE(map.pixelAt(QPointF(1e6, 1e6)),
                 QPoint(pixels.width() - 1, pixels.height() - 1));
    }

    void aWholeDesktopIsFittedIntoOneWindow()
    {
        const PixelMap map(QSize(1600, 600), 1, QSize(800, 600));
        QCOMPARE(map.scale(), 2.0);
        QCOMPARE(map.origin(), QPointF(0, 150));
        QCOMPARE(map.pixelAt(QPointF(400, 300)), QPoint(800, 300));
        QCOMPARE(map.toWindow(QRect(0, 0, 1600, 600)), QRectF(0, 150, 800, 300));
    }
};

QTEST_APPLESS_MAIN(DesktopLayoutTest)
#include "tst_desktoplayout.moc"
