// SPDX-License-Identifier: GPL-3.0-or-later
// Safe blocks: put together within their limits, parted without losing a character or a look.
#include "core/base/rng.h"
#include "core/text/links.h"
#include "core/text/richbuilder.h"
#include "core/text/richlimits.h"
#include "tests/support/richshape.h"

#include <QTest>

using namespace vigie;

class TestRichDoc final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsPutTogetherAreTheWhole();
    void looksMeetLinksWithoutLosingAnything();
    void characterThatDeceiveAreDropped();
    void limitsAreKeptAndSaid();
    void numbersOfTicketsAreWordsOfTheirOwn_data();
    void numbersOfTicketsAreWordsOfTheirOwn();
    void bracketsBelongToAnAddressThatOpenedThem();
    void wordsThatNameAnotherPlaceBelieTheirLink_data();
    void wordsThatNameAnotherPlaceBelieTheirLink();

private:
    [[nodiscard]] static RichText randomText(SeededRng &rng, RichBuilder &builder);
};

RichText TestRichDoc::randomText(SeededRng &rng, RichBuilder &builder)
{
    const char *const pieces[] = {"word", " ", "\n", "https://a.example/x", "#12", "é", ".", "\n\n"};
    builder.openBlock(RichBlock::Kind::Code); // nothing becomes a link by itself
    for (int i = int(rng.below(40)); i > 0; --i) {
        const QString piece = QString::fromUtf8(pieces[rng.below(std::size(pieces))]);
        builder.addText(piece, rng.below(3) ? RichStyles() : RichStyles(RichStyle::Bold),
                        -1);
    }
    builder.addText(u"end");
    return builder.take(false).blocks.first().words;
}

void TestRichDoc::partsPutTogetherAreTheWhole()
{
    SeededRng rng(11);
    for (int round = 0; round < 300; ++round) {
        RichBuilder builder;
        const RichText text = randomText(rng, builder);
        const int lines = 1 + int(rng.below(5));
        QString joined;
        QList<bool> bold;
        const QList<RichText> parts = partsOf(text, lines);
        for (const RichText &part : parts) {
            QVERIFY(part.text.count(QLatin1Char('\n')) < lines);
            if (!joined.isNull())
                joined += QLatin1Char('\n');
            const qsizetype begin = joined.size();
            joined += part.text;
            if (joined.isNull())
                joined = QStringLiteral("");
            bold.resize(joined.size());
            for (const RichSpan &span : part.spans) {
                for (int i = 0; i < span.length; ++i)
                    bold[begin + span.start + i] = true;
            }
        }
        QCOMPARE(joined, text.text);
        bold.resize(text.text.size());
        for (const RichSpan &span : text.spans) {
            for (int i = span.start; i < span.start + span.length; ++i)
                QVERIFY(bold[i] || text.text[i] == QLatin1Char('\n'));
        }
    }
}

void TestRichDoc::looksMeetLinksWithoutLosingAnything()
{
    const char *const pieces[] = {"see ", "https://a", ".example/x", "#1", "2 ", "bold ", "(", ") ", "."};
    const RichStyles styles[] = {{}, {}, RichStyle::Bold, RichStyle::Italic, RichStyle::Code};
    SeededRng rng(5);
    for (int round = 0; round < 1000; ++round) {
        RichBuilder builder;
        QString words;
        builder.openBlock(RichBlock::Kind::Paragraph);
        for (int i = 0; i < 12; ++i) {
            const QString piece = QString::fromUtf8(pieces[rng.below(std::size(pieces))]);
            words += piece;
            RichTarget target;
            target.url = QUrl(QStringLiteral("https://own.example/"));
            const int own = rng.below(8) == 0 ? builder.addTarget(target) : -1;
            builder.addText(piece, styles[rng.below(std::size(styles))], own);
        }
        const RichDoc doc = builder.take(true);
        const RichText &text = doc.blocks.first().words;
        QCOMPARE(text.text, words.trimmed());
        int done = 0;
        for (const RichSpan &span : text.spans) {
            QVERIFY2(span.start >= done && span.length > 0, qPrintable(shapeOf(doc)));
            done = span.start + span.length;
            QVERIFY(done <= text.text.size() && span.target < doc.targets.size());
        }
    }
}

