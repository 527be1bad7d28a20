// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/database.h"

#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QUuid>

#include <atomic>
#include <utility>

namespace vigie::sql {

namespace {

/// A list with a query has up to three, and people go back and forth between a few lists.
constexpr qsizetype kRecentStatements = 32;

/// Our statements name only what our migrations made: what they do not find was lost. SQLite reads a
/// trigger's text not before it fires, and calls a flipped letter in it no damage.
bool missesItsSchema(int native, const QString &text)
{
    constexpr int kGenericError = 1; // SQLITE_ERROR
    return native == kGenericError
        && (text.startsWith(QLatin1String("no such table")) || text.startsWith(QLatin1String("no such column")));
}

Error errorFrom(const QSqlError &error)
{
    const int native = error.nativeErrorCode().toInt();
    const QString text = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    return {missesItsSchema(native, text) ? ErrorCode::StoreCorrupt : codeFromNative(native), text,
            std::nullopt};
}

/// SQLite's numbers: OFF, NORMAL, FULL.
int synchronousOf(Durability durability)
{
    switch (durability) {
    case Durability::Volatile: return 0;
    case Durability::Disposable: return 1;
    case Durability::Precious: break;
    }
    return 2;
}

} // namespace

ErrorCode codeFromNative(int native)
{
    switch (native & 0xff) {
    case 5:  // SQLITE_BUSY
    case 6:  // SQLITE_LOCKED
        return ErrorCode::StoreBusy;
    case 8: // SQLITE_READONLY
        return ErrorCode::StoreReadOnly;
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return ErrorCode::StoreCorrupt;
    case 13: // SQLITE_FULL
        return ErrorCode::StoreFull;
    case 14: // SQLITE_CANTOPEN
        return ErrorCode::StoreReadOnly;
    default: return ErrorCode::StoreFault;
    }
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, Durability durability,
                                                 Access access)
{
    std::unique_ptr<Database> database(new Database);
    database->m_path = path;
    database->m_connectionName = QUuid::createUuid().toString(QUuid::WithoutBraces);
    {
        QSqlDatabase connection =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), database->m_connectionName);
        connection.setDatabaseName(path);
        QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000");
        if (access == Access::ReadOnly)
            options += QStringLiteral(";QSQLITE_OPEN_READONLY");
        connection.setConnectOptions(options);
        if (!connection.open())
            return fail(errorFrom(connection.lastError()));
    }
    VIGIE_TRY(database->applyPragmas(durability, access));
    VIGIE_TRY(database->checkFeatures());
    return database;
}

Database::~Database()
{
    m_statements.clear();
    if (m_connectionName.isEmpty())
        return;
    connection().close();
    QSqlDatabase::removeDatabase(m_connectionName);
}

QSqlDatabase Database::connection() const
{
    return QSqlDatabase::database(m_connectionName, false);
}

Done Database::setJournal(Durability durability)
{
    const bool isVolatile = durability == Durability::Volatile;
    VIGIE_TRY_ASSIGN(mode, prepare(isVolatile ? QStringLiteral("PRAGMA journal_mode=MEMORY")
                                              : QStringLiteral("PRAGMA journal_mode=WAL")));
    VIGIE_TRY_ASSIGN(row, mode.next());
    // A file system without shared memory answers "delete", which is slower but as safe.
    if (!row)
        return fail(ErrorCode::StoreFault, QStringLiteral("no journal mode"));
    return {};
}

