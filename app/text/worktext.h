// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/message.h"
#include "core/ops/op.h"

#include <QCoreApplication>

#include <optional>

namespace vigie {

/// Time worked in the person's language. Pure.
class WorkText
{
    Q_DECLARE_TR_FUNCTIONS(WorkText)

public:
    /// "1 h 25 min", "25 min", "40 s"; of less than nothing "−25 min".
    [[nodiscard]] static QString amount(qint64 seconds);
    /// As a watch shows it: "0:04:31".
    [[nodiscard]] static QString watch(qint64 seconds);
    /// What a person typed: "1:30", "90", "90 min", "1 h 30", "1h30m", "0:04:31", "45 s"; a number
    /// alone is minutes. Nothing when it is none of these or more than limits::kWorkSeconds.
    [[nodiscard]] static std::optional<qint64> read(const QString &text);
    /// The event in a thread; `who` is its author in words.
    [[nodiscard]] static QString sentence(const Message &event, const QString &who);
    [[nodiscard]] static QString intention(const LogWork &work);
};

} // namespace vigie
