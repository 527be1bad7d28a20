// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/remote/vigie/answerpolicy.h"
#include "core/remote/vigie/blobtransfer.h"

#include <QObject>

namespace vigie::remote {

/// Brings one file to the server: asks where the server stands, sends chunks from there, and asks
/// again whenever the server's place turns out to be another. Never trusts a place of its own, so
/// that it continues after a crash of either side. Calls `done` once, never synchronously, and
/// ends with its parent.
class BlobUpload final : public QObject
{
    Q_OBJECT

public:
    BlobUpload(const TransferParts &parts, QString sha256, TransferDone done, QObject *parent);
    void start();

private:
    void askPlace();
    void onPlace(const Judged &judged);
    void sendChunk();
    void onChunk(const Judged &judged, qint64 sent, qint64 tookMs);
    void continueAt(qint64 offset);
    /// Asks the server again; gives up after too many times without progress.
    void lostPlace(const Judged &judged);
    [[nodiscard]] Result<qint64> offsetOf(const Judged &judged) const;
    void endWith(Outcome outcome, const Error &error = {});

    TransferParts m_parts;
    QString m_sha256;
    TransferDone m_done;
    qint64 m_size = 0;
    qint64 m_offset = 0;
    int m_lostInARow = 0;
};

} // namespace vigie::remote
