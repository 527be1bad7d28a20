// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/harness/chaosproxy.h"
#include "tests/e2e/harness/identities.h"
#include "tests/e2e/harness/scene.h"

#include <QJsonArray>
#include <QTest>

using namespace vigie::e2e;

/// What can stand where the server should be, and what the client makes of it. In every case the
/// unsent work stays and goes out when the right server is back.
class TestNetworkFaults : public QObject
{
    Q_OBJECT

    std::unique_ptr<Scene> m_scene;
    Identities m_identities;
    std::unique_ptr<ChaosProxy> m_proxy;
    quint16 m_port = 0; ///< where the client believes its server to be
    QString m_who;
    int m_people = 0;

    ClientProcess &client() { return m_scene->client(m_who); }

    /// Puts something that shows this certificate where the server should be.
    QString stand(const vigie::Result<vigie::server::TlsIdentity> &identity,
                  ChaosProxy::Mode mode = ChaosProxy::Mode::Honest, const QString &redirectTo = {})
    {
        if (!identity)
            return vigie::toLog(identity.error());
        m_proxy.reset();
        ChaosProxy::Options options;
        options.serverPort = m_scene->server().port();
        options.serverAuthority = m_scene->server().authorityFile();
        options.identity = *identity;
        options.redirectTo = redirectTo;
        m_proxy = std::make_unique<ChaosProxy>(options);
        m_proxy->setMode(mode);
        const vigie::Done started = m_proxy->start(m_port);
        return started ? QString() : vigie::toLog(started.error());
    }
    /// Somebody new whose client is signed in through an honest proxy.
    QString newcomer()
    {
        m_who = QStringLiteral("person%1").arg(++m_people);
        const vigie::Done added = m_scene->server().addPerson(
            m_who, QStringLiteral("employee"), Scene::passwordOf(m_who));
        if (!added)
            return vigie::toLog(added.error());
        m_port = freePort();
        return stand(m_identities.valid());
    }
    QString signedInNewcomer()
    {
        QString trouble = newcomer();
        if (trouble.isEmpty())
            trouble = m_scene->enter(m_who, m_proxy->url(), m_identities.fingerprint());
        return trouble.isEmpty() ? m_scene->agree({m_who}) : trouble;
    }
    QJsonObject signIn(const QString &password, const QString &pin)
    {
        if (!client().isRunning() && !client().start())
            return {};
        return client().call("sign-in", {{QStringLiteral("server"), m_proxy->url()},
                                         {QStringLiteral("login"), m_who},
                                         {QStringLiteral("password"), password},
                                         {QStringLiteral("pin"), pin}});
    }
    /// Writes a report and checks that it waits.
    void writeAndKeep(const QString &title)
    {
        VIGIE_OK(client().call("report", {{QStringLiteral("title"), title},
                                          {QStringLiteral("what"), QStringLiteral("Help")}}));
        const QJsonArray entries =
            client().call("outbox").value(QLatin1String("entries")).toArray();
        QCOMPARE(entries.size(), 1);
        QCOMPARE(entries.first()[QLatin1String("words")].toString(), title);
    }
    /// The right server is back: everything goes out, once.
    void recover(const QString &title)
    {
        VIGIE_MUST(stand(m_identities.valid()));
        VIGIE_OK(client().call("sync-now"));
        VIGIE_MUST(m_scene->agree({m_who}));
        const auto ledger = Ledger::read(m_scene->server().data());
        QVERIFY(ledger);
        QCOMPARE(ledger->count(title), 1);
    }
    QJsonObject waitStatus(const QString &phase, const QString &error)
    {
        return client().call("wait-status", {{QStringLiteral("phase"), phase},
                                             {QStringLiteral("syncError"), error}});
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_scene = std::make_unique<Scene>();
        VIGIE_MUST(m_scene->prepare({}));
        QVERIFY(m_identities.make());
    }
    void cleanup()
    {
        m_scene->noteResult();
        if (!m_who.isEmpty())
            client().kill();
        m_proxy.reset();
    }
    void cleanupTestCase() { m_scene.reset(); }

    void aWrongPasswordIsCalledByItsName()
    {
        VIGIE_MUST(newcomer());
        const QJsonObject refused = signIn(QStringLiteral("guess"), m_identities.fingerprint());
        QCOMPARE(errorOf(refused), QStringLiteral("WrongPassword"));
        // Nothing of it stays: there is no account to open afterwards.
        QVERIFY(!isOk(client().call("open")));
        VIGIE_OK(signIn(Scene::passwordOf(m_who), m_identities.fingerprint()));
        VIGIE_MUST(m_scene->agree({m_who}));
    }

