// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/views.h"

#include <QCoreApplication>

namespace vigie {

/// The conversation's own words.
struct ThreadWords {
    Q_DECLARE_TR_FUNCTIONS(ThreadWords)

public:
    [[nodiscard]] static QString showAll() { return tr("Show the whole message"); }
    [[nodiscard]] static QString internalNote() { return tr("Internal note"); }
    [[nodiscard]] static QString internalCall() { return tr("Call · internal"); }
    /// How far a message of mine has come.
    [[nodiscard]] static QString delivery(Delivery delivery)
    {
        switch (delivery) {
        case Delivery::Sent: return tr("Sent");
        case Delivery::Waiting: return tr("Waiting to be sent");
        case Delivery::Sending: return tr("Sending");
        case Delivery::Checking: return tr("Being checked");
        case Delivery::NeedsYou: return tr("Needs you");
        }
        return {};
    }
};

} // namespace vigie
