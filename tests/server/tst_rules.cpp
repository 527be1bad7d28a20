// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/desk/rulebook.h"
#include "core/ops/rule.h"
#include "tests/server/world.h"

#include <QRegularExpression>

using namespace vigie;
using namespace vigie::server;
using wire::OpStatus;

namespace {

constexpr qint64 kDay = 86'400'000;

OwnThing thingOf(const Rule &rule, qint64 position = 1)
{
    return {OwnKind::Rule, rule.id.text(), rule.revision, position, false, codec::toJson(rule)};
}

} // namespace

/// What the desk does by itself.
class TestRules : public QObject
{
    Q_OBJECT

    static Rule rule(World &w, const QString &name, const QList<RuleEvent> &when, const QString &query,
                     const Recipe &recipe)
    {
        Rule made;
        made.id = w.ids.make<RuleId>();
        made.name = name;
        made.when = when;
        made.query = query;
        made.recipe = recipe;
        return made;
    }
    static Recipe tagging(const QString &tag)
    {
        Recipe recipe;
        recipe.addTags = {tag};
        return recipe;
    }
    static wire::SyncResponse tell(World &w, Actress &who, const QList<OwnThing> &things)
    {
        wire::SyncRequest asked = who.request();
        asked.own = things;
        asked.ownThrough = 0;
        const auto answer = w.desk->sync(who.caller(), asked);
        if (!answer)
            qFatal("%s", qPrintable(toLog(answer.error())));
        return *answer;
    }
    static void save(World &w, const Rule &rule, qint64 position = 1)
    {
        tell(w, w.chief, {thingOf(rule, position)});
    }
    static QList<OwnThing> heard(World &w, Actress &who, qint64 through = 0)
    {
        wire::SyncRequest asked = who.request();
        asked.ownThrough = through;
        const auto answer = w.desk->sync(who.caller(), asked);
        return answer ? answer->own : QList<OwnThing>();
    }
    static QList<Message> replies(World &w, const TicketId &id)
    {
        QList<Message> found;
        const auto thread = w.desk->store().tickets().messages(id);
        for (const Message &message : thread.value_or(QList<Message>())) {
            if (message.kind == MessageKind::Reply)
                found.append(message);
        }
        return found;
    }
    /// A whole round, as the server makes one every minute.
    static void lookAtTime(World &w)
    {
        for (int i = 0; i < 100; ++i) {
            const auto more = w.desk->lookAtTime();
            if (!more)
                qFatal("%s", qPrintable(toLog(more.error())));
            if (!*more)
                return;
        }
        qFatal("it never ends");
    }

private Q_SLOTS:
    void aReportThatARuleFindsIsChangedInTheSameBreath()
    {
        World w;
        Recipe recipe = tagging(QStringLiteral("hardware"));
        recipe.fields = {{QStringLiteral("priority"), QStringLiteral("high")},
                         {QStringLiteral("queue"), w.back.id.text()}};
        save(w, rule(w, QStringLiteral("Printers"), {RuleEvent::Created},
                     QStringLiteral("title:printer"), recipe));
        const TicketId printer = w.reported(w.anna, QStringLiteral("The printer is silent"));
        const TicketId mouse = w.reported(w.anna, QStringLiteral("My mouse"));
        QCOMPARE(w.ticket(printer).tags, QStringList{QStringLiteral("hardware")});
        QCOMPARE(w.ticket(printer).priority, Priority::High);
        QCOMPARE(w.ticket(printer).queue, w.back.id);
        QCOMPARE(w.ticket(mouse).tags, QStringList());
        // The agents of the new queue have it, and read who did it.
        w.pull(w.bert);
        bool told = false;
        for (const QMap<QString, QJsonObject> &feed : std::as_const(w.bert.rows)) {
            for (const QJsonObject &row : feed)
                told = told || row.value(QLatin1String("authorName")) == QStringLiteral("Printers");
        }
        QVERIFY(told);
        // It is no longer in the queue that it came to.
        w.pull(w.ada);
        for (const QMap<QString, QJsonObject> &feed : std::as_const(w.ada.rows))
            QVERIFY(!feed.contains(QStringLiteral("ticket/") + printer.text()));
    }

