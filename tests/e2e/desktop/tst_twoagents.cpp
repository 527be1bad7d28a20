// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/agentscreen.h"
#include "app/ticket/ticketpage.h"
#include "core/service/outboxservice.h"
#include "tests/e2e/desktop/agentdesk.h"

#include <QAbstractButton>

using namespace vigie;
using namespace vigie::e2e;

/// Two agents work on one ticket while nobody reaches the server: both their texts are kept, what
/// can be added is added, and the one thing that cannot have two values is decided by a person.
class TestTwoAgents final : public QObject
{
    Q_OBJECT

    static constexpr int kPatienceMs = 30'000 * kSlowness;

    std::unique_ptr<Scene> m_scene;
    std::unique_ptr<AgentDesk> m_ada;
    std::unique_ptr<AgentDesk> m_ben;
    TicketId m_ticket;

    static void work(AgentDesk &desk, const TicketId &ticket, const QString &name,
                     const QString &priority);
    [[nodiscard]] TicketView viewOf(AgentDesk &desk) const
    {
        return AgentDesk::await(desk.workspace().tickets().open(m_ticket)).value_or(TicketView());
    }
    [[nodiscard]] static QStringList notesIn(const TicketView &view)
    {
        QStringList notes;
        for (const MessageView &entry : view.thread) {
            if (entry.message.kind == MessageKind::Note)
                notes.append(entry.message.body);
        }
        return notes;
    }
    /// Everything was sent or waits for a person, and both read the same.
    [[nodiscard]] bool agree()
    {
        for (AgentDesk *desk : {m_ada.get(), m_ben.get()}) {
            const SyncStatus status = desk->workspace().status();
            if (status.phase != SyncStatus::Phase::Online || status.waiting > 0)
                return false;
        }
        const TicketView adas = viewOf(*m_ada);
        const TicketView bens = viewOf(*m_ben);
        return adas.ticket == bens.ticket && notesIn(adas) == notesIn(bens);
    }
    [[nodiscard]] static int undecided(AgentDesk &desk)
    {
        return desk.workspace().status().needsYou;
    }

private Q_SLOTS:
    void cleanup();
    void bothTextsAreKeptAndOneConflictIsShown();
};

void TestTwoAgents::cleanup()
{
    m_ada.reset();
    m_ben.reset();
    m_scene.reset();
}

void TestTwoAgents::work(AgentDesk &desk, const TicketId &ticket, const QString &name,
                         const QString &priority)
{
    TicketService &tickets = desk.workspace().tickets();
    QVERIFY(AgentDesk::await(tickets.addMessage(
        ticket, {{}, MessageKind::Note, QStringLiteral("Seen by ") + name, {}}, {}, {})));
    QVERIFY(AgentDesk::await(tickets.change(ticket, EditTags{{name}, {}})));
    QVERIFY(AgentDesk::await(tickets.change(ticket, SetField{QStringLiteral("priority"), priority})));
}

void TestTwoAgents::bothTextsAreKeptAndOneConflictIsShown()
{
    m_scene = std::make_unique<Scene>();
    VIGIE_MUST(m_scene->prepare({{QStringLiteral("anna"), QStringLiteral("employee")},
                                 {QStringLiteral("ada"), QStringLiteral("agent")},
                                 {QStringLiteral("ben"), QStringLiteral("agent")}}));
    m_ticket = AgentDesk::report(*m_scene, QStringLiteral("anna"), QStringLiteral("The VPN drops"));
    QVERIFY(!m_ticket.isNull());
    m_ada = std::make_unique<AgentDesk>(*m_scene, QStringLiteral("ada"));
    m_ben = std::make_unique<AgentDesk>(*m_scene, QStringLiteral("ben"));
    VIGIE_MUST(m_ada->open(*m_scene));
    VIGIE_MUST(m_ben->open(*m_scene));
    QVERIFY(!m_ada->waitForTicket(QStringLiteral("The VPN drops"), kPatienceMs).isNull());
    QVERIFY(!m_ben->waitForTicket(QStringLiteral("The VPN drops"), kPatienceMs).isNull());

    QVERIFY(m_scene->server().stop());
    work(*m_ada, m_ticket, QStringLiteral("ada"), QStringLiteral("high"));
    work(*m_ben, m_ticket, QStringLiteral("ben"), QStringLiteral("low"));
    if (QTest::currentTestFailed())
        return;
    QCOMPARE(notesIn(viewOf(*m_ada)), QStringList{QStringLiteral("Seen by ada")});
    QVERIFY(m_scene->server().start());
    m_ada->workspace().syncNow();
    m_ben->workspace().syncNow();
    QVERIFY(QTest::qWaitFor([this] { return agree() && undecided(*m_ada) + undecided(*m_ben) == 1; },
                            kPatienceMs));

    // Additive things merged alone.
    QStringList notes = notesIn(viewOf(*m_ada));
    notes.sort();
    QCOMPARE(notes, (QStringList{QStringLiteral("Seen by ada"), QStringLiteral("Seen by ben")}));
    QStringList tags = viewOf(*m_ada).ticket.tags;
    tags.sort();
    QCOMPARE(tags, (QStringList{QStringLiteral("ada"), QStringLiteral("ben")}));

    // The one conflict is shown to whose change it is, who decides.
    AgentDesk &loser = undecided(*m_ada) == 1 ? *m_ada : *m_ben;
    const Priority wanted = &loser == m_ada.get() ? Priority::High : Priority::Low;
    QVERIFY(viewOf(loser).ticket.priority != wanted);
    loser.window().openTicket(m_ticket);
    auto *page = loser.window().agent()->ticket();
    const auto useMine = [page] {
        return page->findChild<QAbstractButton *>(QStringLiteral("useMineButton"));
    };
    QVERIFY(QTest::qWaitFor([&] { return useMine() && useMine()->isVisible(); }, kPatienceMs));
    useMine()->click();
    QVERIFY(QTest::qWaitFor(
        [&] {
            return undecided(loser) == 0 && agree() && viewOf(*m_ada).ticket.priority == wanted;
        },
        kPatienceMs));
}

QTEST_MAIN(TestTwoAgents)
#include "tst_twoagents.moc"
