// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/client/linereader.h"
#include "tests/e2e/client/session.h"
#include "tests/e2e/client/shotcommands.h"
#include "tests/e2e/client/ticketcommands.h"
#include "tests/e2e/client/waitcommands.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>

using namespace vigie;
using namespace vigie::e2e;

namespace {

void print(const QJsonObject &object)
{
    const QByteArray line = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    std::fflush(stdout);
}

void runLine(const QByteArray &line, const CommandTable &table)
{
    const QJsonObject command = QJsonDocument::fromJson(line).object();
    const QJsonValue id = command.value(QLatin1String("id"));
    table.run(command, [id](QJsonObject answer) {
        answer.insert(QStringLiteral("id"), id);
        print(answer);
    });
}

} // namespace

/// The desktop client without its windows: the same services on the same core, moved by lines of
/// JSON on standard input, so that tests can run, kill and restart real client processes.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    application.setApplicationName(QStringLiteral("vigie_e2e_client"));
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "One JSON object per line in, e.g. {\"id\":1,\"do\":\"status\"}; one per command out."));
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("root"), QStringLiteral("Folder of the accounts"));
    parser.process(application);
    if (parser.positionalArguments().size() != 1)
        parser.showHelp(2);

    LineReader reader; // last to go: it waits for the end of the input
    Session session(parser.positionalArguments().first());
    TicketCommands tickets(session);
    ShotCommands shots(session);
    WaitCommands waits(session);
    CommandTable table;
    session.registerIn(table);
    tickets.registerIn(table);
    shots.registerIn(table);
    waits.registerIn(table);
    table.add("quit", [&](const QJsonObject &, const Reply &reply) {
        session.close();
        reply(good());
        QCoreApplication::quit();
    });
    QObject::connect(&reader, &LineReader::line, &session,
                     [&table](const QByteArray &line) { runLine(line, table); });
    QObject::connect(&reader, &LineReader::ended, &session, [] { QCoreApplication::quit(); });
    reader.start();
    print({{QStringLiteral("ready"), true}});
    return QCoreApplication::exec();
}
