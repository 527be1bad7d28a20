// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace vigie {

/// The server's signature over what it received: what makes a receipt more than a claim. Made once,
/// when a report is accepted, and kept with the report's message, so that it works offline and
/// outlives later changes of the ticket. Empty on everything else, on reports from before servers
/// signed, and on what was imported.
struct ReceiptSeal {
    QString text;      ///< what was signed, byte for byte (UTF-8); see receiptstatement.h
    QString key;       ///< the Ed25519 public key (RFC 8032), 32 bytes in Base64
    QString signature; ///< Ed25519 over `text`, 64 bytes in Base64

    bool operator==(const ReceiptSeal &) const = default;

    [[nodiscard]] bool isEmpty() const { return *this == ReceiptSeal(); }
};

} // namespace vigie
