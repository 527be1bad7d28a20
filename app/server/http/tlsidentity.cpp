// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/tlsidentity.h"

#include "app/server/http/certificates.h"
#include "core/base/clock.h"
#include "core/base/logging.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QSysInfo>

#include <algorithm>

namespace vigie::server {

namespace {

constexpr qint64 kRenewBeforeMs = 30LL * 86'400'000;
constexpr qint64 kWarnBeforeMs = 180LL * 86'400'000;
constexpr qint64 kMostPemBytes = 1024 * 1024;

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(file.exists() ? ErrorCode::StoreFault : ErrorCode::NotFound,
                    QStringLiteral("%1: %2").arg(path, file.errorString()));
    if (file.size() > kMostPemBytes)
        return fail(ErrorCode::TooLarge, QStringLiteral("%1 is too large").arg(path));
    return file.readAll();
}

Done writeFile(const QString &path, const QByteArray &bytes, bool secret)
{
    QSaveFile file(path);
    const auto mine = QFile::ReadOwner | QFile::WriteOwner;
    // The permissions are set before the first byte is written.
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(secret ? mine : mine | QFile::ReadGroup | QFile::ReadOther)
        || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorCode::StoreReadOnly,
                    QStringLiteral("cannot write %1: %2").arg(path, file.errorString()));
    return {};
}

/// A folder for its owner only.
Done makeFolder(const QString &path)
{
    const auto mine = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (!QDir().mkpath(path) || !QFile::setPermissions(path, mine))
        return fail(ErrorCode::StoreReadOnly, QStringLiteral("cannot write %1").arg(path));
    return {};
}

tl::unexpected<Error> damaged(const QString &path, const QString &why)
{
    return fail(ErrorCode::StoreCorrupt,
                QStringLiteral("%1: %2. Clients have pinned this authority, so no new one is made. "
                               "Bring the folder back from a backup, or remove it to start a new "
                               "authority that every client must be told to trust")
                    .arg(path, why));
}

/// The pair in two files, or a null certificate when neither file is there.
Result<certs::Pair> readPair(const QString &certificatePath, const QString &keyPath)
{
    certs::Pair pair;
    if (!QFile::exists(certificatePath) && !QFile::exists(keyPath))
        return pair;
    VIGIE_TRY_ASSIGN(certificatePem, readFile(certificatePath));
    VIGIE_TRY_ASSIGN(keyPem, readFile(keyPath));
    VIGIE_TRY_ASSIGN(certificates, certs::certificatesFromPem(certificatePem));
    VIGIE_TRY_ASSIGN(key, certs::keyFromPem(keyPem));
    pair.certificate = std::move(certificates.front());
    pair.key = std::move(key);
    if (!certs::belongTogether(pair.certificate.get(), pair.key.get()))
        return fail(ErrorCode::StoreCorrupt,
                    QStringLiteral("the key does not belong to the certificate"));
    return pair;
}

Done writePair(const certs::Pair &pair, const QString &certificatePath, const QString &keyPath)
{
    VIGIE_TRY_ASSIGN(keyPem, certs::toPem(pair.key.get()));
    VIGIE_TRY_ASSIGN(certificatePem, certs::toPem(pair.certificate.get()));
    VIGIE_TRY(writeFile(keyPath, keyPem, true));
    return writeFile(certificatePath, certificatePem, false);
}

Result<certs::Pair> openAuthority(const QDir &folder, qint64 nowMs, bool &created)
{
    const QString certificatePath = folder.filePath(QStringLiteral("ca.pem"));
    const QString keyPath = folder.filePath(QStringLiteral("ca.key"));
    auto found = readPair(certificatePath, keyPath);
    // Half an authority without a server certificate is a first start that was cut off before
    // anybody could see it.
    const bool half = QFile::exists(certificatePath) != QFile::exists(keyPath);
    const bool neverServed = half && !QFile::exists(folder.filePath(QStringLiteral("server.pem")));
    if (!found && !neverServed)
        return damaged(folder.path(), found.error().detail);
    if (found && found->certificate) {
        const qint64 left = certs::validUntilMs(found->certificate.get()) - nowMs;
        if (left <= 0)
            return damaged(certificatePath, QStringLiteral("the authority has expired"));
        if (left < kWarnBeforeMs)
            qCWarning(lcServer, "the server's authority ends in %lld days",
                      static_cast<long long>(left / 86'400'000));
        return found;
    }
    VIGIE_TRY_ASSIGN(made, certs::makeAuthority(QStringLiteral("Vigie authority of ")
                                                    + QSysInfo::machineHostName(),
                                                nowMs));
    VIGIE_TRY(writePair(made, certificatePath, keyPath));
    created = true;
    return std::move(made);
}

