// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/eventtext.h"

#include "app/text/articletext.h"
#include "app/text/enumtext.h"
#include "app/text/timetext.h"
#include "app/text/worktext.h"

#include <type_traits>

namespace vigie {

namespace {

template<class E>
QString enumWords(const QString &name)
{
    const Result<E> value = enumFrom<E>(name);
    return value ? EnumText::of(*value) : name;
}

QString param(const Message &event, const char *key)
{
    return event.params.value(QLatin1String(key));
}

/// "#1042"; of a number that is not known here, words that fit in its place.
QString otherTicket(const Message &event)
{
    const qint64 number = event.params.value(QStringLiteral("number")).toLongLong();
    return number > 0 ? EnumText::ticketNumber(number, TicketId())
                      : EventText::tr("another request");
}

/// What merging makes of one of the two requests; empty for other events.
QString mergeSentence(const Message &event, const QString &who, bool staff)
{
    const QString other = otherTicket(event);
    if (event.event == QLatin1String("merged")) {
        return staff ? EventText::tr("%1 merged it into %2").arg(who, other)
                     : EventText::tr("%1: it goes on in %2", "a person, a number").arg(who, other);
    }
    if (event.event == QLatin1String("unmerged")) {
        return staff ? EventText::tr("%1 took it out of %2 again").arg(who, other)
                     : EventText::tr("%1: it goes on here again, on its own").arg(who);
    }
    if (!staff)
        return {};
    const QString titled = EventText::tr("%1 “%2”", "a number and its title")
                               .arg(other, event.params.value(QStringLiteral("title")));
    if (event.event == QLatin1String("joined"))
        return EventText::tr("%1 merged %2 into it").arg(who, titled);
    if (event.event == QLatin1String("left"))
        return EventText::tr("%1 took %2 out of it again").arg(who, titled);
    if (event.event == QLatin1String("joined-words"))
        return EventText::tr("%1 wrote in %2, which goes on here").arg(who, other);
    return {};
}

} // namespace

QString EventText::value(const QString &field, const QString &value, const NamesById &names)
{
    if (field == QLatin1String("state"))
        return enumWords<State>(value);
    if (field == QLatin1String("public-state"))
        return enumWords<PublicState>(value);
    if (field == QLatin1String("level"))
        return enumWords<Level>(value);
    if (field == QLatin1String("impact"))
        return enumWords<Impact>(value);
    if (field == QLatin1String("urgency"))
        return enumWords<Urgency>(value);
    if (field == QLatin1String("priority"))
        return enumWords<Priority>(value);
    if (field == QLatin1String("kind"))
        return enumWords<TicketKind>(value);
    if (field == QLatin1String("category"))
        return EnumText::category(value);
    if (field == QLatin1String("owner") || field == QLatin1String("contact")
        || field == QLatin1String("queue")) {
        if (value.isEmpty())
            return tr("nobody");
        // An id that we know no name for says nothing to a person.
        const bool isId = !QUuid::fromString(value).isNull();
        return names.value(value, isId ? tr("somebody else") : value);
    }
    if (field == QLatin1String("pending-until")) {
        return value.isEmpty() ? tr("never", "when to be reminded")
                               : TimeText::absolute(value.toLongLong());
    }
    if (field == QLatin1String("merged")) {
        return value.isEmpty() ? tr("on its own", "not merged with another ticket")
                               : tr("in %1", "merged into a ticket")
                                     .arg(names.value(value, tr("another request")));
    }
    return value.isEmpty() ? tr("empty", "a field without a value") : value;
}

QString EventText::sentence(const Message &event, bool staff, const NamesById &names)
{
    const QString who = event.authorName.isEmpty() ? tr("The helpdesk") : event.authorName;
    if (event.event == QLatin1String("public-state")) {
        const Result<PublicState> to = enumFrom<PublicState>(param(event, "to"));
        return to ? tr("%1 – now: %2", "a person and a state").arg(who, EnumText::of(*to))
                  : QString();
    }
    if (event.event == QLatin1String("ask-update"))
        return tr("%1 asked for an update").arg(who);
    if (event.event == QLatin1String("rating")) {
        const int score = param(event, "score").toInt();
        const QString comment = param(event, "comment");
        const QString told = tr("%1 gave %Ln star(s)", nullptr, score).arg(who);
        return comment.isEmpty() ? told : tr("%1: “%2”", "a verdict and its comment")
                                              .arg(told, comment);
    }
    if (const QString merge = mergeSentence(event, who, staff); !merge.isEmpty())
        return merge;
    if (!staff)
        return {};
    if (event.event == QLatin1String("state")) {
        const QString reason = param(event, "reason");
        const QString moved = tr("%1 changed the state from %2 to %3")
                                  .arg(who, enumWords<State>(param(event, "from")),
                                       enumWords<State>(param(event, "to")));
        return reason.isEmpty() ? moved : tr("%1: %2", "what happened and why").arg(moved, reason);
    }
    if (event.event == QLatin1String("owner")) {
        const QString to = param(event, "to");
        if (to.isEmpty())
            return tr("%1 put it back for anybody to take").arg(who);
        return to == event.authorName ? tr("%1 took it").arg(who)
                                      : tr("%1 assigned it to %2").arg(who, to);
    }
    if (event.event == QLatin1String("queue")) {
        return tr("%1 moved it from %2 to %3")
            .arg(who, value(QStringLiteral("queue"), param(event, "from"), names),
                 value(QStringLiteral("queue"), param(event, "to"), names));
    }
    if (event.event == QLatin1String("escalate")) {
        const QString reason = param(event, "reason");
        const QString queue = param(event, "toQueue");
        // A step down is handed back, not escalated.
        const bool back = param(event, "to") < param(event, "from");
        QString told = (back ? tr("%1 handed it back to %2") : tr("%1 escalated it to %2"))
                           .arg(who, enumWords<Level>(param(event, "to")));
        if (!queue.isEmpty())
            told = tr("%1, in the queue %2", "what happened, a queue")
                       .arg(told, value(QStringLiteral("queue"), queue, names));
        return reason.isEmpty() ? told : tr("%1: %2", "what happened and why").arg(told, reason);
    }
    if (event.event == QLatin1String("field")) {
        const QString field = param(event, "field");
        if (field == QLatin1String("pending-until")) {
            const qint64 until = param(event, "to").toLongLong();
            return until > 0 ? tr("%1 set a reminder: %2", "a person, a moment")
                                   .arg(who, TimeText::absolute(until))
                             : tr("%1 removed the reminder").arg(who);
        }
        return tr("%1 changed %2 from %3 to %4", "person, field, old value, new value")
            .arg(who, EnumText::field(field), value(field, param(event, "from"), names),
                 value(field, param(event, "to"), names));
    }
    if (event.event == QLatin1String("work"))
        return WorkText::sentence(event, who);
    return tr("%1 changed something").arg(who);
}

QString EventText::crossed(int messages)
{
    return tr("Written while %Ln new message(s) arrived", nullptr, messages);
}

QString EventText::intention(const Op &op, const NamesById &names)
{
    return std::visit(
        [&names](const auto &payload) -> QString {
            using T = std::decay_t<decltype(payload)>;
            if constexpr (std::is_same_v<T, CreateTicket>) {
                return tr("New request: %1").arg(payload.title);
            } else if constexpr (std::is_same_v<T, AddMessage>) {
                return EnumText::of(payload.kind);
            } else if constexpr (std::is_same_v<T, SetField>) {
                return tr("%1: change to %2", "a field and its new value")
                    .arg(EnumText::field(payload.field),
                         value(payload.field, payload.value, names));
            } else if constexpr (std::is_same_v<T, SetState>) {
                return tr("State: change to %1").arg(EnumText::of(payload.state));
            } else if constexpr (std::is_same_v<T, Escalate>) {
                return tr("Escalate to %1").arg(EnumText::of(payload.to));
            } else if constexpr (std::is_same_v<T, EditTags>) {
                return tr("Change the tags");
            } else if constexpr (std::is_same_v<T, EditWatchers>) {
                return tr("Change the watchers");
            } else if constexpr (std::is_same_v<T, EditLinks>) {
                return tr("Change the links");
            } else if constexpr (std::is_same_v<T, AskUpdate>) {
                return tr("Ask for an update");
            } else if constexpr (std::is_same_v<T, Rate>) {
                return tr("Rating: %Ln star(s)", nullptr, payload.score);
            } else if constexpr (std::is_same_v<T, LogWork>) {
                return WorkText::intention(payload);
            } else if constexpr (std::is_same_v<T, ArticleAct>) {
                return ArticleText::intention(payload);
            } else {
                static_assert(std::is_same_v<T, MergeInto>);
                return payload.into.isNull()
                    ? tr("Take it apart again")
                    : tr("Merge into %1").arg(names.value(payload.into.text(), tr("another request")));
            }
        },
        op.payload);
}

} // namespace vigie
