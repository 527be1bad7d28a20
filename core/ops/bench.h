// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/apply.h"
#include "core/ops/echo.h"

namespace vigie {

/// The work bench of one apply() call: collects changes and events on a copy of the state. Private
/// to core/ops; what each kind of operation does is in the apply*.cpp files.
class Bench
{
public:
    Bench(const TicketState &before, const Op &op, const ApplyContext &context);

    /// What the operation itself does.
    [[nodiscard]] Outcome run();
    /// What the operation, done on another ticket, means for this one.
    [[nodiscard]] Outcome run(const Echo &echo);

private:
    struct Missed {
        int count = 0;
        PersonId newestBy;
        bool seenAny = false; ///< what the author had seen is in the thread
    };

    [[nodiscard]] Ticket &ticket() { return m_out.state.ticket; }
    [[nodiscard]] bool authoritative() const
    {
        return m_context.mode == ApplyContext::Mode::Authoritative;
    }
    [[nodiscard]] std::optional<Person> person(const PersonId &id) const;
    [[nodiscard]] QString nameFor(const PersonId &id) const;
    [[nodiscard]] std::optional<Ticket> otherTicket(const TicketId &id) const;

    [[nodiscard]] Outcome finish();
    void reject(ErrorCode code, const QString &why);
    void conflict(const QString &field, const QString &mine, const QString &theirs, int version);
    void merged();
    /// Counts a versioned change.
    void touched(const QString &field);
    void append(Message message);
    void event(const char *name, Visibility visibility, QMap<QString, QString> params = {});
    /// True when the op's author saw the value that is there now. An op without a base for the
    /// field (nothing seen) counts as not having seen anything newer than version 0.
    [[nodiscard]] bool sawCurrent(const QString &field);
    [[nodiscard]] bool acceptFiles(const QList<Attachment> &files);

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
    void doIt(const MergeInto &merge);
    void doIt(const LogWork &work);
    void doIt(const ArticleAct &);

    void setOwner(const SetField &set);
    void setQueue(const SetField &set);
    void moveTo(State state, const QString &reason);
    /// Nobody needs to be reminded of work that goes on.
    void wakeUp(State from);
    /// The same without a word in the thread, for what tells it in its own.
    void moveQuietly(State state);
    void adoptContact();
    /// Public messages by others behind the one the author had seen last.
    [[nodiscard]] Missed missedMessages() const;

    void join(const TicketId &wanted);
    /// Where a merge into `wanted` leads in the end; null after a refusal.
    [[nodiscard]] std::optional<Ticket> rootOf(const TicketId &wanted);
    void leave();

    const Op &m_op;
    const ApplyContext &m_context;
    const Ticket *m_before = nullptr;
    bool m_sawAll = false; ///< the author had seen the newest public words by others
    Outcome m_out;
};

} // namespace vigie
