// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ownthing.h"
#include "core/sql/database.h"

namespace vigie::store {

/// What has to be told to the server of the person's own things, and what becomes of its answers;
/// see OwnRows for how they are kept. Every write is one transaction. Lives on the thread that
/// opened the outbox database.
class OwnSync
{
public:
    explicit OwnSync(sql::Database &database) : m_database(database) {}
    /// Whether the person may change what belongs to the desk; false until it is said.
    OwnSync &writesDesk(bool may)
    {
        m_writesDesk = may;
        return *this;
    }

    /// The oldest changes that the server has not taken, within limits::kOwnThingsPerExchange and
    /// kOwnBytesPerExchange.
    [[nodiscard]] Result<QList<OwnThing>> unsent() const;
    /// Up to which revision the server was heard.
    [[nodiscard]] Result<qint64> through() const;
    /// Another history of the server begins: it is asked for everything, and told everything that
    /// it may have forgotten. True when it is another one.
    [[nodiscard]] Result<bool> meetEpoch(const QString &epoch);
    /// Takes an answer to a message with `sent`. What was changed here meanwhile stays and goes out
    /// later; where somebody deleted what was edited, the edit stays. True when what people see
    /// changed.
    [[nodiscard]] Result<bool> take(const QList<OwnThing> &sent, const QList<OwnThing> &heard,
                                    qint64 through);

private:
    struct Row;
    [[nodiscard]] Result<std::optional<Row>> find(const OwnThing &thing) const;
    [[nodiscard]] Result<bool> takeOne(const QList<OwnThing> &sent, const OwnThing &heard);
    [[nodiscard]] Done write(const OwnThing &thing);
    [[nodiscard]] Done remove(const OwnThing &thing);
    [[nodiscard]] Done rebase(const OwnThing &thing, bool unsent);
    [[nodiscard]] Done setMeta(const char *key, const QString &value);
    [[nodiscard]] Result<QString> meta(const char *key) const;

    sql::Database &m_database;
    bool m_writesDesk = false;
};

} // namespace vigie::store