Done Database::applyPragmas(Durability durability, Access access)
{
    // Nobody else looks at such a file while it is open; locks would be most of its cost.
    if (durability == Durability::Volatile)
        VIGIE_TRY(run(QStringLiteral("PRAGMA locking_mode=EXCLUSIVE")));
    if (access == Access::ReadWrite)
        VIGIE_TRY(setJournal(durability));
    const int synchronous = synchronousOf(durability);
    VIGIE_TRY(run(QStringLiteral("PRAGMA synchronous=%1").arg(synchronous)));
    VIGIE_TRY(run(QStringLiteral("PRAGMA foreign_keys=ON")));
    VIGIE_TRY(run(QStringLiteral("PRAGMA trusted_schema=OFF")));
    VIGIE_TRY(run(QStringLiteral("PRAGMA cell_size_check=ON")));
    VIGIE_TRY(run(QStringLiteral("PRAGMA mmap_size=268435456")));
    VIGIE_TRY(run(QStringLiteral("PRAGMA cache_size=-16384")));
    if (access == Access::ReadWrite) {
        VIGIE_TRY(run(QStringLiteral("PRAGMA wal_autocheckpoint=4000")));
        VIGIE_TRY(run(QStringLiteral("PRAGMA journal_size_limit=67108864")));
    }
    VIGIE_TRY_ASSIGN(check, prepare(QStringLiteral("PRAGMA synchronous")));
    VIGIE_TRY_ASSIGN(found, check.next());
    if (!found || check.integer(0) != synchronous)
        return fail(ErrorCode::StoreFault, QStringLiteral("synchronous mode was refused"));
    return {};
}

Done Database::checkFeatures()
{
    // The library does not change while the program runs.
    static std::atomic<bool> checked = false;
    if (checked.load(std::memory_order_relaxed))
        return {};
    VIGIE_TRY_ASSIGN(version,
                     prepare(QStringLiteral("SELECT sqlite_version(), "
                                            "sqlite_compileoption_used('ENABLE_FTS5')")));
    VIGIE_TRY_ASSIGN(found, version.next());
    const QStringList parts = version.text(0).split(QLatin1Char('.'));
    const int number = parts.value(0).toInt() * 1000 + parts.value(1).toInt();
    if (!found || number < 3037)
        return fail(ErrorCode::StoreFault,
                    QStringLiteral("SQLite 3.37 or newer is needed, found %1").arg(version.text(0)));
    if (version.integer(1) != 1)
        return fail(ErrorCode::StoreFault, QStringLiteral("SQLite lacks FTS5"));
    checked.store(true, std::memory_order_relaxed);
    return {};
}

Done Database::fault(const QString &statement) const
{
    return faultHook ? faultHook(statement) : Done{};
}

Result<std::shared_ptr<QSqlQuery>> Database::made(const QString &text)
{
    auto query = std::make_shared<QSqlQuery>(connection());
    query->setForwardOnly(true);
    if (!query->prepare(text))
        return fail(errorFrom(query->lastError()));
    return query;
}

Result<Statement> Database::prepare(const QString &text)
{
    auto found = m_statements.find(text);
    if (found == m_statements.end()) {
        VIGIE_TRY_ASSIGN(query, made(text));
        found = m_statements.emplace(text, std::move(query)).first;
    }
    return Statement(*this, found->second, text);
}

Result<Statement> Database::prepareRecent(const QString &text)
{
    m_recent.removeOne(text);
    m_recent.prepend(text);
    if (m_recent.size() > kRecentStatements)
        m_statements.erase(m_recent.takeLast());
    return prepare(text);
}

Done Database::run(const QString &text)
{
    VIGIE_TRY(fault(text));
    QSqlQuery query(connection());
    if (!query.exec(text))
        return fail(errorFrom(query.lastError()));
    return {};
}

qint64 Database::changes()
{
    // Kept like every statement: this follows nearly every write.
    const QString text = QStringLiteral("SELECT changes()");
    auto found = m_statements.find(text);
    if (found == m_statements.end()) {
        auto query = made(text);
        if (!query)
            return 0;
        found = m_statements.emplace(text, std::move(*query)).first;
    }
    QSqlQuery &query = *found->second;
    const qint64 rows = query.exec() && query.next() ? query.value(0).toLongLong() : 0;
    query.finish();
    return rows;
}

Done Database::check()
{
    VIGIE_TRY_ASSIGN(statement, prepare(QStringLiteral("PRAGMA quick_check(1)")));
    VIGIE_TRY_ASSIGN(found, statement.next());
    if (!found || statement.text(0) != QLatin1String("ok"))
        return fail(ErrorCode::StoreCorrupt, statement.text(0));
    return {};
}

