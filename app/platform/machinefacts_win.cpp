// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/machinefacts.h"
#include "app/platform/machineparsers.h"
#include "app/platform/machineprobes.h"

#include <QDateTime>
#include <QDir>

#include <windows.h>

#include <wincrypt.h>

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

/// The person's own certificates (certmgr.msc, "Personal").
MachineState ownCertificates()
{
    const HCERTSTORE store = CertOpenSystemStoreW(0, L"MY");
    if (!store)
        return {};
    QList<QByteArray> certificates;
    PCCERT_CONTEXT at = nullptr;
    while ((at = CertEnumCertificatesInStore(store, at)) != nullptr) {
        certificates.append(QByteArray(reinterpret_cast<const char *>(at->pbCertEncoded),
                                       qsizetype(at->cbCertEncoded)));
    }
    CertCloseStore(store, 0);
    const qint64 end = firstEnd(certificates, QDateTime::currentMSecsSinceEpoch());
    return end > 0 ? factState("certificate", timeText(end)) : MachineState();
}

/// File History notes up to when everything is saved, in 100 ns since 1601.
MachineState lastBackup()
{
    quint64 ticks = 0;
    DWORD size = sizeof(ticks);
    if (RegGetValueW(HKEY_CURRENT_USER, L"SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\FileHistory",
                     L"ProtectedUpToTime", RRF_RT_REG_QWORD, nullptr, &ticks, &size)
            != ERROR_SUCCESS)
        return {};
    constexpr quint64 k1970 = 116'444'736'000'000'000ULL;
    return backupState(ticks > k1970 ? qint64((ticks - k1970) / 10'000) : 0);
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
        ownCertificates,
        lastBackup,
        [system] { return volumeState("disk.system", system + QLatin1Char('/')); },
        [] { return volumeState("disk.home", QDir::homePath()); },
    };
}

} // namespace vigie
