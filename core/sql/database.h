// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <functional>
#include <memory>
#include <unordered_map>

class QSqlDatabase;

namespace vigie::sql {

/// How hard a database tries to survive power loss.
enum class Durability {
    Precious,   ///< WAL, synchronous=FULL: a commit that returned is on the disk
    Disposable, ///< WAL, synchronous=NORMAL: may lose the newest commits, is never torn
    Volatile,   ///< no WAL, synchronous=OFF, one connection: for the simulation only, whose disk
                ///< is memory
};

enum class Access { ReadWrite, ReadOnly };

class Statement;

/// One SQLite connection with our pragmas, checked by reading them back. Belongs to the thread
/// that opened it. All errors come back as Result with codes taken from SQLite's native error
/// code, never from texts: busy, full, corrupt and read-only are different things.
class Database
{
public:
    /// `path` may be ":memory:". Fails with StoreCorrupt for a file that is not a database,
    /// StoreReadOnly where nothing can be written, StoreFault without the needed SQLite features
    /// (FTS5, JSON, UPSERT, RETURNING, STRICT).
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString &path,
                                                                Durability durability,
                                                                Access access = Access::ReadWrite);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// A prepared statement, kept and reused by its text. Texts are constants: values are bound.
    [[nodiscard]] Result<Statement> prepare(const QString &text);
    /// The same for texts of which there are endlessly many: only the last ones are kept. Values
    /// are bound here too.
    [[nodiscard]] Result<Statement> prepareRecent(const QString &text);
    /// For statements without values and rows.
    [[nodiscard]] Done run(const QString &text);

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] qint64 changes();
    /// PRAGMA quick_check; StoreCorrupt with SQLite's words when something is wrong.
    [[nodiscard]] Done check();
    /// A consistent copy of the whole database (VACUUM INTO); the target must not exist.
    [[nodiscard]] Done copyTo(const QString &target);
    /// Moves the WAL into the database file.
    void checkpoint();

    /// Test seam: called before every statement; returning an error makes the statement fail with
    /// it. Null in production.
    std::function<Done(const QString &statement)> faultHook;

private:
    friend class Statement;
    friend class Transaction;
    Database() = default;
    [[nodiscard]] Done applyPragmas(Durability durability, Access access);
    [[nodiscard]] Done setJournal(Durability durability);
    [[nodiscard]] Done checkFeatures();
    [[nodiscard]] Done fault(const QString &statement) const;
    [[nodiscard]] QSqlDatabase connection() const;
    [[nodiscard]] Result<std::shared_ptr<QSqlQuery>> made(const QString &text);

    QString m_path;
    QString m_connectionName;
    std::unordered_map<QString, std::shared_ptr<QSqlQuery>> m_statements;
    QStringList m_recent; ///< texts of prepareRecent(), the last one first
    int m_transactionDepth = 0;
};

/// A borrowed prepared statement: bind in order, then exec() or step through rows. It is reset
/// when it goes out of scope, so that it never pins the WAL. Do not hold two of the same text.
class Statement
{
public:
    Statement(Statement &&) noexcept;
    Statement &operator=(Statement &&) = delete;
    ~Statement();

    Statement &bind(const QString &value);
    Statement &bind(qint64 value);
    Statement &bind(int value) { return bind(qint64(value)); }
    Statement &bind(bool value) { return bind(qint64(value ? 1 : 0)); }
    Statement &bind(double value);
    Statement &bind(const QByteArray &value);
    Statement &bindNull();

    /// Runs a statement without looking at rows.
    [[nodiscard]] Done exec();
    /// Runs on the first call, then moves to the next row; false after the last.
    [[nodiscard]] Result<bool> next();

    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] bool isNull(int column) const;

private:
    friend class Database;
    Statement(Database &database, std::shared_ptr<QSqlQuery> query, QString sql);

    Database *m_database;
    std::shared_ptr<QSqlQuery> m_query;
    QString m_sql;
    int m_bound = 0;
    bool m_started = false;
};

/// BEGIN IMMEDIATE … COMMIT; rolls back unless commit() succeeded. Nested transactions join the
/// outer one.
class Transaction
{
public:
    [[nodiscard]] static Result<Transaction> begin(Database &database);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();
    [[nodiscard]] Done commit();

private:
    explicit Transaction(Database &database) : m_database(&database) {}
    Database *m_database;
};

/// Maps SQLite's primary and extended result codes.
[[nodiscard]] ErrorCode codeFromNative(int native);

} // namespace vigie::sql
