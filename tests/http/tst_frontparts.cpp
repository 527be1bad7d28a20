// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/admission.h"
#include "app/server/http/memorybudget.h"
#include "app/server/http/waitregistry.h"

#include <QTest>

#include <boost/asio/ip/address.hpp>

using namespace vigie::server;

class TestFrontParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMovedFeedWakesItsWaitersOnceAndNobodyElse();
    void aRemovedWaiterIsNotWoken();
    void wakingEverybodyLeavesNobody();
    void aWaiterMayRegisterAgainWhileBeingWoken();
    void anAddressGetsItsShareAndGivesItBack();
    void oneIpv6NetworkCountsAsOneAddress();
    void aFullHouseGreetsAFewMoreOnlyToSaySo();
    void theBudgetIsGivenBackWithItsShare();
};

void TestFrontParts::aMovedFeedWakesItsWaitersOnceAndNobodyElse()
{
    WaitRegistry registry;
    QStringList woken;
    static_cast<void>(registry.add({QStringLiteral("a"), QStringLiteral("b")},
                                   [&] { woken += QStringLiteral("ab"); }));
    static_cast<void>(registry.add({QStringLiteral("b")}, [&] { woken += QStringLiteral("b"); }));
    static_cast<void>(registry.add({QStringLiteral("c")}, [&] { woken += QStringLiteral("c"); }));
    registry.moved({QStringLiteral("a"), QStringLiteral("b")});
    woken.sort();
    QCOMPARE(woken, (QStringList{QStringLiteral("ab"), QStringLiteral("b")}));
    registry.moved({QStringLiteral("a"), QStringLiteral("b")});
    QCOMPARE(woken.size(), 2);
    QCOMPARE(registry.count(), 1);
}

void TestFrontParts::aRemovedWaiterIsNotWoken()
{
    WaitRegistry registry;
    bool woken = false;
    const auto ticket = registry.add({QStringLiteral("a")}, [&] { woken = true; });
    registry.remove(ticket);
    registry.remove(ticket);
    registry.moved({QStringLiteral("a")});
    QVERIFY(!woken);
    QCOMPARE(registry.count(), 0);
}

void TestFrontParts::wakingEverybodyLeavesNobody()
{
    WaitRegistry registry;
    int woken = 0;
    for (int i = 0; i < 5; ++i)
        static_cast<void>(registry.add({QString::number(i)}, [&] { ++woken; }));
    registry.wakeAll();
    registry.wakeAll();
    QCOMPARE(woken, 5);
    QCOMPARE(registry.count(), 0);
}

void TestFrontParts::aWaiterMayRegisterAgainWhileBeingWoken()
{
    WaitRegistry registry;
    static_cast<void>(registry.add({QStringLiteral("a")}, [&] {
        static_cast<void>(registry.add({QStringLiteral("a")}, [] {}));
    }));
    registry.moved({QStringLiteral("a")});
    QCOMPARE(registry.count(), 1);
}

void TestFrontParts::anAddressGetsItsShareAndGivesItBack()
{
    HttpLimits limits;
    limits.connectionsPerAddress = 2;
    const auto admission = std::make_shared<Admission>(limits);
    const auto one = boost::asio::ip::make_address("192.0.2.1");
    const auto two = boost::asio::ip::make_address("192.0.2.2");
    auto first = admission->enter(one);
    {
        auto second = admission->enter(one);
        QVERIFY(second.first == Admission::Verdict::Welcome);
        QVERIFY(admission->enter(one).first == Admission::Verdict::Refused);
        QVERIFY(admission->enter(two).first == Admission::Verdict::Welcome);
        QCOMPARE(admission->count(), 2);
    }
    QCOMPARE(admission->count(), 1);
    QVERIFY(admission->enter(one).first == Admission::Verdict::Welcome);
}

void TestFrontParts::oneIpv6NetworkCountsAsOneAddress()
{
    HttpLimits limits;
    limits.connectionsPerAddress = 1;
    const auto admission = std::make_shared<Admission>(limits);
    const auto enter = [&](const char *text) {
        return admission->enter(boost::asio::ip::make_address(text));
    };
    const auto held = enter("2001:db8::1");
    QVERIFY(enter("2001:db8::2").first == Admission::Verdict::Refused);
    QVERIFY(enter("2001:db8:0:1::2").first == Admission::Verdict::Welcome);
    const auto mapped = enter("::ffff:192.0.2.1");
    QVERIFY(enter("192.0.2.1").first == Admission::Verdict::Refused);
}

void TestFrontParts::aFullHouseGreetsAFewMoreOnlyToSaySo()
{
    HttpLimits limits;
    limits.connections = 1;
    limits.spareConnections = 1;
    const auto admission = std::make_shared<Admission>(limits);
    const auto address = boost::asio::ip::make_address("192.0.2.1");
    const auto first = admission->enter(address);
    const auto second = admission->enter(address);
    const auto third = admission->enter(address);
    QVERIFY(first.first == Admission::Verdict::Welcome);
    QVERIFY(second.first == Admission::Verdict::Busy);
    QVERIFY(third.first == Admission::Verdict::Refused);
}

void TestFrontParts::theBudgetIsGivenBackWithItsShare()
{
    MemoryBudget budget(100);
    {
        BudgetShare share(budget);
        QVERIFY(share.grow(-5));
        QVERIFY(share.grow(60));
        QVERIFY(share.grow(60));
        QCOMPARE(budget.used(), 60);
        BudgetShare other(budget);
        QVERIFY(!other.grow(41));
        QVERIFY(other.grow(40));
        share.become(500);
        QVERIFY(budget.isSpent());
    }
    QCOMPARE(budget.used(), 0);
}

QTEST_GUILESS_MAIN(TestFrontParts)
#include "tst_frontparts.moc"
