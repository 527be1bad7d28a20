// SPDX-License-Identifier: GPL-3.0-or-later
// An agent's report that waits to be sent shows what the desk's rules will make of it.
#include "app/ticket/ticketpage.h"
#include "app/widgets/theme.h"
#include "core/service/ruleservice.h"
#include "core/store/rulestore.h"
#include "tests/ui/uisample.h"

#include <QLabel>

using namespace vigie;

class TestExpected final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void init();
    void cleanup();
    void aWaitingReportShowsWhatIsExpected();
    void theRequestersViewShowsNothingOfIt();
    void otherTicketsExpectNothing();
    void itFollowsTheRulesAsTheyChange();

private:
    [[nodiscard]] QWidget *panel() const
    {
        return m_page->findChild<QWidget *>(QStringLiteral("expectedPanel"));
    }
    [[nodiscard]] QStringList texts(const char *name) const
    {
        QStringList found;
        for (const QLabel *label : panel()->findChildren<QLabel *>(QLatin1String(name))) {
            if (label->isVisible())
                found.append(label->text());
        }
        return found;
    }
    void openPage(Role role)
    {
        m_world->ben.role = role;
        QVERIFY(m_world->enter(m_world->ben));
        m_page = std::make_unique<TicketPage>(*m_world->workspace, m_world->prompt, nullptr);
        m_page->resize(900, 700);
        m_page->show();
        m_page->showTicket(m_waiting);
    }

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<TicketPage> m_page;
    TicketId m_waiting;
    Ticket m_known;
    Rule m_rule;
};

void TestExpected::init()
{
    m_world = std::make_unique<UiWorld>();
    UiWorld &world = *m_world;
    QVERIFY(world.reopen());
    m_known = world.ticket(QStringLiteral("Printer is out"), world.desk, 1043);
    QVERIFY(world.say(world.directory() + QList<wire::Change>{world.told(m_known)}));
    m_rule = {};
    m_rule.id = world.ids.make<RuleId>();
    m_rule.name = QStringLiteral("Tunnels");
    m_rule.when = {RuleEvent::Created};
    m_rule.query = QStringLiteral("title:vpn");
    m_rule.recipe.fields.insert(QStringLiteral("queue"), world.field.text());
    m_rule.recipe.addTags = {QStringLiteral("network")};
    m_rule.recipe.words = Recipe::Words{MessageKind::Reply, QStringLiteral("We have it, {{requester}}.")};
    VERIFY_OK(world.outbox().own<store::RuleStore>().save(m_rule));
    m_waiting = world.ids.make<TicketId>();
    VERIFY_OK(world.send(world.report(m_waiting, QStringLiteral("The VPN drops"), world.anna),
                         QStringLiteral("The VPN drops")));
}

void TestExpected::cleanup()
{
    m_page.reset();
    m_world.reset();
}

void TestExpected::aWaitingReportShowsWhatIsExpected()
{
    openPage(Role::Agent);
    QTRY_VERIFY(panel()->isVisible());
    QTRY_COMPARE(texts("expectedLine"),
                 (QStringList{QStringLiteral("Queue: Service desk → Field work"),
                              QStringLiteral("Tags on: network")}));
    QCOMPARE(texts("expectedWords"), QStringList{QStringLiteral("We have it, Anna Œhler.")});
    QCOMPARE(texts("expectedRules"), QStringList{QStringLiteral("Rules: Tunnels")});
    // The ticket itself is what was written, and nothing else waits to be sent.
    const auto view = UiWorld::await(m_world->workspace->tickets().open(m_waiting));
    VERIFY_OK(view);
    QCOMPARE(view->ticket.queue, m_world->desk);
    QCOMPARE(view->pending.size(), 1);
    QCOMPARE(view->thread.size(), 1);
}

void TestExpected::theRequestersViewShowsNothingOfIt()
{
    openPage(Role::Agent);
    QTRY_VERIFY(panel()->isVisible());
    m_page->setAsRequester(true);
    QVERIFY(!panel()->isVisible());
    m_page->setAsRequester(false);
    QTRY_VERIFY(panel()->isVisible());
}

void TestExpected::otherTicketsExpectNothing()
{
    openPage(Role::Agent);
    QTRY_VERIFY(panel()->isVisible());
    m_page->showTicket(m_known.id);
    QTRY_VERIFY(!panel()->isVisible());
    m_page->showTicket(m_waiting);
    QTRY_VERIFY(panel()->isVisible());
}

void TestExpected::itFollowsTheRulesAsTheyChange()
{
    openPage(Role::Admin);
    QTRY_VERIFY(panel()->isVisible());
    m_rule.active = false;
    VERIFY_OK(UiWorld::await(m_world->workspace->rules().save(m_rule)));
    QTRY_VERIFY(!panel()->isVisible());
    m_rule.active = true;
    m_rule.recipe.addTags = {QStringLiteral("tunnel")};
    VERIFY_OK(UiWorld::await(m_world->workspace->rules().save(m_rule)));
    QTRY_VERIFY(texts("expectedLine").contains(QStringLiteral("Tags on: tunnel")));
}

QTEST_MAIN(TestExpected)
#include "tst_expected.moc"
