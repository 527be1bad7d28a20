// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/capturecoordinator.h"
#include "tests/support/sanitized.h"

#include <QApplication>
#include <QDir>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>
#include <algorithm>

using namespace vigie;

namespace {

constexpr QRgb kSentinel = qRgb(0xff, 0x00, 0xc0);
constexpr int kPatienceMs = 30'000 * (kSanitized ? 3 : 1);

qint64 pixelsOf(const QImage &image, QRgb color)
{
    const QImage plain = image.convertToFormat(QImage::Format_RGB32);
    qint64 count = 0;
    for (int y = 0; y < plain.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(plain.constScanLine(y));
        count += std::count(line, line + plain.width(), color);
    }
    return count;
}

} // namespace

/// Pictures of the screen on a real Wayland desktop, through its real portal. wayland.sh starts
/// both.
class WaylandCaptureTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(QGuiApplication::platformName(), QStringLiteral("wayland"));
        m_backend.reset(CaptureBackend::create(nullptr));
        m_window = std::make_unique<QWidget>();
        QPalette palette;
        palette.setColor(QPalette::Window, QColor(kSentinel));
        m_window->setPalette(palette);
        m_window->setAutoFillBackground(true);
    }
    void cleanupTestCase()
    {
        m_window.reset();
        m_backend.reset();
    }

    void thePortalGivesTheScreenInItsOwnPixelsAndLeavesNoFileBehind()
    {
        const QDir temporary = QDir::temp();
        const QStringList before = temporary.entryList(QDir::Files);
        m_window->showFullScreen();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get(), kPatienceMs));
        CaptureResult result;
        // The window is on the screen a moment after it was told so.
        QVERIFY(QTest::qWaitFor(
            [&] {
                result = capture();
                return result.trouble
                    || pixelsOf(result.screens.value(0).pixels, kSentinel) > 0;
            },
            kPatienceMs));
        QVERIFY(!result.trouble);
        QCOMPARE(result.screens.size(), 1);
        const QScreen *screen = QGuiApplication::primaryScreen();
        const QImage &picture = result.screens.first().pixels;
        QCOMPARE(picture.size(), QSize(1280, 720));
        QCOMPARE(result.screens.first().dpr, screen->devicePixelRatio());
        QCOMPARE(pixelsOf(picture, kSentinel), qint64(1280) * 720);
        QCOMPARE(temporary.entryList(QDir::Files), before);
        QVERIFY(!m_backend->capabilities().activeWindow);
    }

    void ourOwnWindowIsNotInThePicture()
    {
        QVERIFY(m_window->isVisible());
        CaptureCoordinator coordinator(*m_backend);
        QSignalSpy taken(&coordinator, &CaptureCoordinator::taken);
        QSignalSpy failed(&coordinator, &CaptureCoordinator::failed);
        CaptureWish wish;
        wish.kind = CaptureWish::Kind::Screen;
        coordinator.take(wish);
        QVERIFY(QTest::qWaitFor([&] { return !taken.isEmpty() || !failed.isEmpty(); }, kPatienceMs));
        QCOMPARE(taken.size(), 1);
        const auto shots = taken.first().first().value<QList<Shot>>();
        QCOMPARE(shots.size(), 1);
        QCOMPARE(shots.first().picture.size(), QSize(1280, 720));
        QCOMPARE(pixelsOf(shots.first().picture, kSentinel), qint64(0));
        QVERIFY(m_window->isVisible());
    }

private:
    [[nodiscard]] CaptureResult capture()
    {
        QSignalSpy finished(m_backend.get(), &CaptureBackend::finished);
        m_backend->request({});
        if (!finished.wait(kPatienceMs)) {
            CaptureResult none;
            none.trouble = CaptureTrouble::TimedOut;
            return none;
        }
        return finished.first().first().value<CaptureResult>();
    }

    std::unique_ptr<CaptureBackend> m_backend;
    std::unique_ptr<QWidget> m_window;
};

QTEST_MAIN(WaylandCaptureTest)
#include "tst_waylandcapture.moc"
