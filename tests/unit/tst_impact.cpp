// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/health.h"
#include "core/knowledge/impact.h"

#include <QTest>

#include <limits>

using namespace vigie::knowledge;

namespace {

constexpr qint64 kDay = 86'400'000;
constexpr qint64 kWeek = 7 * kDay;
constexpr qint64 kPublished = 1'800'000'000'000;

QList<qint64> everyWeek(int before, int weeksBefore, int after, int weeksAfter)
{
    QList<qint64> moments;
    for (int week = 0; week < weeksBefore; ++week) {
        for (int i = 0; i < before; ++i)
            moments.append(kPublished - week * kWeek - 1 - i);
    }
    for (int week = 0; week < weeksAfter; ++week) {
        for (int i = 0; i < after; ++i)
            moments.append(kPublished + week * kWeek + i);
    }
    return moments;
}

} // namespace

class TestImpact : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ticketsAreCountedByWeeksFromPublication();
    void fewerTicketsAreTold();
    void tooFewIsSaid_data();
    void tooFewIsSaid();
    void historyThatIsNotKnownIsNoSilence();
    void hostileMomentsAreBorne();
    void anArticleAsksForWhatItLacks_data();
    void anArticleAsksForWhatItLacks();
    void theNextChangeIsWhenTheAnswerChanges();
};

void TestImpact::ticketsAreCountedByWeeksFromPublication()
{
    const ArticleImpact impact = articleImpact(
        {kPublished - 1, kPublished, kPublished + kWeek - 1, kPublished + kWeek,
         kPublished - kWeek, kPublished - kWeek - 1, kPublished + 2 * kWeek},
        kPublished, kPublished - 2 * kWeek, kPublished + 2 * kWeek);
    QCOMPARE(impact.weeks.size(), 4);
    const QList<int> counts{1, 2, 2, 1};
    for (int i = 0; i < 4; ++i) {
        QCOMPARE(impact.weeks[i].week, i - 2);
        QCOMPARE(impact.weeks[i].from, kPublished + (i - 2) * kWeek);
        QCOMPARE(impact.weeks[i].count, counts[i]);
    }
    QCOMPARE(impact.before, 3);
    QCOMPARE(impact.after, 3);
}

void TestImpact::fewerTicketsAreTold()
{
    const ArticleImpact impact = articleImpact(everyWeek(10, 12, 4, 6), kPublished, 0,
                                               kPublished + 6 * kWeek + kDay);
    QCOMPARE(impact.change, RateChange::Fewer);
    QCOMPARE(impact.beforeWeeks, 12);
    QCOMPARE(impact.afterWeeks, 6);
    QCOMPARE(qRound(impact.percent), -60);
    const ArticleImpact more = articleImpact(everyWeek(4, 12, 10, 6), kPublished, 0,
                                             kPublished + 6 * kWeek);
    QCOMPARE(more.change, RateChange::More);
    QCOMPARE(qRound(more.percent), 150);
}

void TestImpact::tooFewIsSaid_data()
{
    QTest::addColumn<QList<qint64>>("moments");
    QTest::addColumn<qint64>("now");
    QTest::newRow("no tickets") << QList<qint64>() << kPublished + 10 * kWeek;
    QTest::newRow("one a week for six weeks") << everyWeek(1, 6, 0, 0) << kPublished + 6 * kWeek;
    QTest::newRow("two weeks after") << everyWeek(20, 12, 1, 2) << kPublished + 2 * kWeek;
    QTest::newRow("published in the future") << everyWeek(20, 12, 0, 0) << kPublished - kWeek;
}

void TestImpact::tooFewIsSaid()
{
    QFETCH(QList<qint64>, moments);
    QFETCH(qint64, now);
    const ArticleImpact impact = articleImpact(moments, kPublished, 0, now);
    QCOMPARE(impact.change, RateChange::TooFew);
    QCOMPARE(impact.percent, 0.0);
}

void TestImpact::historyThatIsNotKnownIsNoSilence()
{
    const QList<qint64> moments = everyWeek(10, 4, 10, 12);
    const qint64 now = kPublished + 12 * kWeek;
    QCOMPARE(articleImpact(moments, kPublished, 0, now).change, RateChange::More);
    const ArticleImpact known = articleImpact(moments, kPublished, kPublished - 4 * kWeek, now);
    QCOMPARE(known.beforeWeeks, 4);
    QCOMPARE(known.change, RateChange::Same);
}

void TestImpact::hostileMomentsAreBorne()
{
    const ArticleImpact impact =
        articleImpact({std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max(), 0},
                      kPublished, 0, kPublished + 100 * kWeek, std::numeric_limits<int>::max());
    QVERIFY(impact.weeks.size() <= 1040);
    QCOMPARE(articleImpact({kPublished}, kPublished, 0, kPublished + kWeek, -5).weeks.size(), 0);
}

void TestImpact::anArticleAsksForWhatItLacks_data()
{
    QTest::addColumn<ArticleCare>("care");
    QTest::addColumn<QList<CareNeed>>("needs");
    const auto good = [] {
        ArticleCare care;
        care.published = care.hasGuardian = care.hasDeputy = true;
        care.reviewAt = kPublished + 100 * kDay;
        care.confirmedAt = kPublished - 10 * kDay;
        return care;
    };
    QTest::newRow("well kept") << good() << QList<CareNeed>();
    ArticleCare draft;
    QTest::newRow("a draft asks for nothing") << draft << QList<CareNeed>();
    ArticleCare care = good();
    care.reviewAt = kPublished + 14 * kDay;
    QTest::newRow("in 14 days") << care << QList<CareNeed>{CareNeed::ReviewSoon};
    care.reviewAt += 1;
    QTest::newRow("in more") << care << QList<CareNeed>();
    care.reviewAt = kPublished;
    QTest::newRow("now") << care << QList<CareNeed>{CareNeed::ReviewPast};
    care = good();
    care.confirmedAt = kPublished - 365 * kDay;
    QTest::newRow("a year old") << care << QList<CareNeed>{CareNeed::Stale};
    care = {};
    care.published = true;
    care.flags = 2;
    QTest::newRow("left alone") << care
                                << QList<CareNeed>{CareNeed::Flagged, CareNeed::NoGuardian,
                                                   CareNeed::NoDeputy, CareNeed::NoReviewDate,
                                                   CareNeed::Stale};
}

void TestImpact::anArticleAsksForWhatItLacks()
{
    QFETCH(ArticleCare, care);
    QFETCH(QList<CareNeed>, needs);
    QVERIFY(careNeeds(care, kPublished) == needs);
}

void TestImpact::theNextChangeIsWhenTheAnswerChanges()
{
    ArticleCare care;
    care.published = care.hasGuardian = care.hasDeputy = true;
    care.reviewAt = kPublished + 40 * kDay;
    care.confirmedAt = kPublished - 350 * kDay;
    qint64 now = kPublished;
    int changes = 0;
    while (const qint64 next = nextCareChange(care, now)) {
        QVERIFY(next > now);
        QVERIFY(careNeeds(care, next - 1) == careNeeds(care, now));
        QVERIFY(careNeeds(care, next) != careNeeds(care, now));
        now = next;
        ++changes;
    }
    QCOMPARE(changes, 3);
    QCOMPARE(nextCareChange({}, now), 0);
}

QTEST_APPLESS_MAIN(TestImpact)
#include "tst_impact.moc"
