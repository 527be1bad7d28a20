// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/macrostore.h"

namespace vigie::store {

MacroStore::MacroStore(sql::Database &database)
    : m_rows(database, {"macro", "macro", limits::kMacros, limits::kMacroBytes})
{
}

Result<QList<Macro>> MacroStore::list() const
{
    QList<Macro> macros;
    VIGIE_TRY(m_rows.each([&macros](const OwnRows::Row &row) -> Done {
        VIGIE_TRY_ASSIGN(macro, codec::macroFrom(row.json));
        macro.id = MacroId::fromStored(row.id);
        macro.revision = row.revision;
        macros.append(macro);
        return {};
    }));
    return macros;
}

Done MacroStore::save(const Macro &macro)
{
    const QJsonObject object = codec::toJson(macro);
    VIGIE_TRY(codec::macroFrom(object));
    return m_rows.save({macro.id.text(), macro.revision, object});
}

Result<bool> MacroStore::remove(const MacroId &id)
{
    return m_rows.remove(id.text());
}

} // namespace vigie::store
