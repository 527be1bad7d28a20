// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/capturecoordinator.h"
#include "tests/x11/otherprogram.h"
#include "tests/x11/xserver.h"

#include <QApplication>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>

#include <xcb/xcbext.h>

#include <sys/uio.h>

#include <array>

using namespace vigie;

namespace {

constexpr QRgb kLeft = qRgb(0x20, 0x90, 0x40);
constexpr QRgb kRight = qRgb(0x90, 0x20, 0x40);

/// Makes two monitors of the server's one output, 800 and 480 pixels wide.
void split(OtherProgram &x)
{
    xcb_connection_t *connection = x.connection();
    const std::unique_ptr<xcb_randr_get_screen_resources_reply_t, decltype(&std::free)> resources(
        xcb_randr_get_screen_resources_reply(
            connection, xcb_randr_get_screen_resources(connection, x.root()), nullptr),
        &std::free);
    const xcb_randr_output_t output =
        xcb_randr_get_screen_resources_outputs(resources.get())[0];
    const auto add = [&](const char *name, const QRect &place, bool hasOutput) {
        const std::unique_ptr<xcb_intern_atom_reply_t, decltype(&std::free)> atom(
            xcb_intern_atom_reply(connection,
                                  xcb_intern_atom(connection, 0, quint16(qstrlen(name)), name),
                                  nullptr),
            &std::free);
        struct {
            xcb_randr_monitor_info_t info;
            xcb_randr_output_t output;
        } monitor{};
        monitor.info.name = atom->atom;
        monitor.info.primary = hasOutput;
        monitor.info.nOutput = hasOutput ? 1 : 0;
        monitor.info.x = qint16(place.x());
        monitor.info.y = qint16(place.y());
        monitor.info.width = quint16(place.width());
        monitor.info.height = quint16(place.height());
        monitor.info.width_in_millimeters = quint32(place.width() / 4);
        monitor.info.height_in_millimeters = quint32(place.height() / 4);
        monitor.output = output;
        // By hand: libxcb 1.15's own function miscounts the request and loses the connection.
        xcb_randr_set_monitor_request_t request{};
        request.window = x.root();
        const size_t length = hasOutput ? sizeof(monitor) : sizeof(monitor.info);
        std::array<iovec, 4> parts{}; // the first two belong to libxcb
        parts[2] = {&request, sizeof(request)};
        parts[3] = {&monitor, length};
        const xcb_protocol_request_t protocol{2, &xcb_randr_id, XCB_RANDR_SET_MONITOR, 1};
        xcb_send_request(connection, 0, parts.data() + 2, &protocol);
    };
    add("LEFT", {0, 0, 800, 600}, true);
    add("RIGHT", {800, 0, 480, 600}, false);
    x.settle();
}

} // namespace

class TwoMonitorsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // What makes this desktop difficult: logical places with a gap, two scales.
        const QList<QScreen *> screens = QGuiApplication::screens();
        QCOMPARE(screens.size(), 2);
        QCOMPARE(screens.at(0)->geometry(), QRect(0, 0, 800, 600));
        QCOMPARE(screens.at(1)->geometry(), QRect(800, 0, 240, 300));
        QCOMPARE(screens.at(1)->devicePixelRatio(), 2.0);
        m_backend.reset(CaptureBackend::create(nullptr));
        m_left = m_other.open({101, 103, 50, 40}, kLeft);
        m_right = m_other.open({901, 305, 61, 41}, kRight);
    }
    void init() { m_other.movePointer({5, 5}); }
    void cleanupTestCase() { m_backend.reset(); }

    void eachScreenHasAllItsNativePixels()
    {
        QSignalSpy finished(m_backend.get(), &CaptureBackend::finished);
        m_backend->request({});
        QTRY_COMPARE(finished.size(), 1);
        const auto screens = finished.first().first().value<CaptureResult>().screens;
        QCOMPARE(screens.size(), 2);
        QCOMPARE(screens.at(0).pixels.size(), QSize(800, 600));
        QCOMPARE(screens.at(1).pixels.size(), QSize(480, 600));
        QCOMPARE(screens.at(1).dpr, 2.0);
        QCOMPARE(screens.at(0).pixels.pixel(101, 103), kLeft);
        QCOMPARE(screens.at(1).pixels.pixel(101, 305), kRight);
        QVERIFY(screens.at(1).pixels.pixel(100, 305) != kRight);
        QVERIFY(screens.at(1).pixels.pixel(162, 305) != kRight);
    }

    void theActiveWindowIsFoundOnTheScaledScreen()
    {
        m_other.setActive(m_right);
        const Shot shot = take({CaptureWish::Kind::ActiveWindow, 0, {}});
        QCOMPARE(shot.picture.size(), QSize(61, 41));
        QCOMPARE(shot.picture.pixel(0, 0), kRight);
        QCOMPARE(shot.picture.pixel(60, 40), kRight);
        QCOMPARE(shot.dpr, 2.0);
    }

    void theDesktopIsLaidOutByNativeSize()
    {
        const Shot shot = take({CaptureWish::Kind::Desktop, 0, {}});
        QCOMPARE(shot.picture.size(), QSize(1280, 600));
        QCOMPARE(shot.picture.pixel(101, 103), kLeft);
        QCOMPARE(shot.picture.pixel(901, 305), kRight);
        QCOMPARE(shot.picture.pixel(961, 345), kRight);
    }

    void aRegionOnTheScaledScreenIsExact()
    {
        CaptureCoordinator coordinator(*m_backend);
        QSignalSpy taken(&coordinator, &CaptureCoordinator::taken);
        coordinator.take(CaptureWish{});
        QTRY_COMPARE(exposedWindows(), 2);
        m_other.movePointer({901, 305});
        m_other.button(1, true);
        m_other.movePointer({930, 330});
        m_other.movePointer({961, 345});
        m_other.button(1, false);
        QTRY_COMPARE(taken.size(), 1);
        const Shot shot = taken.first().first().value<QList<Shot>>().first();
        QCOMPARE(shot.dpr, 2.0);
        QCOMPARE(shot.picture.size(), QSize(61, 41));
        for (const QPoint &corner : {QPoint(0, 0), QPoint(60, 0), QPoint(0, 40), QPoint(60, 40)})
            QCOMPARE(shot.picture.pixel(corner), kRight);
    }

private:
    [[nodiscard]] Shot take(const CaptureWish &wish)
    {
        CaptureCoordinator coordinator(*m_backend);
        QSignalSpy taken(&coordinator, &CaptureCoordinator::taken);
        coordinator.take(wish);
        if (!QTest::qWaitFor([&taken] { return taken.size() == 1; }))
            return {};
        return taken.first().first().value<QList<Shot>>().value(0);
    }
    [[nodiscard]] static int exposedWindows()
    {
        int exposed = 0;
        for (const QWindow *window : QGuiApplication::topLevelWindows())
            exposed += window->isExposed() ? 1 : 0;
        return exposed;
    }

    OtherProgram m_other;
    std::unique_ptr<CaptureBackend> m_backend;
    xcb_window_t m_left = XCB_WINDOW_NONE;
    xcb_window_t m_right = XCB_WINDOW_NONE;
};

int main(int argc, char **argv)
{
    XServer server;
    if (!server.start(QStringLiteral("1280x600")))
        return 1;
    OtherProgram manager;
    split(manager);
    qputenv("QT_SCREEN_SCALE_FACTORS", "1;2");
    QApplication application(argc, argv);
    TwoMonitorsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_twomonitors.moc"
