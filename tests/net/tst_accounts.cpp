// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/async.h"
#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/net/memorysecretstore.h"
#include "core/net/tlstrust.h"
#include "core/service/accountfiles.h"
#include "core/service/accountservice.h"
#include "core/wire/codec.h"
#include "tests/net/flawedserver.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace vigie;
using test::FlawedServer;
using test::SeenRequest;

namespace {

const QString kPassword = QStringLiteral("correct horse");

template<class T>
Result<T> waited(const QFuture<Result<T>> &future)
{
    std::optional<Result<T>> result;
    QObject context;
    whenDone(future, &context, [&](const Result<T> &found) { result = found; });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), 20'000); }();
    return result.value_or(Result<T>(fail(ErrorCode::Timeout)));
}

/// A machine without a keychain.
class NoSecrets final : public net::SecretStore
{
public:
    QFuture<Result<bool>> write(const QString &, const QString &) override { return none<bool>(); }
    QFuture<Result<QString>> read(const QString &) override { return none<QString>(); }
    QFuture<Result<bool>> remove(const QString &) override { return none<bool>(); }

private:
    template<class T>
    static QFuture<Result<T>> none()
    {
        return readyFuture(Result<T>(fail(ErrorCode::NoSecretStore)));
    }
};

/// A server that knows one person, behind an authority of its own.
struct Town {
    test::TestCertificate authority = test::makeCertificate(
        {QStringLiteral("CA"), {}, -1, 30, true});
    test::TestCertificate leaf = test::makeCertificate(
        {QStringLiteral("s"), {QStringLiteral("DNS:localhost")}, -1, 30, false}, &authority);
    QString pin = net::fingerprintOf(authority.certificate);
    Person anna;
    QList<QByteArray> signOuts; ///< Authorization headers of DELETE /v1/session
    QStringList devices;
    FlawedServer server;
    QTemporaryDir root;
    net::MemorySecretStore secrets;

