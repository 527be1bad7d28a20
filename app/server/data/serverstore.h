// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/data/articlerows.h"
#include "app/server/data/auditlog.h"
#include "app/server/data/blobrows.h"
#include "app/server/data/directoryrows.h"
#include "app/server/data/feedlog.h"
#include "app/server/data/ownthingrows.h"
#include "app/server/data/resultrows.h"
#include "app/server/data/ticketrows.h"
#include "app/server/data/tokenrows.h"
#include "core/sla/servicebook.h"

#include <memory>

namespace vigie {
class Rng;
}

namespace vigie::server {

/// The server's database: one precious SQLite file and the parts that speak to it. Belongs to one
/// thread. Holds no copies of rows, so another process may change the same file (the command line
/// while the server runs).
class ServerStore
{
public:
    /// Opens, checks and migrates; `path` may be ":memory:". A fresh database gets its server id
    /// and epoch from `rng`.
    [[nodiscard]] static Result<std::unique_ptr<ServerStore>> open(
        const QString &path, Rng &rng, sql::Durability durability = sql::Durability::Precious);
    /// For looking at a backup: nothing is written, nothing migrated.
    [[nodiscard]] static Result<std::unique_ptr<ServerStore>> openReadOnly(const QString &path);

    [[nodiscard]] sql::Database &database() { return *m_database; }
    [[nodiscard]] DirectoryRows &directory() { return m_directory; }
    [[nodiscard]] TicketRows &tickets() { return m_tickets; }
    [[nodiscard]] ArticleRows &articles() { return m_articles; }
    [[nodiscard]] FeedLog &feeds() { return m_feeds; }
    [[nodiscard]] AuditLog &audit() { return m_audit; }
    [[nodiscard]] ResultRows &results() { return m_results; }
    [[nodiscard]] TokenRows &tokens() { return m_tokens; }
    [[nodiscard]] BlobRows &blobs() { return m_blobs; }

    /// Empty when there is no such entry.
    [[nodiscard]] Result<QString> meta(const QString &key);
    [[nodiscard]] Done setMeta(const QString &key, const QString &value);

    [[nodiscard]] Result<QString> serverId() { return meta(QStringLiteral("server_id")); }
    [[nodiscard]] Result<QString> epoch() { return meta(QStringLiteral("epoch")); }
    /// Says to every client: this may not be the history you know.
    [[nodiscard]] Done drawEpoch(Rng &rng);
    /// What the server calls itself; never empty.
    [[nodiscard]] Result<QString> name();
    [[nodiscard]] Result<QueueId> intakeQueue();
    [[nodiscard]] Result<qint64> nextNumber();
    [[nodiscard]] Done setNextNumber(qint64 number);
    /// What is agreed on about times; empty before something was.
    [[nodiscard]] Result<ServiceBook> services();
    [[nodiscard]] Done setServices(const ServiceBook &book);
    /// Rows of a table of ours, for counts in reports and manifests.
    [[nodiscard]] Result<qint64> count(const QString &table);

    /// How much of the database stays in memory, KiB.
    [[nodiscard]] Done keepInMemory(int kib);

private:
    explicit ServerStore(std::unique_ptr<sql::Database> database);

    std::unique_ptr<sql::Database> m_database;
    DirectoryRows m_directory;
    TicketRows m_tickets;
    ArticleRows m_articles;
    FeedLog m_feeds;
    AuditLog m_audit;
    ResultRows m_results;
    TokenRows m_tokens;
    BlobRows m_blobs;
};

/// The tables whose rows a backup's manifest counts.
[[nodiscard]] const QStringList &countedTables();

/// The path of the database in a data folder.
[[nodiscard]] QString databasePath(const QString &folder);

} // namespace vigie::server
