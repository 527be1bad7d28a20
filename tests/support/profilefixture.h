// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/service/workspace.h"
#include "tests/store/storeworld.h"

#include <QDateTime>

namespace vigie {

/// A signed-out account on a temporary profile whose cache was filled by hand, and the real
/// workspace on top of it: everything works but the exchange. Fill `world` first, then open().
class ProfileFixture
{
public:
    ProfileFixture()
    {
        world.clock.at = QDateTime::currentMSecsSinceEpoch() - 3'600'000;
        if (!world.reopen())
            qFatal("the profile cannot be opened");
    }

    /// What the server says, in one page: the people, the queues, the tickets, the words.
    [[nodiscard]] bool say(const QList<wire::Change> &changes)
    {
        return world.apply(world.ben, changes).has_value();
    }
    [[nodiscard]] wire::Change ticket(const Ticket &about)
    {
        return world.said(store::StoreWorld::queueFeed(about.queue), about);
    }
    [[nodiscard]] wire::Change words(const Ticket &about, const Message &message)
    {
        return world.said(store::StoreWorld::queueFeed(about.queue), message);
    }
    [[nodiscard]] QList<wire::Change> directory()
    {
        const auto line = [this](const QueueId &id, const QString &name) {
            Queue queue;
            queue.id = id;
            queue.name = name;
            return world.said(store::StoreWorld::staffFeed(), queue);
        };
        return {line(world.desk, QStringLiteral("Service desk")),
                line(world.field, QStringLiteral("Field work")),
                world.said(store::StoreWorld::staffFeed(), world.ben),
                world.said(store::StoreWorld::staffFeed(), world.anna)};
    }

    /// Closes the hand-filled profile and opens the workspace of the agent on it.
    [[nodiscard]] bool open()
    {
        world.profile.reset();
        WorkspaceConfig config;
        config.folder = world.folder.path() + QStringLiteral("/profile");
        config.server = QUrl(QStringLiteral("https://127.0.0.1:9"));
        QObject context;
        bool answered = false;
        whenDone(Workspace::open(config), &context,
                 [&](const Result<std::shared_ptr<Workspace>> &opened) {
                     answered = true;
                     if (opened)
                         workspace = *opened;
                     else
                         qWarning("%s", qPrintable(toLog(opened.error())));
                 });
        return QTest::qWaitFor([&] { return answered; }, 10'000) && workspace;
    }
    /// Ends the session as closing the program does, and opens it again.
    [[nodiscard]] bool reopen()
    {
        workspace.reset();
        return open();
    }

    store::StoreWorld world;
    std::shared_ptr<Workspace> workspace;
};

} // namespace vigie
