// SPDX-License-Identifier: GPL-3.0-or-later
// What is being written at the cursor of a message.
#include "core/base/rng.h"
#include "core/text/codespans.h"
#include "core/text/placeholders.h"
#include "core/text/wordtrigger.h"

#include <QTest>

using namespace vigie;

class TestWordTrigger final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSignAtTheBeginningOfAWordOpens_data();
    void aSignAtTheBeginningOfAWordOpens();
    void whatOnlyLooksLikeASignDoesNot_data();
    void whatOnlyLooksLikeASignDoesNot();
    void codeIsFoundWhereverItStands_data();
    void codeIsFoundWhereverItStands();
    void placeholdersAreFilledAndTheOthersStay_data();
    void placeholdersAreFilledAndTheOthersStay();
    void aValueIsNeverReadAsAPlaceholder();
    void anyTextAndPlaceIsAnswered();
};

namespace {

/// The text without its "|", which is the cursor.
QString without(const char *marked, qsizetype *cursor)
{
    QString text = QString::fromUtf8(marked);
    *cursor = text.indexOf(QLatin1Char('|'));
    return text.remove(*cursor, 1);
}

} // namespace

void TestWordTrigger::aSignAtTheBeginningOfAWordOpens_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<WordTrigger::Kind>("kind");
    QTest::addColumn<int>("begin");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *text, WordTrigger::Kind kind, int begin, const char *word) {
        QTest::newRow(text) << QByteArray(text) << kind << begin << QString::fromUtf8(word);
    };
    using Kind = WordTrigger::Kind;
    row("::|", Kind::Canned, 0, "");
    row("::gre|", Kind::Canned, 0, "gre");
    row("Hello ::reset pass|", Kind::Canned, 6, "reset pass");
    row("Hello\n::bye|\nmore", Kind::Canned, 6, "bye");
    row("@|", Kind::Person, 0, "");
    row("ask @zo\xc3\xab|", Kind::Person, 4, "zo\xc3\xab");
    row("ask @Ben Lef|", Kind::Person, 4, "Ben Lef");
    row("(@ben|)", Kind::Person, 1, "ben");
    row("see #1042|", Kind::Ticket, 4, "1042");
    row("see #printer floor|", Kind::Ticket, 4, "printer floor");
    row("#1042|", Kind::Ticket, 0, "1042");
    row("#title|", Kind::Ticket, 0, "title");
    row("a@b.org #7f3a|", Kind::Ticket, 8, "7f3a");
    row("#12 and @ben|", Kind::Person, 8, "ben");
    row("`code` @ben|", Kind::Person, 7, "ben");
    row("```\ncode\n```\n::a|", Kind::Canned, 13, "a");
    row("- item\n    ::a|", Kind::Canned, 11, "a"); // an item that goes on is no code
    row("@ben|, please", Kind::Person, 0, "ben");
}

void TestWordTrigger::aSignAtTheBeginningOfAWordOpens()
{
    QFETCH(QByteArray, text);
    QFETCH(WordTrigger::Kind, kind);
    QFETCH(int, begin);
    QFETCH(QString, word);
    qsizetype cursor = 0;
    const QString plain = without(text.constData(), &cursor);
    const auto found = triggerAt(plain, cursor);
    QVERIFY(found.has_value());
    QCOMPARE(found->kind, kind);
    QCOMPARE(int(found->begin), begin);
    QCOMPARE(found->end, cursor);
    QCOMPARE(found->word, word);
}

void TestWordTrigger::whatOnlyLooksLikeASignDoesNot_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *text) { QTest::newRow(text) << QByteArray(text); };
    row("|");
    row("plain words|");
    row("anna@exam|"); // a mail address
    row("anna.o@|");
    row("std::str|");
    row("`std ::str|"); // between backticks, also before they are closed
    row("`::a|`");
    row("``a ` ::b|``");
    row("```\n::a|");
    row("```cpp\n@ben|\n```");
    row("~~~\n#12|");
    row("    ::a|");
    row("\t@ben|");
    row("text\n\n    #12|");
    row("# |");
    row("# Head|");
    row("## Head|");
    row("##|");
    row("@@ben|");
    row(":::a|");
    row(":a|");
    row("::1|"); // this computer's address
    row("fe80::1|");
    row("C#|");
    row("http://x.org/a#b|");
    row("http://x.org/#b|");
    row("12::30|");
    row("@ben |"); // the word has ended
    row("#1042 is|"); // and so has a number
    row("@one two three four five|");
    row("@b|en"); // within a word
    row("@\nben|");
    row("#!|");
    row("@a-name-that-is-longer-than-anybody-will-ever-write-into-a-message-here|");
}

