// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/ticket.h"

#include <QByteArray>
#include <QString>

namespace vigie {

/// What happens when two people changed a field without seeing each other (RELIABILITY §2.10).
enum class FieldPolicy {
    FirstStays, ///< the server's value stays, the second person decides on a card
    TakeOwner,  ///< the first "take" stays; assigning wins over un-assigning, and is told
};

/// One field that `ticket.set` may change. The table is the only place that knows the fields'
/// names, policies and who may see them. State, level, tags, watchers, links and the rating have
/// operations of their own and are not here.
struct TicketField {
    const char *name;
    FieldPolicy policy;
    bool isPublic; ///< a requester's copy has it
    QString (*read)(const Ticket &);
    /// Checks and writes; Invalid when the value breaks a rule.
    Done (*write)(Ticket &, const QString &value);
};

/// The field, or null. Custom fields are named "cf.<key>" and share one entry.
[[nodiscard]] const TicketField *ticketField(const QString &name);
[[nodiscard]] QStringList ticketFieldNames();

/// Value of a field by name, as the text that travels; custom fields included.
[[nodiscard]] QString fieldValue(const Ticket &ticket, const QString &name);
/// Checks and writes a field by name.
[[nodiscard]] Done setFieldValue(Ticket &ticket, const QString &name, const QString &value);

/// Whether a requester may see this versioned thing (fields and the pseudo-fields "state" …).
[[nodiscard]] bool isPublicField(const QString &name);

/// First 16 hex digits of SHA-256 of a value: how an operation names the value it was based on.
[[nodiscard]] QString valueHash(const QString &value);

} // namespace vigie
