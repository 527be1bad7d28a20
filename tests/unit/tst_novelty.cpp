// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/knowledgelimits.h"
#include "core/knowledge/novelty.h"

#include <QTest>

namespace knowledgelimits = vigie::knowledgelimits;
using namespace vigie::knowledge;

namespace {

KnownArticle vpn()
{
    return {QStringLiteral("vpn"), QStringLiteral("The VPN tunnel drops at home"),
            QStringLiteral("The tunnel drops every few minutes when the router renews its lease. "
                           "Open the adapter settings, disable power saving for the wireless "
                           "adapter, and set the keepalive interval to twenty seconds.\n\n"
                           "Restart the client afterwards and watch the tunnel counter.")};
}

KnownArticle printer()
{
    return {QStringLiteral("printer"), QStringLiteral("Paper jams in the printer"),
            QStringLiteral("Open the rear cover, remove the sheet, clean the roller with a dry "
                           "cloth and close the cover until the lamp turns green.")};
}

WordRarity rarity()
{
    WordRarity known;
    for (const KnownArticle &article : {vpn(), printer()})
        known.add(tellingWords(article.title + QLatin1Char(' ') + article.text, 1000));
    for (int i = 0; i < 50; ++i)
        known.add({QStringLiteral("filler%1").arg(i), QStringLiteral("settings")});
    return known;
}

Novelty judged(const QString &title, const QStringList &paragraphs)
{
    return judgeNovelty({title, paragraphs}, {printer(), vpn()}, rarity());
}

} // namespace

class TestNovelty : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatTheArticleSaysIsNothingNew();
    void whatItDoesNotSayIsAnAdditionWithItsParagraphs();
    void somethingElseIsNew();
    void tooLittleIsNotJudged();
    void politePhrasesAddNothing();
    void withoutArticlesEverythingIsNew();
    void hugeTextsAreReadUpToALimit();
    void rareWordsWeighMore();
    void paragraphsStandBetweenEmptyLines();
};

void TestNovelty::whatTheArticleSaysIsNothingNew()
{
    const Novelty novelty =
        judged(QStringLiteral("VPN tunnel drops"),
               {QStringLiteral("The tunnel drops every few minutes at home."),
                QStringLiteral("Disable power saving for the wireless adapter and set the "
                               "keepalive interval to twenty seconds, then restart the client.")});
    QCOMPARE(novelty.verdict, NoveltyVerdict::Nothing);
    QCOMPARE(novelty.article, QStringLiteral("vpn"));
    QVERIFY(novelty.shared.contains(QStringLiteral("keepalive")));
    QVERIFY(novelty.unsaid.isEmpty());
    QVERIFY(novelty.covered > 0.9);
}

void TestNovelty::whatItDoesNotSayIsAnAdditionWithItsParagraphs()
{
    const Novelty novelty =
        judged(QStringLiteral("VPN tunnel drops at home"),
               {QStringLiteral("The tunnel drops every few minutes when the router renews its "
                               "lease. Disabled power saving for the wireless adapter, set the "
                               "keepalive interval to twenty seconds."),
                QStringLiteral("Updating the docking station firmware of the wireless adapter and "
                               "replacing its ethernet cable fixed the rest.")});
    QCOMPARE(novelty.verdict, NoveltyVerdict::Addition);
    QCOMPARE(novelty.article, QStringLiteral("vpn"));
    QCOMPARE(novelty.unsaid, QList<int>{1});
}

void TestNovelty::somethingElseIsNew()
{
    const Novelty novelty =
        judged(QStringLiteral("Projector shows a purple picture"),
               {QStringLiteral("The projector in the meeting room paints everything purple."),
                QStringLiteral("A bent pin in the display connector; replaced the cable.")});
    QCOMPARE(novelty.verdict, NoveltyVerdict::NewArticle);
    QVERIFY(novelty.likeness < 0.3);
}

void TestNovelty::tooLittleIsNotJudged()
{
    QCOMPARE(judged(QStringLiteral("Help"), {QStringLiteral("Thanks, done!")}).verdict,
             NoveltyVerdict::TooLittle);
    QCOMPARE(judged({}, {}).verdict, NoveltyVerdict::TooLittle);
}

void TestNovelty::politePhrasesAddNothing()
{
    const Novelty novelty =
        judged(QStringLiteral("VPN tunnel drops"),
               {QStringLiteral("Hello, thank you very much for your help, best regards, Anna"),
                QStringLiteral("Disable power saving for the wireless adapter and set the "
                               "keepalive interval to twenty seconds.")});
    QCOMPARE(novelty.verdict, NoveltyVerdict::Nothing);
}

void TestNovelty::withoutArticlesEverythingIsNew()
{
    const Novelty novelty = judgeNovelty(
        {QStringLiteral("Projector"),
         {QStringLiteral("The projector in the meeting room paints everything purple.")}},
        {}, {});
    QCOMPARE(novelty.verdict, NoveltyVerdict::NewArticle);
    QCOMPARE(novelty.article, QString());
    QCOMPARE(novelty.unsaid, QList<int>{0});
}

void TestNovelty::hugeTextsAreReadUpToALimit()
{
    KnownArticle huge = vpn();
    huge.text += QString(4 * knowledgelimits::kNoveltyText, QLatin1Char('a'))
        + QStringLiteral(" projector");
    QStringList paragraphs;
    for (int i = 0; i < 10'000; ++i)
        paragraphs.append(QStringLiteral("tunnel drops projector purple picture number%1").arg(i));
    const Novelty novelty =
        judgeNovelty({QStringLiteral("VPN"), paragraphs}, {huge}, rarity());
    QVERIFY(!novelty.shared.contains(QStringLiteral("projector")));
    QVERIFY(novelty.unsaid.size() <= knowledgelimits::kNoveltyParagraphs);
}

void TestNovelty::rareWordsWeighMore()
{
    const WordRarity known = rarity();
    QVERIFY(known.weight(QStringLiteral("keepalive")) > known.weight(QStringLiteral("settings")));
    QVERIFY(known.weight(QStringLiteral("never")) > known.weight(QStringLiteral("keepalive")));
    QCOMPARE(WordRarity().weight(QStringLiteral("any")), 1.0);
}

void TestNovelty::paragraphsStandBetweenEmptyLines()
{
    QCOMPARE(paragraphsOf(QStringLiteral("\n\none\ntwo\n  \nthree\r\n\r\n\r\nfour ")),
             QStringList({QStringLiteral("one\ntwo"), QStringLiteral("three"),
                          QStringLiteral("four")}));
    QVERIFY(paragraphsOf(QString()).isEmpty());
}

QTEST_APPLESS_MAIN(TestNovelty)
#include "tst_novelty.moc"
