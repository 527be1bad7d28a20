// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/knowledge/candidates.h"
#include "core/knowledge/knowledgelimits.h"
#include "core/knowledge/terms.h"

#include <QSet>
#include <QTest>

#include <limits>

using namespace vigie;
using namespace vigie::knowledge;

namespace {

constexpr qint64 kDay = 86'400'000;
constexpr qint64 kNow = 1'800'000'000'000;

MinedTicket ticket(const QString &id, const QString &title, const QString &report = {})
{
    MinedTicket made;
    made.id = id;
    made.title = title;
    made.report = report;
    made.createdAt = kNow - kDay;
    made.hours = 1;
    return made;
}

/// `count` tickets about one thing, said in ways that differ.
QList<MinedTicket> about(const QString &prefix, const QStringList &words, int count, quint64 seed)
{
    SeededRng rng(seed);
    QList<MinedTicket> tickets;
    for (int i = 0; i < count; ++i) {
        QStringList said = words;
        for (qsizetype at = said.size() - 1; at > 0; --at)
            said.swapItemsAt(at, qsizetype(rng.below(quint64(at) + 1)));
        said.removeLast();
        tickets.append(ticket(prefix + QString::number(i), said.join(QLatin1Char(' ')),
                              QStringLiteral("Bonjour, case%1 number%2, merci").arg(
                                  rng.below(1000)).arg(rng.below(1000))));
    }
    return tickets;
}

QList<MinedTicket> threeTopics()
{
    const auto words = [](const char *text) {
        return QString::fromLatin1(text).split(QLatin1Char(' '));
    };
    return about(QStringLiteral("vpn"), words("vpn tunnel drops laptop home"), 30, 1)
        + about(QStringLiteral("print"), words("printer paper jam tray floor"), 20, 2)
        + about(QStringLiteral("badge"), words("badge door parking barrier lost"), 10, 3);
}

QString prefixOf(const QString &id)
{
    QString prefix = id;
    prefix.removeIf([](QChar c) { return c.isDigit(); });
    return prefix;
}

} // namespace

class TestCandidates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wordsThatTellNothingAreLeftOut_data();
    void wordsThatTellNothingAreLeftOut();
    void whatIsAskedOftenBecomesOneCandidateEach();
    void hoursAndAgeDecideAmongEquallyFrequentOnes();
    void oneTicketThatLayOpenForAYearDoesNotDecide();
    void anArticleThatManyTicketsAreLinkedToCoversThem();
    void theTrendIsToldOnlyWhenThereIsEnough();
    void theSameTicketsGiveTheSameAnswerInPiecesOfAnySize();
    void noCandidateIsToldBeforeTheEnd();
    void miningStopsWhenItIsToldTo();
    void emptyAndHostileTicketsAreBorne();
    void noTicketBelongsToTwoCandidates();
    void thousandsOfTicketsThatShareTheirWordsStayCheap();
    void ratesAreComparedExactly_data();
    void ratesAreComparedExactly();
};

void TestCandidates::wordsThatTellNothingAreLeftOut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("english") << QStringLiteral("Hello, please help me with the VPN tunnels, thanks!")
                             << QStringLiteral("vpn tunnel");
    QTest::newRow("french") << QStringLiteral("Bonjour, l'imprimante du 3e étage est bloquée. Merci")
                            << QStringLiteral("imprimante etage bloquee");
    QTest::newRow("numbers") << QStringLiteral("Error 0x80070005 in 2026, room 4711")
                             << QStringLiteral("error 0x80070005 room");
    QTest::newRow("plurals") << QStringLiteral("réseaux status access")
                             << QStringLiteral("reseau status access");
    QTest::newRow("nothing") << QString() << QString();
}

void TestCandidates::wordsThatTellNothingAreLeftOut()
{
    QFETCH(QString, text);
    QTEST(tellingWords(text, 100).join(QLatin1Char(' ')), "words");
    QVERIFY(tellingWords(text, 1).size() <= 1);
}

void TestCandidates::whatIsAskedOftenBecomesOneCandidateEach()
{
    const QList<FaqCandidate> found = mineCandidates(threeTopics(), kNow);
    QCOMPARE(found.size(), 3);
    const QList<std::pair<QString, int>> expected{
        {QStringLiteral("vpn"), 30}, {QStringLiteral("print"), 20}, {QStringLiteral("badge"), 10}};
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(found[i].count, expected[i].second);
        QCOMPARE(found[i].tickets.size(), found[i].count);
        for (const QString &id : found[i].tickets)
            QCOMPARE(prefixOf(id), expected[i].first);
        QCOMPARE(found[i].samples, found[i].tickets.mid(0, 5));
        QVERIFY(!found[i].title.isEmpty());
        QCOMPARE(found[i].hours, double(found[i].count));
    }
    QVERIFY(found[0].words.contains(QStringLiteral("vpn")));
    QVERIFY(!found[0].words.contains(QStringLiteral("bonjour")));
}

