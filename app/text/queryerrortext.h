// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/bind.h"
#include "core/query/problem.h"

#include <QCoreApplication>
#include <QString>

namespace vigie {

/// What is wrong with a query in plain words. The text stays as it was typed; these sentences stand
/// below it, and query::Problem::span says what to underline.
class QueryErrorText
{
    Q_DECLARE_TR_FUNCTIONS(QueryErrorText)

public:
    /// One or two sentences: what is wrong and what to do.
    [[nodiscard]] static QString of(const query::Problem &problem);
    /// Not wrong, but nobody and nothing here is called so.
    [[nodiscard]] static QString of(const query::UnknownName &name);
};

} // namespace vigie
