// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/model/codec.h"
#include "core/model/ticketfields.h"

#include <QTest>

using namespace vigie;

namespace {

QUuid uuid(int n)
{
    return QUuid::fromString(
        QStringLiteral("01890a5d-ac96-774b-bcce-%1").arg(n, 12, 16, QLatin1Char('0')));
}

QString canary(const char *name)
{
    return QStringLiteral("canary-") + QLatin1String(name);
}

const PersonId kViewer{uuid(1)};
const PersonId kOther{uuid(2)};

/// A ticket with something recognisable in every field.
Ticket markedTicket()
{
    Ticket ticket;
    ticket.id = TicketId(uuid(10));
    ticket.number = 4711;
    ticket.kind = TicketKind::Service;
    ticket.title = canary("title");
    ticket.kit.what = canary("what");
    ticket.kit.errorText = canary("error");
    ticket.kit.when = canary("when");
    ticket.kit.startedAt = 31;
    ticket.kit.before = canary("before");
    ticket.kit.affected = Affected::Site;
    ticket.kit.who = canary("who");
    ticket.kit.people = 32;
    ticket.kit.facts.insert(QStringLiteral("os"), canary("fact"));
    ticket.kit.stated = Urgency::CanWait;
    ticket.kit.effect = canary("effect");
    ticket.kit.services = {canary("service")};
    ticket.kit.liveUntil = 40;
    ticket.category = QStringLiteral("network");
    ticket.impact = Impact::Site;
    ticket.urgency = Urgency::Blocked;
    ticket.priority = Priority::Critical;
    ticket.state = State::WaitingVendor;
    ticket.publicState = PublicState::InProgress;
    ticket.level = Level::L3;
    ticket.queue = QueueId(uuid(11));
    ticket.owner = PersonId(uuid(12));
    ticket.ownerName = canary("ownerName");
    ticket.contact = PersonId(uuid(13));
    ticket.contactName = canary("contactName");
    ticket.requester = kViewer;
    ticket.requesterName = canary("requesterName");
    ticket.tags = {canary("tag")};
    ticket.watchers = {kViewer, kOther};
    ticket.links = {{LinkKind::CausedBy, TicketId(uuid(14))}};
    ticket.custom.insert(canary("customKey"), canary("customValue"));
    ticket.rating = {4, canary("ratingComment"), 33};
    ticket.expected = {41, 42};
    ticket.updateAskedAt = 34;
    ticket.transfers = 35;
    ticket.pendingUntil = 43;
    ticket.workedSeconds = 44;
    ticket.writtenAt = 36;
    ticket.createdAt = 37;
    ticket.updatedAt = 38;
    ticket.publicUpdatedAt = 39;
    for (const QString &name : ticketFieldNames())
        ticket.versions.insert(name, 5);
    for (const char *name : {"state", "public-state", "level", "rating", "cf.secret", "unheard-of"})
        ticket.versions.insert(QLatin1String(name), 5);
    return ticket;
}

} // namespace

