// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sla/businesscalendar.h"

#include <functional>

class QMenu;
class QWidget;

namespace vigie {

class Prompt;

/// Chooses when to be reminded of a ticket. A moment is UTC ms, 0 = no reminder; times of day are
/// this computer's.
namespace reminders {

/// Fills a menu with what is usual at `now`. `chosen` gets the moment, `other` is called for one
/// that is to be typed. `clearable` = there is a reminder that can go.
void fillMenu(QMenu &menu, const BusinessCalendar &hours, bool clearable, qint64 now,
              const std::function<void(qint64)> &chosen, const std::function<void()> &other);

/// Asks for a day and time until one is understood or the person changes their mind. A wrong one
/// stays in its field, with what is wrong about it.
void askMoment(Prompt &prompt, QWidget *parent, const std::function<void(qint64)> &chosen);

/// The moment as a field's value.
[[nodiscard]] QString valueOf(qint64 moment);

} // namespace reminders
} // namespace vigie
