// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/data/serverstore.h"
#include "core/ops/applyarticle.h"

namespace vigie::server {

/// What the clerk is for tickets, for the knowledge base: looks up what applyArticle() asks for,
/// and writes what it says. Lives within the clerk's transaction.
class Librarian
{
public:
    explicit Librarian(ServerStore &store) : m_store(store) {}

    struct Shelved {
        ArticleOutcome outcome;
        QMap<QString, wire::Position> moved; ///< the newest position of each feed that moved
    };

    /// `op` has to be an article's. Fails for what the database cannot do.
    [[nodiscard]] Result<Shelved> apply(const Person &author, const Op &op, qint64 now);

private:
    [[nodiscard]] Result<ArticleScene> sceneOf(const Person &author, const Op &op);
    /// Files that the author says are here already have to be, where the author can see them.
    [[nodiscard]] Result<bool> knowsFiles(const Person &author, const Op &op);
    [[nodiscard]] ArticleContext contextFor(const Person &author, qint64 now, std::optional<Error> &broken);
    [[nodiscard]] Done write(const Person &author, const Op &op, qint64 now,
                             const ArticleScene &before, Shelved &shelved);
    [[nodiscard]] Done audit(const Person &author, const Op &op, qint64 now,
                             const ArticleScene &before, const ArticleOutcome &outcome);

    ServerStore &m_store;
};

} // namespace vigie::server
