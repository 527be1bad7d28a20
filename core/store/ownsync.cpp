// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ownsync.h"

#include "core/base/json.h"
#include "core/base/limits.h"

#include <algorithm>

namespace vigie::store {

using sql::Transaction;

namespace {

const char *tableOf(OwnKind kind)
{
    switch (kind) {
    case OwnKind::View: return "saved_view";
    case OwnKind::Snippet: return "snippet";
    case OwnKind::Look: return "place_look";
    case OwnKind::Macro: return "macro";
    case OwnKind::Rule: return "rule";
    case OwnKind::MentionRead: return "mention_read";
    }
    return "saved_view";
}

QString onTable(const char *statement, OwnKind kind)
{
    return QString::fromLatin1(statement).arg(QLatin1String(tableOf(kind)));
}

/// What waits to be sent, kind by kind; the first column is the place in enumNames<OwnKind>().
QString unsentOf(bool withDesk)
{
    QStringList parts;
    int place = 0;
    for (const EnumName<OwnKind> &kind : enumNames<OwnKind>()) {
        if (withDesk || !isOfDesk(kind.value)) {
            parts.append(QStringLiteral("SELECT %1 AS kind, id, revision, position, gone, json "
                                        "FROM %2 WHERE unsent = 1")
                             .arg(place)
                             .arg(QLatin1String(tableOf(kind.value))));
        }
        ++place;
    }
    return parts.join(QLatin1String(" UNION ALL ")) + QLatin1String(" ORDER BY kind, position, id");
}

} // namespace

struct OwnSync::Row {
    OwnThing thing;
    bool unsent = false;
};

Result<QList<OwnThing>> OwnSync::unsent() const
{
    QList<OwnThing> things;
    qsizetype bytes = 0;
    // Asked for with every exchange, and nearly always empty: one statement for all kinds.
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(unsentOf(m_writesDesk)));
    while (things.size() < limits::kOwnThingsPerExchange) {
        VIGIE_TRY_ASSIGN(found, rows.next());
        if (!found)
            break;
        const QByteArray json = rows.text(5).toUtf8();
        bytes += json.size();
        if (bytes > limits::kOwnBytesPerExchange && !things.isEmpty())
            break;
        const auto data = json::parseObject(json, limits::kOwnThingBytes);
        if (!data)
            continue; // it stays on this disk, as everything that cannot be read
        const OwnKind kind = enumNames<OwnKind>().at(rows.integer(0)).value;
        things.append({kind, rows.text(1), rows.integer(2), rows.integer(3), rows.integer(4) != 0, *data});
    }
    return things;
}

Result<qint64> OwnSync::through() const
{
    VIGIE_TRY_ASSIGN(text, meta("own-through"));
    return text.toLongLong();
}

Result<bool> OwnSync::meetEpoch(const QString &epoch)
{
    VIGIE_TRY_ASSIGN(known, meta("own-epoch"));
    if (epoch.isEmpty() || known == epoch)
        return false;
    VIGIE_TRY_ASSIGN(transaction, Transaction::begin(m_database));
    VIGIE_TRY(setMeta("own-epoch", epoch));
    if (!known.isEmpty()) {
        VIGIE_TRY(setMeta("own-through", QStringLiteral("0")));
        for (const EnumName<OwnKind> &kind : enumNames<OwnKind>()) {
            // Whoever may not change them has nothing to tell, and hears of them again.
            const bool theirs = isOfDesk(kind.value) && !m_writesDesk;
            VIGIE_TRY(m_database.run(onTable(theirs ? "DELETE FROM %1 WHERE unsent = 0"
                                                    : "UPDATE %1 SET unsent = 1",
                                             kind.value)));
        }
    }
    VIGIE_TRY(transaction.commit());
    return !known.isEmpty();
}

Result<bool> OwnSync::take(const QList<OwnThing> &sent, const QList<OwnThing> &heard,
                           qint64 through)
{
    VIGIE_TRY_ASSIGN(before, this->through());
    if (heard.isEmpty() && through <= before)
        return false;
    VIGIE_TRY_ASSIGN(transaction, Transaction::begin(m_database));
    bool seen = false;
    for (const OwnThing &thing : heard) {
        VIGIE_TRY_ASSIGN(changed, takeOne(sent, thing));
        seen = seen || changed;
    }
    if (through > before)
        VIGIE_TRY(setMeta("own-through", QString::number(through)));
    VIGIE_TRY(transaction.commit());
    return seen;
}

