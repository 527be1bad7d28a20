// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/world.h"

#include <QJsonDocument>

using namespace vigie;
using namespace vigie::server;

namespace {

/// The same targets whatever priority and queue, so that what agents change behind the curtain does
/// not move what requesters are told; everything else about clocks must stay behind it.
ServiceBook evenBook()
{
    ServiceContract all;
    for (const EnumName<Priority> &priority : enumNames<Priority>()) {
        for (const EnumName<ClockKind> &clock : enumNames<ClockKind>())
            all.within(clock.value).insert(priority.value, 4 * 3'600'000);
    }
    return {{{QString(), allHours()}}, {all}};
}

/// One of two servers with the same seeds and clocks. `internalLife` adds what requesters must
/// never notice; everything that two employees get to see is written down, byte by byte.
class Twin
{
public:
    Twin(quint64 seed, bool internalLife)
        : m_story(seed), m_hidden(seed + 1), m_internalLife(internalLife)
    {
        for (Actress *who : {&m_world.anna, &m_world.bob}) {
            const auto token = m_world.desk->tokens().issue(who->caller(), {});
            m_tokens.insert(who->person.id.text(), token.value_or(QByteArray()));
        }
        m_api = std::make_unique<Api>(*m_world.desk, m_world.clock, m_world.rng);
        m_api->feedsMoved = [this](const QStringList &feeds) {
            for (const QString &feed : feeds) {
                if (feed == personFeed(m_world.anna.person.id)
                    || feed == personFeed(m_world.bob.person.id))
                    m_log += "moved " + feed.toUtf8() + '\n';
            }
        };
    }

    [[nodiscard]] QByteArray live(int steps)
    {
        for (int i = 0; i < steps; ++i) {
            step();
            if (m_internalLife)
                hiddenStep();
            if (i % 5 == 4)
                observe();
        }
        observe();
        return m_log;
    }
    [[nodiscard]] int hiddenOps() const { return m_hiddenOps; }

private:
    [[nodiscard]] TicketId some(Rng &rng) const
    {
        return m_tickets.isEmpty() ? TicketId() : m_tickets[qsizetype(rng.below(m_tickets.size()))];
    }

