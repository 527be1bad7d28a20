// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/message.h"
#include "core/model/ticket.h"

#include <QCoreApplication>
#include <QFuture>
#include <QString>

namespace vigie {

/// What the employee keeps of a report (S38): what was written, when, and when it was received.
/// It carries a fingerprint of the content but no signature of the server's: it shows that a
/// report was not changed since, not who received it, and says so.
struct Receipt {
    Q_DECLARE_TR_FUNCTIONS(Receipt)

public:
    QString title;
    QString number; ///< "#1042", or the provisional id
    QString id;     ///< the request's id, the same for ever
    QString author;
    qint64 writtenAt = 0;
    qint64 receivedAt = 0; ///< by the server's clock; 0 = not yet
    QString sha256;        ///< of the content, hex

    [[nodiscard]] bool isReceived() const { return receivedAt > 0; }
    /// Plain text, in the person's language.
    [[nodiscard]] QString toText() const;
    /// The same as a page of its own: no script, no picture, nothing loaded from anywhere.
    [[nodiscard]] QString toHtml() const;
    [[nodiscard]] QString fileName() const;

private:
    struct Line {
        QString label;
        QString value;
    };
    [[nodiscard]] QList<Line> lines() const;
    [[nodiscard]] static QString note();
};

/// `report` is the ticket's first message; null members when it is not here.
[[nodiscard]] Receipt receiptOf(const Ticket &ticket, const Message &report);

/// Writes it as text (a name that ends in .txt) or as a page, off the calling thread. StoreFault
/// with the system's reason in the detail.
[[nodiscard]] QFuture<Result<bool>> saveReceipt(const Receipt &receipt, const QString &path);

/// SHA-256 over what the person wrote, in hex: the compact JSON (UTF-8, keys sorted) of {"title",
/// "kit", "files"}, as they travelled, without the deadline, which the server may shorten. The same
/// on both sides, before and after the report was received.
[[nodiscard]] QString contentHash(const Ticket &ticket, const QList<Attachment> &files);

} // namespace vigie
