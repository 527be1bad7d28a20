// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/data/serverstore.h"

namespace vigie::server {

/// What a backup claims to hold; the file manifest.json beside it. Every claim is checked before a
/// backup counts as one.
struct Manifest {
    qint64 created = 0;
    QString version; ///< of the program that wrote it
    QString serverId;
    QString epoch;
    int schema = 0;
    QString databaseSha256;
    qint64 databaseBytes = 0;
    QMap<QString, qint64> counts; ///< rows by table
    qint64 auditSeq = 0;
    QString auditChain;
    qint64 feeds = 0;
    QString feedHeads;
    qint64 blobBytes = 0;

    bool operator==(const Manifest &) const = default;
};

[[nodiscard]] QString manifestPath(const QString &folder);

/// What a database holds, without the file's own hash and size.
[[nodiscard]] Result<Manifest> describe(ServerStore &store);

[[nodiscard]] Done writeManifest(const Manifest &manifest, const QString &folder);
/// NotFound where there is none; StoreCorrupt when it was changed after it was written.
[[nodiscard]] Result<Manifest> readManifest(const QString &folder);

} // namespace vigie::server
