// SPDX-License-Identifier: GPL-3.0-or-later
// What is put together for whoever gets a ticket next: found in the conversation, quoted word for
// word, and short.
#include "app/text/firststeps.h"
#include "app/text/handovertext.h"
#include "app/text/laddertext.h"

#include <QRegularExpression>
#include <QTest>

using namespace vigie;

namespace {

constexpr qint64 kNow = 1'790'000'000'000;
constexpr qint64 kMinute = 60'000;

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

/// Anna's request and what was said about it.
struct Case {
    PersonId anna = PersonId(QUuid::createUuid());
    PersonId ben = PersonId(QUuid::createUuid());
    QueueId desk = QueueId(QUuid::createUuid());
    QueueId field = QueueId(QUuid::createUuid());
    NamesById names{{desk.text(), text("Desk")}, {field.text(), text("Field work")}};
    Ticket ticket;
    QList<Message> thread;
    qint64 at = kNow - 300 * kMinute;

    Case()
    {
        ticket.id = TicketId(QUuid::createUuid());
        ticket.number = 1042;
        ticket.title = text("VPN drops");
        ticket.requester = anna;
        ticket.requesterName = text("Anna");
        ticket.contactName = text("Ben");
        ticket.queue = desk;
        ticket.createdAt = at;
        ticket.kit.what = text("The tunnel closes.\n# every ten minutes");
        ticket.kit.people = 12;
        ticket.kit.facts = {{text("Free disk space"), text("12 GB\n- [x] owned")}};
    }
    Message &say(const PersonId &who, const char *words, MessageKind kind = MessageKind::Reply)
    {
        Message message;
        message.id = MessageId(QUuid::createUuid());
        message.ticket = ticket.id;
        message.author = who;
        message.authorName = who == anna ? text("Anna") : text("Ben");
        message.body = text(words);
        message.kind = kind;
        message.visibility = visibilityOf(kind);
        message.receivedAt = message.writtenAt = at += kMinute;
        thread.append(message);
        return thread.last();
    }
    void note(const char *words) { say(ben, words, MessageKind::Note); }
    void escalate(const char *from, const char *to, const char *reason,
                  const QueueId &fromQueue = {}, const QueueId &toQueue = {})
    {
        at += 30 * kMinute; // nobody takes it back any more
        Message &event = say(ben, "", MessageKind::Event);
        event.visibility = Visibility::Internal;
        event.event = text("escalate");
        event.params = {{text("from"), text(from)}, {text("to"), text(to)},
                        {text("reason"), text(reason)}};
        if (!toQueue.isNull()) {
            event.params.insert(text("fromQueue"), fromQueue.text());
            event.params.insert(text("toQueue"), toQueue.text());
            ticket.queue = toQueue;
        }
        ticket.level = enumStored(text(to), Level::L1);
    }
    [[nodiscard]] Ladder ladder() const
    {
        return ladderOf(ticket, thread, kNow);
    }
    [[nodiscard]] QString summary() const
    {
        return HandoverText::summary(ticket, thread, ladder(), names, kNow);
    }
};

} // namespace

class TestHandover final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsAreFoundByTheirFirstWords_data();
    void stepsAreFoundByTheirFirstWords();
    void taskListsSayWhatIsDoneAndWhatIsNot();
    void quotedLinesAreSomebodyElses();
    void questionsAreFoundUntilTheOtherSideSpeaks();
    void theSummarySaysWhatWhenWhoTriedAndLeft();
    void foreignWordsAreQuotedAndStartNothing();
    void aSummaryIsNotReadAsNewSteps();
    void aLongConversationGivesAShortSummary();
    void anEmptyTicketStillGivesOne();
    void theWarningComesAtTheThirdTransfer();
    void theWarningSaysWhyItCameBackLast();
    void aLongWayLosesItsMiddle();
};

