// SPDX-License-Identifier: GPL-3.0-or-later
// What of a mail is an old story, in the mails of French and English programs.
#include "core/text/htmlsanitizer.h"
#include "core/text/markdownread.h"
#include "core/text/quotefolds.h"

#include <QTest>

using namespace vigie;

class TestQuoteFolds final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oldWordsAreFolded_data();
    void oldWordsAreFolded();
    void aMailOfOutlookIsFoldedInHtmlToo();
    void noWordIsLostByFolding();
    void hostileMailsAreFoldedQuickly();

private:
    [[nodiscard]] static QString shown(const RichDoc &doc, const QList<QuoteFold> &folds);
};

/// What is left, with "[n]" for n folded lines.
QString TestQuoteFolds::shown(const RichDoc &doc, const QList<QuoteFold> &folds)
{
    QStringList lines;
    for (qsizetype i = 0; i < doc.blocks.size();) {
        const auto fold = std::find_if(folds.cbegin(), folds.cend(),
                                       [i](const QuoteFold &one) { return one.first == i; });
        if (fold != folds.cend()) {
            lines.append(QStringLiteral("[%1]").arg(fold->lines));
            i += fold->count;
        } else {
            lines.append(wordsOf(doc.blocks[i++]));
        }
    }
    return lines.join(QLatin1Char('\n'));
}

void TestQuoteFolds::oldWordsAreFolded_data()
{
    QTest::addColumn<QString>("mail");
    QTest::addColumn<QString>("left");
    const auto row = [](const char *name, const char *mail, const char *left) {
        QTest::newRow(name) << QString::fromUtf8(mail) << QString::fromUtf8(left);
    };
    row("three lines", "Yes.\n\n> one\n> two\n> three", "Yes.\n[3]");
    row("two lines stay", "Yes.\n\n> one\n> two", "Yes.\none\ntwo");
    row("answers in between", "> a\n> b\n> c\nfirst\n> d\n> e\n> f\nsecond",
        "[3]\nfirst\n[3]\nsecond");
    row("only a quotation", "> a\n> b\n> c", "a\nb\nc");
    row("only a quotation and who wrote it", "On Monday, Anna wrote:\n> a\n> b\n> c",
        "On Monday, Anna wrote:\na\nb\nc");
    row("english", "Thanks!\n\nOn Tue, 3 Mar 2026 at 10:12, Anna <a@x.example> wrote:\n> a\n> b\n> c\n",
        "Thanks!\nOn Tue, 3 Mar 2026 at 10:12, Anna a@x.example wrote:\n[3]");
    row("french, over two lines",
        "Merci !\n\nLe mar. 3 mars 2026 à 10:12, Anna Œhler <a@x.example>\na écrit :\n> a\n> b\n> c",
        "Merci !\nLe mar. 3 mars 2026 à 10:12, Anna Œhler a@x.example\na écrit :\n[3]");
    row("not quoted with marks", "Merci\n\nLe 3 mars, Anna a écrit :\n\nun\n\ndeux\n\ntrois",
        "Merci\nLe 3 mars, Anna a écrit :\n[3]");
    row("in one paragraph", "Merci\nLe 3 mars, Anna a écrit :\nun\ndeux\ntrois",
        "Merci\nLe 3 mars, Anna a écrit :\n[3]");
    row("outlook, english", "Done.\n\n-----Original Message-----\nFrom: Anna\nSent: Monday\n\nIt broke.",
        "Done.\n[4]");
    row("outlook, french",
        "C'est fait.\n\n________________________________\nDe : Anna Œhler\nEnvoyé : lundi 2 mars\nÀ : Support\nObjet : VPN\n\nBonjour",
        "C'est fait.\n[6]");
    row("outlook, french, no break space", "Fait.\nDe\xC2\xA0: Anna\nEnvoyé\xC2\xA0: lundi\nObjet : x",
        "Fait.\n[3]");
    row("forwarded as a whole", "---------- Forwarded message ----------\nFrom: Anna\nDate: today\n\nHello",
        "---------- Forwarded message ----------\nFrom: Anna\nDate: today\nHello");
    row("forwarded with a word", "Please look at this.\n\n---------- Forwarded message ----------\nFrom: Anna\nDate: today\n\nHello\nagain",
        "Please look at this.\n---------- Forwarded message ----------\nFrom: Anna\nDate: today\nHello\nagain");
    row("a sentence", "On Monday I wrote: nothing.\nFrom: is a word\nDe : rien", "On Monday I wrote: nothing.\nFrom: is a word\nDe : rien");
    row("answer below the quotation", "On Monday, Anna wrote:\n> a\n> b\n> c\n\nMy answer",
        "On Monday, Anna wrote:\n[3]\nMy answer");
    row("quotations in quotations", "Yes.\n\n> a\n>> b\n>>> c", "Yes.\n[3]");
    row("nothing", "", "");
}

