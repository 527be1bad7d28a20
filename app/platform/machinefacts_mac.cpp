// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/machinefacts.h"
#include "app/platform/machineparsers.h"
#include "app/platform/machineprobes.h"

#include <QDateTime>
#include <QDir>

#include <CoreFoundation/CoreFoundation.h>
#include <Security/Security.h>
#include <mach/mach.h>
#include <sys/sysctl.h>
#include <sys/time.h>

namespace vigie {

namespace {

using namespace machine;

MachineState bootState()
{
    timeval boot{};
    size_t size = sizeof(boot);
    int name[] = {CTL_KERN, KERN_BOOTTIME};
    if (sysctl(name, 2, &boot, &size, nullptr, 0) != 0)
        return {};
    return startState(qint64(boot.tv_sec) * 1000);
}

MachineState memoryState()
{
    int64_t all = 0;
    size_t size = sizeof(all);
    if (sysctlbyname("hw.memsize", &all, &size, nullptr, 0) != 0)
        return {};
    vm_statistics64_data_t pages{};
    mach_msg_type_number_t count = HOST_VM_INFO64_COUNT;
    vm_size_t page = 0;
    const mach_port_t host = mach_host_self();
    const bool known = host_page_size(host, &page) == KERN_SUCCESS
        && host_statistics64(host, HOST_VM_INFO64, reinterpret_cast<host_info64_t>(&pages), &count)
            == KERN_SUCCESS;
    mach_port_deallocate(mach_task_self(), host);
    if (!known)
        return {};
    // What is inactive is given to whoever asks.
    const qint64 free = (qint64(pages.free_count) + pages.inactive_count) * qint64(page);
    return factState("memory", roomText({free, qint64(all)}));
}

QStringList reportFolders()
{
    return {QDir::homePath() + QStringLiteral("/Library/Logs/DiagnosticReports"),
            QStringLiteral("/Library/Logs/DiagnosticReports")};
}

/// The identities in the keychains: a certificate with its key is this computer's or its person's.
MachineState ownCertificates()
{
    const void *keys[] = {kSecClass, kSecMatchLimit, kSecReturnRef};
    const void *values[] = {kSecClassIdentity, kSecMatchLimitAll, kCFBooleanTrue};
    CFDictionaryRef query = CFDictionaryCreate(nullptr, keys, values, 3,
                                               &kCFTypeDictionaryKeyCallBacks,
                                               &kCFTypeDictionaryValueCallBacks);
    CFTypeRef found = nullptr;
    const OSStatus status = SecItemCopyMatching(query, &found);
    CFRelease(query);
    if (status != errSecSuccess || !found)
        return {};
    QList<QByteArray> certificates;
    const auto identities = static_cast<CFArrayRef>(found);
    for (CFIndex i = 0; i < CFArrayGetCount(identities); ++i) {
        auto identity = reinterpret_cast<SecIdentityRef>(
            const_cast<void *>(CFArrayGetValueAtIndex(identities, i)));
        SecCertificateRef certificate = nullptr;
        if (SecIdentityCopyCertificate(identity, &certificate) != errSecSuccess)
            continue;
        if (CFDataRef der = SecCertificateCopyData(certificate)) {
            certificates.append(QByteArray(reinterpret_cast<const char *>(CFDataGetBytePtr(der)),
                                           CFDataGetLength(der)));
            CFRelease(der);
        }
        CFRelease(certificate);
    }
    CFRelease(found);
    const qint64 end = firstEnd(certificates, QDateTime::currentMSecsSinceEpoch());
    return end > 0 ? factState("certificate", timeText(end)) : MachineState();
}

MachineState lastBackup()
{
    return backupState(timeMachineTime(
        saidBy(QStringLiteral("tmutil"), {QStringLiteral("latestbackup")})));
}

} // namespace

QList<MachineProbe> machineProbes()
{
    return {
        systemState,
        bootState,
        memoryState,
        [] { return networkState({}); },
        [] { return volumeState("disk.system", QStringLiteral("/")); },
        [] { return crashState(reportFolders()); },
        ownCertificates,
        lastBackup,
        [] { return volumeState("disk.home", QDir::homePath()); },
    };
}

} // namespace vigie
