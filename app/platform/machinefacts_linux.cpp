// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/machinefacts.h"
#include "app/platform/machineparsers.h"
#include "app/platform/machineprobes.h"
#include "core/base/limits.h"

#include <QDir>
#include <QDirIterator>

namespace vigie {

namespace {

using namespace machine;

qint64 linuxStart()
{
    return startFrom(readEnd(QStringLiteral("/proc/stat")));
}

MachineState memoryState()
{
    const auto room = memoryFrom(readEnd(QStringLiteral("/proc/meminfo")));
    return room ? factState("memory", roomText(*room)) : MachineState();
}

MachineState connectionState()
{
    return networkState(defaultRoutesFrom(readEnd(QStringLiteral("/proc/net/route"))));
}

MachineState updateState()
{
    MachineState state;
    for (const Update &update : updatesFrom(readEnd(QStringLiteral("/var/log/apt/history.log")))) {
        state.events.append({MachineEvent::Kind::Update, update.at, update.names.first(),
                             int(update.names.size()) - 1});
    }
    state.facts = factState("updates", listText(state.events)).facts;
    return state;
}

/// USB devices that came while the computer was running; those of the start are no news.
MachineState deviceState()
{
    constexpr qint64 startUs = 120'000'000;
    MachineState state;
    const qint64 start = linuxStart();
    if (start <= 0)
        return state;
    // Character devices of the major number 189 are the USB devices (devices.txt of the kernel).
    QDirIterator records(QStringLiteral("/run/udev/data"), {QStringLiteral("c189:*")}, QDir::Files);
    for (int seen = 0; records.hasNext() && seen < limits::kMachineFilesLooked; ++seen) {
        const auto device = deviceFrom(readEnd(records.next()));
        if (device && device->addedUs > startUs) {
            state.events.append({MachineEvent::Kind::Device, start + device->addedUs / 1000,
                                 device->name, 0});
        }
    }
    return state;
}

/// Certificates of this computer and its person, not the authorities it trusts: VPN, 802.1X, the
/// computer's own.
MachineState ownCertificates()
{
    return certificateState({QDir::homePath() + QStringLiteral("/.cert"),
                             QStringLiteral("/etc/openvpn"), QStringLiteral("/etc/openvpn/client"),
                             QStringLiteral("/etc/swanctl/x509"),
                             QStringLiteral("/etc/ipsec.d/certs"),
                             QStringLiteral("/etc/pki/tls/certs"),
                             QStringLiteral("/etc/wpa_supplicant")},
                            {QStringLiteral("*.pem"), QStringLiteral("*.crt"),
                             QStringLiteral("*.cer"), QStringLiteral("*.der")});
}

/// Timeshift's newest snapshot or Déjà Dup's last backup: the two that desktops bring.
MachineState lastBackup()
{
    qint64 at = settingTime(saidBy(QStringLiteral("gsettings"),
                                   {QStringLiteral("get"), QStringLiteral("org.gnome.DejaDup"),
                                    QStringLiteral("last-backup")}));
    for (const char *place : {"/timeshift/snapshots", "/run/timeshift/backup/timeshift/snapshots"}) {
        const QStringList names = QDir(QLatin1String(place)).entryList(QDir::Dirs);
        for (const QString &name : names)
            at = std::max(at, snapshotTime(name));
    }
    return backupState(at);
}

} // namespace

QList<MachineProbe> machineProbes()
{
    return {
        systemState,
        [] { return startState(linuxStart()); },
        memoryState,
        connectionState,
        updateState,
        [] { return crashState({QStringLiteral("/var/crash")}); },
        deviceState,
        ownCertificates,
        lastBackup,
        [] { return volumeState("disk.system", QStringLiteral("/")); },
        [] { return volumeState("disk.home", QDir::homePath()); },
    };
}

} // namespace vigie
