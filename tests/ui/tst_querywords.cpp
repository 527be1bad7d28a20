// SPDX-License-Identifier: GPL-3.0-or-later
// What a person is told about a search that cannot be understood.
#include "app/text/queryerrortext.h"
#include "core/query/parser.h"

#include <QTest>

using namespace vigie;

class TestQueryWords final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyProblemHasWordsOfItsOwn();
    void whatWasMeantIsOffered_data();
    void whatWasMeantIsOffered();
    void longTextIsNotRepeated();
};

void TestQueryWords::everyProblemHasWordsOfItsOwn()
{
    QSet<QString> seen;
    for (const auto &entry : query::problemNames()) {
        query::Problem problem;
        problem.code = entry.value;
        problem.found = QStringLiteral("xyz");
        problem.field = QStringLiteral("state");
        const QString words = QueryErrorText::of(problem);
        QVERIFY2(words.endsWith(QLatin1Char('.')), qPrintable(words));
        QVERIFY2(!words.contains(QLatin1String("%1")), qPrintable(words));
        seen.insert(words);
    }
    QCOMPARE(seen.size(), query::problemNames().size());
}

void TestQueryWords::whatWasMeantIsOffered_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *text, const char *part) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(part);
    };
    row("stauts:open", "Did you mean “state”?");
    row("state:opne", "Did you mean “open”?");
    row("category:x", "Possible are hardware, software");
    row("state:", "after “state”");
    row("a AND", "at the end");
    row("a OR OR b", "before “OR”");
    row("created<soon", "“soon” is not a time");
    row("tag<a", "Use “tag:”");
}

void TestQueryWords::whatWasMeantIsOffered()
{
    QFETCH(QString, text);
    QFETCH(QString, part);
    const query::Parsed parsed = query::parse(text);
    QVERIFY(!parsed.ok());
    const QString words = QueryErrorText::of(*parsed.problem);
    QVERIFY2(words.contains(part), qPrintable(words));
}

void TestQueryWords::longTextIsNotRepeated()
{
    const QString name(1000, QLatin1Char('x'));
    QVERIFY(QueryErrorText::of(*query::parse(QStringLiteral("state:") + name).problem).size() < 300);
    const query::UnknownName unknown{query::Field::Owner, name, {}};
    QVERIFY(QueryErrorText::of(unknown).size() < 150);
    QVERIFY(QueryErrorText::of(unknown)
            != QueryErrorText::of(query::UnknownName{query::Field::Queue, name, {}}));
}

QTEST_GUILESS_MAIN(TestQueryWords)
#include "tst_querywords.moc"
