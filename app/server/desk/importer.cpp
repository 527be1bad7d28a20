// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/desk/importer.h"

#include "app/server/desk/directory.h"
#include "app/server/desk/linesource.h"
#include "core/base/json.h"
#include "core/base/limits.h"
#include "core/model/codec.h"
#include "core/ops/opcodec.h"

namespace vigie::server {

namespace {

constexpr int kLinesPerBatch = 2000;
constexpr qint64 kMostTime = 253'402'300'799'999;

} // namespace

Result<ImportReport> Importer::run(const QString &path)
{
    m_report = {};
    m_line = 0;
    VIGIE_TRY_ASSIGN(source, LineSource::open(path));
    while (true) {
        m_moved.clear();
        const Result<bool> more = batch(*source);
        if (!more) {
            return fail(Error{more.error().code,
                              QStringLiteral("line %1: %2").arg(m_line).arg(more.error().detail),
                              std::nullopt});
        }
        m_desk.committed(m_moved.values());
        if (!*more)
            return m_report;
    }
}

Result<bool> Importer::batch(LineSource &source)
{
    VIGIE_TRY_ASSIGN(transaction, sql::Transaction::begin(m_desk.store().database()));
    for (int i = 0; i < kLinesPerBatch; ++i) {
        QByteArray text;
        ++m_line;
        VIGIE_TRY_ASSIGN(found, source.next(text));
        if (!found) {
            VIGIE_TRY(transaction.commit());
            return false;
        }
        if (!text.trimmed().isEmpty())
            VIGIE_TRY(line(text));
    }
    VIGIE_TRY(transaction.commit());
    return true;
}

Done Importer::line(const QByteArray &text)
{
    VIGIE_TRY_ASSIGN(object, json::parseObject(text, limits::kJsonBytes));
    if (object.contains(QLatin1String("queue")))
        return queueLine(object.value(QLatin1String("queue")).toObject());
    if (object.contains(QLatin1String("person")))
        return personLine(object.value(QLatin1String("person")).toObject());
    if (object.contains(QLatin1String("op")))
        return opLine(object);
    return fail(ErrorCode::Invalid, QStringLiteral("neither queue, person nor op"));
}

Done Importer::queueLine(const QJsonObject &object)
{
    VIGIE_TRY_ASSIGN(queue, codec::queueFrom(object));
    VIGIE_TRY_ASSIGN(known, m_desk.store().directory().queue(queue.id));
    if (known) {
        ++m_report.known;
        return {};
    }
    VIGIE_TRY_ASSIGN(moved, Directory(m_desk.store()).addQueue(queue, m_desk.stamp()));
    m_moved.unite({moved.begin(), moved.end()});
    ++m_report.queues;
    return {};
}

Done Importer::personLine(const QJsonObject &object)
{
    VIGIE_TRY_ASSIGN(person, codec::personFrom(object));
    VIGIE_TRY_ASSIGN(known, m_desk.store().directory().person(person.id));
    if (known) {
        ++m_report.known;
        return {};
    }
    VIGIE_TRY_ASSIGN(moved, Directory(m_desk.store()).addPerson(person, m_desk.stamp()));
    m_moved.unite({moved.begin(), moved.end()});
    json::Reader reader(object, QStringLiteral("person."));
    const QString password = reader.optText("password", limits::kPasswordLength);
    VIGIE_TRY(reader.done());
    if (!password.isEmpty()) {
        VIGIE_TRY_ASSIGN(argon2, m_desk.passwords().make(password));
        VIGIE_TRY(m_desk.store().directory().setCredential(person.id, argon2, m_desk.stamp()));
    }
    ++m_report.people;
    return {};
}

Done Importer::opLine(const QJsonObject &object)
{
    json::Reader reader(object);
    const auto by = reader.id<PersonId>("by");
    const qint64 at = reader.integer("at", 0, kMostTime);
    VIGIE_TRY(reader.done());
    VIGIE_TRY_ASSIGN(op, decodeOp(object.value(QLatin1String("op")).toObject()));
    ServerStore &store = m_desk.store();
    VIGIE_TRY_ASSIGN(author, store.directory().person(by));
    if (!author)
        return fail(ErrorCode::Invalid, QStringLiteral("no such person"));
    // Looked up by id alone: what is filled in below differs from run to run.
    VIGIE_TRY_ASSIGN(known, store.results().find(op.id));
    if (known) {
        ++m_report.known;
        return {};
    }
    VIGIE_TRY(catchUp(op, by));
    const Clerk::Decision decision = Clerk(store).decide(*author, op, at);
    const wire::OpStatus status = decision.result.status;
    if (status != wire::OpStatus::Applied && status != wire::OpStatus::Merged) {
        return fail(ErrorCode::Invalid,
                    QStringLiteral("op %1 was not accepted (%2%3)")
                        .arg(op.id.text(), nameOf(status),
                             decision.result.error.detail.isEmpty()
                                 ? QString()
                                 : QStringLiteral(": ") + decision.result.error.detail));
    }
    for (const QString &feed : decision.moved)
        m_moved.insert(feed);
    ++m_report.ops;
    return {};
}

/// What the author saw is what is there: fills in base and seenThrough.
Done Importer::catchUp(Op &op, const PersonId &by)
{
    if (!std::holds_alternative<SetField>(op.payload)
        && !std::holds_alternative<SetState>(op.payload))
        return {};
    VIGIE_TRY_ASSIGN(ticket, m_desk.store().tickets().ticket(op.ticket));
    if (!ticket)
        return {};
    op.base = baseFor(op.payload, *ticket);
    VIGIE_TRY_ASSIGN(thread, m_desk.store().tickets().thread(op.ticket));
    for (const ThreadEntry &entry : thread) {
        if (entry.author != by)
            op.seenThrough = entry.id;
    }
    return {};
}

} // namespace vigie::server
