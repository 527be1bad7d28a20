// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace vigie {

/// Times, durations and sizes in the person's language. Times are UTC milliseconds since 1970;
/// `now` comes from a Clock, so tests own it. All sentences follow QLocale().
class TimeText
{
    Q_DECLARE_TR_FUNCTIONS(TimeText)

public:
    /// "just now", "18 min ago", "3 h ago", "yesterday 09:42", "12 Mar", "12 Mar 2024".
    [[nodiscard]] static QString relative(qint64 at, qint64 now);
    /// The same in at most about eight characters, for lists: "now", "18 min", "3 h", "12 Mar".
    [[nodiscard]] static QString brief(qint64 at, qint64 now);
    /// Date and time in full, for tooltips.
    [[nodiscard]] static QString absolute(qint64 at);
    /// "in 40 s", "in 5 min"; "now" when it is past.
    [[nodiscard]] static QString until(qint64 at, qint64 now);
    /// A moment to come or just gone, within a sentence: "today 16:00", "tomorrow 10:00",
    /// "Thursday 16:00" within the next week, "12 Mar 16:00"; empty for 0.
    [[nodiscard]] static QString moment(qint64 at, qint64 now);
    /// "40 seconds", "5 minutes", "2 hours", "3 days"; never less than one second.
    [[nodiscard]] static QString duration(qint64 ms);
    /// A heading between messages: "Today", "Yesterday", "Monday 12 March".
    [[nodiscard]] static QString day(qint64 at, qint64 now);
    [[nodiscard]] static QString timeOfDay(qint64 at);
    /// "1.4 MB".
    [[nodiscard]] static QString size(qint64 bytes);
};

} // namespace vigie
