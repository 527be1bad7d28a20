// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/model/servicerecord.h"
#include "core/sla/businesscalendar.h"

#include <QMap>

#include <optional>

namespace vigie {

/// What is agreed on with some of those who report: working time by priority and clock. A priority
/// that is missing has no such clock.
struct ServiceContract {
    QString name;     ///< empty for the one that holds where no other does
    QString calendar; ///< a key of ServiceBook::calendars
    QList<QueueId> queues; ///< whose tickets it is for; empty = for all
    std::array<QMap<Priority, qint64>, kClockKinds> withinMs; ///< by ClockKind
    QMap<Priority, qint64> warnBeforeMs;

    [[nodiscard]] QMap<Priority, qint64> &within(ClockKind kind)
    {
        return withinMs.at(size_t(kind));
    }
    [[nodiscard]] const QMap<Priority, qint64> &within(ClockKind kind) const
    {
        return withinMs.at(size_t(kind));
    }
    bool operator==(const ServiceContract &) const = default;
};

/// All contracts and calendars of a site: configured on the server, copied to staff, never shown
/// to requesters (S7).
struct ServiceBook {
    QMap<QString, BusinessCalendar> calendars;
    QList<ServiceContract> contracts; ///< the first one that is for the queue holds

    /// Nothing is agreed on with anybody: then there are no clocks.
    [[nodiscard]] bool isEmpty() const;
    /// What holds for a ticket; nullopt when no contract is for its queue.
    [[nodiscard]] std::optional<ServiceTerms> termsFor(const QueueId &queue,
                                                       Priority priority) const;
    /// An empty calendar when there is none of this name.
    [[nodiscard]] BusinessCalendar calendar(const QString &name) const;

    bool operator==(const ServiceBook &) const = default;
};

namespace codec {

/// One form for the wire and both databases; equal books give equal bytes. Invalid when a limit is
/// passed, a contract names a calendar that is not there, or a time zone is not known here.
[[nodiscard]] QJsonObject toJson(const ServiceBook &book);
[[nodiscard]] Result<ServiceBook> serviceBookFrom(const QJsonObject &object);

} // namespace codec
} // namespace vigie
