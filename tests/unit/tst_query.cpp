// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/limits.h"
#include "core/query/parser.h"
#include "core/query/printer.h"
#include "tests/support/randomquery.h"

#include <QElapsedTimer>
#include <QTest>

using namespace vigie;
using namespace vigie::query;

/// Text to expression and back, and what is said about bad text.
class TestQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textHasOneCanonicalForm_data();
    void textHasOneCanonicalForm();
    void badTextIsToldWithItsPlace_data();
    void badTextIsToldWithItsPlace();
    void whatCouldStandThereIsNamed();
    void everyProblemHasAName();
    void everyExpressionIsReadBackAsItWas();
    void randomTextIsReadOrRefusedAndNeverMore();
    void limitsAreKept();
    void whoeverTypesHasNotFinished();
    void wordsOfTheSurfaceAreUnderstood();
    void buildersKeepTheNormalForm();
    void mentionsAreFoundAnywhere();
};

void TestQuery::textHasOneCanonicalForm_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("canonical");
    const auto row = [](const char *text, const char *canonical) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(canonical);
    };
    row("", "");
    row("   ", "");
    row("status:open queue:Network due<4h \"vpn\"", "state:open queue:Network due<4h vpn");
    row("a b", "a b");
    row("a AND b", "a b");
    row("a OR b c", "a OR b c");
    row("(a OR b) c", "(a OR b) c");
    row("a and b or c", "a and b or c");
    row("((a))", "a");
    row("(a b) c", "a b c");
    row("a OR (b OR c)", "a OR b OR c");
    row("NOT a", "-a");
    row("NOT NOT a", "a");
    row("--a", "a");
    row("-(a b)", "-(a b)");
    row("-(a OR b)", "-(a OR b)");
    row("NOT (a) b", "-a b");
    row("\"paper jam\"", "\"paper jam\"");
    row("\"paper ja\"*", "\"paper ja\"*");
    row("prin*", "prin*");
    row("prin**", "prin*");
    row("\"a \\\"b\\\" \\\\c\"", "\"a \\\"b\\\" \\\\c\"");
    row("\"C:\\temp\"", "C:\\temp");
    row("C:\\temp", "C:\\temp");
    row("\"AND\" b", "\"AND\" b");
    row("\"-a\"", "\"-a\"");
    row("\"state:open\"", "\"state:open\"");
    row("https://example.org/a?b=c", "https://example.org/a?b=c");
    row("12:30", "12:30");
    row("Error: disk full", "Error: disk full");
    row("error::x", "error::x");
    row("INC-0042", "INC-0042");
    row("anna@example.org", "anna@example.org");
    row("printer - jam & more", "printer jam more");
    row("foo\"bar baz\"", "foo \"bar baz\"");
    row("vpn)(", "");
    row("État", "État");
    row("STATE:OPEN", "state:open");
    row("state:open,new", "state:open,new");
    row("state:open,open", "state:open");
    row("state=open", "state:open");
    row("state!=open", "-state:open");
    row("state:!=open", "-state:open");
    row("-state!=open", "state:open");
    row("priority>=high", "priority>=high");
    row("priority:>=high", "priority>=high");
    row("level:L1..L3", "level:L1..L3");
    row("level:l2", "level:L2");
    row("level:..L2", "level:..L2");
    row("priority:low..critical", "priority:low..critical");
    row("owner:me", "owner:me");
    row("owner:ME,none", "owner:me,none");
    row("owner:\"me\"", "owner:\"me\"");
    row("assignee:\"Anna Œhler\"", "owner:\"Anna Œhler\"");
    row("queue:\"a,b\",c", "queue:\"a,b\",c");
    row("tag:none", "tag:none");
    row("tag:\"none\"", "tag:\"none\"");
    row("tag:c++", "tag:c++");
    row("tag:v*", "tag:\"v*\"");
    row("tag:\"<x\"", "tag:\"<x\"");
    row("category:MAIL", "category:mail");
    row("number:#1042", "number:1042");
    row("number:100..200", "number:100..200");
    row("number:100..", "number:100..");
    row("number:5..5", "number:5..5");
    row("number>=7", "number>=7");
    row("number:1,2,3", "number:1,2,3");
    row("created:<7d", "created<7d");
    row("created:7d", "created<=7d");
    row("updated:>2H", "updated>2h");
    row("created:2d..7d", "created:2d..7d");
    row("created:2026-03-01", "created:2026-03-01");
    row("created:2026-03-01..2026-03-05", "created:2026-03-01..2026-03-05");
    row("created>2026-03-01t14:30", "created>2026-03-01T14:30");
    row("created:Today", "created:today");
    row("updated>=this-week", "updated>=this-week");
    row("due:none", "due:none");
    row("pending:none", "wakes:none");
    row("Until<2h", "wakes<2h");
    row("has:attachment,draft", "has:attachment,draft");
    row("is:mine -is:closed", "is:mine -is:closed");
    row("title:\"paper jam\"", "title:\"paper jam\"");
    row("title:a,b*", "title:a,b*");
    row("text:vpn", "vpn");
    row("text:vpn,dns", "text:vpn,dns");
    row("x=1", "x=1");
    row("List<int>", "List<int>");
}

