// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sla/servicebook.h"

#include <QStringList>

#include <optional>

namespace vigie::server {

/// What the configuration says of one calendar. What it does not say is as in the general one.
struct CalendarSettings {
    std::optional<decltype(BusinessCalendar::week)> week;
    std::optional<QTimeZone> zone;
    std::optional<QSet<QDate>> holidays;
    std::optional<QStringList> holidayFiles; ///< paths of iCalendar files

    bool operator==(const CalendarSettings &) const = default;
};

/// The same of one contract; targets that it does not mention are the general ones.
struct ContractSettings {
    QString name;
    std::optional<QString> calendar;
    QStringList queues; ///< by name; the server knows their ids
    std::array<std::optional<QMap<Priority, qint64>>, kClockKinds> withinMs;
    std::optional<QMap<Priority, qint64>> warnBeforeMs;

    bool operator==(const ContractSettings &) const = default;
};

/// Everything that is configured about working hours and targets.
struct ServiceSettings {
    QMap<QString, CalendarSettings> calendars; ///< "" = the general one
    QList<ContractSettings> contracts;         ///< in the order of the file, without the general one
    ContractSettings general;

    /// Takes the value of a key like "working-hours", "answer-within", "calendar.night.holidays" or
    /// "contract.gold.fix-within". Answers why the value is not good, or nullopt after it was
    /// stored. A key that is not one of those is a problem too.
    [[nodiscard]] std::optional<QString> set(const QString &key, const QString &value);
    /// What does not fit together; nullopt when all is well.
    [[nodiscard]] std::optional<QString> check() const;

    /// The book, with cautious targets and office hours where nothing is said. Contracts have no
    /// queues yet, calendars no holidays from files.
    [[nodiscard]] ServiceBook book() const;
    /// The files of a calendar of the book.
    [[nodiscard]] QStringList holidayFiles(const QString &calendar) const;

    bool operator==(const ServiceSettings &) const = default;
};

/// The keys without a name in them, in the order of the manual.
[[nodiscard]] const QStringList &serviceKeys();
/// Whether a key begins like one of a named calendar or contract.
[[nodiscard]] bool isNamedServiceKey(const QString &key);

} // namespace vigie::server