void TestWordTrigger::whatOnlyLooksLikeASignDoesNot()
{
    QFETCH(QByteArray, text);
    qsizetype cursor = 0;
    const QString plain = without(text.constData(), &cursor);
    QVERIFY(!triggerAt(plain, cursor));
}

void TestWordTrigger::codeIsFoundWhereverItStands_data()
{
    QTest::addColumn<QString>("text"); // code is every C, the rest is not
    const auto row = [](const char *text) { QTest::newRow(text) << QString::fromUtf8(text); };
    row("a `C` a `CC` a");
    row("a ``C`C`` a");
    row("a `C C");
    row("a\n\n    C C\n\n    C\na");
    row("a\n    a"); // a line that goes on
    row("```\nC\nC");
    row("```C\nC\n```\na");
    row("a\n~~~\nC\n```\nC\n~~~\na");
    row("````\nC\n```\nC\n````\na");
    row("```C``` a");
    row("1. a\n\n    a");
    row("    C\n    C\na");
    row("> a `C`\na");
}

void TestWordTrigger::codeIsFoundWhereverItStands()
{
    QFETCH(QString, text);
    const QList<Span> spans = codeSpans(text);
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == QLatin1Char('C') || text.at(i) == QLatin1Char('a'))
            QCOMPARE(isWithin(spans, i), text.at(i) == QLatin1Char('C'));
    }
    for (qsizetype i = 1; i < spans.size(); ++i)
        QVERIFY(spans[i - 1].end <= spans[i].begin);
}

void TestWordTrigger::placeholdersAreFilledAndTheOthersStay_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("filled");
    QTest::addColumn<QStringList>("gaps");
    const auto row = [](const char *text, const char *filled, const QStringList &gaps) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(filled) << gaps;
    };
    row("Hello", "Hello", {});
    row("Hello {{requester}},", "Hello Anna,", {});
    row("{{ Requester }}{{ticket}}", "Anna#1042", {});
    row("On {{date}} in {{room 4}}", "On {{date}} in {{room 4}}",
        {QStringLiteral("{{date}}"), QStringLiteral("{{room 4}}")});
    row("{{requester}}: {{date}}", "Anna: {{date}}", {QStringLiteral("{{date}}")});
    row("{{title}}", "{{title}}", {QStringLiteral("{{title}}")}); // has no value yet
    row("{{}} {{ {{requester}} {{a\nb}} {a} {{open", "{{}} {{ Anna {{a\nb}} {a} {{open", {});
}

void TestWordTrigger::placeholdersAreFilledAndTheOthersStay()
{
    QFETCH(QString, text);
    QFETCH(QString, filled);
    QFETCH(QStringList, gaps);
    const FilledText made = fillPlaceholders(
        text, {{QStringLiteral("requester"), QStringLiteral("Anna")},
               {QStringLiteral("ticket"), QStringLiteral("#1042")},
               {QStringLiteral("title"), QString()}});
    QCOMPARE(made.text, filled);
    QStringList found;
    for (const Span &gap : made.gaps)
        found.append(made.text.mid(gap.begin, gap.end - gap.begin));
    QCOMPARE(found, gaps);
}

void TestWordTrigger::aValueIsNeverReadAsAPlaceholder()
{
    const FilledText made = fillPlaceholders(
        QStringLiteral("{{title}} by {{agent}}"),
        {{QStringLiteral("title"), QStringLiteral("{{agent}} {{x}}")},
         {QStringLiteral("agent"), QStringLiteral("Ben")}});
    QCOMPARE(made.text, QStringLiteral("{{agent}} {{x}} by Ben"));
    QVERIFY(made.gaps.isEmpty());
}

void TestWordTrigger::anyTextAndPlaceIsAnswered()
{
    SeededRng rng(11);
    const QString signs = QStringLiteral("::@##`` \n\t~~{}a1-");
    for (int round = 0; round < 400; ++round) {
        QString text;
        for (quint64 i = rng.below(60); i > 0; --i)
            text += signs.at(int(rng.below(quint64(signs.size()))));
        for (qsizetype cursor = 0; cursor <= text.size(); ++cursor) {
            if (const auto found = triggerAt(text, cursor)) {
                QVERIFY(found->begin >= 0 && found->begin < found->end && found->end == cursor);
                QVERIFY(text.mid(found->begin, cursor - found->begin).endsWith(found->word));
                QVERIFY(!isWithin(codeSpans(text), found->begin));
            }
        }
        QCOMPARE(fillPlaceholders(text, {}).text, text);
    }
    QVERIFY(!triggerAt(QStringLiteral("@a"), 7));
    QVERIFY(!triggerAt(QStringLiteral("@a"), -1));
}

QTEST_GUILESS_MAIN(TestWordTrigger)
#include "tst_wordtrigger.moc"
