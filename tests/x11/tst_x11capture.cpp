// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/capturecoordinator.h"
#include "tests/x11/otherprogram.h"
#include "tests/x11/xserver.h"

#include <QApplication>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>

using namespace vigie;

namespace {

constexpr QRgb kSentinel = qRgb(0xfe, 0x01, 0xfd); ///< in our window and nowhere else
constexpr QRgb kForeign = qRgb(0x20, 0x90, 0x40);

qint64 count(const QImage &picture, QRgb color)
{
    qint64 found = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            found += picture.pixel(x, y) == color ? 1 : 0;
    }
    return found;
}

/// Where a colour is.
QRect boxOf(const QImage &picture, QRgb color)
{
    QRect box;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (picture.pixel(x, y) == color)
                box |= QRect(x, y, 1, 1);
        }
    }
    return box;
}

} // namespace

class X11CaptureTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_backend.reset(CaptureBackend::create(nullptr));
        m_finished = std::make_unique<QSignalSpy>(m_backend.get(), &CaptureBackend::finished);
        m_other.movePointer({1, 1});
    }
    void cleanup()
    {
        m_other.setActive(XCB_WINDOW_NONE);
        m_finished.reset();
        m_backend.reset();
    }

    void thePointerIsWhereTheMouseIs()
    {
        QVERIFY(m_backend->capabilities().pointer);
        m_other.movePointer({300, 200});
        m_backend->request({});
        QTRY_COMPARE(m_finished->size(), 1);
        const auto result = m_finished->first().first().value<CaptureResult>();
        QVERIFY(result.pointer.has_value());
        const CapturedPointer &pointer = *result.pointer;
        QCOMPARE(pointer.screen, 0);
        // The tip is inside the shape.
        QVERIFY(QRect(pointer.at, pointer.picture.size()).contains(300, 200));
        qint64 visible = 0;
        for (int y = 0; y < pointer.picture.height(); ++y) {
            for (int x = 0; x < pointer.picture.width(); ++x)
                visible += qAlpha(pointer.picture.pixel(x, y)) > 0 ? 1 : 0;
        }
        QVERIFY(visible > 10);
    }

    void ourOwnWindowIsNotInThePicture()
    {
        QWidget window;
        QPalette palette;
        palette.setColor(QPalette::Window, QColor(kSentinel));
        window.setPalette(palette);
        window.setGeometry(100, 100, 400, 300);
        window.show();
        // The test could not fail without this: the window is there before, and after.
        QTRY_VERIFY(count(screenNow(), kSentinel) >= 400 * 300);

        CaptureCoordinator coordinator(*m_backend);
        QSignalSpy taken(&coordinator, &CaptureCoordinator::taken);
        coordinator.take(CaptureWish{CaptureWish::Kind::Desktop, 0, {}});
        QTRY_COMPARE(taken.size(), 1);
        const QImage picture = taken.first().first().value<QList<Shot>>().first().picture;
        QCOMPARE(picture.size(), QSize(1280, 800));
        QCOMPARE(count(picture, kSentinel), 0);
        QTRY_VERIFY(count(screenNow(), kSentinel) >= 400 * 300);
        QCOMPARE(window.geometry(), QRect(100, 100, 400, 300));
    }

    void thePictureShowsOtherProgramsPixelForPixel()
    {
        const xcb_window_t foreign = m_other.open({301, 203, 77, 55}, kForeign);
        const CaptureResult result = capture();
        m_other.close(foreign);
        QVERIFY(!result.trouble);
        QCOMPARE(result.screens.size(), 1);
        QCOMPARE(result.screens.first().pixels.size(), QSize(1280, 800));
        QCOMPARE(result.screens.first().name, QGuiApplication::primaryScreen()->name());
        QCOMPARE(boxOf(result.screens.first().pixels, kForeign), QRect(301, 203, 77, 55));
    }

    void theActiveWindowIsFoundWithItsFrame()
    {
        QVERIFY(m_backend->capabilities().activeWindow);
        const xcb_window_t foreign = m_other.open({300, 200, 200, 100}, kForeign);
        m_other.setNumbers(foreign, "_NET_FRAME_EXTENTS", {1, 2, 30, 4});
        m_other.setActive(foreign);
        const CaptureResult result = capture();
        m_other.close(foreign);
        QVERIFY(result.activeWindow);
        QCOMPARE(result.activeWindow->screen, 0);
        QCOMPARE(result.activeWindow->pixels, QRect(299, 170, 203, 134));
    }

    void aShadowIsNotAPartOfTheWindow()
    {
        const xcb_window_t foreign = m_other.open({300, 200, 200, 100}, kForeign);
        m_other.setNumbers(foreign, "_GTK_FRAME_EXTENTS", {10, 11, 12, 13});
        m_other.setActive(foreign);
        const CaptureResult result = capture();
        m_other.close(foreign);
        QVERIFY(result.activeWindow);
        QCOMPARE(result.activeWindow->pixels, QRect(310, 212, 179, 75));
    }

    void aWindowOverTheEdgeIsCutThere()
    {
        const xcb_window_t foreign = m_other.open({1200, 750, 200, 100}, kForeign);
        m_other.setActive(foreign);
        const CaptureResult result = capture();
        m_other.close(foreign);
        QVERIFY(result.activeWindow);
        QCOMPARE(result.activeWindow->pixels, QRect(1200, 750, 80, 50));
    }

    void noWindowInFrontIsNoWindow()
    {
        QVERIFY(!capture().activeWindow);
        // Hidden, gone, ours, and nonsense from a window manager.
        const xcb_window_t foreign = m_other.open({300, 200, 200, 100}, kForeign);
        m_other.setActive(foreign);
        m_other.unmap(foreign);
        QVERIFY(!capture().activeWindow);
        m_other.close(foreign);
        QVERIFY(!capture().activeWindow);
        QWidget ours;
        ours.setGeometry(10, 10, 100, 100);
        ours.show();
        QVERIFY(QTest::qWaitForWindowExposed(&ours));
        m_other.setActive(xcb_window_t(ours.winId()));
        QVERIFY(!capture().activeWindow);
    }

    void absurdFramesAreIgnored()
    {
        const xcb_window_t foreign = m_other.open({300, 200, 200, 100}, kForeign);
        m_other.setNumbers(foreign, "_NET_FRAME_EXTENTS", {0xffffffff, 2, 30, 4});
        m_other.setNumbers(foreign, "_GTK_FRAME_EXTENTS", {500, 500, 0, 0});
        m_other.setActive(foreign);
        const CaptureResult result = capture();
        m_other.close(foreign);
        QVERIFY(result.activeWindow);
        QCOMPARE(result.activeWindow->pixels, QRect(300, 200, 200, 100));
    }

    void aRegionIsDraggedOnTheRealScreen()
    {
        const xcb_window_t foreign = m_other.open({300, 200, 200, 100}, kForeign);
        CaptureCoordinator coordinator(*m_backend);
        QSignalSpy taken(&coordinator, &CaptureCoordinator::taken);
        coordinator.take(CaptureWish{});
        QTRY_VERIFY(overlayIsShown());
        m_other.movePointer({290, 190});
        m_other.button(1, true);
        m_other.movePointer({400, 300});
        m_other.movePointer({509, 309});
        m_other.button(1, false);
        QTRY_COMPARE(taken.size(), 1);
        m_other.close(foreign);
        const QImage picture = taken.first().first().value<QList<Shot>>().first().picture;
        QCOMPARE(picture.size(), QSize(220, 120));
        QCOMPARE(boxOf(picture, kForeign), QRect(10, 10, 200, 100));
    }

private:
    [[nodiscard]] static QImage screenNow()
    {
        return QGuiApplication::primaryScreen()->grabWindow(0).toImage();
    }
    [[nodiscard]] static bool overlayIsShown()
    {
        for (const QWindow *window : QGuiApplication::topLevelWindows()) {
            if (window->isExposed() && window->geometry().size() == QSize(1280, 800))
                return true;
        }
        return false;
    }
    [[nodiscard]] CaptureResult capture()
    {
        m_finished->clear();
        m_backend->request({});
        if (!QTest::qWaitFor([this] { return m_finished->size() == 1; }))
            return {};
        return m_finished->first().first().value<CaptureResult>();
    }

    OtherProgram m_other;
    std::unique_ptr<CaptureBackend> m_backend;
    std::unique_ptr<QSignalSpy> m_finished;
};

int main(int argc, char **argv)
{
    XServer server;
    if (!server.start(QStringLiteral("1280x800")))
        return 1;
    QApplication application(argc, argv);
    X11CaptureTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_x11capture.moc"
