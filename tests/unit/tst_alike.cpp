// SPDX-License-Identifier: GPL-3.0-or-later
// Whether something that is done to many tickets changes this one at all.
#include "core/ops/bulk.h"

#include <QTest>

using namespace vigie;

class TestAlike final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldsAndStatesAreCompared();
    void listsCountWhenAllOfItIsThere();
    void whatIsClosedCanOnlyBeOpenedAgain();
    void whatAlwaysAddsSomethingIsNeverAlike();
};

void TestAlike::fieldsAndStatesAreCompared()
{
    Ticket ticket;
    ticket.owner = PersonId(QUuid::createUuid());
    ticket.state = State::Open;
    QVERIFY(isSoAlready(SetField{QStringLiteral("owner"), ticket.owner.text()}, ticket));
    QVERIFY(!isSoAlready(SetField{QStringLiteral("owner"), {}}, ticket));
    QVERIFY(isSoAlready(SetState{State::Open, QStringLiteral("for a reason")}, ticket));
    QVERIFY(!isSoAlready(SetState{State::Resolved, {}}, ticket));
    ticket.owner = {};
    QVERIFY(isSoAlready(SetField{QStringLiteral("owner"), {}}, ticket));
}

void TestAlike::listsCountWhenAllOfItIsThere()
{
    Ticket ticket;
    ticket.tags = {QStringLiteral("a"), QStringLiteral("b")};
    QVERIFY(isSoAlready(EditTags{{QStringLiteral("a")}, {}}, ticket));
    QVERIFY(!isSoAlready(EditTags{{QStringLiteral("a"), QStringLiteral("c")}, {}}, ticket));
    QVERIFY(isSoAlready(EditTags{{}, {QStringLiteral("c")}}, ticket));
    QVERIFY(!isSoAlready(EditTags{{QStringLiteral("a")}, {QStringLiteral("b")}}, ticket));
    const PersonId anna(QUuid::createUuid());
    QVERIFY(!isSoAlready(EditWatchers{{anna}, {}}, ticket));
    ticket.watchers = {anna};
    QVERIFY(isSoAlready(EditWatchers{{anna}, {}}, ticket));
    const Link link{LinkKind::RelatesTo, TicketId(QUuid::createUuid())};
    QVERIFY(!isSoAlready(EditLinks{{link}, {}}, ticket));
    ticket.links = {link};
    QVERIFY(!isSoAlready(EditLinks{{}, {link}}, ticket));
}

void TestAlike::whatIsClosedCanOnlyBeOpenedAgain()
{
    Ticket ticket;
    ticket.state = State::Closed;
    QVERIFY(!mayBecome(SetState{State::Scheduled, {}}, ticket));
    QVERIFY(mayBecome(SetState{State::Open, {}}, ticket));
    QVERIFY(mayBecome(SetField{QStringLiteral("owner"), {}}, ticket));
}

void TestAlike::whatAlwaysAddsSomethingIsNeverAlike()
{
    QVERIFY(!isSoAlready(AddMessage{}, {}));
    QVERIFY(!isSoAlready(Escalate{}, {}));
    QVERIFY(!isSoAlready(AskUpdate{}, {}));
}

QTEST_APPLESS_MAIN(TestAlike)
#include "tst_alike.moc"
