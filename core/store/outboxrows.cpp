// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/outboxrows.h"

#include "core/base/json.h"
#include "core/base/logging.h"
#include "core/ops/opcodec.h"
#include "core/wire/codec.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace vigie::store::outboxrows {

namespace {

enum Column {
    IdColumn,
    SeqColumn,
    TicketColumn,
    KindColumn,
    JsonColumn,
    UndoColumn,
    TitleColumn,
    QueuedAtColumn,
    StateColumn,
    AttemptsColumn,
    FaultsColumn,
    NotBeforeColumn,
    ErrorCodeColumn,
    ErrorDetailColumn,
    RetryAfterColumn,
    AnswerColumn,
    MergedColumn,
    ChangedAtColumn,
    ReofferedAtColumn
};

QJsonObject objectFrom(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

QString compactText(const QJsonObject &object)
{
    return QString::fromUtf8(json::compact(object));
}

/// The absence of an error is stored as an empty code.
bool isNoError(const Error &error)
{
    return error == Error{};
}

ErrorCode codeFrom(const QString &name)
{
    for (int i = 0; i <= int(ErrorCode::Bug); ++i) {
        if (errorName(ErrorCode(i)) == name)
            return ErrorCode(i);
    }
    return ErrorCode::Bug;
}

Error readError(const sql::Statement &row)
{
    Error error;
    if (row.text(ErrorCodeColumn).isEmpty())
        return error;
    error.code = codeFrom(row.text(ErrorCodeColumn));
    error.detail = row.text(ErrorDetailColumn);
    if (!row.isNull(RetryAfterColumn))
        error.retryAfterMs = row.integer(RetryAfterColumn);
    return error;
}

/// Points and conflict travel in the wire's own form.
QString answerText(const OutboxEntry &entry)
{
    if (entry.points.isEmpty() && !entry.conflict)
        return {};
    wire::OpResult result;
    result.op = entry.op.id;
    result.status = wire::OpStatus::Applied;
    result.points = entry.points;
    result.conflict = entry.conflict;
    return compactText(wire::encode(result));
}

void readAnswer(const QString &text, OutboxEntry &entry)
{
    if (text.isEmpty())
        return;
    const Result<wire::OpResult> result = wire::decodeOpResult(objectFrom(text));
    if (!result) {
        qCWarning(lcStore, "the stored answer to an operation cannot be read: %s",
                  qPrintable(toLog(result.error())));
        return;
    }
    entry.points = result->points;
    entry.conflict = result->conflict;
}

/// Stands for what cannot be read: an empty message, which no server accepts.
Op standIn(const sql::Statement &row)
{
    Op op;
    op.id = OpId::fromStored(row.text(IdColumn));
    op.deviceSeq = row.integer(SeqColumn);
    op.ticket = TicketId::fromStored(row.text(TicketColumn));
    op.writtenAt = row.integer(QueuedAtColumn);
    AddMessage empty;
    empty.message = MessageId(derivedUuid(op.id.uuid(), "unreadable"));
    op.payload = empty;
    return op;
}

std::optional<Payload> readUndo(const QString &text)
{
    if (text.isEmpty())
        return std::nullopt;
    const Result<Op> op = decodeOp(objectFrom(text));
    return op ? std::optional(op->payload) : std::nullopt;
}

} // namespace

std::optional<OutboxEntry> read(const sql::Statement &row)
{
    OutboxEntry entry;
    entry.state = stateFrom(row.text(StateColumn)).value_or(OpState::Parked);
    entry.attempts = int(row.integer(AttemptsColumn));
    entry.serverFaults = int(row.integer(FaultsColumn));
    entry.notBefore = row.integer(NotBeforeColumn);
    entry.error = readError(row);
    readAnswer(row.text(AnswerColumn), entry);
    entry.merged = row.integer(MergedColumn) != 0;
    entry.changedAt = row.integer(ChangedAtColumn);
    entry.reofferedAt = row.integer(ReofferedAtColumn);
    entry.title = row.text(TitleColumn);
    entry.undo = readUndo(row.text(UndoColumn));

    const Result<Op> op = decodeOp(objectFrom(row.text(JsonColumn)));
    if (op) {
        entry.op = *op;
        return entry;
    }
    qCWarning(lcStore, "an operation of kind %s cannot be read and is kept as it is: %s",
              qPrintable(row.text(KindColumn)), qPrintable(toLog(op.error())));
    if (OpId::fromStored(row.text(IdColumn)).isNull())
        return std::nullopt;
    entry.op = standIn(row);
    if (isLive(entry.state)) {
        entry.state = OpState::Parked;
        entry.error = op.error();
    }
    return entry;
}

void bindProgress(sql::Statement &statement, const OutboxEntry &entry)
{
    const bool noError = isNoError(entry.error);
    statement.bind(QLatin1String(stateName(entry.state)))
        .bind(entry.attempts)
        .bind(entry.serverFaults)
        .bind(entry.notBefore)
        .bind(noError ? QString() : errorName(entry.error.code))
        .bind(entry.error.detail);
    if (entry.error.retryAfterMs)
        statement.bind(*entry.error.retryAfterMs);
    else
        statement.bindNull();
    statement.bind(answerText(entry))
        .bind(entry.merged)
        .bind(entry.changedAt)
        .bind(entry.title)
        .bind(entry.reofferedAt);
}

QString textOf(const Op &op)
{
    return compactText(encodeOp(op));
}

QString undoText(const Op &op, const std::optional<Payload> &undo)
{
    if (!undo)
        return {};
    Op inverse = op;
    inverse.payload = *undo;
    return textOf(inverse);
}

void collectFiles(const QJsonValue &value, QStringList &into)
{
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array)
            collectFiles(item, into);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            collectFiles(it.value(), into);
    } else if (value.isString() && isSha256(value.toString())) {
        into.append(value.toString());
    }
}

} // namespace vigie::store::outboxrows
