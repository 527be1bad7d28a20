// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/world.h"

#include <array>

using namespace vigie;
using namespace vigie::server;

namespace {

/// Somebody who tries, in relation to the ticket that they try it on.
enum class Relation { Requester, Watcher, Neither };
struct Subject {
    const char *name;
    Role role;
    bool inQueue;
    Relation relation;
};

/// The columns of the matrix.
constexpr std::array kSubjects{
    Subject{"employee, requester", Role::Employee, false, Relation::Requester},
    Subject{"employee, watcher", Role::Employee, false, Relation::Watcher},
    Subject{"employee, stranger", Role::Employee, false, Relation::Neither},
    Subject{"agent in queue", Role::Agent, true, Relation::Neither},
    Subject{"agent elsewhere", Role::Agent, false, Relation::Neither},
    Subject{"agent elsewhere, requester", Role::Agent, false, Relation::Requester},
    Subject{"agent elsewhere, watcher", Role::Agent, false, Relation::Watcher},
    Subject{"agent in queue, requester", Role::Agent, true, Relation::Requester},
    Subject{"guardian in queue", Role::Guardian, true, Relation::Neither},
    Subject{"guardian elsewhere", Role::Guardian, false, Relation::Neither},
    Subject{"guardian elsewhere, requester", Role::Guardian, false, Relation::Requester},
    Subject{"admin", Role::Admin, false, Relation::Neither},
    Subject{"admin, requester", Role::Admin, false, Relation::Requester},
};

/// What happens to it: A accepted, F forbidden, N not found, I invalid.
struct Row {
    const char *name;
    size_t kind;        ///< index in Payload
    const char *detail; ///< what payload() makes of it
    State state;        ///< of the ticket
    const char *expected;
};

template<class T>
constexpr size_t kindOf()
{
    size_t index = 0;
    const auto find = [&]<class... Ts>(std::variant<Ts...> *) {
        bool found = false;
        ((found = found || std::is_same_v<T, Ts>, index += found ? 0 : 1), ...);
    };
    find(static_cast<Payload *>(nullptr));
    return index;
}

constexpr const char *kStaffOnly = "FFNANFFAANFAA";
constexpr const char *kRequesterOnly = "AFNFNAFAFNAFA";
constexpr const char *kRequesterAndStaff = "AFNANAFAANAAA";
constexpr const char *kNobody = "FFNFNFFFFNFFF";
constexpr const char *kInvalid = "FFNINFFIINFII";

constexpr std::array kMatrix{
    Row{"report for oneself", kindOf<CreateTicket>(), "own", State::Open, "AAAAAAAAAAAAA"},
    Row{"report for another", kindOf<CreateTicket>(), "other", State::Open, "FFFAAAAAAAAAA"},
    Row{"report into a queue", kindOf<CreateTicket>(), "queue", State::Open, "FFFAAAAAAAAAA"},
    Row{"reply", kindOf<AddMessage>(), "reply", State::Open, "AANANAAAANAAA"},
    Row{"reply to a closed one", kindOf<AddMessage>(), "reply", State::Closed, "AANANAAAANAAA"},
    Row{"note", kindOf<AddMessage>(), "note", State::Open, kStaffOnly},
    Row{"call", kindOf<AddMessage>(), "call", State::Open, kStaffOnly},
    Row{"forged report", kindOf<AddMessage>(), "report", State::Open, kNobody},
    Row{"forged event", kindOf<AddMessage>(), "event", State::Open, kNobody},
    Row{"set title", kindOf<SetField>(), "title", State::Open, kStaffOnly},
    Row{"set category", kindOf<SetField>(), "category", State::Open, kStaffOnly},
    Row{"set kind", kindOf<SetField>(), "kind", State::Open, kStaffOnly},
    Row{"set impact", kindOf<SetField>(), "impact", State::Open, kStaffOnly},
    Row{"set urgency", kindOf<SetField>(), "urgency", State::Open, kStaffOnly},
    Row{"set priority", kindOf<SetField>(), "priority", State::Open, kStaffOnly},
    Row{"set queue", kindOf<SetField>(), "queue", State::Open, kStaffOnly},
    Row{"set owner", kindOf<SetField>(), "owner", State::Open, kStaffOnly},
    Row{"set contact", kindOf<SetField>(), "contact", State::Open, kStaffOnly},
    Row{"set custom field", kindOf<SetField>(), "cf.asset", State::Open, kStaffOnly},
    Row{"remind", kindOf<SetField>(), "pending-until", State::Open, kStaffOnly},
    Row{"set number", kindOf<SetField>(), "number", State::Open, kInvalid},
    Row{"set requester", kindOf<SetField>(), "requester", State::Open, kInvalid},
    Row{"set state by name", kindOf<SetField>(), "state", State::Open, kInvalid},
    Row{"set rating by name", kindOf<SetField>(), "rating", State::Open, kInvalid},
    Row{"set createdAt", kindOf<SetField>(), "createdAt", State::Open, kInvalid},
    Row{"wait for requester", kindOf<SetState>(), "waiting-requester", State::Open, kStaffOnly},
    Row{"wait for vendor", kindOf<SetState>(), "waiting-vendor", State::Open, kStaffOnly},
    Row{"schedule", kindOf<SetState>(), "scheduled", State::Open, kStaffOnly},
    Row{"resolve", kindOf<SetState>(), "resolved", State::Open, kStaffOnly},
    Row{"close", kindOf<SetState>(), "closed", State::Open, kRequesterAndStaff},
    Row{"close what is fixed", kindOf<SetState>(), "closed", State::Resolved, kRequesterAndStaff},
    Row{"reopen what is fixed", kindOf<SetState>(), "open", State::Resolved, kRequesterAndStaff},
    Row{"reopen what is closed", kindOf<SetState>(), "open", State::Closed, kRequesterAndStaff},
    Row{"escalate", kindOf<Escalate>(), "", State::Open, kStaffOnly},
    Row{"escalate to a queue", kindOf<Escalate>(), "queue", State::Open, kStaffOnly},
    Row{"escalate a closed one", kindOf<Escalate>(), "", State::Closed, kStaffOnly},
    Row{"tag", kindOf<EditTags>(), "", State::Open, kStaffOnly},
    Row{"add a watcher", kindOf<EditWatchers>(), "", State::Open, kStaffOnly},
    Row{"link", kindOf<EditLinks>(), "", State::Open, kStaffOnly},
    Row{"merge", kindOf<MergeInto>(), "", State::Open, kStaffOnly},
    Row{"take apart what is not merged", kindOf<MergeInto>(), "apart", State::Open, kStaffOnly},
    Row{"log work", kindOf<LogWork>(), "", State::Open, kStaffOnly},
    Row{"log work on a closed one", kindOf<LogWork>(), "", State::Closed, kStaffOnly},
    // What is done to articles has a table of its own (tst_applyarticle); a ticket is none.
    Row{"take a ticket for an article", kindOf<ArticleAct>(), "", State::Open, "NNNNNNNNNNNNN"},
    Row{"ask for an update", kindOf<AskUpdate>(), "", State::Open, kRequesterOnly},
    Row{"rate too early", kindOf<Rate>(), "", State::Open, kNobody},
    Row{"rate what is fixed", kindOf<Rate>(), "", State::Resolved, kRequesterOnly},
    Row{"rate what is closed", kindOf<Rate>(), "", State::Closed, kRequesterOnly},
};

constexpr bool everyKindHasARow()
{
    for (size_t kind = 0; kind < std::variant_size_v<Payload>; ++kind) {
        bool found = false;
        for (const Row &row : kMatrix)
            found = found || row.kind == kind;
        if (!found)
            return false;
    }
    return true;
}
static_assert(everyKindHasARow(), "a new kind of operation needs rows in the matrix");

constexpr bool everyRowIsComplete()
{
    for (const Row &row : kMatrix) {
        if (std::char_traits<char>::length(row.expected) != kSubjects.size())
            return false;
    }
    return true;
}
static_assert(everyRowIsComplete(), "a row needs one letter for each subject");

} // namespace