void TestQuery::textHasOneCanonicalForm()
{
    QFETCH(QString, text);
    QFETCH(QString, canonical);
    const Parsed parsed = parse(text);
    if (canonical.isEmpty() && !text.trimmed().isEmpty()) {
        QVERIFY(!parsed.ok());
        return;
    }
    QVERIFY2(parsed.ok(), parsed.ok() ? "" : qPrintable(problemName(parsed.problem->code)));
    QCOMPARE(print(parsed.expr), canonical);
    const Parsed again = parse(canonical);
    QVERIFY(again.ok());
    QVERIFY(again.expr == parsed.expr);
    QCOMPARE(parsed.expr.isEverything(), canonical.isEmpty());
}

void TestQuery::badTextIsToldWithItsPlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("begin");
    QTest::addColumn<int>("end");
    const auto row = [](const char *text, const char *code, int begin, int end) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(code) << begin << end;
    };
    row("stauts:open", "unknown-field", 0, 6);
    row("a foo:bar", "unknown-field", 2, 5);
    row("deu<4h", "unknown-field", 0, 3);
    row("state:opne", "unknown-value", 6, 10);
    row("state:open,opne", "unknown-value", 11, 15);
    row("category:music", "unknown-value", 9, 14);
    row("is:great", "unknown-value", 3, 8);
    row("has:", "expected-value", 4, 4);
    row("state: open", "expected-value", 6, 6);
    row("state:open, new", "expected-value", 11, 11);
    row("owner:\"\"", "expected-value", 6, 8);
    row("state>open", "bad-operator", 5, 6);
    row("tag>=a", "bad-operator", 3, 5);
    row("owner<me", "bad-operator", 5, 6);
    row("title<a", "bad-operator", 5, 6);
    row("priority>high,low", "one-value-only", 8, 9);
    row("due>none", "one-value-only", 3, 4);
    row("number:ten", "bad-number", 7, 10);
    row("number:-5", "bad-number", 7, 9);
    row("number:99999999999999999999", "bad-number", 7, 27);
    row("number:1٢", "bad-number", 7, 9);
    row("number:1..x", "bad-number", 10, 11);
    row("created:yesterda", "bad-time", 8, 16);
    row("created:2026-13-01", "bad-time", 8, 18);
    row("created:2026-02-30", "bad-time", 8, 18);
    row("created:2026-03-01T25:00", "bad-time", 8, 24);
    row("created:1969-12-31", "bad-time", 8, 18);
    row("created<7", "bad-time", 8, 9);
    row("created<7y", "bad-time", 8, 10);
    row("created<999999d", "bad-time", 8, 15);
    row("created:1d,2d", "bad-time", 11, 13);
    row("number:5..1", "bad-range", 7, 11);
    row("number:..", "bad-range", 7, 9);
    row("number>1..5", "bad-range", 7, 11);
    row("number:1..5,7", "bad-range", 7, 11);
    row("level:L3..L1", "bad-range", 6, 12);
    row("priority:critical..low", "bad-range", 9, 22);
    row("created:7d..2d", "bad-range", 8, 14);
    row("created:2d..2026-03-01", "bad-range", 8, 22);
    row("created:2026-03-05..2026-03-01", "bad-range", 8, 30);
    row("\"paper", "unclosed-quote", 0, 6);
    row("a title:\"paper", "unclosed-quote", 8, 14);
    row("(a b", "unclosed-paren", 0, 1);
    row("(a (b)", "unclosed-paren", 0, 1);
    row("a)", "unexpected-close", 1, 2);
    row("(a))", "unexpected-close", 3, 4);
    row(")", "expected-term", 0, 1);
    row("()", "expected-term", 1, 2);
    row("a AND", "expected-term", 5, 5);
    row("a OR OR b", "expected-term", 5, 7);
    row("AND b", "expected-term", 0, 3);
    row("NOT", "expected-term", 3, 3);
    row("a (", "expected-term", 3, 3);
    row("\"...\"", "no-words", 0, 5);
    row("a title:&", "no-words", 8, 9);
}

