// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace vigie {

/// What a message says about steps, word for word and in its order.
struct FirstSteps {
    QStringList tried; ///< "Restarted the spooler", "- [x] cable swapped"
    QStringList open;  ///< not done yet: "Still to test: another port", "- [ ] other port"

    bool operator==(const FirstSteps &) const = default;
};

/// Finds the sentences that begin like a step somebody took or left, in English and in French
/// whatever language the program speaks, and the items of task lists. Quoted lines are somebody
/// else's and left out. A guess from the first words, for a text that a person reads before it
/// goes out; the words are taken as they are and never interpreted further.
[[nodiscard]] FirstSteps firstStepsIn(const QString &body);

/// The sentences that end in a question mark, without quoted lines.
[[nodiscard]] QStringList questionsIn(const QString &body);

} // namespace vigie