void TestRichDoc::characterThatDeceiveAreDropped()
{
    RichBuilder builder;
    builder.addText(u"a\u202Egpj.exe\u202C\u0007b\u2028c\uFFFCd");
    const RichDoc doc = builder.take(true);
    QCOMPARE(doc.blocks.first().words.text, QStringLiteral("agpj.exe\u202Cb\ncd"));
}

void TestRichDoc::limitsAreKeptAndSaid()
{
    RichBuilder deep;
    for (int i = 0; i < 1000; ++i)
        i % 2 ? deep.openQuote() : deep.openList(true, i);
    deep.openItem();
    deep.addText(u"words");
    QCOMPARE(deep.depth(), 1000);
    for (int i = 0; i < 1000; ++i)
        deep.closeNest();
    deep.addText(u"after");
    const RichDoc doc = deep.take(true);
    QCOMPARE(doc.blocks.size(), 2);
    QCOMPARE(doc.blocks[0].nest.size(), richlimits::kNest);
    QVERIFY(doc.blocks[1].nest.isEmpty());

    RichBuilder many;
    for (int i = 0; i <= richlimits::kTargets; ++i) {
        RichTarget target{RichTarget::Kind::Ticket, {}, QString::number(i)};
        QCOMPARE(many.addTarget(target) < 0, i == richlimits::kTargets);
    }
    RichBuilder wide;
    wide.openTable();
    wide.openRow();
    for (int i = 0; i <= richlimits::kColumns; ++i)
        wide.openCell();
    QVERIFY(wide.isFull());
}

void TestRichDoc::numbersOfTicketsAreWordsOfTheirOwn_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("numbers");
    const auto row = [](const char *text, const QStringList &numbers) {
        QTest::newRow(text) << QString::fromUtf8(text) << numbers;
    };
    row("#1042", {QStringLiteral("1042")});
    row("(#1), #22: #333.", {QStringLiteral("1"), QStringLiteral("22"), QStringLiteral("333")});
    row("C#7 a#1 ##2 /#3 &#65; #0 #012 #1a #", {});
    row("#1234567890123", {});
    row("Œ#5 and « #6 »", {QStringLiteral("6")});
}

void TestRichDoc::numbersOfTicketsAreWordsOfTheirOwn()
{
    QFETCH(QString, text);
    QFETCH(QStringList, numbers);
    QStringList found;
    for (const FoundTicket &ticket : ticketsIn(text)) {
        QCOMPARE(text.mid(ticket.start, ticket.length), QLatin1Char('#') + ticket.number);
        found.append(ticket.number);
    }
    QCOMPARE(found, numbers);
}

void TestRichDoc::bracketsBelongToAnAddressThatOpenedThem()
{
    const auto only = [](const char *text) {
        const QList<FoundLink> found = linksIn(QString::fromLatin1(text));
        return found.size() == 1 ? found.first().url.toString() : QString::number(found.size());
    };
    QCOMPARE(only("(https://a.example/x_(y))."), QStringLiteral("https://a.example/x_(y)"));
    QCOMPARE(only("https://a.example/x)!)"), QStringLiteral("https://a.example/x"));
    // Many of them cost no more than one look each.
    const QString many = QStringLiteral("https://a.example/") + QString(1000, QLatin1Char(')'));
    QCOMPARE(linksIn(many).first().length, 18);
    QVERIFY(linksIn(QStringLiteral("https://a.example/") + QString(5000, QLatin1Char('x'))).isEmpty());
}

void TestRichDoc::wordsThatNameAnotherPlaceBelieTheirLink_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("lie");
    const auto row = [](const char *words, bool lie) {
        QTest::newRow(words) << QString::fromUtf8(words) << lie;
    };
    row("the wiki", false);
    row("vpn.log", false);
    row("https://wiki.example.org/page", false);
    row("WWW.Example.org", false);
    row("http://deep.wiki.example.org", false);
    row("https://bank.example/", true);
    row("www.bank.example", true);
    row("https://example.org.evil.example/", true);
    row("https://wiki.example.org@evil.example/", true);
    row("https://wiki.ex\xD0\xB0mple.org/", true); // a Cyrillic letter
    row("https://", true);
}

void TestRichDoc::wordsThatNameAnotherPlaceBelieTheirLink()
{
    QFETCH(QString, words);
    QFETCH(bool, lie);
    QCOMPARE(belies(words, QUrl(QStringLiteral("https://wiki.example.org/vpn"))), lie);
}

QTEST_APPLESS_MAIN(TestRichDoc)
#include "tst_richdoc.moc"
