// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/fullscreen.h"
#include "tests/x11/otherprogram.h"
#include "tests/x11/xserver.h"

#include <QGuiApplication>
#include <QTest>

using namespace vigie;

class FullScreenTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyAFullScreenWindowInFrontCounts()
    {
        OtherProgram other;
        QVERIFY(!isFullScreenInFront()); // no window manager has said anything
        const xcb_window_t film = other.open({0, 0, 640, 480}, qRgb(1, 2, 3));
        const xcb_window_t editor = other.open({10, 10, 200, 100}, qRgb(4, 5, 6));
        other.setActive(film);
        QVERIFY(!isFullScreenInFront());
        const std::unique_ptr<xcb_intern_atom_reply_t, decltype(&std::free)> full(
            xcb_intern_atom_reply(other.connection(),
                                  xcb_intern_atom(other.connection(), 0, 24,
                                                  "_NET_WM_STATE_FULLSCREEN"),
                                  nullptr),
            &std::free);
        other.setNumbers(film, "_NET_WM_STATE", {full->atom}, XCB_ATOM_ATOM);
        QVERIFY(isFullScreenInFront());
        other.setActive(editor);
        QVERIFY(!isFullScreenInFront());
        other.setActive(film);
        QVERIFY(isFullScreenInFront());
        // A window that is gone is not in front, whatever its name still says.
        other.close(film);
        QVERIFY(!isFullScreenInFront());
        other.setActive(XCB_NONE);
        QVERIFY(!isFullScreenInFront());
    }

    void withoutADisplayNobodyKnows()
    {
        const QByteArray display = qgetenv("DISPLAY");
        qputenv("DISPLAY", ":9999");
        QVERIFY(!isFullScreenInFront());
        qputenv("DISPLAY", display);
    }
};

int main(int argc, char **argv)
{
    XServer server;
    if (!server.start(QStringLiteral("640x480")))
        return 1;
    QGuiApplication application(argc, argv);
    FullScreenTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_fullscreen.moc"
