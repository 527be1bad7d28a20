// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/storeworld.h"

using namespace vigie;
using namespace vigie::store;

/// Which tickets the cache knows to be merged into another.
class TestJoined : public QObject
{
    Q_OBJECT

    StoreWorld m_world;

    [[nodiscard]] QStringList joined(const Ticket &ticket)
    {
        const auto found = m_world.reader().joinedTo(ticket.id);
        if (!found)
            return {toLog(found.error())};
        QStringList titles;
        for (const Ticket &one : *found)
            titles.append(one.title);
        return titles;
    }
    void say(const QList<Ticket> &tickets)
    {
        QList<wire::Change> changes;
        for (const Ticket &ticket : tickets)
            changes.append(m_world.said(StoreWorld::queueFeed(ticket.queue), ticket));
        VERIFY_OK(m_world.apply(m_world.ben, changes));
    }

private Q_SLOTS:
    void mergesAreFoundAlsoThroughOthersAndForgottenWhenTakenApart()
    {
        QVERIFY(m_world.reopen());
        Ticket one = m_world.ticket(QStringLiteral("one"), m_world.desk, 1);
        Ticket two = m_world.ticket(QStringLiteral("two"), m_world.desk, 2);
        Ticket three = m_world.ticket(QStringLiteral("three"), m_world.field, 3);
        one.createdAt = 1;
        two.createdAt = 2;
        three.createdAt = 3;
        two.merged = {one.id, State::Open};
        three.merged = {two.id, State::New};
        say({one, two, three});
        QCOMPARE(joined(one), (QStringList{QStringLiteral("two"), QStringLiteral("three")}));
        QCOMPARE(joined(two), QStringList{QStringLiteral("three")});
        QCOMPARE(joined(three), QStringList());

        two.merged = {};
        say({two});
        QCOMPARE(joined(one), QStringList());
        QCOMPARE(joined(two), QStringList{QStringLiteral("three")});
    }

    void aCircleComesToItsEnd()
    {
        QVERIFY(m_world.reopen());
        Ticket one = m_world.ticket(QStringLiteral("round"), m_world.desk, 11);
        Ticket two = m_world.ticket(QStringLiteral("and round"), m_world.desk, 12);
        one.merged = {two.id, State::Open};
        two.merged = {one.id, State::Open};
        say({one, two});
        QCOMPARE(joined(one), QStringList{QStringLiteral("and round")});
    }
};

QTEST_GUILESS_MAIN(TestJoined)
#include "tst_joined.moc"
