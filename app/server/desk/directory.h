// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/data/serverstore.h"

namespace vigie::server {

/// Changes of people and queues, with their feed entries and audit rows. Each call is one
/// transaction and answers with the feeds that moved. Errors: Invalid for broken rules (empty
/// names, a login or name that is taken, unknown queues), NotFound, and the store's own.
class Directory
{
public:
    explicit Directory(ServerStore &store) : m_store(store) {}

    [[nodiscard]] Result<QStringList> addPerson(Person person, qint64 now);
    [[nodiscard]] Result<QStringList> updatePerson(Person person, qint64 now);
    [[nodiscard]] Result<QStringList> addQueue(Queue queue, qint64 now);
    [[nodiscard]] Result<QStringList> updateQueue(Queue queue, qint64 now);
    /// Where reports without a queue go. The first queue becomes it by itself.
    [[nodiscard]] Done setIntakeQueue(const QueueId &queue, qint64 now);

private:
    [[nodiscard]] Done check(const Person &person);
    [[nodiscard]] Done check(const Queue &queue);
    [[nodiscard]] Done audit(const char *kind, qint64 now, const QJsonObject &before,
                             const QJsonObject &after);

    ServerStore &m_store;
};

} // namespace vigie::server
