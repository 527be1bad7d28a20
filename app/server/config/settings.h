// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/config/servicesettings.h"
#include "app/server/http/listenaddress.h"

#include <QMap>
#include <QStringList>

#include <optional>

namespace vigie::server {

enum class LogLevel { Error, Warning, Info, Debug };

/// Everything that can be configured, with what holds when nothing is. Nobody needs to configure
/// anything: the defaults serve this machine alone.
struct Settings {
    QString data;                  ///< the folder with database, files and certificates
    QList<ListenAddress> listen;   ///< never empty
    QString name;                  ///< what the server calls itself; empty = keep
    QString certificate;           ///< a chain in PEM; empty = the server's own authority
    QString key;                   ///< its key; given if and only if `certificate` is
    QStringList names;             ///< further names and addresses for the server's certificate
    QString backupDir;             ///< empty = no backups by itself
    qint64 backupEveryMs = 86'400'000LL;
    int backupKeep = 14;           ///< how many of its backups stay; 0 = all
    ServiceSettings services;
    LogLevel logLevel = LogLevel::Info;

    bool operator==(const Settings &) const = default;
};

/// The keys a configuration file knows, in the order of the manual.
[[nodiscard]] const QStringList &settingKeys();

[[nodiscard]] Settings defaultSettings();

/// Gathers settings from several places; later ones win. Collects every problem instead of
/// stopping at the first, because nobody likes to fix a file one start at a time.
class SettingsReader
{
public:
    SettingsReader();

    /// `key = value` lines; `#` starts a comment line. `fileName` is for messages.
    void readText(const QByteArray &text, const QString &fileName);
    /// As readText(); a file that cannot be read is a problem.
    void readFile(const QString &path);
    /// VIGIE_LISTEN and so on, for every known key. Other variables are not looked at.
    void readEnvironment(const QMap<QString, QString> &variables);
    /// Settings from flags, by key.
    void readFlags(const QMap<QString, QString> &flags);

    /// The settings, or all problems, one a line: "file:12: unknown key "foo"" (Invalid).
    [[nodiscard]] Result<Settings> finish();

private:
    void set(const QString &where, const QString &key, const QString &value);
    void complain(const QString &where, const QString &what);
    void checkTogether();

    Settings m_settings;
    QStringList m_problems;
    QMap<QString, QString> m_where; ///< where each key was last set
};

/// "90s", "30m", "24h" or "7d" in milliseconds; at least one minute, at most a year. Pure.
[[nodiscard]] std::optional<qint64> parseDuration(const QString &text);

} // namespace vigie::server
