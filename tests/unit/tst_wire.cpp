// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/base/limits.h"
#include "core/base/rng.h"
#include "core/model/codec.h"
#include "core/model/messageformat.h"
#include "core/ops/opcodec.h"
#include "core/wire/codec.h"
#include "core/wire/presence.h"

#include <QTest>

#include <functional>

using namespace vigie;
using namespace vigie::wire;

namespace {

class HandClock final : public Clock
{
public:
    qint64 nowMs() const override { return 1'700'000'000'000; }
    qint64 monotonicMs() const override { return 0; }
};

/// One message of the protocol with everything in it, and how to read and write it again.
struct Specimen {
    const char *name;
    QJsonObject object;
    /// decode, then encode; an error stays an error.
    std::function<Result<QJsonObject>(const QJsonObject &)> again;
};

template<class T, class Decode, class Encode>
Specimen specimen(const char *name, const T &value, Decode decode, Encode encode)
{
    return {name, encode(value), [decode, encode](const QJsonObject &object) -> Result<QJsonObject> {
                const Result<T> decoded = decode(object);
                if (!decoded)
                    return fail(decoded.error());
                return encode(*decoded);
            }};
}

/// Makes values with every field filled.
class Maker
{
public:
    Maker() : m_rng(1), m_ids(m_clock, m_rng) {}

    template<class T>
    T id()
    {
        return m_ids.make<T>();
    }
    QString text(const char *word) { return QString::fromUtf8(word) + QStringLiteral(" – é打"); }

