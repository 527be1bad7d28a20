// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/outboxeditor.h"

#include "core/base/limits.h"
#include "core/ops/inverse.h"
#include "core/store/knowledgerows.h"

namespace vigie::sync {

using store::OpState;
using store::OutboxEntry;

namespace {

/// Whether the server has certainly not applied it: only then may it change.
bool surelyNotApplied(const OutboxEntry &entry)
{
    switch (entry.state) {
    case OpState::Queued: return true;
    case OpState::Conflict: return true;
    // Parked by a verdict: no effect. Parked because the server failed at it: who knows.
    case OpState::Parked: return entry.error.code != ErrorCode::ServerFault;
    default: return false;
    }
}

/// Whether no copy that is still under way can take effect any more, or none was ever sent.
bool isSettled(const OutboxEntry &entry)
{
    return surelyNotApplied(entry) && (entry.state != OpState::Queued || entry.attempts == 0);
}

bool isAccepted(const OutboxEntry &entry)
{
    return entry.state == OpState::Acked || entry.state == OpState::Done;
}

MessageId newestByOthers(const TicketState &state, const PersonId &me)
{
    for (auto it = state.thread.crbegin(); it != state.thread.crend(); ++it) {
        const bool words = it->kind == MessageKind::Reply || it->kind == MessageKind::Report;
        if (words && it->author != me)
            return it->id;
    }
    return {};
}

} // namespace

OutboxEditor::OutboxEditor(store::Profile &profile, const Clock &clock, Rng &rng, Changed changed)
    : m_profile(profile), m_clock(clock), m_ids(clock, rng), m_changed(std::move(changed))
{
}

ApplyContext OutboxEditor::contextFor(const Op &op) const
{
    ApplyContext context;
    context.mode = ApplyContext::Mode::Optimistic;
    if (const auto meta = m_profile.cache().meta()) {
        context.actor = actorOf(meta->me);
        context.intakeQueue = meta->intakeQueue;
    }
    context.now = op.writtenAt;
    context.queueExists = [](const QueueId &) { return true; };
    context.person = [this](const PersonId &id) -> std::optional<Person> {
        const auto found = m_profile.cache().reader().person(id);
        return found ? *found : std::nullopt;
    };
    return context;
}

/// Fills in what a person does not know: identity, base, dependencies. Moves `state` on, so that
/// the next op of the same submission sees this one.
Result<store::NewOp> OutboxEditor::complete(Op op, TicketState &state, QList<OpId> &creates)
{
    if (op.id.isNull())
        op.id = m_ids.make<OpId>();
    op.device = m_profile.device();
    VIGIE_TRY_ASSIGN(seq, m_profile.outbox().takeDeviceSeq());
    op.deviceSeq = seq;
    op.writtenAt = m_clock.nowMs();
    op.base = baseFor(op.payload, state.ticket);
    for (const OpId &create : std::as_const(creates)) {
        if (!op.deps.contains(create))
            op.deps.append(create);
    }
    vigie::Outcome outcome = apply(state, op, contextFor(op));
    if (outcome.verdict == Verdict::Rejected)
        return fail(outcome.error);
    if (outcome.verdict == Verdict::Conflict)
        return fail(ErrorCode::Conflict, outcome.conflict ? outcome.conflict->field : QString());
    if (std::holds_alternative<CreateTicket>(op.payload))
        creates.append(op.id);
    const std::optional<Payload> undo = inverseOf(op, state.ticket);
    state = std::move(outcome.state);
    return store::NewOp{std::move(op), undo};
}

/// What an operation on the knowledge base finds on this computer.
Result<ArticleScene> OutboxEditor::sceneFor(const Op &op) const
{
    ArticleScene scene;
    const auto *act = std::get_if<ArticleAct>(&op.payload);
    if (!act)
        return scene;
    const store::KnowledgeRows rows(m_profile.cacheDatabase());
    if (std::holds_alternative<SaveTopic>(*act)) {
        VIGIE_TRY_ASSIGN(topic, rows.topic(TopicId(op.ticket.uuid())));
        scene.exists = topic.has_value();
        if (topic)
            scene.topic = topic->shown;
        return scene;
    }
    VIGIE_TRY_ASSIGN(article, rows.article(ArticleId(op.ticket.uuid())));
    scene.exists = article.has_value();
    if (article)
        scene.article = article->shown;
    return scene;
}

/// As complete(), for the knowledge base. What two people wrote into one text is no reason to
/// refuse it here: it is stored, and the server's verdict shows both side by side.
Result<store::NewOp> OutboxEditor::completeAct(Op op, ArticleScene &scene, QList<OpId> &creates)
{
    if (op.id.isNull())
        op.id = m_ids.make<OpId>();
    op.device = m_profile.device();
    VIGIE_TRY_ASSIGN(seq, m_profile.outbox().takeDeviceSeq());
    op.deviceSeq = seq;
    op.writtenAt = m_clock.nowMs();
    op.base = baseForArticle(std::get<ArticleAct>(op.payload), scene.article, scene.topic);
    for (const OpId &create : std::as_const(creates)) {
        if (!op.deps.contains(create))
            op.deps.append(create);
    }
    VIGIE_TRY_ASSIGN(meta, m_profile.cache().meta());
    const ArticleOutcome outcome = applyArticle(
        scene, op, store::articleContext(m_profile.cacheDatabase(), meta.me, op.writtenAt));
    if (outcome.verdict == Verdict::Rejected)
        return fail(outcome.error);
    if (makesItsLane(op))
        creates.append(op.id);
    if (outcome.verdict != Verdict::Conflict) {
        scene.exists = true;
        scene.article = outcome.article;
        scene.topic = outcome.topic;
    }
    return store::NewOp{std::move(op), std::nullopt};
}

/// The report that makes the ticket, while the server does not have it: it goes first.
Result<QList<OpId>> OutboxEditor::unfinishedCreates(const TicketId &ticket) const
{
    VIGIE_TRY_ASSIGN(live, m_profile.outbox().liveOf(ticket));
    QList<OpId> creates;
    for (const OutboxEntry &entry : live) {
        if (entry.state != OpState::Acked && makesItsLane(entry.op))
            creates.append(entry.op.id);
    }
    return creates;
}

Result<BulkOutcome> OutboxEditor::submitEach(const QList<QList<Op>> &tickets)
{
    BulkOutcome outcome;
    QSet<TicketId> touched;
    QList<store::NewOp> anew;
    VIGIE_TRY_ASSIGN(meta, m_profile.cache().meta());
    for (const QList<Op> &ops : tickets) {
        if (ops.isEmpty() || touched.contains(ops.first().ticket))
            return fail(ErrorCode::Bug, QStringLiteral("nothing, or one ticket twice"));
        const TicketId ticket = ops.first().ticket;
        VIGIE_TRY_ASSIGN(written, completeAll(ops, meta.me.id));
        if (written.refused)
            outcome.refused.append({ticket, *written.refused});
        else if (written.ops.isEmpty())
            outcome.alike.append(ticket);
        for (const store::NewOp &one : std::as_const(written.ops)) {
            anew.append(one);
            outcome.ops.append(one.op.id);
            touched.insert(ticket);
        }
    }
    outcome.changed = int(touched.size());
    if (anew.isEmpty())
        return outcome;
    VIGIE_TRY(m_profile.outbox().enqueue(anew, QString(), m_clock.nowMs()));
    m_changed(touched);
    return outcome;
}

/// One ticket's part of what is done to many: all of it, but for what is so already, or nothing.
Result<OutboxEditor::Completed> OutboxEditor::completeAll(const QList<Op> &ops, const PersonId &me)
{
    const auto refused = [](const Error &why) { return Completed{{}, why}; };
    const TicketId ticket = ops.first().ticket;
    VIGIE_TRY_ASSIGN(state, m_profile.cache().reader().state(ticket));
    if (!state.exists)
        return refused({ErrorCode::NotFound, {}, {}});
    VIGIE_TRY_ASSIGN(creates, unfinishedCreates(ticket));
    const QString title = state.ticket.title;
    // Nobody reads forty threads first: what is here by now counts as known, and what comes between
    // now and the server makes it hold the change.
    const MessageId newest = newestByOthers(state, me);
    Completed done;
    for (Op op : ops) {
        if (op.ticket != ticket)
            return fail(ErrorCode::Bug, QStringLiteral("a part is about one ticket"));
        if (isSoAlready(op.payload, state.ticket))
            continue;
        if (!mayBecome(op.payload, state.ticket))
            return refused({ErrorCode::Invalid, {}, {}});
        if (op.seenThrough.isNull())
            op.seenThrough = newest;
        Result<store::NewOp> completed = complete(op, state, creates);
        if (!completed)
            return refused(completed.error());
        completed->title = title;
        done.ops.append(*completed);
    }
    return done;
}

Result<QList<Op>> OutboxEditor::submit(QList<Op> ops, const QString &draftPlace)
{
    if (ops.isEmpty())
        return fail(ErrorCode::Bug, QStringLiteral("nothing to submit"));
    const TicketId ticket = ops.first().ticket;
    VIGIE_TRY_ASSIGN(creates, unfinishedCreates(ticket));
    VIGIE_TRY_ASSIGN(scene, sceneFor(ops.first()));
    TicketState state;
    if (!isArticleOp(ops.first())) {
        VIGIE_TRY_ASSIGN(found, m_profile.cache().reader().state(ticket));
        state = found;
    }
    QList<store::NewOp> anew;
    for (Op &op : ops) {
        if (op.ticket != ticket || isArticleOp(op) != isArticleOp(ops.first()))
            return fail(ErrorCode::Bug, QStringLiteral("one submission is about one ticket"));
        VIGIE_TRY_ASSIGN(completed, isArticleOp(op) ? completeAct(op, scene, creates)
                                                    : complete(op, state, creates));
        op = completed.op;
        anew.append(completed);
    }
    const QString title = isArticleOp(ops.first())
        ? (scene.topic ? scene.topic->name : scene.article.title)
        : state.ticket.title;
    const Done stored = draftPlace.isEmpty()
        ? m_profile.outbox().enqueue(anew, title, m_clock.nowMs())
        : m_profile.outbox().enqueueFromDraft(anew, title, draftPlace, m_clock.nowMs());
    VIGIE_TRY(stored);
    m_changed({ticket});
    return ops;
}

Result<QList<OutboxEntry>> OutboxEditor::dependentsOf(const OpId &id) const
{
    VIGIE_TRY_ASSIGN(live, m_profile.outbox().live());
    QList<OutboxEntry> dependents;
    for (const OutboxEntry &entry : live) {
        if (entry.op.deps.contains(id))
            dependents.append(entry);
    }
    return dependents;
}

Done OutboxEditor::put(OutboxEntry entry, OpState state)
{
    entry.state = state;
    entry.error = {};
    entry.conflict.reset();
    entry.serverFaults = 0;
    entry.changedAt = m_clock.nowMs();
    VIGIE_TRY(m_profile.outbox().update({entry}));
    m_changed({entry.op.ticket});
    return {};
}

/// The server keeps its verdict on an id, so what is judged anew gets a new one; what depends on
/// the old id now depends on the new.
Done OutboxEditor::replace(const OutboxEntry &old, Op op)
{
    op.id = m_ids.make<OpId>();
    VIGIE_TRY_ASSIGN(seq, m_profile.outbox().takeDeviceSeq());
    // A create keeps its place before its followers; anything else goes to the end of its lane.
    const bool keepsPlace = makesItsLane(op);
    op.deviceSeq = seq;
    VIGIE_TRY_ASSIGN(dependents, dependentsOf(old.op.id));
    QList<OutboxEntry> retired{old};
    retired.first().state = OpState::Discarded;
    retired.first().changedAt = m_clock.nowMs();
    QList<store::NewOp> anew{{op, old.undo}};
    for (OutboxEntry &dependent : dependents) {
        if (!keepsPlace)
            break;
        Op follower = dependent.op;
        follower.deps.removeAll(old.op.id);
        follower.deps.append(op.id);
        follower.id = m_ids.make<OpId>();
        VIGIE_TRY_ASSIGN(followerSeq, m_profile.outbox().takeDeviceSeq());
        follower.deviceSeq = followerSeq;
        anew.append({follower, dependent.undo});
        dependent.state = OpState::Discarded;
        retired.append(dependent);
    }
    VIGIE_TRY(m_profile.outbox().enqueueReplacing(anew, old.title, retired, m_clock.nowMs()));
    m_changed({op.ticket});
    return {};
}

Done OutboxEditor::freshBase(Op &op) const
{
    if (auto *act = std::get_if<ArticleAct>(&op.payload)) {
        VIGIE_TRY_ASSIGN(scene, sceneFor(op));
        op.base = baseForArticle(*act, scene.article, scene.topic);
        // Whoever insists on their text has the newer one before their eyes, and it stays in the
        // history below theirs.
        if (auto *save = std::get_if<SaveArticle>(act); save && !save->birth)
            save->parent = scene.article.head;
        return {};
    }
    VIGIE_TRY_ASSIGN(state, m_profile.cache().reader().state(op.ticket));
    VIGIE_TRY_ASSIGN(meta, m_profile.cache().meta());
    op.base = baseFor(op.payload, state.ticket);
    op.seenThrough = newestByOthers(state, meta.me.id);
    return {};
}

Done OutboxEditor::retry(const OpId &id)
{
    VIGIE_TRY_ASSIGN(entry, m_profile.outbox().entry(id));
    if (entry.state != OpState::Parked)
        return fail(ErrorCode::Invalid, QStringLiteral("only refused operations are retried"));
    // It may have been applied after all: only the same id can tell.
    if (!surelyNotApplied(entry))
        return put(entry, OpState::Ambiguous);
    return replace(entry, entry.op);
}

Done OutboxEditor::useMine(const OpId &id)
{
    VIGIE_TRY_ASSIGN(entry, m_profile.outbox().entry(id));
    if (entry.state != OpState::Conflict)
        return fail(ErrorCode::Invalid, QStringLiteral("not a conflict"));
    Op op = entry.op;
    const auto *act = std::get_if<ArticleAct>(&op.payload);
    if (act && std::holds_alternative<MoveArticle>(*act))
        return fail(ErrorCode::Invalid, QStringLiteral("the newer text has to be read first"));
    VIGIE_TRY(freshBase(op));
    return replace(entry, op);
}

Done OutboxEditor::editMessage(const OpId &id, const QString &body)
{
    if (body.size() > limits::kBodyLength)
        return fail(ErrorCode::TooLarge, QStringLiteral("message is too long"));
    VIGIE_TRY_ASSIGN(entry, m_profile.outbox().entry(id));
    Op op = entry.op;
    auto *add = std::get_if<AddMessage>(&op.payload);
    if (!add || !surelyNotApplied(entry))
        return fail(ErrorCode::Conflict, QStringLiteral("it may have been sent already"));
    add->body = body;
    if (body.trimmed().isEmpty() && add->attachments.isEmpty())
        return fail(ErrorCode::Invalid, QStringLiteral("message is empty"));
    if (entry.state == OpState::Queued && entry.attempts == 0) {
        VIGIE_TRY(m_profile.outbox().replaceUnsent(op));
        m_changed({op.ticket});
        return {};
    }
    return replace(entry, op);
}

Done OutboxEditor::discard(const OpId &id)
{
    VIGIE_TRY_ASSIGN(entry, m_profile.outbox().entry(id));
    if (isAccepted(entry))
        return fail(ErrorCode::Conflict, QStringLiteral("the server has it already"));
    VIGIE_TRY_ASSIGN(dependents, dependentsOf(id));
    QList<OutboxEntry> binned{entry};
    binned.append(dependents);
    binned.removeIf(isAccepted);
    QSet<TicketId> tickets;
    for (OutboxEntry &item : binned) {
        // A copy may be under way for days: the server is asked to refuse it first.
        item.state = isSettled(item) ? OpState::Discarded : OpState::Withdrawing;
        item.error = {};
        item.changedAt = m_clock.nowMs();
        tickets.insert(item.op.ticket);
    }
    VIGIE_TRY(m_profile.outbox().update(binned));
    m_changed(tickets);
    return {};
}

Done OutboxEditor::restore(const OpId &id)
{
    VIGIE_TRY_ASSIGN(entry, m_profile.outbox().entry(id));
    if (entry.state == OpState::Withdrawing)
        return put(entry, OpState::Ambiguous);
    if (entry.state != OpState::Discarded)
        return fail(ErrorCode::Invalid, QStringLiteral("not in the bin"));
    if (entry.attempts == 0)
        return put(entry, OpState::Queued);
    // It was judged under its old id; it comes back as a new intention.
    return replace(entry, entry.op);
}

Done OutboxEditor::undo(const OpId &id)
{
    VIGIE_TRY_ASSIGN(entry, m_profile.outbox().entry(id));
    if (!isAccepted(entry))
        return discard(id);
    if (!entry.undo)
        return fail(ErrorCode::NotFound, QStringLiteral("this cannot be undone"));
    Op inverse;
    inverse.ticket = entry.op.ticket;
    inverse.payload = *entry.undo;
    inverse.seenThrough = entry.op.seenThrough;
    const Result<QList<Op>> submitted = submit({inverse}, {});
    return submitted ? Done{} : Done(fail(submitted.error()));
}

} // namespace vigie::sync
