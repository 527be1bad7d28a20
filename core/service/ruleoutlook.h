// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/rehearsal.h"
#include "core/store/profile.h"

namespace vigie {

/// What the desk's rules will make of a report that still waits on the computer that wrote it: an
/// expectation, not a state. The server runs the rules when the report arrives, so that nothing of
/// this is ever written, sent or done here, and nothing can take effect twice.
struct RuleOutlook {
    /// Words that a rule will write.
    struct Words {
        MessageKind kind = MessageKind::Reply;
        QString body; ///< {{ticket}} is filled in as "#…": only the server knows the number

        bool operator==(const Words &) const = default;
    };
    QStringList rules; ///< names of those that will do something, each once, in their order
    QList<RehearsedChange> changes; ///< beyond what the ticket shows now
    QList<Words> words;
    QHash<QString, QString> names;  ///< for the ids among the values

    [[nodiscard]] bool isEmpty() const { return rules.isEmpty(); }
    bool operator==(const RuleOutlook &) const = default;
};

/// Runs what waits of the ticket, and the rules that it wakes, with apply() on copies, as the server
/// will. Empty as soon as the server accepted the report, for a ticket whose report does not wait
/// here, and for people whose computer has no rules: the desk's rules travel to all who work there
/// (agents, guardians, administrators; see isOfDesk()), and never to employees. What time will do is
/// not foreseen. Made of what this computer knows: a rule may have been changed meanwhile. The
/// profile's writer thread.
[[nodiscard]] Result<RuleOutlook> outlookOf(store::Profile &profile, const TicketId &ticket,
                                            qint64 now);

} // namespace vigie
