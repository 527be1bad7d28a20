// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/eventtext.h"
#include "core/model/person.h"

#include <functional>

class QObject;

namespace vigie {

class Workspace;

/// Whom and what recipes may name.
struct RecipeNames {
    QList<Queue> queues;  ///< active ones
    QList<Person> people; ///< active staff
    NamesById byId;       ///< all of them
};

/// Reads them and calls `then`, unless `context` is gone by then. What cannot be read is missing.
void readRecipeNames(Workspace &workspace, QObject *context,
                     const std::function<void(const RecipeNames &)> &then);

} // namespace vigie
