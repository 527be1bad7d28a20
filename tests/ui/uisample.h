// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/lifecycle.h"
#include "tests/support/uiworld.h"

namespace vigie {

/// Opens an employee's workspace with five requests, one in each public state.
inline void fillEmployee(UiWorld &world)
{
    QVERIFY(world.reopen());
    const Person anna = world.anna;
    const Person ben = world.ben;
    const QString feed = UiWorld::personFeed(anna);
    struct Sample {
        const char *title;
        PublicState state;
    };
    const Sample samples[] = {
        {"The printer on floor 2 prints blank pages", PublicState::InProgress},
        {"I cannot open the shared calendar of the sales team any more", PublicState::NeedsYou},
        {"Laptop battery lasts twenty minutes", PublicState::Fixed},
        {"New headset for the call centre", PublicState::Received},
        {"VPN disconnects every ten minutes when I work from home", PublicState::Closed},
    };
    QList<wire::Change> changes;
    qint64 number = 1042;
    for (const Sample &sample : samples) {
        world.clock.at += 1'300'000;
        const Ticket made = world.request(QString::fromUtf8(sample.title), number++, sample.state,
                                          anna, ben);
        changes.append(world.said(feed, made));
        changes.append(world.said(
            feed, world.message(made, anna,
                                QStringLiteral("Since this morning every page comes out blank. I "
                                               "turned it off and on again, and replaced the "
                                               "paper. The display says “ready”."),
                                MessageKind::Report)));
        if (sample.state != PublicState::Received) {
            world.clock.at += 600'000;
            changes.append(world.said(
                feed, world.message(made, ben,
                                    QStringLiteral("Good morning Anna, thank you for telling us. "
                                                   "Does the test page from the printer's own menu "
                                                   "come out blank as well?"))));
            world.clock.at += 60'000;
            changes.append(world.said(
                feed, world.message(made, anna, QStringLiteral("Yes, that one is blank too."))));
        }
    }
    VERIFY_OK(world.apply(anna, changes));
    QVERIFY(world.enter(anna));
}

/// Puts one operation of each kind of trouble into the outbox of the open profile; call before
/// enter(). `about` is a ticket the profile has.
inline void fillOutbox(UiWorld &world, const Ticket &about)
{
    const auto put = [&](const store::NewOp &added, OpState state, auto &&shape) {
        VERIFY_OK(world.outbox().enqueue({added}, about.title, world.clock.at));
        auto entry = world.outbox().entry(added.op.id);
        VERIFY_OK(entry);
        entry->state = state;
        shape(*entry);
        VERIFY_OK(world.outbox().update({*entry}));
    };
    const auto plain = [](OutboxEntry &) {};
    put(world.reply(about.id, QStringLiteral("We bring a new drum this afternoon.")), OpState::Queued,
        plain);
    put(world.reply(about.id, QStringLiteral("Does it also happen with another cable?")),
        OpState::Ambiguous, plain);
    put(world.reply(about.id, QStringLiteral("The supplier says: next week.")), OpState::Parked,
        [](OutboxEntry &entry) { entry.error = {ErrorCode::Forbidden, {}, {}}; });
    put(world.reply(about.id, QStringLiteral("Please ignore my last message.")), OpState::Withdrawing,
        [](OutboxEntry &entry) { entry.attempts = 1; });
    put(world.op(about.id, SetField{QStringLiteral("priority"), QStringLiteral("critical")}, about),
        OpState::Conflict, [](OutboxEntry &entry) {
            entry.conflict = Conflict{QStringLiteral("priority"), QStringLiteral("critical"),
                                      QStringLiteral("low"), 3, QStringLiteral("Zoë")};
        });
    VERIFY_OK(world.rebase(about.id));
}

/// Opens an agent's workspace with six tickets in two queues, five of them open.
inline void fillAgent(UiWorld &world, bool withOutbox = false)
{
    QVERIFY(world.reopen());
    const Person ben = world.ben;
    const QString desk = UiWorld::queueFeed(world.desk);
    QList<wire::Change> changes;
    Queue first;
    first.id = world.desk;
    first.name = QStringLiteral("Service desk");
    Queue second;
    second.id = world.field;
    second.name = QStringLiteral("Workstations");
    changes.append(world.said(UiWorld::staffFeed(), first));
    changes.append(world.said(UiWorld::staffFeed(), second));
    changes.append(world.said(UiWorld::staffFeed(), ben));
    changes.append(world.said(UiWorld::staffFeed(), world.anna));
    const char *const titles[] = {"The printer on floor 2 prints blank pages",
                                  "No access to the shared calendar since the migration",
                                  "Laptop battery lasts twenty minutes",
                                  "VPN disconnects every ten minutes",
                                  "New colleague starts on Monday: account and laptop",
                                  "Invoice program closes when a PDF is attached"};
    const State states[] = {State::New,           State::Open,     State::WaitingRequester,
                            State::WaitingVendor, State::Scheduled, State::Resolved};
    Ticket troubled; ///< the outbox speaks of this one
    for (int i = 0; i < 6; ++i) {
        world.clock.at += 900'000;
        Ticket made = world.ticket(QString::fromUtf8(titles[i]), i % 3 == 2 ? world.field : world.desk,
                                   1042 + i);
        made.state = states[i];
        made.publicState = publicState(states[i]);
        made.priority = Priority(1 + i % 4);
        made.requesterName = QStringLiteral("Anna Œhler");
        if (i % 2) {
            made.owner = ben.id;
            made.ownerName = ben.name;
        }
        if (i == 4) { // the one that stands on top
            made.tags = {QStringLiteral("hardware"), QStringLiteral("onboarding")};
            made.watchers = {world.anna.id};
            made.links = {{LinkKind::RelatesTo, troubled.id}};
            made.custom = {{QStringLiteral("Room"), QStringLiteral("B 12")},
                           {QStringLiteral("Starts on"), QStringLiteral("1 March")}};
        }
        if (i == 0)
            troubled = made;
        const QString feed = UiWorld::queueFeed(made.queue);
        changes.append(world.said(feed, made));
        changes.append(world.said(
            feed, world.message(made, world.anna,
                                QStringLiteral("It worked on Friday. Since this morning nothing "
                                               "helps, and the month's end is near."),
                                MessageKind::Report)));
        changes.append(world.said(feed, world.message(made, ben,
                                                      QStringLiteral("Looks like the same driver "
                                                                     "as last month."),
                                                      MessageKind::Note)));
        Message reply = world.message(made, ben, QStringLiteral("Thank you, we are looking at it."));
        reply.crossed = i == 4 ? 1 : 0;
        changes.append(world.said(feed, reply));
    }
    VERIFY_OK(world.apply(ben, changes));
    if (withOutbox)
        fillOutbox(world, troubled);
    QVERIFY(world.enter(ben));
}

} // namespace vigie
