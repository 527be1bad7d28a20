// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/ladder.h"

#include "core/model/lifecycle.h"

#include <QSet>

#include <algorithm>
#include <tuple>

namespace vigie {

namespace {

struct Place {
    Level level = Level::L1;
    QueueId queue;

    bool operator==(const Place &) const = default;
};

/// What an event says about levels and queues; what it does not say is empty.
struct Move {
    std::optional<Level> fromLevel;
    std::optional<Level> toLevel;
    QueueId fromQueue;
    QueueId toQueue;

    [[nodiscard]] bool leadsFrom(const Place &place) const
    {
        return (!fromLevel || *fromLevel == place.level)
            && (fromQueue.isNull() || fromQueue == place.queue);
    }
    [[nodiscard]] Place after(const Place &place) const
    {
        return {toLevel.value_or(place.level), toQueue.isNull() ? place.queue : toQueue};
    }
};

struct Step {
    const Message *message = nullptr;
    qint64 at = 0;
    bool waiting = false;
    std::optional<Move> move;

    [[nodiscard]] bool is(const char *event) const
    {
        return message->kind == MessageKind::Event && message->event == QLatin1String(event);
    }
    [[nodiscard]] QString param(const char *key) const
    {
        return message->params.value(QLatin1String(key));
    }
};

std::optional<Level> levelOf(const QString &name)
{
    const Result<Level> level = enumFrom<Level>(name);
    return level ? std::optional<Level>(*level) : std::nullopt;
}

std::optional<Move> moveOf(const Step &step)
{
    Move move;
    if (step.is("escalate")) {
        move.fromLevel = levelOf(step.param("from"));
        move.toLevel = levelOf(step.param("to"));
        move.fromQueue = QueueId::fromStored(step.param("fromQueue"));
        move.toQueue = QueueId::fromStored(step.param("toQueue"));
    } else if (step.is("queue")) {
        move.fromQueue = QueueId::fromStored(step.param("from"));
        move.toQueue = QueueId::fromStored(step.param("to"));
    }
    if (!move.toLevel && move.toQueue.isNull())
        return std::nullopt;
    return move;
}

bool isWorkedOn(State state)
{
    return state == State::New || state == State::Open;
}

class LadderReader
{
public:
    LadderReader(const Ticket &ticket, const QList<Message> &thread, qint64 now)
        : m_ticket(ticket), m_now(now)
    {
        collect(thread);
        chainEqualMoments();
        placeStages();
        dropWhatWasTakenBack();
    }

    [[nodiscard]] Ladder read()
    {
        begin();
        for (m_next = 0; m_next < m_steps.size(); ++m_next)
            take(m_steps[m_next]);
        finish();
        return m_ladder;
    }

private:
    // ---- putting in order ----
    void collect(const QList<Message> &thread)
    {
        QSet<MessageId> seen;
        qint64 newest = 0;
        for (const Message &message : thread) {
            const bool foreign = !message.ticket.isNull() && message.ticket != m_ticket.id;
            if (foreign || seen.contains(message.id))
                continue;
            seen.insert(message.id);
            Step step{&message, message.receivedAt, message.receivedAt == 0, {}};
            if (step.waiting)
                step.at = message.writtenAt;
            step.move = moveOf(step);
            newest = std::max(newest, message.receivedAt);
            m_steps.append(step);
        }
        // What waits comes behind what the server has, whatever the device's clock says.
        for (Step &step : m_steps) {
            if (step.waiting)
                step.at = std::max(step.at, newest);
        }
        std::sort(m_steps.begin(), m_steps.end(), [](const Step &a, const Step &b) {
            const auto key = [](const Step &step) {
                return std::make_tuple(step.waiting, step.at,
                                       step.message->kind == MessageKind::Event, step.message->id);
            };
            return key(a) < key(b);
        });
    }

    /// Ids of events say nothing about their order, but where a move leads from does.
    void chainEqualMoments()
    {
        Place place = firstPlace();
        for (qsizetype i = 0; i < m_steps.size(); ++i) {
            if (!m_steps[i].move)
                continue;
            for (qsizetype k = i; k < m_steps.size() && m_steps[k].at == m_steps[i].at
                                  && m_steps[k].waiting == m_steps[i].waiting;
                 ++k) {
                if (m_steps[k].move && m_steps[k].move->leadsFrom(place)) {
                    std::rotate(m_steps.begin() + i, m_steps.begin() + k, m_steps.begin() + k + 1);
                    break;
                }
            }
            place = m_steps[i].move->after(place);
        }
    }

