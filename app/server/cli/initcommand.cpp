// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/arguments.h"
#include "app/server/cli/commands.h"
#include "app/server/cli/firststart.h"
#include "app/server/cli/opendesk.h"
#include "app/server/cli/platform/datalock.h"
#include "app/server/desk/importer.h"

namespace vigie::server {

Exit runInit(const QStringList &words, Console &console)
{
    Arguments arguments(QStringLiteral("init [flags]"),
                        QStringLiteral("Prepares the data folder: database, authority and "
                                       "certificate, an intake queue and an administrator, whose "
                                       "password is printed once. Doing it again changes nothing."));
    arguments.addSetting(QStringLiteral("name"), QStringLiteral("what the server calls itself"),
                         QStringLiteral("NAME"));
    arguments.addSetting(QStringLiteral("names"),
                         QStringLiteral("host names and addresses for its certificate"),
                         QStringLiteral("LIST"));
    if (const auto over = arguments.parse(words, console))
        return *over;
    const auto settings = arguments.settings(console);
    if (!settings)
        return console.misused(settings.error().detail);
    const auto lock = DataLock::take(settings->data);
    if (!lock)
        return console.failed(lock.error());
    const auto desk = openForService(*settings, console.clock, console.rng);
    if (!desk)
        return console.failed(desk.error());
    const auto made = prepareFirstStart(**desk, *settings, console.clock, console.rng);
    if (!made)
        return console.failed(made.error());
    const auto identity = identityFor(*settings, console.clock);
    if (!identity)
        return console.failed(identity.error());
    console.out << "data: " << settings->data << '\n'
                << firstStartText(*made) << "fingerprint: " << identity->fingerprint << Qt::endl;
    return Exit::Ok;
}

Exit runImport(const QStringList &words, Console &console)
{
    Arguments arguments(QStringLiteral("import FILE [flags]"),
                        QStringLiteral("Brings queues, people and tickets from JSON lines, plain "
                                       "or .zst. Importing again brings nothing twice. The server "
                                       "must not be serving; start with a fresh folder when the "
                                       "file brings its own queues."));
    if (const auto over = arguments.parse(words, console, 1, 1))
        return *over;
    const auto settings = arguments.settings(console);
    if (!settings)
        return console.misused(settings.error().detail);
    const auto lock = DataLock::take(settings->data);
    if (!lock)
        return console.failed(lock.error());
    const auto desk = openOrCreate(*settings, console.clock, console.rng);
    if (!desk)
        return console.failed(desk.error());
    const auto report = Importer(**desk).run(arguments.positional().constFirst());
    if (!report)
        return console.failed(report.error());
    console.out << "imported: " << report->queues << " queues, " << report->people << " people, "
                << report->ops << " operations; " << report->known << " were here already"
                << Qt::endl;
    return Exit::Ok;
}

Exit runFingerprint(const QStringList &words, Console &console)
{
    Arguments arguments(QStringLiteral("fingerprint [flags]"),
                        QStringLiteral("Prints the SHA-256 fingerprint that people compare with "
                                       "what their client shows at the first connection. It is the "
                                       "one of the server's authority, so that it stays the same "
                                       "when the certificate is renewed."));
    if (const auto over = arguments.parse(words, console))
        return *over;
    const auto settings = arguments.settings(console);
    if (!settings)
        return console.misused(settings.error().detail);
    const auto fingerprint = settings->certificate.isEmpty()
        ? fingerprintOfFile(tlsFolder(settings->data) + QStringLiteral("/ca.pem"))
        : fingerprintOfFile(settings->certificate);
    if (!fingerprint)
        return console.failed(fingerprint.error());
    console.out << *fingerprint << Qt::endl;
    return Exit::Ok;
}

} // namespace vigie::server
