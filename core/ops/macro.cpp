// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/macro.h"

#include "core/base/json.h"
#include "core/model/codec.h"

namespace vigie::codec {

QJsonObject toJson(const Macro &macro)
{
    QJsonObject object;
    put(object, "name", macro.name);
    put(object, "recipe", toJson(macro.recipe));
    if (macro.next)
        object.insert(QLatin1String("next"), true);
    if (macro.aside)
        object.insert(QLatin1String("aside"), true);
    return object;
}

Result<Macro> macroFrom(const QJsonObject &object)
{
    static const QStringList known{QStringLiteral("name"), QStringLiteral("recipe"),
                                   QStringLiteral("next"), QStringLiteral("aside")};
    for (const QString &key : object.keys()) {
        if (!known.contains(key))
            return fail(ErrorCode::Invalid, QStringLiteral("macro: unknown key '%1'").arg(key.left(40)));
    }
    json::Reader reader(object, QStringLiteral("macro"));
    Macro macro;
    macro.name = reader.text("name", limits::kMacroName);
    if (macro.name.trimmed().isEmpty() || macro.name.contains(QLatin1Char('\n')))
        reader.reject("name", QStringLiteral("is empty or has lines"));
    macro.next = reader.optBool("next", false);
    macro.aside = reader.optBool("aside", false);
    const QJsonObject recipe = reader.object("recipe");
    VIGIE_TRY(reader.done());
    VIGIE_TRY_ASSIGN(read, recipeFrom(recipe));
    macro.recipe = read;
    return macro;
}

} // namespace vigie::codec
