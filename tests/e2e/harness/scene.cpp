// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/harness/scene.h"

#include "tests/e2e/harness/servertalk.h"

#include <QDir>
#include <QTest>

namespace vigie::e2e {

namespace {

QString trouble(const char *what, const QJsonObject &answer)
{
    return QLatin1String(what) + QStringLiteral(": ") + QString::fromUtf8(shown(answer));
}

QString trouble(const char *what, const Error &error)
{
    return QLatin1String(what) + QStringLiteral(": ") + toLog(error);
}

} // namespace

Scene::Scene() : m_server(std::make_unique<ServerProcess>(path(QStringLiteral("server")))) {}

Scene::~Scene()
{
    for (auto &[who, client] : m_clients)
        client->kill();
    m_server->kill();
    noteResult();
    if (!m_failed)
        return;
    m_folder.setAutoRemove(false);
    qInfo("everything is kept in %s%s", qPrintable(m_folder.path()), qPrintable(logs()));
}

void Scene::noteResult()
{
    m_failed = m_failed || QTest::currentTestFailed();
}

QString Scene::path(const QString &name) const
{
    return m_folder.filePath(name);
}

QString Scene::passwordOf(const QString &who)
{
    return who + QStringLiteral(" has a long password");
}

QString Scene::prepare(const QMap<QString, QString> &people)
{
    if (const Done made = m_server->init(); !made)
        return trouble("init", made.error());
    for (auto it = people.begin(); it != people.end(); ++it) {
        if (const Done added = m_server->addPerson(it.key(), it.value(), passwordOf(it.key())); !added)
            return trouble("user add", added.error());
    }
    if (const Done started = m_server->start(); !started)
        return trouble("serve", started.error());
    return {};
}

ClientProcess &Scene::client(const QString &who)
{
    auto &client = m_clients[who];
    if (!client) {
        const QString root = path(QStringLiteral("clients/") + who);
        QDir().mkpath(root);
        client = std::make_unique<ClientProcess>(who, root);
    }
    return *client;
}

QString Scene::enter(const QString &who, const QString &url, const QString &pin)
{
    ClientProcess &person = client(who);
    if (!person.isRunning() && !person.start())
        return QStringLiteral("the client of %1 does not start").arg(who);
    const Result<QString> own = m_server->fingerprint();
    if (!own)
        return trouble("fingerprint", own.error());
    const QJsonObject answer = person.call(
        "sign-in", {{QStringLiteral("server"), url.isEmpty() ? m_server->url() : url},
                    {QStringLiteral("login"), who},
                    {QStringLiteral("password"), passwordOf(who)},
                    {QStringLiteral("pin"), pin.isEmpty() ? *own : pin}});
    return isOk(answer) ? QString() : trouble("sign-in", answer);
}

QString Scene::reopen(const QString &who)
{
    ClientProcess &person = client(who);
    if (!person.isRunning() && !person.start())
        return QStringLiteral("the client of %1 does not start").arg(who);
    const QJsonObject answer = person.call("open");
    return isOk(answer) ? QString() : trouble("open", answer);
}

QString Scene::agree(const QStringList &people, int timeoutMs)
{
    const QJsonObject patience{{QStringLiteral("timeout"), timeoutMs * kSlowness}};
    for (const QString &who : people) {
        const QJsonObject quiet = client(who).call("wait-quiet", patience);
        if (!isOk(quiet)) {
            return trouble(qPrintable(who + QStringLiteral(" is not quiet")), quiet)
                + QString::fromUtf8(shown(client(who).call("outbox")));
        }
    }
    const Result<QString> pin = m_server->fingerprint();
    if (!pin)
        return trouble("fingerprint", pin.error());
    for (const QString &who : people) {
        ServerTalk talk(QUrl(m_server->url()), *pin);
        if (const Done in = talk.signIn(who, passwordOf(who)); !in)
            return trouble("sign-in", in.error());
        const Result<QJsonObject> digests = talk.digests();
        if (!digests)
            return trouble("digest", digests.error());
        QJsonObject wanted = patience;
        wanted.insert(QStringLiteral("feeds"), withoutEmptyFeeds(*digests));
        const QJsonObject same = client(who).call("wait-digest", wanted);
        if (!isOk(same)) {
            return trouble(qPrintable(who + QStringLiteral(" differs")), wanted)
                + QString::fromUtf8(shown(client(who).call("digest")));
        }
    }
    return {};
}

QString Scene::logs()
{
    QString text = QStringLiteral("\n--- server\n") + m_server->logTail();
    for (auto &[who, client] : m_clients)
        text += QStringLiteral("\n--- %1\n").arg(who) + client->logTail();
    return text;
}

} // namespace vigie::e2e