    Town()
        : server([this](QTcpSocket *socket, const SeenRequest &r) { socket->write(answer(r)); },
                 leaf.key, {leaf.certificate, authority.certificate})
    {
        anna.id = PersonId(QUuid::createUuid());
        anna.login = QStringLiteral("anna");
        anna.name = QStringLiteral("Anna Œhler");
    }
    QByteArray answer(const SeenRequest &request)
    {
        if (request.path == "/v1/hello")
            return test::jsonAnswer(200, "{\"product\":\"vigie\",\"server\":\"s1\","
                                         "\"name\":\"Town hall\","
                                         "\"protocol\":1,\"version\":\"0.1\"}");
        if (request.method == "DELETE") {
            signOuts.append(request.headers.value("authorization"));
            return "HTTP/1.1 204 No Content\r\n\r\n";
        }
        const auto object = json::parseObject(request.body, 10'000);
        const auto signIn = wire::decodeSignIn(*object);
        if (!signIn || signIn->password != kPassword)
            return test::jsonAnswer(401, "{\"error\":{\"code\":\"WrongPassword\","
                                         "\"detail\":\"no\"}}");
        devices.append(signIn->device.text());
        wire::Session session;
        session.token = QStringLiteral("token-%1").arg(devices.size());
        session.serverId = QStringLiteral("s1");
        session.serverName = QStringLiteral("Town hall");
        session.epoch = QStringLiteral("e1");
        session.person = anna;
        return test::jsonAnswer(200, json::compact(wire::encode(session)));
    }
    QString address() const { return QStringLiteral("localhost:%1").arg(server.port()); }
    SignInRequest request() const
    {
        SignInRequest made;
        made.server = server.url(QString());
        made.login = QStringLiteral("anna");
        made.password = kPassword;
        made.pinnedFingerprint = pin;
        return made;
    }
    QByteArray accountsFile() const
    {
        QFile file(root.path() + QStringLiteral("/accounts.json"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

} // namespace

class TestAccounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aProbeTellsWhoIsThereAndWhatToCompare()
    {
        Town town;
        AccountService accounts(town.root.path(), town.secrets, nullptr);
        const auto probe = waited(accounts.probe(town.address(), {}));
        QVERIFY2(probe.has_value(), probe ? "" : qPrintable(toLog(probe.error())));
        QVERIFY(!probe->trusted);
        QCOMPARE(probe->fingerprint, town.pin);
        QCOMPARE(probe->name, QStringLiteral("Town hall"));
        QCOMPARE(probe->serverId, QStringLiteral("s1"));
        QVERIFY(probe->certificateExpiresAt > SystemClock().nowMs());
        const auto pinned = waited(accounts.probe(town.address(), town.pin.toLower()));
        QVERIFY(pinned.has_value());
        QVERIFY(pinned->trusted);
        QVERIFY(accounts.accounts().isEmpty());
    }

    void aProbeSaysWhatIsWrong()
    {
        Town town;
        AccountService accounts(town.root.path(), town.secrets, nullptr);
        const auto code = [&](const QString &typed, const QString &pin = {}) {
            const auto probe = waited(accounts.probe(typed, pin));
            return probe ? ErrorCode::Bug : probe.error().code;
        };
        QCOMPARE(code(QStringLiteral("http://localhost")), ErrorCode::Invalid);
        QCOMPARE(code(town.address(), QStringLiteral("12:34")), ErrorCode::Invalid);
        const auto other = test::makeCertificate({QStringLiteral("x"), {}, -1, 30, true});
        QCOMPARE(code(town.address(), net::fingerprintOf(other.certificate)),
                 ErrorCode::TlsChanged);
        QCOMPARE(code(QStringLiteral("127.0.0.1:%1").arg(town.server.port())),
                 ErrorCode::TlsUntrusted);
        town.server.setBehaviour([](QTcpSocket *socket, const SeenRequest &) {
            socket->write(test::httpAnswer(200, "text/html", "<html>Router</html>"));
        });
        QCOMPARE(code(town.address()), ErrorCode::NotOurServer);
        town.server.setBehaviour([](QTcpSocket *socket, const SeenRequest &) {
            socket->write(test::jsonAnswer(200, "{\"product\":\"vigie\",\"server\":\"s\","
                                                "\"name\":\"n\","
                                                "\"protocol\":2}"));
        });
        QCOMPARE(code(town.address()), ErrorCode::ProtocolMismatch);
    }

    void signingInKeepsTheAccountAndTheToken()
    {
        Town town;
        QString key;
        {
            AccountService accounts(town.root.path(), town.secrets, nullptr);
            const auto in = waited(accounts.signIn(town.request()));
            QVERIFY2(in.has_value(), in ? "" : qPrintable(toLog(in.error())));
            QVERIFY(!in->sessionOnly);
            QCOMPARE(in->workspace.token, QStringLiteral("token-1"));
            QCOMPARE(in->account.personName, town.anna.name);
            QCOMPARE(in->workspace.pinnedCertificate, town.authority.certificate.toPem());
            key = in->account.key;
        }
        QVERIFY(!town.accountsFile().contains("token-1"));
        QVERIFY(!town.accountsFile().contains(kPassword.toUtf8()));
        AccountService again(town.root.path(), town.secrets, nullptr);
        QCOMPARE(again.accounts().size(), 1);
        QCOMPARE(again.accounts().first().key, key);
        const auto resumed = waited(again.resume(key));
        QVERIFY(resumed.has_value());
        QCOMPARE(resumed->workspace.token, QStringLiteral("token-1"));
        QCOMPARE(resumed->workspace.server, town.request().server);
        QCOMPARE(resumed->workspace.pinnedFingerprint, town.pin);
        // The profile knows whose it is before the first exchange, and keeps the device's name.
        const auto opened = waited(Workspace::open(resumed->workspace));
        QVERIFY(opened.has_value());
        QCOMPARE((*opened)->me().name, town.anna.name);
    }

    void aWrongPasswordLeavesNothingBehind()
    {
        Town town;
        AccountService accounts(town.root.path(), town.secrets, nullptr);
        SignInRequest request = town.request();
        request.password = QStringLiteral("guess");
        const auto in = waited(accounts.signIn(request));
        QVERIFY(!in);
        QCOMPARE(in.error().code, ErrorCode::WrongPassword);
        QVERIFY(accounts.accounts().isEmpty());
        QTRY_VERIFY(QDir(town.root.path())
                        .entryList(QDir::Dirs | QDir::NoDotAndDotDot)
                        .isEmpty());
        QVERIFY(waited(accounts.signIn(town.request())).has_value());
        request.password = QStringLiteral("guess again");
        QVERIFY(!waited(accounts.signIn(request)));
        QCOMPARE(accounts.accounts().size(), 1);
        QCOMPARE(QDir(town.root.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
    }

    void noPasswordLeavesForAnUntrustedServer()
    {
        Town town;
        AccountService accounts(town.root.path(), town.secrets, nullptr);
        SignInRequest request = town.request();
        request.pinnedFingerprint.clear();
        const auto in = waited(accounts.signIn(request));
        QVERIFY(!in);
        QCOMPARE(in.error().code, ErrorCode::TlsUntrusted);
        request.pinnedFingerprint = QStringLiteral("nonsense");
        QCOMPARE(waited(accounts.signIn(request)).error().code, ErrorCode::Invalid);
        QCOMPARE(town.server.bytes(), 0);
    }

    void withoutAKeychainTheTokenLastsForThisSession()
    {
        Town town;
        NoSecrets none;
        QString key;
        {
            AccountService accounts(town.root.path(), none, nullptr);
            const auto in = waited(accounts.signIn(town.request()));
            QVERIFY(in.has_value());
            QVERIFY(in->sessionOnly);
            key = in->account.key;
            QVERIFY(waited(accounts.resume(key))->sessionOnly);
            QVERIFY(!town.accountsFile().contains("token-1"));
        }
        AccountService again(town.root.path(), none, nullptr);
        QCOMPARE(waited(again.resume(key)).error().code, ErrorCode::SignInNeeded);
        const auto offline = again.openSignedOut(key);
        QVERIFY(offline.has_value());
        QVERIFY(offline->workspace.token.isEmpty());
        QVERIFY(offline->sessionOnly);
    }

    void notRememberingForgetsAnOlderToken()
    {
        Town town;
        AccountService accounts(town.root.path(), town.secrets, nullptr);
        const QString key = waited(accounts.signIn(town.request()))->account.key;
        SignInRequest request = town.request();
        request.remember = false;
        QVERIFY(waited(accounts.signIn(request))->sessionOnly);
        AccountService again(town.root.path(), town.secrets, nullptr);
        QCOMPARE(waited(again.resume(key)).error().code, ErrorCode::SignInNeeded);
    }

    void signingInAgainWhileTheWorkspaceIsOpenUsesTheSameDevice()
    {
        Town town;
        AccountService accounts(town.root.path(), town.secrets, nullptr);
        const auto first = waited(accounts.signIn(town.request()));
        QVERIFY(first.has_value());
        auto opened = waited(Workspace::open(first->workspace));
        QVERIFY(opened.has_value());
        const auto second = waited(accounts.signIn(town.request()));
        QVERIFY2(second.has_value(), second ? "" : qPrintable(toLog(second.error())));
        QCOMPARE(second->workspace.token, QStringLiteral("token-2"));
        QCOMPARE(town.devices.size(), 2);
        QCOMPARE(town.devices.first(), town.devices.last());
        QCOMPARE(accounts.accounts().size(), 1);
    }

    void anotherPersonOfTheSameNameDoesNotGetTheProfile()
    {
        Town town;
        AccountService accounts(town.root.path(), town.secrets, nullptr);
        QVERIFY(waited(accounts.signIn(town.request())).has_value());
        town.anna.id = PersonId(QUuid::createUuid());
        const auto in = waited(accounts.signIn(town.request()));
        QVERIFY(!in);
        QCOMPARE(in.error().code, ErrorCode::Conflict);
    }

    void signingOutRevokesAndForgets()
    {
        Town town;
        AccountService accounts(town.root.path(), town.secrets, nullptr);
        const QString key = waited(accounts.signIn(town.request()))->account.key;
        const auto out = waited(accounts.signOut(key));
        QVERIFY(out.has_value() && *out);
        QCOMPARE(town.signOuts, QList<QByteArray>{"Bearer token-1"});
        QCOMPARE(waited(accounts.resume(key)).error().code, ErrorCode::SignInNeeded);
        QCOMPARE(accounts.accounts().size(), 1);
        QVERIFY(QDir(town.root.path() + QLatin1Char('/') + key).exists());
    }

    void signingOutWithoutTheServerForgetsHere()
    {
        Town town;
        AccountService accounts(town.root.path(), town.secrets, nullptr);
        const QString key = waited(accounts.signIn(town.request()))->account.key;
        town.server.setBehaviour([](QTcpSocket *socket, const SeenRequest &) { socket->abort(); });
        const auto out = waited(accounts.signOut(key));
        QVERIFY(out.has_value());
        QVERIFY(!*out);
        QCOMPARE(waited(accounts.resume(key)).error().code, ErrorCode::SignInNeeded);
    }

    void accountsRoundTripThroughTheirFile()
    {
        QTemporaryDir root;
        Account account;
        account.server = QUrl(QStringLiteral("https://helpdesk:8642"));
        account.login = QStringLiteral("änna/../x");
        account.key = accountKey(account.server, account.login);
        account.serverName = QStringLiteral("Hôtel de ville");
        account.personName = QStringLiteral("Anna");
        account.pinnedFingerprint = QStringLiteral("AA:BB");
        account.pinnedCertificate = "-----BEGIN CERTIFICATE-----\nMA==\n";
        account.device = DeviceId(QUuid::createUuid());
        QVERIFY(writeAccounts(root.path(), {account}).has_value());
        const auto read = readAccounts(root.path());
        QVERIFY(read.has_value());
        QCOMPARE(read->size(), 1);
        QCOMPARE(read->first().key, account.key);
        QCOMPARE(read->first().server, account.server);
        QCOMPARE(read->first().login, account.login);
        QCOMPARE(read->first().device, account.device);
        QCOMPARE(read->first().pinnedCertificate, account.pinnedCertificate);
    }

    void keysAreSafeFolderNamesAndNeverTheSameForTwo()
    {
        const QUrl server(QStringLiteral("https://helpdesk:8642"));
        QCOMPARE(accountKey(server, QStringLiteral("Anna")),
                 QStringLiteral("helpdesk-8642-anna"));
        QSet<QString> keys;
        const QStringList logins{QStringLiteral("anna"), QStringLiteral("an/na"),
                                 QStringLiteral("an_na"), QStringLiteral("../../etc"),
                                 QStringLiteral("anna."), QStringLiteral("änna"),
                                 QString(500, QLatin1Char('a')), QString(501, QLatin1Char('a'))};
        for (const QString &login : logins) {
            const QString key = accountKey(server, login);
            QVERIFY(!keys.contains(key));
            keys.insert(key);
            QVERIFY(!key.contains(QLatin1Char('/')) && !key.contains(QLatin1String("..")));
            QVERIFY(!key.endsWith(QLatin1Char('.')) && key.size() < 120);
        }
    }

    void aDamagedAccountsFileIsMovedAside()
    {
        QTemporaryDir root;
        QFile file(root.path() + QStringLiteral("/accounts.json"));
        for (const char *content :
             {"{\"version\":1,", "[]", "", "{\"version\":1,\"accounts\":[{\"key\":\"../../evil\","
                                           "\"server\":\"https://h:1\",\"login\":\"a\"}]}"}) {
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(content);
            file.close();
            const auto read = readAccounts(root.path());
            QVERIFY2(read.has_value(), content);
            QVERIFY(read->isEmpty());
            QVERIFY(!QFile::exists(root.path() + QStringLiteral("/accounts.json")));
        }
    }

    void anAccountsFileOfANewerVersionIsLeftAlone()
    {
        Town town;
        const QByteArray newer = "{\"version\":99,\"accounts\":[]}";
        QFile file(town.root.path() + QStringLiteral("/accounts.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(newer);
        file.close();
        AccountService accounts(town.root.path(), town.secrets, nullptr);
        const auto in = waited(accounts.signIn(town.request()));
        QVERIFY(!in);
        QCOMPARE(in.error().code, ErrorCode::StoreTooNew);
        QCOMPARE(town.accountsFile(), newer);
    }
};

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
