// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/harness/littledisk.h"

namespace vigie::e2e {

namespace {

bool runs(const QStringList &command)
{
    QProcess process;
    process.start(command.first(), command.mid(1));
    return process.waitForFinished(10'000) && process.exitStatus() == QProcess::NormalExit
        && process.exitCode() == 0;
}

/// "unshare …" with the fewest rights that let us mount; empty when nothing does.
const QStringList &unshare()
{
    static const QStringList found = [] {
        const QStringList tries[] = {{QStringLiteral("unshare"), QStringLiteral("-m")},
                                     {QStringLiteral("unshare"), QStringLiteral("-Urm")}};
        for (const QStringList &command : tries) {
            if (runs(command + QStringList{QStringLiteral("mount"), QStringLiteral("-t"),
                                           QStringLiteral("tmpfs"), QStringLiteral("tmpfs"),
                                           QStringLiteral("/mnt")}))
                return command;
        }
        return QStringList();
    }();
    return found;
}

/// The shell command runs first, with the folder as $0, and then becomes the client.
void wrap(ClientProcess &client, const QString &shell)
{
    client.setWrapper(unshare()
                      + QStringList{QStringLiteral("sh"), QStringLiteral("-c"),
                                    shell + QStringLiteral(" && exec \"$@\""), client.root()});
}

} // namespace

bool LittleDisk::canMount()
{
    return !unshare().isEmpty();
}

void LittleDisk::putOnLittleDisk(ClientProcess &client, int megabytes)
{
    wrap(client, QStringLiteral("mount -t tmpfs -o size=%1m tmpfs \"$0\"").arg(megabytes));
}

void LittleDisk::makeReadOnly(ClientProcess &client)
{
    wrap(client, QStringLiteral("mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro \"$0\""));
}

void LittleDisk::pin(ClientProcess &client, const QString &path)
{
    // A mount point cannot be renamed.
    wrap(client, QStringLiteral("mount --bind '%1' '%1'").arg(path));
}

bool LittleDisk::unpin(const ClientProcess &client, const QString &path)
{
    QStringList enter{QStringLiteral("nsenter"), QStringLiteral("-t"), QString::number(client.pid()),
                      QStringLiteral("-m"), QStringLiteral("-r")};
    if (unshare().contains(QStringLiteral("-Urm")))
        enter += {QStringLiteral("-U"), QStringLiteral("--preserve-credentials")};
    return runs(enter + QStringList{QStringLiteral("umount"), path});
}

LittleDisk::LittleDisk(const ClientProcess &client)
    : m_ballast(QStringLiteral("/proc/%1/root%2/ballast").arg(client.pid()).arg(client.root()))
{
}

LittleDisk::~LittleDisk()
{
    m_ballast.close();
}

bool LittleDisk::fill()
{
    if (!m_ballast.isOpen()
        && !m_ballast.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return false;
    for (qint64 step = 1024 * 1024; step > 0; step /= 16) {
        const QByteArray bytes(step, 'x');
        while (m_ballast.write(bytes) == step) { }
    }
    m_ballast.close();
    return true;
}

bool LittleDisk::free()
{
    return m_ballast.remove();
}

} // namespace vigie::e2e
