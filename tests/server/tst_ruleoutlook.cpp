// SPDX-License-Identifier: GPL-3.0-or-later
// What rules are expected to make of a report that waits: foreseen on the computer that wrote it,
// and done by the server alone.
#include "core/model/ticketfields.h"
#include "core/service/ruleoutlook.h"
#include "tests/server/computers.h"

using namespace vigie;
using namespace vigie::server;

class TestRuleOutlook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whatIsExpectedIsWhatTheServerThenDoes();
    void nothingIsExpectedOnceTheServerHasAccepted();
    void lookingWritesNothing();
    void aRuleThatComesFirstIsForeseenAgainstWhatWasChangedAfterwards();
    void rulesThatDoNotRunAreNotExpected_data();
    void rulesThatDoNotRunAreNotExpected();
    void requestersHaveNoRulesAndSeeNothing();
    void whoeverLeftTheDeskSeesNothing();

private:
    void settle() { QVERIFY(settled({chief.get(), laptop.get(), home.get()})); }
    void save(const QString &name, const QString &query, const Recipe &recipe,
              const QList<RuleEvent> &when = {RuleEvent::Created})
    {
        Rule made;
        made.id = w->ids.make<RuleId>();
        made.name = name;
        made.when = when;
        made.query = query;
        made.recipe = recipe;
        chief->save(made);
        settle();
    }
    static Recipe setting(const QString &field, const QString &value)
    {
        Recipe recipe;
        recipe.fields.insert(field, value);
        return recipe;
    }
    static Recipe tagging(const QString &tag)
    {
        Recipe recipe;
        recipe.addTags = {tag};
        return recipe;
    }
    /// A report from a computer; on its disk, and sent when it can be.
    TicketId report(Computer &from, const Actress &who, const QString &title)
    {
        Op op;
        op.ticket = w->ids.make<TicketId>();
        op.payload = w->report(who, title);
        if (!from.driver->submit({op}, {}))
            qFatal("not written");
        return op.ticket;
    }
    [[nodiscard]] RuleOutlook expected(Computer &on, const TicketId &ticket) const
    {
        const auto outlook = outlookOf(*on.profile, ticket, w->clock.nowMs());
        if (!outlook)
            qFatal("%s", qPrintable(toLog(outlook.error())));
        return *outlook;
    }
    [[nodiscard]] static QStringList lines(const RuleOutlook &outlook)
    {
        QStringList found;
        for (const RehearsedChange &change : outlook.changes)
            found.append(change.field + u':' + change.before + u'>' + change.after);
        return found;
    }
    [[nodiscard]] static qsizetype waiting(Computer &on)
    {
        return on.profile->outbox().live().value_or(QList<store::OutboxEntry>()).size();
    }

    std::unique_ptr<World> w;
    std::unique_ptr<Computer> chief;  ///< an administrator's
    std::unique_ptr<Computer> laptop; ///< an agent's
    std::unique_ptr<Computer> home;   ///< an employee's
};

void TestRuleOutlook::init()
{
    w = std::make_unique<World>();
    chief = std::make_unique<Computer>(*w, w->chief.person);
    laptop = std::make_unique<Computer>(*w, w->ada.person);
    home = std::make_unique<Computer>(*w, w->anna.person);
    settle();
}

void TestRuleOutlook::cleanup()
{
    home.reset();
    laptop.reset();
    chief.reset();
    w.reset();
}

void TestRuleOutlook::whatIsExpectedIsWhatTheServerThenDoes()
{
    Recipe first = tagging(QStringLiteral("network"));
    first.fields.insert(QStringLiteral("priority"), QStringLiteral("critical"));
    save(QStringLiteral("Tunnels"), QStringLiteral("title:vpn"), first);
    // The second sees what the first did, although no ticket had that tag before.
    Recipe second;
    second.level = Level::L2;
    second.words = Recipe::Words{MessageKind::Reply, QStringLiteral("Hello {{requester}}, {{ticket}} is here")};
    save(QStringLiteral("Network people"), QStringLiteral("tag:network queue:Front"), second);
    save(QStringLiteral("Printers"), QStringLiteral("title:printer"), tagging(QStringLiteral("paper")));
    laptop->setOnline(false);
    const TicketId id = report(*laptop, w->ada, QStringLiteral("The VPN drops"));
    settle();

    const RuleOutlook outlook = expected(*laptop, id);
    QCOMPARE(outlook.rules, (QStringList{QStringLiteral("Tunnels"), QStringLiteral("Network people")}));
    QVERIFY2(lines(outlook).contains(QStringLiteral("tags:>network")), qPrintable(lines(outlook).join(u' ')));
    QVERIFY(lines(outlook).contains(QStringLiteral("level:L1>L2")));
    QCOMPARE(outlook.words.size(), 1);
    QCOMPARE(outlook.words.first().body, QStringLiteral("Hello ada, #… is here"));
    QVERIFY(!w->desk->store().tickets().ticket(id)->has_value());

    laptop->setOnline(true);
    settle();
    const Ticket made = w->ticket(id);
    for (const RehearsedChange &change : outlook.changes) {
        if (change.field == QLatin1String("tags"))
            QCOMPARE(made.tags.join(QStringLiteral(", ")), change.after);
        else
            QCOMPARE(fieldValue(made, change.field), change.after);
    }
    const auto thread = w->desk->store().tickets().messages(id);
    const auto replies = std::count_if(thread->cbegin(), thread->cend(), [](const Message &message) {
        return message.kind == MessageKind::Reply;
    });
    QCOMPARE(replies, 1); // it did not take effect twice
    QCOMPARE(made.transfers, 1);
    QVERIFY(expected(*laptop, id).isEmpty());
}

