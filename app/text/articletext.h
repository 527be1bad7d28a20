// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/articleact.h"

#include <QCoreApplication>
#include <QString>

namespace vigie {

/// The knowledge base in words.
class ArticleText
{
    Q_DECLARE_TR_FUNCTIONS(ArticleText)

public:
    /// What somebody means to do, for the outbox.
    [[nodiscard]] static QString intention(const ArticleAct &act);
};

} // namespace vigie
