// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/data/ownthingrows.h"

#include "core/base/json.h"

namespace vigie::server {

namespace {

Result<OwnThing> ownThingOf(const sql::Statement &rows)
{
    VIGIE_TRY_ASSIGN(kind, enumFrom<OwnKind>(rows.text(0)));
    VIGIE_TRY_ASSIGN(data, json::parseObject(rows.text(5).toUtf8(), limits::kOwnThingBytes));
    return OwnThing{kind, rows.text(1), rows.integer(2), rows.integer(3), rows.integer(4) != 0, data};
}

} // namespace

Result<std::optional<OwnThing>> OwnThingRows::find(const PersonId &person, OwnKind kind,
                                                   const QString &id)
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT kind, id, revision, position, gone, json FROM own_thing "
                               "WHERE person = ? AND kind = ? AND id = ?")));
    VIGIE_TRY_ASSIGN(found, rows.bind(person.text()).bind(nameOf(kind)).bind(id).next());
    if (!found)
        return std::nullopt;
    VIGIE_TRY_ASSIGN(thing, ownThingOf(rows));
    return thing;
}

Result<QList<OwnThing>> OwnThingRows::since(const PersonId &person, qint64 revision, int most)
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT kind, id, revision, position, gone, json FROM own_thing "
                               "WHERE person = ? AND revision > ? ORDER BY revision LIMIT ?")));
    rows.bind(person.text()).bind(revision).bind(most);
    QList<OwnThing> things;
    while (true) {
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            return things;
        VIGIE_TRY_ASSIGN(thing, ownThingOf(rows));
        things.append(thing);
    }
}

Result<qint64> OwnThingRows::lastRevision(const PersonId &person)
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT coalesce(max(revision), 0) FROM own_thing WHERE person = ?")));
    VIGIE_TRY_ASSIGN(found, rows.bind(person.text()).next());
    return found ? rows.integer(0) : 0;
}

Result<qint64> OwnThingRows::count(const PersonId &person)
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT count(*) FROM own_thing WHERE person = ?")));
    VIGIE_TRY_ASSIGN(found, rows.bind(person.text()).next());
    return found ? rows.integer(0) : 0;
}

Done OwnThingRows::dropOldest(const PersonId &person, OwnKind kind, int most)
{
    VIGIE_TRY_ASSIGN(drop, m_database.prepare(QStringLiteral(
                               "DELETE FROM own_thing WHERE person = ? AND kind = ? "
                               "AND revision <= (SELECT revision FROM own_thing "
                               "WHERE person = ? AND kind = ? "
                               "ORDER BY revision DESC LIMIT 1 OFFSET ?)")));
    drop.bind(person.text()).bind(nameOf(kind)).bind(person.text()).bind(nameOf(kind));
    return drop.bind(most).exec();
}

Done OwnThingRows::write(const PersonId &person, const OwnThing &thing)
{
    VIGIE_TRY_ASSIGN(write, m_database.prepare(QStringLiteral(
                                "INSERT INTO own_thing (person, kind, id, revision, position, gone, "
                                "json) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (person, kind, id) "
                                "DO UPDATE SET revision = excluded.revision, "
                                "position = excluded.position, gone = excluded.gone, "
                                "json = excluded.json")));
    write.bind(person.text()).bind(nameOf(thing.kind)).bind(thing.id).bind(thing.revision);
    return write.bind(thing.position).bind(thing.gone)
        .bind(QString::fromUtf8(json::compact(thing.data))).exec();
}

} // namespace vigie::server
