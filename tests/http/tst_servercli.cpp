// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/support/serverprocess.h"
#include "tests/http/support/tlsclient.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace vigie::testing;

namespace {

const QString kProgram = QStringLiteral(VIGIE_SERVER_PROGRAM);

/// The one device that all of these people share.
const QString kDevice = QStringLiteral("0199edbf-e7e8-7000-8c0e-9c5234fc32aa");

QByteArray signInBody(const QString &login, const QString &password)
{
    return QJsonDocument(
               QJsonObject{{QStringLiteral("login"), login},
                           {QStringLiteral("password"), password},
                           {QStringLiteral("device"), kDevice},
                           {QStringLiteral("deviceName"), QStringLiteral("test")}})
        .toJson(QJsonDocument::Compact);
}

/// A word after "password: ".
QString passwordIn(const QString &text)
{
    static const QRegularExpression line(QStringLiteral("^password: (\\S+)$"),
                                         QRegularExpression::MultilineOption);
    return line.match(text).captured(1);
}

void flipByte(const QString &path, qint64 at)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(at));
    char byte = 0;
    QVERIFY(file.getChar(&byte));
    QVERIFY(file.seek(at));
    QVERIFY(file.putChar(char(byte ^ 1)));
}

} // namespace

class TestServerCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_dir.reset(); }
    void everyCommandExplainsItself();
    void wrongUsageIsSaidWithExitCodeTwo_data();
    void wrongUsageIsSaidWithExitCodeTwo();
    void aBadConfigurationIsSaidWithItsLines();
    void initMakesEverythingOnce();
    void aMissingServerIsSaid();
    void theFirstServeMakesEverythingAndItsAdministratorSignsIn();
    void accountsAreManagedWhileServing();
    void queuesAreManaged();
    void twoServersDoNotShareAFolder();
    void theFingerprintSurvivesRestartsAndNewNames();
    void onesOwnCertificateIsServed();
    void aBackupMadeWhileServingCanBeRestored();
    void aFlippedByteIsRefused();
    void backupsHappenByThemselves();
    void historyIsImportedOnce();
    void termEndsTheServerInOrderAlsoWithAPollWaiting();

private:
    [[nodiscard]] Ran run(const QStringList &words, const QByteArray &input = {})
    {
        return runProgram(kProgram, words + QStringList{QStringLiteral("--data"), m_data}, input);
    }
    [[nodiscard]] Ran runWords(const char *words, const QByteArray &input = {})
    {
        return run(QString::fromLatin1(words).split(QLatin1Char(' ')), input);
    }
    [[nodiscard]] static HttpReply signIn(const ServerProcess &server, const QString &login,
                                          const QString &password)
    {
        TlsClient::Options options;
        options.authorityPem = server.authorityPem();
        TlsClient client(server.port(), options);
        return client.open() ? client.ask(postRequest("/v1/session", signInBody(login, password)))
                             : HttpReply();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_data;
};

void TestServerCli::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_data = m_dir->filePath(QStringLiteral("data"));
}

void TestServerCli::everyCommandExplainsItself()
{
    const Ran all = runProgram(kProgram, {QStringLiteral("--help")});
    QCOMPARE(all.exitCode, 0);
    for (const char *command : {"serve", "init", "user", "queue", "import", "backup", "verify",
                                "restore", "fingerprint", "receipt-key", "check-receipt"}) {
        QVERIFY(all.out.contains(QLatin1String(command)));
        const Ran one =
            runProgram(kProgram, {QString::fromLatin1(command), QStringLiteral("--help")});
        QCOMPARE(one.exitCode, 0);
        QVERIFY(one.out.startsWith(QStringLiteral("Usage: vigie-server ") + QLatin1String(command)));
        QVERIFY(one.out.contains(QStringLiteral("--data DIR")));
        QCOMPARE(one.err, QString());
    }
    QVERIFY(runProgram(kProgram, {QStringLiteral("--version")}).out.startsWith(
        QStringLiteral("vigie-server ")));
}

void TestServerCli::wrongUsageIsSaidWithExitCodeTwo_data()
{
    QTest::addColumn<QString>("words");
    for (const char *words : {"fly", "serve now", "serve --fly", "serve --port x", "user",
                              "user fly", "user add", "user list ann", "queue close", "queue fly x",
                              "backup", "restore", "import", "check-receipt", "receipt-key x", "verify a b", "serve --listen here",
                              "serve --log-level loud", "serve --certificate a.pem"})
        QTest::newRow(words) << QString::fromLatin1(words);
}