void TestQuery::badTextIsToldWithItsPlace()
{
    QFETCH(QString, text);
    QFETCH(QString, code);
    QFETCH(int, begin);
    QFETCH(int, end);
    const Parsed parsed = parse(text);
    QVERIFY(!parsed.ok());
    QCOMPARE(problemName(parsed.problem->code), code);
    QCOMPARE(int(parsed.problem->span.begin), begin);
    QCOMPARE(int(parsed.problem->span.end), end);
    QVERIFY(parsed.expr.isEverything());
}

void TestQuery::whatCouldStandThereIsNamed()
{
    const Problem field = *parse(QStringLiteral("stauts:open")).problem;
    QCOMPARE(field.found, QStringLiteral("stauts"));
    QCOMPARE(field.nearest, QStringLiteral("state"));
    QVERIFY(field.expected.contains(QStringLiteral("queue")));
    const Problem value = *parse(QStringLiteral("state:opne")).problem;
    QCOMPARE(value.field, QStringLiteral("state"));
    QCOMPARE(value.nearest, QStringLiteral("open"));
    QCOMPARE(value.expected.size(), enumNames<State>().size());
    QCOMPARE(parse(QStringLiteral("created:todya")).problem->nearest, QStringLiteral("today"));
    QCOMPARE(parse(QStringLiteral("is:xyzzyx")).problem->nearest, QString());
    QVERIFY(parse(QStringLiteral("category:x")).problem->expected.contains(QStringLiteral("none")));
}

void TestQuery::everyProblemHasAName()
{
    QSet<QString> names;
    for (const EnumName<ProblemCode> &entry : problemNames())
        names.insert(problemName(entry.value));
    QCOMPARE(names.size(), int(ProblemCode::NoWords) + 1);
    QVERIFY(!names.contains(QString()));
}

void TestQuery::everyExpressionIsReadBackAsItWas()
{
    const quint64 seed = 20'261;
    SeededRng rng(seed);
    const QStringList odd{
        QStringLiteral("Anna Œhler"), QStringLiteral("me"),      QStringLiteral("none"),
        QStringLiteral("a,b"),        QStringLiteral("x\"y\\z"), QStringLiteral("(p)"),
        QStringLiteral("-5"),         QStringLiteral("AND"),     QStringLiteral("a..b"),
        QStringLiteral("=k"),         QStringLiteral("q*"),      QStringLiteral("state:open"),
        QStringLiteral("plain"),      QStringLiteral("ends\\"),  QStringLiteral("<7d"),
        QStringLiteral("due<4h"),     QStringLiteral("NOT"),     QStringLiteral("!=x")};
    RandomQuery random(rng, {odd, odd, odd, odd, QDate(2026, 3, 1)});
    for (int i = 0; i < 3000; ++i) {
        const Expr expr = random.expr(3);
        const QString text = print(expr);
        if (text.size() > limits::kQueryLength || termsOf(expr).size() > limits::kQueryTerms)
            continue;
        const Parsed parsed = parse(text);
        QVERIFY2(parsed.ok() && parsed.expr == expr,
                 qPrintable(QStringLiteral("seed %1, case %2: %3").arg(seed).arg(i).arg(text)));
        QCOMPARE(print(parsed.expr), text);
    }
}