    void aRequesterHearsOfItOnlyWhatIsPublic()
    {
        World w;
        Recipe recipe = tagging(QStringLiteral("secret-tag"));
        recipe.words = Recipe::Words{MessageKind::Reply,
                                     QStringLiteral("Dear {{requester}}, we have {{ticket}} “{{title}}”.")};
        save(w, rule(w, QStringLiteral("Secret name"), {RuleEvent::Created}, {}, recipe));
        const TicketId id = w.reported(w.anna);
        QCOMPARE(replies(w, id).size(), 1);
        QCOMPARE(replies(w, id).first().body,
                 QStringLiteral("Dear anna, we have #%1 “Printer”.").arg(w.ticket(id).number));
        w.pull(w.anna);
        QByteArray all;
        for (const QMap<QString, QJsonObject> &feed : std::as_const(w.anna.rows)) {
            for (const QJsonObject &row : feed)
                all += json::compact(row);
        }
        QVERIFY(all.contains("Dear anna"));
        QVERIFY(!all.contains("secret-tag"));
        QVERIFY(!all.contains("Secret name"));
    }

    void anAutomaticReplyIsNobodysAnswer()
    {
        World w;
        Recipe recipe;
        recipe.words = Recipe::Words{MessageKind::Reply, QStringLiteral("We have it.")};
        save(w, rule(w, QStringLiteral("Receipt"), {RuleEvent::Created, RuleEvent::Answered}, {}, recipe));
        const TicketId id = w.reported(w.anna);
        const Ticket made = w.ticket(id);
        QCOMPARE(made.state, State::New);
        QVERIFY(made.contact.isNull());
        QVERIFY(made.owner.isNull());
        QCOMPARE(w.send(w.anna, id, AskUpdate{}).status, OpStatus::Applied);
        QVERIFY(w.ticket(id).updateAskedAt > 0); // still waits for a person
        QCOMPARE(replies(w, id).size(), 2);
    }

    void rulesRunInTheirOrderAndMakeNoRuleRun()
    {
        World w;
        save(w, rule(w, QStringLiteral("Second"), {RuleEvent::Created}, QStringLiteral("tag:one"),
                     tagging(QStringLiteral("two"))), 2);
        save(w, rule(w, QStringLiteral("First"), {RuleEvent::Created}, QStringLiteral("-tag:one"),
                     tagging(QStringLiteral("one"))), 1);
        save(w, rule(w, QStringLiteral("Echo"), {RuleEvent::Changed}, {}, tagging(QStringLiteral("echo"))), 3);
        const TicketId id = w.reported(w.anna);
        QCOMPARE(w.ticket(id).tags, (QStringList{QStringLiteral("one"), QStringLiteral("two")}));
        QCOMPARE(w.send(w.ada, id, SetField{QStringLiteral("priority"), QStringLiteral("low")}).status,
                 OpStatus::Applied);
        QVERIFY(w.ticket(id).tags.contains(QStringLiteral("echo")));
    }

    void whatARuleCannotDoHoldsNobodyUp()
    {
        World w;
        Recipe recipe = tagging(QStringLiteral("half"));
        recipe.state = State::WaitingVendor; // a closed ticket can only be opened
        save(w, rule(w, QStringLiteral("Impossible"), {RuleEvent::Changed}, QStringLiteral("state:closed"),
                     recipe));
        const TicketId id = w.reported(w.anna);
        QCOMPARE(w.send(w.ada, id, SetState{State::Closed, {}}).status, OpStatus::Applied);
        QCOMPARE(w.ticket(id).state, State::Closed);
        QCOMPARE(w.ticket(id).tags, QStringList()); // all of it or nothing
    }

