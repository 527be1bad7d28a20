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

Result<QList<OwnThing>> allOf(sql::Statement &rows)
{
    QList<OwnThing> things;
    while (true) {
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            return things;
        VIGIE_TRY_ASSIGN(thing, ownThingOf(rows));
        things.append(thing);
    }
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
    return allOf(rows.bind(person.text()).bind(revision).bind(most));
}

Result<qint64> OwnThingRows::lastRevision(const PersonId &person)
{
    return number("SELECT coalesce(max(revision), 0) FROM own_thing WHERE person = ?", person.text());
}

Result<qint64> OwnThingRows::count(const PersonId &person)
{
    return number("SELECT count(*) FROM own_thing WHERE person = ?", person.text());
}

Result<qint64> OwnThingRows::number(const char *select, const QString &person)
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QString::fromLatin1(select)));
    if (!person.isEmpty())
        rows.bind(person);
    VIGIE_TRY_ASSIGN(found, rows.next());
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

// ---- of the desk -----------------------------------------------------------------------------

Result<std::optional<OwnThing>> OwnThingRows::findOfDesk(OwnKind kind, const QString &id)
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT kind, id, revision, position, gone, json FROM desk_thing "
                               "WHERE kind = ? AND id = ?")));
    VIGIE_TRY_ASSIGN(found, rows.bind(nameOf(kind)).bind(id).next());
    if (!found)
        return std::nullopt;
    VIGIE_TRY_ASSIGN(thing, ownThingOf(rows));
    return thing;
}

Result<QList<OwnThing>> OwnThingRows::ofDeskSince(qint64 revision, int most)
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT kind, id, revision, position, gone, json FROM desk_thing "
                               "WHERE revision > ? ORDER BY revision LIMIT ?")));
    return allOf(rows.bind(revision).bind(most));
}

Result<QList<OwnThing>> OwnThingRows::ofDesk(OwnKind kind)
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral(
                               "SELECT kind, id, revision, position, gone, json FROM desk_thing "
                               "WHERE kind = ? AND gone = 0 ORDER BY position, id")));
    return allOf(rows.bind(nameOf(kind)));
}

Result<qint64> OwnThingRows::lastOfDesk()
{
    return number("SELECT coalesce(max(revision), 0) FROM desk_thing", {});
}

Result<qint64> OwnThingRows::highest()
{
    return number("SELECT max((SELECT coalesce(max(revision), 0) FROM own_thing), "
                  "(SELECT coalesce(max(revision), 0) FROM desk_thing))", {});
}

Done OwnThingRows::writeOfDesk(const OwnThing &thing)
{
    VIGIE_TRY_ASSIGN(write, m_database.prepare(QStringLiteral(
                                "INSERT INTO desk_thing (kind, id, revision, position, gone, json) "
                                "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET "
                                "revision = excluded.revision, position = excluded.position, "
                                "gone = excluded.gone, json = excluded.json")));
    return write.bind(nameOf(thing.kind)).bind(thing.id).bind(thing.revision).bind(thing.position)
        .bind(thing.gone).bind(QString::fromUtf8(json::compact(thing.data))).exec();
}

} // namespace vigie::server
