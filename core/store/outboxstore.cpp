// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/outboxstore.h"

#include "core/base/json.h"
#include "core/base/limits.h"
#include "core/base/logging.h"
#include "core/ops/opcodec.h"
#include "core/store/outboxrows.h"
#include "core/store/reserve.h"

#include <QJsonDocument>

#include <functional>

namespace vigie::store {

using sql::Transaction;

namespace {

/// Runs a write as one transaction; on a full disk once more with the reserve given back, so that
/// what a person just typed still fits.
Done precious(sql::Database &database, const std::function<Done()> &write)
{
    const auto attempt = [&]() -> Done {
        VIGIE_TRY_ASSIGN(transaction, Transaction::begin(database));
        VIGIE_TRY(write());
        return transaction.commit();
    };
    const Done first = attempt();
    if (first || first.error().code != ErrorCode::StoreFull)
        return first;
    if (!releaseReserve(database.path()))
        return first;
    qCWarning(lcStore, "the disk is full; the reserve was given back for unsent work");
    return attempt();
}

/// The files that the JSON of every row mentions.
Result<QStringList> filesIn(sql::Statement &rows)
{
    QStringList files;
    while (true) {
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            break;
        outboxrows::collectFiles(QJsonDocument::fromJson(rows.text(0).toUtf8()).object(), files);
    }
    files.removeDuplicates();
    return files;
}

Result<QList<OutboxEntry>> entriesOf(sql::Statement &rows)
{
    QList<OutboxEntry> entries;
    while (true) {
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            return entries;
        if (const std::optional<OutboxEntry> entry = outboxrows::read(rows))
            entries.append(*entry);
    }
}

QString select(const char *rest)
{
    return QStringLiteral("SELECT %1 FROM op %2")
        .arg(QLatin1String(outboxrows::kColumns), QLatin1String(rest));
}

Done checkRoom(sql::Database &database, qsizetype more)
{
    VIGIE_TRY_ASSIGN(rows, database.prepare(QStringLiteral(
                               "SELECT count(*) FROM op WHERE state NOT IN ('done', 'discarded')")));
    VIGIE_TRY_ASSIGN(found, rows.next());
    if (found && rows.integer(0) + more > limits::kOutboxOps)
        return fail(ErrorCode::TooLarge, QStringLiteral("the outbox is full"));
    return {};
}

Done insertOp(sql::Database &database, const NewOp &added, const QString &title, qint64 now)
{
    const Op &op = added.op;
    VIGIE_TRY_ASSIGN(same, database.prepare(QStringLiteral(
                               "SELECT 1 FROM op WHERE id = ? OR seq = ?")));
    same.bind(op.id.text()).bind(op.deviceSeq);
    VIGIE_TRY_ASSIGN(taken, same.next());
    if (taken)
        return fail(ErrorCode::Invalid, QStringLiteral("this operation is stored already"));
    VIGIE_TRY_ASSIGN(insert,
                     database.prepare(QStringLiteral(
                         "INSERT INTO op (id, seq, ticket, kind, json, undo, title, queued_at, "
                         "changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")));
    insert.bind(op.id.text())
        .bind(op.deviceSeq)
        .bind(op.ticket.text())
        .bind(kindName(op.payload))
        .bind(outboxrows::textOf(op))
        .bind(outboxrows::undoText(op, added.undo))
        .bind(added.title.isEmpty() ? title : added.title)
        .bind(now)
        .bind(now);
    return insert.exec();
}

Done insertOps(sql::Database &database, const QList<NewOp> &ops, const QString &title, qint64 now)
{
    VIGIE_TRY(checkRoom(database, ops.size()));
    for (const NewOp &op : ops)
        VIGIE_TRY(insertOp(database, op, title, now));
    return {};
}

Done writeEntries(sql::Database &database, const QList<OutboxEntry> &entries)
{
    for (const OutboxEntry &entry : entries) {
        VIGIE_TRY_ASSIGN(update,
                         database.prepare(QStringLiteral(
                             "UPDATE op SET state = ?, attempts = ?, server_faults = ?, "
                             "not_before = ?, error_code = ?, error_detail = ?, retry_after = ?, "
                             "answer = ?, merged = ?, changed_at = ?, title = ?, reoffered_at = ? "
                             "WHERE id = ?")));
        outboxrows::bindProgress(update, entry);
        VIGIE_TRY(update.bind(entry.op.id.text()).exec());
        if (database.changes() == 0)
            return fail(ErrorCode::NotFound, QStringLiteral("no such operation"));
    }
    return {};
}

Done writeMeta(sql::Database &database, const QString &key, const QString &value)
{
    VIGIE_TRY_ASSIGN(write,
                     database.prepare(QStringLiteral(
                         "INSERT INTO meta (key, value) VALUES (?, ?) "
                         "ON CONFLICT (key) DO UPDATE SET value = excluded.value")));
    return write.bind(key).bind(value).exec();
}

Done removeDraft(sql::Database &database, const QString &place)
{
    VIGIE_TRY_ASSIGN(remove,
                     database.prepare(QStringLiteral("DELETE FROM draft WHERE place = ?")));
    return remove.bind(place).exec();
}

} // namespace

Done OutboxStore::enqueue(const QList<NewOp> &ops, const QString &title, qint64 now)
{
    return precious(m_database, [&] { return insertOps(m_database, ops, title, now); });
}

Done OutboxStore::enqueueReplacing(const QList<NewOp> &ops, const QString &title,
                                   const QList<OutboxEntry> &replaced, qint64 now)
{
    return precious(m_database, [&]() -> Done {
        VIGIE_TRY(writeEntries(m_database, replaced));
        return insertOps(m_database, ops, title, now);
    });
}

Done OutboxStore::enqueueFromDraft(const QList<NewOp> &ops, const QString &title,
                                   const QString &place, qint64 now)
{
    return precious(m_database, [&]() -> Done {
        VIGIE_TRY(insertOps(m_database, ops, title, now));
        return removeDraft(m_database, place);
    });
}

Result<QList<OutboxEntry>> OutboxStore::live() const
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(select(
                               "WHERE state NOT IN ('done', 'discarded') ORDER BY seq")));
    return entriesOf(rows);
}

