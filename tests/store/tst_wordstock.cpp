// SPDX-License-Identifier: GPL-3.0-or-later
#include "storeworld.h"

#include "core/store/wordstock.h"
#include "core/text/editdistance.h"

using namespace vigie;
using namespace vigie::store;

/// What is offered to those who mistyped a word.
class TestWordStock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lettersAreCounted_data();
    void lettersAreCounted();
    void aMistypedWordIsCorrected_data();
    void aMistypedWordIsCorrected();
    void theMoreFrequentOfTwoNeighboursIsOffered();
    void anythingMayBeTyped();
    void anEmptyCacheOffersNothing();

private:
    static void fill(StoreWorld &w, const QList<QPair<QString, QString>> &tickets);
};

void TestWordStock::fill(StoreWorld &w, const QList<QPair<QString, QString>> &tickets)
{
    w.fullSync = false;
    QVERIFY(w.reopen());
    const QString feed = StoreWorld::queueFeed(w.desk);
    QList<wire::Change> changes;
    for (const auto &[title, words] : tickets) {
        const Ticket ticket = w.ticket(title, w.desk, changes.size() + 1);
        changes << w.said(feed, ticket) << w.said(feed, w.message(ticket, w.anna, words));
    }
    VERIFY_OK(w.apply(w.ben, changes));
}

void TestWordStock::lettersAreCounted_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<int>("most");
    QTest::addColumn<int>("distance");
    const auto row = [](const char *a, const char *b, int most, int distance) {
        QTest::addRow("%s %s %d", a, b, most)
            << QString::fromUtf8(a) << QString::fromUtf8(b) << most << distance;
    };
    row("", "", 2, 0);
    row("printer", "printer", 2, 0);
    row("printer", "priner", 2, 1);
    row("printer", "prinnter", 2, 1);
    row("printer", "printar", 2, 1);
    row("printer", "pritner", 2, 1);
    row("printer", "rpinter", 2, 1);
    row("printer", "painted", 2, 2);
    row("printer", "network", 2, 3);
    row("ab", "", 1, 2);
    row("ab", "ba", 0, 1);
}

void TestWordStock::lettersAreCounted()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(int, most);
    QFETCH(int, distance);
    QCOMPARE(editDistance(a, b, most), distance);
    QCOMPARE(editDistance(b, a, most), distance);
}

void TestWordStock::aMistypedWordIsCorrected_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("offered");
    const auto row = [](const char *typed, const char *offered) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(offered);
    };
    row("prniter", "printer");
    row("pritner jam", "printer jam");
    row("printer", "");           // it is there
    row("prin", "");              // so does something begin
    row("resaeu", "reseau");      // the index knows no accents
    row("réseua", "reseau");
    row("authentification", "authentication"); // two off, in a long word
    row("rpinter", "printer");
    row("tonner", "toner");       // only a message says it
    row("xyzzyx", "");
    row("teh", "");               // too short to guess
    row("state:open pritner", "state:open printer");
    row("state:opne", "");        // a condition is told of elsewhere
    row("INC0042x", "");
}

void TestWordStock::aMistypedWordIsCorrected()
{
    QFETCH(QString, typed);
    QFETCH(QString, offered);
    StoreWorld w;
    fill(w, {{QStringLiteral("Printer jam on floor 2"), QStringLiteral("The toner was changed.")},
             {QStringLiteral("Panne de réseau"), QStringLiteral("Depuis ce matin.")},
             {QStringLiteral("Authentication fails"), QStringLiteral("It says no.")}});
    const auto corrected = WordStock(w.profile->cacheDatabase()).corrected(typed);
    VERIFY_OK(corrected);
    QCOMPARE(*corrected, offered);
}

void TestWordStock::theMoreFrequentOfTwoNeighboursIsOffered()
{
    StoreWorld w;
    fill(w, {{QStringLiteral("caster"), QString()}, {QStringLiteral("master"), QString()},
             {QStringLiteral("mister"), QString()}, {QStringLiteral("mister again"), QString()}});
    QCOMPARE(*WordStock(w.profile->cacheDatabase()).corrected(QStringLiteral("mxster")),
             QStringLiteral("mister"));
}

void TestWordStock::anythingMayBeTyped()
{
    StoreWorld w;
    fill(w, {{QStringLiteral("Printer"), QStringLiteral("x")}});
    const WordStock stock(w.profile->cacheDatabase());
    for (int round = 0; round < 300; ++round) {
        QString text;
        for (int i = int(w.rng.below(30)); i > 0; --i)
            text.append(QChar(char16_t(w.rng.below(4) == 0 ? w.rng.below(0xffff) : 0x20 + w.rng.below(0x60))));
        VERIFY_OK(stock.corrected(text));
    }
    VERIFY_OK(stock.corrected(QString(100'000, QLatin1Char('a'))));
}

void TestWordStock::anEmptyCacheOffersNothing()
{
    StoreWorld w;
    QVERIFY(w.reopen());
    QCOMPARE(*WordStock(w.profile->cacheDatabase()).corrected(QStringLiteral("printer")), QString());
}

QTEST_GUILESS_MAIN(TestWordStock)
#include "tst_wordstock.moc"
