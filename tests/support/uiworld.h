// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/service/accountfiles.h"
#include "core/service/draftservice.h"
#include "core/service/outboxservice.h"
#include "core/service/ticketservice.h"
#include "core/service/workspace.h"
#include "tests/store/storeworld.h"
#include "tests/support/fakeprompt.h"

#include <QTest>

namespace vigie {

/// A signed-in person on a profile of this test, with a server that cannot be reached: the state
/// every page must be at home in.
struct UiWorld : store::StoreWorld {
    FakePrompt prompt;
    SystemClock systemClock;
    std::shared_ptr<Workspace> workspace;

    UiWorld() { clock.at = systemClock.nowMs() - 3 * 3'600'000; }

    /// The answer of a future, waited for with the event loop running.
    template<class T>
    static Result<T> await(const QFuture<Result<T>> &future)
    {
        QObject context;
        std::optional<Result<T>> answer;
        whenDone(future, &context, [&answer](const Result<T> &result) { answer = result; });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 10'000))
            return fail(ErrorCode::Timeout);
        return *answer;
    }

    /// Call after the profile was filled: closes it and opens the workspace on it.
    [[nodiscard]] bool enter(const Person &me)
    {
        if (!profile && !reopen())
            return false;
        if (const Done kept = keepPerson(*profile, me); !kept) {
            qWarning("%s", qPrintable(toLog(kept.error())));
            return false;
        }
        profile.reset();
        return openWorkspace();
    }
    /// Ends the session as closing the program does, and opens it again.
    [[nodiscard]] bool restart()
    {
        workspace.reset();
        return openWorkspace();
    }
    [[nodiscard]] bool openWorkspace()
    {
        WorkspaceConfig config;
        config.folder = folder.path() + QStringLiteral("/profile");
        config.server = QUrl(QStringLiteral("https://127.0.0.1:1"));
        config.token = QStringLiteral("token");
        const auto opened = await(Workspace::open(config));
        if (!opened) {
            qWarning("%s", qPrintable(toLog(opened.error())));
            return false;
        }
        workspace = *opened;
        return true;
    }

    // What the server says to the agent Ben, before enter()
    [[nodiscard]] bool say(const QList<wire::Change> &changes)
    {
        return (profile || reopen()) && apply(ben, changes).has_value();
    }
    [[nodiscard]] wire::Change told(const Ticket &about) { return said(queueFeed(about.queue), about); }
    [[nodiscard]] wire::Change told(const Ticket &about, const Message &words)
    {
        return said(queueFeed(about.queue), words);
    }
    [[nodiscard]] QList<wire::Change> directory()
    {
        const auto line = [this](const QueueId &id, const QString &name) {
            Queue queue;
            queue.id = id;
            queue.name = name;
            return said(staffFeed(), queue);
        };
        return {line(desk, QStringLiteral("Service desk")), line(field, QStringLiteral("Field work")),
                said(staffFeed(), ben), said(staffFeed(), anna)};
    }

    /// A request of the person as the server tells it to them, in a state.
    Ticket request(const QString &title, qint64 number, PublicState state, const Person &by,
                   const Person &contact)
    {
        Ticket made = ticket(title, QueueId(), number);
        made.publicState = state;
        made.requester = by.id;
        made.requesterName = by.name;
        made.contact = contact.id;
        made.contactName = contact.name;
        return made;
    }
};

} // namespace vigie
