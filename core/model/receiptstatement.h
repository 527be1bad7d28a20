// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/message.h"
#include "core/model/ticket.h"

namespace vigie {

/// What a server vouches for when it accepts a report, and the text that it signs.
///
/// The text ("vigie-receipt-1") is UTF-8 without a byte order mark: ten lines, each ended by one
/// line feed, always all of them and in this order:
///
///     vigie-receipt-1
///     server: what the server calls itself
///     ticket: the request's id, a UUID in lower case
///     number: the request's number, decimal, at least 1
///     title: the title as it was received
///     requester: the id of the person whose request it is
///     name: that person's name
///     written: when the device says it was written, "2026-07-14T09:12:33.123Z"
///     received: when the server accepted it, by the server's clock, in the same form
///     sha256: contentHash() of the report, 64 hexadecimal digits in lower case
///
/// In the three free texts every run of white space, control characters and byte order marks is one
/// space, and there is none at the ends, so that no value can make a line of its own. Whoever
/// changes anything here gives the first line another number.
struct ReceiptStatement {
    QString server;
    TicketId ticket;
    qint64 number = 0;
    QString title;
    PersonId requester;
    QString requesterName;
    qint64 writtenAt = 0;  ///< UTC ms
    qint64 receivedAt = 0; ///< UTC ms
    QString sha256;

    bool operator==(const ReceiptStatement &) const = default;
};

/// The text that is signed.
[[nodiscard]] QString receiptText(const ReceiptStatement &statement);

/// Reads such a text. Strict: Invalid for everything that receiptText() would not have written in
/// exactly this way, so that a text has one meaning.
[[nodiscard]] Result<ReceiptStatement> statementFrom(const QString &text);

/// The statement in a seal whose parts have the right form. Invalid otherwise, also for an empty
/// seal. Whether the signature is good is for the server to say: a client has no Ed25519.
[[nodiscard]] Result<ReceiptStatement> statementOf(const ReceiptSeal &seal);

/// The bytes of a strict Base64 text; Invalid when it is not `size` bytes in canonical form.
[[nodiscard]] Result<QByteArray> bytesFromBase64(const QString &text, qsizetype size);

/// SHA-256 of an Ed25519 public key (32 bytes) in its X.509 form (SubjectPublicKeyInfo, DER,
/// RFC 8410), "AA:BB:…": what `openssl pkey -pubin -outform DER | sha256sum` counts. Empty for a
/// key of another size.
[[nodiscard]] QString receiptKeyFingerprint(const QByteArray &key);

/// SHA-256 over what the person wrote, in hex: the compact JSON (UTF-8, keys sorted) of {"title",
/// "kit", "files"}, as they travelled, without the deadline, which the server may shorten. The same
/// on both sides, before and after the report was received.
[[nodiscard]] QString contentHash(const Ticket &ticket, const QList<Attachment> &files);

} // namespace vigie