    void sendingTwiceRunsARuleOnce()
    {
        World w;
        Recipe recipe;
        recipe.words = Recipe::Words{MessageKind::Reply, QStringLiteral("We have it.")};
        save(w, rule(w, QStringLiteral("Receipt"), {RuleEvent::Created}, {}, recipe));
        const auto id = w.ids.make<TicketId>();
        const Op op = w.op(w.anna, id, w.report(w.anna));
        QCOMPARE(w.send(w.anna, op).status, OpStatus::Applied);
        QCOMPARE(w.send(w.anna, op).status, OpStatus::Duplicate);
        QCOMPARE(replies(w, id).size(), 1);
    }

    void timeRunsARuleOnceForEachStay()
    {
        World w;
        Recipe recipe;
        recipe.words = Recipe::Words{MessageKind::Reply, QStringLiteral("Are you still there?")};
        save(w, rule(w, QStringLiteral("Remind"), {RuleEvent::Time},
                     QStringLiteral("state:waiting-requester updated>7d"), recipe));
        const TicketId id = w.reported(w.anna);
        QCOMPARE(w.send(w.ada, id, SetState{State::WaitingRequester, {}}).status, OpStatus::Applied);
        lookAtTime(w);
        QCOMPARE(replies(w, id).size(), 0);
        w.clock.at += 8 * kDay;
        lookAtTime(w);
        QCOMPARE(replies(w, id).size(), 1);
        // The reply made it young again; after seven more days it may be asked once more.
        lookAtTime(w);
        w.clock.at += 6 * kDay;
        lookAtTime(w);
        QCOMPARE(replies(w, id).size(), 1);
        w.clock.at += 2 * kDay;
        lookAtTime(w);
        QCOMPARE(replies(w, id).size(), 2);
    }

