// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/commands.h"

#include <QMap>

namespace vigie::server {

namespace {

struct Command {
    const char *name;
    const char *summary;
    Exit (*run)(const QStringList &, Console &);
};

constexpr Command kCommands[] = {
    {"serve", "serve tickets over HTTPS until told to stop", runServe},
    {"init", "prepare the data folder without serving", runInit},
    {"user", "add, list, change, disable people; set passwords; sign devices out", runUser},
    {"queue", "add, list, close queues; choose where reports arrive", runQueue},
    {"import", "bring queues, people and tickets from a file", runImport},
    {"backup", "copy database and files while the server goes on", runBackup},
    {"verify", "read every byte of the data or of a backup and check it", runVerify},
    {"restore", "make a data folder out of a backup", runRestore},
    {"fingerprint", "print what clients compare when they first connect", runFingerprint},
    {"receipt-key", "print the public key that receipts are signed with", runReceiptKey},
    {"check-receipt", "tell whether a receipt is as this server signed it", runCheckReceipt},
};

QString overview()
{
    QString text = QStringLiteral("Usage: vigie-server COMMAND [flags]\n\nCommands:\n");
    for (const Command &command : kCommands)
        text += QStringLiteral("  %1 %2\n").arg(QLatin1String(command.name), -14)
                    .arg(QLatin1String(command.summary));
    text += QStringLiteral(
        "\nEvery command explains itself with --help and takes --data DIR and --config FILE.\n"
        "Nothing needs to be configured: \"vigie-server serve\" is enough for a first look.\n\n"
        "Exit codes: 0 done, 1 failed, 2 wrong usage or configuration, 3 damaged data\n"
        "or a changed receipt, 4 the data folder is in use.\n");
    return text;
}

} // namespace

Exit runCommandLine(const QStringList &arguments, Console &console)
{
    const QString name = arguments.value(0);
    if (name == QLatin1String("--help") || name == QLatin1String("-h")
        || name == QLatin1String("help")) {
        console.out << overview() << Qt::flush;
        return Exit::Ok;
    }
    if (name == QLatin1String("--version")) {
        console.out << "vigie-server " << VIGIE_VERSION << Qt::endl;
        return Exit::Ok;
    }
    for (const Command &command : kCommands) {
        if (name == QLatin1String(command.name))
            return command.run(arguments.mid(1), console);
    }
    if (name.isEmpty())
        return console.misused(overview());
    return console.misused(
        QStringLiteral("vigie-server: there is no command \"%1\"\n\n%2").arg(name, overview()));
}

} // namespace vigie::server
