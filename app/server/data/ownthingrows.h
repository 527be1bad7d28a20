// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ownthing.h"
#include "core/sql/database.h"

namespace vigie::server {

/// What people make for themselves, each row one person's; and what administrators make for all.
class OwnThingRows
{
public:
    explicit OwnThingRows(sql::Database &database) : m_database(database) {}

    [[nodiscard]] Result<std::optional<OwnThing>> find(const PersonId &person, OwnKind kind,
                                                       const QString &id);
    /// Newer than a revision, oldest first, gone ones too.
    [[nodiscard]] Result<QList<OwnThing>> since(const PersonId &person, qint64 revision, int most);
    [[nodiscard]] Result<qint64> lastRevision(const PersonId &person);
    [[nodiscard]] Result<qint64> count(const PersonId &person);
    /// Forgets the oldest of a kind, so that at most so many stay.
    [[nodiscard]] Done dropOldest(const PersonId &person, OwnKind kind, int most);
    [[nodiscard]] Done write(const PersonId &person, const OwnThing &thing);

    // What belongs to the desk (isOfDesk()), counted among everybody's revisions.
    [[nodiscard]] Result<std::optional<OwnThing>> findOfDesk(OwnKind kind, const QString &id);
    [[nodiscard]] Result<QList<OwnThing>> ofDeskSince(qint64 revision, int most);
    /// In the desk's order, without those that are gone.
    [[nodiscard]] Result<QList<OwnThing>> ofDesk(OwnKind kind);
    [[nodiscard]] Result<qint64> lastOfDesk();
    /// The highest of all revisions, whoever's.
    [[nodiscard]] Result<qint64> highest();
    [[nodiscard]] Done writeOfDesk(const OwnThing &thing);

private:
    [[nodiscard]] Result<qint64> number(const char *select, const QString &person);

    sql::Database &m_database;
};

} // namespace vigie::server
