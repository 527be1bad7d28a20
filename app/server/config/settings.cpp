// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/config/settings.h"

#include "core/base/limits.h"
#include "core/wire/endpoints.h"

#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>

namespace vigie::server {

namespace {

constexpr qint64 kMostFileBytes = 256 * 1024;

/// Why the value is not good, or nullopt after it was stored.
using Problem = std::optional<QString>;
using Setter = Problem (*)(Settings &, const QString &);

QStringList items(const QString &value)
{
    static const QRegularExpression separators(QStringLiteral("[,\\s]+"));
    return value.split(separators, Qt::SkipEmptyParts);
}

template<QString Settings::*Member>
Problem setPath(Settings &settings, const QString &value)
{
    if (value.isEmpty())
        return QStringLiteral("a path is needed");
    settings.*Member = value;
    return std::nullopt;
}

Problem setListen(Settings &settings, const QString &value)
{
    QList<ListenAddress> addresses;
    for (const QString &item : items(value)) {
        const auto address = parseListenAddress(item, quint16(wire::kDefaultPort));
        if (!address)
            return address.error().detail;
        addresses.append(*address);
    }
    if (addresses.isEmpty())
        return QStringLiteral("an address like 0.0.0.0:8642 is needed");
    settings.listen = addresses;
    return std::nullopt;
}

Problem setName(Settings &settings, const QString &value)
{
    if (value.isEmpty() || value.size() > limits::kNameLength)
        return QStringLiteral("a name of at most %1 characters is needed").arg(limits::kNameLength);
    settings.name = value;
    return std::nullopt;
}

Problem setNames(Settings &settings, const QString &value)
{
    static const QRegularExpression good(QStringLiteral(
        "^([A-Za-z0-9]([A-Za-z0-9.:-]*[A-Za-z0-9])?|::[0-9A-Fa-f:.]*)$"));
    const QStringList names = items(value);
    for (const QString &name : names) {
        if (!good.match(name).hasMatch() || name.size() > 253)
            return QStringLiteral("\"%1\" is not a host name or address").arg(name);
    }
    settings.names = names;
    return std::nullopt;
}

Problem setBackupEvery(Settings &settings, const QString &value)
{
    const auto duration = parseDuration(value);
    if (!duration)
        return QStringLiteral("\"%1\" is not a time like 30m, 24h or 7d").arg(value);
    settings.backupEveryMs = *duration;
    return std::nullopt;
}

Problem setBackupKeep(Settings &settings, const QString &value)
{
    bool ok = false;
    const int number = value.toInt(&ok);
    if (!ok || number < 0 || number > 100'000)
        return QStringLiteral("\"%1\" is not a number of backups").arg(value);
    settings.backupKeep = number;
    return std::nullopt;
}

Problem setLogLevel(Settings &settings, const QString &value)
{
    static const QMap<QString, LogLevel> levels{
        {QStringLiteral("error"), LogLevel::Error},
        {QStringLiteral("warning"), LogLevel::Warning},
        {QStringLiteral("info"), LogLevel::Info},
        {QStringLiteral("debug"), LogLevel::Debug},
    };
    if (!levels.contains(value))
        return QStringLiteral("\"%1\" is not one of error, warning, info, debug").arg(value);
    settings.logLevel = levels.value(value);
    return std::nullopt;
}

struct Row {
    QString key;
    Setter set;
};

const QList<Row> &rows()
{
    static const QList<Row> table{
        {QStringLiteral("data"), setPath<&Settings::data>},
        {QStringLiteral("listen"), setListen},
        {QStringLiteral("name"), setName},
        {QStringLiteral("certificate"), setPath<&Settings::certificate>},
        {QStringLiteral("key"), setPath<&Settings::key>},
        {QStringLiteral("names"), setNames},
        {QStringLiteral("backup-dir"), setPath<&Settings::backupDir>},
        {QStringLiteral("backup-every"), setBackupEvery},
        {QStringLiteral("backup-keep"), setBackupKeep},
        {QStringLiteral("log-level"), setLogLevel},
    };
    return table;
}

QString variableFor(const QString &key)
{
    QString name = key.toUpper();
    name.replace(QLatin1Char('-'), QLatin1Char('_'));
    return QStringLiteral("VIGIE_") + name;
}

} // namespace

const QStringList &settingKeys()
{
    static const QStringList keys = [] {
        QStringList result;
        for (const Row &row : rows())
            result.append(row.key);
        // The last row stays the last line of the manual.
        for (const QString &key : serviceKeys())
            result.insert(result.size() - 1, key);
        return result;
    }();
    return keys;
}

Settings defaultSettings()
{
    Settings settings;
    settings.data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + QStringLiteral("/vigie-server");
    const quint16 port = quint16(wire::kDefaultPort);
    // A network is served only when somebody says so.
    settings.listen = {{QStringLiteral("127.0.0.1"), port, false},
                       {QStringLiteral("::1"), port, true}};
    return settings;
}

std::optional<qint64> parseDuration(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^([0-9]{1,9})([smhd])$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    static const QMap<QString, qint64> units{{QStringLiteral("s"), 1'000},
                                             {QStringLiteral("m"), 60'000},
                                             {QStringLiteral("h"), 3'600'000},
                                             {QStringLiteral("d"), 86'400'000}};
    const qint64 result = match.captured(1).toLongLong() * units.value(match.captured(2));
    if (result < 60'000 || result > 366LL * 86'400'000)
        return std::nullopt;
    return result;
}

SettingsReader::SettingsReader() : m_settings(defaultSettings()) {}

void SettingsReader::complain(const QString &where, const QString &what)
{
    m_problems.append(where + QStringLiteral(": ") + what);
}

void SettingsReader::set(const QString &where, const QString &key, const QString &value)
{
    for (const Row &row : rows()) {
        if (row.key != key)
            continue;
        m_where.insert(key, where);
        if (const Problem problem = row.set(m_settings, value))
            complain(where, key + QStringLiteral(": ") + *problem);
        return;
    }
    if (!serviceKeys().contains(key) && !isNamedServiceKey(key))
        return complain(where, QStringLiteral("unknown key \"%1\"").arg(key));
    m_where.insert(key, where);
    if (const Problem problem = m_settings.services.set(key, value))
        complain(where, key + QStringLiteral(": ") + *problem);
}

void SettingsReader::readText(const QByteArray &text, const QString &fileName)
{
    int number = 0;
    QMap<QString, int> seen;
    for (const QByteArray &bytes : text.split('\n')) {
        const QString where = QStringLiteral("%1:%2").arg(fileName).arg(++number);
        const QString line = QString::fromUtf8(bytes).trimmed();
        if (line.isEmpty() || line.startsWith(QLatin1Char('#')))
            continue;
        const qsizetype equals = line.indexOf(QLatin1Char('='));
        if (equals < 0) {
            complain(where, QStringLiteral("\"key = value\" is needed"));
            continue;
        }
        const QString key = line.left(equals).trimmed();
        if (seen.contains(key))
            complain(where,
                     QStringLiteral("\"%1\" was set in line %2 already").arg(key).arg(seen[key]));
        else
            set(where, key, line.mid(equals + 1).trimmed());
        seen.insert(key, number);
    }
}

void SettingsReader::readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return complain(path, file.errorString());
    if (file.size() > kMostFileBytes)
        return complain(path, QStringLiteral("the file is too large"));
    readText(file.readAll(), path);
}

void SettingsReader::readEnvironment(const QMap<QString, QString> &variables)
{
    for (const QString &key : settingKeys()) {
        const QString variable = variableFor(key);
        if (variables.contains(variable))
            set(variable, key, variables.value(variable).trimmed());
    }
}

void SettingsReader::readFlags(const QMap<QString, QString> &flags)
{
    for (auto flag = flags.begin(); flag != flags.end(); ++flag)
        set(QStringLiteral("--") + flag.key(), flag.key(), flag.value());
}

void SettingsReader::checkTogether()
{
    const auto whereIs = [this](const char *key) {
        return m_where.value(QLatin1String(key));
    };
    if (!m_settings.certificate.isEmpty() && m_settings.key.isEmpty())
        complain(whereIs("certificate"), QStringLiteral("certificate: a key is needed too"));
    if (m_settings.certificate.isEmpty() && !m_settings.key.isEmpty())
        complain(whereIs("key"), QStringLiteral("key: a certificate is needed too"));
    if (const Problem problem = m_settings.services.check())
        complain(QStringLiteral("configuration"), *problem);
    for (const char *key : {"backup-every", "backup-keep"}) {
        if (m_settings.backupDir.isEmpty() && !whereIs(key).isEmpty())
            complain(whereIs(key), QLatin1String(key) + QStringLiteral(": backup-dir is needed too"));
    }
}

Result<Settings> SettingsReader::finish()
{
    checkTogether();
    if (!m_problems.isEmpty())
        return fail(ErrorCode::Invalid, m_problems.join(QLatin1Char('\n')));
    return m_settings;
}

} // namespace vigie::server
