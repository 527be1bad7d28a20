// SPDX-License-Identifier: GPL-3.0-or-later
// Markdown as it is shown: our own safe subset, and what mail and Windows write.
#include "core/base/rng.h"
#include "core/text/links.h"
#include "core/text/markdownread.h"
#include "core/text/richlimits.h"
#include "tests/support/richshape.h"

#include <QTest>

using namespace vigie;

class TestMarkdownRead final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void markdownIsReadAsItIsMeant_data();
    void markdownIsReadAsItIsMeant();
    void onlySafeAddressesAreLinks_data();
    void onlySafeAddressesAreLinks();
    void remotePicturesAreNamedAndNotShown();
    void everyBackslashOfAPathIsKept();
    void anAnswerBelowAQuotationIsNoPartOfIt();
    void hostileTextIsReadInLinearWork_data();
    void hostileTextIsReadInLinearWork();
    void whatIsTooLongIsShownAsItIs();
    void noTextIsLostInRandomMarkdown();
};

void TestMarkdownRead::markdownIsReadAsItIsMeant_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("shape");
    const auto row = [](const char *source, const char *shape) {
        QTest::addRow("%s", source) << QString::fromUtf8(source) << QString::fromUtf8(shape);
    };
    row("two\nlines\n\nand more", "two\\nlines\nand more");
    row("**bold** *italic* ~~gone~~ `a*b*`", "*bold* /italic/ ~gone~ `a*b*`");
    row("***both***", "/*both*/");
    row("# Title\ntext", "h1 Title\ntext");
    row("- one\n- two\n  - deep\n\nafter", "l• one\nl• two\nll• deep\nafter");
    row("3. one\n4. two", "l3. one\nl4. two");
    row("- [ ] to do\n- [x] done", "l☐ to do\nl☑ done");
    row("- first\n\n  second of it", "l• first\nl second of it");
    row("> quoted\n> - item\n\nmine", "q quoted\nql• item\nmine");
    row("```\nx < y\n  z\n```", "code x < y\\n  z");
    row("a\n\n---\n\nb", "a\nrule\nb");
    row("| a | b |\n|---|--:|\n| 1 | **2** |", "table2 a|b|1|*2*");
    row("<b>no</b> <script>alert(1)</script>", "<b>no</b> <script>alert(1)</script>");
    row("<div>\nblock\n</div>", "<div>\\nblock\\n</div>");
    row("fish &amp; chips &eacute; &bogus; &#8364;", "fish & chips é &bogus; €");
    row("[words](https://a.example/x)", "[words](https://a.example/x)");
    row("see https://a.example/x.", "see [https://a.example/x](https://a.example/x).");
    row("**see https://a.example/**", "*see *[*https://a.example/*](https://a.example/)");
    row("`https://a.example/`", "`https://a.example/`");
    row("like #1042, not #x, a#1, &#65;", "like [#1042](ticket 1042), not #x, a#1, A");
    row("*like #1042 was*", "/like /[/#1042/](ticket 1042)/ was/");
    row("![the screen](shot.png)", "[the screen](picture shot.png)");
    row("Regards\n--\nAnna", "Regards\\n--\\nAnna");
    row("a_file_name and *.tmp and *.log", "a_file_name and *.tmp and *.log");
}

void TestMarkdownRead::markdownIsReadAsItIsMeant()
{
    QFETCH(QString, source);
    QFETCH(QString, shape);
    QCOMPARE(shapeOf(fromMarkdown(source, true)), shape);
}

void TestMarkdownRead::onlySafeAddressesAreLinks_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("safe");
    const auto row = [](const char *address, bool safe) {
        QTest::newRow(address) << QString::fromUtf8(address) << safe;
    };
    row("https://a.example/", true);
    row("HTTP://A.EXAMPLE/", true);
    row("mailto:a@b.example", true);
    row("javascript:alert(1)", false);
    row("JaVaScRiPt:alert(1)", false);
    row("file:///etc/passwd", false);
    row("data:text/html;base64,xxxx", false);
    row("vbscript:x", false);
    row("ms-msdt:/id", false);
    row("//a.example/x", false);
    row("/local", false);
    row("https:///x", false);
    row("java&#115;cript:alert(1)", false);
}

void TestMarkdownRead::onlySafeAddressesAreLinks()
{
    QFETCH(QString, address);
    QFETCH(bool, safe);
    const RichDoc doc = fromMarkdown(QStringLiteral("[go](%1)").arg(address), true);
    QCOMPARE(doc.targets.size(), safe ? 1 : 0);
    QVERIFY(plainText(doc).contains(QStringLiteral("go")));
}

void TestMarkdownRead::remotePicturesAreNamedAndNotShown()
{
    const RichDoc doc = fromMarkdown(
        QStringLiteral("![logo](https://t.example/p.png) ![x](file:///etc/passwd) ![](data:image/png;x)"),
        true);
    QCOMPARE(doc.remotePictures, QStringList{QStringLiteral("https://t.example/p.png")});
    for (const RichTarget &target : doc.targets)
        QCOMPARE(target.kind, RichTarget::Kind::Address);
    QVERIFY(plainText(doc).contains(QStringLiteral("logo")));
}

