// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/knowledge/decisiontree.h"

namespace vigie::knowledge {

/// What is wrong with the ways of a tree whose targets are set: UnknownTarget, Unreachable, NoWayOut
/// and Loop, in no particular order. Each node and choice is looked at a bounded number of times.
[[nodiscard]] QList<TreeProblem> problemsOfWays(const QList<TreeNode> &nodes);

} // namespace vigie::knowledge