Done Database::copyTo(const QString &target)
{
    if (QFileInfo::exists(target))
        return fail(ErrorCode::Invalid, QStringLiteral("the target exists"));
    VIGIE_TRY_ASSIGN(statement, prepare(QStringLiteral("VACUUM INTO ?")));
    return statement.bind(target).exec();
}

void Database::checkpoint()
{
    QSqlQuery(connection()).exec(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
}

Statement::Statement(Database &database, std::shared_ptr<QSqlQuery> query, QString sql)
    : m_database(&database), m_query(std::move(query)), m_sql(std::move(sql))
{
}

Statement::Statement(Statement &&other) noexcept
    : m_database(other.m_database), m_query(std::move(other.m_query)),
      m_sql(std::move(other.m_sql)), m_bound(other.m_bound), m_started(other.m_started)
{
}

Statement::~Statement()
{
    if (m_query)
        m_query->finish();
}

Statement &Statement::bind(const QString &value)
{
    // A null QString would become NULL; an empty text is a value.
    m_query->bindValue(m_bound++, value.isNull() ? QString(QLatin1String("")) : value);
    return *this;
}

Statement &Statement::bind(qint64 value)
{
    m_query->bindValue(m_bound++, value);
    return *this;
}

Statement &Statement::bind(double value)
{
    m_query->bindValue(m_bound++, value);
    return *this;
}

Statement &Statement::bind(const QByteArray &value)
{
    m_query->bindValue(m_bound++, value.isNull() ? QByteArray("", 0) : value);
    return *this;
}

Statement &Statement::bindNull()
{
    m_query->bindValue(m_bound++, QVariant());
    return *this;
}

Done Statement::exec()
{
    VIGIE_TRY(m_database->fault(m_sql));
    m_started = true;
    const bool ran = m_query->exec();
    m_bound = 0;
    if (!ran)
        return fail(errorFrom(m_query->lastError()));
    return {};
}

Result<bool> Statement::next()
{
    if (!m_started)
        VIGIE_TRY(exec());
    if (m_query->next())
        return true;
    if (m_query->lastError().isValid() && m_query->lastError().type() != QSqlError::NoError)
        return fail(errorFrom(m_query->lastError()));
    m_query->finish();
    return false;
}

QString Statement::text(int column) const
{
    return m_query->value(column).toString();
}

qint64 Statement::integer(int column) const
{
    return m_query->value(column).toLongLong();
}

QByteArray Statement::bytes(int column) const
{
    return m_query->value(column).toByteArray();
}

bool Statement::isNull(int column) const
{
    return m_query->isNull(column);
}

Result<Transaction> Transaction::begin(Database &database)
{
    if (database.m_transactionDepth == 0) {
        VIGIE_TRY_ASSIGN(start, database.prepare(QStringLiteral("BEGIN IMMEDIATE")));
        VIGIE_TRY(start.exec());
    }
    ++database.m_transactionDepth;
    return Transaction(database);
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

Transaction::~Transaction()
{
    if (!m_database)
        return;
    // An inner transaction that failed takes the outer one with it: half a change is no change.
    m_database->m_transactionDepth = 0;
    QSqlQuery(m_database->connection()).exec(QStringLiteral("ROLLBACK"));
}

Done Transaction::commit()
{
    if (m_database->m_transactionDepth == 0)
        return fail(ErrorCode::StoreFault, QStringLiteral("an inner transaction failed"));
    if (m_database->m_transactionDepth > 1) {
        --m_database->m_transactionDepth;
        m_database = nullptr;
        return {};
    }
    VIGIE_TRY_ASSIGN(end, m_database->prepare(QStringLiteral("COMMIT")));
    VIGIE_TRY(end.exec());
    m_database->m_transactionDepth = 0;
    m_database = nullptr;
    return {};
}

} // namespace vigie::sql