    void aReminderIsCountedInTheHoursOfTheDesk()
    {
        BusinessCalendar nights; // far from here, so that this computer's zone cannot help
        nights.zone = QTimeZone("Asia/Tokyo");
        for (QList<BusinessCalendar::Span> &day : nights.week)
            day = {{20 * 60, 23 * 60}};
        ServiceContract contract;
        contract.calendar = QStringLiteral("nights");
        for (const EnumName<Priority> &priority : enumNames<Priority>())
            contract.within(ClockKind::Ownership).insert(priority.value, 3'600'000);
        World w(World::Place::Memory, true, ServiceBook{{{contract.calendar, nights}}, {contract}});
        Recipe recipe;
        recipe.state = State::Open; // which alone would take a reminder away
        recipe.wake = WakeAfter{WakeAfter::Kind::NextMorning, 1};
        recipe.fields.insert(QStringLiteral("cf.Room"), QStringLiteral("B 12"));
        save(w, rule(w, QStringLiteral("Tomorrow"), {RuleEvent::Created}, {}, recipe));
        const TicketId id = w.reported(w.anna);
        const Ticket made = w.ticket(id);
        QCOMPARE(made.pendingUntil, wakeMoment(*recipe.wake, nights, w.clock.nowMs()));
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(made.pendingUntil, nights.zone).time(), QTime(20, 0));
        QCOMPARE(made.custom.value(QStringLiteral("Room")), QStringLiteral("B 12"));
        QCOMPARE(made.state, State::Open);
    }

    void whatStaysSoIsDoneOnce()
    {
        World w;
        Recipe recipe;
        recipe.words = Recipe::Words{MessageKind::Note, QStringLiteral("Old and urgent")};
        save(w, rule(w, QStringLiteral("Old"), {RuleEvent::Time}, QStringLiteral("created>7d"), recipe));
        const TicketId id = w.reported(w.anna);
        w.clock.at += 8 * kDay;
        for (int i = 0; i < 3; ++i) {
            lookAtTime(w);
            w.clock.at += 60'000;
        }
        const auto thread = w.desk->store().tickets().messages(id);
        QVERIFY(thread);
        QCOMPARE(std::count_if(thread->cbegin(), thread->cend(), [](const Message &message) {
                     return message.kind == MessageKind::Note;
                 }), 1);
    }

    void resolvedTicketsAreClosedInTimeWhateverTheirNumber()
    {
        World w;
        Recipe recipe;
        recipe.state = State::Closed;
        save(w, rule(w, QStringLiteral("Close"), {RuleEvent::Time},
                     QStringLiteral("state:resolved updated>7d"), recipe));
        QList<TicketId> all;
        for (int i = 0; i < 250; ++i) { // more than one look takes
            all.append(w.reported(w.anna));
            QCOMPARE(w.send(w.ada, all.last(), SetState{State::Resolved, {}}).status, OpStatus::Applied);
        }
        const TicketId open = w.reported(w.anna);
        w.clock.at += 8 * kDay;
        lookAtTime(w);
        for (const TicketId &id : std::as_const(all))
            QCOMPARE(w.ticket(id).state, State::Closed);
        QCOMPARE(w.ticket(open).state, State::New);
    }

    void mergedTicketsAreLeftAlone()
    {
        World w;
        const TicketId one = w.reported(w.anna);
        const TicketId two = w.reported(w.anna);
        QCOMPARE(w.send(w.ada, two, MergeInto{one}).status, OpStatus::Applied);
        Recipe recipe;
        recipe.state = State::Open;
        save(w, rule(w, QStringLiteral("Reopen"), {RuleEvent::Answered}, QStringLiteral("state:closed"),
                     recipe));
        QCOMPARE(w.send(w.anna, two, w.words(QStringLiteral("Hello?"))).status, OpStatus::Applied);
        QCOMPARE(w.ticket(two).merged.into, one);
    }

    void onlyAdministratorsWriteRulesAndOnlyStaffHearOfThem()
    {
        World w;
        const Rule mine = rule(w, QStringLiteral("Printers"), {RuleEvent::Created}, {},
                               tagging(QStringLiteral("x")));
        for (Actress *who : {&w.anna, &w.ada})
            QVERIFY(tell(w, *who, {thingOf(mine)}).own.isEmpty());
        QCOMPARE(w.ticket(w.reported(w.anna)).tags, QStringList());
        save(w, mine);
        QCOMPARE(heard(w, w.ada).size(), 1);
        QCOMPARE(heard(w, w.ada).first().data, codec::toJson(mine));
        QCOMPARE(heard(w, w.bert).size(), 1);
        QVERIFY(heard(w, w.anna).isEmpty());
        QVERIFY(tell(w, w.anna, {thingOf(mine)}).own.isEmpty());
        // An agent who changes it all the same hears what it is.
        Rule other = mine;
        other.name = QStringLiteral("Mine");
        const auto answer = tell(w, w.ada, {thingOf(other)});
        QCOMPARE(answer.own.size(), 1);
        QCOMPARE(answer.own.first().data, codec::toJson(mine));
    }

    void ownThingsAndTheDesksDoNotHideEachOther()
    {
        World w;
        qint64 through = 0;
        QStringList names;
        for (int i = 0; i < 6; ++i) {
            const QString id = QStringLiteral("place %1").arg(i);
            tell(w, w.ada, {{OwnKind::Look, id, 0, i, false, {}}});
            save(w, rule(w, QString::number(i), {RuleEvent::Created}, {}, tagging(QStringLiteral("t"))));
            wire::SyncRequest asked = w.ada.request();
            asked.ownThrough = through;
            const auto answer = w.desk->sync(w.ada.caller(), asked);
            QVERIFY(answer);
            QCOMPARE(answer->own.size(), 2); // exactly what is new since
            QVERIFY(answer->ownThrough > through);
            through = answer->ownThrough;
        }
        QVERIFY(heard(w, w.ada, through).isEmpty());
    }

    void whoeverJoinsTheDeskHearsOfItsRules()
    {
        World w;
        save(w, rule(w, QStringLiteral("Printers"), {RuleEvent::Created}, {}, tagging(QStringLiteral("x"))));
        qint64 through = 0;
        for (int i = 0; i < 5; ++i) { // far ahead with things of their own
            const auto answer = tell(w, w.bob, {{OwnKind::Look, QStringLiteral("p%1").arg(i), 0, i, false, {}}});
            through = answer.ownThrough;
        }
        QVERIFY(heard(w, w.bob, through).isEmpty());
        w.bob.person.role = Role::Agent;
        w.bob.person.queues = {w.front.id};
        World::must(w.desk->updatePerson(w.bob.person));
        QCOMPARE(heard(w, w.bob, through).size(), 1);
    }

    void aDeletedOrPausedRuleDoesNothing()
    {
        World w;
        Rule one = rule(w, QStringLiteral("One"), {RuleEvent::Created}, {}, tagging(QStringLiteral("one")));
        save(w, one);
        QCOMPARE(w.ticket(w.reported(w.anna)).tags.size(), 1);
        one.active = false;
        one.revision = heard(w, w.chief).first().revision;
        save(w, one);
        QCOMPARE(w.ticket(w.reported(w.anna)).tags.size(), 0);
        OwnThing gone = thingOf(one);
        gone.revision = heard(w, w.chief).first().revision;
        gone.gone = true;
        gone.data = {};
        tell(w, w.chief, {gone});
        QCOMPARE(w.ticket(w.reported(w.anna)).tags.size(), 0);
        QVERIFY(heard(w, w.ada).first().gone);
    }

    void aRuleThatMeansNothingIsLeftOut()
    {
        World w;
        save(w, rule(w, QStringLiteral("Broken"), {RuleEvent::Created}, QStringLiteral("state:burning"),
                     tagging(QStringLiteral("x"))));
        save(w, rule(w, QStringLiteral("Good"), {RuleEvent::Created}, {}, tagging(QStringLiteral("y"))));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("a rule is left out")));
        QCOMPARE(w.ticket(w.reported(w.anna)).tags, QStringList{QStringLiteral("y")});
    }

    void aRuleFindsPeopleByTheirNamesOfToday()
    {
        World w;
        save(w, rule(w, QStringLiteral("Bob"), {RuleEvent::Created}, QStringLiteral("requester:robert"),
                     tagging(QStringLiteral("vip"))));
        QCOMPARE(w.ticket(w.reported(w.bob)).tags.size(), 0);
        w.bob.person.name = QStringLiteral("Robert");
        World::must(w.desk->updatePerson(w.bob.person));
        QCOMPARE(w.ticket(w.reported(w.bob)).tags.size(), 1);
    }

    void everyRunIsWrittenDown()
    {
        World w;
        const Rule made = rule(w, QStringLiteral("Printers"), {RuleEvent::Created}, {},
                               tagging(QStringLiteral("x")));
        save(w, made);
        const TicketId id = w.reported(w.anna);
        auto rows = w.desk->store().database().prepare(QStringLiteral(
            "SELECT kind, person, ticket, after FROM audit WHERE kind LIKE 'rule.%' ORDER BY seq"));
        QVERIFY(rows);
        QVERIFY(*rows->next());
        QCOMPARE(rows->text(0), QStringLiteral("rule.save"));
        QCOMPARE(rows->text(1), w.chief.person.id.text());
        QVERIFY(*rows->next());
        QCOMPARE(rows->text(0), QStringLiteral("rule.run"));
        QCOMPARE(rows->text(1), rulesPerson().text());
        QCOMPARE(rows->text(2), id.text());
        QVERIFY(rows->text(3).contains(made.id.text()));
    }

    void aRuleSurvivesItsJson()
    {
        World w;
        Rule one = rule(w, QStringLiteral("One"), {RuleEvent::Created, RuleEvent::Time},
                        QStringLiteral("state:open"), tagging(QStringLiteral("one")));
        one.active = false;
        one.aside = true;
        Result<Rule> again = codec::ruleFrom(codec::toJson(one));
        QVERIFY(again);
        again->id = one.id;
        QCOMPARE(*again, one);
        QJsonObject object = codec::toJson(one);
        object.insert(QLatin1String("when"), QJsonArray());
        QVERIFY(!codec::ruleFrom(object));
        object = codec::toJson(one);
        object.insert(QLatin1String("colour"), QStringLiteral("red"));
        QVERIFY(!codec::ruleFrom(object));
        one.recipe.fields = {{QStringLiteral("owner"), recipeMe()}};
        QVERIFY(!codec::ruleFrom(codec::toJson(one)));
    }
};

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
