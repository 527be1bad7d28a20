// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/data/serverstore.h"
#include "core/wire/messages.h"

namespace vigie::server {

/// The person's own things: takes what a computer of theirs changed and says what is new to it.
/// Nobody reads or writes another's; what stands in them is not looked into but to lose no words.
class OwnDesk
{
public:
    OwnDesk(ServerStore &store, const PersonId &person) : m_rows(store.database()), m_store(store), m_person(person) {}

    /// In one transaction, in order: the later change wins, see judgeOwn(). The same message twice
    /// changes nothing. TooLarge beyond limits::kOwnThings. Answers whether anything changed.
    [[nodiscard]] Result<bool> take(const QList<OwnThing> &things);
    /// Fills the answer's part; `response.more` when there is more.
    [[nodiscard]] Done answer(const wire::SyncRequest &request, wire::SyncResponse &response);

private:
    [[nodiscard]] Result<bool> takeOne(const OwnThing &thing);
    [[nodiscard]] Done writeNext(OwnThing thing, qint64 atLeast);

    OwnThingRows m_rows;
    ServerStore &m_store;
    PersonId m_person;
};

} // namespace vigie::server