Result<QList<OutboxEntry>> OutboxStore::liveOf(const TicketId &ticket) const
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(select(
                               "WHERE state NOT IN ('done', 'discarded') AND ticket = ? "
                               "ORDER BY seq")));
    rows.bind(ticket.text());
    return entriesOf(rows);
}

Result<QList<OutboxEntry>> OutboxStore::acked() const
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(select("WHERE state = 'acked' ORDER BY seq")));
    return entriesOf(rows);
}

Result<OutboxEntry> OutboxStore::entry(const OpId &id) const
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(select("WHERE id = ?")));
    rows.bind(id.text());
    VIGIE_TRY_ASSIGN(entries, entriesOf(rows));
    if (entries.isEmpty())
        return fail(ErrorCode::NotFound, QStringLiteral("no such operation"));
    return entries.first();
}

Result<QList<OutboxEntry>> OutboxStore::discarded() const
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(select(
                               "WHERE state = 'discarded' ORDER BY changed_at DESC, seq DESC")));
    return entriesOf(rows);
}

Done OutboxStore::update(const QList<OutboxEntry> &entries)
{
    if (entries.isEmpty())
        return {};
    return precious(m_database, [&] { return writeEntries(m_database, entries); });
}

Done OutboxStore::replaceUnsent(const Op &op)
{
    return precious(m_database, [&]() -> Done {
        VIGIE_TRY_ASSIGN(current, entry(op.id));
        if (current.state != OpState::Queued || current.attempts > 0)
            return fail(ErrorCode::Conflict, QStringLiteral("it may have been sent already"));
        VIGIE_TRY_ASSIGN(write, m_database.prepare(QStringLiteral(
                                    "UPDATE op SET seq = ?, ticket = ?, kind = ?, json = ? "
                                    "WHERE id = ?")));
        return write.bind(op.deviceSeq)
            .bind(op.ticket.text())
            .bind(kindName(op.payload))
            .bind(outboxrows::textOf(op))
            .bind(op.id.text())
            .exec();
    });
}

Done OutboxStore::endSending()
{
    return precious(m_database, [&] {
        return m_database.run(
            QStringLiteral("UPDATE op SET state = 'ambiguous' WHERE state = 'sending'"));
    });
}

Result<QList<OpId>> OutboxStore::retained() const
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT id FROM op WHERE state IN ('acked', 'done') ORDER BY seq")));
    QList<OpId> ids;
    while (true) {
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            return ids;
        ids.append(OpId::fromStored(rows.text(0)));
    }
}

