// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/machinefacts.h"
#include "app/platform/machineparsers.h"
#include "app/platform/machineprobes.h"

#include <QDateTime>
#include <QDir>

#include <windows.h>

namespace vigie {

namespace {

using namespace machine;

MachineState uptimeState()
{
    const qint64 up = qint64(GetTickCount64());
    return startState(QDateTime::currentMSecsSinceEpoch() - up);
}

MachineState memoryState()
{
    MEMORYSTATUSEX status;
    status.dwLength = sizeof(status);
    if (!GlobalMemoryStatusEx(&status))
        return {};
    return factState("memory", roomText({qint64(status.ullAvailPhys), qint64(status.ullTotalPhys)}));
}

/// The update level that the version number does not tell: "build 22631.3155".
MachineState buildState()
{
    const wchar_t *const key = L"SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
    wchar_t build[32] = {};
    DWORD size = sizeof(build);
    DWORD revision = 0;
    DWORD revisionSize = sizeof(revision);
    if (RegGetValueW(HKEY_LOCAL_MACHINE, key, L"CurrentBuild", RRF_RT_REG_SZ, nullptr, build, &size)
            != ERROR_SUCCESS
        || RegGetValueW(HKEY_LOCAL_MACHINE, key, L"UBR", RRF_RT_REG_DWORD, nullptr, &revision,
                        &revisionSize)
            != ERROR_SUCCESS)
        return {};
    return factState("build", QStringLiteral("%1.%2").arg(QString::fromWCharArray(build)).arg(revision));
}

/// Windows Error Reporting keeps its reports in one folder per crash.
QStringList reportFolders()
{
    const QString tail = QStringLiteral("/Microsoft/Windows/WER/ReportArchive");
    return {qEnvironmentVariable("LOCALAPPDATA") + tail, qEnvironmentVariable("ProgramData") + tail};
}

} // namespace

QList<MachineProbe> machineProbes()
{
    const QString system = qEnvironmentVariable("SystemDrive", QStringLiteral("C:"));
    return {
        systemState,
        buildState,
        uptimeState,
        memoryState,
        [] { return networkState({}); },
        [] { return crashState(reportFolders()); },
        [system] { return volumeState("disk.system", system + QLatin1Char('/')); },
        [] { return volumeState("disk.home", QDir::homePath()); },
    };
}

} // namespace vigie
