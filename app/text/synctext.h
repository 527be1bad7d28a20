// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/iconset.h"
#include "core/sync/syncstatus.h"

#include <QCoreApplication>
#include <QString>

namespace vigie {

/// The state of the exchange in calm words: a fact, never an alarm.
class SyncText
{
    Q_DECLARE_TR_FUNCTIONS(SyncText)

public:
    /// A few words: "Up to date", "Offline".
    [[nodiscard]] static QString phase(const SyncStatus &status);
    /// "3 waiting, 1 being checked, 1 needs you"; empty when nothing waits.
    [[nodiscard]] static QString counts(const SyncStatus &status);
    /// Phase, counts and age in one line for the status bar.
    [[nodiscard]] static QString line(const SyncStatus &status, qint64 now);
    /// Sentences: what is the matter, what was kept, what happens next.
    [[nodiscard]] static QString details(const SyncStatus &status, qint64 now);
    [[nodiscard]] static Icon icon(const SyncStatus &status);
    [[nodiscard]] static IconColor color(const SyncStatus &status);
};

} // namespace vigie