void TestCandidates::hoursAndAgeDecideAmongEquallyFrequentOnes()
{
    const auto lead = [](double vpnHours, qint64 vpnDays) {
        QList<MinedTicket> tickets = threeTopics().mid(0, 50);
        tickets.remove(20, 10); // 20 of each
        for (MinedTicket &one : tickets) {
            if (one.id.startsWith(QLatin1String("vpn"))) {
                one.hours = vpnHours;
                one.createdAt = kNow - vpnDays * kDay;
            }
        }
        const QList<FaqCandidate> found = mineCandidates(tickets, kNow);
        return found.isEmpty() ? QString() : prefixOf(found.first().samples.value(0));
    };
    QCOMPARE(lead(2, 1), QStringLiteral("vpn"));
    QCOMPARE(lead(0.5, 1), QStringLiteral("print"));
    QCOMPARE(lead(1.5, 400), QStringLiteral("print"));
}

void TestCandidates::oneTicketThatLayOpenForAYearDoesNotDecide()
{
    QList<MinedTicket> tickets = threeTopics();
    tickets.last().hours = 24 * 365;
    const QList<FaqCandidate> found = mineCandidates(tickets, kNow);
    QCOMPARE(prefixOf(found.at(0).samples.at(0)), QStringLiteral("badge"));
    QVERIFY(found.at(0).score < 2 * found.at(1).score);
    QVERIFY(found.at(0).hours > 8000);
}

void TestCandidates::anArticleThatManyTicketsAreLinkedToCoversThem()
{
    QList<MinedTicket> tickets = threeTopics();
    for (int i = 0; i < 10; ++i)
        tickets[i].article = QStringLiteral("KB-7");
    tickets[30].article = QStringLiteral("KB-8");
    tickets[31].article = QStringLiteral("KB-8");
    tickets[32].article = QStringLiteral("KB-8");
    tickets[33].article = QStringLiteral("KB-8"); // of 20: less than a quarter
    const QList<FaqCandidate> found = mineCandidates(tickets, kNow);
    QCOMPARE(found.at(0).article, QStringLiteral("KB-7"));
    QCOMPARE(found.at(0).linked, 10);
    QCOMPARE(found.at(1).article, QString());
    QCOMPARE(found.at(1).linked, 4);
}

void TestCandidates::theTrendIsToldOnlyWhenThereIsEnough()
{
    QList<MinedTicket> tickets = threeTopics();
    for (qsizetype i = 0; i < tickets.size(); ++i) {
        if (i < 30)
            tickets[i].createdAt = kNow - (i < 5 ? 100 : 10) * kDay; // 25 now, 5 before
        else if (i < 50)
            tickets[i].createdAt = kNow - (i % 2 == 0 ? 100 : 10) * kDay;
        else
            tickets[i].createdAt = kNow - 10 * kDay;
    }
    const QList<FaqCandidate> found = mineCandidates(tickets, kNow);
    QCOMPARE(found.size(), 3);
    for (const FaqCandidate &candidate : found) {
        const QString topic = prefixOf(candidate.samples.at(0));
        QCOMPARE(candidate.trend, topic == QLatin1String("vpn")     ? RateChange::More
                     : topic == QLatin1String("print") ? RateChange::Same
                                                       : RateChange::TooFew);
        QCOMPARE(candidate.recent + candidate.earlier, candidate.count);
    }
}

void TestCandidates::theSameTicketsGiveTheSameAnswerInPiecesOfAnySize()
{
    const QList<MinedTicket> tickets = threeTopics();
    const QList<FaqCandidate> whole = mineCandidates(tickets, kNow);
    for (const int piece : {1, 7, 1000}) {
        CandidateMiner miner;
        for (const MinedTicket &one : tickets)
            QVERIFY(miner.add(one));
        double progress = 0;
        int steps = 0;
        while (miner.step(piece)) {
            QVERIFY(miner.progress() >= progress);
            progress = miner.progress();
            QVERIFY(++steps < 1000);
        }
        QCOMPARE(miner.progress(), 1.0);
        const QList<FaqCandidate> found = miner.candidates(kNow);
        QCOMPARE(found.size(), whole.size());
        for (qsizetype i = 0; i < found.size(); ++i) {
            QCOMPARE(found[i].tickets, whole[i].tickets);
            QCOMPARE(found[i].score, whole[i].score);
            QCOMPARE(found[i].words, whole[i].words);
        }
        QVERIFY(!miner.step());
        QVERIFY(!miner.add(tickets.first()));
    }
}

void TestCandidates::noCandidateIsToldBeforeTheEnd()
{
    CandidateMiner miner;
    const QList<MinedTicket> tickets = threeTopics();
    for (const MinedTicket &one : tickets)
        QVERIFY(miner.add(one));
    QVERIFY(miner.step(1));
    QVERIFY(miner.candidates(kNow).isEmpty());
}

void TestCandidates::miningStopsWhenItIsToldTo()
{
    int asked = 0;
    QVERIFY(mineCandidates(threeTopics(), kNow, [&asked] { return ++asked < 2; }).isEmpty());
    QCOMPARE(asked, 2);
}

