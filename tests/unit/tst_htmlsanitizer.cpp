// SPDX-License-Identifier: GPL-3.0-or-later
// HTML mail: what of it reaches the screen, and what can never.
#include "core/base/rng.h"
#include "core/text/htmlentities.h"
#include "core/text/htmlsanitizer.h"
#include "core/text/links.h"
#include "core/text/richlimits.h"
#include "tests/support/richshape.h"

#include <QTest>

using namespace vigie;

class TestHtmlSanitizer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mailIsReadAsItIsMeant_data();
    void mailIsReadAsItIsMeant();
    void referencesAreReadAsBrowsersDo();
    void nothingDangerousIsATarget_data();
    void nothingDangerousIsATarget();
    void remotePicturesAreNamedAndNotShown();
    void brokenMarkupKeepsItsWords_data();
    void brokenMarkupKeepsItsWords();
    void tagSoupLosesNoWordAndKeepsNoDanger();
    void workIsLinearInTheLength_data();
    void workIsLinearInTheLength();
    void whatIsTooLongIsLeftToThePlainWords();
};

namespace {

RichDoc readHtml(const QString &html)
{
    const std::optional<RichDoc> doc = sanitizedHtml(html, true);
    return doc ? *doc : RichDoc();
}

} // namespace

void TestHtmlSanitizer::mailIsReadAsItIsMeant_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("shape");
    const auto row = [](const char *html, const char *shape) {
        QTest::addRow("%s", html) << QString::fromUtf8(html) << QString::fromUtf8(shape);
    };
    row("<p>one <b>two</b>\n three</p><p>four", "one *two* three\nfour");
    row("<div>a</div><div>b</div><div><br></div><div>c</div>", "a\\nb\nc");
    row("a<br>b<br><br>c", "a\\nb\nc");
    row("<p class=MsoNormal>a</p><p class=MsoNormal>b</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>c",
        "a\\nb\nc");
    row("<p style='margin: 0px'>a</p><p style='margin:0'>b</p><p>c</p>", "a\\nb\nc");
    row("<h2>Title</h2>text", "h2 Title\ntext");
    row("<ul><li>one<li>two<ul><li>deep</ul></ul>after", "l• one\nl• two\nll• deep\nafter");
    row("<ol start=3><li><p>one</p></li><li>two</li></ol>", "l3. one\nl4. two");
    row("yes<blockquote type=cite>old<br>words</blockquote>no", "yes\nq old\\nwords\nno");
    row("<pre>\nx &lt; y\n  z</pre>", "code x < y\\n  z");
    row("a<hr>b", "a\nrule\nb");
    row("<table><tr><th>a<th>b<tr><td>1<td><i>2</i></table>", "table2 a|b|1|/2/");
    row("<table><tr><td>just<td>layout</table>", "just\nlayout");
    row("<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>b", "a\nb");
    row("<table><tr><td><p>x</p><ul><li>y</li></ul></td><td>z</td></tr></table>", "x\nl• y\nz");
    row("<a href=\"https://a.example/\">go</a> <a href='#top'>top</a>", "[go](https://a.example/) top");
    row("<a href='https://evil.example/'>https://<b>bank</b>.example/x</a>", "[*https://bank.example/x*](https://bank.example/x)");
    row("<a href='https://evil.example/'>www.bank.example</a> <a href='https://www.bank.example/'>bank.example</a>", "www.bank.example [bank.example](https://www.bank.example/)");
    row("write to https://a.example/ or #1042", "write to [https://a.example/](https://a.example/) or [#1042](ticket 1042)");
    row("<img src=\"cid:image001.png@01D\" alt='the error'>", "[the error](picture image001.png@01D)");
    row("see: <img src=cid:a alt='the e'> as in\n<a href=https://a.example/>the wiki</a>", "see: [the e](picture a) as in [the wiki](https://a.example/)");
    row("<img src=cid:a@b>", "[a](picture a@b)");
    row("seen<span style='display: none'>secret</span> too", "seen too");
    row("seen<div style='font-size:0px'>secret</div><div style='font-size:0.9em'>small", "seen\\nsmall");
    row("<p hidden>no<p>yes", "yes");
    row("<script>var a = '<b>x</b>';</script><style>p{}</style><title>t</title>words", "words");
    row("<!-- a > b --><![if !mso]>x<![endif]><!--[if mso]><b>y</b><![endif]-->z", "xz");
    row("<form><input type=submit value=Send><input type=hidden value=no><button>Go</button></form>", "Send Go");
    row("<b>bold <i>both</i></b> <s>gone</s> <code>c</code> <u>u</u>", "*bold */*both*/ ~gone~ `c` _u_");
    row("<span style='font-weight:bold'>x</span>", "*x*");
    row("1 < 2 and 3 > 2 & more", "1 < 2 and 3 > 2 & more");
    row("<select><option>one<option>two</select>", "one\\ntwo");
}

