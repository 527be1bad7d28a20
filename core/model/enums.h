// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>

namespace vigie {

/// What a request is (seed 003: problems, questions, services).
enum class TicketKind { Incident, Question, Service };

/// The agents' states. `publicState()` maps them to what the requester sees.
enum class State { New, Open, WaitingRequester, WaitingVendor, Scheduled, Resolved, Closed };

/// The requester's states: the only ones that leave the agents' side.
enum class PublicState { Received, InProgress, NeedsYou, Fixed, Closed };

/// The ladder, L1 to L4.
enum class Level { L1 = 1, L2 = 2, L3 = 3, L4 = 4 };

/// 1 is worst, 4 is mildest, as in ITIL.
enum class Impact { Company = 1, Site = 2, Team = 3, Person = 4 };
enum class Urgency { Blocked = 1, Hindered = 2, Annoyed = 3, CanWait = 4 };
enum class Priority { Critical = 1, High = 2, Normal = 3, Low = 4 };

enum class Role { Employee, Agent, Guardian, Admin };

enum class MessageKind { Report, Reply, Note, Call, Event };

/// Who may ever receive a row. Public rows reach the requester, internal ones never.
enum class Visibility { Public, Internal };

enum class LinkKind { RelatesTo, DuplicateOf, ParentOf, ChildOf, CausedBy };

/// Who is hit, as the kit asks it.
enum class Affected { Me, Colleague, Team, Site, Company };

/// Stable names for the wire and the databases, and their way back. An unknown name is an
/// error: both sides speak the same protocol version or do not speak at all.
template<class E>
struct EnumName {
    E value;
    const char *name;
};

template<class E>
[[nodiscard]] const QList<EnumName<E>> &enumNames();

template<class E>
[[nodiscard]] QString nameOf(E value)
{
    for (const EnumName<E> &entry : enumNames<E>()) {
        if (entry.value == value)
            return QString::fromLatin1(entry.name);
    }
    return {};
}

template<class E>
[[nodiscard]] Result<E> enumFrom(const QString &name)
{
    for (const EnumName<E> &entry : enumNames<E>()) {
        if (name == QLatin1String(entry.name))
            return entry.value;
    }
    return fail(ErrorCode::Invalid, QStringLiteral("unknown name '%1'").arg(name.left(40)));
}

/// For names that our own code wrote; `otherwise` when a newer version wrote something unknown.
template<class E>
[[nodiscard]] E enumStored(const QString &name, E otherwise)
{
    return enumFrom<E>(name).value_or(otherwise);
}

template<> const QList<EnumName<TicketKind>> &enumNames<TicketKind>();
template<> const QList<EnumName<State>> &enumNames<State>();
template<> const QList<EnumName<PublicState>> &enumNames<PublicState>();
template<> const QList<EnumName<Level>> &enumNames<Level>();
template<> const QList<EnumName<Impact>> &enumNames<Impact>();
template<> const QList<EnumName<Urgency>> &enumNames<Urgency>();
template<> const QList<EnumName<Priority>> &enumNames<Priority>();
template<> const QList<EnumName<Role>> &enumNames<Role>();
template<> const QList<EnumName<MessageKind>> &enumNames<MessageKind>();
template<> const QList<EnumName<Visibility>> &enumNames<Visibility>();
template<> const QList<EnumName<LinkKind>> &enumNames<LinkKind>();
template<> const QList<EnumName<Affected>> &enumNames<Affected>();

} // namespace vigie
