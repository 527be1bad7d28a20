// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/remote/vigie/answerpolicy.h"
#include "core/remote/vigie/blobtransfer.h"
#include "core/remote/vigie/partfile.h"

#include <QObject>

namespace vigie::remote {

/// Fetches one file in ranges into a part file, checks its hash and hands it to the blob store.
/// What arrived stays for the next attempt. Calls `done` once, never synchronously, and ends with
/// its parent. Trouble with this machine's disk is Refused with a Store… error.
class BlobDownload final : public QObject
{
    Q_OBJECT

public:
    BlobDownload(const TransferParts &parts, QString sha256, qint64 size, const TicketId &ticket,
                 TransferDone done, QObject *parent);
    void start();

private:
    void begin();
    void askRange();
    void onRange(const Judged &judged, qint64 wanted);
    /// The bytes, when they are exactly those that were asked for.
    [[nodiscard]] Result<QByteArray> checkedRange(const net::Response &response,
                                                  qint64 wanted) const;
    void keep();
    void endWith(Outcome outcome, const Error &error = {});

    TransferParts m_parts;
    QString m_sha256;
    qint64 m_size;
    TicketId m_ticket;
    TransferDone m_done;
    std::unique_ptr<PartFile> m_part;
};

} // namespace vigie::remote
