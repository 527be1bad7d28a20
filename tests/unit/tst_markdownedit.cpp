// SPDX-License-Identifier: GPL-3.0-or-later
// Markdown that is written by keys instead of by heart.
#include "core/base/rng.h"
#include "core/text/markdownedit.h"

#include <QTest>

using namespace vigie;
using namespace vigie::markdown;

class TestMarkdownEdit final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMarkIsPutOnAndTakenOff_data();
    void aMarkIsPutOnAndTakenOff();
    void linesBecomeAListAndLinesAgain_data();
    void linesBecomeAListAndLinesAgain();
    void aLinkIsMadeAndUndone_data();
    void aLinkIsMadeAndUndone();
    void enterGoesOnWithAList_data();
    void enterGoesOnWithAList();
    void enterElsewhereIsEnter_data();
    void enterElsewhereIsEnter();
    void twiceIsNothing();

private:
    /// The text without its "[[" and "]]", which are the selection; "|" is the cursor.
    [[nodiscard]] static QString plain(QString marked, Span *selection)
    {
        if (const qsizetype at = marked.indexOf(QLatin1Char('|')); at >= 0) {
            *selection = {at, at};
            return marked.remove(at, 1);
        }
        const qsizetype begin = marked.indexOf(QStringLiteral("«"));
        marked.remove(begin, 1);
        const qsizetype end = marked.indexOf(QStringLiteral("»"));
        *selection = {begin, end};
        return marked.remove(end, 1);
    }
    /// The text after the change, marked in the same way.
    [[nodiscard]] static QString marked(const QString &text, const Change &change)
    {
        QString after = applied(text, change);
        if (change.select.begin == change.select.end)
            return after.insert(change.select.begin, QLatin1Char('|'));
        after.insert(change.select.end, QStringLiteral("»"));
        return after.insert(change.select.begin, QStringLiteral("«"));
    }
};

void TestMarkdownEdit::aMarkIsPutOnAndTakenOff_data()
{
    QTest::addColumn<Mark>("mark");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    const auto row = [](Mark mark, const char *before, const char *after) {
        QTest::addRow("%d %s", int(mark), before)
            << mark << QString::fromUtf8(before) << QString::fromUtf8(after);
    };
    row(Mark::Bold, "a «word» b", "a **«word»** b");
    row(Mark::Bold, "a **«word»** b", "a «word» b");
    row(Mark::Bold, "a «**word**» b", "a «word» b");
    row(Mark::Bold, "a« word »b", "a **«word»** b"); // spaces stay outside
    row(Mark::Bold, "a wo|rd b", "a **wo|rd** b");
    row(Mark::Bold, "a **wo|rd** b", "a wo|rd b");
    row(Mark::Bold, "a |", "a **|**");
    row(Mark::Bold, "a **|**", "a |");
    row(Mark::Bold, "*«word»*", "***«word»***"); // italic already
    row(Mark::Bold, "***«word»***", "*«word»*");
    row(Mark::Bold, "|", "**|**");
    row(Mark::Italic, "«word»", "*«word»*");
    row(Mark::Italic, "*«word»*", "«word»");
    row(Mark::Italic, "**«word»**", "***«word»***"); // bold is not italic
    row(Mark::Italic, "***«word»***", "**«word»**");
    row(Mark::Italic, "zoë|", "*zoë|*");
    row(Mark::Code, "run «ls -l» now", "run `«ls -l»` now");
    row(Mark::Code, "run `«ls -l»` now", "run «ls -l» now");
    row(Mark::Code, "«a\nb»", "«```\na\nb\n```»");
    row(Mark::Code, "«```\na\nb\n```»", "«a\nb»");
    row(Mark::Code, "x\ny«1\n2»z", "x\n«```\ny1\n2z\n```»"); // whole lines
    row(Mark::Bold, "«one\n\ntwo»", "«**one**\n\n**two**»");
    row(Mark::Bold, "«**one**\n\n**two**»", "«one\n\ntwo»");
    row(Mark::Bold, "«- one\n- **two**»", "«- **one**\n- **two**»");
    row(Mark::Italic, "«- one\n  2. two \n> three»", "«- *one*\n  2. *two* \n> *three*»");
    row(Mark::Italic, "«- *one*\n  2. *two* \n> *three*»", "«- one\n  2. two \n> three»");
}

void TestMarkdownEdit::aMarkIsPutOnAndTakenOff()
{
    QFETCH(Mark, mark);
    QFETCH(QString, before);
    QFETCH(QString, after);
    Span selection;
    const QString text = plain(before, &selection);
    QCOMPARE(marked(text, toggled(mark, text, selection)), after);
}

