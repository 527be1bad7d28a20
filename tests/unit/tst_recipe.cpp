// SPDX-License-Identifier: GPL-3.0-or-later
// Recipes: what they do, in which order, and what they say they would do.
#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/base/rng.h"
#include "core/ops/macro.h"
#include "core/ops/rehearsal.h"

#include <QTest>

using namespace vigie;

namespace {

class StillClock final : public Clock
{
public:
    qint64 nowMs() const override { return 1'700'000'000'000; }
    qint64 monotonicMs() const override { return nowMs(); }
};

QString fieldOf(const Payload &step)
{
    const auto *set = std::get_if<SetField>(&step);
    return set ? set->field : QString();
}

} // namespace

class TestRecipe final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMacroSurvivesItsJson();
    void whatBreaksARuleIsRefused_data();
    void whatBreaksARuleIsRefused();
    void wordsComeFirstAndTheQueueLast();
    void meIsWhoeverRunsIt();
    void aRehearsalTellsEverythingThatWouldBeDifferent();
    void whatIsSoAlreadyIsNoStep();
    void oneRefusedStepRefusesAll();
    void aRehearsalIsWhatApplyDoes();
    void recipesOfEarlierVersionsAreRead();
    void aReminderOutlivesTheStateThatTakesItAway();
    void aReminderCountsInTheHoursOfItsQueue();

private:
    [[nodiscard]] ApplyContext context() const
    {
        ApplyContext made;
        made.actor = actorOf(m_ben);
        made.now = m_clock.nowMs();
        made.queueExists = [](const QueueId &) { return true; };
        made.person = [this](const PersonId &id) -> std::optional<Person> {
            return id == m_ben.id ? std::optional(m_ben) : std::nullopt;
        };
        return made;
    }
    [[nodiscard]] TicketState ticket()
    {
        TicketState state;
        state.exists = true;
        state.ticket.id = m_ids.make<TicketId>();
        state.ticket.number = 7;
        state.ticket.title = QStringLiteral("No signal");
        state.ticket.state = State::Open;
        state.ticket.queue = m_ben.queues.first();
        state.ticket.owner = m_ben.id;
        state.ticket.requester = m_ids.make<PersonId>();
        state.ticket.tags = {QStringLiteral("old")};
        return state;
    }

    StillClock m_clock;
    SeededRng m_rng{5};
    IdGenerator m_ids{m_clock, m_rng};
    Person m_ben = [this] {
        Person made;
        made.id = m_ids.make<PersonId>();
        made.name = QStringLiteral("Ben");
        made.role = Role::Agent;
        made.queues = {m_ids.make<QueueId>()};
        return made;
    }();
};

void TestRecipe::aMacroSurvivesItsJson()
{
    Macro macro;
    macro.name = QStringLiteral("Ask for the serial number");
    macro.next = true;
    macro.recipe.fields = {{QStringLiteral("owner"), recipeMe()},
                           {QStringLiteral("priority"), QStringLiteral("high")},
                           {QStringLiteral("cf.room"), QStringLiteral("B 12")},
                           {QStringLiteral("queue"), m_ben.queues.first().text()}};
    macro.recipe.level = Level::L3;
    macro.recipe.state = State::WaitingRequester;
    macro.recipe.wake = WakeAfter{WakeAfter::Kind::Days, 2};
    macro.recipe.addTags = {QStringLiteral("serial")};
    macro.recipe.removeTags = {QStringLiteral("new")};
    macro.recipe.words = Recipe::Words{MessageKind::Reply, QStringLiteral("Dear {{requester}}")};
    const Result<Macro> again = codec::macroFrom(codec::toJson(macro));
    QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
    QCOMPARE(*again, macro);
    macro.aside = true;
    QCOMPARE(*codec::macroFrom(codec::toJson(macro)), macro);
}

void TestRecipe::whatBreaksARuleIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const QByteArray &recipe) {
        QTest::newRow(name) << QByteArray(R"({"name":"n","recipe":)" + recipe + '}');
    };
    row("nothing at all", "{}");
    row("a key of another time", R"({"state":"open","colour":"red"})");
    row("a state that is none", R"({"state":"burning"})");
    row("new again", R"({"state":"new"})");
    row("a level that is none", R"({"level":"L9"})");
    row("a title", R"({"fields":{"title":"Other"}})");
    row("a priority that is none", R"({"fields":{"priority":"huge"}})");
    row("a queue that is no id", R"({"fields":{"queue":"me"}})");
    row("a value that is no text", R"({"fields":{"priority":1}})");
    row("an empty tag", R"({"add-tags":[" "]})");
    row("an empty reply", R"({"words":{"kind":"reply","body":"\n"}})");
    row("a report", R"({"words":{"kind":"report","body":"x"}})");
    row("a reminder of no kind", R"({"wake":{"count":2}})");
    row("a reminder that is none", R"({"wake":{"kind":"soon"}})");
    row("no days at all", R"({"wake":{"kind":"days","count":0}})");
    row("too many days", R"({"wake":{"kind":"days","count":366}})");
    row("two next weeks", R"({"wake":{"kind":"next-week","count":2}})");
    row("a reminder with more", R"({"wake":{"kind":"days","zone":"UTC"}})");
    row("a moment of its own", R"({"fields":{"pending-until":"1700000000000"}})");
    row("too long words", R"({"words":{"kind":"note","body":")"
            + QByteArray(limits::kRecipeBody + 1, 'x') + "\"}}");
    QTest::newRow("no name") << QByteArray(R"({"recipe":{"state":"open"}})");
    QTest::newRow("a name of two lines") << QByteArray(R"({"name":"a\nb","recipe":{"state":"open"}})");
    QTest::newRow("no recipe") << QByteArray(R"({"name":"n"})");
}

