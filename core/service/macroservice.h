// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/bulk.h"
#include "core/ops/macro.h"
#include "core/ops/rehearsal.h"
#include "core/service/ownlistservice.h"

#include <QFuture>

namespace vigie {

/// What a recipe would do to some tickets, added up.
struct RecipePreview {
    struct Line {
        RehearsedChange change;
        int tickets = 0; ///< for how many
    };
    int tickets = 0;     ///< that were looked at
    int changed = 0;
    int alike = 0;       ///< it would do nothing to
    QList<Line> lines;
    /// The recipe's words, filled in for the first ticket that would get them; empty without any.
    QString words;
    int written = 0;     ///< tickets that would get words
    QList<std::pair<TicketId, Error>> refused;
    /// Names for the ids among the values.
    QHash<QString, QString> names;
};

/// The person's macros, and what recipes do. Kept on this computer, also while there is no cache.
/// Lives on the GUI thread; owned by Workspace.
class MacroService final : public OwnListService
{
    Q_OBJECT

public:
    MacroService(WorkspaceThreads &threads, QObject *parent);

    /// The oldest first.
    [[nodiscard]] QFuture<Result<QList<Macro>>> list();
    /// Writes a macro and answers it, with an id when it had none. See store::MacroStore for the
    /// errors.
    QFuture<Result<Macro>> save(const Macro &macro);
    /// False when it was gone already.
    QFuture<Result<bool>> remove(const MacroId &id);

    /// What the recipe would do, by the same rules as on the server; nothing is written. `byRule` =
    /// nobody would do it.
    [[nodiscard]] QFuture<Result<RecipePreview>> preview(const QList<TicketId> &tickets,
                                                         const Recipe &recipe, bool byRule = false);
    /// Does it: all of it to a ticket, or nothing, and everything in one transaction. `seenThrough`
    /// = the newest message by somebody else on screen, for one ticket; null otherwise.
    [[nodiscard]] QFuture<Result<BulkOutcome>> run(const QList<TicketId> &tickets,
                                                   const Recipe &recipe,
                                                   const MessageId &seenThrough);
};

/// Those whose names have all these beginnings of words, by name; an empty text finds all. Pure.
[[nodiscard]] QList<Macro> matchingMacros(const QList<Macro> &macros, const QString &words);

/// What the placeholders of a recipe's words stand for.
[[nodiscard]] QStringList recipePlaceholders();
/// The placeholders in the words that nobody would fill in: a macro with one could only send a
/// gap.
[[nodiscard]] QStringList strangePlaceholders(const QString &body);

} // namespace vigie
