// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/limits.h"
#include "core/model/codec.h"
#include "core/model/lifecycle.h"
#include "core/ops/apply.h"
#include "core/ops/opcodec.h"

#include <QFile>
#include <QSet>
#include <QTest>

#include <zstd.h>

using namespace vigie;

namespace {

/// The sample as it is shipped, unpacked.
QByteArray unpackedSample()
{
    QFile file(QStringLiteral(VIGIE_SAMPLE_FILE));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray packed = file.readAll();
    QByteArray text;
    ZSTD_DStream *stream = ZSTD_createDStream();
    ZSTD_initDStream(stream);
    ZSTD_inBuffer in{packed.constData(), size_t(packed.size()), 0};
    QByteArray chunk(1 << 20, Qt::Uninitialized);
    while (in.pos < in.size) {
        ZSTD_outBuffer out{chunk.data(), size_t(chunk.size()), 0};
        if (ZSTD_isError(ZSTD_decompressStream(stream, &out, &in)))
            break;
        text.append(chunk.constData(), qsizetype(out.pos));
    }
    ZSTD_freeDStream(stream);
    return text;
}

/// Replays the sample as an importer does: with the rights of each author, at the time written.
struct Replay {
    QHash<QueueId, Queue> queues;
    QHash<PersonId, Person> people;
    QHash<QString, PersonId> logins;
    QHash<TicketId, TicketState> tickets;
    QueueId intake;
    qint64 lastAt = 0;
    qint64 ops = 0;
    QSet<QString> ids;
    QHash<DeviceId, qint64> sequences;
    QString problem;

    void blame(const QString &text)
    {
        if (problem.isEmpty())
            problem = text;
    }
    bool fresh(const QString &id)
    {
        const qsizetype before = ids.size();
        ids.insert(id);
        return ids.size() != before;
    }

    void take(const QJsonObject &line)
    {
        if (line.contains(QStringLiteral("queue"))) {
            const Result<Queue> queue = codec::queueFrom(line[QStringLiteral("queue")].toObject());
            if (!queue)
                return blame(toLog(queue.error()));
            if (intake.isNull())
                intake = queue->id;
            queues.insert(queue->id, *queue);
        } else if (line.contains(QStringLiteral("person"))) {
            const Result<Person> person = codec::personFrom(line[QStringLiteral("person")].toObject());
            if (!person)
                return blame(toLog(person.error()));
            if (logins.contains(person->login))
                blame(QStringLiteral("login twice: ") + person->login);
            people.insert(person->id, *person);
            logins.insert(person->login, person->id);
        } else {
            takeOp(line);
        }
    }

    void takeOp(const QJsonObject &line)
    {
        json::Reader reader(line);
        const auto by = reader.id<PersonId>("by");
        const qint64 at = reader.integer("at", 1, 253'402'300'799'999);
        Result<Op> decoded = decodeOp(reader.object("op"));
        if (!decoded || !reader.ok() || !people.contains(by))
            return blame(decoded ? QStringLiteral("bad line") : toLog(decoded.error()));
        Op op = *decoded;
        if (at < lastAt)
            blame(QStringLiteral("time goes back at %1").arg(at));
        lastAt = at;
        if (!fresh(op.id.text()))
            blame(QStringLiteral("op id twice"));
        if (op.deviceSeq <= sequences.value(op.device))
            blame(QStringLiteral("device sequence does not grow"));
        sequences[op.device] = op.deviceSeq;

        const TicketState &before = tickets[op.ticket];
        op.base = baseFor(op.payload, before.ticket);
        if (!before.thread.isEmpty())
            op.seenThrough = before.thread.constLast().id;
        ApplyContext context;
        context.mode = ApplyContext::Mode::Authoritative;
        context.actor = actorOf(people[by]);
        context.now = at;
        context.intakeQueue = intake;
        context.nextNumber = tickets.size();
        context.person = [this](const PersonId &id) -> std::optional<Person> {
            const auto found = people.constFind(id);
            return found == people.constEnd() ? std::nullopt : std::optional<Person>(*found);
        };
        context.queueExists = [this](const QueueId &id) { return queues.contains(id); };
        const Outcome outcome = apply(before, op, context);
        if (outcome.verdict != Verdict::Applied) {
            return blame(QStringLiteral("%1 by %2 was not applied (%3): %4")
                             .arg(kindName(op.payload), people[by].login)
                             .arg(int(outcome.verdict))
                             .arg(toLog(outcome.error)));
        }
        tickets[op.ticket] = outcome.state;
        ++ops;
    }
};

} // namespace

