// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/queue/queuepage.h"
#include "app/shell/agentscreen.h"
#include "app/shell/mainwindow.h"
#include "app/ticket/ticketpage.h"
#include "tests/ui/uisample.h"

namespace vigie {

/// The window as an agent or as an employee meets it, on the sample of the UI tests.
struct FacedWindow {
    std::unique_ptr<UiWorld> world;
    std::unique_ptr<MainWindow> window;

    /// A test's data: once for each face.
    static void faces()
    {
        QTest::addColumn<bool>("agent");
        QTest::newRow("agent") << true;
        QTest::newRow("employee") << false;
    }

    /// Opens and activates it; an agent's shows the first of all tickets.
    [[nodiscard]] bool open(bool agent)
    {
        world = std::make_unique<UiWorld>();
        if (agent)
            fillAgent(*world);
        else
            fillEmployee(*world);
        if (!world->workspace)
            return false;
        window = std::make_unique<MainWindow>(*world->workspace, world->prompt, world->systemClock);
        window->show();
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            return false;
        if (!agent)
            return true;
        window->agent()->queue()->showScope(ListScope::All);
        return QTest::qWaitFor([this] { return !window->agent()->ticket()->ticket().isNull(); });
    }

    void close()
    {
        window.reset();
        world.reset();
    }
};

} // namespace vigie