void TestHtmlSanitizer::mailIsReadAsItIsMeant()
{
    QFETCH(QString, html);
    QFETCH(QString, shape);
    QCOMPARE(shapeOf(readHtml(html)), shape);
}

void TestHtmlSanitizer::referencesAreReadAsBrowsersDo()
{
    QCOMPARE(withoutReferences(u"&eacute;&Eacute;&euro;&#233;&#xE9;&#128;&apos;"),
             QStringLiteral("éÉ€éé€'"));
    QCOMPARE(withoutReferences(u"&bogus; & &; &#; &#x; &eacute a&b"),
             QStringLiteral("&bogus; & &; &#; &#x; &eacute a&b"));
    QCOMPARE(withoutReferences(u"&#0;&#xD800;&#99999999;"), QStringLiteral("���"));
    QCOMPARE(withoutReferences(u"&#x1F600;"), QStringLiteral("😀"));
}

void TestHtmlSanitizer::nothingDangerousIsATarget_data()
{
    QTest::addColumn<QString>("html");
    const char *const attacks[] = {
        "<a href=javascript:alert(1)>x</a>",
        "<a href=\"java&#x0A;script:alert(1)\">x</a>",
        "<a href=' javascript:alert(1)'>x</a>",
        "<a href='file:///etc/passwd'>x</a>",
        "<a href='\\\\evil\\share'>x</a>",
        "<a href='data:text/html,x'>x</a>",
        "<a href='vbscript:x'>x</a>",
        "<a href='ms-word:ofe|u|http://e'>x</a>",
        "<img src='file:///etc/passwd' alt=x>",
        "<img src='data:image/svg+xml,<svg onload=x>' alt=x>",
        "<img src=\"smb://e/x\" alt=x>",
        "<svg><a xlink:href='javascript:1'><text>x</text></a></svg>",
        "<iframe src='https://e'></iframe>x",
        "<object data='file:///x'>x</object>",
        "<meta http-equiv=refresh content='0;url=https://e'>x",
        "<base href='https://e/'><a href='p'>x</a>",
        "<link rel=stylesheet href='https://e/'>x",
        "<form action='https://e/'>x</form>",
        "<div style='background:url(https://e/p.png)'>x</div>",
        "<scr<script>ipt>x</scr</script>ipt>x",
    };
    for (const char *attack : attacks)
        QTest::newRow(attack) << QString::fromUtf8(attack);
}

void TestHtmlSanitizer::nothingDangerousIsATarget()
{
    QFETCH(QString, html);
    const RichDoc doc = readHtml(html);
    QVERIFY(doc.targets.isEmpty());
    QVERIFY(doc.remotePictures.isEmpty());
    QVERIFY(plainText(doc).contains(QLatin1Char('x')));
}

void TestHtmlSanitizer::remotePicturesAreNamedAndNotShown()
{
    const RichDoc doc = readHtml(QStringLiteral(
        "<img src='https://t.example/a?id=1&amp;x=2' alt=Logo><img src=//t.example/b>"
        "<img src='http://t.example/c' style='display:none'>"));
    QCOMPARE(doc.remotePictures, QStringList({QStringLiteral("https://t.example/a?id=1&x=2"),
                                              QStringLiteral("https://t.example/b")}));
    QCOMPARE(plainText(doc), QStringLiteral("Logo"));
    QVERIFY(doc.targets.isEmpty());
}

void TestHtmlSanitizer::brokenMarkupKeepsItsWords_data()
{
    QTest::addColumn<QString>("html");
    const char *const broken[] = {
        "<b>words",           "words</b></div></p>", "<a href=\"x>words</a> words", "<!-- words",
        "< words",            "words <",             "words <b",                    "<p <b>words",
        "<td>words</td>",     "<li>words",           "</p>words",                   "<p title='words",
        "<table>words<tr>",   "<table><tr>words",    "<![CDATA[words]]> words",     "&words",
        "<b><i>words</b></i>", "<x:y z>words</x:y>", "<plaintext>words",            "<textarea>words",
    };
    for (const char *html : broken)
        QTest::newRow(html) << QString::fromUtf8(html);
}

void TestHtmlSanitizer::brokenMarkupKeepsItsWords()
{
    QFETCH(QString, html);
    QVERIFY2(plainText(readHtml(html)).contains(QStringLiteral("words")),
             qPrintable(plainText(readHtml(html))));
}

