// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/data/serverstore.h"

#include <QSet>

#include <functional>

namespace vigie {
class Clock;
}

namespace vigie::server {

/// Where a complete file lies in a data folder or a backup: <folder>/blobs/ab/<sha256>.
[[nodiscard]] QString blobPath(const QString &folder, const QString &sha256);

/// The SHA-256 of a file, lower-case hex; empty when it cannot be read. Any thread.
[[nodiscard]] QString sha256OfFile(const QString &path);

/// Files in and out. Uploads belong to a person: what somebody else has sent is never said.
class BlobDesk
{
public:
    /// Announced bytes of one person's unfinished uploads, at most.
    static constexpr qint64 kMostUnfinishedBytes = 1024LL * 1024 * 1024;

    BlobDesk(ServerStore &store, const Clock &clock, QString folder);

    /// Starts or continues an upload; answers where to go on. `size` when the file is complete.
    [[nodiscard]] Result<qint64> begin(const PersonId &person, const QString &sha256, qint64 size);

    struct Progress {
        qint64 offset = 0;
        qint64 size = 0;
        /// append(): the offset was not where the file ends; nothing was written.
        bool wrongOffset = false;
        /// append(): all bytes are here; check and finish() before the file counts.
        bool toBeChecked = false;
    };
    /// NotFound when the person neither has the file nor is sending it.
    [[nodiscard]] Result<Progress> progress(const PersonId &person, const QString &sha256);
    [[nodiscard]] Result<Progress> append(const PersonId &person, const QString &sha256,
                                          qint64 offset, const QByteArray &bytes);
    /// Slow, touches only the file: run it on any thread and give its answer to finish().
    [[nodiscard]] std::function<bool()> check(const PersonId &person, const QString &sha256);
    /// Invalid when the bytes are not those that were announced; they are thrown away.
    [[nodiscard]] Done finish(const PersonId &person, const QString &sha256, bool matches);

    struct Part {
        QByteArray bytes;
        qint64 from = 0;
        qint64 size = 0; ///< of the whole file
    };
    /// At most limits::kBlobChunkMostBytes from `from` on. NotFound unless a message of the ticket
    /// that the person may see has the file.
    [[nodiscard]] Result<Part> read(const Person &reader, const TicketId &ticket,
                                    const QString &sha256, qint64 from, qint64 most);

    [[nodiscard]] Done removeExpired();

private:
    [[nodiscard]] Result<bool> shows(const Person &reader, const TicketId &place, const QString &sha256);
    [[nodiscard]] QString incomingPath(const PersonId &person, const QString &sha256) const;
    [[nodiscard]] Done store(const UploadRow &upload);

    ServerStore &m_store;
    const Clock &m_clock;
    QString m_folder;
    QSet<QString> m_checking; ///< incoming paths whose hash is being computed
};

} // namespace vigie::server