void TestHandover::stepsAreFoundByTheirFirstWords_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QStringList>("tried");
    QTest::addColumn<QStringList>("open");
    const auto row = [](const char *body, const QStringList &tried, const QStringList &open = {}) {
        QTest::newRow(body) << text(body) << tried << open;
    };
    row("I tried another cable.", {text("I tried another cable")});
    row("Restarted the tunnel; tested it twice.",
        {text("Restarted the tunnel"), text("tested it twice")});
    row("And then I rebooted.", {text("And then I rebooted")});
    row("Vérifié le câble.", {text("Vérifié le câble")});
    row("J’ai redémarré le poste", {text("J’ai redémarré le poste")});
    row("Nous avons déjà testé", {text("Nous avons déjà testé")});
    row("- mis à jour le pilote", {text("mis à jour le pilote")});
    row("2) swapped the dock", {text("swapped the dock")});
    row("Not tried: another port", {}, {text("Not tried: another port")});
    row("Reste à vérifier le commutateur.", {}, {text("Reste à vérifier le commutateur")});
    row("Je n’ai pas essayé le Wi-Fi", {}, {text("Je n’ai pas essayé le Wi-Fi")});
    row("Tried it with her?", {});
    row("Triedness is no word", {});
    row("It works. The tests pass.", {});
    row("Et alors", {});
    row("", {});
}

void TestHandover::stepsAreFoundByTheirFirstWords()
{
    QFETCH(QString, body);
    QFETCH(QStringList, tried);
    QFETCH(QStringList, open);
    const FirstSteps steps = firstStepsIn(body);
    QCOMPARE(steps.tried, tried);
    QCOMPARE(steps.open, open);
    // Decomposed accents are the same letters.
    QCOMPARE(firstStepsIn(body.normalized(QString::NormalizationForm_D)).tried.size(), tried.size());
}

void TestHandover::taskListsSayWhatIsDoneAndWhatIsNot()
{
    Case c;
    c.note("- [x] cable swapped\n- [ ] other port\n* [ ] other dock");
    QCOMPARE(HandoverText::tried(c.thread).size(), 1);
    QVERIFY(c.summary().contains(text("**Not tried yet:**\n- “other port” – Ben\n- “other dock” – Ben")));
    c.note("- [X] other port");
    QVERIFY(!c.summary().contains(text("Not tried yet:**\n- “other port”")));
    QVERIFY(c.summary().contains(text("- “other dock” – Ben")));
}

void TestHandover::quotedLinesAreSomebodyElses()
{
    QCOMPARE(firstStepsIn(text("> I tried this\nNo luck")), FirstSteps());
    QVERIFY(questionsIn(text("> Does it work?\nIt does.")).isEmpty());
    QCOMPARE(questionsIn(text("Hello. Does it work? Then good.")), QStringList{text("Does it work?")});
}

void TestHandover::questionsAreFoundUntilTheOtherSideSpeaks()
{
    Case c;
    c.say(c.ben, "Does it also happen at home?");
    QVERIFY(c.summary().contains(text("**Open questions:**\n- “Does it also happen at home?” – Ben")));
    c.note("Is she at home at all?"); // nobody outside was asked
    QVERIFY(!c.summary().contains(text("at home at all")));
    c.say(c.anna, "Yes. When will it work?");
    QVERIFY(!c.summary().contains(text("also happen")));
    QVERIFY(c.summary().contains(text("- “When will it work?” – Anna")));
}

void TestHandover::theSummarySaysWhatWhenWhoTriedAndLeft()
{
    Case c;
    c.say(c.anna, "I restarted it.");
    c.note("Tested with another account. Still to check: the concentrator");
    c.say(c.anna, "It dropped again");
    const QString summary = c.summary();
    QVERIFY(summary.startsWith(text("**What:** VPN drops\n\n> The tunnel closes.\n> # every ten minutes\n")));
    QVERIFY2(summary.contains(text("**Who:** Anna, ")), qPrintable(summary));
    QVERIFY(summary.contains(text("in contact with Ben")));
    QVERIFY(summary.contains(text("**When:** reported ")));
    QVERIFY(summary.contains(
        text("**Tried:**\n- “I restarted it” – Anna\n- “Tested with another account” – Ben\n")));
    QVERIFY(summary.contains(text("**Not tried yet:**\n- “Still to check: the concentrator” – Ben")));
    QVERIFY(summary.contains(text("**Last words of Anna, ")));
    QVERIFY(summary.contains(text("\n> It dropped again")));
    QVERIFY(!summary.contains(text("Path so far")));
    c.escalate("L1", "L2", "");
    QVERIFY(c.summary().endsWith(text("**Path so far:** Level 1 · Desk → Level 2 · Desk")));
}

