// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ownrows.h"

#include "core/base/json.h"
#include "core/base/logging.h"

namespace vigie::store {

using sql::Transaction;

/// A table's name cannot be bound.
QString OwnRows::statement(const char *text) const
{
    return QString::fromLatin1(text).arg(QLatin1String(m_kind.table));
}

Done OwnRows::each(const Take &take) const
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(
                               statement("SELECT id, json, revision FROM %1 WHERE gone = 0 "
                                         "ORDER BY position, id")));
    while (true) {
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            return {};
        const auto object = json::parseObject(rows.text(1).toUtf8(), m_kind.bytes);
        const Done taken = object ? take({rows.text(0), rows.integer(2), *object})
                                  : Done(fail(object.error()));
        if (!taken)
            qCWarning(lcStore, "a %s is left out: %s", m_kind.name, qPrintable(toLog(taken.error())));
    }
}

Done OwnRows::save(const Row &row)
{
    const QByteArray bytes = json::compact(row.json);
    if (row.id.isEmpty() || row.revision < 0)
        return fail(ErrorCode::Invalid, QStringLiteral("a %1 without an id").arg(QLatin1String(m_kind.name)));
    if (bytes.size() > m_kind.bytes)
        return fail(ErrorCode::TooLarge, QStringLiteral("a %1 is too large").arg(QLatin1String(m_kind.name)));
    VIGIE_TRY_ASSIGN(transaction, Transaction::begin(m_database));
    VIGIE_TRY_ASSIGN(known, ids());
    if (!known.contains(row.id) && known.size() >= m_kind.most)
        return fail(ErrorCode::TooLarge, QStringLiteral("too many: %1").arg(QLatin1String(m_kind.name)));
    VIGIE_TRY_ASSIGN(write, m_database.prepare(
                                statement("INSERT INTO %1 (id, position, revision, json) VALUES (?, "
                                    "(SELECT coalesce(max(position), 0) + 1 FROM %1), ?, ?) "
                                    "ON CONFLICT (id) DO UPDATE SET json = excluded.json, "
                                    "position = CASE gone WHEN 1 THEN excluded.position ELSE position END, "
                                    "unsent = 1, gone = 0")));
    VIGIE_TRY(write.bind(row.id).bind(row.revision).bind(QString::fromUtf8(bytes)).exec());
    return transaction.commit();
}

Result<bool> OwnRows::remove(const QString &id)
{
    VIGIE_TRY_ASSIGN(transaction, Transaction::begin(m_database));
    VIGIE_TRY_ASSIGN(write, m_database.prepare(statement("UPDATE %1 SET gone = 1, unsent = 1 "
                                                              "WHERE id = ? AND gone = 0")));
    VIGIE_TRY(write.bind(id).exec());
    const bool was = m_database.changes() > 0;
    VIGIE_TRY(transaction.commit());
    return was;
}

Done OwnRows::arrange(const QStringList &wanted)
{
    VIGIE_TRY_ASSIGN(transaction, Transaction::begin(m_database));
    VIGIE_TRY_ASSIGN(known, ids());
    QStringList order;
    for (const QString &id : wanted + known) {
        if (known.contains(id) && !order.contains(id))
            order.append(id);
    }
    for (qsizetype i = 0; i < order.size(); ++i) {
        VIGIE_TRY_ASSIGN(write,
                         m_database.prepare(statement("UPDATE %1 SET position = ?, unsent = 1 "
                                                      "WHERE id = ? AND position <> ?")));
        VIGIE_TRY(write.bind(qint64(i + 1)).bind(order[i]).bind(qint64(i + 1)).exec());
    }
    return transaction.commit();
}

Result<QStringList> OwnRows::ids() const
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(statement("SELECT id FROM %1 WHERE gone = 0 "
                                               "ORDER BY position, id")));
    QStringList found;
    while (true) {
        VIGIE_TRY_ASSIGN(more, rows.next());
        if (!more)
            return found;
        found.append(rows.text(0));
    }
}

} // namespace vigie::store
