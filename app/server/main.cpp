// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/commands.h"
#include "core/base/clock.h"
#include "core/base/rng.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcessEnvironment>

int main(int argc, char *argv[])
{
    using namespace vigie;
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("vigie-server"));
    qSetMessagePattern(QStringLiteral("%{time yyyy-MM-dd hh:mm:ss.zzz} "
                                      "%{type} %{category}: %{message}"));

    QMap<QString, QString> environment;
    const QProcessEnvironment system = QProcessEnvironment::systemEnvironment();
    for (const QString &name : system.keys())
        environment.insert(name, system.value(name));
    QTextStream out(stdout);
    QTextStream err(stderr);
    QFile in;
    const bool readable = in.open(stdin, QIODevice::ReadOnly);
    Q_UNUSED(readable) // closed standard input reads as empty
    const SystemClock clock;
    SystemRng rng;
    server::Console console{out, err, in, environment, clock, rng};
    return int(server::runCommandLine(QCoreApplication::arguments().mid(1), console));
}
