// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/savedviewstore.h"

#include "core/base/limits.h"

namespace vigie::store {

SavedViewStore::SavedViewStore(sql::Database &database)
    : m_rows(database, {"saved_view", "saved view", limits::kSavedViews, limits::kSavedViewBytes})
{
}

Result<QList<SavedView>> SavedViewStore::list() const
{
    QList<SavedView> views;
    VIGIE_TRY(m_rows.each([&views](const OwnRows::Row &row) -> Done {
        VIGIE_TRY_ASSIGN(view, codec::savedViewFrom(row.json));
        view.id = SavedViewId::fromStored(row.id);
        view.revision = row.revision;
        views.append(view);
        return {};
    }));
    return views;
}

Done SavedViewStore::save(const SavedView &view)
{
    const QJsonObject object = codec::toJson(view);
    VIGIE_TRY(codec::savedViewFrom(object));
    return m_rows.save({view.id.text(), view.revision, object});
}

Result<bool> SavedViewStore::remove(const SavedViewId &id)
{
    return m_rows.remove(id.text());
}

Done SavedViewStore::arrange(const QList<SavedViewId> &ids)
{
    QStringList texts;
    for (const SavedViewId &id : ids)
        texts.append(id.text());
    return m_rows.arrange(texts);
}

PlaceLookStore::PlaceLookStore(sql::Database &database)
    : m_rows(database, {"place_look", "look", limits::kPlaceLooks, limits::kSavedViewBytes})
{
}

Result<QList<PlaceLook>> PlaceLookStore::list() const
{
    QList<PlaceLook> looks;
    VIGIE_TRY(m_rows.each([&looks](const OwnRows::Row &row) -> Done {
        VIGIE_TRY_ASSIGN(look, codec::placeLookFrom(row.json));
        look.place = row.id;
        looks.append(look);
        return {};
    }));
    return looks;
}

Done PlaceLookStore::save(const PlaceLook &look)
{
    if (look.place.isEmpty() || look.place.size() > limits::kNameLength)
        return fail(ErrorCode::Invalid, QStringLiteral("a look without a place"));
    const QJsonObject object = codec::toJson(look);
    VIGIE_TRY(codec::placeLookFrom(object));
    return m_rows.save({look.place, 0, object});
}

} // namespace vigie::store
