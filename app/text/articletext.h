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
    /// "KB-12"; "not sent yet" before the server gave a number.
    [[nodiscard]] static QString number(const Article &article);
    [[nodiscard]] static QString of(ArticleKind kind);
    /// Where the newest text stands, for people at the desk.
    [[nodiscard]] static QString of(ArticleState state);
    [[nodiscard]] static QString of(ArticleReaders readers);
    /// "Draft of the next text" while an older one is published; else as of(ArticleState).
    [[nodiscard]] static QString standing(const Article &article, qint64 now);
    /// The name of a language in itself: "Français".
    [[nodiscard]] static QString language(const QString &code);
    /// What somebody means to do, for the outbox.
    [[nodiscard]] static QString intention(const ArticleAct &act);
    /// What stands in the way of publishing, from publishingLacks(); empty for nothing.
    [[nodiscard]] static QString lacks(const QString &what);
    /// Why an operation on the knowledge base is refused, and what to do next.
    [[nodiscard]] static QString refusal(const Error &error);
};

} // namespace vigie
