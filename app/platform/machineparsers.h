// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/machinestate.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace vigie::machine {

/// Readers of what operating systems write about themselves. Pure, and fearless of whatever a file
/// holds: what cannot be read is left out. Times are UTC milliseconds.

/// One line without control characters, cut to limits::kFactLength.
[[nodiscard]] QString cleaned(const QString &text);

/// Bytes free and in all.
struct Room {
    qint64 free = 0;
    qint64 all = 0;

    bool operator==(const Room &) const = default;
};
/// /proc/meminfo (proc(5)): MemAvailable of MemTotal.
[[nodiscard]] std::optional<Room> memoryFrom(const QByteArray &meminfo);
/// "free/all"; empty when it makes no sense.
[[nodiscard]] QString roomText(const Room &room);

/// /proc/stat (proc(5)): when the computer started; 0 when it does not say.
[[nodiscard]] qint64 startFrom(const QByteArray &stat);

/// /proc/net/route (proc(5)): the interfaces that lead everywhere, the preferred first.
[[nodiscard]] QStringList defaultRoutesFrom(const QByteArray &routes);

/// One run of a package manager or installer.
struct Update {
    qint64 at = 0;
    QStringList names; ///< in the order of the log, without architecture and version

    bool operator==(const Update &) const = default;
};
/// /var/log/apt/history.log (apt.conf(5)): what was installed or upgraded, the newest first.
/// The log's times are local.
[[nodiscard]] QList<Update> updatesFrom(const QByteArray &aptHistory);

/// A record of udev's database, /run/udev/data (sd-device(3), ID_* properties).
struct Device {
    qint64 addedUs = 0; ///< µs after the start of the computer
    QString name;

    bool operator==(const Device &) const = default;
};
[[nodiscard]] std::optional<Device> deviceFrom(const QByteArray &udevRecord);

/// The program in a crash report's file or folder name: apport's "_usr_bin_gimp.1000.crash",
/// macOS' "Safari-2026-03-01-101010.ips", Windows' "AppCrash_outlook.exe_…". Empty for others.
[[nodiscard]] QString crashedProgram(const QString &name);

/// The value of a fact that lists what happened when: `MachineFact` "updates", "crashes".
[[nodiscard]] QString listText(const QList<MachineEvent> &events);

/// Certificates of this computer (PEM or DER): when the first of them ends, UTC ms. Authorities are
/// not this computer's, and what ended more than 90 days before `now` is not used any more. 0 when
/// there is none.
[[nodiscard]] qint64 firstEnd(const QList<QByteArray> &certificates, qint64 now);

/// A folder of Timeshift's, "2026-03-01_10-00-01" in local time; 0 for other names.
[[nodiscard]] qint64 snapshotTime(const QString &folder);
/// What `gsettings get org.gnome.DejaDup last-backup` says: "'2026-03-01T09:00:00Z'"; 0 when there
/// was none.
[[nodiscard]] qint64 settingTime(const QByteArray &said);
/// What `tmutil latestbackup` says: a path that ends in "2026-03-01-100001" or
/// "2026-03-01-100001.backup", local time; 0 for anything else.
[[nodiscard]] qint64 timeMachineTime(const QByteArray &said);

/// ISO 8601 in UTC, to the minute.
[[nodiscard]] QString timeText(qint64 at);

/// The newest events of the last limits::kMachineEventsMs, at most limits::kMachineEvents, the
/// newest first.
[[nodiscard]] QList<MachineEvent> recent(QList<MachineEvent> events, qint64 now);

} // namespace vigie::machine
