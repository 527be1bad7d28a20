// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sla/reminder.h"

#include <QCoreApplication>
#include <QDateTime>

#include <optional>

namespace vigie {

/// When a ticket wakes up, in the person's language and time zone. Pure; times are UTC ms.
class ReminderText
{
    Q_DECLARE_TR_FUNCTIONS(ReminderText)

public:
    /// "Next morning (tomorrow 08:00)".
    [[nodiscard]] static QString of(const ReminderChoice &choice, qint64 now);
    /// For a list: "wakes 14:00", "wakes Mon 08:00", "wakes 12 Mar"; of one that is over "woke up".
    /// Empty for 0.
    [[nodiscard]] static QString brief(qint64 until, qint64 now);
    /// For the ticket: "Monday 08:00", "was due today 09:00", "None".
    [[nodiscard]] static QString value(qint64 until, qint64 now);
    /// Read aloud: "wakes up tomorrow 08:00"; empty for 0.
    [[nodiscard]] static QString spoken(qint64 until, qint64 now);

    /// What somebody typed, or why it is no moment to be reminded at.
    struct Moment {
        qint64 at = 0;
        QString problem; ///< a sentence; empty when `at` is one
    };
    /// "14:30" (today, or tomorrow when that is over), "2h", "45 min", "3d", and days as ISO dates
    /// or as the locale writes them in short, with or without a time; without one it is 08:00.
    [[nodiscard]] static Moment read(const QString &text, qint64 now);
    /// How to write one, with an example.
    [[nodiscard]] static QString howTo(qint64 now);
};

} // namespace vigie
