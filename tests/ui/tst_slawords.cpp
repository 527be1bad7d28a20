// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/noticetext.h"
#include "app/text/slatext.h"

#include <QDateTime>
#include <QTest>

using namespace vigie;

namespace {

constexpr qint64 kMinute = 60'000;

qint64 at(const char *text)
{
    return QDateTime::fromString(QLatin1String(text), Qt::ISODate).toMSecsSinceEpoch();
}

ServiceClock clockWith(ClockState state, qint64 leftMs, bool open = true)
{
    ServiceClock made;
    made.kind = ClockKind::FirstReply;
    made.state = state;
    made.leftMs = leftMs;
    made.targetMs = 240 * kMinute;
    made.endedAt = open ? 0 : 1;
    return made;
}

} // namespace

constexpr qint64 kNow = 1'790'000'000'000;

class TestSlaWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void everyStandingHasWords()
    {
        QCOMPARE(SlaText::standing(clockWith(ClockState::Running, 72 * kMinute)),
                 QStringLiteral("1 h 12 min left"));
        QCOMPARE(SlaText::standing(clockWith(ClockState::Running, 0)), QStringLiteral("due now"));
        QCOMPARE(SlaText::standing(clockWith(ClockState::Breached, -20 * kMinute)),
                 QStringLiteral("late by 20 min"));
        QCOMPARE(SlaText::standing(clockWith(ClockState::Breached, -20 * kMinute, false)),
                 QStringLiteral("missed by 20 min"));
        QCOMPARE(SlaText::standing(clockWith(ClockState::Paused, 180 * kMinute)),
                 QStringLiteral("stands with 3 h left"));
        QCOMPARE(SlaText::standing(clockWith(ClockState::Met, 5000, false)),
                 QStringLiteral("kept, with less than 1 min left"));
    }

    void aRowSaysWhatIsNext()
    {
        const qint64 now = at("2026-10-05T10:00:00");
        QCOMPARE(SlaText::next(at("2026-10-05T16:00:00"), ClockKind::FirstReply, false, now),
                 QStringLiteral("First reply today 16:00"));
        QCOMPARE(SlaText::next(at("2026-10-05T09:00:00"), ClockKind::Resolution, false, now),
                 QStringLiteral("Resolution late since today 09:00"));
        QCOMPARE(SlaText::next(0, ClockKind::Resolution, true, now),
                 QStringLiteral("Waits for the requester"));
        QVERIFY(SlaText::next(0, ClockKind::Resolution, false, now).isEmpty());
    }

    void theShortFormFitsARow_data()
    {
        QTest::addColumn<qint64>("due");
        QTest::addColumn<QString>("words");
        QTest::addColumn<Tone>("tone");
        QTest::newRow("no clock") << qint64(0) << QString() << Tone::Neutral;
        QTest::newRow("this minute") << 59'000 + kNow << QStringLiteral("due now") << Tone::Warning;
        QTest::newRow("just over") << kNow - 1000 << QStringLiteral("due now") << Tone::Danger;
        QTest::newRow("late") << kNow - 18 * kMinute << QStringLiteral("late by 18 min")
                              << Tone::Danger;
        QTest::newRow("soon") << kNow + 35 * kMinute << QStringLiteral("due in 35 min")
                              << Tone::Warning;
        QTest::newRow("today") << kNow + 190 * kMinute << QStringLiteral("due in 3 h")
                               << Tone::Neutral;
        QTest::newRow("later") << kNow + 49 * 60 * kMinute << QStringLiteral("due in 2 d")
                               << Tone::Neutral;
    }

    void theShortFormFitsARow()
    {
        QFETCH(qint64, due);
        QFETCH(Tone, tone);
        QTEST(SlaText::brief(due, kNow), "words");
        QCOMPARE(SlaText::tone(due, kNow), tone);
    }

    void everyLineSaysWhyItCountsOrNot()
    {
        ClockSegment line;
        line.state = State::WaitingVendor;
        QCOMPARE(SlaText::reason(line),
                 QStringLiteral("Working time (waiting for the vendor does not stop it)"));
        line.kind = ClockSegment::Kind::Paused;
        line.state = State::WaitingRequester;
        QCOMPARE(SlaText::reason(line), QStringLiteral("Paused: waiting for the requester"));
        QStringList seen;
        for (const auto kind : {ClockSegment::Kind::Counted, ClockSegment::Kind::Closed,
                                ClockSegment::Kind::Holiday}) {
            line.kind = kind;
            line.state = State::Open;
            seen.append(SlaText::reason(line));
        }
        QCOMPARE(seen.removeDuplicates(), 0);
        for (const EnumName<ClockKind> &clock : enumNames<ClockKind>())
            QVERIFY(!SlaText::of(clock.value).isEmpty());
        ServiceClock clock = clockWith(ClockState::Running, 1);
        QCOMPARE(SlaText::agreement(clock), QStringLiteral("4 h of working time"));
        clock.contract = QStringLiteral("Gold");
        QCOMPARE(SlaText::agreement(clock), QStringLiteral("Gold: 4 h of working time"));
    }

    void aWarningNamesTheClockAndItsTime()
    {
        Notice notice;
        notice.kind = NoticeKind::Due;
        notice.clock = ClockKind::NextReply;
        notice.at = at("2026-10-05T10:00:00");
        notice.dueAt = at("2026-10-05T11:00:00");
        QCOMPARE(NoticeText::happened(notice), QStringLiteral("Next reply is due today 11:00"));
        QCOMPARE(NoticeText::tone(notice), Tone::Warning);
        notice.dueAt = at("2026-10-05T09:30:00");
        QCOMPARE(NoticeText::happened(notice), QStringLiteral("Next reply was due today 09:30"));
    }
};

QTEST_MAIN(TestSlaWords)
#include "tst_slawords.moc"
