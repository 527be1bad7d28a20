// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/backoff.h"
#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/limits.h"
#include "core/base/logging.h"
#include "core/base/rng.h"

#include <QSet>
#include <QTest>

using namespace vigie;

namespace {

class HandClock final : public Clock
{
public:
    qint64 at = 1'700'000'000'000;
    qint64 nowMs() const override { return at; }
    qint64 monotonicMs() const override { return at; }
};

qint64 millisecondsOf(const QUuid &uuid)
{
    const QByteArray bytes = uuid.toRfc4122();
    qint64 ms = 0;
    for (int i = 0; i < 6; ++i)
        ms = (ms << 8) | uchar(bytes[i]);
    return ms;
}

} // namespace

class TestBase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idsAreUuidsOfVersionSevenWithTheTimeInFront()
    {
        HandClock clock;
        SeededRng rng(1);
        IdGenerator ids(clock, rng);
        for (int i = 0; i < 1000; ++i) {
            clock.at += i % 3;
            const QUuid id = ids.next();
            const QByteArray bytes = id.toRfc4122();
            QCOMPARE(int(uchar(bytes[6])) >> 4, 7);
            QCOMPARE(int(uchar(bytes[8])) >> 6, 2);
            QCOMPARE(millisecondsOf(id), clock.at);
        }
    }

    void idsGrowWhateverTheClockDoes()
    {
        HandClock clock;
        SeededRng rng(2);
        IdGenerator ids(clock, rng);
        OpId last;
        QSet<QString> seen;
        for (int i = 0; i < 50'000; ++i) {
            if (i % 1000 == 0)
                clock.at -= 3'600'000; // a battery that died, a zealous time server
            if (i % 700 == 0)
                clock.at += 5;
            if (i == 40'000)
                clock.at = -5;
            const OpId id = ids.make<OpId>();
            QVERIFY2(last < id, qPrintable(last.text() + QStringLiteral(" ") + id.text()));
            last = id;
            seen.insert(id.text());
        }
        QCOMPARE(seen.size(), 50'000);
    }

    void textOfAnIdIsWhatParsesBack()
    {
        HandClock clock;
        SeededRng rng(3);
        IdGenerator ids(clock, rng);
        for (int i = 0; i < 100; ++i) {
            const auto id = ids.make<TicketId>();
            QCOMPARE(id.text().size(), 36);
            QCOMPARE(id.text(), id.text().toLower());
            const Result<TicketId> back = TicketId::parse(id.text());
            QVERIFY(back);
            QCOMPARE(*back, id);
            QCOMPARE(id.shortTag(), id.text().right(4).toUpper());
        }
        for (const char *bad : {"", "x", "01890a5d-ac96-774b-bcce-b302099a805",
                                "01890a5dac96774bbcceb302099a8057----",
                                "{01890a5d-ac96-774b-bcce-b302099a8057}"})
            QVERIFY2(!TicketId::parse(QString::fromLatin1(bad)), bad);
    }

    void derivedIdsAreTheSameOnEverySideAndDifferByWord()
    {
        const QUuid from = QUuid::fromString(QStringLiteral("01890a5d-ac96-774b-bcce-b302099a8057"));
        const QUuid state = derivedUuid(from, "state/internal");
        QCOMPARE(derivedUuid(from, "state/internal"), state);
        QVERIFY(derivedUuid(from, "state/public") != state);
        QVERIFY(derivedUuid(state, "state/internal") != state);
        const QByteArray bytes = state.toRfc4122();
        QCOMPARE(int(uchar(bytes[6])) >> 4, 8);
        QCOMPARE(int(uchar(bytes[8])) >> 6, 2);
        // Written down once, so that no later version computes another one.
        QCOMPARE(state.toString(QUuid::WithoutBraces), QStringLiteral("2d5be236-5964-814f-bbe9-53f3a9306870"));
    }

    void backoffGrowsToItsLimitAndNeverHurries()
    {
        qint64 last = 0;
        for (int failures = 1; failures <= 100; ++failures) {
            SeededRng rng{quint64(failures)};
            qint64 most = 0;
            qint64 sum = 0;
            for (int i = 0; i < 2000; ++i) {
                const qint64 delay = backoffDelayMs(failures, rng);
                QVERIFY(delay >= 250 && delay <= limits::kBackoffLongestMs);
                most = std::max(most, delay);
                sum += delay;
            }
            const qint64 window =
                std::min(limits::kBackoffLongestMs, limits::kBackoffFirstMs << std::min(failures - 1, 20));
            QVERIFY(most <= window);
            QVERIFY2(most > window * 9 / 10, qPrintable(QString::number(most)));
            QVERIFY(sum / 2000 > window * 4 / 10 && sum / 2000 < window * 7 / 10);
            QVERIFY(window >= last);
            last = window;
        }
        QCOMPARE(last, limits::kBackoffLongestMs);
        SeededRng rng(1);
        for (int i = 0; i < 1000; ++i) {
            QVERIFY(backoffDelayMs(0, rng) <= limits::kBackoffFirstMs);
            QVERIFY(backoffDelayMs(-5, rng) <= limits::kBackoffFirstMs);
        }
    }

    void randomNumbersBelowABoundAreEven()
    {
        SeededRng rng(7);
        QCOMPARE(rng.below(0), 0u);
        QCOMPARE(rng.below(1), 0u);
        int counts[6] = {};
        for (int i = 0; i < 60'000; ++i)
            ++counts[rng.below(6)];
        for (const int count : counts)
            QVERIFY2(count > 9'500 && count < 10'500, qPrintable(QString::number(count)));
        for (int i = 0; i < 1000; ++i) {
            const double unit = rng.unit();
            QVERIFY(unit >= 0.0 && unit < 1.0);
        }
        SeededRng again(7);
        SeededRng other(8);
        SeededRng same(7);
        QCOMPARE(again.next(), same.next());
        QVERIFY(again.next() != other.next());
    }

    void secretsNeverReachALog_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("secret");
        const auto row = [](const char *name, const char *text, const char *secret) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(secret);
        };
        row("mail", "from anna.moreau@example.org", "anna.moreau");
        row("mail with plus", "a+b-c@mail.example.co.uk wrote", "a+b-c@");
        row("bearer", "Authorization: Bearer c4n4ry.token-_~+/=", "c4n4ry");
        row("bearer lower case", "authorization: bearer c4n4ry", "c4n4ry");
        row("token=", "GET /x?token=c4n4ry&y=1", "c4n4ry");
        row("token in JSON", R"({"token":"c4n4ry","person":{}})", "c4n4ry");
        row("token in JSON, spaced", R"({"token" : "c4n4ry"})", "c4n4ry");
        row("password in JSON", R"({"login":"anna","password":"c4n4ry"})", "c4n4ry");
        row("password with escaped quotes", R"({"password":"c4\"n4ry"})", "n4ry");
        row("secret in JSON", R"({"secret":"c4n4ry"})", "c4n4ry");
        row("password in a URL", "https://anna:c4n4ry@host:8642/v1", "c4n4ry");
        row("upper case", R"({"PASSWORD":"c4n4ry"})", "c4n4ry");
    }
    void secretsNeverReachALog()
    {
        QFETCH(QString, text);
        QFETCH(QString, secret);
        QVERIFY(text.contains(secret));
        const QString safe = redacted(text);
        QVERIFY2(!safe.contains(secret), qPrintable(safe));
        QVERIFY(!safe.isEmpty());
    }

    void harmlessLogLinesStayReadable()
    {
        for (const char *line : {"pull: 12 changes, cursor 4711, 83 ms",
                                 "https://host:8642/v1/sync answered 503",
                                 "op 01890a5d-ac96-774b-bcce-b302099a8057 is acked"})
            QCOMPARE(redacted(QString::fromLatin1(line)), QString::fromLatin1(line));
    }

    void everyErrorHasANameOfItsOwn()
    {
        QSet<QString> names;
        for (int code = 0; code <= int(ErrorCode::Bug); ++code)
            names.insert(errorName(ErrorCode(code)));
        QCOMPARE(names.size(), int(ErrorCode::Bug) + 1);
        QVERIFY(!names.contains(QStringLiteral("Unknown")));
        QCOMPARE(toLog({ErrorCode::StoreFull, QStringLiteral("disk"), {}}),
                 QStringLiteral("StoreFull: disk"));
    }
};

QTEST_APPLESS_MAIN(TestBase)
#include "tst_base.moc"