    Attachment attachment()
    {
        return {QString(64, u'b'), QStringLiteral("shot.png"), QStringLiteral("image/png"), 4096};
    }
    Position position(qint64 seq) { return {seq, QString(64, u'c')}; }
    Person person()
    {
        Person made;
        made.id = id<PersonId>();
        made.login = QStringLiteral("ben");
        made.name = text("Ben");
        made.email = QStringLiteral("ben@example.org");
        made.phone = QStringLiteral("+44");
        made.team = text("team");
        made.site = text("site");
        made.role = Role::Guardian;
        made.queues = {id<QueueId>(), id<QueueId>()};
        made.active = false;
        made.version = 3;
        return made;
    }
    Ticket ticket()
    {
        Ticket made;
        made.id = id<TicketId>();
        made.number = 12;
        made.title = text("title");
        made.kit = {text("what"), text("error"), text("when"), 1, text("before"), Affected::Team,
                    text("who"), 4, {{QStringLiteral("os"), QStringLiteral("x")}}, Urgency::Blocked,
                    text("effect"), {text("service")}, 5};
        made.category = QStringLiteral("mail");
        made.queue = id<QueueId>();
        made.owner = id<PersonId>();
        made.contact = id<PersonId>();
        made.requester = id<PersonId>();
        made.tags = {QStringLiteral("a"), QStringLiteral("b")};
        made.watchers = {id<PersonId>()};
        made.links = {{LinkKind::ParentOf, id<TicketId>()}};
        made.custom = {{QStringLiteral("k"), QStringLiteral("v")}};
        made.rating = {4, text("comment"), 5};
        made.expected = {8, 9};
        made.updateAskedAt = 6;
        made.createdAt = 7;
        made.versions = {{QStringLiteral("title"), 2}};
        return made;
    }
    Message message()
    {
        Message made;
        made.id = id<MessageId>();
        made.ticket = id<TicketId>();
        made.kind = MessageKind::Event;
        made.visibility = Visibility::Internal;
        made.author = id<PersonId>();
        made.authorName = text("author");
        made.body = text("body");
        made.attachments = {attachment()};
        made.writtenAt = 1;
        made.receivedAt = 2;
        made.event = QStringLiteral("state");
        made.params = {{QStringLiteral("to"), QStringLiteral("open")}};
        made.crossed = 3;
        made.seal = {text("seal"), text("key"), text("signature")};
        return made;
    }
    Op op(const Payload &payload)
    {
        Op made;
        made.id = id<OpId>();
        made.device = id<DeviceId>();
        made.deviceSeq = 9;
        made.ticket = id<TicketId>();
        made.payload = payload;
        made.base = {{QStringLiteral("title"), {3, QStringLiteral("0123456789abcdef")}}};
        made.seenThrough = id<MessageId>();
        made.deps = {id<OpId>()};
        made.writtenAt = 11;
        return made;
    }
    QList<Op> ops()
    {
        CreateTicket create;
        create.message = id<MessageId>();
        create.title = text("title");
        create.kit = ticket().kit;
        create.queue = id<QueueId>();
        create.requester = id<PersonId>();
        create.attachments = {attachment()};
        AddMessage add;
        add.message = id<MessageId>();
        add.kind = MessageKind::Note;
        add.body = text("body");
        add.attachments = {attachment()};
        return {op(create),
                op(add),
                op(SetField{QStringLiteral("title"), text("new")}),
                op(SetState{State::Scheduled, text("why")}),
                op(Escalate{Level::L3, id<QueueId>(), text("why")}),
                op(EditTags{{QStringLiteral("a")}, {QStringLiteral("b")}}),
                op(EditWatchers{{id<PersonId>()}, {id<PersonId>()}}),
                op(EditLinks{{{LinkKind::CausedBy, id<TicketId>()}}, {}}),
                op(AskUpdate{}),
                op(Rate{2, text("comment")}),
                op(MergeInto{id<TicketId>()}),
                op(LogWork{90, QStringLiteral("2026-11-27"), text("for")}),
                op(ArticleAct(SetArticle{QStringLiteral("tags"), text("new")}))};
    }
    OwnThing own()
    {
        OwnThing made;
        made.kind = OwnKind::Snippet;
        made.id = QStringLiteral("0190a000-0000-7000-8000-000000000001");
        made.revision = 4;
        made.position = 2;
        made.data = {{QStringLiteral("body"), text("words")}};
        return made;
    }
    SyncRequest request()
    {
        SyncRequest made;
        made.device = id<DeviceId>();
        made.epoch = QStringLiteral("e1");
        made.feeds = {{QStringLiteral("queue/x"), position(5), position(8)},
                      {QStringLiteral("directory"), {}, {}}};
        made.ops = ops();
        made.pull = true;
        made.waitMs = 20'000;
        made.ackThrough = 7;
        made.own = {own()};
        made.ownThrough = 12;
        made.again = {made.ops.isEmpty() ? OpId(QUuid::createUuidV5(QUuid(), QByteArray("op"))) : made.ops.first().id};
        made.withdrawn = {OpId(QUuid::createUuidV5(QUuid(), QByteArray("other")))};
        return made;
    }
    OpResult result(OpStatus status)
    {
        OpResult made;
        made.op = id<OpId>();
        made.status = status;
        made.points = {{QStringLiteral("queue/x"), position(9)}};
        made.number = 4711;
        if (status == OpStatus::Conflict)
            made.conflict = Conflict{QStringLiteral("title"), text("mine"), text("theirs"), 3,
                                     text("Ben")};
        if (status == OpStatus::Rejected)
            made.error = {ErrorCode::Forbidden, QStringLiteral("no"), {}};
        if (status == OpStatus::Retry)
            made.error = {ErrorCode::RateLimited, QStringLiteral("slow"), 3'000};
        return made;
    }
    SyncResponse response()
    {
        SyncResponse made;
        made.epoch = QStringLiteral("e1");
        made.serverTime = 1'700'000'000'000;
        for (int status = 0; status <= int(OpStatus::DepFailed); ++status)
            made.results.append(result(OpStatus(status)));
        made.scope = {QStringLiteral("queue/x"), QStringLiteral("directory")};
        made.changes = {
            {QStringLiteral("queue/x"), 6, ChangeKind::Ticket, id<TicketId>().text(),
             codec::toJson(ticket())},
            {QStringLiteral("queue/x"), 7, ChangeKind::Message, id<MessageId>().text(),
             codec::toJson(message())},
            {QStringLiteral("queue/x"), 8, ChangeKind::Gone, id<TicketId>().text(), {}}};
        made.next = {{QStringLiteral("queue/x"), position(8)}};
        made.more = true;
        made.me = person();
        made.intakeQueue = id<QueueId>();
        made.own = {own(), {OwnKind::View, QStringLiteral("x"), 5, 0, true, {}}};
        made.ownThrough = 5;
        return made;
    }
    QList<Specimen> specimens();

private:
    HandClock m_clock;
    SeededRng m_rng;
    IdGenerator m_ids;
};

QList<Specimen> Maker::specimens()
{
    using codec::toJson;
    Queue queue{id<QueueId>(), text("Network"), text("cables"), false, 4};
    QList<Specimen> all{
        specimen("SyncRequest", request(), decodeSyncRequest, [](const SyncRequest &v) { return encode(v); }),
        specimen("SyncResponse", response(), decodeSyncResponse,
                 [](const SyncResponse &v) { return encode(v); }),
        specimen("Hello", Hello{QStringLiteral("vigie"), QStringLiteral("id"), text("Desk"), 1, QStringLiteral("0.1")},
                 decodeHello, [](const Hello &v) { return encode(v); }),
        specimen("SignIn", SignIn{QStringLiteral("ben"), text("password"), id<DeviceId>(), text("laptop")},
                 decodeSignIn, [](const SignIn &v) { return encode(v); }),
        specimen("Session", Session{QString(43, u't'), QStringLiteral("id"), text("Desk"), QStringLiteral("e1"), person()},
                 decodeSession, [](const Session &v) { return encode(v); }),
        specimen("PresenceRequest",
                 PresenceRequest{{{id<TicketId>(), Activity::Looks}, {id<TicketId>(), Activity::Writes}},
                                 {id<TicketId>()}, QString(32, u'a'), 20'000},
                 decodePresenceRequest, [](const PresenceRequest &v) { return encode(v); }),
        specimen("PresenceResponse",
                 PresenceResponse{{{id<TicketId>(), id<PersonId>(), text("Ada"), Activity::Writes, 5}},
                                  QString(32, u'b'), 1'700'000'000'000},
                 decodePresenceResponse, [](const PresenceResponse &v) { return encode(v); }),
        specimen("Ticket", ticket(), codec::ticketFrom, [](const Ticket &v) { return toJson(v); }),
        specimen("Message", message(), codec::messageFrom, [](const Message &v) { return toJson(v); }),
        specimen("Person", person(), codec::personFrom, [](const Person &v) { return toJson(v); }),
        specimen("Queue", queue, codec::queueFrom, [](const Queue &v) { return toJson(v); })};
    for (int status = 0; status <= int(OpStatus::DepFailed); ++status)
        all.append(specimen("OpResult", result(OpStatus(status)), decodeOpResult,
                            [](const OpResult &v) { return encode(v); }));
    const QList<Op> every = ops();
    for (const Op &op : every)
        all.append(specimen("Op", op, decodeOp, [](const Op &v) { return encodeOp(v); }));
    return all;
}

/// Random damage to bytes: what a bad disk, a proxy or an attacker does.
QByteArray damaged(QByteArray bytes, Rng &rng)
{
    static const QByteArray pieces[] = {"null", "-1", "1e999", "\"\"", "[]", "{}", "9007199254740993",
                                        "\\u0000", "\\ud800", "{\"id\":", "true", "\xff"};
    const int times = 1 + int(rng.below(3));
    for (int i = 0; i < times && !bytes.isEmpty(); ++i) {
        const auto at = qsizetype(rng.below(quint64(bytes.size())));
        switch (rng.below(5)) {
        case 0: bytes[at] = char(rng.below(256)); break;
        case 1: bytes.remove(at, 1 + qsizetype(rng.below(20))); break;
        case 2: bytes.insert(at, pieces[rng.below(std::size(pieces))]); break;
        case 3: bytes.truncate(at); break;
        default: bytes.insert(at, bytes.mid(qsizetype(rng.below(quint64(bytes.size()))), 40)); break;
        }
    }
    return bytes;
}

QJsonValue strangeValue(Rng &rng)
{
    switch (rng.below(12)) {
    case 0: return QJsonValue();
    case 1: return -1;
    case 2: return 1e300;
    case 3: return 0.5;
    case 4: return true;
    case 5: return QString();
    case 6: return QString(3000, u'x');
    case 7: return QString(QChar(0xd800));
    case 8: return QJsonArray{QJsonArray{}, 1, QStringLiteral("x"), QJsonValue()};
    case 9: return QJsonObject{{QStringLiteral("id"), 1}};
    case 10: return qint64(9'007'199'254'740'992);
    default: return QStringLiteral("../../%s%n");
    }
}

/// The same object with one value somewhere inside replaced, removed or doubled.
QJsonValue twisted(const QJsonValue &value, Rng &rng)
{
    if (value.isObject() && !value.toObject().isEmpty() && rng.below(5) != 0) {
        QJsonObject object = value.toObject();
        const QString key = object.keys().at(qsizetype(rng.below(quint64(object.size()))));
        if (rng.below(8) == 0)
            object.remove(key);
        else
            object.insert(key, twisted(object.value(key), rng));
        return object;
    }
    if (value.isArray() && !value.toArray().isEmpty() && rng.below(5) != 0) {
        QJsonArray array = value.toArray();
        const auto at = qsizetype(rng.below(quint64(array.size())));
        if (rng.below(8) == 0) {
            for (int i = 0; i < 2000; ++i)
                array.append(array.at(at));
        } else {
            array.replace(at, twisted(array.at(at), rng));
        }
        return array;
    }
    return strangeValue(rng);
}

} // namespace

class TestWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMessageComesBackAsItWasSent()
    {
        Maker maker;
        for (const Specimen &specimen : maker.specimens()) {
            // Through bytes, as on the wire.
            const auto parsed = json::parseObject(json::compact(specimen.object), limits::kJsonBytes);
            QVERIFY2(parsed, specimen.name);
            const Result<QJsonObject> again = specimen.again(*parsed);
            QVERIFY2(again, qPrintable(QLatin1String(specimen.name) + u' '
                                       + (again ? QString() : toLog(again.error()))));
            QCOMPARE(json::compact(*again), json::compact(specimen.object));
        }
    }

    void aMailsHtmlTravelsWithItsMessageUpToItsLimit()
    {
        Maker maker;
        Message mail = maker.message();
        mail.params.insert(QStringLiteral("html"), QString(kHtmlParamLength, QLatin1Char('x')));
        const Result<Message> back = codec::messageFrom(codec::toJson(mail));
        QVERIFY(back);
        QCOMPARE(htmlOf(*back), htmlOf(mail));
        mail.params[QStringLiteral("html")] += QLatin1Char('x');
        QVERIFY(!codec::messageFrom(codec::toJson(mail)));
        mail.params[QStringLiteral("html")] = QStringLiteral("<p>short</p>");
        mail.params.insert(QStringLiteral("other"),
                           QString(limits::kShortTextLength + 1, QLatin1Char('x')));
        QVERIFY(!codec::messageFrom(codec::toJson(mail)));
    }

    void valuesComeBackEqual()
    {
        Maker maker;
        for (int status = 0; status <= int(OpStatus::DepFailed); ++status) {
            const OpResult result = maker.result(OpStatus(status));
            const Result<OpResult> back = decodeOpResult(encode(result));
            QVERIFY(back);
            QCOMPARE(*back, result);
        }
        const Ticket ticket = maker.ticket();
        QCOMPARE(*codec::ticketFrom(codec::toJson(ticket)), ticket);
        const Message message = maker.message();
        QCOMPARE(*codec::messageFrom(codec::toJson(message)), message);
        const Person person = maker.person();
        QCOMPARE(*codec::personFrom(codec::toJson(person)), person);
        const SyncRequest request = maker.request();
        const Result<SyncRequest> back = decodeSyncRequest(encode(request));
        QVERIFY(back);
        QCOMPARE(back->feeds, request.feeds);
        QCOMPARE(back->ops, request.ops);
        QCOMPARE(back->waitMs, request.waitMs);
        QCOMPARE(back->ackThrough, request.ackThrough);
        QCOMPARE(back->again, request.again);
        QCOMPARE(back->withdrawn, request.withdrawn);
        QCOMPARE(back->own, request.own);
        QCOMPARE(back->ownThrough, request.ownThrough);
        const Result<SyncResponse> answer = decodeSyncResponse(encode(maker.response()));
        QVERIFY(answer);
        QCOMPARE(answer->own.size(), 2);
        QVERIFY(answer->own.last().gone);
        QCOMPARE(answer->ownThrough, 5);
    }

    void ownThingsOfAKindThatIsNotKnownHereAreLeftOut()
    {
        Maker maker;
        QJsonObject object = encode(maker.response());
        QJsonArray own = object.value(QLatin1String("own")).toArray();
        QJsonObject other = own.first().toObject();
        other.insert(QStringLiteral("kind"), QStringLiteral("dashboard"));
        own.append(other);
        object.insert(QStringLiteral("own"), own);
        const Result<SyncResponse> answer = decodeSyncResponse(object);
        QVERIFY(answer);
        QCOMPARE(answer->own.size(), 2);
    }

    void fieldsOfALaterVersionAreIgnored()
    {
        Maker maker;
        for (const Specimen &specimen : maker.specimens()) {
            QJsonObject object = specimen.object;
            object.insert(QStringLiteral("later"), QJsonObject{{QStringLiteral("x"), 1}});
            const Result<QJsonObject> again = specimen.again(object);
            QVERIFY2(again, specimen.name);
            QCOMPARE(json::compact(*again), json::compact(specimen.object));
        }
    }

    void aNewerOperationIsNamedAsSuch()
    {
        Maker maker;
        QJsonObject object = encodeOp(maker.op(AskUpdate{}));
        object.insert(QStringLiteral("schema"), kOpSchema + 1);
        const Result<Op> decoded = decodeOp(object);
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().code, ErrorCode::ProtocolMismatch);
    }

