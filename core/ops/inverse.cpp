// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/inverse.h"

#include "core/model/ticketfields.h"

namespace vigie {

namespace {

struct Inverter {
    const Ticket &before;

    std::optional<Payload> operator()(const CreateTicket &) const { return std::nullopt; }
    std::optional<Payload> operator()(const AddMessage &) const { return std::nullopt; }
    std::optional<Payload> operator()(const AskUpdate &) const { return std::nullopt; }
    // Texts of articles are never taken back: their history has every one of them.
    std::optional<Payload> operator()(const ArticleAct &) const { return std::nullopt; }
    std::optional<Payload> operator()(const SetField &set) const
    {
        return SetField{set.field, fieldValue(before, set.field)};
    }
    std::optional<Payload> operator()(const MergeInto &) const
    {
        return MergeInto{before.merged.into};
    }
    std::optional<Payload> operator()(const LogWork &work) const
    {
        return LogWork{-work.seconds, work.day, work.note};
    }
    std::optional<Payload> operator()(const SetState &) const
    {
        // Going on with a merged ticket takes it out of the other.
        if (!before.merged.into.isNull())
            return MergeInto{before.merged.into};
        if (before.state == State::New)
            return std::nullopt; // there is no way back to "nobody looked at it"
        // Going on took the reminder away; it comes back with the waiting.
        return SetState{before.state, {}, before.pendingUntil};
    }
    std::optional<Payload> operator()(const Escalate &) const
    {
        return Escalate{before.level, before.queue, {}};
    }
    std::optional<Payload> operator()(const EditTags &edit) const
    {
        // Only what really changed: undoing "add x" must not remove an x that was there before.
        EditTags undo;
        for (const QString &tag : edit.add) {
            if (!before.tags.contains(tag))
                undo.remove.append(tag);
        }
        for (const QString &tag : edit.remove) {
            if (before.tags.contains(tag))
                undo.add.append(tag);
        }
        return undo;
    }
    std::optional<Payload> operator()(const EditWatchers &edit) const
    {
        EditWatchers undo;
        for (const PersonId &id : edit.add) {
            if (!before.watchers.contains(id))
                undo.remove.append(id);
        }
        for (const PersonId &id : edit.remove) {
            if (before.watchers.contains(id))
                undo.add.append(id);
        }
        return undo;
    }
    std::optional<Payload> operator()(const EditLinks &edit) const
    {
        EditLinks undo;
        for (const Link &link : edit.add) {
            if (!before.links.contains(link))
                undo.remove.append(link);
        }
        for (const Link &link : edit.remove) {
            if (before.links.contains(link))
                undo.add.append(link);
        }
        return undo;
    }
    std::optional<Payload> operator()(const Rate &) const
    {
        if (before.rating.score == 0)
            return std::nullopt;
        return Rate{before.rating.score, before.rating.comment};
    }
};

} // namespace

std::optional<Payload> inverseOf(const Op &op, const Ticket &before)
{
    return std::visit(Inverter{before}, op.payload);
}

std::optional<QString> singleValueOf(const Payload &payload)
{
    if (const auto *set = std::get_if<SetField>(&payload))
        return set->value;
    if (const auto *move = std::get_if<SetState>(&payload))
        return nameOf(move->state);
    if (const auto *merge = std::get_if<MergeInto>(&payload))
        return merge->into.text();
    return std::nullopt;
}

} // namespace vigie