    /// Where it began: what the first events say it left.
    [[nodiscard]] Place firstPlace() const
    {
        QList<Level> leftLevels;
        QList<Level> levels;
        QList<QueueId> leftQueues;
        QList<QueueId> queues;
        qint64 levelsAt = 0;
        qint64 queuesAt = 0;
        for (const Step &step : m_steps) {
            if (!step.move)
                continue;
            const Move &move = *step.move;
            if (move.toLevel && (levels.isEmpty() || levelsAt == step.at)) {
                levelsAt = step.at;
                levels.append(*move.toLevel);
                leftLevels.append(move.fromLevel.value_or(Level::L1));
            }
            if (!move.toQueue.isNull() && (queues.isEmpty() || queuesAt == step.at)) {
                queuesAt = step.at;
                queues.append(move.toQueue);
                leftQueues.append(move.fromQueue);
            }
        }
        return {origin(leftLevels, levels, m_ticket.level),
                origin(leftQueues, queues, m_ticket.queue)};
    }

    /// What was left but not entered, among moves of one moment in any order.
    template<class T>
    [[nodiscard]] static T origin(const QList<T> &left, const QList<T> &entered, const T &otherwise)
    {
        for (const T &one : left) {
            if (!entered.contains(one))
                return one;
        }
        return left.isEmpty() ? otherwise : *std::min_element(left.cbegin(), left.cend());
    }

    void placeStages()
    {
        Place place = firstPlace();
        bool told = true; // which queue this is
        m_places.append(place);
        for (Step &step : m_steps) {
            if (!step.move)
                continue;
            // Earlier versions moved it with an escalation and did not say so.
            if (!told && !step.move->fromQueue.isNull())
                place.queue = m_places.last().queue = step.move->fromQueue;
            const Place next = step.move->after(place);
            told = !step.move->toQueue.isNull();
            if (next == place) {
                step.move.reset();
                continue;
            }
            place = next;
            m_places.append(place);
        }
        if (!m_ticket.queue.isNull())
            m_places.last() = {m_ticket.level, m_ticket.queue};
    }

    void dropWhatWasTakenBack()
    {
        QList<Step *> moves;
        for (Step &step : m_steps) {
            if (step.move)
                moves.append(&step);
        }
        for (qsizetype i = 0; i + 1 < moves.size();) {
            const Step &there = *moves[i];
            const Step &back = *moves[i + 1];
            const bool undone = m_places[i] == m_places[i + 2]
                && there.message->author == back.message->author
                && back.param("reason").isEmpty() && back.at - there.at <= kTakenBackMs
                && isUntouched(there, back);
            if (!undone) {
                ++i;
                continue;
            }
            moves[i]->move.reset();
            moves[i + 1]->move.reset();
            moves.remove(i, 2);
            m_places.remove(i + 1, 2);
            i = std::max<qsizetype>(0, i - 1);
        }
    }

    /// Whether nobody else did anything between two steps.
    [[nodiscard]] bool isUntouched(const Step &first, const Step &last) const
    {
        const PersonId &who = first.message->author;
        const auto *step = &first;
        for (++step; step < &last; ++step) {
            if (step->message->author != who)
                return false;
        }
        return true;
    }

    // ---- walking through ----
    void begin()
    {
        m_at = m_ticket.createdAt > 0 ? m_ticket.createdAt : m_ticket.writtenAt;
        m_state = m_ticket.state;
        m_owner = m_ticket.ownerName;
        bool escalated = false;
        bool owned = false;
        bool moved = false;
        for (const Step &step : m_steps) {
            if (step.is("escalate") && !owned && !escalated) {
                escalated = true;
                m_owner.clear();
            } else if (step.is("owner") && !owned) {
                owned = true;
                if (!escalated)
                    m_owner = step.param("from");
            } else if (step.is("state") && !moved) {
                moved = true;
                m_state = enumStored(step.param("from"), State::New);
            }
        }
        arrive(nullptr);
    }

    [[nodiscard]] LadderStage &stage() { return m_ladder.stages.last(); }

