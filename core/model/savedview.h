// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/model/enums.h"

#include <QJsonObject>
#include <QList>

namespace vigie {

/// The orders of a list.
enum class ListSort { UpdatedNewest, CreatedNewest, PriorityFirst, NumberNewest, DueFirst };

/// What a list can show of a ticket.
enum class ViewColumn {
    Number, Title, Requester, Owner, Queue, Level, Priority, State, Category, Contact, Created,
    Updated, Due, Messages
};

/// What a list puts a heading above.
enum class ViewGrouping { None, State, Priority, Queue, Owner, Level, Category };

enum class ViewDensity { Comfortable, Compact };

template<> const QList<EnumName<ListSort>> &enumNames<ListSort>();
template<> const QList<EnumName<ViewColumn>> &enumNames<ViewColumn>();
template<> const QList<EnumName<ViewGrouping>> &enumNames<ViewGrouping>();
template<> const QList<EnumName<ViewDensity>> &enumNames<ViewDensity>();

/// A list that somebody made: a question and how its answer is shown.
struct SavedView {
    struct Column {
        ViewColumn column = ViewColumn::Title;
        int width = 0; ///< device-independent pixels; 0 = as wide as it likes

        bool operator==(const Column &) const = default;
    };

    SavedViewId id;
    QString name;  ///< 1 to limits::kSavedViewName characters
    /// In the language of core/query/parser.h, as query::print() writes it. Kept as it is when it
    /// cannot be read (any more): then the view shows why, and nothing is lost.
    QString query;
    QList<Column> columns; ///< in order, each once; empty = the list's own choice
    ListSort sort = ListSort::UpdatedNewest;
    ViewGrouping grouping = ViewGrouping::None;
    ViewDensity density = ViewDensity::Comfortable;
    qint64 revision = 0; ///< the server's number of this state; 0 = it has never seen it

    bool operator==(const SavedView &) const = default;
};

namespace codec {

/// Everything but id and revision, which stand beside it wherever a view is kept.
[[nodiscard]] QJsonObject toJson(const SavedView &view);
/// Strict: Invalid for a key it does not know, a column twice, a width below 0 or over
/// limits::kColumnWidth, an empty name, texts over their limits. Id and revision stay empty.
[[nodiscard]] Result<SavedView> savedViewFrom(const QJsonObject &object);

} // namespace codec

} // namespace vigie
