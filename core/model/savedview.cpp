// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/savedview.h"

#include "core/base/json.h"
#include "core/base/limits.h"
#include "core/model/codec.h"

#include <QSet>

namespace vigie {

template<>
const QList<EnumName<ListSort>> &enumNames<ListSort>()
{
    static const QList<EnumName<ListSort>> names{{ListSort::UpdatedNewest, "updated"},
                                                 {ListSort::CreatedNewest, "created"},
                                                 {ListSort::PriorityFirst, "priority"},
                                                 {ListSort::NumberNewest, "number"},
                                                 {ListSort::DueFirst, "due"},
                                                 {ListSort::WakesFirst, "wakes"}};
    return names;
}

template<>
const QList<EnumName<ViewColumn>> &enumNames<ViewColumn>()
{
    static const QList<EnumName<ViewColumn>> names{
        {ViewColumn::Number, "number"},       {ViewColumn::Title, "title"},
        {ViewColumn::Requester, "requester"}, {ViewColumn::Owner, "owner"},
        {ViewColumn::Queue, "queue"},         {ViewColumn::Level, "level"},
        {ViewColumn::Priority, "priority"},   {ViewColumn::State, "state"},
        {ViewColumn::Category, "category"},   {ViewColumn::Contact, "contact"},
        {ViewColumn::Created, "created"},     {ViewColumn::Updated, "updated"},
        {ViewColumn::Due, "due"},             {ViewColumn::Messages, "messages"},
        {ViewColumn::Wakes, "wakes"}};
    return names;
}

template<>
const QList<EnumName<ViewGrouping>> &enumNames<ViewGrouping>()
{
    static const QList<EnumName<ViewGrouping>> names{
        {ViewGrouping::None, "none"},       {ViewGrouping::State, "state"},
        {ViewGrouping::Priority, "priority"}, {ViewGrouping::Queue, "queue"},
        {ViewGrouping::Owner, "owner"},     {ViewGrouping::Level, "level"},
        {ViewGrouping::Category, "category"}, {ViewGrouping::Requester, "requester"},
        {ViewGrouping::DueDay, "due-day"}};
    return names;
}

template<>
const QList<EnumName<ViewDensity>> &enumNames<ViewDensity>()
{
    static const QList<EnumName<ViewDensity>> names{{ViewDensity::Comfortable, "comfortable"},
                                                    {ViewDensity::Compact, "compact"}};
    return names;
}

namespace codec {

namespace {

Result<QList<ViewLook::Column>> columnsFrom(const QJsonArray &array)
{
    QList<ViewLook::Column> columns;
    QSet<ViewColumn> seen;
    for (const QJsonValue &value : array) {
        json::Reader reader(value.toObject(), QStringLiteral("view.columns"));
        const QString name = reader.text("name", limits::kNameLength);
        const qint64 width = reader.optInteger("width", 0, limits::kColumnWidth, 0);
        VIGIE_TRY(reader.done());
        VIGIE_TRY_ASSIGN(column, enumFrom<ViewColumn>(name));
        if (seen.contains(column))
            return fail(ErrorCode::Invalid, QStringLiteral("view.columns: %1 twice").arg(name));
        seen.insert(column);
        columns.append({column, int(width)});
    }
    return columns;
}

const QLatin1String kNews("news");

void putNews(QJsonObject &object, const std::optional<NoticeClass> &news)
{
    // Only what was chosen: earlier versions know no such key.
    if (news)
        object.insert(kNews, nameOf(*news));
}

std::optional<NoticeClass> newsIn(json::Reader &reader)
{
    const QString name = reader.optText("news", limits::kNameLength);
    if (name.isEmpty())
        return std::nullopt;
    const Result<NoticeClass> value = enumFrom<NoticeClass>(name);
    if (!value)
        reader.reject("news", value.error().detail);
    return value ? std::optional(*value) : std::nullopt;
}

template<class E>
E nameRead(json::Reader &reader, const char *key, E otherwise)
{
    const QString name = reader.optText(key, limits::kNameLength, nameOf(otherwise));
    const Result<E> value = enumFrom<E>(name);
    if (!value)
        reader.reject(key, value.error().detail);
    return value.value_or(otherwise);
}

/// Takes the look's keys out of an object that may have others.
Result<ViewLook> lookIn(json::Reader &reader)
{
    ViewLook look;
    look.sort = nameRead(reader, "sort", look.sort);
    look.reversed = reader.optBool("reversed", false);
    look.grouping = nameRead(reader, "group", look.grouping);
    look.density = nameRead(reader, "density", look.density);
    const QJsonArray columns = reader.optArray("columns", enumNames<ViewColumn>().size());
    VIGIE_TRY(reader.done());
    VIGIE_TRY_ASSIGN(list, columnsFrom(columns));
    look.columns = list;
    return look;
}

/// What of a list is written besides its look.
enum class Beside { Nothing, News, Everything };

Done knowsKeys(const QJsonObject &object, Beside beside)
{
    static const QStringList known{QStringLiteral("columns"), QStringLiteral("sort"),
                                   QStringLiteral("reversed"), QStringLiteral("group"),
                                   QStringLiteral("density")};
    const QStringList keys = object.keys();
    for (const QString &key : keys) {
        const bool names = key == QLatin1String("name") || key == QLatin1String("query")
            || key == QLatin1String("aside");
        const bool allowed = (names && beside == Beside::Everything)
            || (key == kNews && beside != Beside::Nothing);
        if (!known.contains(key) && !allowed)
            return fail(ErrorCode::Invalid, QStringLiteral("view: unknown key '%1'").arg(key.left(40)));
    }
    return {};
}

} // namespace

QJsonObject toJson(const ViewLook &look)
{
    QJsonArray columns;
    for (const ViewLook::Column &column : look.columns) {
        QJsonObject entry;
        put(entry, "name", nameOf(column.column));
        put(entry, "width", qint64(column.width));
        columns.append(entry);
    }
    QJsonObject object;
    put(object, "columns", columns);
    put(object, "sort", nameOf(look.sort));
    if (look.reversed)
        object.insert(QLatin1String("reversed"), true);
    put(object, "group", nameOf(look.grouping));
    put(object, "density", nameOf(look.density));
    return object;
}

Result<ViewLook> viewLookFrom(const QJsonObject &object)
{
    VIGIE_TRY(knowsKeys(object, Beside::Nothing));
    json::Reader reader(object, QStringLiteral("look"));
    return lookIn(reader);
}

QJsonObject toJson(const PlaceLook &look)
{
    QJsonObject object = toJson(look.look);
    putNews(object, look.news);
    return object;
}

Result<PlaceLook> placeLookFrom(const QJsonObject &object)
{
    VIGIE_TRY(knowsKeys(object, Beside::News));
    json::Reader reader(object, QStringLiteral("look"));
    PlaceLook place;
    place.news = newsIn(reader);
    VIGIE_TRY_ASSIGN(look, lookIn(reader));
    place.look = look;
    return place;
}

QJsonObject toJson(const SavedView &view)
{
    QJsonObject object = toJson(static_cast<const ViewLook &>(view));
    put(object, "name", view.name);
    put(object, "query", view.query);
    putNews(object, view.news);
    if (view.aside)
        object.insert(QLatin1String("aside"), true);
    return object;
}

Result<SavedView> savedViewFrom(const QJsonObject &object)
{
    VIGIE_TRY(knowsKeys(object, Beside::Everything));
    json::Reader reader(object, QStringLiteral("view"));
    SavedView view;
    view.name = reader.text("name", limits::kSavedViewName);
    if (view.name.trimmed().isEmpty())
        reader.reject("name", QStringLiteral("is empty"));
    view.query = reader.optText("query", limits::kQueryLength);
    view.news = newsIn(reader);
    view.aside = reader.optBool("aside", false);
    VIGIE_TRY_ASSIGN(look, lookIn(reader));
    static_cast<ViewLook &>(view) = look;
    return view;
}

} // namespace codec

} // namespace vigie
