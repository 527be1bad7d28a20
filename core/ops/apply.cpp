// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/apply.h"

#include "core/base/limits.h"
#include "core/model/lifecycle.h"
#include "core/model/ticketfields.h"
#include "core/ops/permissions.h"
#include "core/ops/timekeeping.h"

#include <algorithm>

namespace vigie {

namespace {

/// The work bench of one apply() call: collects changes and events on a copy of the state.
class Bench
{
public:
    Bench(const TicketState &before, const Op &op, const ApplyContext &context)
        : m_op(op), m_context(context)
    {
        m_out.verdict = Verdict::Applied;
        m_out.state = before;
        m_before = before.exists ? &before.ticket : nullptr;
        const Missed missed = missedMessages();
        m_sawAll = missed.seenAny && missed.count == 0;
    }

    Outcome run()
    {
        std::visit([this](const auto &payload) { this->doIt(payload); }, m_op.payload);
        const bool done = m_out.verdict == Verdict::Applied || m_out.verdict == Verdict::Merged;
        if (done && m_out.anyChange && keepTime(m_op, m_context, m_before, m_sawAll, ticket()))
            m_out.publicChange = true;
        if (m_out.verdict == Verdict::Conflict || m_out.verdict == Verdict::Rejected) {
            m_out.messages.clear();
            m_out.publicChange = false;
            m_out.anyChange = false;
        } else if (m_out.anyChange) {
            ticket().updatedAt = m_context.now;
            if (m_out.publicChange)
                ticket().publicUpdatedAt = m_context.now;
        }
        return m_out;
    }

private:
    [[nodiscard]] Ticket &ticket() { return m_out.state.ticket; }
    [[nodiscard]] bool authoritative() const
    {
        return m_context.mode == ApplyContext::Mode::Authoritative;
    }
    [[nodiscard]] std::optional<Person> person(const PersonId &id) const
    {
        return m_context.person ? m_context.person(id) : std::nullopt;
    }
    [[nodiscard]] QString nameFor(const PersonId &id) const
    {
        if (id.isNull())
            return {};
        if (id == m_context.actor.id)
            return m_context.actor.name;
        const std::optional<Person> found = person(id);
        return found ? found->name : QString();
    }

    void reject(ErrorCode code, const QString &why)
    {
        m_out.verdict = Verdict::Rejected;
        m_out.error = Error{code, why, std::nullopt};
    }
    void conflict(const QString &field, const QString &mine, const QString &theirs, int version)
    {
        m_out.verdict = Verdict::Conflict;
        m_out.conflict = Conflict{field, mine, theirs, version, {}};
    }
    void merged()
    {
        if (m_out.verdict == Verdict::Applied)
            m_out.verdict = Verdict::Merged;
    }

    /// Counts a versioned change.
    void touched(const QString &field)
    {
        ++ticket().versions[field];
        m_out.anyChange = true;
        if (isPublicField(field))
            m_out.publicChange = true;
    }

    void append(Message message)
    {
        message.ticket = ticket().id;
        message.author = m_context.actor.id;
        message.authorName = m_context.actor.name;
        message.writtenAt = m_op.writtenAt;
        message.receivedAt = authoritative() ? m_context.now : 0;
        m_out.state.thread.append(
            {message.id, message.author, message.kind, message.visibility});
        m_out.anyChange = true;
        if (message.visibility == Visibility::Public)
            m_out.publicChange = true;
        m_out.messages.append(std::move(message));
    }

    void event(const char *name, Visibility visibility, QMap<QString, QString> params = {})
    {
        Message entry;
        const QByteArray word = QByteArray(name)
            + (visibility == Visibility::Public ? "/public" : "/internal");
        entry.id = MessageId(derivedUuid(m_op.id.uuid(), word));
        entry.kind = MessageKind::Event;
        entry.visibility = visibility;
        entry.event = QLatin1String(name);
        entry.params = std::move(params);
        append(std::move(entry));
    }

    /// True when the op's author saw the value that is there now. An op without a base for the
    /// field (nothing seen) counts as not having seen anything newer than version 0.
    [[nodiscard]] bool sawCurrent(const QString &field)
    {
        const Base base = m_op.base.value(field);
        return base.version == ticket().versions.value(field)
            && (base.version == 0 || base.hash == valueHash(fieldValue(ticket(), field)));
    }

    [[nodiscard]] bool acceptFiles(const QList<Attachment> &files)
    {
        if (files.size() > limits::kAttachmentsPerMessage) {
            reject(ErrorCode::TooLarge, QStringLiteral("too many files"));
            return false;
        }
        return true;
    }

