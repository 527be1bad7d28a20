// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/client/session.h"

#include "core/base/async.h"
#include "tests/e2e/client/arguments.h"

namespace vigie::e2e {

namespace {

const char *phaseName(SyncStatus::Phase phase)
{
    using Phase = SyncStatus::Phase;
    switch (phase) {
    case Phase::Starting: return "Starting";
    case Phase::Online: return "Online";
    case Phase::Working: return "Working";
    case Phase::Offline: return "Offline";
    case Phase::SignInNeeded: return "SignInNeeded";
    case Phase::Stopped: return "Stopped";
    case Phase::Reconciling: return "Reconciling";
    }
    return "";
}

} // namespace

QJsonObject toJson(const SyncStatus &status)
{
    return {{QStringLiteral("phase"), QLatin1String(phaseName(status.phase))},
            {QStringLiteral("waiting"), status.waiting},
            {QStringLiteral("checking"), status.checking},
            {QStringLiteral("needsYou"), status.needsYou},
            {QStringLiteral("lastContact"), status.lastContact},
            {QStringLiteral("nextTryAt"), status.nextTryAt},
            {QStringLiteral("syncError"), errorName(status.error.code)},
            {QStringLiteral("syncDetail"), status.error.detail}};
}

Session::Session(const QString &root, QObject *parent)
    : QObject(parent), m_root(root), m_secrets(root + QStringLiteral("/secrets.json")),
      m_accounts(root, m_secrets, nullptr)
{
}

Session::~Session() = default;

void Session::registerIn(CommandTable &table)
{
    const auto mine = [this](void (Session::*member)(const QJsonObject &, const Reply &)) {
        return [this, member](const QJsonObject &arguments, const Reply &reply) {
            (this->*member)(arguments, reply);
        };
    };
    table.add("probe", mine(&Session::probe));
    table.add("sign-in", mine(&Session::signIn));
    table.add("open", mine(&Session::open));
    table.add("sign-out", mine(&Session::signOut));
    table.add("close", [this](const QJsonObject &, const Reply &reply) {
        close();
        reply(good());
    });
    table.add("status", whenOpen([this](const QJsonObject &, const Reply &reply) {
        QJsonObject answer = toJson(m_workspace->status());
        answer.insert(QStringLiteral("cacheReplaced"), m_workspace->cacheWasReplaced());
        reply(good(answer));
    }));
    table.add("sync-now", whenOpen([this](const QJsonObject &, const Reply &reply) {
        m_workspace->syncNow();
        reply(good());
    }));
}

Handler Session::whenOpen(Handler handler) const
{
    return [this, handler = std::move(handler)](const QJsonObject &arguments, const Reply &reply) {
        if (m_workspace)
            handler(arguments, reply);
        else
            reply(bad({ErrorCode::Invalid, QStringLiteral("nothing is open"), {}}));
    };
}

void Session::close()
{
    m_workspace.reset();
    m_folder.clear();
}

void Session::probe(const QJsonObject &arguments, const Reply &reply)
{
    whenDone(m_accounts.probe(text(arguments, "server"), text(arguments, "pin")), this,
             [reply](const Result<ServerProbe> &probe) {
                 if (!probe)
                     return reply(bad(probe.error()));
                 reply(good({{QStringLiteral("url"), probe->url.toString()},
                             {QStringLiteral("name"), probe->name},
                             {QStringLiteral("trusted"), probe->trusted},
                             {QStringLiteral("fingerprint"), probe->fingerprint}}));
             });
}

void Session::signIn(const QJsonObject &arguments, const Reply &reply)
{
    SignInRequest request;
    request.server = QUrl(text(arguments, "server"));
    request.login = text(arguments, "login");
    request.password = text(arguments, "password");
    request.pinnedFingerprint = text(arguments, "pin");
    whenDone(m_accounts.signIn(request), this,
             [this, reply](const Result<SignedIn> &signedIn) { enter(signedIn, reply); });
}

QString Session::accountKey(const QJsonObject &arguments) const
{
    const QString wanted = text(arguments, "key");
    const QList<Account> known = m_accounts.accounts();
    return wanted.isEmpty() && !known.isEmpty() ? known.first().key : wanted;
}

void Session::open(const QJsonObject &arguments, const Reply &reply)
{
    whenDone(m_accounts.resume(accountKey(arguments)), this,
             [this, reply](const Result<SignedIn> &signedIn) { enter(signedIn, reply); });
}

void Session::signOut(const QJsonObject &arguments, const Reply &reply)
{
    const QString key = accountKey(arguments);
    close();
    whenDone(m_accounts.signOut(key), this, [reply](const Result<bool> &done) {
        reply(done ? good() : bad(done.error()));
    });
}

void Session::enter(const Result<SignedIn> &signedIn, const Reply &reply)
{
    if (!signedIn)
        return reply(bad(signedIn.error()));
    close();
    const QString folder = signedIn->workspace.folder;
    QJsonObject answer{{QStringLiteral("key"), signedIn->account.key},
                       {QStringLiteral("folder"), folder},
                       {QStringLiteral("sessionOnly"), signedIn->sessionOnly}};
    whenDone(Workspace::open(signedIn->workspace), this,
             [this, reply, answer, folder](const Result<std::shared_ptr<Workspace>> &opened) {
                 if (!opened)
                     return reply(bad(opened.error()));
                 m_folder = folder;
                 adopt(*opened);
                 QJsonObject whole = answer;
                 whole.insert(QStringLiteral("cacheReplaced"), m_workspace->cacheWasReplaced());
                 whole.insert(QStringLiteral("person"), m_workspace->me().id.text());
                 reply(good(whole));
             });
}

void Session::adopt(const std::shared_ptr<Workspace> &workspace)
{
    m_workspace = workspace;
    connect(workspace.get(), &Workspace::changed, this, &Session::happened);
    connect(workspace.get(), &Workspace::statusChanged, this, &Session::happened);
    connect(workspace.get(), &Workspace::meChanged, this, &Session::happened);
    Q_EMIT happened();
}

} // namespace vigie::e2e