void TestQuoteFolds::oldWordsAreFolded()
{
    QFETCH(QString, mail);
    QFETCH(QString, left);
    RichDoc doc = fromMarkdown(mail, true);
    const QList<QuoteFold> folds = foldQuotes(doc);
    QCOMPARE(shown(doc, folds), left);
}

void TestQuoteFolds::aMailOfOutlookIsFoldedInHtmlToo()
{
    const QString html = QStringLiteral(
        "<html><body><p class=MsoNormal>C'est fait.<o:p></o:p></p><p class=MsoNormal>&nbsp;</p>"
        "<div style='border-top:solid #E1E1E1 1.0pt'><p class=MsoNormal><b>De :</b> Anna<br>"
        "<b>Envoy&eacute; :</b> lundi<br><b>Objet :</b> VPN</p></div><p class=MsoNormal>Bonjour</p>");
    auto doc = sanitizedHtml(html, true);
    QVERIFY(doc);
    const QList<QuoteFold> folds = foldQuotes(*doc);
    QCOMPARE(shown(*doc, folds), QStringLiteral("C'est fait.\n[4]"));

    auto gmail = sanitizedHtml(QStringLiteral(
        "<div>Thanks</div><br><div class=gmail_quote><div>On Tue, Anna wrote:<br></div>"
        "<blockquote>a<br>b<br>c</blockquote></div>"), true);
    QVERIFY(gmail);
    const QList<QuoteFold> quoted = foldQuotes(*gmail);
    QCOMPARE(shown(*gmail, quoted), QStringLiteral("Thanks\nOn Tue, Anna wrote:\n[3]"));
}

void TestQuoteFolds::noWordIsLostByFolding()
{
    const QString mail = QStringLiteral("Merci **beaucoup\nLe 3 mars, Anna a écrit :\nun** https://a.example/\ndeux\ntrois");
    RichDoc doc = fromMarkdown(mail, true);
    const QString before = plainText(doc).simplified();
    QVERIFY(!foldQuotes(doc).isEmpty());
    QCOMPARE(plainText(doc).simplified(), before);
    for (const RichBlock &block : doc.blocks) {
        for (const RichSpan &span : block.words.spans)
            QVERIFY(span.start >= 0 && span.start + span.length <= block.words.text.size());
    }
}

void TestQuoteFolds::hostileMailsAreFoldedQuickly()
{
    const char *const pieces[] = {"On a wrote", "On \n", "Le a écrit :\n\n", "De :\n", "-----\n",
                                  "From:\nFrom:\n", "> a\n\nb\n\n", "On x wrote: "};
    for (const char *piece : pieces) {
        const QString mail = QString::fromUtf8(piece).repeated(16 * 1024 / int(qstrlen(piece)));
        RichDoc doc = fromMarkdown(mail, true);
        const QString before = plainText(doc).simplified();
        int next = 0;
        for (const QuoteFold &fold : foldQuotes(doc)) {
            QVERIFY(fold.first >= next && fold.count > 0);
            next = fold.first + fold.count;
            QVERIFY(next <= doc.blocks.size());
        }
        QCOMPARE(plainText(doc).simplified(), before);
    }
}

QTEST_APPLESS_MAIN(TestQuoteFolds)
#include "tst_quotefolds.moc"