    void doIt(const CreateTicket &create);
    void doIt(const AddMessage &add);
    void doIt(const SetField &set);
    void doIt(const SetState &move);
    void doIt(const Escalate &escalate);
    void doIt(const EditTags &edit);
    void doIt(const EditWatchers &edit);
    void doIt(const EditLinks &edit);
    void doIt(const AskUpdate &);
    void doIt(const Rate &rate);

    void setOwner(const SetField &set);
    void setQueue(const SetField &set);
    void moveTo(State state, const QString &reason);
    void adoptContact();
    struct Missed {
        int count = 0;
        PersonId newestBy;
        bool seenAny = false; ///< what the author had seen is in the thread
    };
    [[nodiscard]] Missed missedMessages() const;

    const Op &m_op;
    const ApplyContext &m_context;
    const Ticket *m_before = nullptr;
    bool m_sawAll = false; ///< the author had seen the newest public words by others
    Outcome m_out;
};

void Bench::doIt(const CreateTicket &create)
{
    if (m_out.state.exists)
        return reject(ErrorCode::Conflict, QStringLiteral("this ticket id is taken"));
    if (create.title.trimmed().isEmpty())
        return reject(ErrorCode::Invalid, QStringLiteral("title is empty"));
    if (!acceptFiles(create.attachments))
        return;
    const QueueId queue = create.queue.isNull() ? m_context.intakeQueue : create.queue;
    if (authoritative() && (!m_context.queueExists || !m_context.queueExists(queue)))
        return reject(ErrorCode::Invalid, QStringLiteral("no such queue"));
    const PersonId requester =
        create.requester.isNull() ? m_context.actor.id : create.requester;
    if (authoritative() && requester != m_context.actor.id && !person(requester))
        return reject(ErrorCode::Invalid, QStringLiteral("no such requester"));

    m_out.state.exists = true;
    Ticket made;
    made.id = m_op.ticket;
    made.number = m_context.nextNumber;
    made.kind = create.kind;
    made.title = create.title.simplified();
    made.kit = create.kit;
    // Whatever the device's clock says, nobody jumps the queue for longer than this.
    made.kit.liveUntil = std::min(create.kit.liveUntil, m_context.now + limits::kLiveMostMs);
    made.tags = create.kit.services;
    std::sort(made.tags.begin(), made.tags.end());
    made.tags.removeDuplicates();
    made.category = create.category;
    made.impact = impactOf(create.kit.affected);
    made.urgency = create.urgency;
    made.priority = priorityOf(made.impact, made.urgency);
    made.queue = queue;
    made.requester = requester;
    made.requesterName = nameFor(requester);
    made.writtenAt = m_op.writtenAt;
    made.createdAt = m_context.now;
    ticket() = made;

    Message report;
    report.id = create.message;
    report.kind = MessageKind::Report;
    report.visibility = Visibility::Public;
    report.body = create.kit.what;
    report.attachments = create.attachments;
    append(std::move(report));
}

void Bench::doIt(const AddMessage &add)
{
    if (add.body.trimmed().isEmpty() && add.attachments.isEmpty())
        return reject(ErrorCode::Invalid, QStringLiteral("message is empty"));
    if (!acceptFiles(add.attachments))
        return;
    const bool known = std::any_of(m_out.state.thread.cbegin(), m_out.state.thread.cend(),
                                   [&](const ThreadEntry &entry) { return entry.id == add.message; });
    if (known)
        return reject(ErrorCode::Conflict, QStringLiteral("this message id is taken"));

    const bool byRequester = ticket().requester == m_context.actor.id;
    const Missed missed = missedMessages();
    // Requesters are always heard. An agent's answer waits until its author has read what was said
    // meanwhile; on the author's own computer it stays where it was written.
    const bool answers = add.kind == MessageKind::Reply && !byRequester
        && m_context.actor.worksIn(ticket().queue);
    if (authoritative() && answers && missed.seenAny && missed.count > 0) {
        conflict(QStringLiteral("unseen"), {}, {}, 0);
        m_out.conflict->theirsBy = nameFor(missed.newestBy);
        return;
    }
    Message message;
    message.id = add.message;
    message.kind = add.kind;
    message.visibility = visibilityOf(add.kind);
    message.body = add.body;
    message.attachments = add.attachments;
    if (missed.seenAny)
        message.crossed = missed.count;
    append(std::move(message));

    if (add.kind != MessageKind::Reply)
        return;
    if (byRequester) {
        // The answer we waited for: the ball is back with us. A reply to a fixed ticket is new
        // work as well; only "closed" stays until someone reopens it.
        const bool waiting = authoritative()
            ? (ticket().state == State::WaitingRequester || ticket().state == State::Resolved)
            : (ticket().publicState == PublicState::NeedsYou
               || ticket().publicState == PublicState::Fixed);
        if (waiting)
            moveTo(State::Open, {});
    } else {
        ticket().updateAskedAt = 0;
        if (ticket().state == State::New && m_context.actor.worksIn(ticket().queue))
            moveTo(State::Open, {});
        adoptContact();
    }
}

/// The first agent who answers or takes becomes the named contact and stays it.
void Bench::adoptContact()
{
    if (!ticket().contact.isNull() || !m_context.actor.worksIn(ticket().queue))
        return;
    ticket().contact = m_context.actor.id;
    ticket().contactName = m_context.actor.name;
    touched(QStringLiteral("contact"));
}

void Bench::doIt(const SetField &set)
{
    if (set.field == QLatin1String("owner"))
        return setOwner(set);
    if (set.field == QLatin1String("queue"))
        return setQueue(set);
    const QString current = fieldValue(ticket(), set.field);
    if (current == set.value)
        return merged();
    if (!sawCurrent(set.field))
        return conflict(set.field, set.value, current, ticket().versions.value(set.field));
    const Priority priorityBefore = ticket().priority;
    if (const Done written = setFieldValue(ticket(), set.field, set.value); !written)
        return reject(written.error().code, written.error().detail);
    // The matrix moved it: whoever set a priority meanwhile must get to know.
    if (ticket().priority != priorityBefore && set.field != QLatin1String("priority"))
        touched(QStringLiteral("priority"));
    if (set.field == QLatin1String("contact")) {
        const std::optional<Person> contact = person(ticket().contact);
        if (authoritative() && !ticket().contact.isNull()
            && (!contact || contact->role == Role::Employee || !contact->active))
            return reject(ErrorCode::Invalid, QStringLiteral("contact is not staff"));
        ticket().contactName = nameFor(ticket().contact);
    }
    touched(set.field);
    event("field", Visibility::Internal,
          {{QStringLiteral("field"), set.field},
           {QStringLiteral("from"), current},
           {QStringLiteral("to"), set.value}});
}

void Bench::setOwner(const SetField &set)
{
    const PersonId wanted = PersonId::fromStored(set.value);
    if (wanted.isNull() != set.value.isEmpty())
        return reject(ErrorCode::Invalid, QStringLiteral("not a person"));
    if (ticket().owner == wanted)
        return merged();
    if (!sawCurrent(set.field)) {
        // Un-assigning loses against an assignment nobody saw: quiet, but told.
        if (wanted.isNull()) {
            conflict(set.field, set.value, ticket().owner.text(),
                     ticket().versions.value(set.field));
            m_out.verdict = Verdict::Merged;
            return;
        }
        // An owner who left meanwhile is no reason to stop somebody who wants the work.
        if (!ticket().owner.isNull()) {
            return conflict(set.field, set.value, ticket().owner.text(),
                            ticket().versions.value(set.field));
        }
        merged();
    }
    const std::optional<Person> next = person(wanted);
    if (authoritative() && !wanted.isNull()
        && (!next || !next->active || !actorOf(*next).worksIn(ticket().queue)))
        return reject(ErrorCode::Invalid, QStringLiteral("owner does not work in this queue"));
    const QString from = ticket().ownerName;
    ticket().owner = wanted;
    ticket().ownerName = nameFor(wanted);
    touched(set.field);
    event("owner", Visibility::Internal,
          {{QStringLiteral("from"), from}, {QStringLiteral("to"), ticket().ownerName}});
    if (wanted == m_context.actor.id)
        adoptContact();
    if (ticket().state == State::New && !wanted.isNull())
        moveTo(State::Open, {});
}

void Bench::setQueue(const SetField &set)
{
    const QString current = ticket().queue.text();
    if (current == set.value)
        return merged();
    if (!sawCurrent(set.field))
        return conflict(set.field, set.value, current, ticket().versions.value(set.field));
    const Result<QueueId> wanted = QueueId::parse(set.value);
    if (!wanted || (authoritative() && (!m_context.queueExists || !m_context.queueExists(*wanted))))
        return reject(ErrorCode::Invalid, QStringLiteral("no such queue"));
    if (const Done written = setFieldValue(ticket(), set.field, set.value); !written)
        return reject(written.error().code, written.error().detail);
    touched(set.field);
    event("queue", Visibility::Internal,
          {{QStringLiteral("from"), current}, {QStringLiteral("to"), set.value}});
    // The owner need not work in the new queue; the named contact stays (S1).
    const std::optional<Person> owner = person(ticket().owner);
    if (!ticket().owner.isNull() && owner && !actorOf(*owner).worksIn(*wanted)) {
        ticket().owner = PersonId();
        ticket().ownerName.clear();
        touched(QStringLiteral("owner"));
    }
}

/// Public messages by others behind the one the author had seen last.
Bench::Missed Bench::missedMessages() const
{
    Missed missed;
    for (const ThreadEntry &entry : m_out.state.thread) {
        const bool words =
            entry.kind == MessageKind::Reply || entry.kind == MessageKind::Report;
        if (words && entry.author != m_context.actor.id) {
            ++missed.count;
            missed.newestBy = entry.author;
        }
        if (!m_op.seenThrough.isNull() && entry.id == m_op.seenThrough)
            missed = {0, {}, true};
    }
    return missed;
}

void Bench::doIt(const SetState &move)
{
    const bool asStaff = m_context.actor.worksIn(ticket().queue);
    // A requester's device knows only the public state; there, and only there, it is compared.
    const bool same = authoritative() || asStaff
        ? ticket().state == move.state
        : ticket().publicState == publicState(move.state);
    if (same)
        return merged();
    const QString guard = asStaff ? QStringLiteral("state") : QStringLiteral("public-state");
    if (!sawCurrent(guard)) {
        return conflict(guard, asStaff ? nameOf(move.state) : nameOf(publicState(move.state)),
                        fieldValue(ticket(), guard), ticket().versions.value(guard));
    }
    if (const Missed missed = missedMessages(); isEnding(move.state) && missed.count > 0) {
        // In the words of the state that this person knows.
        conflict(QStringLiteral("unseen"),
                 asStaff ? nameOf(move.state) : nameOf(publicState(move.state)),
                 fieldValue(ticket(), guard), ticket().versions.value(guard));
        m_out.conflict->theirsBy = nameFor(missed.newestBy);
        return;
    }
    if (authoritative()
        && !(asStaff ? mayMove(ticket().state, move.state)
                     : requesterMayMove(ticket().state, move.state)))
        return reject(ErrorCode::Invalid, QStringLiteral("this move does not exist"));
    moveTo(move.state, move.reason);
}

void Bench::moveTo(State state, const QString &reason)
{
    const State from = ticket().state;
    const PublicState fromPublic = ticket().publicState;
    ticket().state = state;
    ticket().publicState = publicState(state);
    touched(QStringLiteral("state"));
    event("state", Visibility::Internal,
          {{QStringLiteral("from"), nameOf(from)},
           {QStringLiteral("to"), nameOf(state)},
           {QStringLiteral("reason"), reason}});
    if (fromPublic == ticket().publicState)
        return;
    touched(QStringLiteral("public-state"));
    event("public-state", Visibility::Public,
          {{QStringLiteral("to"), nameOf(ticket().publicState)}});
}

void Bench::doIt(const Escalate &escalate)
{
    if (escalate.reason.size() > limits::kShortTextLength)
        return reject(ErrorCode::TooLarge, QStringLiteral("reason is too long"));
    if (!escalate.queue.isNull() && authoritative()
        && (!m_context.queueExists || !m_context.queueExists(escalate.queue)))
        return reject(ErrorCode::Invalid, QStringLiteral("no such queue"));
    const Level from = ticket().level;
    const QueueId fromQueue = ticket().queue;
    const bool moves = !escalate.queue.isNull() && escalate.queue != fromQueue;
    ticket().level = escalate.to;
    if (from != escalate.to || moves)
        ++ticket().transfers;
    touched(QStringLiteral("level"));
    if (moves) {
        ticket().queue = escalate.queue;
        touched(QStringLiteral("queue"));
    }
    if (!ticket().owner.isNull()) {
        ticket().owner = PersonId();
        ticket().ownerName.clear();
        touched(QStringLiteral("owner"));
    }
    QMap<QString, QString> params{{QStringLiteral("from"), nameOf(from)},
                                  {QStringLiteral("to"), nameOf(escalate.to)},
                                  {QStringLiteral("reason"), escalate.reason}};
    if (moves) {
        params.insert(QStringLiteral("fromQueue"), fromQueue.text());
        params.insert(QStringLiteral("toQueue"), escalate.queue.text());
    }
    event("escalate", Visibility::Internal, params);
    if (ticket().state == State::New)
        moveTo(State::Open, {});
}

void Bench::doIt(const EditTags &edit)
{
    QStringList tags = ticket().tags;
    for (const QString &tag : edit.remove)
        tags.removeAll(tag);
    for (const QString &tag : edit.add) {
        if (!tags.contains(tag))
            tags.append(tag);
    }
    std::sort(tags.begin(), tags.end());
    if (tags.size() > limits::kTagsPerTicket)
        return reject(ErrorCode::TooLarge, QStringLiteral("too many tags"));
    if (tags == ticket().tags)
        return merged();
    ticket().tags = tags;
    m_out.anyChange = true;
}

void Bench::doIt(const EditWatchers &edit)
{
    QList<PersonId> watchers = ticket().watchers;
    for (const PersonId &id : edit.remove)
        watchers.removeAll(id);
    for (const PersonId &id : edit.add) {
        if (authoritative() && !person(id))
            return reject(ErrorCode::Invalid, QStringLiteral("no such person"));
        if (!watchers.contains(id))
            watchers.append(id);
    }
    std::sort(watchers.begin(), watchers.end());
    if (watchers.size() > limits::kWatchersPerTicket)
        return reject(ErrorCode::TooLarge, QStringLiteral("too many watchers"));
    if (watchers == ticket().watchers)
        return merged();
    ticket().watchers = watchers;
    m_out.anyChange = true;
}

void Bench::doIt(const EditLinks &edit)
{
    QList<Link> links = ticket().links;
    for (const Link &link : edit.remove)
        links.removeAll(link);
    for (const Link &link : edit.add) {
        if (link.other == ticket().id)
            return reject(ErrorCode::Invalid, QStringLiteral("a ticket cannot link to itself"));
        if (!links.contains(link))
            links.append(link);
    }
    if (links.size() > limits::kLinksPerTicket)
        return reject(ErrorCode::TooLarge, QStringLiteral("too many links"));
    if (links == ticket().links)
        return merged();
    ticket().links = links;
    m_out.anyChange = true;
}

void Bench::doIt(const AskUpdate &)
{
    if (ticket().updateAskedAt != 0)
        return merged(); // asked already; asking twice does not make it louder
    ticket().updateAskedAt = m_context.now;
    event("ask-update", Visibility::Public);
}

void Bench::doIt(const Rate &rate)
{
    if (rate.score < 1 || rate.score > 5)
        return reject(ErrorCode::Invalid, QStringLiteral("score is 1 to 5"));
    if (rate.comment.size() > limits::kShortTextLength)
        return reject(ErrorCode::TooLarge, QStringLiteral("comment is too long"));
    const bool wasLow = ticket().rating.score > 0 && ticket().rating.score <= limits::kLowScore;
    const bool isLow = rate.score <= limits::kLowScore;
    ticket().rating = {rate.score, rate.comment, m_context.now};
    // Somebody looks into it (S59): an ordinary tag, which agents see, find and take off. A
    // requester's own copy has no tags.
    if (isLow != wasLow && (authoritative() || m_context.actor.worksIn(ticket().queue)))
        setFollowUp(ticket(), isLow);
    touched(QStringLiteral("rating"));
    event("rating", Visibility::Public,
          {{QStringLiteral("score"), QString::number(rate.score)},
           {QStringLiteral("comment"), rate.comment}});
}

} // namespace

Outcome apply(const TicketState &before, const Op &op, const ApplyContext &context)
{
    const Done allowed = mayApply(context.actor, op, before.exists ? &before.ticket : nullptr);
    if (!allowed) {
        Outcome refused;
        refused.error = allowed.error();
        return refused;
    }
    return Bench(before, op, context).run();
}

QMap<QString, Base> baseFor(const Payload &payload, const Ticket &seen)
{
    QStringList fields;
    if (const auto *set = std::get_if<SetField>(&payload))
        fields << set->field;
    // Both, because a device knows only one of them and the server picks the one that applies.
    if (std::holds_alternative<SetState>(payload))
        fields << QStringLiteral("state") << QStringLiteral("public-state");
    QMap<QString, Base> result;
    for (const QString &field : fields) {
        result.insert(field, {seen.versions.value(field), valueHash(fieldValue(seen, field))});
    }
    return result;
}

} // namespace vigie