    void anUnknownAuthorityGetsNoPassword()
    {
        VIGIE_MUST(newcomer());
        const QJsonObject refused = signIn(Scene::passwordOf(m_who), {});
        QCOMPARE(errorOf(refused), QStringLiteral("TlsUntrusted"));
        QCOMPARE(m_proxy->requests(), 0);
        // What the sign-in page shows for comparing.
        const QJsonObject probe =
            client().call("probe", {{QStringLiteral("server"), m_proxy->url()}});
        VIGIE_OK(probe);
        QCOMPARE(probe.value(QLatin1String("trusted")), QJsonValue(false));
        QCOMPARE(probe.value(QLatin1String("fingerprint")).toString(), m_identities.fingerprint());
        QVERIFY(!m_proxy->sawCredentials());
    }

    void aWrongPinGetsNoPassword()
    {
        VIGIE_MUST(newcomer());
        Identities other;
        QVERIFY(other.make());
        const QJsonObject refused = signIn(Scene::passwordOf(m_who), other.fingerprint());
        QCOMPARE(errorOf(refused), QStringLiteral("TlsChanged"));
        QCOMPARE(m_proxy->requests(), 0);
    }

    void aChangedCertificateGetsNothingAndCostsNothing()
    {
        VIGIE_MUST(signedInNewcomer());
        Identities other;
        QVERIFY(other.make());
        VIGIE_MUST(stand(other.valid()));
        VIGIE_OK(waitStatus(QStringLiteral("Stopped"), QStringLiteral("TlsChanged")));
        writeAndKeep(QStringLiteral("Under a changed certificate"));
        QCOMPARE(m_proxy->requests(), 0);
        recover(QStringLiteral("Under a changed certificate"));
    }

    void anExpiredCertificateGetsNothingAndCostsNothing()
    {
        VIGIE_MUST(signedInNewcomer());
        VIGIE_MUST(stand(m_identities.expired()));
        VIGIE_OK(waitStatus(QStringLiteral("Stopped"), QStringLiteral("TlsExpired")));
        writeAndKeep(QStringLiteral("Under an expired certificate"));
        QCOMPARE(m_proxy->requests(), 0);
        QCOMPARE(errorOf(signIn(Scene::passwordOf(m_who), m_identities.fingerprint())),
                 QStringLiteral("TlsExpired"));
        QCOMPARE(m_proxy->requests(), 0);
        recover(QStringLiteral("Under an expired certificate"));
    }

    void aPageInsteadOfTheServerIsLikeBeingOffline()
    {
        VIGIE_MUST(signedInNewcomer());
        VIGIE_MUST(stand(m_identities.valid(), ChaosProxy::Mode::Page));
        VIGIE_OK(waitStatus(QStringLiteral("Offline"), QStringLiteral("NotOurServer")));
        writeAndKeep(QStringLiteral("Behind a captive portal"));
        QCOMPARE(errorOf(signIn(Scene::passwordOf(m_who), m_identities.fingerprint())),
                 QStringLiteral("NotOurServer"));
        recover(QStringLiteral("Behind a captive portal"));
    }

    void aRedirectIsNotFollowed()
    {
        VIGIE_MUST(signedInNewcomer());
        ChaosProxy::Options options;
        const auto identity = m_identities.valid();
        QVERIFY(identity);
        options.identity = *identity;
        ChaosProxy elsewhere(options);
        QVERIFY(elsewhere.start());
        elsewhere.setMode(ChaosProxy::Mode::Page);
        VIGIE_MUST(stand(m_identities.valid(), ChaosProxy::Mode::Redirect, elsewhere.url()));
        VIGIE_OK(waitStatus(QStringLiteral("Offline"), QStringLiteral("NotOurServer")));
        writeAndKeep(QStringLiteral("Sent elsewhere"));
        QCOMPARE(errorOf(signIn(Scene::passwordOf(m_who), m_identities.fingerprint())),
                 QStringLiteral("NotOurServer"));
        QVERIFY(m_proxy->requests() > 0);
        QCOMPARE(elsewhere.requests(), 0);
        QVERIFY(!elsewhere.sawCredentials());
        recover(QStringLiteral("Sent elsewhere"));
    }

    void aRevokedTokenAsksForASignInAndKeepsEverything()
    {
        VIGIE_MUST(signedInNewcomer());
        QVERIFY(m_scene->server().run({QStringLiteral("user"), QStringLiteral("revoke"), m_who}));
        VIGIE_OK(client().call("report", {{QStringLiteral("title"), QStringLiteral("Signed out")},
                                          {QStringLiteral("what"), QStringLiteral("Help")}}));
        VIGIE_OK(client().call("wait-status",
                               {{QStringLiteral("phase"), QStringLiteral("SignInNeeded")}}));
        QCOMPARE(client().call("outbox").value(QLatin1String("entries")).toArray().size(), 1);
        VIGIE_OK(client().call("close"));
        VIGIE_OK(signIn(Scene::passwordOf(m_who), m_identities.fingerprint()));
        recover(QStringLiteral("Signed out"));
    }
};

QTEST_GUILESS_MAIN(TestNetworkFaults)
#include "tst_networkfaults.moc"
