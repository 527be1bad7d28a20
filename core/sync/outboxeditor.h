// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/applyarticle.h"
#include "core/ops/bulk.h"
#include "core/base/clock.h"
#include "core/base/rng.h"
#include "core/store/profile.h"

#include <functional>

namespace vigie::sync {

/// What people do to the outbox: write, recall, edit, retry, discard, undo. Every function is on
/// disk when it returns success and then tells which tickets to show anew. Writer thread.
class OutboxEditor
{
public:
    using Changed = std::function<void(const QSet<TicketId> &tickets)>;

    OutboxEditor(store::Profile &profile, const Clock &clock, Rng &rng, Changed changed);

    /// See Driver::submit. Refuses at once what the same rules refuse on the server, so that a
    /// person hears it while the text is still in front of them.
    [[nodiscard]] Result<QList<Op>> submit(QList<Op> ops, const QString &draftPlace);

    /// The same about many tickets; see Driver::submitEach().
    [[nodiscard]] Result<BulkOutcome> submitEach(const QList<QList<Op>> &tickets);

    [[nodiscard]] Done retry(const OpId &id);
    [[nodiscard]] Done useMine(const OpId &id);
    [[nodiscard]] Done editMessage(const OpId &id, const QString &body);
    /// Into the bin, with what depends on it. What may have been sent is withdrawn first.
    [[nodiscard]] Done discard(const OpId &id);
    /// Back from the bin, or from being withdrawn.
    [[nodiscard]] Done restore(const OpId &id);
    [[nodiscard]] Done undo(const OpId &id);

private:
    struct Completed {
        QList<store::NewOp> ops;
        std::optional<Error> refused; ///< `ops` is empty then
    };
    [[nodiscard]] Result<Completed> completeAll(const QList<Op> &ops, const PersonId &me);
    [[nodiscard]] Result<QList<OpId>> unfinishedCreates(const TicketId &ticket) const;
    [[nodiscard]] Result<ArticleScene> sceneFor(const Op &op) const;
    [[nodiscard]] Result<store::NewOp> completeAct(Op op, ArticleScene &scene, QList<OpId> &creates);
    [[nodiscard]] Result<store::NewOp> complete(Op op, TicketState &state, QList<OpId> &creates);
    [[nodiscard]] ApplyContext contextFor(const Op &op) const;
    /// Writes `op` anew under a new id and retires the old entry.
    [[nodiscard]] Done replace(const store::OutboxEntry &old, Op op);
    [[nodiscard]] Done put(store::OutboxEntry entry, store::OpState state);
    [[nodiscard]] Result<QList<store::OutboxEntry>> dependentsOf(const OpId &id) const;
    [[nodiscard]] Done freshBase(Op &op) const;

    store::Profile &m_profile;
    const Clock &m_clock;
    IdGenerator m_ids;
    Changed m_changed;
};

} // namespace vigie::sync