/// Role × relation × operation against one table, written down by hand.
class TestAuthorization : public QObject
{
    Q_OBJECT

    std::unique_ptr<World> m_world;
    QList<Actress> m_subjects;

    static QString valueFor(World &w, const QString &field)
    {
        static const QMap<QString, QString> values{
            {QStringLiteral("category"), QStringLiteral("mail")},
            {QStringLiteral("kind"), QStringLiteral("service")},
            {QStringLiteral("impact"), QStringLiteral("site")},
            {QStringLiteral("urgency"), QStringLiteral("blocked")},
            {QStringLiteral("priority"), QStringLiteral("critical")},
            {QStringLiteral("pending-until"), QStringLiteral("1900000000000")}};
        if (field == QLatin1String("queue"))
            return w.back.id.text();
        if (field == QLatin1String("owner") || field == QLatin1String("contact"))
            return w.ada.person.id.text();
        return values.value(field, QStringLiteral("something"));
    }

    Payload payload(const Row &row, const Actress &who)
    {
        World &w = *m_world;
        const QString detail = QLatin1String(row.detail);
        switch (row.kind) {
        case kindOf<CreateTicket>(): {
            CreateTicket create = w.report(detail == QLatin1String("other") ? w.bob : who);
            if (detail == QLatin1String("queue"))
                create.queue = w.back.id;
            return create;
        }
        case kindOf<AddMessage>():
            return w.words(QStringLiteral("words"), *enumFrom<MessageKind>(detail));
        case kindOf<SetField>(): return SetField{detail, valueFor(w, detail)};
        case kindOf<SetState>(): return SetState{*enumFrom<State>(detail), {}};
        case kindOf<Escalate>():
            return Escalate{Level::L3, detail.isEmpty() ? QueueId() : w.back.id,
                            QStringLiteral("needs more")};
        case kindOf<EditTags>(): return EditTags{{QStringLiteral("vip")}, {}};
        case kindOf<EditWatchers>(): return EditWatchers{{w.bob.person.id}, {}};
        case kindOf<EditLinks>():
            return EditLinks{{{LinkKind::RelatesTo, w.ids.make<TicketId>()}}, {}};
        case kindOf<MergeInto>():
            return MergeInto{detail.isEmpty() ? w.reported(w.anna) : TicketId()};
        case kindOf<AskUpdate>(): return AskUpdate{};
        case kindOf<LogWork>():
            return LogWork{900, QStringLiteral("2026-11-27"), QStringLiteral("looked at it")};
        case kindOf<ArticleAct>(): return ArticleAct(ConfirmArticle{});
        default: return Rate{4, QStringLiteral("fine")};
        }
    }

