// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/accountfiles.h"

#include "core/base/json.h"
#include "core/base/logging.h"
#include "core/base/limits.h"
#include "core/net/urlpolicy.h"
#include "core/wire/endpoints.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace vigie {

namespace {

constexpr int kFileVersion = 1;
constexpr qsizetype kMostBytes = 1024 * 1024;
constexpr int kMostAccounts = 200;
constexpr qsizetype kKeyLength = 80;
constexpr qsizetype kUrlLength = 300;
constexpr qsizetype kCertificateLength = 20'000;

QString accountsPath(const QString &root)
{
    return root + QStringLiteral("/accounts.json");
}

QJsonObject toJson(const Account &account)
{
    return {{QStringLiteral("key"), account.key},
            {QStringLiteral("server"), account.server.toString(QUrl::FullyEncoded)},
            {QStringLiteral("serverName"), account.serverName},
            {QStringLiteral("login"), account.login},
            {QStringLiteral("person"), account.personName},
            {QStringLiteral("device"), account.device.text()},
            {QStringLiteral("fingerprint"), account.pinnedFingerprint},
            {QStringLiteral("certificate"), QString::fromLatin1(account.pinnedCertificate)}};
}

Result<Account> accountFrom(const QJsonObject &object)
{
    json::Reader reader(object, QStringLiteral("account."));
    Account account;
    account.key = reader.text("key", 2 * kKeyLength);
    const QString server = reader.text("server", kUrlLength);
    account.serverName = reader.optText("serverName", limits::kNameLength);
    account.login = reader.text("login", limits::kNameLength);
    account.personName = reader.optText("person", limits::kNameLength);
    account.device = reader.optId<DeviceId>("device");
    account.pinnedFingerprint = reader.optText("fingerprint", 100);
    account.pinnedCertificate = reader.optText("certificate", kCertificateLength).toLatin1();
    VIGIE_TRY(reader.done());
    VIGIE_TRY_ASSIGN(url, net::completeServerAddress(server, wire::kDefaultPort));
    account.server = url;
    // The key names a folder: a file that somebody changed must not lead out of the root.
    if (account.key != accountKey(account.server, account.login))
        return fail(ErrorCode::Invalid, QStringLiteral("account.key: not this account's"));
    return account;
}

QString freeName(const QString &prefix)
{
    qint64 number = QDateTime::currentMSecsSinceEpoch();
    while (QFile::exists(prefix + QString::number(number)))
        ++number;
    return prefix + QString::number(number);
}

Result<QList<Account>> parseAccounts(const QByteArray &bytes)
{
    VIGIE_TRY_ASSIGN(object, json::parseObject(bytes, kMostBytes));
    json::Reader reader(object, QStringLiteral("accounts."));
    if (reader.integer("version", 1, 1'000'000) > kFileVersion)
        return fail(ErrorCode::StoreTooNew, QStringLiteral("accounts.json of a newer version"));
    const QJsonArray items = reader.optArray("accounts", kMostAccounts);
    VIGIE_TRY(reader.done());
    QList<Account> accounts;
    for (const QJsonValue &item : items) {
        VIGIE_TRY_ASSIGN(account, accountFrom(item.toObject()));
        accounts.append(account);
    }
    return accounts;
}

} // namespace

QString accountKey(const QUrl &server, const QString &login)
{
    const QString text = QStringLiteral("%1-%2-%3")
                             .arg(server.host(QUrl::FullyEncoded).toLower())
                             .arg(server.port(wire::kDefaultPort))
                             .arg(login.toLower());
    QString safe;
    for (const QChar c : text) {
        const bool plain = (c >= QLatin1Char('a') && c <= QLatin1Char('z'))
            || (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || c == QLatin1Char('-')
            || (c == QLatin1Char('.') && !safe.endsWith(c)) || c == QLatin1Char('_');
        safe += plain ? c : QLatin1Char('_');
    }
    if (safe == text && safe.size() <= kKeyLength && !safe.startsWith(QLatin1Char('.'))
        && !safe.endsWith(QLatin1Char('.')))
        return safe;
    const QByteArray hash =
        QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().left(12);
    return QStringLiteral("a-") + safe.left(kKeyLength) + QLatin1Char('-')
        + QString::fromLatin1(hash);
}

Result<QList<Account>> readAccounts(const QString &root)
{
    QFile file(accountsPath(root));
    if (!file.exists())
        return QList<Account>();
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::StoreFault, file.errorString());
    const QByteArray bytes = file.read(kMostBytes + 1);
    file.close();
    Result<QList<Account>> accounts = parseAccounts(bytes);
    if (accounts || accounts.error().code == ErrorCode::StoreTooNew)
        return accounts;
    const QString aside = freeName(file.fileName() + QStringLiteral(".damaged-"));
    qCWarning(lcStore) << "accounts.json is damaged and moved aside:"
                       << toLog(accounts.error());
    if (!file.rename(aside))
        return fail(ErrorCode::StoreFault, file.errorString());
    return QList<Account>();
}

Done writeAccounts(const QString &root, const QList<Account> &accounts)
{
    if (!QDir().mkpath(root))
        return fail(ErrorCode::StoreReadOnly, QStringLiteral("cannot make the folder"));
    QJsonArray items;
    for (const Account &account : accounts)
        items.append(toJson(account));
    QSaveFile file(accountsPath(root));
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::StoreReadOnly, file.errorString());
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(json::compact({{QStringLiteral("version"), kFileVersion},
                              {QStringLiteral("accounts"), items}}));
    if (!file.commit())
        return fail(ErrorCode::StoreFault, file.errorString());
    return {};
}

Done keepPerson(store::Profile &profile, const Person &person)
{
    VIGIE_TRY_ASSIGN(meta, profile.cache().meta());
    if (!meta.me.id.isNull() && meta.me.id != person.id)
        return fail(ErrorCode::Conflict,
                    QStringLiteral("the profile belongs to another person of this name"));
    return profile.cache().setMe(person);
}

} // namespace vigie
