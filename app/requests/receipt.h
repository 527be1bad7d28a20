// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/receiptfile.h"

#include <QCoreApplication>
#include <QFuture>
#include <QString>

#include <optional>

namespace vigie {

/// What the employee keeps of a report (S38): what was written, when, and when it was received,
/// signed by the server that received it. Without a signature (not received yet, received before
/// servers signed, imported, or one of the wrong form) it says that it has none. The signature is
/// shown and not checked here: that is for `vigie-server check-receipt`.
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

    /// What the server signed; the members above are then as it says. Only with a signature.
    std::optional<ReceiptStatement> signedStatement;
    ReceiptSeal seal;          ///< empty without a signature
    bool hadOddSeal = false;   ///< something came in its place that is none, or another report's
    bool isOtherHere = false;  ///< the report on this device is not the one that was signed

    [[nodiscard]] bool isReceived() const { return receivedAt > 0; }
    [[nodiscard]] bool isSigned() const { return signedStatement.has_value(); }
    /// Plain text, in the person's language.
    [[nodiscard]] QString toText() const;
    /// The same as a page of its own: no script, no picture, nothing loaded from anywhere.
    [[nodiscard]] QString toHtml() const;
    [[nodiscard]] QString fileName() const;

private:
    [[nodiscard]] ReceiptSheet sheet() const;
    [[nodiscard]] QStringList values() const;
    [[nodiscard]] QStringList notes() const;
};

/// `report` is the ticket's first message; null members when it is not here.
[[nodiscard]] Receipt receiptOf(const Ticket &ticket, const Message &report);

/// Writes it as text (a name that ends in .txt) or as a page, off the calling thread. StoreFault
/// with the system's reason in the detail.
[[nodiscard]] QFuture<Result<bool>> saveReceipt(const Receipt &receipt, const QString &path);

} // namespace vigie
