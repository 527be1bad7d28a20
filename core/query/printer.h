// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/expr.h"

namespace vigie::query {

/// Canonical text: canonical names, stored values, AND left out, quotes only where they are needed.
/// parse(print(e)) gives e for everything that parse() or the functions of expr.h made.
[[nodiscard]] QString print(const Expr &expr);

/// A term alone, e.g. for a chip; `withNot` as "-term".
[[nodiscard]] QString print(const Term &term, bool withNot = false);

/// A value as it has to be written in a query: quoted where it would be taken for something else.
[[nodiscard]] QString printed(const FieldSpec &spec, const Value &value);

} // namespace vigie::query