void TestQuery::randomTextIsReadOrRefusedAndNeverMore()
{
    const quint64 seed = 77;
    SeededRng rng(seed);
    const QStringList bits{
        QStringLiteral("("),     QStringLiteral(")"),  QStringLiteral("\""), QStringLiteral("-"),
        QStringLiteral(" "),     QStringLiteral("*"),  QStringLiteral(","),  QStringLiteral(".."),
        QStringLiteral(":"),     QStringLiteral("<"),  QStringLiteral(">="), QStringLiteral("!="),
        QStringLiteral(" OR "),  QStringLiteral(" AND "), QStringLiteral("NOT "), QStringLiteral("a"),
        QStringLiteral("state:"), QStringLiteral("open"), QStringLiteral("due"), QStringLiteral("4h"),
        QStringLiteral("number:"), QStringLiteral("7"), QStringLiteral("\\"), QStringLiteral("é"),
        QString(QChar(0xd83d)),  QString(QChar(0)),    QString(QChar(0x202e)), QStringLiteral("\n"),
        QStringLiteral("owner:"), QStringLiteral("me"), QStringLiteral("2026-03-01"),
        QStringLiteral("title:"), QStringLiteral("is:")};
    int read = 0;
    for (int i = 0; i < 6000; ++i) {
        QString text;
        for (quint64 n = rng.below(14); n > 0; --n)
            text += bits[qsizetype(rng.below(quint64(bits.size())))];
        for (const bool typing : {false, true}) {
            ParseOptions options;
            options.typing = typing;
            const Parsed parsed = parse(text, options);
            const QString where = QStringLiteral("seed %1, case %2: %3").arg(seed).arg(i).arg(text);
            if (!parsed.ok()) {
                const Span span = parsed.problem->span;
                QVERIFY2(0 <= span.begin && span.begin <= span.end && span.end <= text.size(),
                         qPrintable(where));
                continue;
            }
            ++read;
            const Parsed again = parse(print(parsed.expr));
            QVERIFY2(again.ok() && again.expr == parsed.expr,
                     qPrintable(where + QStringLiteral(" => ") + print(parsed.expr)));
        }
    }
    QVERIFY(read > 500);
}

void TestQuery::limitsAreKept()
{
    const auto code = [](const QString &text) {
        const Parsed parsed = parse(text);
        return parsed.ok() ? QString() : problemName(parsed.problem->code);
    };
    const QString open(limits::kQueryDepth, QLatin1Char('('));
    const QString close(limits::kQueryDepth, QLatin1Char(')'));
    QCOMPARE(code(open + QLatin1Char('a') + close), QString());
    QCOMPARE(code(QLatin1Char('(') + open + QLatin1Char('a') + close + QLatin1Char(')')),
             QStringLiteral("too-deep"));
    QCOMPARE(code(QStringLiteral("a ").repeated(limits::kQueryTerms)), QString());
    QCOMPARE(code(QStringLiteral("a ").repeated(limits::kQueryTerms + 1)),
             QStringLiteral("too-many-terms"));
    QCOMPARE(code(QStringLiteral("number:1")
                  + QStringLiteral(",1").repeated(limits::kQueryValues)),
             QStringLiteral("too-many-terms"));
    QCOMPARE(code(QString(limits::kQueryLength, QLatin1Char('a'))), QString());
    QCOMPARE(code(QString(limits::kQueryLength + 1, QLatin1Char('a'))), QStringLiteral("too-long"));
    // Minuses cost a step each, not a level each.
    QCOMPARE(code(QString(limits::kQueryLength - 1, QLatin1Char('-')) + QLatin1Char('a')),
             QString());
    QCOMPARE(code(QString(50'000'000, QLatin1Char('('))), QStringLiteral("too-long"));
}

