// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace vigie {

/// One thing a computer tells about itself. Keys are stable and travel in `Kit::facts`; values are
/// in no language, so that reporter and agent each read them in their own (`FactText`):
///
///     host, os, kernel, build, client, session, locale, keyboard, timezone    plain text
///     started             ISO 8601, UTC
///     disk.system, disk.home, memory    "free/all" in bytes
///     network             "wired", "wireless", "mobile", "other" or "none"; "+vpn" may follow
///     screens             "1920x1080@1.25", joined with "; " (native pixels, scale)
///     updates, crashes    "ISO 8601 name", the newest first, joined with "; "
struct MachineFact {
    QString key;
    QString value;

    bool operator==(const MachineFact &) const = default;
};

/// Something that happened to the computer lately and may be what broke it.
struct MachineEvent {
    enum class Kind { Restart, Update, Device, Network, Crash };

    Kind kind = Kind::Restart;
    qint64 at = 0;  ///< UTC ms
    QString detail; ///< a program's, device's or connection's name; may be empty
    int others = 0; ///< how many more of the kind came with it

    bool operator==(const MachineEvent &) const = default;
};

struct MachineState {
    QList<MachineFact> facts;
    QList<MachineEvent> events; ///< in no order

    bool operator==(const MachineState &) const = default;
};

} // namespace vigie
