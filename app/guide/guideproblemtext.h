// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/knowledge/decisiontree.h"

#include <QCoreApplication>

namespace vigie {

/// What is wrong in the text of a guide, for its author: what it is, in which line, what to do.
class GuideProblemText
{
    Q_DECLARE_TR_FUNCTIONS(GuideProblemText)

public:
    /// One or two sentences that begin with the line.
    [[nodiscard]] static QString of(const knowledge::TreeProblem &problem);
};

} // namespace vigie