void TestRuleOutlook::nothingIsExpectedOnceTheServerHasAccepted()
{
    save(QStringLiteral("All"), {}, tagging(QStringLiteral("x")));
    laptop->setOnline(false);
    const TicketId id = report(*laptop, w->ada, QStringLiteral("VPN"));
    settle();
    QVERIFY(!expected(*laptop, id).isEmpty());
    const auto live = laptop->profile->outbox().liveOf(id);
    QCOMPARE(live->size(), 1);
    store::OutboxEntry entry = live->first();
    for (const auto state : {store::OpState::Sending, store::OpState::Ambiguous}) {
        entry.state = state; // it may be there or not: still an expectation
        World::must(laptop->profile->outbox().update({entry}));
        QVERIFY(!expected(*laptop, id).isEmpty());
    }
    for (const auto state : {store::OpState::Acked, store::OpState::Parked, store::OpState::Withdrawing}) {
        entry.state = state;
        World::must(laptop->profile->outbox().update({entry}));
        QVERIFY(expected(*laptop, id).isEmpty());
    }
}

void TestRuleOutlook::lookingWritesNothing()
{
    save(QStringLiteral("All"), {}, tagging(QStringLiteral("x")));
    laptop->setOnline(false);
    const TicketId id = report(*laptop, w->ada, QStringLiteral("VPN"));
    settle();
    const Ticket before = **laptop->profile->cache().reader().ticket(id);
    const qsizetype thread = laptop->profile->cache().reader().thread(id)->size();
    QCOMPARE(waiting(*laptop), 1);
    for (int i = 0; i < 3; ++i)
        QVERIFY(!expected(*laptop, id).isEmpty());
    QCOMPARE(waiting(*laptop), 1);
    QVERIFY(**laptop->profile->cache().reader().ticket(id) == before);
    QVERIFY(!before.tags.contains(QStringLiteral("x")));
    QCOMPARE(laptop->profile->cache().reader().thread(id)->size(), thread);
}

void TestRuleOutlook::aRuleThatComesFirstIsForeseenAgainstWhatWasChangedAfterwards()
{
    save(QStringLiteral("Urgent"), {}, setting(QStringLiteral("priority"), QStringLiteral("critical")));
    laptop->setOnline(false);
    const TicketId id = report(*laptop, w->ada, QStringLiteral("VPN"));
    const Ticket seen = **laptop->profile->cache().reader().ticket(id);
    Op low;
    low.ticket = id;
    low.payload = SetField{QStringLiteral("priority"), QStringLiteral("low")};
    low.base = baseFor(low.payload, seen);
    QVERIFY(laptop->driver->submit({low}, {}));
    const RuleOutlook outlook = expected(*laptop, id);
    QCOMPARE(lines(outlook), QStringList{QStringLiteral("priority:low>critical")});
    laptop->setOnline(true);
    settle();
    QCOMPARE(w->ticket(id).priority, Priority::Critical);
}

void TestRuleOutlook::rulesThatDoNotRunAreNotExpected_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("when");
    const auto row = [](const char *name, const char *query, const char *field, const char *value,
                        RuleEvent when) {
        QTest::newRow(name) << QString::fromLatin1(query) << QString::fromLatin1(field)
                            << QString::fromLatin1(value) << int(when);
    };
    row("others are meant", "title:printer", "priority", "critical", RuleEvent::Created);
    row("another queue", "queue:Back", "priority", "critical", RuleEvent::Created);
    row("a query that means nothing", "state:burning", "priority", "critical", RuleEvent::Created);
    row("for time", "title:vpn", "priority", "critical", RuleEvent::Time);
    row("for what the desk does", "title:vpn", "priority", "critical", RuleEvent::Changed);
    row("it is so already", "title:vpn", "kind", "incident", RuleEvent::Created);
}

void TestRuleOutlook::rulesThatDoNotRunAreNotExpected()
{
    QFETCH(QString, query);
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(int, when);
    save(QStringLiteral("One"), query, setting(field, value), {RuleEvent(when)});
    laptop->setOnline(false);
    const TicketId id = report(*laptop, w->ada, QStringLiteral("VPN"));
    settle();
    QVERIFY(expected(*laptop, id).isEmpty());
    QVERIFY(expected(*laptop, id).changes.isEmpty());
}

void TestRuleOutlook::requestersHaveNoRulesAndSeeNothing()
{
    save(QStringLiteral("All"), {}, tagging(QStringLiteral("x")));
    QCOMPARE(laptop->rules(), QStringList{QStringLiteral("All")});
    QVERIFY(home->rules().isEmpty());
    home->setOnline(false);
    const TicketId id = report(*home, w->anna, QStringLiteral("VPN"));
    settle();
    QVERIFY(expected(*home, id).isEmpty());
}

void TestRuleOutlook::whoeverLeftTheDeskSeesNothing()
{
    save(QStringLiteral("All"), {}, tagging(QStringLiteral("x")));
    laptop->setOnline(false);
    const TicketId id = report(*laptop, w->ada, QStringLiteral("VPN"));
    settle();
    Person employee = w->ada.person;
    employee.role = Role::Employee;
    employee.queues.clear();
    World::must(laptop->profile->cache().setMe(employee));
    QCOMPARE(laptop->rules(), QStringList{QStringLiteral("All")}); // they are on the disk still
    QVERIFY(expected(*laptop, id).isEmpty());
}

QTEST_GUILESS_MAIN(TestRuleOutlook)
#include "tst_ruleoutlook.moc"