void TestRecipe::whatBreaksARuleIsRefused()
{
    QFETCH(QByteArray, json);
    const auto object = json::parseObject(json, 100'000);
    QVERIFY(object);
    const Result<Macro> macro = codec::macroFrom(*object);
    QVERIFY(!macro);
    QCOMPARE(macro.error().code, ErrorCode::Invalid);
}

void TestRecipe::wordsComeFirstAndTheQueueLast()
{
    Recipe recipe;
    recipe.fields = {{QStringLiteral("queue"), m_ben.queues.first().text()},
                     {QStringLiteral("priority"), QStringLiteral("low")},
                     {QStringLiteral("impact"), QStringLiteral("team")},
                     {QStringLiteral("owner"), QString()}};
    recipe.state = State::Open;
    recipe.level = Level::L2;
    recipe.words = Recipe::Words{MessageKind::Note, QStringLiteral("n")};
    const QList<Payload> steps = stepsOf(recipe, m_ben.id, m_ids.make<MessageId>(), 0);
    QCOMPARE(steps.size(), 7);
    QVERIFY(std::holds_alternative<AddMessage>(steps[0]));
    QCOMPARE(fieldOf(steps[1]), QStringLiteral("impact"));
    QCOMPARE(fieldOf(steps[2]), QStringLiteral("priority")); // or the impact would work it out anew
    QVERIFY(std::holds_alternative<Escalate>(steps[3]));
    QCOMPARE(fieldOf(steps[4]), QStringLiteral("owner"));    // or the escalation would take it away
    QVERIFY(std::holds_alternative<SetState>(steps[5]));
    QCOMPARE(fieldOf(steps[6]), QStringLiteral("queue"));
}

void TestRecipe::meIsWhoeverRunsIt()
{
    Recipe recipe;
    recipe.fields = {{QStringLiteral("owner"), recipeMe()}};
    const QList<Payload> steps = stepsOf(recipe, m_ben.id, {}, 0);
    QCOMPARE(steps, (QList<Payload>{SetField{QStringLiteral("owner"), m_ben.id.text()}}));
}

void TestRecipe::aRehearsalTellsEverythingThatWouldBeDifferent()
{
    Recipe recipe;
    recipe.level = Level::L2;
    recipe.addTags = {QStringLiteral("vpn")};
    const TicketState before = ticket();
    const Rehearsal rehearsal =
        rehearse(before, stepsOf(recipe, m_ben.id, {}, 0), {}, context());
    QVERIFY(!rehearsal.refused);
    QCOMPARE(rehearsal.steps.size(), 2);
    const auto change = [&](const char *field) {
        for (const RehearsedChange &one : rehearsal.changes) {
            if (one.field == QLatin1String(field))
                return one.before + u'>' + one.after;
        }
        return QString();
    };
    QCOMPARE(change("level"), QStringLiteral("L1>L2"));
    QCOMPARE(change("tags"), QStringLiteral(">vpn"));
    // Nobody asked for it, and yet it happens.
    QCOMPARE(change("owner"), m_ben.id.text() + u'>');
}

void TestRecipe::whatIsSoAlreadyIsNoStep()
{
    Recipe recipe;
    recipe.state = State::Open;
    recipe.addTags = {QStringLiteral("old")};
    const Rehearsal rehearsal = rehearse(ticket(), stepsOf(recipe, m_ben.id, {}, 0), {}, context());
    QVERIFY(!rehearsal.refused);
    QVERIFY(rehearsal.steps.isEmpty());
    QVERIFY(rehearsal.changes.isEmpty());
}

void TestRecipe::oneRefusedStepRefusesAll()
{
    Recipe recipe;
    recipe.addTags = {QStringLiteral("vpn")};
    recipe.state = State::WaitingVendor;
    TicketState closed = ticket();
    closed.ticket.state = State::Closed; // can only be opened again
    const Rehearsal rehearsal = rehearse(closed, stepsOf(recipe, m_ben.id, {}, 0), {}, context());
    QVERIFY(rehearsal.refused);
    QCOMPARE(rehearsal.refused->code, ErrorCode::Invalid);
    QVERIFY(rehearsal.changes.isEmpty());
    QVERIFY(rehearse({}, stepsOf(recipe, m_ben.id, {}, 0), {}, context()).refused);
}

void TestRecipe::aRehearsalIsWhatApplyDoes()
{
    Recipe recipe;
    recipe.fields = {{QStringLiteral("impact"), QStringLiteral("company")},
                     {QStringLiteral("urgency"), QStringLiteral("blocked")}};
    recipe.state = State::Resolved;
    const TicketState before = ticket();
    const QList<Payload> steps = stepsOf(recipe, m_ben.id, {}, 0);
    TicketState state = before;
    for (const Payload &step : steps) {
        Op op;
        op.id = m_ids.make<OpId>();
        op.ticket = state.ticket.id;
        op.payload = step;
        op.base = baseFor(step, state.ticket);
        const Outcome outcome = apply(state, op, context());
        QCOMPARE(outcome.verdict, Verdict::Applied);
        state = outcome.state;
    }
    const Rehearsal rehearsal = rehearse(before, steps, {}, context());
    QCOMPARE(rehearsal.changes, changesBetween(before.ticket, state.ticket));
    const auto priority = std::find_if(
        rehearsal.changes.cbegin(), rehearsal.changes.cend(),
        [](const RehearsedChange &one) { return one.field == QLatin1String("priority"); });
    QVERIFY(priority != rehearsal.changes.cend()); // it follows from the matrix
    QCOMPARE(priority->after, QStringLiteral("critical"));
}

void TestRecipe::recipesOfEarlierVersionsAreRead()
{
    const auto old = json::parseObject(
        R"({"fields":{"cf.Room":"B 12"},"state":"open","add-tags":["a"]})", 1'000);
    const Result<Recipe> recipe = codec::recipeFrom(*old);
    QVERIFY(recipe);
    QVERIFY(!recipe->wake);
    // ... and what sets no reminder is written as before, so that earlier versions read it.
    QVERIFY(!codec::toJson(*recipe).contains(QStringLiteral("wake")));
}

void TestRecipe::aReminderOutlivesTheStateThatTakesItAway()
{
    TicketState before = ticket();
    before.ticket.state = State::WaitingVendor;
    before.ticket.pendingUntil = 5;
    Recipe recipe;
    recipe.state = State::Open; // whoever goes on needs no reminder any more
    recipe.wake = WakeAfter{WakeAfter::Kind::Hours, 2};
    const qint64 at = wakesAt(recipe, before.ticket, {}, m_clock.nowMs());
    QCOMPARE(at, m_clock.nowMs() / 60'000 * 60'000 + 2 * 3'600'000);
    Rehearsal rehearsal = rehearse(before, stepsOf(recipe, m_ben.id, {}, at), {}, context());
    QVERIFY(!rehearsal.refused);
    QCOMPARE(rehearsal.state.ticket.pendingUntil, at);
    // Where the state is so already, the reminder is set all the same.
    before.ticket.state = State::Open;
    rehearsal = rehearse(before, stepsOf(recipe, m_ben.id, {}, at), {}, context());
    QCOMPARE(rehearsal.steps.size(), 1);
    QCOMPARE(rehearsal.state.ticket.pendingUntil, at);
    recipe.wake = WakeAfter{WakeAfter::Kind::Never, 1};
    QCOMPARE(wakesAt(recipe, before.ticket, {}, m_clock.nowMs()), 0);
    rehearsal = rehearse(before, stepsOf(recipe, m_ben.id, {}, 0), {}, context());
    QCOMPARE(rehearsal.state.ticket.pendingUntil, 0);
}

void TestRecipe::aReminderCountsInTheHoursOfItsQueue()
{
    BusinessCalendar nights; // somewhere else, and at other hours
    nights.zone = QTimeZone("Asia/Tokyo");
    for (QList<BusinessCalendar::Span> &day : nights.week)
        day = {{20 * 60, 23 * 60}};
    ServiceContract contract;
    contract.calendar = QStringLiteral("nights");
    contract.queues = m_ben.queues;
    contract.within(ClockKind::Ownership) = {{Priority::Normal, 1}};
    const ServiceBook book{{{contract.calendar, nights}}, {contract}};
    TicketState state = ticket();
    state.ticket.priority = Priority::Normal;
    Recipe recipe;
    recipe.wake = WakeAfter{WakeAfter::Kind::NextMorning, 1};
    const qint64 at = wakesAt(recipe, state.ticket, book, m_clock.nowMs());
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(at, nights.zone);
    QCOMPARE(local.time(), QTime(20, 0));
    QCOMPARE(local.date(), QDateTime::fromMSecsSinceEpoch(m_clock.nowMs(), nights.zone).date().addDays(1));
}

QTEST_GUILESS_MAIN(TestRecipe)
#include "tst_recipe.moc"
