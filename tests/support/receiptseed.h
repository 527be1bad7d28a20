// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/auth/receiptkey.h"

#include <memory>

namespace vigie::server {

/// The same key in every world, so that the same history gives the same signatures.
inline ReceiptKey fixedReceiptKey(char filler = 'k')
{
    Result<ReceiptKey> key = ReceiptKey::fromSeed(QByteArray(32, filler));
    if (!key)
        qFatal("no key: %s", qPrintable(toLog(key.error())));
    return *std::move(key);
}

inline std::shared_ptr<const ReceiptSigner> fixedReceiptSigner()
{
    return std::make_shared<ReceiptKey>(fixedReceiptKey());
}

} // namespace vigie::server
