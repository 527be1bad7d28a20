// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/auth/receiptkey.h"

namespace vigie::server {

/// receipt.key in a server's data folder, or in a backup: the key in PEM, readable by its owner
/// only.
[[nodiscard]] QString receiptKeyPath(const QString &dataFolder);

/// NotFound where there is none; StoreCorrupt, with what to do, for a file that is no key.
[[nodiscard]] Result<ReceiptKey> openReceiptKey(const QString &dataFolder);

/// Makes one where there is none. Never in place of a file that is there: receipts were signed
/// with it. The caller holds the folder's lock.
[[nodiscard]] Result<ReceiptKey> openOrCreateReceiptKey(const QString &dataFolder);

/// For backups: nothing happens when `from` has none or `to` has one already.
[[nodiscard]] Done copyReceiptKey(const QString &from, const QString &to);

} // namespace vigie::server
