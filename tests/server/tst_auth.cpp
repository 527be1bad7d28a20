// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/auth/passwordhash.h"
#include "app/server/auth/ratelimiter.h"
#include "tests/server/world.h"

#include <QElapsedTimer>
#include <QSet>

using namespace vigie;
using namespace vigie::server;

class TestAuth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPasswordFitsItsOwnHashOnly()
    {
        const PasswordHash hash(HashCost::lowest());
        const auto stored = hash.make(QStringLiteral("correct horse"));
        QVERIFY(stored && stored->startsWith("$argon2id$"));
        QVERIFY(hash.verify(*stored, QStringLiteral("correct horse")));
        QVERIFY(!hash.verify(*stored, QStringLiteral("correct horse ")));
        QVERIFY(!hash.verify({}, QStringLiteral("correct horse")));
        QVERIFY(*hash.make(QStringLiteral("same")) != *hash.make(QStringLiteral("same")));
    }

    void theProductsHashIsArgon2idWith64MiB()
    {
        const auto stored = PasswordHash(HashCost()).make(QStringLiteral("x"));
        QVERIFY(stored);
        QVERIFY2(stored->startsWith("$argon2id$v=19$m=65536,t=2,p=1$"), stored->constData());
    }

    void aDecoyCostsWhatARealHashCosts()
    {
        SeededRng rng(1);
        const PasswordHash hash({2, size_t(4) * 1024 * 1024});
        const QByteArray decoy = hash.decoy(rng);
        const QByteArray real = *hash.make(QStringLiteral("x"));
        // The same parameters, the same lengths: the same work.
        QCOMPARE(decoy.split('$').mid(0, 4), real.split('$').mid(0, 4));
        QCOMPARE(decoy.size(), real.size());
        qint64 best[2] = {1'000'000'000, 1'000'000'000};
        for (int i = 0; i < 10; ++i) {
            for (int which = 0; which < 2; ++which) {
                QElapsedTimer timer;
                timer.start();
                QVERIFY(!hash.verify(which == 0 ? decoy : real, QStringLiteral("wrong")));
                best[which] = std::min(best[which], timer.nsecsElapsed());
            }
        }
        QVERIFY2(best[0] * 3 > best[1] && best[1] * 3 > best[0],
                 qPrintable(QStringLiteral("%1 against %2 ns").arg(best[0]).arg(best[1])));
    }

    void triesAreCountedInASlidingWindow()
    {
        FixedClock clock;
        RateLimiter limiter(clock, 3, 1000);
        const QString key = QStringLiteral("anna");
        for (int i = 0; i < 3; ++i) {
            QVERIFY(!limiter.spend(key));
            clock.at += 100;
        }
        QCOMPARE(*limiter.spend(key), 700);
        QVERIFY(!limiter.spend(QStringLiteral("bob")));
        clock.at += 700;
        QVERIFY(!limiter.spend(key));
        QVERIFY(limiter.spend(key));
        limiter.clear(key);
        QVERIFY(!limiter.spend(key));
    }

    void aFloodOfNamesDoesNotFillTheMemory()
    {
        FixedClock clock;
        RateLimiter limiter(clock, 3, 1'000'000);
        for (int i = 0; i < 3; ++i)
            QVERIFY(!limiter.spend(QStringLiteral("victim")));
        for (int i = 0; i < 3 * RateLimiter::kMostKeys; ++i) {
            ++clock.at;
            QVERIFY(!limiter.spend(QString::number(i)));
            QVERIFY(limiter.keys() <= RateLimiter::kMostKeys);
            // Who goes on guessing is not forgotten while others come and go.
            if (i % 1000 == 0 && i < RateLimiter::kMostKeys / 2)
                QVERIFY(limiter.spend(QStringLiteral("victim")));
        }
    }

    void tokensAreKeptAsHashesAndDifferEachTime()
    {
        World w;
        QSet<QByteArray> seen;
        for (int i = 0; i < 50; ++i)
            seen.insert(randomSecret());
        QCOMPARE(seen.size(), 50);
        QCOMPARE(seen.begin()->size(), 32);
        const QByteArray token = *w.desk->tokens().issue(w.anna.caller(), QStringLiteral("laptop"));
        const auto rows = w.desk->store().tokens().ofPerson(w.anna.person.id);
        QCOMPARE(rows->size(), 1);
        QVERIFY(!rows->first().hash.contains(QString::fromLatin1(token)));
        QCOMPARE(rows->first().deviceName, QStringLiteral("laptop"));
        QCOMPARE(w.desk->tokens().check(token)->device, w.anna.device);
    }

    void aNewSignInOnADeviceEndsTheOlderOneThere()
    {
        World w;
        Caller phone = w.anna.caller();
        phone.device = w.ids.make<DeviceId>();
        const QByteArray first = *w.desk->tokens().issue(w.anna.caller(), {});
        const QByteArray other = *w.desk->tokens().issue(phone, {});
        const QByteArray second = *w.desk->tokens().issue(w.anna.caller(), {});
        QVERIFY(!w.desk->tokens().check(first));
        QVERIFY(w.desk->tokens().check(other));
        QVERIFY(w.desk->tokens().check(second));
        World::must(w.desk->revokeTokens(w.anna.person.id));
        QVERIFY(!w.desk->tokens().check(other));
        QVERIFY(!w.desk->tokens().check(second));
    }

    void withoutRandomnessThereIsNoToken()
    {
        World w;
        Tokens broken(w.desk->store().tokens(), w.clock, [] { return QByteArray(); });
        QCOMPARE(broken.issue(w.anna.caller(), {}).error().code, ErrorCode::ServerFault);
    }
};

QTEST_GUILESS_MAIN(TestAuth)
#include "tst_auth.moc"