Result<bool> OwnSync::takeOne(const QList<OwnThing> &sent, const OwnThing &heard)
{
    VIGIE_TRY_ASSIGN(row, find(heard));
    if (!row) {
        if (!heard.gone)
            VIGIE_TRY(write(heard));
        return !heard.gone;
    }
    if (heard.revision < row->thing.revision)
        return false; // an answer that comes late
    if (row->thing.sameState(heard)) {
        if (heard.gone)
            VIGIE_TRY(remove(heard));
        else
            VIGIE_TRY(rebase(heard, false));
        return false;
    }
    const bool echo = std::any_of(sent.cbegin(), sent.cend(), [&heard](const OwnThing &one) {
        return one.sameState(heard);
    });
    if (row->unsent && echo) { // changed again since
        VIGIE_TRY(rebase(heard, true));
        return false;
    }
    const bool theirsStays = heard.revision > row->thing.revision
        && !judgeOwn(heard, row->thing).taken;
    if (row->unsent && !theirsStays)
        return false; // the server will see that both changed it, and lose neither
    if (heard.gone)
        VIGIE_TRY(remove(heard));
    else
        VIGIE_TRY(write(heard));
    return true;
}

Result<std::optional<OwnSync::Row>> OwnSync::find(const OwnThing &thing) const
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(
                               onTable("SELECT revision, position, gone, json, unsent FROM %1 "
                                       "WHERE id = ?", thing.kind)));
    VIGIE_TRY_ASSIGN(found, rows.bind(thing.id).next());
    if (!found)
        return std::nullopt;
    const auto data = json::parseObject(rows.text(3).toUtf8(), limits::kOwnThingBytes);
    return Row{{thing.kind, thing.id, rows.integer(0), rows.integer(1), rows.integer(2) != 0,
                data.value_or(QJsonObject())}, rows.integer(4) != 0};
}

Done OwnSync::write(const OwnThing &thing)
{
    VIGIE_TRY_ASSIGN(write, m_database.prepare(
                                onTable("INSERT INTO %1 (id, position, revision, json, unsent, gone) "
                                        "VALUES (?, ?, ?, ?, 0, 0) ON CONFLICT (id) DO UPDATE SET "
                                        "position = excluded.position, revision = excluded.revision, "
                                        "json = excluded.json, unsent = 0, gone = 0", thing.kind)));
    return write.bind(thing.id).bind(thing.position).bind(thing.revision)
        .bind(QString::fromUtf8(json::compact(thing.data))).exec();
}

Done OwnSync::remove(const OwnThing &thing)
{
    VIGIE_TRY_ASSIGN(write, m_database.prepare(onTable("DELETE FROM %1 WHERE id = ?", thing.kind)));
    return write.bind(thing.id).exec();
}

Done OwnSync::rebase(const OwnThing &thing, bool unsent)
{
    VIGIE_TRY_ASSIGN(write, m_database.prepare(
                                onTable("UPDATE %1 SET revision = ?, unsent = ? WHERE id = ?",
                                        thing.kind)));
    return write.bind(thing.revision).bind(unsent).bind(thing.id).exec();
}

Done OwnSync::setMeta(const char *key, const QString &value)
{
    VIGIE_TRY_ASSIGN(write, m_database.prepare(QStringLiteral(
                                "INSERT INTO meta (key, value) VALUES (?, ?) "
                                "ON CONFLICT (key) DO UPDATE SET value = excluded.value")));
    return write.bind(QString::fromLatin1(key)).bind(value).exec();
}

Result<QString> OwnSync::meta(const char *key) const
{
    VIGIE_TRY_ASSIGN(rows, m_database.prepare(QStringLiteral("SELECT value FROM meta WHERE key = ?")));
    VIGIE_TRY_ASSIGN(found, rows.bind(QString::fromLatin1(key)).next());
    return found ? rows.text(0) : QString();
}

} // namespace vigie::store
