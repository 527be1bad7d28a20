// SPDX-License-Identifier: GPL-3.0-or-later
// The desk's rules on their way to everybody who works there: the real engine on both computers,
// the real desk between them.
#include "core/store/rulestore.h"
#include "tests/server/computers.h"

using namespace vigie;
using namespace vigie::server;
using store::RuleStore;

class TestRuleTravel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void rulesReachTheDeskAndComeFromAdministratorsOnly();
    void aRestoredServerHearsOfRulesFromAdministrators();

private:
    void settle() { QVERIFY(settled({desk.get(), laptop.get()})); }
    [[nodiscard]] Rule rule(const QString &name);

    std::unique_ptr<World> w;
    std::unique_ptr<Computer> desk;   ///< an administrator's
    std::unique_ptr<Computer> laptop; ///< an agent's
};

void TestRuleTravel::init()
{
    w = std::make_unique<World>();
    desk = std::make_unique<Computer>(*w, w->chief.person);
    laptop = std::make_unique<Computer>(*w, w->ada.person);
}

void TestRuleTravel::cleanup()
{
    laptop.reset();
    desk.reset();
    w.reset();
}

Rule TestRuleTravel::rule(const QString &name)
{
    Rule made;
    made.id = w->ids.make<RuleId>();
    made.name = name;
    made.when = {RuleEvent::Created};
    made.recipe.addTags = {QStringLiteral("x")};
    return made;
}

void TestRuleTravel::rulesReachTheDeskAndComeFromAdministratorsOnly()
{
    Rule printers = rule(QStringLiteral("Printers"));
    desk->save(printers);
    settle();
    QCOMPARE(laptop->rules(), QStringList{QStringLiteral("Printers")});
    // What an agent's computer writes all the same stays there.
    laptop->save(rule(QStringLiteral("Mine")));
    settle();
    QCOMPARE(desk->rules(), QStringList{QStringLiteral("Printers")});
    printers.name = QStringLiteral("All printers");
    printers.revision = desk->profile->outbox().own<RuleStore>().list()->first().revision;
    desk->setOnline(false);
    desk->save(printers); // without a connection, too
    settle();
    QVERIFY(laptop->rules().contains(QStringLiteral("Printers")));
    desk->setOnline(true);
    settle();
    QVERIFY(laptop->rules().contains(QStringLiteral("All printers")));
    QVERIFY(!laptop->rules().contains(QStringLiteral("Printers")));
    QVERIFY(*desk->profile->outbox().own<RuleStore>().remove(printers.id));
    desk->driver->ownChanged();
    settle();
    QVERIFY(!laptop->rules().contains(QStringLiteral("All printers")));
}

void TestRuleTravel::aRestoredServerHearsOfRulesFromAdministrators()
{
    desk->save(rule(QStringLiteral("Printers")));
    settle();
    World::must(w->desk->store().database().run(QStringLiteral("DELETE FROM desk_thing")));
    World::must(w->desk->store().drawEpoch(w->rng));
    laptop->setOnline(true); // an agent comes back first, and brings nothing
    settle();
    desk->setOnline(true);
    settle();
    laptop->setOnline(true);
    settle();
    QCOMPARE(OwnThingRows(w->desk->store().database()).ofDesk(OwnKind::Rule)->size(), 1);
    QCOMPARE(desk->rules(), QStringList{QStringLiteral("Printers")});
    QCOMPARE(laptop->rules(), QStringList{QStringLiteral("Printers")});
}

QTEST_GUILESS_MAIN(TestRuleTravel)
#include "tst_ruletravel.moc"
