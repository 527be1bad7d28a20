// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/data/blobrows.h"

namespace vigie::server {

namespace {

UploadRow rowOf(const sql::Statement &statement)
{
    return {PersonId::fromStored(statement.text(0)), statement.text(1), statement.integer(2),
            statement.integer(3), statement.integer(4)};
}

} // namespace

Result<std::optional<qint64>> BlobRows::size(const QString &sha256)
{
    VIGIE_TRY_ASSIGN(statement,
                     m_database.prepare(QStringLiteral("SELECT size FROM blob WHERE sha256 = ?")));
    VIGIE_TRY_ASSIGN(found, statement.bind(sha256).next());
    return found ? std::optional<qint64>(statement.integer(0)) : std::nullopt;
}

Result<std::optional<qint64>> BlobRows::sizeIfOwned(const QString &sha256, const PersonId &person)
{
    VIGIE_TRY_ASSIGN(statement,
                     m_database.prepare(QStringLiteral(
                         "SELECT b.size FROM blob b JOIN blob_owner o ON o.sha256 = b.sha256 "
                         "WHERE b.sha256 = ? AND o.person = ?")));
    VIGIE_TRY_ASSIGN(found, statement.bind(sha256).bind(person.text()).next());
    return found ? std::optional<qint64>(statement.integer(0)) : std::nullopt;
}

Done BlobRows::complete(const UploadRow &upload, qint64 at)
{
    VIGIE_TRY_ASSIGN(transaction, sql::Transaction::begin(m_database));
    VIGIE_TRY_ASSIGN(blob, m_database.prepare(QStringLiteral(
                               "INSERT OR IGNORE INTO blob (sha256, size, created) VALUES "
                               "(?, ?, ?)")));
    VIGIE_TRY(blob.bind(upload.sha256).bind(upload.size).bind(at).exec());
    VIGIE_TRY_ASSIGN(owner, m_database.prepare(QStringLiteral(
                                "INSERT OR IGNORE INTO blob_owner (sha256, person) VALUES "
                                "(?, ?)")));
    VIGIE_TRY(owner.bind(upload.sha256).bind(upload.person.text()).exec());
    VIGIE_TRY(removeUpload(upload.person, upload.sha256));
    return transaction.commit();
}

Result<QList<std::pair<QString, qint64>>> BlobRows::all()
{
    VIGIE_TRY_ASSIGN(statement, m_database.prepare(QStringLiteral(
                                    "SELECT sha256, size FROM blob ORDER BY sha256")));
    QList<std::pair<QString, qint64>> rows;
    while (true) {
        VIGIE_TRY_ASSIGN(found, statement.next());
        if (!found)
            return rows;
        rows.append({statement.text(0), statement.integer(1)});
    }
}

Result<std::optional<UploadRow>> BlobRows::upload(const PersonId &person, const QString &sha256)
{
    VIGIE_TRY_ASSIGN(statement, m_database.prepare(QStringLiteral(
                                    "SELECT person, sha256, size, created, expires FROM upload "
                                    "WHERE person = ? AND sha256 = ?")));
    VIGIE_TRY_ASSIGN(found, statement.bind(person.text()).bind(sha256).next());
    return found ? std::optional<UploadRow>(rowOf(statement)) : std::optional<UploadRow>();
}

Done BlobRows::putUpload(const UploadRow &row)
{
    VIGIE_TRY_ASSIGN(statement,
                     m_database.prepare(QStringLiteral(
                         "INSERT INTO upload (person, sha256, size, created, expires) VALUES "
                         "(?, ?, ?, ?, ?) ON CONFLICT (person, sha256) DO UPDATE SET size = "
                         "excluded.size, expires = excluded.expires")));
    return statement.bind(row.person.text())
        .bind(row.sha256)
        .bind(row.size)
        .bind(row.created)
        .bind(row.expires)
        .exec();
}

Done BlobRows::removeUpload(const PersonId &person, const QString &sha256)
{
    VIGIE_TRY_ASSIGN(statement, m_database.prepare(QStringLiteral(
                                    "DELETE FROM upload WHERE person = ? AND sha256 = ?")));
    return statement.bind(person.text()).bind(sha256).exec();
}

Result<qint64> BlobRows::announced(const PersonId &person, qint64 leastEach)
{
    VIGIE_TRY_ASSIGN(statement, m_database.prepare(QStringLiteral(
                                    "SELECT coalesce(sum(max(size, ?)), 0) FROM upload WHERE "
                                    "person = ?")));
    VIGIE_TRY_ASSIGN(found, statement.bind(leastEach).bind(person.text()).next());
    return found ? statement.integer(0) : 0;
}

Result<QList<UploadRow>> BlobRows::expiredUploads(qint64 now)
{
    VIGIE_TRY_ASSIGN(statement, m_database.prepare(QStringLiteral(
                                    "SELECT person, sha256, size, created, expires FROM upload "
                                    "WHERE expires < ?")));
    statement.bind(now);
    QList<UploadRow> rows;
    while (true) {
        VIGIE_TRY_ASSIGN(found, statement.next());
        if (!found)
            return rows;
        rows.append(rowOf(statement));
    }
}

} // namespace vigie::server
