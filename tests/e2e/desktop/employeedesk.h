// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/e2e/harness/scene.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>

namespace vigie::e2e {

/// The desktop program on the display of this process, with a profile of its own, for somebody
/// whom the server knows; agents as well.
class EmployeeDesk final : public ChildProcess
{
public:
    EmployeeDesk(Scene &scene, const QString &login) :
        ChildProcess(QStringLiteral(VIGIE_E2E_DESKTOP), scene.path(login + QStringLiteral(".log"))),
        m_profile(scene.path(QStringLiteral("desks/") + login)), m_login(login)
    {}

    /// Signs in at the server that the scene runs. An error text; empty = started.
    [[nodiscard]] QString start(Scene &scene)
    {
        QDir().mkpath(m_profile);
        QFile password(scene.path(m_login + QStringLiteral(".password")));
        if (!password.open(QIODevice::WriteOnly)
            || password.write(Scene::passwordOf(m_login).toUtf8()) < 0)
            return password.errorString();
        password.close();
        const Result<QString> pin = scene.server().fingerprint();
        if (!pin)
            return toLog(pin.error());
        const bool launched =
            launch({QStringLiteral("--profile"), m_profile, QStringLiteral("--server"),
                    scene.server().url(), QStringLiteral("--sign-in"), m_login,
                    QStringLiteral("--password-file"), password.fileName(), QStringLiteral("--pin"),
                    *pin, QStringLiteral("--language"), QStringLiteral("en"),
                    QStringLiteral("--theme"), QStringLiteral("light")});
        return launched ? QString() : QStringLiteral("the desktop program does not start");
    }

    /// As a link in a mail or on a page does; the program that is running is told.
    void openLink(const QString &link) const
    {
        QProcess::execute(QStringLiteral(VIGIE_E2E_DESKTOP),
                          {QStringLiteral("--profile"), m_profile, link});
    }

    /// Files below every folder of this name in the profile.
    [[nodiscard]] QStringList filesIn(const QString &folder) const
    {
        QStringList found;
        QDirIterator at(m_profile, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (at.hasNext()) {
            const QString path = at.next();
            if (path.contains(QLatin1Char('/') + folder + QLatin1Char('/')))
                found.append(path);
        }
        return found;
    }

    [[nodiscard]] const QString &profile() const { return m_profile; }

private:
    QString m_profile;
    QString m_login;
};

} // namespace vigie::e2e