void TestServerCli::wrongUsageIsSaidWithExitCodeTwo()
{
    QFETCH(QString, words);
    const Ran ran = run(words.split(QLatin1Char(' ')));
    QCOMPARE(ran.exitCode, 2);
    QVERIFY(!ran.err.isEmpty());
    QCOMPARE(ran.out, QString());
    QVERIFY(!QDir(m_data).exists());
}

void TestServerCli::aBadConfigurationIsSaidWithItsLines()
{
    const QString path = m_dir->filePath(QStringLiteral("bad.conf"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("# ours\nlisten = nowhere\n\ncolour = red\n");
    file.close();
    const Ran ran = run({QStringLiteral("serve"), QStringLiteral("--config"), path});
    QCOMPARE(ran.exitCode, 2);
    QVERIFY(ran.err.contains(path + QStringLiteral(":2: listen: ")));
    QVERIFY(ran.err.contains(path + QStringLiteral(":4: unknown key \"colour\"")));
    const Ran byVariable = runProgram(kProgram, {QStringLiteral("init")}, {},
                                      {QStringLiteral("VIGIE_CONFIG=") + path});
    QCOMPARE(byVariable.exitCode, 2);
}

void TestServerCli::initMakesEverythingOnce()
{
    const Ran first = runWords("init");
    QCOMPARE(first.exitCode, 0);
    QCOMPARE(passwordIn(first.out).size(), 23);
    QVERIFY(first.out.contains(QStringLiteral("intake queue: Service desk")));
    const Ran second = runWords("init");
    QCOMPARE(second.exitCode, 0);
    QCOMPARE(passwordIn(second.out), QString());
    const QString fingerprint = runWords("fingerprint").out.trimmed();
    QCOMPARE(fingerprint.size(), 95);
    QVERIFY(first.out.contains(fingerprint) && second.out.contains(fingerprint));
    const auto others = QFile::ReadGroup | QFile::ReadOther;
    QVERIFY(!(QFile::permissions(m_data) & others));
    QVERIFY(!(QFile::permissions(m_data + QStringLiteral("/tls/ca.key")) & others));
}

void TestServerCli::aMissingServerIsSaid()
{
    for (const char *words : {"user list", "queue list", "backup target", "verify", "fingerprint"}) {
        const Ran ran = runWords(words);
        QCOMPARE(ran.exitCode, 1);
        QVERIFY(ran.err.contains(m_data));
        QVERIFY(!QDir(m_data).exists());
    }
    QCOMPARE(run({QStringLiteral("restore"), m_dir->filePath(QStringLiteral("none"))}).exitCode, 1);
    QVERIFY(!QDir(m_data).exists());
}

void TestServerCli::theFirstServeMakesEverythingAndItsAdministratorSignsIn()
{
    ServerProcess server(kProgram, m_data);
    QVERIFY2(server.start(), qPrintable(server.output()));
    QTRY_VERIFY(server.output().contains(server.fingerprint()));
    const QString password = passwordIn(server.output());
    QCOMPARE(password.size(), 23);
    QCOMPARE(signIn(server, QStringLiteral("admin"), password).status, 200);
    QCOMPARE(signIn(server, QStringLiteral("admin"), QStringLiteral("wrong")).status, 401);
    QCOMPARE(server.stop(), 0);
    QVERIFY(!QFile::exists(m_data + QStringLiteral(".ready")));
    QVERIFY(!server.output().contains(QStringLiteral("wrong")));
}

void TestServerCli::accountsAreManagedWhileServing()
{
    ServerProcess server(kProgram, m_data);
    QVERIFY2(server.start(), qPrintable(server.output()));
    const Ran added = run({QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("ann"),
                           QStringLiteral("--name"), QStringLiteral("Ann Lee"),
                           QStringLiteral("--role"), QStringLiteral("agent"),
                           QStringLiteral("--queue"), QStringLiteral("Service desk"),
                           QStringLiteral("--password-stdin")},
                          "pässword of ann\n");
    QCOMPARE(added.exitCode, 0);
    QCOMPARE(added.out, QString());
    const QString password = QStringLiteral("pässword of ann");
    const HttpReply session = signIn(server, QStringLiteral("ann"), password);
    QCOMPARE(session.status, 200);
    QVERIFY(session.body.contains("\"agent\""));
    QVERIFY(runWords("user list").out.contains(
        QStringLiteral("ann\tagent\tactive\tAnn Lee\tService desk\n")));

    QCOMPARE(runWords("user add ann --password-stdin", "again\n").exitCode, 1);
    QCOMPARE(runWords("user add bob --role king --password-stdin", "bob\n").exitCode, 1);
    QCOMPARE(runWords("user add bob --queue None --password-stdin", "bob\n").exitCode, 1);
    QVERIFY(!runWords("user list").out.contains(QStringLiteral("bob")));
    QCOMPARE(runWords("user password nobody").exitCode, 1);
    QCOMPARE(runWords("user add carl --password-stdin", "").exitCode, 1);

    const Ran changed = runWords("user password ann");
    QCOMPARE(changed.exitCode, 0);
    QCOMPARE(signIn(server, QStringLiteral("ann"), password).status, 401);
    QCOMPARE(signIn(server, QStringLiteral("ann"), passwordIn(changed.out)).status, 200);
    QCOMPARE(runWords("user change ann --role guardian --site Lyon").exitCode, 0);
    QVERIFY(runWords("user list").out.contains(QStringLiteral("ann\tguardian\tactive")));

    const QByteArray token = QJsonDocument::fromJson(
                                 signIn(server, QStringLiteral("ann"), passwordIn(changed.out)).body)
                                 .object()
                                 .value(QLatin1String("token"))
                                 .toString()
                                 .toLatin1();
    TlsClient client(server.port());
    QVERIFY(client.open());
    const QByteArray digest =
        postRequest("/v1/digest", "{}",
                    "Authorization: Bearer " + token + "\r\nContent-Type: application/json\r\n");
    QCOMPARE(client.ask(digest).status, 200);
    QCOMPARE(runWords("user revoke ann").exitCode, 0);
    QCOMPARE(client.ask(digest).status, 401);
    QCOMPARE(runWords("user disable ann").exitCode, 0);
    QCOMPARE(signIn(server, QStringLiteral("ann"), passwordIn(changed.out)).status, 401);
    QCOMPARE(runWords("user enable ann").exitCode, 0);
    QCOMPARE(signIn(server, QStringLiteral("ann"), passwordIn(changed.out)).status, 200);
    QCOMPARE(server.stop(), 0);
}

void TestServerCli::queuesAreManaged()
{
    QCOMPARE(runWords("init").exitCode, 0);
    QCOMPARE(runWords("queue add Network --description Cables").exitCode, 0);
    QCOMPARE(runWords("queue add Network").exitCode, 1);
    QCOMPARE(run({QStringLiteral("queue"), QStringLiteral("close"), QStringLiteral("Service desk")})
                 .exitCode,
             1);
    QCOMPARE(runWords("queue intake Network").exitCode, 0);
    QCOMPARE(run({QStringLiteral("queue"), QStringLiteral("close"), QStringLiteral("Service desk")})
                 .exitCode,
             0);
    const QString list = runWords("queue list").out;
    QVERIFY(list.contains(QStringLiteral("Network\tintake\tCables\n")));
    QVERIFY(list.contains(QStringLiteral("Service desk\tclosed\t")));
    QCOMPARE(runWords("queue intake None").exitCode, 1);
}

void TestServerCli::twoServersDoNotShareAFolder()
{
    ServerProcess server(kProgram, m_data);
    QVERIFY2(server.start(), qPrintable(server.output()));
    const QString otherReady = m_dir->filePath(QStringLiteral("other.ready"));
    const Ran second = run({QStringLiteral("serve"), QStringLiteral("--port"), QStringLiteral("0"),
                            QStringLiteral("--ready-file"), otherReady});
    QCOMPARE(second.exitCode, 4);
    QVERIFY(second.err.contains(m_data));
    QVERIFY(!QFile::exists(otherReady));
    QCOMPARE(runWords("init").exitCode, 4);
    QVERIFY(server.isRunning());
    QCOMPARE(server.stop(), 0);
    QCOMPARE(runWords("init").exitCode, 0);
}

void TestServerCli::theFingerprintSurvivesRestartsAndNewNames()
{
    QString fingerprint;
    for (const QStringList &flags :
         {QStringList(), QStringList(),
          QStringList{QStringLiteral("--names"), QStringLiteral("desk.example")}}) {
        ServerProcess server(kProgram, m_data);
        QVERIFY2(server.start(flags), qPrintable(server.output()));
        if (!fingerprint.isEmpty())
            QCOMPARE(server.fingerprint(), fingerprint);
        fingerprint = server.fingerprint();
        TlsClient::Options options;
        options.authorityPem = server.authorityPem();
        TlsClient client(server.port(), options);
        QVERIFY(client.open());
        QCOMPARE(client.ask(getRequest("/v1/hello")).status, 200);
        QCOMPARE(server.stop(), 0);
    }
}

void TestServerCli::onesOwnCertificateIsServed()
{
    const QString other = m_dir->filePath(QStringLiteral("other"));
    QCOMPARE(runProgram(kProgram, {QStringLiteral("init"), QStringLiteral("--data"), other}).exitCode,
             0);
    const QString certificate = other + QStringLiteral("/tls/server.pem");
    const QString key = other + QStringLiteral("/tls/server.key");
    ServerProcess server(kProgram, m_data);
    QVERIFY2(server.start({QStringLiteral("--certificate"), certificate, QStringLiteral("--key"),
                           key}),
             qPrintable(server.output()));
    const Ran print = run({QStringLiteral("fingerprint"), QStringLiteral("--config"),
                           QStringLiteral("/dev/null")});
    QCOMPARE(print.exitCode, 1); // no authority of its own was made
    QVERIFY(!QFile::exists(m_data + QStringLiteral("/tls/ca.pem")));
    QCOMPARE(server.stop(), 0);
    const Ran swapped = run({QStringLiteral("serve"), QStringLiteral("--certificate"), certificate,
                             QStringLiteral("--key"), other + QStringLiteral("/tls/ca.key")});
    QCOMPARE(swapped.exitCode, 1);
    QVERIFY(swapped.err.contains(QStringLiteral("is not the key of")));
}

void TestServerCli::aBackupMadeWhileServingCanBeRestored()
{
    const QString backup = m_dir->filePath(QStringLiteral("backup"));
    QString fingerprint;
    {
        ServerProcess server(kProgram, m_data);
        QVERIFY2(server.start(), qPrintable(server.output()));
        fingerprint = server.fingerprint();
        QCOMPARE(runWords("user add ann --password-stdin", "ann's password\n").exitCode, 0);
        QCOMPARE(run({QStringLiteral("backup"), backup}).exitCode, 0);
        QCOMPARE(run({QStringLiteral("backup"), backup}).exitCode, 1);
        QCOMPARE(runWords("user add later --password-stdin", "later\n").exitCode, 0);
        QCOMPARE(run({QStringLiteral("verify"), backup}).exitCode, 0);
        QCOMPARE(runWords("verify").exitCode, 0);
        // Never onto a server, running or not.
        QCOMPARE(run({QStringLiteral("restore"), backup}).exitCode, 4);
        QCOMPARE(server.stop(), 0);
    }
    QCOMPARE(run({QStringLiteral("restore"), backup}).exitCode, 1);
    QVERIFY(runWords("user list").out.contains(QStringLiteral("later")));

    m_data = m_dir->filePath(QStringLiteral("restored"));
    const Ran restored = run({QStringLiteral("restore"), backup});
    QCOMPARE(restored.exitCode, 0);
    ServerProcess server(kProgram, m_data);
    QVERIFY2(server.start(), qPrintable(server.output()));
    QCOMPARE(server.fingerprint(), fingerprint);
    QCOMPARE(signIn(server, QStringLiteral("ann"), QStringLiteral("ann's password")).status, 200);
    QCOMPARE(signIn(server, QStringLiteral("later"), QStringLiteral("later")).status, 401);
    QCOMPARE(server.stop(), 0);
}

void TestServerCli::aFlippedByteIsRefused()
{
    QCOMPARE(runWords("init").exitCode, 0);
    const QString backup = m_dir->filePath(QStringLiteral("backup"));
    QCOMPARE(run({QStringLiteral("backup"), backup}).exitCode, 0);
    const QString restored = m_dir->filePath(QStringLiteral("restored"));
    const QString database = backup + QStringLiteral("/server.db");
    const qint64 size = QFileInfo(database).size();
    for (const qint64 at : {qint64(100), size / 2, size - 1}) {
        flipByte(database, at);
        QCOMPARE(run({QStringLiteral("verify"), backup}).exitCode, 3);
        const Ran ran = runProgram(kProgram, {QStringLiteral("restore"), backup,
                                              QStringLiteral("--data"), restored});
        QCOMPARE(ran.exitCode, 3);
        QVERIFY(!ran.err.isEmpty());
        QVERIFY(!QDir(restored).exists());
        flipByte(database, at);
    }
    QCOMPARE(run({QStringLiteral("verify"), backup}).exitCode, 0);
}

void TestServerCli::backupsHappenByThemselves()
{
    const QString folder = m_dir->filePath(QStringLiteral("backups"));
    ServerProcess server(kProgram, m_data);
    QVERIFY2(server.start({QStringLiteral("--backup-dir"), folder}), qPrintable(server.output()));
    QTRY_VERIFY_WITH_TIMEOUT(server.output().contains(QStringLiteral("backed up and verified")),
                             20'000);
    const QStringList made = QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QCOMPARE(made.size(), 1);
    QVERIFY(made.constFirst().startsWith(QStringLiteral("vigie-")));
    QCOMPARE(run({QStringLiteral("verify"), folder + QLatin1Char('/') + made.constFirst()}).exitCode,
             0);
    QCOMPARE(server.stop(), 0);
}

void TestServerCli::historyIsImportedOnce()
{
    const QString path = m_dir->filePath(QStringLiteral("history.jsonl"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        R"({"queue":{"active":true,"description":"","id":"0199edbf-e400-7000-b30b-f32c04432dfe","name":"Network"}})"
        "\n"
        R"({"person":{"active":true,"id":"0199edbf-e7e8-7000-8c0e-9c5234fc32ab","login":"ben","name":"Ben","password":"vigie","queues":[],"role":"admin"}})"
        "\n");
    file.close();
    const Ran first = run({QStringLiteral("import"), path});
    QCOMPARE(first.exitCode, 0);
    QVERIFY(first.out.contains(QStringLiteral("1 queues, 1 people")));
    QVERIFY(run({QStringLiteral("import"), path}).out.contains(QStringLiteral("2 were here already")));
    ServerProcess server(kProgram, m_data);
    QVERIFY2(server.start(), qPrintable(server.output()));
    QCOMPARE(run({QStringLiteral("import"), path}).exitCode, 4);
    // There is an administrator and a queue: nothing more is invented.
    QCOMPARE(passwordIn(server.output()), QString());
    QCOMPARE(signIn(server, QStringLiteral("ben"), QStringLiteral("vigie")).status, 200);
    QCOMPARE(server.stop(), 0);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"queue\":\n");
    file.close();
    const Ran broken = run({QStringLiteral("import"), path});
    QCOMPARE(broken.exitCode, 1);
    QVERIFY(broken.err.contains(QStringLiteral("line 1")));
}

void TestServerCli::termEndsTheServerInOrderAlsoWithAPollWaiting()
{
    QCOMPARE(runWords("init").exitCode, 0);
    QCOMPARE(runWords("user add ann --password-stdin", "ann's password\n").exitCode, 0);
    ServerProcess server(kProgram, m_data);
    QVERIFY2(server.start(), qPrintable(server.output()));
    const QJsonObject session =
        QJsonDocument::fromJson(
            signIn(server, QStringLiteral("ann"), QStringLiteral("ann's password")).body)
            .object();
    TlsClient poll(server.port());
    QVERIFY(poll.open());
    const auto sync = [&](const QJsonArray &feeds, qint64 wait) {
        const QJsonObject body{
            {QStringLiteral("device"), kDevice},
            {QStringLiteral("epoch"), session.value(QLatin1String("epoch"))},
            {QStringLiteral("feeds"), feeds},
            {QStringLiteral("pull"), true},
            {QStringLiteral("wait"), wait}};
        return postRequest("/v1/sync", QJsonDocument(body).toJson(QJsonDocument::Compact),
                           "Content-Type: application/json\r\nAuthorization: Bearer "
                               + session.value(QLatin1String("token")).toString().toLatin1()
                               + "\r\n");
    };
    const HttpReply first = poll.ask(sync({}, 0));
    QCOMPARE(first.status, 200);
    QJsonArray feeds;
    const QJsonArray next =
        QJsonDocument::fromJson(first.body).object().value(QLatin1String("next")).toArray();
    for (const QJsonValue &value : next) {
        QJsonObject point = value.toObject();
        const QString feed = point.take(QStringLiteral("feed")).toString();
        feeds.append(QJsonObject{{QStringLiteral("feed"), feed},
                                 {QStringLiteral("cursor"), point},
                                 {QStringLiteral("high"), point}});
    }
    QVERIFY(poll.send(sync(feeds, 20'000)));
    TlsClient other(server.port());
    QVERIFY(other.open());
    QCOMPARE(other.ask(getRequest("/v1/hello")).status, 200);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(server.stop(), 0);
    QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
    const HttpReply last = poll.reply();
    QCOMPARE(last.status, 200);
    QCOMPARE(last.headers.value("connection"), QByteArray("close"));
}

QTEST_GUILESS_MAIN(TestServerCli)
#include "tst_servercli.moc"
