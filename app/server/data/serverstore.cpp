// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/data/serverstore.h"

#include "core/base/json.h"
#include "core/base/rng.h"
#include "core/sql/migrator.h"

#include <QJsonDocument>

// Outside of any namespace, as the macro wants it: the linker drops a static library's resource
// that nobody names.
static void initServerMigrations()
{
    Q_INIT_RESOURCE(server_migrations);
}

namespace vigie::server {

namespace {

QString randomName(Rng &rng)
{
    return QStringLiteral("%1%2")
        .arg(rng.next(), 16, 16, QLatin1Char('0'))
        .arg(rng.next(), 16, 16, QLatin1Char('0'));
}

} // namespace

const QStringList &countedTables()
{
    static const QStringList tables{
        QStringLiteral("queue"),      QStringLiteral("person"), QStringLiteral("credential"),
        QStringLiteral("ticket"),     QStringLiteral("message"), QStringLiteral("op_result"),
        QStringLiteral("feed_entry"), QStringLiteral("audit"),  QStringLiteral("blob"),
        QStringLiteral("blob_owner"), QStringLiteral("message_blob"), QStringLiteral("topic"),
        QStringLiteral("article"),    QStringLiteral("revision"), QStringLiteral("revision_blob")};
    return tables;
}

QString databasePath(const QString &folder)
{
    return folder + QStringLiteral("/server.db");
}

ServerStore::ServerStore(std::unique_ptr<sql::Database> database)
    : m_database(std::move(database)), m_directory(*m_database), m_tickets(*m_database),
      m_articles(*m_database), m_feeds(*m_database), m_audit(*m_database), m_results(*m_database),
      m_tokens(*m_database), m_blobs(*m_database)
{
}

Result<std::unique_ptr<ServerStore>> ServerStore::open(const QString &path, Rng &rng,
                                                       sql::Durability durability)
{
    initServerMigrations();
    VIGIE_TRY_ASSIGN(database, sql::Database::open(path, durability));
    VIGIE_TRY(sql::migrate(*database, QStringLiteral(":/migrations/server")));
    std::unique_ptr<ServerStore> store(new ServerStore(std::move(database)));
    VIGIE_TRY_ASSIGN(transaction, sql::Transaction::begin(store->database()));
    VIGIE_TRY_ASSIGN(known, store->serverId());
    if (known.isEmpty()) {
        VIGIE_TRY(store->setMeta(QStringLiteral("server_id"), randomName(rng)));
        VIGIE_TRY(store->drawEpoch(rng));
        VIGIE_TRY(store->setNextNumber(1));
    }
    VIGIE_TRY(transaction.commit());
    return store;
}

Result<std::unique_ptr<ServerStore>> ServerStore::openReadOnly(const QString &path)
{
    initServerMigrations();
    VIGIE_TRY_ASSIGN(database, sql::Database::open(path, sql::Durability::Precious,
                                                   sql::Access::ReadOnly));
    VIGIE_TRY_ASSIGN(version, sql::schemaVersion(*database));
    if (version > sql::newestVersion(QStringLiteral(":/migrations/server")))
        return fail(ErrorCode::StoreTooNew, QStringLiteral("schema %1").arg(version));
    return std::unique_ptr<ServerStore>(new ServerStore(std::move(database)));
}

Result<QString> ServerStore::meta(const QString &key)
{
    VIGIE_TRY_ASSIGN(statement,
                     m_database->prepare(QStringLiteral("SELECT value FROM meta WHERE key = ?")));
    VIGIE_TRY_ASSIGN(found, statement.bind(key).next());
    return found ? statement.text(0) : QString();
}

Result<QString> ServerStore::name()
{
    VIGIE_TRY_ASSIGN(name, meta(QStringLiteral("name")));
    return name.isEmpty() ? QStringLiteral("Vigie") : name;
}

Done ServerStore::setMeta(const QString &key, const QString &value)
{
    VIGIE_TRY_ASSIGN(statement, m_database->prepare(QStringLiteral(
                                    "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT "
                                    "(key) DO UPDATE SET value = excluded.value")));
    return statement.bind(key).bind(value).exec();
}

Done ServerStore::drawEpoch(Rng &rng)
{
    return setMeta(QStringLiteral("epoch"), randomName(rng));
}

Result<QueueId> ServerStore::intakeQueue()
{
    VIGIE_TRY_ASSIGN(text, meta(QStringLiteral("intake_queue")));
    return QueueId::fromStored(text);
}

Result<qint64> ServerStore::nextNumber()
{
    VIGIE_TRY_ASSIGN(text, meta(QStringLiteral("next_number")));
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    if (!ok || number < 1)
        return fail(ErrorCode::StoreCorrupt, QStringLiteral("no next ticket number"));
    return number;
}

Done ServerStore::setNextNumber(qint64 number)
{
    return setMeta(QStringLiteral("next_number"), QString::number(number));
}

Result<ServiceBook> ServerStore::services()
{
    VIGIE_TRY_ASSIGN(text, meta(QStringLiteral("service_book")));
    if (text.isEmpty())
        return ServiceBook();
    const auto book =
        codec::serviceBookFrom(QJsonDocument::fromJson(text.toUtf8()).object());
    if (!book)
        return fail(ErrorCode::StoreCorrupt, book.error().detail);
    return *book;
}

Done ServerStore::setServices(const ServiceBook &book)
{
    return setMeta(QStringLiteral("service_book"),
                   QString::fromUtf8(json::compact(codec::toJson(book))));
}

Result<qint64> ServerStore::count(const QString &table)
{
    if (!countedTables().contains(table))
        return fail(ErrorCode::Bug, QStringLiteral("not a counted table"));
    VIGIE_TRY_ASSIGN(statement,
                     m_database->prepare(QStringLiteral("SELECT count(*) FROM ") + table));
    VIGIE_TRY_ASSIGN(found, statement.next());
    return found ? statement.integer(0) : 0;
}

Done ServerStore::keepInMemory(int kib)
{
    return m_database->run(QStringLiteral("PRAGMA cache_size=-%1").arg(kib));
}

} // namespace vigie::server
