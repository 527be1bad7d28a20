// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/person.h"
#include "core/model/ticket.h"

namespace vigie {

/// Somebody who will get a public reply.
struct Reader {
    PersonId id;
    QString name;  ///< empty when this computer does not know them
    QString email; ///< empty when it is not known
    bool requester = false;
    bool outside = false; ///< known not to belong to the organisation

    bool operator==(const Reader &) const = default;
};

/// The organisation's own mail domains, as far as it can be told from here: those of the people who
/// work in the helpdesk. Lower case, each once.
[[nodiscard]] QStringList ownDomains(const QList<Person> &staff);

/// Who gets a public reply by `author`: the requester and the watchers, but not the author. Colleagues
/// who may read the ticket without having asked for it are not among them. Outside is who is no
/// staff and has an address of none of the `domains` (or of a part of one); somebody without an
/// address, or when there are no domains, is not called so. Pure.
[[nodiscard]] QList<Reader> readersOf(const Ticket &ticket, const QList<Person> &known,
                                      const QStringList &domains, const PersonId &author);

} // namespace vigie
