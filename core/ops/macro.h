// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/recipe.h"

namespace vigie {

namespace limits {
inline constexpr int kMacros = 200;
inline constexpr qsizetype kMacroName = 60;
inline constexpr qsizetype kMacroBytes = 64 * 1024;
} // namespace limits

using MacroId = Id<struct MacroTag>;

/// What somebody does to tickets again and again, under one name. It belongs to the person, like
/// a canned text, and follows them to their other computers.
struct Macro {
    MacroId id;
    QString name; ///< 1 to limits::kMacroName characters, one line
    Recipe recipe;
    bool next = false; ///< then goes to the next ticket of the list
    /// The same macro was changed on two computers; this one is the earlier.
    bool aside = false;
    qint64 revision = 0; ///< the server's number of this state; 0 = it has never seen it

    bool operator==(const Macro &) const = default;
};

namespace codec {

/// Everything but id and revision, which stand beside it wherever a macro is kept.
[[nodiscard]] QJsonObject toJson(const Macro &macro);
/// Strict; see recipeFrom().
[[nodiscard]] Result<Macro> macroFrom(const QJsonObject &object);

} // namespace codec

} // namespace vigie
