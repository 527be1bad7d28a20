// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/theme.h"
#include "tests/x11/xserver.h"

#include <QApplication>
#include <QProcess>
#include <QTest>

namespace vigie::e2e {

/// Runs a test on a screen of its own, with a window manager. Its windows are called "Agent".
template<class Test>
int runOnAScreen(int argc, char **argv)
{
    XServer server;
    if (!server.start(QStringLiteral("1600x1000")))
        return 1;
    QProcess manager;
    manager.setStandardErrorFile(QProcess::nullDevice());
    manager.start(QStringLiteral("blackbox"), {});
    if (!manager.waitForStarted()) {
        qCritical("No window manager: is blackbox installed?");
        return 1;
    }
    QApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Agent"));
    applyTheme(application, Scheme::Light);
    Test test;
    const int result = QTest::qExec(&test, argc, argv);
    manager.kill();
    manager.waitForFinished();
    return result;
}

} // namespace vigie::e2e
