// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ticket.h"

#include <QStringList>

namespace vigie::query {

/// What a term asks about. The table in field.cpp says everything else about each.
enum class Field {
    Text, ///< bare words and phrases: title, requester's name, number, messages
    Title,
    State,
    PublicState,
    Kind,
    Level,
    Priority,
    Impact,
    Urgency,
    Category,
    Queue,
    Owner,
    Requester,
    Contact,
    Watcher,
    Tag,
    Number,
    Created,
    Updated,
    Due,
    Wakes, ///< when somebody is reminded of it
    Is,
    Has,
    // Known to the table, but not to people: what `is:` and `has:` are made of.
    LiveUntil,
    AskedAt,
    Links,
    Rating,
    Merged,
};

/// How a field's values are written and compared.
enum class FieldKind {
    Words,  ///< full text
    Choice, ///< one of a closed list
    Ladder, ///< one of a closed list with an order: `<`, `>` and `..` work
    Keys,   ///< an id or a key: queues, people, tags, categories
    Number,
    Time, ///< UTC ms; ages, days and words such as today
    Flag, ///< `is:` and `has:`
};

/// Lists of a ticket that are kept beside it, by key. Stored in cache.db: never renumber.
enum class KeyList { None = 0, Tag = 1, Watcher = 2, Requester = 3, Contact = 4, MergedInto = 5 };

/// One value of a closed list.
struct Choice {
    QString name; ///< the stored name
    int value;    ///< as it stands in cache.db
};

/// One field. A new one is a line in the table of field.cpp; nothing else needs to know it.
struct FieldSpec {
    Field field;
    const char *name;    ///< how canonical text spells it; empty = not for people
    const char *aliases; ///< separated by spaces
    FieldKind kind;
    /// The table `ticket` of cache.db: a column or an expression over its columns.
    const char *column;
    KeyList keyList = KeyList::None; ///< instead of a column, for lists and people
    bool staffOnly = false; ///< matches nothing of a ticket whose work is not one's own business
    bool closed = false;    ///< its values are those of choices(), also where it has keys
    bool worstFirst = false; ///< of a ladder: the smallest value is the highest step
    bool isFuture = false;   ///< of a time: `<4h` counts ahead instead of back
    bool mayBeNone = false;  ///< `none` is a value
    QList<Choice> (*choices)() = nullptr;
    // How core/query/matches.cpp reads it; one of these, by kind.
    qint64 (*number)(const Ticket &) = nullptr; ///< choices, ladders, numbers, times
    /// At most one key is "" for a ticket without it; lists are empty then.
    QStringList (*keys)(const Ticket &) = nullptr;
};

/// By any of its names, in any case; null when there is none.
[[nodiscard]] const FieldSpec *fieldNamed(const QString &name);
[[nodiscard]] const FieldSpec &specOf(Field field);
/// Those that people may write, in the order in which completion offers them.
[[nodiscard]] QList<const FieldSpec *> namedFields();

/// Names people. `me` and names stand for them.
[[nodiscard]] bool isPerson(Field field);

/// The position of a choice counted upwards, for ladders.
[[nodiscard]] inline int stepOf(const FieldSpec &spec, int value)
{
    return spec.worstFirst ? -value : value;
}

/// The words behind `is:` and `has:`.
enum class Flag {
    Open, Closed, Mine, Unassigned, Waiting, Unread, Overdue, Asked, Live, Watched, Request,
    Attachment, Conflict, Draft, Pending, Tag, Watcher, Link, Rating, Owner, Due, Merged,
};
struct FlagName {
    Flag flag;
    Field field; ///< Is or Has
    const char *name;
};
[[nodiscard]] const QList<FlagName> &flagNames();
/// Null when there is none.
[[nodiscard]] const FlagName *flagNamed(Field field, const QString &name);

/// Words for stretches of time: today, yesterday, this-week, …
[[nodiscard]] const QStringList &timeWords();

} // namespace vigie::query
