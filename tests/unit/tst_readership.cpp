// SPDX-License-Identifier: GPL-3.0-or-later
// Who gets a public reply, and who of them does not belong to the house.
#include "core/base/clock.h"
#include "core/base/rng.h"
#include "core/model/readership.h"

#include <QTest>

using namespace vigie;

class TestReadership final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requesterAndWatchersReadButNotTheAuthor();
    void outsideIsOnlyWhoIsKnownToBe_data();
    void outsideIsOnlyWhoIsKnownToBe();
    void domainsAreThoseOfTheHelpdesk();

private:
    [[nodiscard]] Person person(const QString &name, Role role, const QString &email)
    {
        Person made;
        made.id = m_ids.make<PersonId>();
        made.name = name;
        made.role = role;
        made.email = email;
        return made;
    }

    SystemClock m_clock;
    SeededRng m_rng{5};
    IdGenerator m_ids{m_clock, m_rng};
};

void TestReadership::requesterAndWatchersReadButNotTheAuthor()
{
    const Person anna = person(QStringLiteral("Anna"), Role::Employee, {});
    const Person ben = person(QStringLiteral("Ben"), Role::Agent, {});
    const Person zoe = person(QStringLiteral("Zoë"), Role::Employee, {});
    Ticket ticket;
    ticket.requester = anna.id;
    ticket.requesterName = QStringLiteral("Anna");
    ticket.watchers = {ben.id, zoe.id, anna.id, m_ids.make<PersonId>()};
    const QList<Reader> readers = readersOf(ticket, {zoe}, {}, ben.id);
    QCOMPARE(readers.size(), 3);
    QCOMPARE(readers[0].name, QStringLiteral("Anna")); // the ticket names the requester
    QVERIFY(readers[0].requester);
    QCOMPARE(readers[1].name, QStringLiteral("Zoë"));
    QVERIFY(!readers[1].requester);
    QVERIFY(readers[2].name.isEmpty());
    QVERIFY(readersOf(Ticket(), {}, {}, ben.id).isEmpty());
}

void TestReadership::outsideIsOnlyWhoIsKnownToBe_data()
{
    QTest::addColumn<Role>("role");
    QTest::addColumn<QString>("email");
    QTest::addColumn<QStringList>("domains");
    QTest::addColumn<bool>("outside");
    const QStringList ours{QStringLiteral("example.org")};
    QTest::newRow("other domain") << Role::Employee << QStringLiteral("a@partner.net") << ours << true;
    QTest::newRow("ours") << Role::Employee << QStringLiteral("a@EXAMPLE.org") << ours << false;
    QTest::newRow("part of ours") << Role::Employee << QStringLiteral("a@fr.example.org") << ours << false;
    QTest::newRow("looks like ours") << Role::Employee << QStringLiteral("a@notexample.org") << ours << true;
    QTest::newRow("no address") << Role::Employee << QString() << ours << false;
    QTest::newRow("no domains") << Role::Employee << QStringLiteral("a@partner.net") << QStringList() << false;
    QTest::newRow("staff elsewhere") << Role::Agent << QStringLiteral("a@partner.net") << ours << false;
}

void TestReadership::outsideIsOnlyWhoIsKnownToBe()
{
    QFETCH(Role, role);
    QFETCH(QString, email);
    QFETCH(QStringList, domains);
    QFETCH(bool, outside);
    const Person somebody = person(QStringLiteral("A"), role, email);
    Ticket ticket;
    ticket.requester = somebody.id;
    const QList<Reader> readers = readersOf(ticket, {somebody}, domains, {});
    QCOMPARE(readers.size(), 1);
    QCOMPARE(readers.first().outside, outside);
}

void TestReadership::domainsAreThoseOfTheHelpdesk()
{
    const QStringList domains =
        ownDomains({person(QStringLiteral("A"), Role::Agent, QStringLiteral("a@Example.org")),
                    person(QStringLiteral("B"), Role::Admin, QStringLiteral("b@example.org")),
                    person(QStringLiteral("C"), Role::Guardian, QStringLiteral("c@desk.example.com")),
                    person(QStringLiteral("D"), Role::Agent, QString()),
                    person(QStringLiteral("E"), Role::Employee, QStringLiteral("e@partner.net"))});
    QCOMPARE(domains, (QStringList{QStringLiteral("example.org"), QStringLiteral("desk.example.com")}));
}

QTEST_GUILESS_MAIN(TestReadership)
#include "tst_readership.moc"
