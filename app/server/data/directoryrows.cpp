// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/data/directoryrows.h"

#include "core/base/json.h"
#include "core/model/codec.h"

#include <QJsonDocument>

namespace vigie::server {

namespace {

QString keyOf(const QString &name)
{
    return name.normalized(QString::NormalizationForm_KC).simplified().toCaseFolded();
}

template<class T, class Parse>
Result<std::optional<T>> oneRow(sql::Statement &statement, Parse parse)
{
    VIGIE_TRY_ASSIGN(found, statement.next());
    if (!found)
        return std::optional<T>();
    Result<T> parsed = parse(QJsonDocument::fromJson(statement.text(0).toUtf8()).object());
    if (!parsed)
        return fail(ErrorCode::StoreCorrupt, parsed.error().detail);
    return std::optional<T>(*std::move(parsed));
}

template<class T, class Parse>
Result<QList<T>> allRows(sql::Statement &statement, Parse parse)
{
    QList<T> rows;
    while (true) {
        VIGIE_TRY_ASSIGN(row, oneRow<T>(statement, parse));
        if (!row)
            return rows;
        rows.append(*row);
    }
}

} // namespace

Result<std::optional<Person>> DirectoryRows::person(const PersonId &id)
{
    VIGIE_TRY_ASSIGN(statement,
                     m_database.prepare(QStringLiteral("SELECT json FROM person WHERE id = ?")));
    statement.bind(id.text());
    return oneRow<Person>(statement, codec::personFrom);
}

Result<std::optional<Person>> DirectoryRows::personByLogin(const QString &login)
{
    VIGIE_TRY_ASSIGN(statement, m_database.prepare(QStringLiteral(
                                    "SELECT json FROM person WHERE login_key = ?")));
    statement.bind(keyOf(login));
    return oneRow<Person>(statement, codec::personFrom);
}

Result<QList<Person>> DirectoryRows::people()
{
    VIGIE_TRY_ASSIGN(statement,
                     m_database.prepare(QStringLiteral("SELECT json FROM person ORDER BY id")));
    return allRows<Person>(statement, codec::personFrom);
}

Done DirectoryRows::put(const Person &person)
{
    VIGIE_TRY_ASSIGN(statement,
                     m_database.prepare(QStringLiteral(
                         "INSERT INTO person (id, login_key, role, active, json) VALUES "
                         "(?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET login_key = "
                         "excluded.login_key, role = excluded.role, active = excluded.active, "
                         "json = excluded.json")));
    return statement.bind(person.id.text())
        .bind(keyOf(person.login))
        .bind(nameOf(person.role))
        .bind(person.active)
        .bind(QString::fromUtf8(json::compact(codec::toJson(person))))
        .exec();
}

Result<std::optional<Queue>> DirectoryRows::queue(const QueueId &id)
{
    VIGIE_TRY_ASSIGN(statement,
                     m_database.prepare(QStringLiteral("SELECT json FROM queue WHERE id = ?")));
    statement.bind(id.text());
    return oneRow<Queue>(statement, codec::queueFrom);
}

Result<std::optional<Queue>> DirectoryRows::queueByName(const QString &name)
{
    VIGIE_TRY_ASSIGN(statement, m_database.prepare(QStringLiteral(
                                    "SELECT json FROM queue WHERE name_key = ?")));
    statement.bind(keyOf(name));
    return oneRow<Queue>(statement, codec::queueFrom);
}

Result<QList<Queue>> DirectoryRows::queues()
{
    VIGIE_TRY_ASSIGN(statement,
                     m_database.prepare(QStringLiteral("SELECT json FROM queue ORDER BY id")));
    return allRows<Queue>(statement, codec::queueFrom);
}

Done DirectoryRows::put(const Queue &queue)
{
    VIGIE_TRY_ASSIGN(statement,
                     m_database.prepare(QStringLiteral(
                         "INSERT INTO queue (id, name_key, active, json) VALUES (?, ?, ?, ?) ON "
                         "CONFLICT (id) DO UPDATE SET name_key = excluded.name_key, active = "
                         "excluded.active, json = excluded.json")));
    return statement.bind(queue.id.text())
        .bind(keyOf(queue.name))
        .bind(queue.active)
        .bind(QString::fromUtf8(json::compact(codec::toJson(queue))))
        .exec();
}

Result<QByteArray> DirectoryRows::credential(const PersonId &person)
{
    VIGIE_TRY_ASSIGN(statement, m_database.prepare(QStringLiteral(
                                    "SELECT argon2 FROM credential WHERE person = ?")));
    VIGIE_TRY_ASSIGN(found, statement.bind(person.text()).next());
    return found ? statement.text(0).toLatin1() : QByteArray();
}

Done DirectoryRows::setCredential(const PersonId &person, const QByteArray &argon2, qint64 at)
{
    VIGIE_TRY_ASSIGN(statement,
                     m_database.prepare(QStringLiteral(
                         "INSERT INTO credential (person, argon2, changed) VALUES (?, ?, ?) ON "
                         "CONFLICT (person) DO UPDATE SET argon2 = excluded.argon2, changed = "
                         "excluded.changed")));
    return statement.bind(person.text()).bind(QString::fromLatin1(argon2)).bind(at).exec();
}

} // namespace vigie::server
