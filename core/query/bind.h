// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/directory.h"
#include "core/query/expr.h"
#include "core/text/searchtext.h"

#include <QSet>
#include <QTimeZone>

namespace vigie::query {

/// Who asks, and when: what a query needs besides the tickets.
struct Context {
    Person me;
    qint64 now = 0; ///< UTC ms
    QTimeZone zone = QTimeZone::systemTimeZone(); ///< days and weeks are this zone's
    // What is known of tickets outside of the cache
    QSet<TicketId> drafts;    ///< somebody is writing to them
    QSet<TicketId> conflicts; ///< work on them needs a person
    QSet<TicketId> unread;    ///< with unread notices
};

/// A query with names, ages and `me` worked out: few kinds of plain tests, which is all that the
/// two ways of asking (SQL and matches()) know, so that they cannot differ in anything else.
struct Test {
    enum class Kind {
        All,     ///< of `parts`; of none: true
        Any,     ///< of `parts`; of none: false
        Not,     ///< `parts` has one
        OneOf,   ///< the field's number is one of `numbers`
        Range,   ///< the field's number lies within [low, high]
        Keys,    ///< the field has one of `keys`; "" = it has none at all
        Words,   ///< `phrase` in the title (Field::Title) or anywhere (Field::Text)
        Tickets, ///< its id is one of `keys`
        Open,    ///< Places::open, and so on
        Waiting,
        Request,
        Pending,    ///< has operations that the server has not confirmed
        Attachment, ///< a message carries a file
    };
    Kind kind = Kind::All;
    std::vector<Test> parts;
    Field field = Field::Text;
    QList<qint64> numbers;
    qint64 low = 0;
    qint64 high = 0;
    QStringList keys; ///< sorted
    searchtext::Phrase phrase;
};

/// A name that stands for nobody and nothing here: its test is false. Not an error, because saved
/// views outlive queues and people; the surface says so beside the list.
struct UnknownName {
    Field field = Field::Owner;
    QString name;
    Span span;

    bool operator==(const UnknownName &) const = default;
};

struct Bound {
    Test test;
    Person me;
    QList<UnknownName> unknown;
};

/// Pure but for the questions to the directory.
[[nodiscard]] Bound bind(const Expr &expr, const Context &context, const Directory &directory);

} // namespace vigie::query
