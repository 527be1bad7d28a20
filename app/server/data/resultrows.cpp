// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/data/resultrows.h"

#include "core/base/json.h"
#include "core/wire/codec.h"

#include <QJsonDocument>

namespace vigie::server {

Result<std::optional<StoredResult>> ResultRows::find(const OpId &op)
{
    VIGIE_TRY_ASSIGN(statement,
                     m_database.prepare(QStringLiteral(
                         "SELECT person, fingerprint, result FROM op_result WHERE op_id = ?")));
    VIGIE_TRY_ASSIGN(found, statement.bind(op.text()).next());
    if (!found)
        return std::optional<StoredResult>();
    const Result<wire::OpResult> result =
        wire::decodeOpResult(QJsonDocument::fromJson(statement.text(2).toUtf8()).object());
    if (!result)
        return fail(ErrorCode::StoreCorrupt, result.error().detail);
    return std::optional<StoredResult>(
        StoredResult{PersonId::fromStored(statement.text(0)), statement.text(1), *result});
}

Done ResultRows::add(const Op &op, const StoredResult &stored, qint64 at)
{
    VIGIE_TRY_ASSIGN(statement,
                     m_database.prepare(QStringLiteral(
                         "INSERT INTO op_result (op_id, device, device_seq, person, fingerprint, "
                         "status, result, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")));
    return statement.bind(op.id.text())
        .bind(op.device.text())
        .bind(op.deviceSeq)
        .bind(stored.person.text())
        .bind(stored.fingerprint)
        .bind(nameOf(stored.result.status))
        .bind(QString::fromUtf8(json::compact(wire::encode(stored.result))))
        .bind(at)
        .exec();
}

Done ResultRows::acknowledge(const DeviceId &device, qint64 through)
{
    VIGIE_TRY_ASSIGN(known, m_database.prepare(QStringLiteral(
                                "SELECT through FROM device_ack WHERE device = ?")));
    VIGIE_TRY_ASSIGN(found, known.bind(device.text()).next());
    if (found && known.integer(0) >= through)
        return {};
    VIGIE_TRY_ASSIGN(statement,
                     m_database.prepare(QStringLiteral(
                         "INSERT INTO device_ack (device, through) VALUES (?, ?) ON CONFLICT "
                         "(device) DO UPDATE SET through = max(through, excluded.through)")));
    return statement.bind(device.text()).bind(through).exec();
}

Result<qint64> ResultRows::forget(qint64 before)
{
    VIGIE_TRY_ASSIGN(statement,
                     m_database.prepare(QStringLiteral(
                         "DELETE FROM op_result WHERE at < ? AND device_seq <= coalesce((SELECT "
                         "through FROM device_ack a WHERE a.device = op_result.device), -1)")));
    VIGIE_TRY(statement.bind(before).exec());
    return m_database.changes();
}

} // namespace vigie::server