void TestQuery::whoeverTypesHasNotFinished()
{
    ParseOptions typing;
    typing.typing = true;
    const auto canonical = [&](const char *text) {
        const Parsed parsed = parse(QString::fromUtf8(text), typing);
        return parsed.ok() ? print(parsed.expr) : problemName(parsed.problem->code);
    };
    QCOMPARE(canonical("prin"), QStringLiteral("prin*"));
    QCOMPARE(canonical("prin "), QStringLiteral("prin"));
    QCOMPARE(canonical("state:open prin"), QStringLiteral("state:open prin*"));
    QCOMPARE(canonical("prin state:open"), QStringLiteral("prin state:open"));
    QCOMPARE(canonical("\"paper ja"), QStringLiteral("\"paper ja\""));
    QCOMPARE(canonical("\"paper\""), QStringLiteral("paper"));
    QCOMPARE(canonical("title:pri"), QStringLiteral("title:pri"));
    QCOMPARE(canonical("a title:\"pri"), QStringLiteral("unclosed-quote"));
}

void TestQuery::wordsOfTheSurfaceAreUnderstood()
{
    class French final : public WordNames
    {
    public:
        QString storedName(Field field, const QString &word) const override
        {
            const QString lower = word.toLower();
            if (field == Field::State && lower == QStringLiteral("planifié"))
                return QStringLiteral("scheduled");
            if (field == Field::Owner && lower == QStringLiteral("moi"))
                return QStringLiteral("me");
            if (field == Field::Tag && lower == QStringLiteral("aucun"))
                return QStringLiteral("none");
            return field == Field::Created && lower == QStringLiteral("hier")
                ? QStringLiteral("yesterday")
                : QString();
        }
    };
    const French french;
    ParseOptions options;
    options.words = &french;
    const Parsed parsed = parse(
        QStringLiteral("state:Planifié owner:moi tag:aucun created:hier owner:\"moi\""), options);
    QVERIFY(parsed.ok());
    QCOMPARE(print(parsed.expr),
             QStringLiteral("state:scheduled owner:me tag:none created:yesterday owner:moi"));
    QVERIFY(!parse(QStringLiteral("state:Planifié")).ok());
}

void TestQuery::buildersKeepTheNormalForm()
{
    const auto read = [](const char *text) { return parse(QString::fromLatin1(text)).expr; };
    QVERIFY(allOf({}).isEverything());
    QVERIFY(allOf({read("a"), Expr{}}) == read("a"));
    QVERIFY(allOf({read("a b"), read("c")}) == read("a b c"));
    QVERIFY(anyOf({read("a OR b"), read("c")}) == read("a OR b OR c"));
    QVERIFY(anyOf({read("a"), Expr{}}).isEverything());
    QVERIFY(negated(negated(read("a"))) == read("a"));
    QCOMPARE(print(allOf({read("is:open"), read("a OR b")})), QStringLiteral("is:open (a OR b)"));
    QCOMPARE(print(termsOf(read("-tag:x")).first(), true), QStringLiteral("-tag:x"));
}

void TestQuery::mentionsAreFoundAnywhere()
{
    const Expr expr = parse(QStringLiteral("a OR -(b has:tag,draft)")).expr;
    QVERIFY(mentions(expr, Flag::Draft));
    QVERIFY(mentions(expr, Flag::Tag));
    QVERIFY(!mentions(expr, Flag::Conflict));
    QVERIFY(!mentions(parse(QStringLiteral("draft title:draft tag:draft")).expr, Flag::Draft));
}

QTEST_APPLESS_MAIN(TestQuery)
#include "tst_query.moc"
