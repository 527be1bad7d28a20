// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/cli/console.h"
#include "app/server/config/settings.h"

#include <QCommandLineParser>

#include <optional>

namespace vigie::server {

/// One command's flags and arguments over QCommandLineParser, with what every command has:
/// --help, --data, --config. Build it, add options, then parse().
class Arguments
{
public:
    /// `usage` is the line after "vigie-server", e.g. "user add LOGIN [flags]".
    Arguments(const QString &usage, const QString &description);

    void add(const QString &flag, const QString &help, const QString &valueName = {});
    /// Adds a flag that overrides the setting of the same name.
    void addSetting(const QString &key, const QString &help, const QString &valueName);

    /// nullopt: go on. Otherwise the command is over: help was printed, or usage was wrong.
    /// `least` and `most` count the positional arguments.
    [[nodiscard]] std::optional<Exit> parse(const QStringList &arguments, Console &console,
                                            int least = 0, int most = 0);

    [[nodiscard]] bool has(const QString &flag) const { return m_parser.isSet(flag); }
    [[nodiscard]] QString value(const QString &flag) const { return m_parser.value(flag); }
    [[nodiscard]] QStringList values(const QString &flag) const { return m_parser.values(flag); }
    [[nodiscard]] QStringList positional() const { return m_parser.positionalArguments(); }

    /// File, environment and flags together. Invalid lists every problem.
    [[nodiscard]] Result<Settings> settings(const Console &console) const;

private:
    [[nodiscard]] QString help() const;

    QString m_usage;
    QCommandLineParser m_parser;
    QStringList m_settingFlags;
    QStringList m_helpLines;
};

} // namespace vigie::server