    /// A ticket of the front queue in the wanted state and relation.
    TicketId ticketFor(Actress &who, Relation relation, State state)
    {
        World &w = *m_world;
        const TicketId id = w.reported(relation == Relation::Requester ? who : w.anna);
        w.send(w.chief, id, w.words(QStringLiteral("Hello")));
        if (relation == Relation::Watcher)
            w.send(w.chief, id, EditWatchers{{who.person.id}, {}});
        if (state != State::Open)
            w.send(w.chief, id, SetState{state, {}});
        return id;
    }

    static char letterOf(const wire::OpResult &result)
    {
        if (result.status == wire::OpStatus::Applied || result.status == wire::OpStatus::Merged)
            return 'A';
        if (result.status != wire::OpStatus::Rejected)
            return '?';
        switch (result.error.code) {
        case ErrorCode::Forbidden: return 'F';
        case ErrorCode::NotFound: return 'N';
        case ErrorCode::Invalid: return 'I';
        default: return '?';
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_world = std::make_unique<World>();
        for (const Subject &subject : kSubjects) {
            m_subjects.append(m_world->person(
                subject.name, subject.role,
                subject.role == Role::Employee || subject.role == Role::Admin ? QList<QueueId>()
                : subject.inQueue ? QList<QueueId>{m_world->front.id}
                                  : QList<QueueId>{m_world->back.id}));
        }
    }

    void everyCellOfTheMatrixHolds_data()
    {
        QTest::addColumn<int>("row");
        for (size_t i = 0; i < kMatrix.size(); ++i)
            QTest::newRow(kMatrix[i].name) << int(i);
    }
    void everyCellOfTheMatrixHolds()
    {
        QFETCH(int, row);
        const Row &cell = kMatrix[size_t(row)];
        QByteArray found;
        for (size_t i = 0; i < kSubjects.size(); ++i) {
            Actress &who = m_subjects[qsizetype(i)];
            const bool isCreate = cell.kind == kindOf<CreateTicket>();
            const TicketId id = isCreate ? m_world->ids.make<TicketId>()
                                         : ticketFor(who, kSubjects[i].relation, cell.state);
            const Ticket before = m_world->ticket(id);
            const wire::OpResult result = m_world->send(who, id, payload(cell, who));
            found.append(letterOf(result));
            if (letterOf(result) != 'A')
                QCOMPARE(m_world->ticket(id), before);
        }
        QCOMPARE(found, QByteArray(cell.expected));
    }

    void filesFollowTheirMessageAndItsReaders()
    {
        World &w = *m_world;
        // public file, internal file: A = bytes, N = not found
        const QByteArray expectPublic = "AANANAAAANAAA";
        const QByteArray expectInternal = "NNNANNNAANNAA";
        QByteArray foundPublic;
        QByteArray foundInternal;
        for (size_t i = 0; i < kSubjects.size(); ++i) {
            Actress &who = m_subjects[qsizetype(i)];
            const TicketId id = ticketFor(who, kSubjects[i].relation, State::Open);
            AddMessage reply = w.words(QStringLiteral("open"));
            reply.attachments = {w.file(w.chief, "open file")};
            AddMessage note = w.words(QStringLiteral("inside"), MessageKind::Note);
            note.attachments = {w.file(w.chief, "inside file")};
            w.send(w.chief, id, reply);
            w.send(w.chief, id, note);
            const auto letter = [&](const Attachment &file) {
                const auto part =
                    w.desk->blobs().read(who.person, id, file.sha256, 0, 1'000'000);
                if (part)
                    return part->bytes.size() == file.size ? 'A' : '?';
                return part.error().code == ErrorCode::NotFound ? 'N' : '?';
            };
            foundPublic.append(letter(reply.attachments[0]));
            foundInternal.append(letter(note.attachments[0]));
        }
        QCOMPARE(foundPublic, expectPublic);
        QCOMPARE(foundInternal, expectInternal);
    }
};

QTEST_GUILESS_MAIN(TestAuthorization)
#include "tst_authorization.moc"
