// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/data/auditlog.h"

#include "core/base/json.h"

#include <QCryptographicHash>

namespace vigie::server {

namespace {

/// Length-prefixed, so that no two different rows hash alike.
QString chainOf(const QString &previous, const QStringList &columns)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    hash.addData(previous.toLatin1());
    for (const QString &column : columns) {
        const QByteArray bytes = column.toUtf8();
        hash.addData(QByteArray::number(bytes.size()) + ':' + bytes);
    }
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace

Result<AuditHead> AuditLog::head()
{
    VIGIE_TRY_ASSIGN(statement,
                     m_database.prepare(QStringLiteral(
                         "SELECT seq, chain, at FROM audit ORDER BY seq DESC LIMIT 1")));
    VIGIE_TRY_ASSIGN(found, statement.next());
    return found ? AuditHead{statement.integer(0), statement.text(1), statement.integer(2)}
                 : AuditHead{};
}

Result<bool> AuditLog::knows(qint64 seq, const QString &chain)
{
    if (seq == 0)
        return true;
    VIGIE_TRY_ASSIGN(statement,
                     m_database.prepare(QStringLiteral("SELECT chain FROM audit WHERE seq = ?")));
    VIGIE_TRY_ASSIGN(found, statement.bind(seq).next());
    return found && statement.text(0) == chain;
}

Done AuditLog::append(const AuditEntry &entry)
{
    VIGIE_TRY_ASSIGN(last, head());
    const QStringList columns{QString::number(last.seq + 1),
                              QString::number(entry.at),
                              entry.person.text(),
                              entry.device.text(),
                              entry.op.text(),
                              entry.kind,
                              entry.ticket.text(),
                              QString::fromUtf8(json::compact(entry.before)),
                              QString::fromUtf8(json::compact(entry.after))};
    VIGIE_TRY_ASSIGN(statement, m_database.prepare(QStringLiteral(
                                    "INSERT INTO audit (seq, at, person, device, op_id, kind, "
                                    "ticket, before, after, chain) VALUES "
                                    "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")));
    statement.bind(last.seq + 1).bind(entry.at);
    for (qsizetype i = 2; i < columns.size(); ++i)
        statement.bind(columns[i]);
    return statement.bind(chainOf(last.chain, columns)).exec();
}

Done AuditLog::verify()
{
    VIGIE_TRY_ASSIGN(statement, m_database.prepare(QStringLiteral(
                                    "SELECT seq, at, person, device, op_id, kind, ticket, before, "
                                    "after, chain FROM audit ORDER BY seq")));
    AuditHead last;
    while (true) {
        VIGIE_TRY_ASSIGN(found, statement.next());
        if (!found)
            break;
        QStringList columns;
        for (int i = 0; i < 9; ++i)
            columns.append(statement.text(i));
        if (statement.integer(0) != last.seq + 1
            || statement.text(9) != chainOf(last.chain, columns)) {
            return fail(ErrorCode::StoreCorrupt,
                        QStringLiteral("the audit log breaks at row %1").arg(last.seq + 1));
        }
        last = {statement.integer(0), statement.text(9), statement.integer(1)};
    }
    VIGIE_TRY_ASSIGN(missing,
                     m_database.prepare(QStringLiteral(
                         "SELECT op_id FROM op_result WHERE status IN ('applied', 'merged') AND "
                         "op_id NOT IN (SELECT op_id FROM audit) LIMIT 1")));
    VIGIE_TRY_ASSIGN(unaudited, missing.next());
    if (unaudited) {
        return fail(ErrorCode::StoreCorrupt,
                    QStringLiteral("operation %1 has no audit row").arg(missing.text(0)));
    }
    return {};
}

std::pair<QJsonObject, QJsonObject> changedParts(const QJsonObject &before,
                                                 const QJsonObject &after)
{
    QJsonObject left;
    QJsonObject right;
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (after.value(it.key()) != it.value())
            left.insert(it.key(), it.value());
    }
    for (auto it = after.begin(); it != after.end(); ++it) {
        if (before.value(it.key()) != it.value())
            right.insert(it.key(), it.value());
    }
    return {left, right};
}

} // namespace vigie::server