/// The sample data are what they promise, and every operation in them is one that the server would
/// take from that person at that moment.
class TestSample : public QObject
{
    Q_OBJECT

private:
    Replay m_replay;

private Q_SLOTS:
    void initTestCase()
    {
        const QByteArray text = unpackedSample();
        QVERIFY2(text.size() > 1'000'000, "the sample is missing or damaged");
        for (const QByteArray &line : text.split('\n')) {
            if (line.isEmpty())
                continue;
            const Result<QJsonObject> object = json::parseObject(line, limits::kJsonBytes);
            QVERIFY2(object.has_value(), line.left(200).constData());
            m_replay.take(*object);
        }
    }

    void everyOperationIsAppliedWithTheRightsOfItsAuthor()
    {
        QVERIFY2(m_replay.problem.isEmpty(), qPrintable(m_replay.problem));
        QVERIFY(m_replay.ops > 30'000);
    }

    void thereAreThousandsOfTicketsAboutAnEighthOfThemOpen()
    {
        QVERIFY(m_replay.tickets.size() >= 4'600);
        qsizetype open = 0;
        for (const TicketState &state : std::as_const(m_replay.tickets))
            open += isOpen(state.ticket.state) ? 1 : 0;
        const double share = double(open) / double(m_replay.tickets.size());
        QVERIFY2(share > 0.10 && share < 0.14, qPrintable(QString::number(share)));
    }

    void everyQueueStateLevelAndCategoryIsSeen()
    {
        QSet<int> states;
        QSet<int> levels;
        QSet<QString> categories;
        QSet<QueueId> queues;
        for (const TicketState &state : std::as_const(m_replay.tickets)) {
            states.insert(int(state.ticket.state));
            levels.insert(int(state.ticket.level));
            categories.insert(state.ticket.category);
            queues.insert(state.ticket.queue);
        }
        QCOMPARE(states.size(), 7);
        QCOMPARE(levels.size(), 4);
        QCOMPARE(categories.size(), categoryKeys().size());
        QCOMPARE(queues.size(), m_replay.queues.size());
    }

    void theIdsOfAThreadAreInTheOrderOfTime()
    {
        for (const TicketState &state : std::as_const(m_replay.tickets)) {
            MessageId last;
            for (const ThreadEntry &entry : state.thread) {
                if (entry.kind == MessageKind::Event)
                    continue;
                QVERIFY(last < entry.id);
                QCOMPARE(int(entry.id.uuid().toRfc4122().at(6) & 0xf0), 0x70);
                last = entry.id;
            }
        }
    }

    void theDemoAccountsAreThere()
    {
        const Person ben = m_replay.people.value(m_replay.logins.value(QStringLiteral("ben")));
        QCOMPARE(ben.role, Role::Agent);
        QCOMPARE(ben.queues.size(), m_replay.queues.size());
        const Person claire = m_replay.people.value(m_replay.logins.value(QStringLiteral("claire")));
        QCOMPARE(claire.role, Role::Admin);
        const Person anna = m_replay.people.value(m_replay.logins.value(QStringLiteral("anna")));
        QCOMPARE(anna.role, Role::Employee);

        QSet<int> seen;
        qint64 newest = 0;
        for (const TicketState &state : std::as_const(m_replay.tickets)) {
            newest = std::max(newest, state.ticket.updatedAt);
            if (state.ticket.requester == anna.id)
                seen.insert(int(state.ticket.publicState));
        }
        QCOMPARE(seen.size(), 5); // every state that a requester can see
        QCOMPARE(newest, 1'795'190'400'000); // 2026-11-20T16:00:00Z
    }
};

QTEST_APPLESS_MAIN(TestSample)
#include "tst_sample.moc"
