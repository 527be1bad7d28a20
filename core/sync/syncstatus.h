// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QMetaType>

namespace vigie {

/// What the sync indicator shows: a quiet fact, never a dialog.
struct SyncStatus {
    enum class Phase {
        Starting,
        Online,      ///< the last exchange worked and nothing waits
        Working,     ///< sending or receiving
        Offline,     ///< no way to the server; everything is kept
        SignInNeeded,
        Stopped,     ///< untrusted certificate, update needed: see `error`
        Reconciling, ///< the server was restored; comparing
    };
    Phase phase = Phase::Starting;
    int waiting = 0;  ///< operations not yet accepted, those being checked among them
    int checking = 0; ///< may have arrived, being asked again
    int needsYou = 0; ///< parked and conflicts
    qint64 lastContact = 0; ///< UTC ms of the last good answer; 0 = never
    qint64 nextTryAt = 0;   ///< UTC ms; 0 = now or not planned
    qint64 clockSkewMs = 0; ///< server minus local, when known
    Error error;

    bool operator==(const SyncStatus &) const = default;
};

} // namespace vigie

Q_DECLARE_METATYPE(vigie::SyncStatus)
