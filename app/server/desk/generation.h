// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/data/serverstore.h"

namespace vigie::server {

/// A note beside the database of how far it had come. If the database is older than its note, it
/// was put back from a copy, and clients have to be told (RELIABILITY §2.6): the epoch changes.
class Generation
{
public:
    /// At most one write in this time, milliseconds: an old note is harmless, a new one is better.
    static constexpr qint64 kWriteEveryMs = 1000;

    /// `path` empty: keeps no note.
    explicit Generation(QString path) : m_path(std::move(path)) {}

    /// True when the database does not contain what the note remembers. No note: false.
    [[nodiscard]] Result<bool> databaseIsOlder(ServerStore &store) const;
    /// After a commit; writes when it is time. Failing only makes the note older.
    void noteCommit(ServerStore &store, qint64 monotonicNow);
    void write(ServerStore &store);

private:
    QString m_path;
    qint64 m_writtenAt = -kWriteEveryMs;
};

} // namespace vigie::server
