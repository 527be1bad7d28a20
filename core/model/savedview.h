// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/model/enums.h"
#include "core/model/noticeclass.h"

#include <QJsonObject>
#include <QList>

#include <optional>

namespace vigie {

namespace limits {
/// More than an organisation has queues.
inline constexpr int kPlaceLooks = 2'000;
} // namespace limits

/// The orders of a list.
enum class ListSort { UpdatedNewest, CreatedNewest, PriorityFirst, NumberNewest, DueFirst, WakesFirst };

/// What a list can show of a ticket.
enum class ViewColumn {
    Number, Title, Requester, Owner, Queue, Level, Priority, State, Category, Contact, Created,
    Updated, Due, Messages, Wakes
};

/// What a list puts a heading above.
enum class ViewGrouping {
    None, State, Priority, Queue, Owner, Level, Category, Requester, DueDay
};

enum class ViewDensity { Comfortable, Compact };

template<> const QList<EnumName<ListSort>> &enumNames<ListSort>();
template<> const QList<EnumName<ViewColumn>> &enumNames<ViewColumn>();
template<> const QList<EnumName<ViewGrouping>> &enumNames<ViewGrouping>();
template<> const QList<EnumName<ViewDensity>> &enumNames<ViewDensity>();

/// How a list is shown. It is grouped first and sorted within.
struct ViewLook {
    struct Column {
        ViewColumn column = ViewColumn::Title;
        int width = 0; ///< device-independent pixels; 0 = as wide as it likes

        bool operator==(const Column &) const = default;
    };

    QList<Column> columns; ///< in order, each once; empty = cards
    ListSort sort = ListSort::UpdatedNewest;
    bool reversed = false; ///< the other way round within each group
    ViewGrouping grouping = ViewGrouping::None;
    ViewDensity density = ViewDensity::Comfortable;

    bool operator==(const ViewLook &) const = default;
};

/// A list that somebody made: a question and how its answer is shown.
struct SavedView : ViewLook {
    SavedViewId id;
    QString name;  ///< 1 to limits::kSavedViewName characters
    /// In the language of core/query/parser.h, as query::print() writes it. Kept as it is when it
    /// cannot be read (any more): then the view shows why, and nothing is lost.
    QString query;
    /// How loud what happens in it may be; nothing = as if there were no such view.
    std::optional<NoticeClass> news;
    /// What one of the person's computers said while another said something else: kept beside it.
    bool aside = false;
    qint64 revision = 0; ///< the server's number of this state; 0 = it has never seen it

    bool operator==(const SavedView &) const = default;
};

/// How one of the lists that are always there is shown, and how loud it may be: the person's
/// choice, as in a SavedView.
struct PlaceLook {
    QString place; ///< "mine", "queue/<id>" …: 1 to limits::kNameLength characters
    ViewLook look;
    std::optional<NoticeClass> news;

    bool operator==(const PlaceLook &) const = default;
};

namespace codec {

/// Everything but id and revision, which stand beside it wherever a view is kept.
[[nodiscard]] QJsonObject toJson(const SavedView &view);
/// Strict: Invalid for a key it does not know, a column twice, a width below 0 or over
/// limits::kColumnWidth, an empty name, texts over their limits. Id and revision stay empty.
[[nodiscard]] Result<SavedView> savedViewFrom(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const ViewLook &look);
/// Strict, as savedViewFrom().
[[nodiscard]] Result<ViewLook> viewLookFrom(const QJsonObject &object);

/// Everything but the place's name.
[[nodiscard]] QJsonObject toJson(const PlaceLook &look);
/// Strict, as savedViewFrom(). The place stays empty.
[[nodiscard]] Result<PlaceLook> placeLookFrom(const QJsonObject &object);

} // namespace codec

} // namespace vigie
