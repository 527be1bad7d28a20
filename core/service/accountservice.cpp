// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/accountservice.h"

#include "core/base/clock.h"
#include "core/base/logging.h"
#include "core/base/worker.h"
#include "core/net/secretstore.h"
#include "core/net/urlpolicy.h"
#include "core/service/accountfiles.h"
#include "core/service/accountnet.h"
#include "core/service/chain.h"
#include "core/wire/endpoints.h"

#include <QDir>
#include <QHash>
#include <QSysInfo>

namespace vigie {

namespace {

QString secretKey(const QString &accountKey)
{
    return QStringLiteral("token/") + accountKey;
}

/// What the files say before a sign-in, read on a worker.
struct Place {
    DeviceId device;
    bool isNew = false;
};

/// The profile's device id; a profile that is open in this or another window keeps it in
/// accounts.json too.
Result<Place> preparePlace(const QString &folder, const DeviceId &known)
{
    Place place;
    place.isNew = !QDir(folder).exists();
    const auto profile = store::Profile::open(folder, SystemClock().nowMs());
    if (profile) {
        place.device = (*profile)->device();
        return place;
    }
    if (profile.error().code != ErrorCode::ProfileInUse || known.isNull())
        return fail(profile.error());
    place.device = known;
    return place;
}

Result<bool> keepPersonIn(const QString &folder, const Person &person)
{
    const auto profile = store::Profile::open(folder, SystemClock().nowMs());
    if (!profile) {
        // Open in this window: it learns who it belongs to with its first exchange.
        if (profile.error().code == ErrorCode::ProfileInUse)
            return true;
        return fail(profile.error());
    }
    VIGIE_TRY(keepPerson(**profile, person));
    return true;
}

net::TlsTrust trustOf(const Account &account)
{
    return {account.pinnedFingerprint, account.pinnedCertificate};
}

} // namespace

struct AccountService::Parts {
    QString root;
    net::SecretStore &secrets;
    QList<Account> accounts;
    std::optional<Error> unreadable; ///< accounts.json of a newer version: never written over
    QHash<QString, QString> sessionTokens;
    AccountNet net;