bool isStillGood(const certs::Pair &server, const certs::Pair &authority, const QStringList &names,
                 qint64 nowMs)
{
    return server.certificate
        && certs::isSignedBy(server.certificate.get(), authority.certificate.get())
        && certs::names(server.certificate.get()) == certs::canonicalNames(names)
        && certs::validUntilMs(server.certificate.get()) - nowMs >= kRenewBeforeMs;
}

} // namespace

QStringList defaultTlsNames()
{
    QStringList names{QStringLiteral("localhost"), QStringLiteral("127.0.0.1"),
                      QStringLiteral("::1")};
    const QString host = QSysInfo::machineHostName().toLower();
    const bool plain = !host.isEmpty()
        && std::all_of(host.begin(), host.end(), [](QChar c) {
               return (c >= QLatin1Char('a') && c <= QLatin1Char('z'))
                   || (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || c == QLatin1Char('-')
                   || c == QLatin1Char('.');
           });
    if (plain)
        names.append(host);
    return names;
}

Result<TlsIdentity> openOrCreateIdentity(const QString &folderPath, const QStringList &names,
                                         const Clock &clock)
{
    VIGIE_TRY(makeFolder(folderPath));
    const QDir folder(folderPath);
    TlsIdentity identity;
    VIGIE_TRY_ASSIGN(authority, openAuthority(folder, clock.nowMs(), identity.created));

    const QString certificatePath = folder.filePath(QStringLiteral("server.pem"));
    const QString keyPath = folder.filePath(QStringLiteral("server.key"));
    // A server certificate that cannot be read is replaced: nobody has pinned it.
    certs::Pair server;
    if (auto found = readPair(certificatePath, keyPath))
        server = *std::move(found);
    if (!isStillGood(server, authority, names, clock.nowMs())) {
        VIGIE_TRY_ASSIGN(made, certs::makeServer(authority, names, clock.nowMs()));
        VIGIE_TRY(writePair(made, certificatePath, keyPath));
        server = std::move(made);
        identity.renewed = true;
    }
    VIGIE_TRY_ASSIGN(serverPem, certs::toPem(server.certificate.get()));
    VIGIE_TRY_ASSIGN(authorityPem, certs::toPem(authority.certificate.get()));
    VIGIE_TRY_ASSIGN(keyPem, certs::toPem(server.key.get()));
    identity.chainPem = serverPem + authorityPem;
    identity.keyPem = keyPem;
    identity.fingerprint = certs::fingerprint(authority.certificate.get());
    identity.names = certs::names(server.certificate.get());
    identity.validUntilMs = certs::validUntilMs(server.certificate.get());
    return identity;
}

Result<TlsIdentity> identityFromFiles(const QString &certificateFile, const QString &keyFile)
{
    VIGIE_TRY_ASSIGN(chainPem, readFile(certificateFile));
    VIGIE_TRY_ASSIGN(keyPem, readFile(keyFile));
    const auto chain = certs::certificatesFromPem(chainPem);
    if (!chain)
        return fail(ErrorCode::Invalid,
                    QStringLiteral("%1: %2").arg(certificateFile, chain.error().detail));
    const auto key = certs::keyFromPem(keyPem);
    if (!key)
        return fail(ErrorCode::Invalid, QStringLiteral("%1: %2").arg(keyFile, key.error().detail));
    if (!certs::belongTogether(chain->front().get(), key->get()))
        return fail(ErrorCode::Invalid, QStringLiteral("%1 is not the key of %2")
                                            .arg(keyFile, certificateFile));
    TlsIdentity identity;
    identity.chainPem = chainPem;
    identity.keyPem = keyPem;
    identity.fingerprint = certs::fingerprint(chain->back().get());
    identity.names = certs::names(chain->front().get());
    identity.validUntilMs = certs::validUntilMs(chain->front().get());
    return identity;
}

Result<QString> fingerprintOfFile(const QString &certificateFile)
{
    VIGIE_TRY_ASSIGN(pem, readFile(certificateFile));
    VIGIE_TRY_ASSIGN(chain, certs::certificatesFromPem(pem));
    return certs::fingerprint(chain.back().get());
}

Done copyIdentity(const QString &from, const QString &to)
{
    const QDir source(from);
    const QDir target(to);
    if (!source.exists(QStringLiteral("ca.pem")) || target.exists(QStringLiteral("ca.pem")))
        return {};
    VIGIE_TRY(makeFolder(to));
    for (const char *name : {"server.key", "server.pem", "ca.key", "ca.pem"}) {
        VIGIE_TRY_ASSIGN(bytes, readFile(source.filePath(QLatin1String(name))));
        VIGIE_TRY(writeFile(target.filePath(QLatin1String(name)), bytes,
                            QLatin1String(name).endsWith(QLatin1String(".key"))));
    }
    return {};
}

} // namespace vigie::server
