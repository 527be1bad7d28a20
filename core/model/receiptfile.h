// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/receiptstatement.h"

#include <QStringList>

namespace vigie {

/// A receipt as a file: what a client saves and `vigie-server check-receipt` reads again.
///
/// Both forms hold a heading, rows of a label and a value, notes, and, when it is signed, a block:
///
///     -----BEGIN VIGIE RECEIPT-----
///     vigie-receipt-1
///     …the other nine lines of the signed text, see receiptstatement.h…
///     -----BEGIN SIGNATURE-----
///     key: the public key in Base64
///     signature: the signature in Base64
///     -----END VIGIE RECEIPT-----
///
/// In a text each value stands on a line of its own behind four spaces; in a page it is a <td>, and
/// the block is the one <pre>. Labels, heading and notes are in the person's language and vouch for
/// nothing. The values of a signed receipt are those of receiptValues(), in every language.
struct ReceiptSheet {
    struct Row {
        QString label;
        QString value; ///< one line
    };
    QString heading;
    QList<Row> rows;
    QStringList notes; ///< paragraphs
    ReceiptSeal seal;  ///< empty = not signed

    [[nodiscard]] QString toText() const;
    /// A page of its own: no script, no picture, nothing loaded from anywhere.
    [[nodiscard]] QString toHtml() const;
};

/// What a signed receipt shows, in this order: title, number, name, written, received, ticket,
/// sha256, server, fingerprint of the key. Times are those of receiptTime().
[[nodiscard]] QStringList receiptValues(const ReceiptStatement &statement, const ReceiptSeal &seal);

/// "2026-07-14 11:12:33 +02:00": this computer's time, and what makes it exact anywhere.
[[nodiscard]] QString receiptTime(qint64 at);

/// What stands in a receipt's file.
struct ReceiptFile {
    ReceiptStatement statement;
    ReceiptSeal seal; ///< has the right form; whether it is good is not known here
    /// The first value of the table that is not the one in the block, counted from 1; 0 = none.
    int wrongRow = 0;
    /// A page holds other elements than a receipt's: parts could be hidden or added.
    bool foreignParts = false;
};

/// Reads either form, also with a byte order mark or the line ends of Windows. NotFound where there
/// is no signed receipt, StoreCorrupt where there is one that was cut off or changed in its form,
/// TooLarge over limits::kReceiptFileBytes; the detail says what and is fit to be shown.
[[nodiscard]] Result<ReceiptFile> readReceiptFile(const QByteArray &bytes);

} // namespace vigie