    void take(const Step &step)
    {
        if (step.at > m_at)
            pass(step.at);
        if (step.message->kind != MessageKind::Event) {
            stage().said.append(step.message->id);
        } else if (step.is("owner")) {
            own(step.param("to"));
        } else if (step.is("state")) {
            m_state = enumStored(step.param("to"), m_state);
            if (!isEnding(m_state))
                m_endedAt = 0;
            else if (m_endedAt == 0)
                m_endedAt = m_at;
        } else if (step.is("field") && step.param("field") == QLatin1String("contact")) {
            // The first one is chosen, not changed.
            m_ladder.contactChanges += step.param("from").isEmpty() ? 0 : 1;
        }
        const bool moves = step.is("escalate") || step.is("queue");
        if (moves && (step.is("escalate") || ownerAfter() != m_owner))
            m_owner.clear();
        if (step.move)
            arrive(&step);
    }

    void pass(qint64 until)
    {
        if (!m_owner.isEmpty() && isWorkedOn(m_state))
            stage().workedMs += until - m_at;
        m_at = until;
    }

    void own(const QString &name)
    {
        m_owner = name;
        if (!name.isEmpty() && !stage().owners.contains(name))
            stage().owners.append(name);
    }

    /// A change of queue takes the owner away who does not work in the new one, and says nothing
    /// of it; what comes later does.
    [[nodiscard]] QString ownerAfter() const
    {
        for (qsizetype i = m_next + 1; i < m_steps.size(); ++i) {
            if (m_steps[i].is("owner"))
                return m_steps[i].param("from");
            if (m_steps[i].is("escalate"))
                return m_owner;
        }
        return m_ticket.ownerName;
    }

    void arrive(const Step *by)
    {
        const Place &place = m_places[m_ladder.stages.size()];
        if (!m_ladder.stages.isEmpty())
            leave();
        LadderStage next;
        next.level = place.level;
        next.queue = place.queue;
        next.from = m_at;
        if (by) {
            next.passedById = by->message->author;
            next.passedBy = by->message->authorName;
            next.reason = by->param("reason").trimmed();
            next.waiting = by->waiting;
            next.bounced = leadsBack(next);
        }
        m_ladder.stages.append(next);
        own(m_owner);
    }

    void leave()
    {
        stage().to = m_at;
        stage().stayMs = m_at - stage().from;
        m_endedAt = isEnding(m_state) ? m_at : 0;
    }

    [[nodiscard]] bool leadsBack(const LadderStage &next) const
    {
        const LadderStage &last = m_ladder.stages.constLast();
        const bool otherQueue = next.queue != last.queue;
        if (next.level > last.level)
            return false; // up again is no way back
        return std::any_of(m_ladder.stages.cbegin(), m_ladder.stages.cend() - 1,
                           [&](const LadderStage &earlier) {
                               return earlier.queue == next.queue
                                   && (otherQueue || earlier.level == next.level);
                           });
    }

    void finish()
    {
        const qint64 end = isEnding(m_ticket.state) && m_endedAt > 0 ? m_endedAt : m_now;
        if (end > m_at)
            pass(end);
        if (!m_ticket.owner.isNull())
            own(m_ticket.ownerName);
        stage().stayMs = std::max<qint64>(0, end - stage().from);
        m_ladder.transfers = int(m_ladder.stages.size()) - 1;
        for (const LadderStage &one : std::as_const(m_ladder.stages))
            m_ladder.bounces += one.bounced ? 1 : 0;
    }

    const Ticket &m_ticket;
    qint64 m_now;
    QList<Step> m_steps;
    QList<Place> m_places; ///< of each stage
    Ladder m_ladder;
    qsizetype m_next = 0;
    qint64 m_at = 0;
    qint64 m_endedAt = 0; ///< 0 while the work goes on
    QString m_owner;
    State m_state = State::New;
};

} // namespace

Ladder ladderOf(const Ticket &ticket, const QList<Message> &thread, qint64 now)
{
    return LadderReader(ticket, thread, now).read();
}

std::optional<LadderStage> stageBefore(const Ladder &ladder)
{
    if (ladder.stages.size() < 2)
        return std::nullopt;
    return ladder.stages[ladder.stages.size() - 2];
}

qsizetype lastBounce(const Ladder &ladder)
{
    for (qsizetype i = ladder.stages.size() - 1; i >= 0; --i) {
        if (ladder.stages[i].bounced)
            return i;
    }
    return -1;
}

} // namespace vigie
