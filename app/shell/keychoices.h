// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QMap>
#include <QString>

namespace vigie {

/// The keys that a person chose instead of the usual ones, by the command's id; an empty list =
/// none at all. Commands that are not in it have their usual keys.
using KeyChoices = QMap<QString, QList<QKeySequence>>;

/// A JSON object of lists of portable key texts: {"ticket.take":["T"]}.
[[nodiscard]] QString textOf(const KeyChoices &choices);

/// What cannot be read is left out: those commands have their usual keys.
[[nodiscard]] KeyChoices keyChoicesFrom(const QString &text);

} // namespace vigie