void TestHandover::foreignWordsAreQuotedAndStartNothing()
{
    Case c;
    c.ticket.title = text("# Title\n- [x] tried");
    c.ticket.kit.errorText = text("```\n- [x] tried everything\n<b>bold</b>");
    c.ticket.kit.who = text("all\n# of us");
    c.say(c.anna, "[x](javascript:1)\n# Heading\n- [ ] a task\n    code");
    const QString summary = c.summary();
    static const QRegularExpression ours(
        text("^(\\*\\*[^*]+:\\*\\*( .*)?|- .*|> .*|>)$"));
    for (const QString &line : summary.split(u'\n', Qt::SkipEmptyParts))
        QVERIFY2(ours.match(line).hasMatch(), qPrintable(line));
    QVERIFY(summary.contains(text("> - [x] tried everything")));
    QVERIFY(!summary.contains(text("\n- [x]")));
}

void TestHandover::aSummaryIsNotReadAsNewSteps()
{
    Case c;
    c.note("Restarted the tunnel.\n- [ ] other port");
    const QString first = c.summary();
    c.note(first.toUtf8().constData());
    QCOMPARE(HandoverText::tried(c.thread).size(), 1);
    QCOMPARE(c.summary().count(text("other port")), 1);
    c.note((first + text("\n- Swapped the dock")).toUtf8().constData());
    QCOMPARE(HandoverText::tried(c.thread).size(), 2); // what the person added to it
}

void TestHandover::aLongConversationGivesAShortSummary()
{
    Case c;
    c.ticket.kit.what = text("word ").repeated(5'000);
    for (int i = 0; i < 300; ++i) {
        const QByteArray words = "Tested round " + QByteArray::number(i) + ' '
            + QByteArray("and more ").repeated(50) + "\nNot tried " + QByteArray::number(i)
            + "\nWhy " + QByteArray::number(i) + "?";
        c.say(c.anna, words.constData());
    }
    const QString summary = c.summary();
    QVERIFY2(summary.size() < 6'000, qPrintable(QString::number(summary.size())));
    QVERIFY(summary.contains(text("Tested round 299")));
    QVERIFY(!summary.contains(text("Tested round 1 ")));
}

void TestHandover::anEmptyTicketStillGivesOne()
{
    const QString summary = HandoverText::summary({}, {}, ladderOf({}, {}, kNow), {}, kNow);
    QVERIFY(summary.contains(text("nothing that was written down")));
}

void TestHandover::theWarningComesAtTheThirdTransfer()
{
    Case c;
    QVERIFY(LadderText::warning(c.ladder(), c.names).isEmpty());
    c.escalate("L1", "L2", "");
    QVERIFY(LadderText::warning(c.ladder(), c.names).isEmpty());
    c.escalate("L2", "L3", "");
    const QString warning = LadderText::warning(c.ladder(), c.names);
    QVERIFY2(warning.startsWith(text("This is transfer no. 3. ")), qPrintable(warning));
    QVERIFY(warning.contains(text("Level 1 · Desk → Level 2 · Desk → Level 3 · Desk")));
    QVERIFY(!warning.contains(text("came back")));
}

void TestHandover::theWarningSaysWhyItCameBackLast()
{
    Case c;
    c.escalate("L1", "L2", "", c.desk, c.field);
    c.escalate("L2", "L1", "no error message", c.field, c.desk);
    const QString warning = LadderText::warning(c.ladder(), c.names);
    QVERIFY2(warning.contains(text("Last time it came back from Level 2 · Field work because “no "
                                   "error message”.")),
             qPrintable(warning));
    QCOMPARE(LadderText::passed(c.ladder().stages.last()),
             text("Sent back by Ben: “no error message”"));
    QVERIFY(LadderText::counts(c.ladder()).contains(text("came back")));
}

void TestHandover::aLongWayLosesItsMiddle()
{
    Case c;
    for (int i = 0; i < 12; ++i)
        c.escalate(i % 2 ? "L2" : "L1", i % 2 ? "L1" : "L2", "why");
    const QString path = LadderText::path(c.ladder(), c.names);
    QCOMPARE(path.count(text("→")), 5);
    QVERIFY(path.startsWith(text("Level 1 · Desk → … → ")));
}

QTEST_MAIN(TestHandover)
#include "tst_handover.moc"