Done OutboxStore::reoffer(const QList<OpId> &ids, qint64 now)
{
    if (ids.isEmpty())
        return {};
    return precious(m_database, [&]() -> Done {
        for (const OpId &id : ids) {
            VIGIE_TRY_ASSIGN(write,
                             m_database.prepare(QStringLiteral(
                                 "UPDATE op SET state = 'queued', not_before = 0, answer = '', "
                                 "merged = 0, reoffered_at = ? WHERE id = ? AND state IN ('acked', 'done')")));
            VIGIE_TRY(write.bind(now).bind(id.text()).exec());
        }
        return {};
    });
}

Done OutboxStore::prune(qint64 now)
{
    return precious(m_database, [&]() -> Done {
        VIGIE_TRY_ASSIGN(old, m_database.prepare(QStringLiteral(
                                  "DELETE FROM op WHERE state IN ('done', 'discarded') "
                                  "AND changed_at < ?")));
        VIGIE_TRY(old.bind(now - limits::kAckedOpsKeptMs).exec());
        VIGIE_TRY_ASSIGN(many, m_database.prepare(QStringLiteral(
                                   "DELETE FROM op WHERE id IN (SELECT id FROM op "
                                   "WHERE state IN ('done', 'discarded') "
                                   "ORDER BY changed_at DESC, seq DESC LIMIT -1 OFFSET ?)")));
        return many.bind(limits::kAckedOpsKept).exec();
    });
}

Result<qint64> OutboxStore::takeDeviceSeq()
{
    qint64 taken = 0;
    const Done done = precious(m_database, [&]() -> Done {
        VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                                   "SELECT max(coalesce((SELECT CAST(value AS INTEGER) FROM meta "
                                   "WHERE key = 'device-seq'), 0), "
                                   "coalesce((SELECT max(seq) FROM op), 0))")));
        VIGIE_TRY_ASSIGN(found, rows.next());
        taken = (found ? rows.integer(0) : 0) + 1;
        return writeMeta(m_database, QStringLiteral("device-seq"), QString::number(taken));
    });
    VIGIE_TRY(done);
    return taken;
}

Result<QStringList> OutboxStore::pinnedBlobs() const
{
    // The bin counts: what comes back from it must still have its files.
    VIGIE_TRY_ASSIGN(ops, m_database.prepare(QStringLiteral(
                              "SELECT json FROM op WHERE state <> 'done'")));
    VIGIE_TRY_ASSIGN(files, filesIn(ops));
    VIGIE_TRY_ASSIGN(inDrafts, draftFiles());
    files.append(inDrafts);
    files.removeDuplicates();
    return files;
}

Result<QStringList> OutboxStore::draftFiles() const
{
    VIGIE_TRY_ASSIGN(drafts, m_database.prepare(QStringLiteral("SELECT json FROM draft")));
    return filesIn(drafts);
}

Result<QString> OutboxStore::meta(const QString &key) const
{
    VIGIE_TRY_ASSIGN(rows,
                     m_database.prepare(QStringLiteral("SELECT value FROM meta WHERE key = ?")));
    rows.bind(key);
    VIGIE_TRY_ASSIGN(found, rows.next());
    return found ? rows.text(0) : QString();
}

Done OutboxStore::setMeta(const QString &key, const QString &value)
{
    return precious(m_database, [&] { return writeMeta(m_database, key, value); });
}

Done OutboxStore::saveDraft(const QString &place, const QJsonObject &content, qint64 now)
{
    return precious(m_database, [&]() -> Done {
        VIGIE_TRY_ASSIGN(write, m_database.prepare(QStringLiteral(
                                    "INSERT INTO draft (place, json, at) VALUES (?, ?, ?) "
                                    "ON CONFLICT (place) DO UPDATE SET json = excluded.json, "
                                    "at = excluded.at")));
        return write.bind(place)
            .bind(QString::fromUtf8(json::compact(content)))
            .bind(now)
            .exec();
    });
}

Result<QJsonObject> OutboxStore::draft(const QString &place) const
{
    VIGIE_TRY_ASSIGN(rows,
                     m_database.prepare(QStringLiteral("SELECT json FROM draft WHERE place = ?")));
    rows.bind(place);
    VIGIE_TRY_ASSIGN(found, rows.next());
    return found ? QJsonDocument::fromJson(rows.text(0).toUtf8()).object() : QJsonObject();
}

Done OutboxStore::dropDraft(const QString &place)
{
    return precious(m_database, [&] { return removeDraft(m_database, place); });
}

Result<QStringList> OutboxStore::draftPlaces() const
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT place FROM draft ORDER BY at DESC, place")));
    QStringList places;
    while (true) {
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            return places;
        places.append(rows.text(0));
    }
}

} // namespace vigie::store
