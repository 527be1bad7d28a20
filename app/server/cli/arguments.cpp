// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/arguments.h"

namespace vigie::server {

Arguments::Arguments(const QString &usage, const QString &description) : m_usage(usage)
{
    m_parser.setApplicationDescription(description);
    m_parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    add(QStringLiteral("help"), QStringLiteral("print this and end"));
    addSetting(QStringLiteral("data"),
               QStringLiteral("the server's folder (default: %1)").arg(defaultSettings().data),
               QStringLiteral("DIR"));
    add(QStringLiteral("config"), QStringLiteral("a configuration file (or VIGIE_CONFIG)"),
        QStringLiteral("FILE"));
}

void Arguments::add(const QString &flag, const QString &help, const QString &valueName)
{
    m_parser.addOption(QCommandLineOption(flag, help, valueName));
    const QString left = valueName.isEmpty() ? flag : flag + QLatin1Char(' ') + valueName;
    m_helpLines.append(QStringLiteral("  --%1  %2").arg(left, -22).arg(help));
}

void Arguments::addSetting(const QString &key, const QString &help, const QString &valueName)
{
    add(key, help, valueName);
    m_settingFlags.append(key);
}

QString Arguments::help() const
{
    return QStringLiteral("Usage: vigie-server %1\n\n%2\n\n%3\n")
        .arg(m_usage, m_parser.applicationDescription(), m_helpLines.join(QLatin1Char('\n')));
}

std::optional<Exit> Arguments::parse(const QStringList &arguments, Console &console, int least,
                                     int most)
{
    const bool good = m_parser.parse(QStringList{QStringLiteral("vigie-server")} + arguments);
    if (m_parser.isSet(QStringLiteral("help"))) {
        console.out << help() << Qt::flush;
        return Exit::Ok;
    }
    const auto usage = [&](const QString &why) {
        return console.misused(QStringLiteral("vigie-server: %1\nUsage: vigie-server %2\n"
                                              "Try the same with --help.")
                                   .arg(why, m_usage));
    };
    if (!good)
        return usage(m_parser.errorText());
    if (positional().size() < least)
        return usage(QStringLiteral("an argument is missing"));
    if (positional().size() > most)
        return usage(QStringLiteral("\"%1\" is one argument too many").arg(positional().at(most)));
    return std::nullopt;
}

Result<Settings> Arguments::settings(const Console &console) const
{
    SettingsReader reader;
    const QString variable = console.environment.value(QStringLiteral("VIGIE_CONFIG"));
    const QString file = has(QStringLiteral("config")) ? value(QStringLiteral("config")) : variable;
    if (!file.isEmpty())
        reader.readFile(file);
    reader.readEnvironment(console.environment);
    QMap<QString, QString> flags;
    for (const QString &flag : m_settingFlags) {
        if (has(flag))
            flags.insert(flag, values(flag).join(QLatin1Char(',')));
    }
    reader.readFlags(flags);
    return reader.finish();
}

} // namespace vigie::server
