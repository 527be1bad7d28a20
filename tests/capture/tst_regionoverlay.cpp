// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/regionoverlay.h"
#include "app/capture/regionselector.h"
#include "tests/support/fakecapture.h"

#include <QApplication>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

using namespace vigie;

namespace {

/// An overlay that covers its screen, whatever the screen of the test is.
struct Covered {
    RegionOverlay overlay;
    QSignalSpy chosen{&overlay, &RegionOverlay::chosen};
    QSignalSpy cancelled{&overlay, &RegionOverlay::cancelled};

    Covered(qreal dpr, const QSize &pixels) :
        overlay(FakeCapture::screen(QStringLiteral("S"), QRect(QPoint(), pixels / dpr), dpr, pixels),
                false)
    {
        overlay.resize(pixels / dpr);
        overlay.show();
        overlay.setCurrent(true);
    }

    void mouse(QEvent::Type type, const QPointF &at, Qt::MouseButton button = Qt::LeftButton)
    {
        const bool up = type == QEvent::MouseButtonRelease;
        QMouseEvent event(type, at, overlay.mapToGlobal(at),
                          type == QEvent::MouseMove ? Qt::NoButton : button,
                          up ? Qt::NoButton : Qt::MouseButtons(button), Qt::NoModifier);
        QApplication::sendEvent(&overlay, &event);
    }
    void drag(const QPointF &from, const QPointF &to)
    {
        mouse(QEvent::MouseButtonPress, from);
        mouse(QEvent::MouseMove, (from + to) / 2);
        mouse(QEvent::MouseMove, to);
        mouse(QEvent::MouseButtonRelease, to);
    }
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier, int times = 1)
    {
        for (int i = 0; i < times; ++i)
            QTest::keyClick(&overlay, Qt::Key(key), modifiers);
    }
    [[nodiscard]] QRect rect() const { return chosen.value(0).value(0).toRect(); }
};

} // namespace

class RegionOverlayTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDragIsInNativePixels_data()
    {
        QTest::addColumn<qreal>("dpr");
        QTest::addColumn<QSize>("pixels");
        QTest::addColumn<QPointF>("from");
        QTest::addColumn<QPointF>("to");
        QTest::addColumn<QRect>("region");
        QTest::newRow("1") << 1.0 << QSize(800, 600) << QPointF(10, 20) << QPointF(109, 69)
                           << QRect(10, 20, 100, 50);
        QTest::newRow("1.5") << 1.5 << QSize(800, 600) << QPointF(10, 20) << QPointF(110, 70)
                             << QRect(15, 30, 151, 76);
        QTest::newRow("2") << 2.0 << QSize(480, 600) << QPointF(10, 20) << QPointF(110, 70)
                           << QRect(20, 40, 201, 101);
        QTest::newRow("backwards") << 2.0 << QSize(480, 600) << QPointF(110, 70) << QPointF(10, 20)
                                   << QRect(20, 40, 201, 101);
        QTest::newRow("over the edge") << 2.0 << QSize(480, 600) << QPointF(200, 200)
                                       << QPointF(9000, 9000) << QRect(400, 400, 80, 200);
    }
    void aDragIsInNativePixels()
    {
        QFETCH(qreal, dpr);
        QFETCH(QSize, pixels);
        QFETCH(QPointF, from);
        QFETCH(QPointF, to);
        QFETCH(QRect, region);
        Covered on(dpr, pixels);
        on.drag(from, to);
        QCOMPARE(on.chosen.size(), 1);
        QCOMPARE(on.rect(), region);
    }

    void aClickTakesTheWholeScreen()
    {
        Covered on(1.5, QSize(800, 600));
        on.mouse(QEvent::MouseButtonPress, {100, 100});
        on.mouse(QEvent::MouseButtonRelease, {101, 100});
        QCOMPARE(on.rect(), QRect(0, 0, 800, 600));
    }

    void spaceTakesTheWholeScreen()
    {
        Covered on(2, QSize(480, 600));
        on.key(Qt::Key_Space);
        QCOMPARE(on.rect(), QRect(0, 0, 480, 600));
    }

    void aRegionIsDrawnWithTheKeyboardAlone()
    {
        Covered on(2, QSize(480, 600));
        QCOMPARE(on.overlay.pixel(), QPoint(239, 299));
        on.key(Qt::Key_Left, Qt::ShiftModifier, 3);
        on.key(Qt::Key_Up);
        QCOMPARE(on.overlay.pixel(), QPoint(209, 298));
        on.key(Qt::Key_Return);
        QCOMPARE(on.overlay.selection(), QRect(209, 298, 1, 1));
        on.key(Qt::Key_Right, Qt::ShiftModifier, 4);
        on.key(Qt::Key_Down, Qt::NoModifier, 9);
        QCOMPARE(on.chosen.size(), 0);
        on.key(Qt::Key_Enter);
        QCOMPARE(on.rect(), QRect(209, 298, 41, 10));
    }

    void thePointStopsAtTheEdges()
    {
        Covered on(1, QSize(30, 20));
        on.key(Qt::Key_Right, Qt::ShiftModifier, 9);
        on.key(Qt::Key_Down, Qt::ShiftModifier, 9);
        QCOMPARE(on.overlay.pixel(), QPoint(29, 19));
        on.key(Qt::Key_Left, Qt::ShiftModifier, 9);
        on.key(Qt::Key_Up, Qt::ShiftModifier, 9);
        QCOMPARE(on.overlay.pixel(), QPoint(0, 0));
    }

    void escapeAndTheRightButtonCancel()
    {
        Covered on(1, QSize(300, 200));
        on.key(Qt::Key_Escape);
        QCOMPARE(on.cancelled.size(), 1);
        on.mouse(QEvent::MouseButtonPress, {10, 10}, Qt::RightButton);
        on.mouse(QEvent::MouseButtonRelease, {10, 10}, Qt::RightButton);
        QCOMPARE(on.cancelled.size(), 2);
        QCOMPARE(on.chosen.size(), 0);
    }

    void theChosenPartIsBrightAndTheRestDim()
    {
        Covered on(1, QSize(600, 400));
        on.mouse(QEvent::MouseButtonPress, {50, 250});
        on.mouse(QEvent::MouseMove, {150, 300});
        const QImage picture = on.overlay.grab().toImage();
        QCOMPARE(picture.pixel(100, 280), FakeCapture::colorAt(100, 280));
        const QRgb outside = picture.pixel(300, 200);
        QVERIFY(qRed(outside) < qRed(FakeCapture::colorAt(300, 200)));
        QVERIFY(qGreen(outside) < qGreen(FakeCapture::colorAt(300, 200)));
    }

    void movingPaintsAsMuchAsPaintingEverything()
    {
        // Only what moved is painted again; nothing old may stay behind.
        Covered on(1, QSize(600, 400));
        QVERIFY(QTest::qWaitForWindowExposed(&on.overlay));
        on.mouse(QEvent::MouseButtonPress, {300, 200});
        QImage stepwise(600, 400, QImage::Format_RGB32);
        on.overlay.render(&stepwise);
        for (const QPointF &at : {QPointF(350, 220), QPointF(20, 390), QPointF(590, 5),
                                  QPointF(310, 205), QPointF(100, 300)}) {
            QRegion changed;
            class Watcher final : public QObject
            {
            public:
                QRegion *region = nullptr;
                bool eventFilter(QObject *, QEvent *event) override
                {
                    if (event->type() == QEvent::Paint)
                        *region += static_cast<QPaintEvent *>(event)->region();
                    return false;
                }
            } watcher;
            watcher.region = &changed;
            on.overlay.installEventFilter(&watcher);
            on.mouse(QEvent::MouseMove, at);
            QTRY_VERIFY(!changed.isEmpty());
            on.overlay.removeEventFilter(&watcher);
            on.overlay.render(&stepwise, changed.boundingRect().topLeft(), changed);
            QImage whole(600, 400, QImage::Format_RGB32);
            on.overlay.render(&whole);
            QCOMPARE(stepwise, whole);
        }
    }

    void theOverlayHasAName()
    {
        Covered on(1, QSize(300, 200));
        QVERIFY(on.overlay.accessibleName().contains(QLatin1Char('S')));
        QVERIFY(!on.overlay.accessibleDescription().isEmpty());
    }

    void tabGoesFromScreenToScreen()
    {
        RegionSelector selector({FakeCapture::screen(QStringLiteral("A"), {0, 0, 300, 200}, 1,
                                                     {300, 200}),
                                 FakeCapture::screen(QStringLiteral("B"), {300, 0, 200, 100}, 2,
                                                     {400, 200})});
        QSignalSpy selected(&selector, &RegionSelector::selected);
        selector.start();
        const QList<RegionOverlay *> both = selector.overlays();
        QCOMPARE(both.size(), 2);
        const int first = both.at(0)->isCurrent() ? 0 : 1;
        QTest::keyClick(both.at(first), Qt::Key_Tab);
        QVERIFY(both.at(1 - first)->isCurrent());
        QVERIFY(!both.at(first)->isCurrent());
        QTest::keyClick(both.at(1 - first), Qt::Key_Backtab, Qt::ShiftModifier);
        QVERIFY(both.at(first)->isCurrent());
        QTest::keyClick(both.at(first), Qt::Key_Space);
        QTest::keyClick(both.at(first), Qt::Key_Space); // once is enough
        QCOMPARE(selected.size(), 1);
        QCOMPARE(selected.first().at(0).toInt(), first);
        QCOMPARE(selected.first().at(1).toRect().size(), first == 0 ? QSize(300, 200)
                                                                    : QSize(400, 200));
    }
};

QTEST_MAIN(RegionOverlayTest)
#include "tst_regionoverlay.moc"