/// Promise: a public view never shows internal states, teams, levels, queues, owners, priorities
/// or service times. Checked on the value and on the bytes that would travel.
class TestRequesterView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldOfTheMarkedTicketIsMarked()
    {
        // The other tests are worth something only while the marked ticket has all fields: encoded,
        // it must have every key that any ticket can have.
        const QJsonObject object = codec::toJson(markedTicket());
        QStringList known{
            QStringLiteral("id"),          QStringLiteral("number"),        QStringLiteral("kind"),
            QStringLiteral("title"),       QStringLiteral("kit"),           QStringLiteral("category"),
            QStringLiteral("impact"),      QStringLiteral("urgency"),       QStringLiteral("priority"),
            QStringLiteral("state"),       QStringLiteral("public"),        QStringLiteral("level"),
            QStringLiteral("queue"),       QStringLiteral("owner"),         QStringLiteral("ownerName"),
            QStringLiteral("contact"),     QStringLiteral("contactName"),   QStringLiteral("requester"),
            QStringLiteral("requesterName"), QStringLiteral("tags"),        QStringLiteral("watchers"),
            QStringLiteral("links"),       QStringLiteral("custom"),        QStringLiteral("rating"),
            QStringLiteral("updateAsked"), QStringLiteral("transfers"),     QStringLiteral("written"),
            QStringLiteral("created"),     QStringLiteral("updated"),       QStringLiteral("publicUpdated"),
            QStringLiteral("versions"),    QStringLiteral("answerBy"),      QStringLiteral("fixBy"),
            QStringLiteral("pendingUntil"), QStringLiteral("worked")};
        known.sort();
        QCOMPARE(object.keys(), known);
    }

    void onlyWhatARequesterMayKnowSurvives()
    {
        const Ticket full = markedTicket();
        const Ticket face = forRequester(full, kViewer);

        Ticket expected;
        expected.id = full.id;
        expected.number = full.number;
        expected.kind = full.kind;
        expected.title = full.title;
        expected.kit = full.kit;
        expected.category = full.category;
        expected.publicState = full.publicState;
        expected.contact = full.contact;
        expected.contactName = full.contactName;
        expected.requester = full.requester;
        expected.requesterName = full.requesterName;
        expected.watchers = {kViewer};
        expected.rating = full.rating;
        expected.expected = full.expected;
        expected.updateAskedAt = full.updateAskedAt;
        expected.writtenAt = full.writtenAt;
        expected.createdAt = full.createdAt;
        expected.updatedAt = full.publicUpdatedAt;
        expected.publicUpdatedAt = full.publicUpdatedAt;
        expected.state = State::Open;
        for (const char *name : {"title", "category", "kind", "contact", "public-state", "rating"})
            expected.versions.insert(QLatin1String(name), 5);
        QCOMPARE(face, expected);
    }

    void noInternalWordIsInTheBytes()
    {
        const QByteArray bytes = json::compact(codec::toJson(forRequester(markedTicket(), kViewer)));
        for (const char *secret :
             {"canary-ownerName", "canary-tag", "canary-customKey", "canary-customValue",
              "waiting-vendor", "critical", "L3", "caused-by", "cf.secret", "unheard-of", "sla",
              "SLA", "target", "breach"})
            QVERIFY2(!bytes.contains(secret), secret);
        for (const int id : {2, 11, 12, 14})
            QVERIFY2(!bytes.contains(uuid(id).toByteArray(QUuid::WithoutBraces)),
                     qPrintable(QString::number(id)));
        QVERIFY(!bytes.contains(":35"));
        QVERIFY(!bytes.contains(":38"));
        QVERIFY(!bytes.contains(":43"));
        QVERIFY(!bytes.contains(":44"));
    }

    void internalChangesDoNotChangeOneByte()
    {
        const Ticket base = markedTicket();
        const QByteArray bytes = json::compact(codec::toJson(forRequester(base, kViewer)));
        const auto sameAfter = [&](const char *what, auto change) {
            Ticket ticket = base;
            change(ticket);
            const QByteArray now = json::compact(codec::toJson(forRequester(ticket, kViewer)));
            QVERIFY2(now == bytes, what);
        };
        sameAfter("state", [](Ticket &t) { t.state = State::Scheduled; });
        sameAfter("level", [](Ticket &t) { t.level = Level::L4; });
        sameAfter("impact", [](Ticket &t) { t.impact = Impact::Company; });
        sameAfter("urgency", [](Ticket &t) { t.urgency = Urgency::CanWait; });
        sameAfter("priority", [](Ticket &t) { t.priority = Priority::Low; });
        sameAfter("queue", [](Ticket &t) { t.queue = QueueId(uuid(99)); });
        sameAfter("owner", [](Ticket &t) { t.owner = PersonId(); });
        sameAfter("ownerName", [](Ticket &t) { t.ownerName.clear(); });
        sameAfter("tags", [](Ticket &t) { t.tags.clear(); });
        sameAfter("another watcher", [](Ticket &t) { t.watchers = {kViewer}; });
        sameAfter("links", [](Ticket &t) { t.links.clear(); });
        sameAfter("custom", [](Ticket &t) { t.custom.clear(); });
        sameAfter("transfers", [](Ticket &t) { t.transfers = 0; });
        sameAfter("updatedAt", [](Ticket &t) { t.updatedAt = 1; });
        sameAfter("versions", [](Ticket &t) { t.versions[QStringLiteral("state")] = 6; });
    }

    void aViewerWhoDoesNotWatchLearnsOfNoWatcher()
    {
        Ticket ticket = markedTicket();
        ticket.watchers = {kOther};
        QVERIFY(forRequester(ticket, kViewer).watchers.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestRequesterView)
#include "tst_requesterview.moc"
