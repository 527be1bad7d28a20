// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snippet.h"
#include "core/service/ownlistservice.h"

#include <QFuture>

namespace vigie {

/// The person's canned texts: kept on this computer, also while there is no cache. Lives on the GUI
/// thread; owned by Workspace.
class SnippetService final : public OwnListService
{
    Q_OBJECT

public:
    SnippetService(WorkspaceThreads &threads, QObject *parent);

    /// The oldest first.
    [[nodiscard]] QFuture<Result<QList<Snippet>>> list();
    /// Writes a canned text and answers it, with an id when it had none. See store::SnippetStore
    /// for the errors.
    QFuture<Result<Snippet>> save(const Snippet &snippet);
    /// False when it was gone already.
    QFuture<Result<bool>> remove(const SnippetId &id);
};

/// Those that answer `word`, best first: by the keyword, by words of the title, from three letters
/// on by words of the text; without regard to case and accents. An empty word finds all, by title.
/// Pure.
[[nodiscard]] QList<Snippet> matchingSnippets(const QList<Snippet> &snippets, const QString &word);

} // namespace vigie