    [[nodiscard]] QString folder(const QString &key) const { return root + QLatin1Char('/') + key; }
    [[nodiscard]] const Account *find(const QString &key) const
    {
        for (const Account &account : accounts) {
            if (account.key == key)
                return &account;
        }
        return nullptr;
    }
    [[nodiscard]] SignedIn opened(const Account &account, const QString &token) const
    {
        SignedIn result;
        result.account = account;
        result.workspace = {folder(account.key), account.server, account.pinnedFingerprint,
                            account.pinnedCertificate, token};
        result.sessionOnly = sessionTokens.contains(account.key) || token.isEmpty();
        return result;
    }
    [[nodiscard]] Done keep(const Account &account)
    {
        if (unreadable)
            return fail(*unreadable);
        QList<Account> next = accounts;
        next.removeIf([&](const Account &other) { return other.key == account.key; });
        next.prepend(account);
        VIGIE_TRY(writeAccounts(root, next));
        accounts = next;
        return {};
    }
};

AccountService::AccountService(QString root, net::SecretStore &secrets, QObject *parent)
    : QObject(parent), m_parts(new Parts{std::move(root), secrets, {}, {}, {}, {}})
{
    Result<QList<Account>> known = readAccounts(m_parts->root);
    if (known)
        m_parts->accounts = *known;
    else
        m_parts->unreadable = known.error();
}

AccountService::~AccountService() = default;

QList<Account> AccountService::accounts() const
{
    return m_parts->accounts;
}

QFuture<Result<ServerProbe>> AccountService::probe(const QString &typed,
                                                   const QString &pinnedFingerprint)
{
    const Result<QUrl> url = net::completeServerAddress(typed, wire::kDefaultPort);
    if (!url)
        return readyFuture(Result<ServerProbe>(fail(url.error())));
    const QString pin = net::normalFingerprint(pinnedFingerprint);
    if (pin.isEmpty() && !pinnedFingerprint.trimmed().isEmpty())
        return readyFuture(Result<ServerProbe>(
            fail(ErrorCode::Invalid, QStringLiteral("not a SHA-256 fingerprint"))));
    const auto first = m_parts->net.hello(*url, net::TlsTrust{pin, {}});
    return chained<ServerProbe>(
        first, this, [this, server = *url, pin](const remote::HelloAnswer &answer) {
            const bool unknownAuthority = pin.isEmpty() && !answer.hello
                && answer.hello.error().code == ErrorCode::TlsUntrusted
                && !answer.fingerprint.isEmpty();
            if (!unknownAuthority)
                return readyFuture(probed(server, answer, true));
            // Who it says it is, for the page that asks the person to compare fingerprints. The
            // question carries nothing secret, and the pin is not kept.
            const auto again = m_parts->net.hello(server, net::TlsTrust{answer.fingerprint, {}});
            return chained<ServerProbe>(again, this,
                                        [server](const remote::HelloAnswer &second) {
                                            return readyFuture(probed(server, second, false));
                                        });
        });
}

Result<ServerProbe> AccountService::probed(const QUrl &server, const remote::HelloAnswer &answer,
                                           bool trusted)
{
    if (!answer.hello)
        return fail(answer.hello.error());
    ServerProbe probe;
    probe.url = server;
    probe.name = answer.hello->name;
    probe.serverId = answer.hello->serverId;
    probe.trusted = trusted;
    probe.fingerprint = answer.fingerprint;
    probe.certificateExpiresAt = answer.certificateExpiresAt;
    return probe;
}

QFuture<Result<SignedIn>> AccountService::signIn(const SignInRequest &request)
{
    const Result<QUrl> url =
        net::completeServerAddress(request.server.toString(QUrl::FullyEncoded), wire::kDefaultPort);
    const QString pin = net::normalFingerprint(request.pinnedFingerprint);
    if (!url || request.login.trimmed().isEmpty()
        || (pin.isEmpty() && !request.pinnedFingerprint.trimmed().isEmpty()))
        return readyFuture(Result<SignedIn>(
            fail(ErrorCode::Invalid, QStringLiteral("address, login or fingerprint"))));
    Account account;
    account.server = *url;
    account.login = request.login.trimmed();
    account.key = accountKey(account.server, account.login);
    account.pinnedFingerprint = pin;
    if (const Account *known = m_parts->find(account.key)) {
        account.device = known->device;
        if (known->pinnedFingerprint == pin)
            account.pinnedCertificate = known->pinnedCertificate;
    }
    const QString folder = m_parts->folder(account.key);
    const auto place =
        onWorker([folder, device = account.device] { return preparePlace(folder, device); });
    return chained<SignedIn>(place, this, [this, account, request, folder](const Place &found) {
        Account next = account;
        next.device = found.device;
        const auto result = openSession(next, request);
        if (found.isNew) {
            // A wrong password leaves no trace of an account that never was.
            whenDone(result, this, [this, folder, key = next.key](const Result<SignedIn> &ended) {
                if (!ended && !m_parts->find(key))
                    QDir(folder).removeRecursively();
            });
        }
        return result;
    });
}

QFuture<Result<SignedIn>> AccountService::openSession(const Account &account,
                                                      const SignInRequest &request)
{
    wire::SignIn signIn;
    signIn.login = account.login;
    signIn.password = request.password;
    signIn.device = account.device;
    signIn.deviceName = QSysInfo::machineHostName().left(100);
    const auto opened = m_parts->net.signIn(account.server, trustOf(account), signIn);
    return chained<SignedIn>(
        opened, this,
        [this, account, remember = request.remember](const OpenedSession &session) {
            Account next = account;
            next.serverName = session.session.serverName;
            next.personName = session.session.person.name;
            next.pinnedCertificate = session.trust.certificate;
            const auto kept =
                onWorker([folder = m_parts->folder(next.key), person = session.session.person] {
                    return keepPersonIn(folder, person);
                });
            return chained<SignedIn>(
                kept, this, [this, next, remember, token = session.session.token](bool) {
                    return keepSession(next, token, remember);
                });
        });
}

QFuture<Result<SignedIn>> AccountService::keepSession(const Account &account, const QString &token,
                                                      bool remember)
{
    if (const Done kept = m_parts->keep(account); !kept)
        return readyFuture(Result<SignedIn>(fail(kept.error())));
    m_parts->sessionTokens.insert(account.key, token);
    const SharedPromise<SignedIn> promise = startedPromise<SignedIn>();
    const QFuture<Result<SignedIn>> future = promise->future();
    const auto stored = remember ? m_parts->secrets.write(secretKey(account.key), token)
                                 : m_parts->secrets.remove(secretKey(account.key));
    whenDone(stored, this, [this, account, token, remember, promise](const Result<bool> &written) {
        if (remember && written)
            m_parts->sessionTokens.remove(account.key);
        else if (remember)
            qCInfo(lcNet) << "the token is kept for this session only:" << toLog(written.error());
        keepPromise<SignedIn>(promise, m_parts->opened(account, token));
    });
    return future;
}

QFuture<Result<QString>> AccountService::tokenOf(const QString &accountKey)
{
    const auto session = m_parts->sessionTokens.constFind(accountKey);
    if (session != m_parts->sessionTokens.constEnd())
        return readyFuture(Result<QString>(*session));
    const SharedPromise<QString> promise = startedPromise<QString>();
    const QFuture<Result<QString>> future = promise->future();
    whenDone(m_parts->secrets.read(secretKey(accountKey)), this,
             [promise](const Result<QString> &token) {
                 if (token && !token->isEmpty())
                     return keepPromise<QString>(promise, token);
                 keepPromise<QString>(
                     promise, fail(ErrorCode::SignInNeeded,
                                   token ? QString() : toLog(token.error())));
             });
    return future;
}

QFuture<Result<SignedIn>> AccountService::resume(const QString &accountKey)
{
    const Account *account = m_parts->find(accountKey);
    if (!account)
        return readyFuture(Result<SignedIn>(fail(ErrorCode::NotFound)));
    return chained<SignedIn>(tokenOf(accountKey), this,
                             [this, account = *account](const QString &token) {
                                 return readyFuture(
                                     Result<SignedIn>(m_parts->opened(account, token)));
                             });
}

Result<SignedIn> AccountService::openSignedOut(const QString &accountKey) const
{
    const Account *account = m_parts->find(accountKey);
    if (!account)
        return fail(ErrorCode::NotFound);
    return m_parts->opened(*account, {});
}

QFuture<Result<bool>> AccountService::signOut(const QString &accountKey)
{
    const Account *found = m_parts->find(accountKey);
    if (!found)
        return readyFuture(Result<bool>(fail(ErrorCode::NotFound)));
    const SharedPromise<bool> promise = startedPromise<bool>();
    const QFuture<Result<bool>> future = promise->future();
    const auto token = tokenOf(accountKey);
    // Forgotten here first: what the server does about it comes second. A token that was only
    // ever in memory is gone with this line, whatever the keychain says.
    const bool memoryOnly = m_parts->sessionTokens.remove(accountKey) > 0;
    whenDone(token, this,
             [this, promise, memoryOnly, account = *found](const Result<QString> &known) {
                 whenDone(m_parts->secrets.remove(secretKey(account.key)), this,
                          [=, this](const Result<bool> &removed) {
                              revoke(account, known,
                                     memoryOnly ? Result<bool>(true) : removed, promise);
                          });
             });
    return future;
}

void AccountService::revoke(const Account &account, const Result<QString> &token,
                            const Result<bool> &removed, const SharedPromise<bool> &promise)
{
    if (!token) {
        keepPromise<bool>(promise, false);
        return;
    }
    whenDone(m_parts->net.signOut(account.server, trustOf(account), *token), this,
             [promise, removed](const Result<bool> &revoked) {
                 // A token that is still in the keychain but dead on the server opens nothing.
                 if (!removed && !revoked)
                     return keepPromise<bool>(promise, fail(removed.error()));
                 keepPromise<bool>(promise, revoked.has_value());
             });
}

} // namespace vigie
