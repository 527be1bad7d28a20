// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/sql/database.h"

#include <optional>

namespace vigie::server {

/// A person's unfinished upload. How much has arrived is what the file on disk says.
struct UploadRow {
    PersonId person;
    QString sha256;
    qint64 size = 0;
    qint64 created = 0;
    qint64 expires = 0;
};

/// What the database knows about files: complete ones, who has shown to have them, and uploads.
class BlobRows
{
public:
    explicit BlobRows(sql::Database &database) : m_database(database) {}

    /// The size of a complete file; nullopt when there is none.
    [[nodiscard]] Result<std::optional<qint64>> size(const QString &sha256);
    /// The size, if this person has uploaded the file themselves.
    [[nodiscard]] Result<std::optional<qint64>> sizeIfOwned(const QString &sha256,
                                                            const PersonId &person);
    /// The file is complete and the person has it; ends their upload.
    [[nodiscard]] Done complete(const UploadRow &upload, qint64 at);
    /// All complete files, by name: (sha256, size).
    [[nodiscard]] Result<QList<std::pair<QString, qint64>>> all();

    [[nodiscard]] Result<std::optional<UploadRow>> upload(const PersonId &person,
                                                          const QString &sha256);
    [[nodiscard]] Done putUpload(const UploadRow &row);
    [[nodiscard]] Done removeUpload(const PersonId &person, const QString &sha256);
    /// The announced bytes of all unfinished uploads of a person, each counted as at least
    /// `leastEach`.
    [[nodiscard]] Result<qint64> announced(const PersonId &person, qint64 leastEach);
    [[nodiscard]] Result<QList<UploadRow>> expiredUploads(qint64 now);

private:
    sql::Database &m_database;
};

} // namespace vigie::server
