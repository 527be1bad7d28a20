// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/model/enums.h"

#include <QList>

namespace vigie {

/// Somebody with an account.
struct Person {
    PersonId id;
    QString login;
    QString name;
    QString email;
    QString phone;
    QString team;
    QString site;
    Role role = Role::Employee;
    /// The queues an agent or guardian works in; admins see all.
    QList<QueueId> queues;
    bool active = true;
    int version = 0;

    bool operator==(const Person &) const = default;
};

/// One line of work with its own agents.
struct Queue {
    QueueId id;
    QString name;
    QString description;
    bool active = true;
    int version = 0;

    bool operator==(const Queue &) const = default;
};

/// Who acts: what permissions and apply() need to know about a person.
struct Actor {
    PersonId id;
    QString name;
    Role role = Role::Employee;
    QList<QueueId> queues;

    [[nodiscard]] bool isStaff() const { return role != Role::Employee; }
    [[nodiscard]] bool worksIn(const QueueId &queue) const
    {
        return role == Role::Admin || (isStaff() && queues.contains(queue));
    }
};

[[nodiscard]] inline Actor actorOf(const Person &person)
{
    return {person.id, person.name, person.role, person.queues};
}

} // namespace vigie
