// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/receiptseal.h"

namespace vigie::server {

/// Who signs what was received. An interface, so that test worlds can have the same key every time.
class ReceiptSigner
{
public:
    virtual ~ReceiptSigner() = default;

    /// The same text gives the same seal. Bug when the library refuses.
    [[nodiscard]] virtual Result<ReceiptSeal> sign(const QString &text) const = 0;
};

} // namespace vigie::server
