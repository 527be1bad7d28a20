// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/machineprobes.h"

#include "app/platform/machineparsers.h"
#include "core/base/limits.h"

#include <QDirIterator>
#include <QFile>
#include <QNetworkInterface>
#include <QProcess>
#include <QStandardPaths>
#include <QStorageInfo>
#include <QSysInfo>

namespace vigie::machine {

namespace {

QString connectionKind(QNetworkInterface::InterfaceType type)
{
    switch (type) {
    case QNetworkInterface::Ethernet: return QStringLiteral("wired");
    case QNetworkInterface::Wifi: return QStringLiteral("wireless");
    case QNetworkInterface::Ppp:
    case QNetworkInterface::Slip: return QStringLiteral("mobile");
    default: return QStringLiteral("other");
    }
}

/// Tunnels by the names their programs give them; the interface's type does not tell.
bool isTunnel(const QString &name)
{
    static const QStringList starts{QStringLiteral("tun"), QStringLiteral("wg"),
                                    QStringLiteral("vpn"), QStringLiteral("ppp")};
    return std::any_of(starts.cbegin(), starts.cend(),
                       [&name](const QString &start) { return name.startsWith(start); });
}

} // namespace

QByteArray readEnd(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    if (file.size() > limits::kMachineFileBytes)
        file.seek(file.size() - limits::kMachineFileBytes);
    return file.read(limits::kMachineFileBytes);
}

MachineState factState(const char *key, const QString &value)
{
    MachineState state;
    if (const QString text = cleaned(value); !text.isEmpty())
        state.facts.append({QLatin1String(key), text});
    return state;
}

MachineState systemState()
{
    MachineState state;
    state.facts.append(factState("host", QSysInfo::machineHostName()).facts);
    state.facts.append(factState("os", QSysInfo::prettyProductName()).facts);
    state.facts.append(factState("kernel",
                                 QStringLiteral("%1 %2 %3").arg(QSysInfo::kernelType(),
                                                                QSysInfo::kernelVersion(),
                                                                QSysInfo::currentCpuArchitecture()))
                           .facts);
    return state;
}

MachineState startState(qint64 at)
{
    if (at <= 0)
        return {};
    MachineState state = factState("started", timeText(at));
    state.events.append({MachineEvent::Kind::Restart, at, {}, 0});
    return state;
}

MachineState volumeState(const char *key, const QString &path)
{
    const QStorageInfo volume(path);
    if (!volume.isValid() || !volume.isReady())
        return {};
    return factState(key, roomText({volume.bytesAvailable(), volume.bytesTotal()}));
}

MachineState networkState(const QStringList &preferred)
{
    QString kind;
    bool tunnel = false;
    const QList<QNetworkInterface> all = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface &one : all) {
        const QNetworkInterface::InterfaceFlags flags = one.flags();
        if (flags.testFlag(QNetworkInterface::IsLoopBack) || !flags.testFlag(QNetworkInterface::IsUp)
            || !flags.testFlag(QNetworkInterface::IsRunning) || one.addressEntries().isEmpty())
            continue;
        if (isTunnel(one.name())) {
            tunnel = true;
            continue;
        }
        if (!preferred.isEmpty() && !preferred.contains(one.name()))
            continue;
        const QString its = connectionKind(one.type());
        // The wire counts more than the air when both are there: it is what is used.
        if (kind.isEmpty() || its == QLatin1String("wired"))
            kind = its;
    }
    if (kind.isEmpty())
        kind = tunnel ? QStringLiteral("other") : QStringLiteral("none");
    return factState("network", tunnel ? kind + QStringLiteral("+vpn") : kind);
}

MachineState certificateState(const QStringList &folders, const QStringList &names)
{
    QList<QByteArray> found;
    for (const QString &folder : folders) {
        QDirIterator files(folder, names, QDir::Files);
        for (int seen = 0; files.hasNext() && seen < limits::kMachineFilesLooked; ++seen)
            found.append(readEnd(files.next()));
    }
    const qint64 end = firstEnd(found, QDateTime::currentMSecsSinceEpoch());
    return end > 0 ? factState("certificate", timeText(end)) : MachineState();
}

MachineState backupState(qint64 at)
{
    return at > 0 ? factState("backup", timeText(at)) : MachineState();
}

QByteArray saidBy(const QString &program, const QStringList &arguments)
{
    constexpr int kPatienceMs = 5'000;
    const QString path = QStandardPaths::findExecutable(program);
    if (path.isEmpty())
        return {};
    QProcess process;
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(path, arguments);
    if (!process.waitForFinished(kPatienceMs)) {
        process.kill();
        process.waitForFinished(kPatienceMs);
        return {};
    }
    return process.exitCode() == 0 ? process.readAllStandardOutput().left(limits::kMachineFileBytes)
                                   : QByteArray();
}

MachineState crashState(const QStringList &folders)
{
    MachineState state;
    for (const QString &folder : folders) {
        QDirIterator entries(folder, QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot);
        for (int seen = 0; entries.hasNext() && seen < limits::kMachineFilesLooked; ++seen) {
            entries.next();
            const QString program = crashedProgram(entries.fileName());
            if (program.isEmpty())
                continue;
            const qint64 at = entries.fileInfo().lastModified().toMSecsSinceEpoch();
            state.events.append({MachineEvent::Kind::Crash, at, program, 0});
        }
    }
    state.facts = factState("crashes", listText(state.events)).facts;
    return state;
}

} // namespace vigie::machine