    void damagedBytesAreRefusedOrReadButNeverCrash()
    {
        Maker maker;
        const QList<Specimen> specimens = maker.specimens();
        SeededRng rng(20'260'101);
        int read = 0;
        int refused = 0;
        for (int i = 0; i < 10'000; ++i) {
            const Specimen &specimen = specimens.at(i % specimens.size());
            const QByteArray bytes = damaged(json::compact(specimen.object), rng);
            const auto parsed = json::parseObject(bytes, limits::kJsonBytes);
            const Result<QJsonObject> again =
                parsed ? specimen.again(*parsed) : Result<QJsonObject>(fail(parsed.error()));
            ++(again ? read : refused);
        }
        // Both happen, or the damage would be too light or too heavy to prove anything.
        QVERIFY2(read > 300 && refused > 5'000, qPrintable(QStringLiteral("%1 %2").arg(read).arg(refused)));
    }

    void twistedMessagesThatAreAcceptedAreStable()
    {
        Maker maker;
        const QList<Specimen> specimens = maker.specimens();
        SeededRng rng(20'260'102);
        int read = 0;
        int refused = 0;
        for (int i = 0; i < 10'000; ++i) {
            const Specimen &specimen = specimens.at(i % specimens.size());
            QJsonValue value = specimen.object;
            for (quint64 times = 1 + rng.below(2); times > 0; --times)
                value = twisted(value, rng);
            const Result<QJsonObject> first = specimen.again(value.toObject());
            ++(first ? read : refused);
            if (!first) {
                QVERIFY(first.error().code == ErrorCode::Invalid
                        || first.error().code == ErrorCode::TooLarge
                        || first.error().code == ErrorCode::NotOurServer
                        || first.error().code == ErrorCode::ProtocolMismatch);
                continue;
            }
            // What was accepted can be stored and sent on, and means the same there.
            const Result<QJsonObject> second = specimen.again(*first);
            QVERIFY2(second, qPrintable(QLatin1String(specimen.name) + u' '
                                        + QString::fromUtf8(json::compact(*first).left(2000))));
            QCOMPARE(json::compact(*second), json::compact(*first));
        }
        QVERIFY2(read > 500 && refused > 3'000, qPrintable(QStringLiteral("%1 %2").arg(read).arg(refused)));
    }

    void errorsTravelWithTheirCodeAndWait()
    {
        const Error error{ErrorCode::RateLimited, QStringLiteral("too often"), 5'000};
        QCOMPARE(decodeError(encode(error)), std::optional<Error>(error));
        // Local affairs of one side mean nothing to the other.
        QVERIFY(!decodeError(encode(Error{ErrorCode::StoreCorrupt, {}, {}})));
        QVERIFY(!decodeError(QJsonObject{}));
        QVERIFY(!decodeError({{QStringLiteral("error"), QStringLiteral("bad")}}));
        QCOMPARE(statusFor(ErrorCode::SignInNeeded), 401);
        QCOMPARE(statusFor(ErrorCode::Bug), 500);
    }

    void anotherProductIsNotOurServer()
    {
        QJsonObject object = encode(Hello{QStringLiteral("vigie"), QStringLiteral("i"), QStringLiteral("n"), 1, {}});
        QVERIFY(decodeHello(object));
        object.insert(QStringLiteral("product"), QStringLiteral("router login"));
        const Result<Hello> decoded = decodeHello(object);
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().code, ErrorCode::NotOurServer);
    }

    void theChainDependsOnEveryPartOfItsHistory()
    {
        const QString chain = nextChain({}, 1, ChangeKind::Ticket, QStringLiteral("a"), QStringLiteral("op"));
        QCOMPARE(chain.size(), 64);
        QCOMPARE(nextChain({}, 1, ChangeKind::Ticket, QStringLiteral("a"), QStringLiteral("op")), chain);
        const QStringList others{
            nextChain(chain, 1, ChangeKind::Ticket, QStringLiteral("a"), QStringLiteral("op")),
            nextChain({}, 2, ChangeKind::Ticket, QStringLiteral("a"), QStringLiteral("op")),
            nextChain({}, 1, ChangeKind::Message, QStringLiteral("a"), QStringLiteral("op")),
            nextChain({}, 1, ChangeKind::Ticket, QStringLiteral("b"), QStringLiteral("op")),
            nextChain({}, 1, ChangeKind::Ticket, QStringLiteral("a"), QStringLiteral("other"))};
        QSet<QString> distinct(others.begin(), others.end());
        distinct.insert(chain);
        QCOMPARE(distinct.size(), 6);
    }

    void digestsOfRowsFollowTheirContent()
    {
        const QJsonObject row{{QStringLiteral("a"), 1}};
        QCOMPARE(rowDigest(QStringLiteral("ticket"), row), rowDigest(QStringLiteral("ticket"), row));
        QVERIFY(rowDigest(QStringLiteral("ticket"), row) != rowDigest(QStringLiteral("message"), row));
        QVERIFY(rowDigest(QStringLiteral("ticket"), row)
                != rowDigest(QStringLiteral("ticket"), {{QStringLiteral("a"), 2}}));
    }
};

QTEST_APPLESS_MAIN(TestWire)
#include "tst_wire.moc"
