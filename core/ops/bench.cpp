// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/bench.h"

#include "core/base/limits.h"
#include "core/model/ticketfields.h"
#include "core/ops/timekeeping.h"

namespace vigie {

Bench::Bench(const TicketState &before, const Op &op, const ApplyContext &context)
    : m_op(op), m_context(context)
{
    m_out.verdict = Verdict::Applied;
    m_out.state = before;
    m_before = before.exists ? &before.ticket : nullptr;
    const Missed missed = missedMessages();
    m_sawAll = missed.seenAny && missed.count == 0;
}

Outcome Bench::run()
{
    std::visit([this](const auto &payload) { this->doIt(payload); }, m_op.payload);
    return finish();
}

/// mayApply() has refused it: articles have a bench of their own.
void Bench::doIt(const ArticleAct &)
{
    reject(ErrorCode::Invalid, QStringLiteral("not about a ticket"));
}

Outcome Bench::finish()
{
    const bool done = m_out.verdict == Verdict::Applied || m_out.verdict == Verdict::Merged;
    if (done && m_out.anyChange && keepTime(m_op, m_context, m_before, m_sawAll, ticket()))
        m_out.publicChange = true;
    if (!done) {
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

std::optional<Person> Bench::person(const PersonId &id) const
{
    return m_context.person ? m_context.person(id) : std::nullopt;
}

QString Bench::nameFor(const PersonId &id) const
{
    if (id.isNull())
        return {};
    if (id == m_context.actor.id)
        return m_context.actor.name;
    const std::optional<Person> found = person(id);
    return found ? found->name : QString();
}

std::optional<Ticket> Bench::otherTicket(const TicketId &id) const
{
    return m_context.ticket ? m_context.ticket(id) : std::nullopt;
}

void Bench::reject(ErrorCode code, const QString &why)
{
    m_out.verdict = Verdict::Rejected;
    m_out.error = Error{code, why, std::nullopt};
}

void Bench::conflict(const QString &field, const QString &mine, const QString &theirs, int version)
{
    m_out.verdict = Verdict::Conflict;
    m_out.conflict = Conflict{field, mine, theirs, version, {}};
}

void Bench::merged()
{
    if (m_out.verdict == Verdict::Applied)
        m_out.verdict = Verdict::Merged;
}

void Bench::touched(const QString &field)
{
    ++ticket().versions[field];
    m_out.anyChange = true;
    if (isPublicField(field))
        m_out.publicChange = true;
}

void Bench::append(Message message)
{
    message.ticket = ticket().id;
    message.author = m_context.actor.id;
    message.authorName = m_context.actor.name;
    message.writtenAt = m_op.writtenAt;
    message.receivedAt = authoritative() ? m_context.now : 0;
    m_out.state.thread.append({message.id, message.author, message.kind, message.visibility});
    m_out.anyChange = true;
    if (message.visibility == Visibility::Public)
        m_out.publicChange = true;
    m_out.messages.append(std::move(message));
}

void Bench::event(const char *name, Visibility visibility, QMap<QString, QString> params)
{
    Message entry;
    const QByteArray word =
        QByteArray(name) + (visibility == Visibility::Public ? "/public" : "/internal");
    entry.id = MessageId(derivedUuid(m_op.id.uuid(), word));
    entry.kind = MessageKind::Event;
    entry.visibility = visibility;
    entry.event = QLatin1String(name);
    entry.params = std::move(params);
    append(std::move(entry));
}

bool Bench::sawCurrent(const QString &field)
{
    const Base base = m_op.base.value(field);
    return base.version == ticket().versions.value(field)
        && (base.version == 0 || base.hash == valueHash(fieldValue(ticket(), field)));
}

bool Bench::acceptFiles(const QList<Attachment> &files)
{
    if (files.size() > limits::kAttachmentsPerMessage) {
        reject(ErrorCode::TooLarge, QStringLiteral("too many files"));
        return false;
    }
    return true;
}

} // namespace vigie
