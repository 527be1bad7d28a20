// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/iconset.h"
#include "core/model/message.h"
#include "core/model/ticket.h"

#include <QCoreApplication>
#include <QString>

namespace vigie {

/// The model's closed lists in words, tones and icons. Public words (PublicState, Urgency as the
/// employee is asked, Affected) never name anything internal.
class EnumText
{
    Q_DECLARE_TR_FUNCTIONS(EnumText)

public:
    [[nodiscard]] static QString of(State state);
    [[nodiscard]] static QString of(PublicState state);
    [[nodiscard]] static QString of(Priority priority);
    [[nodiscard]] static QString of(Impact impact);
    [[nodiscard]] static QString of(Urgency urgency);
    [[nodiscard]] static QString of(Level level);
    [[nodiscard]] static QString of(TicketKind kind);
    [[nodiscard]] static QString of(Role role);
    [[nodiscard]] static QString of(MessageKind kind);
    [[nodiscard]] static QString of(LinkKind kind);
    [[nodiscard]] static QString of(Affected affected);
    /// A key of categoryKeys(); an unknown key is shown as it is.
    [[nodiscard]] static QString category(const QString &key);
    /// A field name of ticketfields.h or "state", "level", "tags" …; custom fields by their key.
    [[nodiscard]] static QString field(const QString &name);
    /// What the employee is asked: "I cannot work at all".
    [[nodiscard]] static QString urgencyInPlainWords(Urgency urgency);
    /// One sentence that tells the requester what the state means for them.
    [[nodiscard]] static QString meaning(PublicState state);
    /// The requester's state, which before the server accepted it (number 0) is "not sent yet".
    [[nodiscard]] static QString requestState(qint64 number, PublicState state);
    [[nodiscard]] static Tone requestTone(qint64 number, PublicState state);
    /// "#1042", or "new · 7F3A" before the server gave a number.
    [[nodiscard]] static QString ticketNumber(qint64 number, const TicketId &id);

    [[nodiscard]] static Tone tone(State state);
    [[nodiscard]] static Tone tone(PublicState state);
    [[nodiscard]] static Tone tone(Priority priority);
    [[nodiscard]] static Icon categoryIcon(const QString &key);
};

} // namespace vigie
