// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/data/serverstore.h"
#include "core/wire/messages.h"

namespace vigie::server {

/// The person's own things: takes what a computer of theirs changed and says what is new to it.
/// Nobody reads or writes another's; what stands in them is not looked into but to lose no words.
/// What belongs to the desk travels with them: staff hear of it, administrators change it.
class OwnDesk
{
public:
    OwnDesk(ServerStore &store, const Person &person)
        : m_rows(store.database()), m_store(store), m_person(person)
    {
    }

    /// What taking did.
    struct Taken {
        bool own = false;
        bool ofDesk = false;
    };
    /// In one transaction, in order: the later change wins, see judgeOwn(). The same message twice
    /// changes nothing. TooLarge beyond limits::kOwnThings. What belongs to the desk is taken from
    /// administrators and written down in the audit, at `now`; from others it is passed over.
    [[nodiscard]] Result<Taken> take(const QList<OwnThing> &things, const DeviceId &device, qint64 now);
    /// Fills the answer's part; `response.more` when there is more.
    [[nodiscard]] Done answer(const wire::SyncRequest &request, wire::SyncResponse &response);
    /// Tells everybody at the desk of all that belongs to it once more: somebody may have joined.
    [[nodiscard]] static Done tellAgain(ServerStore &store);

private:
    [[nodiscard]] bool hearsOfDesk() const { return m_person.role != Role::Employee; }
    [[nodiscard]] Result<std::optional<OwnThing>> find(OwnKind kind, const QString &id);
    [[nodiscard]] Result<bool> takeOne(const OwnThing &thing);
    [[nodiscard]] Done writeNext(OwnThing thing, qint64 atLeast);
    [[nodiscard]] Result<qint64> last();
    [[nodiscard]] Result<QList<OwnThing>> since(qint64 revision);
    [[nodiscard]] Done audit(const OwnThing &thing, const DeviceId &device, qint64 now);

    OwnThingRows m_rows;
    ServerStore &m_store;
    Person m_person;
};

} // namespace vigie::server