void TestCandidates::emptyAndHostileTicketsAreBorne()
{
    QVERIFY(mineCandidates({}, kNow).isEmpty());
    QList<MinedTicket> tickets;
    for (int i = 0; i < 50; ++i)
        tickets.append(ticket(QString::number(i), QString()));
    QVERIFY(mineCandidates(tickets, kNow).isEmpty());

    for (MinedTicket &one : tickets) {
        one.title = QString(100'000, QLatin1Char('x'));
        one.report = QString(100'000, QChar(0xd800)) + QString(1000, QChar(0));
        one.hours = std::numeric_limits<double>::quiet_NaN();
        one.createdAt = std::numeric_limits<qint64>::max() / 4;
    }
    QVERIFY(mineCandidates(tickets, kNow).isEmpty());

    for (MinedTicket &one : tickets)
        one.title = QStringLiteral("same words exactly");
    const QList<FaqCandidate> same = mineCandidates(tickets, kNow);
    QCOMPARE(same.size(), 1);
    QCOMPARE(same.first().count, 50);
    QVERIFY(same.first().score > 0);
}

void TestCandidates::noTicketBelongsToTwoCandidates()
{
    for (quint64 seed = 1; seed <= 20; ++seed) {
        SeededRng rng(seed);
        QList<MinedTicket> tickets;
        for (int i = 0; i < 300; ++i) {
            QStringList words;
            for (int k = 0; k < 5; ++k)
                words.append(QStringLiteral("word%1x").arg(rng.below(rng.below(60) + 1)));
            tickets.append(ticket(QString::number(i), words.join(QLatin1Char(' '))));
        }
        QSet<QString> seen;
        double last = std::numeric_limits<double>::max();
        for (const FaqCandidate &candidate : mineCandidates(tickets, kNow)) {
            QVERIFY2(candidate.score <= last, qPrintable(QString::number(seed)));
            last = candidate.score;
            QVERIFY(candidate.count >= 5);
            for (const QString &id : candidate.tickets) {
                QVERIFY2(!seen.contains(id), qPrintable(QString::number(seed)));
                seen.insert(id);
            }
        }
    }
}

void TestCandidates::thousandsOfTicketsThatShareTheirWordsStayCheap()
{
    // Each ticket is about nothing that another is about, but all use the same few words: without a
    // bound on the index this is quadratic.
    VectorIndex index;
    SeededRng rng(5);
    for (int i = 0; i < 5'000; ++i) {
        TermVector terms;
        for (quint32 word = 0; word < 8; ++word)
            terms.push_back({word, 1});
        terms.push_back({quint32(1000 + i), 20});
        const TermVector direction = directionOf(std::move(terms), 12);
        const VectorIndex::Match match = index.best(direction);
        QVERIFY(match.likeness < 0.1F);
        QCOMPARE(index.add(direction), i);
        if (i % 500 == 0)
            QCOMPARE(index.best(direction).id, i); // found by the word of its own
    }
}

void TestCandidates::ratesAreComparedExactly_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<double>("beforeWeeks");
    QTest::addColumn<int>("after");
    QTest::addColumn<double>("afterWeeks");
    QTest::addColumn<RateChange>("change");
    const auto row = [](const char *name, int before, double weeks, int after, double afterWeeks,
                        RateChange change) {
        QTest::newRow(name) << before << weeks << after << afterWeeks << change;
    };
    row("nothing", 0, 10, 0, 10, RateChange::TooFew);
    row("few", 11, 10, 0, 10, RateChange::TooFew);
    row("all before", 12, 10, 0, 10, RateChange::Fewer);
    row("all after", 0, 10, 12, 10, RateChange::More);
    row("9 against 3 is chance", 9, 10, 3, 10, RateChange::Same);
    row("11 against 3 is just chance", 11, 10, 3, 10, RateChange::Same);
    row("10 against 2 is not", 10, 10, 2, 10, RateChange::Fewer);
    row("lengths count", 10, 1, 20, 10, RateChange::Fewer);
    row("same rate", 1000, 10, 2000, 20, RateChange::Same);
    row("large", 400'000, 10, 390'000, 10, RateChange::Fewer);
    row("no length", 100, 0, 100, 10, RateChange::TooFew);
    row("no number", 100, std::numeric_limits<double>::quiet_NaN(), 100, 10, RateChange::TooFew);
    row("hostile", std::numeric_limits<int>::max(), 1, std::numeric_limits<int>::max(), 1,
        RateChange::TooFew);
    row("negative", -5, 1, 50, 1, RateChange::TooFew);
}

void TestCandidates::ratesAreComparedExactly()
{
    QFETCH(int, before);
    QFETCH(double, beforeWeeks);
    QFETCH(int, after);
    QFETCH(double, afterWeeks);
    QTEST(compareRates(before, beforeWeeks, after, afterWeeks), "change");
}

QTEST_APPLESS_MAIN(TestCandidates)
#include "tst_candidates.moc"