void TestMarkdownEdit::linesBecomeAListAndLinesAgain_data()
{
    QTest::addColumn<Block>("block");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    const auto row = [](Block block, const char *before, const char *after) {
        QTest::addRow("%d %s", int(block), before)
            << block << QString::fromUtf8(before) << QString::fromUtf8(after);
    };
    row(Block::List, "one|", "- one|");
    row(Block::List, "- one|", "one|");
    row(Block::List, "|", "- |");
    row(Block::List, "- |", "|");
    row(Block::List, "a\n«one\n\ntwo\n»b", "a\n«- one\n\n- two»\nb");
    row(Block::List, "«- one\n- two»", "«one\ntwo»");
    row(Block::List, "«- one\ntwo»", "«- one\n- two»"); // all of them first
    row(Block::List, "«1. one\n2. two»", "«- one\n- two»");
    row(Block::Numbers, "«one\ntwo\n\nthree»", "«1. one\n2. two\n\n3. three»");
    row(Block::Numbers, "«1. one\n2) two»", "«one\ntwo»");
    row(Block::Numbers, "«- one\n* two»", "«1. one\n2. two»");
    row(Block::Quote, "«one\n\ntwo»", "«> one\n>\n> two»");
    row(Block::Quote, "«> one\n>\n> two»", "«one\n\ntwo»");
    row(Block::Quote, "o|ne", "> o|ne");
    row(Block::Quote, "> o|ne", "o|ne");
    row(Block::Quote, "«> one\ntwo»", "«> > one\n> two»");
}

void TestMarkdownEdit::linesBecomeAListAndLinesAgain()
{
    QFETCH(Block, block);
    QFETCH(QString, before);
    QFETCH(QString, after);
    Span selection;
    const QString text = plain(before, &selection);
    QCOMPARE(marked(text, toggled(block, text, selection)), after);
}

void TestMarkdownEdit::aLinkIsMadeAndUndone_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *before, const char *after) {
        QTest::newRow(before) << QString::fromUtf8(before) << QString::fromUtf8(after);
    };
    row("see «the guide» now", "see [the guide](«https://») now");
    row("see gui|de", "see [guide](«https://»)");
    row("see |", "see [|](https://)");
    row("«https://a.org/x»", "[|](https://a.org/x)");
    row("see [the gu|ide](https://a.org) now", "see «the guide» now");
    row("see «[a](b)» now", "see «a» now");
    row("see [|](https://a.org)", "see «https://a.org»");
    row("«two\nlines»", "[two lines](«https://»)");
}

void TestMarkdownEdit::aLinkIsMadeAndUndone()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    Span selection;
    const QString text = plain(before, &selection);
    QCOMPARE(marked(text, linked(text, selection)), after);
}

void TestMarkdownEdit::enterGoesOnWithAList_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *before, const char *after) {
        QTest::newRow(before) << QString::fromUtf8(before) << QString::fromUtf8(after);
    };
    row("- one|", "- one\n- |");
    row("* one|\nmore", "* one\n* |\nmore");
    row("  - o|ne", "  - o\n  - |ne");
    row("9. one|", "9. one\n10. |");
    row("1) one|", "1) one\n2) |");
    row("- [x] done|", "- [x] done\n- [ ] |");
    row("> said|", "> said\n> |");
    row("> - one|", "> - one\n> - |");
    row("- one\n- |", "- one\n|");
    row("- [ ] |", "|");
    row("> |", "|");
    row("> - |", "> |");
}

void TestMarkdownEdit::enterGoesOnWithAList()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    Span cursor;
    const QString text = plain(before, &cursor);
    const auto change = continued(text, cursor.begin);
    QVERIFY(change.has_value());
    QCOMPARE(marked(text, *change), after);
}

void TestMarkdownEdit::enterElsewhereIsEnter_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"|", "words|", "-no item|", "1.5 kg|", "|- one", "-| one", "    - code|",
                             "```\n- code|\n```", "**bold** words|", "----|"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestMarkdownEdit::enterElsewhereIsEnter()
{
    QFETCH(QString, text);
    Span cursor;
    const QString bare = plain(text, &cursor);
    QVERIFY(!continued(bare, cursor.begin));
}

/// Putting on and taking off, whatever is selected in whatever text, gives the text back.
void TestMarkdownEdit::twiceIsNothing()
{
    SeededRng rng(3);
    const QStringList words{QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("é"),
                            QStringLiteral(" "),   QStringLiteral("\n"),  QStringLiteral(" ")};
    for (int round = 0; round < 400; ++round) {
        QString text;
        for (quint64 i = rng.below(9); i > 0; --i)
            text += words.at(int(rng.below(quint64(words.size()))));
        const qsizetype begin = qsizetype(rng.below(quint64(text.size() + 1)));
        const qsizetype end = begin + qsizetype(rng.below(quint64(text.size() - begin + 1)));
        for (const Mark mark : {Mark::Bold, Mark::Italic, Mark::Code}) {
            const Change on = toggled(mark, text, {begin, end});
            const QString marked = applied(text, on);
            QCOMPARE(applied(marked, toggled(mark, marked, on.select)), text);
        }
    }
}

QTEST_GUILESS_MAIN(TestMarkdownEdit)
#include "tst_markdownedit.moc"