void TestMarkdownRead::everyBackslashOfAPathIsKept()
{
    const char *const paths[] = {R"(\\srv01\share$\_old)", R"(look in C:\_temp\*.log now)",
                                 R"p("D:\x\!a" and \\fs\x)p",
                                 R"(%TEMP%\*.log ..\..\_x .\_a HKLM\Software\_x)",
                                 R"(DOMAIN\ben matches \d+\.\d*)"};
    for (const char *path : paths) {
        const QString source = QString::fromUtf8(path);
        QCOMPARE(plainText(fromMarkdown(source, true)), source);
    }
    QCOMPARE(shapeOf(fromMarkdown(QStringLiteral("**C:\\_temp** and `C:\\_temp`"), true)),
             QStringLiteral("*C:\\_temp* and `C:\\_temp`"));
    QCOMPARE(plainText(fromMarkdown(QStringLiteral("not \\*bold\\*"), true)),
             QStringLiteral("not *bold*"));
    QCOMPARE(plainText(fromMarkdown(QStringLiteral("> ```\n> C:\\_x\n> ```"), true)),
             QStringLiteral("C:\\_x"));
}

void TestMarkdownRead::anAnswerBelowAQuotationIsNoPartOfIt()
{
    QCOMPARE(shapeOf(fromMarkdown(QStringLiteral("> Does it work?\nYes.\n> And now?\nNo."), true)),
             QStringLiteral("q Does it work?\nYes.\nq And now?\nNo."));
    QCOMPARE(shapeOf(fromMarkdown(QStringLiteral("```\n> dir\nfile\n```"), true)),
             QStringLiteral("code > dir\\nfile"));
    QCOMPARE(shapeOf(fromMarkdown(QStringLiteral(">> How long?\n> An hour."), true)),
             QStringLiteral("qq How long?\nq An hour."));
}

void TestMarkdownRead::hostileTextIsReadInLinearWork_data()
{
    QTest::addColumn<QString>("piece");
    const char *const pieces[] = {">", "> ", "- ", "[", "![", "](", "*", "**a", "_a", "`", "``a", "<",
                                  "<!--", "&", "\\", "#", "#1 ", "| a ", "a\n> ", "* * ", "http://a))",
                                  "[x]: http://a.example/\n", "[a][x]", "~~", "1) ", "\t", "(", "\n",
                                  "```\n", "|-\n"};
    for (const char *piece : pieces)
        QTest::addRow("%s", piece) << QString::fromUtf8(piece);
}

void TestMarkdownRead::hostileTextIsReadInLinearWork()
{
    QFETCH(QString, piece);
    const QString source = piece.repeated(64 * 1024 / piece.size());
    const RichDoc doc = fromMarkdown(source, true);
    QVERIFY(doc.work <= source.size() * (richlimits::kGrowth + 8) + 5000);
    for (const RichBlock &block : doc.blocks)
        QVERIFY(block.nest.size() <= richlimits::kNest);
    QVERIFY(doc.targets.size() <= richlimits::kTargets);
}

void TestMarkdownRead::whatIsTooLongIsShownAsItIs()
{
    const QString lines = QStringLiteral("a **line** of a log\n").repeated(60'000);
    QCOMPARE(plainText(fromMarkdown(lines, true)).size(), lines.size() - 1);
    // A reference that is used often would make a short text long: its source is shown instead.
    const QString bomb = QStringLiteral("[x]: http://a.example/\n\n") + QStringLiteral("&frac12; ").repeated(5);
    QVERIFY(plainText(fromMarkdown(bomb, true)).contains(QStringLiteral("½")));
    const QString deep = QStringLiteral("> ").repeated(500) + QStringLiteral("words");
    QVERIFY(plainText(fromMarkdown(deep, true)).contains(QStringLiteral("words")));
}

void TestMarkdownRead::noTextIsLostInRandomMarkdown()
{
    const char *const pieces[] = {"\n", "\n\n", "> ", "- ", "1. ", "# ", "*", "**", "`", "```\n", "|",
                                  "|--|--|\n", "[", "](", ")", "!", "<b>", "&amp;", "  ", "    ",
                                  "\\", "~~", "---\n", "\t"};
    SeededRng rng(20260301);
    for (int round = 0; round < 400; ++round) {
        QString source;
        QStringList words;
        for (int i = 0; i < 30; ++i) {
            for (int many = int(rng.below(3)); many > 0; --many)
                source += QLatin1String(pieces[rng.below(std::size(pieces))]);
            words.append(QStringLiteral("w%1x%2").arg(round).arg(i));
            source += words.last() + (rng.below(2) ? QStringLiteral(" ") : QString());
        }
        const RichDoc doc = fromMarkdown(source, true);
        QString all = plainText(doc);
        for (const RichTarget &target : doc.targets)
            all += target.name + realTarget(target.url);
        for (const QString &word : words) {
            // What names an address or a code block's language is no word of the text.
            if (!source.contains(QStringLiteral("](") ) && !source.contains(QStringLiteral("```")))
                QVERIFY2(all.contains(word), qPrintable(source + QStringLiteral("\n→\n") + all));
        }
    }
}

QTEST_APPLESS_MAIN(TestMarkdownRead)
#include "tst_markdownread.moc"
