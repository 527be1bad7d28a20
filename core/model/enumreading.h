// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/model/enums.h"

namespace vigie::codec {

/// A member of a closed list; `otherwise` when the key is not there. A name that is none is
/// rejected: it was written by a newer version, and guessing would change what it says.
template<class E>
[[nodiscard]] E optEnum(json::Reader &reader, const char *key, E otherwise)
{
    const QString name = reader.optText(key, 40);
    if (name.isEmpty())
        return otherwise;
    const Result<E> parsed = enumFrom<E>(name);
    if (!parsed)
        reader.reject(key, parsed.error().detail);
    return parsed.value_or(otherwise);
}

} // namespace vigie::codec
