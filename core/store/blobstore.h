// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/message.h"

#include <QSet>

class QTemporaryFile;

namespace vigie::store {

/// Files by SHA-256 below one folder: written to a temporary name, fsynced, renamed, folder
/// fsynced. Thread-safe: it keeps no state but the folder.
class BlobStore
{
public:
    enum class Access {
        Profile, ///< the folder's permissions are those of the profile
        Owner    ///< folder 0700 and files 0600, whatever the system's habits are
    };

    explicit BlobStore(QString folder, Access access = Access::Profile)
        : m_folder(std::move(folder)), m_access(access)
    {
    }

    /// Copies a file in. TooLarge over limits::kAttachmentBytes, StoreFull, StoreReadOnly,
    /// NotFound (the source), Invalid for something that is not a regular file.
    [[nodiscard]] Result<Attachment> import(const QString &sourcePath) const;
    [[nodiscard]] Result<Attachment> importBytes(const QByteArray &bytes, const QString &name,
                                                 const QString &mediaType) const;
    /// Keeps downloaded bytes after checking that they are what the hash says.
    [[nodiscard]] Done put(const QString &sha256, const QByteArray &bytes) const;
    [[nodiscard]] bool has(const QString &sha256) const;
    [[nodiscard]] qint64 size(const QString &sha256) const;
    [[nodiscard]] Result<QByteArray> read(const QString &sha256, qint64 offset, qint64 most) const;
    [[nodiscard]] Result<QByteArray> readAll(const QString &sha256) const;
    /// Where the bytes are, for previews inside Vigie; never handed to other programs.
    [[nodiscard]] QString path(const QString &sha256) const;
    /// Copies out under a name of the person's choice; never overwrites without being told to.
    [[nodiscard]] Done exportTo(const QString &sha256, const QString &target, bool overwrite) const;
    /// Removes everything that is not pinned, oldest first, until at most `mostBytes` remain.
    [[nodiscard]] Done collect(const QSet<QString> &pinned, qint64 mostBytes) const;
    [[nodiscard]] Done remove(const QString &sha256) const;
    /// Removes what a killed process left half-copied. Only while nobody else imports.
    void removeUnfinished() const;

private:
    [[nodiscard]] Done openTemporary(QTemporaryFile &file) const;

    QString m_folder;
    Access m_access;
};

} // namespace vigie::store