void TestHtmlSanitizer::tagSoupLosesNoWordAndKeepsNoDanger()
{
    const char *const pieces[] = {
        "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<table>", "</table>", "<tr>", "<td>", "</td>",
        "<th>", "</tr>", "<ul>", "</ul>", "<li>", "<ol>", "<blockquote>", "</blockquote>", "<pre>",
        "</pre>", "<br>", "<hr>", "<h1>", "</h1>", "<span style='color:red'>", "</span>", "&nbsp;",
        "<a href='javascript:x'>", "<a href=\"https://a.example/\">", "</a>", "<img src=cid:a>",
        "<img src='file:///x'>", "<!-- c -->", "<", ">", "\"", "'", "&", "<script>evil()</script>",
        "<style>evil{}</style>", "<o:p>", "</o:p>", "<b ", " x=1>", "\n", "  ", "</body>", "<html>"};
    SeededRng rng(7041776);
    for (int round = 0; round < 500; ++round) {
        QString html;
        QStringList words;
        const bool balanced = round % 2 == 0; // without what can swallow a word as an attribute
        for (int i = 0; i < 25; ++i) {
            for (int many = int(rng.below(4)); many > 0; --many) {
                const QString piece = QString::fromLatin1(pieces[rng.below(std::size(pieces))]);
                if (!balanced || (piece.startsWith(QLatin1Char('<')) && piece.endsWith(QLatin1Char('>')))
                    || piece == QLatin1String("&nbsp;"))
                    html += piece;
            }
            words.append(QStringLiteral("w%1x%2").arg(round).arg(i));
            html += words.last();
        }
        const RichDoc doc = readHtml(html);
        const QString all = plainText(doc);
        if (balanced) {
            for (const QString &word : words)
                QVERIFY2(all.contains(word), qPrintable(html + QStringLiteral("\n→\n") + all));
            QVERIFY2(!all.contains(QLatin1String("evil")), qPrintable(html));
        }
        for (const RichTarget &target : doc.targets) {
            QVERIFY(target.kind != RichTarget::Kind::Address
                    || openableUrl(realTarget(target.url)).has_value());
        }
        for (const RichBlock &block : doc.blocks) {
            QVERIFY(block.nest.size() <= richlimits::kNest);
            QVERIFY(block.cells.isEmpty() || block.cells.size() % block.columns.size() == 0);
            int done = 0;
            for (const RichSpan &span : block.words.spans) {
                QVERIFY(span.start >= done && span.length > 0);
                done = span.start + span.length;
                QVERIFY(done <= block.words.text.size() && span.target < doc.targets.size());
            }
        }
    }
}

void TestHtmlSanitizer::workIsLinearInTheLength_data()
{
    QTest::addColumn<QString>("piece");
    const char *const pieces[] = {
        "<b>", "<div>", "<p><b a=1>x</p>", "<", "</", "<!--", "<!", "<?", "<a href=\"", "<a b=\">\" ",
        "<a b='>' c=\">", "&", "&#", "<script>", "<script", "<table>", "<td>", "<table><td></div>",
        "<ul><li>", "</p>", "<p>", "<a href=https://a.example/>x", "<x y=1 ", "<img src=cid:a>", "<pre>",
        "<li>", "<tr>", "a", "<title>", "-->", "<style></style>", "<b></i>"};
    for (const char *piece : pieces)
        QTest::newRow(piece) << QString::fromUtf8(piece);
}

void TestHtmlSanitizer::workIsLinearInTheLength()
{
    QFETCH(QString, piece);
    const auto workOf = [&](qsizetype length) {
        return double(readHtml(piece.repeated(length / piece.size())).work) / double(length);
    };
    // What one character costs is bounded and does not grow with the length.
    const double some = workOf(4 * 1024);
    const double more = workOf(32 * 1024);
    QVERIFY2(more < richlimits::kHtmlDepth, qPrintable(QString::number(more)));
    QVERIFY2(more < some * 1.5 + 4, qPrintable(QStringLiteral("%1 → %2").arg(some).arg(more)));
}

void TestHtmlSanitizer::whatIsTooLongIsLeftToThePlainWords()
{
    QVERIFY(!sanitizedHtml(QString(richlimits::kHtmlLength + 1, QLatin1Char('x')), true));
    QVERIFY(sanitizedHtml(QString(richlimits::kHtmlLength, QLatin1Char('x')), true));
}

QTEST_APPLESS_MAIN(TestHtmlSanitizer)
#include "tst_htmlsanitizer.moc"
