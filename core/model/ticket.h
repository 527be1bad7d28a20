// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/model/enums.h"
#include "core/model/servicerecord.h"

#include <QJsonObject>
#include <QMap>
#include <QStringList>

namespace vigie {

/// The employee's report: what, when, who (seed 004) and the facts the machine collected.
struct Kit {
    QString what;      ///< the symptom in the person's words
    QString errorText; ///< the exact message, when there is one
    QString when;      ///< in words: "just now", "since the update"
    qint64 startedAt = 0; ///< UTC ms; 0 when unknown
    QString before;    ///< what happened just before
    Affected affected = Affected::Me;
    QString who;       ///< names, teams or machines, in words
    int people = 1;    ///< how many are hit
    QMap<QString, QString> facts; ///< machine facts the person agreed to send
    /// How bad it is in the person's words; the ticket's own urgency is the agents' to change.
    Urgency stated = Urgency::Hindered;
    QString effect;       ///< what cannot be done any more, in the person's words: "I cannot print"
    QStringList services; ///< what the effect depends on; they become the ticket's first tags
    /// UTC ms; until then the person stands before people and needs help now. 0 = no. At most
    /// limits::kLiveMostMs after the server accepted it.
    qint64 liveUntil = 0;

    bool operator==(const Kit &) const = default;
};

struct Link {
    LinkKind kind = LinkKind::RelatesTo;
    TicketId other;

    bool operator==(const Link &) const = default;
};

/// The requester's verdict. score 1..5; 0 when there is none.
struct Rating {
    int score = 0;
    QString comment;
    qint64 at = 0;

    bool operator==(const Rating &) const = default;
};

/// Where a merged ticket goes on. Nothing of it is moved: what stands in both is shown together, so
/// that taking them apart again is exact.
struct Merge {
    TicketId into; ///< null = not merged; never another merged ticket when it is written
    State before = State::New; ///< what taking them apart goes back to; not in a requester's copy

    bool operator==(const Merge &) const = default;
};

/// A watcher who is one only because tickets were merged into this one.
struct Guest {
    PersonId who;
    QList<TicketId> through; ///< those tickets; never empty

    bool operator==(const Guest &) const = default;
};

/// When the requester may hope for something; UTC ms, 0 = nothing is said about it. Times, not
/// promises: what they were computed from stays on the server.
struct Expectation {
    qint64 answerBy = 0; ///< for the next answer; 0 once it was given
    qint64 fixBy = 0;    ///< for a solution; 0 while the ball is not with the helpdesk

    bool operator==(const Expectation &) const = default;
};

/// One request, as agents see it. `forRequester()` makes the public face.
/// All times are UTC milliseconds; those from the server order things, `writtenAt` only shows.
struct Ticket {
    TicketId id;
    qint64 number = 0; ///< given by the server at acceptance; 0 before
    TicketKind kind = TicketKind::Incident;
    QString title;
    Kit kit;
    QString category; ///< a key of categoryKeys()
    Impact impact = Impact::Person;
    Urgency urgency = Urgency::Hindered;
    Priority priority = Priority::Normal;
    State state = State::New;
    /// Stored, not computed, because it is all that a requester's device has.
    PublicState publicState = PublicState::Received;
    Level level = Level::L1;
    QueueId queue;
    PersonId owner;
    QString ownerName;
    PersonId contact; ///< survives transfers; the only name the requester sees
    QString contactName;
    PersonId requester;
    QString requesterName;
    QStringList tags;          ///< sorted, unique
    QList<PersonId> watchers;  ///< sorted, unique
    QList<Link> links;
    Merge merged;
    QList<Guest> guests;       ///< some of the watchers; agents only
    QMap<QString, QString> custom; ///< custom fields; agents only
    Rating rating;
    Expectation expected; ///< public; a view of the clocks (core/sla/expectation.h)
    ServiceRecord service; ///< agents only
    qint64 updateAskedAt = 0; ///< "ask for an update": set by the requester, cleared by a reply
    /// When somebody wants to be reminded of it; 0 = never. Agents only. It outlives the end of the
    /// work, so that taking an end back brings it back, and goes when the work goes on.
    qint64 pendingUntil = 0;
    qint64 workedSeconds = 0; ///< the sum of all entries (core/model/worktime.h); agents only
    int transfers = 0;        ///< how often queue or level changed
    qint64 writtenAt = 0;     ///< when the person pressed Send, by the device's clock
    qint64 createdAt = 0;     ///< when the server accepted it
    qint64 updatedAt = 0;     ///< last change of anything
    qint64 publicUpdatedAt = 0; ///< last change that the requester may see
    /// How often each field changed; what `base` in an operation is compared with. A requester's
    /// copy holds only the fields a requester may see.
    QMap<QString, int> versions;

    bool operator==(const Ticket &) const = default;
};

/// The tag of a ticket whose requester was not content: somebody should look into it.
[[nodiscard]] QString followUpTag();
/// Puts it on, where there is room for a tag, or takes it off.
void setFollowUp(Ticket &ticket, bool wanted);

/// The category keys, in display order; words are in app/text.
[[nodiscard]] const QStringList &categoryKeys();

/// The public face of a ticket: everything that a requester may know and nothing else (promise 1:
/// no internal states, teams, levels, queues, owners, priorities, tags or internal times).
/// `viewer` is the requester or a watcher, who learns of no other watcher.
[[nodiscard]] Ticket forRequester(const Ticket &ticket, const PersonId &viewer);

} // namespace vigie