    /// Something that everybody may know, the same in both worlds.
    void step()
    {
        World &w = m_world;
        w.clock.at += qint64(m_story.below(100'000));
        const quint64 choice = m_story.below(10);
        Actress &employee = m_story.below(2) == 0 ? w.anna : w.bob;
        if (choice < 3 || m_tickets.isEmpty()) {
            const auto id = w.ids.make<TicketId>();
            CreateTicket report = w.report(employee);
            report.attachments = {w.file(employee, "shot " + QByteArray::number(m_tickets.size()))};
            push(employee, w.op(employee, id, report));
            w.send(w.chief, id, w.words(QStringLiteral("We have it")));
            m_tickets.append(id);
            return;
        }
        const TicketId id = some(m_story);
        if (choice < 5) {
            push(employee, w.op(employee, id, w.words(QStringLiteral("any news?"))));
        } else if (choice == 5) {
            push(employee, w.op(employee, id, AskUpdate{}));
        } else if (choice == 6) {
            // Without having seen the newest answer: a conflict the requester has to be told of.
            Op close = w.op(employee, id, SetState{State::Closed, {}});
            close.seenThrough = {};
            close.base.remove(QStringLiteral("state"));
            push(employee, close);
        } else if (choice == 7) {
            w.send(w.chief, id, SetState{m_story.below(2) == 0 ? State::Resolved : State::Open, {}});
        } else if (choice == 8) {
            w.send(w.chief, id, EditWatchers{{w.bob.person.id}, {}});
        } else {
            AddMessage reply = w.words(QStringLiteral("Please try again"));
            reply.attachments = {w.file(w.chief, "howto")};
            w.send(w.chief, id, reply);
        }
    }

    /// What happens behind the curtain, without using the story's ids, time or randomness.
    void hiddenStep()
    {
        World &w = m_world;
        const TicketId id = some(m_hidden);
        Payload payload;
        AddMessage note;
        note.message = MessageId(QUuid::createUuidV5(QUuid(), QByteArray::number(++m_hiddenOps)));
        note.kind = m_hidden.below(2) == 0 ? MessageKind::Note : MessageKind::Call;
        note.body = QStringLiteral("the requester must not read this");
        const Ticket ticket = w.ticket(id);
        switch (m_hidden.below(9)) {
        case 0: note.attachments = {w.file(w.chief, "inside")}; payload = note; break;
        case 1: payload = note; break;
        case 2: payload = EditTags{{QString::number(m_hiddenOps)}, {}}; break;
        case 3: payload = SetField{QStringLiteral("impact"), QStringLiteral("company")}; break;
        case 4: payload = SetField{QStringLiteral("cf.asset"), QString::number(m_hiddenOps)}; break;
        case 5:
            payload = SetField{QStringLiteral("queue"),
                               (m_hidden.below(2) == 0 ? w.front : w.back).id.text()};
            break;
        case 6: payload = Escalate{Level::L4, w.back.id, QStringLiteral("beyond us")}; break;
        case 7:
            // Waiting for a vendor looks like work in progress.
            if (ticket.publicState != PublicState::InProgress)
                return;
            payload = SetState{State::WaitingVendor, QStringLiteral("they sleep")};
            break;
        default: payload = EditLinks{{{LinkKind::RelatesTo, TicketId(note.message.uuid())}}, {}};
        }
        Op op;
        op.id = OpId(QUuid::createUuidV5(QUuid(), "op" + QByteArray::number(m_hiddenOps)));
        op.device = w.chief.device;
        op.ticket = id;
        op.base = baseFor(payload, ticket);
        op.payload = payload;
        wire::SyncRequest request = w.chief.request();
        request.ops = {op};
        const auto answer = w.desk->sync(w.chief.caller(), request);
        if (!answer || answer->results[0].status == wire::OpStatus::Rejected)
            qFatal("the internal life does not work");
    }

    ApiResponse call(const Actress &who, const char *method, const QByteArray &path,
                     const QByteArray &body, QMap<QByteArray, QByteArray> headers = {})
    {
        ApiRequest request;
        request.method = method;
        request.path = path;
        request.body = body;
        request.headers = headers;
        request.headers.insert("authorization", "Bearer " + m_tokens.value(who.person.id.text()));
        ApiOutcome outcome = m_api->handle(request, true);
        if (auto *deferred = std::get_if<Deferred>(&outcome)) {
            deferred->work();
            outcome = deferred->finish();
        }
        const ApiResponse response = std::get<ApiResponse>(outcome);
        m_log += method + QByteArray(" ") + path + ' ' + QByteArray::number(response.status) + '\n';
        for (auto it = response.headers.cbegin(); it != response.headers.cend(); ++it)
            m_log += it.key() + ": " + it.value() + '\n';
        m_log += response.body + '\n';
        return response;
    }

    void push(Actress &who, const Op &op)
    {
        wire::SyncRequest request = who.request();
        request.ops = {op};
        ++m_world.clock.at;
        call(who, "POST", "/v1/sync", json::compact(wire::encode(request)));
    }

    void observe()
    {
        World &w = m_world;
        for (Actress *who : {&w.anna, &w.bob}) {
            for (bool more = true; more;) {
                wire::SyncRequest request = who->request();
                request.pull = true;
                const ApiResponse response =
                    call(*who, "POST", "/v1/sync", json::compact(wire::encode(request)));
                const auto page = wire::decodeSyncResponse(
                    QJsonDocument::fromJson(response.body).object());
                if (!page)
                    qFatal("no page");
                who->apply(*page);
                more = page->more;
            }
            Actress fresh = *who;
            fresh.feeds.clear();
            wire::SyncRequest first = fresh.request();
            first.pull = true;
            call(*who, "POST", "/v1/sync", json::compact(wire::encode(first)));
            call(*who, "POST", "/v1/digest", "{}");
            const QMap<QByteArray, QByteArray> at{{"vigie-ticket", some(m_story).text().toLatin1()},
                                                  {"range", "bytes=0-99"}};
            for (const QByteArray &bytes : {QByteArray("inside"), QByteArray("howto"),
                                            QByteArray("shot 0")}) {
                const QByteArray path =
                    "/v1/blobs/" + QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
                call(*who, "GET", path, {}, at);
                call(*who, "HEAD", path, {}, at);
            }
            // Offering a file that only the other side has tells nothing.
            const QByteArray inside =
                QCryptographicHash::hash("inside", QCryptographicHash::Sha256).toHex();
            call(*who, "POST", "/v1/blobs", "{\"sha256\":\"" + inside + "\",\"size\":6}");
        }
    }

    World m_world{World::Place::Memory, true, evenBook()};
    SeededRng m_story;
    SeededRng m_hidden;
    bool m_internalLife;
    int m_hiddenOps = 0;
    QMap<QString, QByteArray> m_tokens;
    QList<TicketId> m_tickets;
    QByteArray m_log;
    std::unique_ptr<Api> m_api;
};

} // namespace

/// Two servers that differ only in their internal life must look the same to employees.
class TestTwinWorlds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void employeesCannotTellTheWorldsApart_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 12; ++seed)
            QTest::addRow("seed %d", int(seed)) << seed * 1000;
    }
    void employeesCannotTellTheWorldsApart()
    {
        QFETCH(quint64, seed);
        Twin quiet(seed, false);
        Twin busy(seed, true);
        const QByteArray one = quiet.live(40);
        const QByteArray two = busy.live(40);
        QVERIFY(busy.hiddenOps() > 20);
        QVERIFY(one.size() > 20'000);
        QVERIFY(one.contains("answerBy"));
        for (const char *word : {"\"service\"", "services", "contracts", "\"marks\"", "\"due\""})
            QVERIFY2(!two.contains(word), word);
        if (one != two) {
            qsizetype at = 0;
            while (at < one.size() && at < two.size() && one[at] == two[at])
                ++at;
            qWarning().noquote() << "quiet:" << one.mid(std::max<qsizetype>(0, at - 200), 400)
                                 << "\nbusy:" << two.mid(std::max<qsizetype>(0, at - 200), 400);
        }
        QVERIFY(one == two);
    }
};

QTEST_GUILESS_MAIN(TestTwinWorlds)
#include "tst_twinworlds.moc"
