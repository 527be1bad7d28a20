// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/rule.h"
#include "core/query/expr.h"
#include "core/service/ownlistservice.h"
#include "core/service/ruleoutlook.h"

#include <QFuture>

namespace vigie {

/// The rules of the desk, as this computer knows them; administrators change them, the server runs
/// them. Lives on the GUI thread; owned by Workspace.
class RuleService final : public OwnListService
{
    Q_OBJECT

public:
    RuleService(WorkspaceThreads &threads, QObject *parent);

    /// In the order in which they run.
    [[nodiscard]] QFuture<Result<QList<Rule>>> list();
    /// Writes a rule and answers it, with an id when it had none. Forbidden for anybody but
    /// administrators; else see store::RuleStore for the errors.
    QFuture<Result<Rule>> save(const Rule &rule);
    /// False when it was gone already. Forbidden as save().
    QFuture<Result<bool>> remove(const RuleId &id);
    QFuture<Result<bool>> arrange(const QList<RuleId> &ids);

    [[nodiscard]] bool mayChange() const;

    /// What the rules will make of a report that waits here; see outlookOf(). Nothing is written.
    [[nodiscard]] QFuture<Result<RuleOutlook>> outlook(const TicketId &ticket);
};

/// Whether the query means something for one person or one computer only: "me", drafts, what is
/// unread. A rule is nobody.
[[nodiscard]] bool isPersonal(const query::Expr &expr);

} // namespace vigie
