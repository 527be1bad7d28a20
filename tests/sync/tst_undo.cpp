// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is done to a ticket and taken back again leaves it as it was.
#include "core/model/ticketfields.h"
#include "core/sync/outboxeditor.h"
#include "tests/store/storeworld.h"

#include <QJsonDocument>
#include <QTest>

using namespace vigie;
using namespace vigie::store;

namespace {

constexpr int kCommands = 20;

/// Everything about a ticket but the marks that a change leaves behind on purpose: that there were
/// changes, when, and what the clocks counted meanwhile.
Ticket withoutTraces(Ticket ticket)
{
    ticket.versions.clear();
    ticket.updatedAt = ticket.publicUpdatedAt = 0;
    ticket.service = {};
    ticket.expected = {};
    ticket.transfers = 0;
    return ticket;
}

/// An agent's computer with one ticket that is worked on.
struct Desk : StoreWorld {
    SeededRng dice;
    Ticket about;
    Person cleo = person(QStringLiteral("Cleo Marsh"), Role::Agent, {desk, field});
    std::unique_ptr<sync::OutboxEditor> editor;

    explicit Desk(quint64 seed) : dice(seed)
    {
        fullSync = false;
        if (!reopen())
            qFatal("no profile");
        Queue first;
        first.id = desk;
        first.name = QStringLiteral("Service desk");
        Queue second;
        second.id = field;
        second.name = QStringLiteral("Workstations");
        about = ticket(QStringLiteral("The printer is on fire"), desk, 1042);
        about.state = State::Open;
        about.publicState = PublicState::InProgress;
        about.owner = about.contact = ben.id;
        about.ownerName = about.contactName = ben.name;
        about.tags = {QStringLiteral("a"), QStringLiteral("b")};
        about.watchers = {cleo.id};
        const auto applied = apply(
            ben, {said(staffFeed(), first), said(staffFeed(), second), said(staffFeed(), ben),
                  said(staffFeed(), cleo), said(staffFeed(), anna), said(queueFeed(desk), about),
                  said(queueFeed(desk), message(about, anna, QStringLiteral("Fire!"), MessageKind::Report))});
        if (!applied)
            qFatal("%s", qPrintable(toLog(applied.error())));
        editor = std::make_unique<sync::OutboxEditor>(
            *profile, clock, rng, [this](const QSet<TicketId> &tickets) {
                for (const TicketId &one : tickets) {
                    const auto live = outbox().liveOf(one);
                    if (!live || !cache().rebase(one, *live))
                        qFatal("not shown");
                }
            });
    }

    [[nodiscard]] TicketState now() { return *reader().state(about.id); }

    template<class T>
    T oneOf(const QList<T> &choices)
    {
        return choices.at(qsizetype(dice.below(quint64(choices.size()))));
    }

    /// What a person might do next.
    Payload command(bool recallable)
    {
        const QString letter = oneOf<QString>({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"),
                                               QStringLiteral("d")});
        switch (dice.below(recallable ? 8 : 7)) {
        case 0: return SetField{QStringLiteral("title"), QStringLiteral("Title ") + letter};
        case 1: return SetField{QStringLiteral("priority"), nameOf(oneOf<Priority>(
                           {Priority::Low, Priority::Normal, Priority::High, Priority::Critical}))};
        case 2: return SetField{QStringLiteral("urgency"), nameOf(oneOf<Urgency>(
                           {Urgency::Hindered, Urgency::Blocked}))};
        case 3: return SetField{QStringLiteral("owner"),
                                oneOf<QString>({ben.id.text(), cleo.id.text(), QString()})};
        case 4: return SetState{oneOf<State>({State::Open, State::WaitingRequester,
                                              State::WaitingVendor, State::Resolved}), {}};
        case 5: return EditTags{{letter}, {oneOf<QString>({QStringLiteral("a"), QStringLiteral("d")})}};
        case 6: return EditWatchers{{oneOf<PersonId>({ben.id, cleo.id})}, {oneOf<PersonId>({cleo.id, anna.id})}};
        default: break;
        }
        AddMessage note;
        note.message = ids.make<MessageId>();
        note.kind = MessageKind::Note;
        note.body = QStringLiteral("Note ") + letter;
        return note;
    }

    /// Does one that is possible now; answers which.
    OpId doSomething(bool accepted)
    {
        for (int tries = 0; tries < 100; ++tries) {
            Op op;
            op.ticket = about.id;
            op.payload = command(!accepted);
            ++clock.at;
            const auto done = editor->submit({op}, {});
            if (!done)
                continue; // not allowed in this state
            auto entry = outbox().entry(done->first().id);
            if (accepted) {
                entry->state = OpState::Acked;
                if (!outbox().update({*entry}))
                    qFatal("not updated");
            }
            return entry->op.id;
        }
        qFatal("nothing is possible");
    }
};

} // namespace

class TestUndo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twentyCommandsAndTwentyUndosChangeNothing_data()
    {
        QTest::addColumn<int>("seed");
        QTest::addColumn<int>("accepted"); ///< the first so many: they go out in order
        for (int seed = 1; seed <= 2; ++seed) {
            for (const int accepted : {0, kCommands / 2, kCommands})
                QTest::addRow("seed %d, %d accepted", seed, accepted) << seed << accepted;
        }
    }

    void twentyCommandsAndTwentyUndosChangeNothing()
    {
        QFETCH(int, seed);
        QFETCH(int, accepted);
        Desk w{quint64(seed)};
        const TicketState before = w.now();
        QVERIFY(before.exists);
        QList<OpId> done;
        for (int i = 0; i < kCommands; ++i)
            done.append(w.doSomething(i < accepted));
        while (!done.isEmpty()) {
            ++w.clock.at;
            VERIFY_OK(w.editor->undo(done.takeLast()));
        }
        const Ticket wanted = withoutTraces(before.ticket);
        const Ticket now = withoutTraces(w.now().ticket);
        for (const QString &field : ticketFieldNames())
            QCOMPARE(fieldValue(now, field), fieldValue(wanted, field));
        QCOMPARE(nameOf(now.state), nameOf(wanted.state));
        QCOMPARE(now.tags, wanted.tags);
        QCOMPARE(now.watchers, wanted.watchers);
        QCOMPARE(QJsonDocument(codec::toJson(now)).toJson(),
                 QJsonDocument(codec::toJson(wanted)).toJson());
        // What was never sent never was: not even its traces are left.
        if (accepted == 0) {
            QCOMPARE(w.now().ticket, before.ticket);
            QCOMPARE(w.now().thread.size(), before.thread.size());
        }
    }
};

QTEST_GUILESS_MAIN(TestUndo)
#include "tst_undo.moc"
