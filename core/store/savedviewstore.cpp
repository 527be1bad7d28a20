// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/savedviewstore.h"

#include "core/base/json.h"
#include "core/base/limits.h"
#include "core/base/logging.h"

namespace vigie::store {

using sql::Transaction;

namespace {

Result<SavedView> readView(const sql::Statement &row)
{
    VIGIE_TRY_ASSIGN(object, json::parseObject(row.text(1).toUtf8(), limits::kSavedViewBytes));
    VIGIE_TRY_ASSIGN(view, codec::savedViewFrom(object));
    view.id = SavedViewId::fromStored(row.text(0));
    view.revision = row.integer(2);
    return view;
}

} // namespace

Result<QList<SavedView>> SavedViewStore::list() const
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT id, json, revision FROM saved_view ORDER BY position, id")));
    QList<SavedView> views;
    while (true) {
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            return views;
        if (const Result<SavedView> view = readView(rows))
            views.append(*view);
        else
            qCWarning(lcStore, "a saved view is left out: %s", qPrintable(toLog(view.error())));
    }
}

Done SavedViewStore::save(const SavedView &view)
{
    const QJsonObject object = codec::toJson(view);
    VIGIE_TRY(codec::savedViewFrom(object));
    const QByteArray bytes = json::compact(object);
    if (view.id.isNull() || view.revision < 0)
        return fail(ErrorCode::Invalid, QStringLiteral("a saved view without an id"));
    if (bytes.size() > limits::kSavedViewBytes)
        return fail(ErrorCode::TooLarge, QStringLiteral("a saved view is too large"));
    VIGIE_TRY_ASSIGN(transaction, Transaction::begin(m_database));
    VIGIE_TRY_ASSIGN(known, ids());
    if (!known.contains(view.id) && known.size() >= limits::kSavedViews)
        return fail(ErrorCode::TooLarge, QStringLiteral("too many saved views"));
    VIGIE_TRY_ASSIGN(write,
                     m_database.prepare(QStringLiteral(
                         "INSERT INTO saved_view (id, position, revision, json) VALUES (?, "
                         "(SELECT coalesce(max(position), 0) + 1 FROM saved_view), ?, ?) "
                         "ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, "
                         "json = excluded.json")));
    VIGIE_TRY(write.bind(view.id.text()).bind(view.revision).bind(QString::fromUtf8(bytes)).exec());
    return transaction.commit();
}

Result<bool> SavedViewStore::remove(const SavedViewId &id)
{
    VIGIE_TRY_ASSIGN(transaction, Transaction::begin(m_database));
    VIGIE_TRY_ASSIGN(write,
                     m_database.prepare(QStringLiteral("DELETE FROM saved_view WHERE id = ?")));
    VIGIE_TRY(write.bind(id.text()).exec());
    const bool was = m_database.changes() > 0;
    VIGIE_TRY(transaction.commit());
    return was;
}

Done SavedViewStore::arrange(const QList<SavedViewId> &wanted)
{
    VIGIE_TRY_ASSIGN(transaction, Transaction::begin(m_database));
    VIGIE_TRY_ASSIGN(known, ids());
    QList<SavedViewId> order;
    for (const SavedViewId &id : wanted + known) {
        if (known.contains(id) && !order.contains(id))
            order.append(id);
    }
    for (qsizetype i = 0; i < order.size(); ++i) {
        VIGIE_TRY_ASSIGN(write, m_database.prepare(QStringLiteral(
                                    "UPDATE saved_view SET position = ? WHERE id = ?")));
        VIGIE_TRY(write.bind(qint64(i + 1)).bind(order[i].text()).exec());
    }
    return transaction.commit();
}

Result<QList<SavedViewId>> SavedViewStore::ids() const
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT id FROM saved_view ORDER BY position, id")));
    QList<SavedViewId> found;
    while (true) {
        VIGIE_TRY_ASSIGN(more, rows.next());
        if (!more)
            return found;
        found.append(SavedViewId::fromStored(rows.text(0)));
    }
}

} // namespace vigie::store
