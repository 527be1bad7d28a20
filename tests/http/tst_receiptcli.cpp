// SPDX-License-Identifier: GPL-3.0-or-later
// receipt-key and check-receipt, the real program on real files; and OpenSSL without Vigie.
#include "core/ops/opcodec.h"
#include "tests/http/support/serverprocess.h"
#include "tests/http/support/tlsclient.h"
#include "tests/support/receiptseed.h"
#include "tests/support/samplereceipt.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace vigie;
using namespace vigie::testing;

namespace {

const QString kProgram = QStringLiteral(VIGIE_SERVER_PROGRAM);

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestReceiptCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_dir.reset(); }
    void theKeyIsMadeOnceAndPrinted();
    void theKeyOutlivesANewCertificate();
    void theKeyIsInBackupsAndComesBack();
    void aDamagedKeyStopsTheServerWithWords();
    void aGoodReceiptIsValidAndItsValuesArePrinted();
    void aChangedReceiptEndsWithThree_data();
    void aChangedReceiptEndsWithThree();
    void anotherKeyIsToldAndCanBeGiven();
    void whatIsNoReceiptIsExplained_data();
    void whatIsNoReceiptIsExplained();
    void aReportSentToTheServerComesBackSigned();
    void opensslAloneCanCheckAReceipt();

private:
    [[nodiscard]] Ran run(const QStringList &words, const QByteArray &input = {}) const
    {
        return runProgram(kProgram, words + QStringList{QStringLiteral("--data"), m_data}, input);
    }
    [[nodiscard]] Ran check(const QString &file, const QStringList &more = {}) const
    {
        return run(QStringList{QStringLiteral("check-receipt"), file} + more);
    }
    [[nodiscard]] QString publicKey() const { return run({QStringLiteral("receipt-key")}).out; }
    [[nodiscard]] QString keyFile() const { return m_data + QStringLiteral("/receipt.key"); }
    [[nodiscard]] QString path(const char *name) const { return m_dir->filePath(QLatin1String(name)); }
    /// A data folder with the fixed key, as init would have left it.
    void prepareFixed() const
    {
        QCOMPARE(run({QStringLiteral("init")}).exitCode, 0);
        write(keyFile(), server::fixedReceiptKey().toPem().value_or(QByteArray()));
    }
    [[nodiscard]] static ReceiptSeal seal(char filler = 'k')
    {
        return server::fixedReceiptKey(filler).sign(receiptText(sampleStatement())).value_or(ReceiptSeal());
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_data;
};

void TestReceiptCli::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_data = m_dir->filePath(QStringLiteral("data"));
}

void TestReceiptCli::theKeyIsMadeOnceAndPrinted()
{
    const Ran none = run({QStringLiteral("receipt-key")});
    QCOMPARE(none.exitCode, 1);
    QVERIFY(none.err.contains(m_data));
    QVERIFY(!QFile::exists(m_data));
    QCOMPARE(run({QStringLiteral("init")}).exitCode, 0);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(QFile::exists(keyFile()));
    QVERIFY(!(QFile::permissions(keyFile()) & others));
    const Ran printed = run({QStringLiteral("receipt-key")});
    QCOMPARE(printed.exitCode, 0);
    QCOMPARE(printed.err, QString());
    const auto key = server::publicKeyFromPem(printed.out.toUtf8());
    QVERIFY(key);
    QVERIFY(printed.out.startsWith(QStringLiteral("fingerprint: ") + receiptKeyFingerprint(*key)
                                   + QLatin1Char('\n')));
    QVERIFY(!printed.out.contains(QStringLiteral("PRIVATE")));
    QCOMPARE(run({QStringLiteral("init")}).exitCode, 0);
    QCOMPARE(publicKey(), printed.out);
}

void TestReceiptCli::theKeyOutlivesANewCertificate()
{
    QString before;
    QByteArray certificate;
    for (const QStringList &flags :
         {QStringList(), QStringList{QStringLiteral("--names"), QStringLiteral("desk.example")}}) {
        ServerProcess server(kProgram, m_data);
        QVERIFY2(server.start(flags), qPrintable(server.output()));
        QCOMPARE(server.stop(), 0);
        QFile pem(m_data + QStringLiteral("/tls/server.pem"));
        QVERIFY(pem.open(QIODevice::ReadOnly));
        const QByteArray now = pem.readAll();
        QVERIFY(now != certificate);
        certificate = now;
        if (!before.isEmpty())
            QCOMPARE(publicKey(), before);
        before = publicKey();
        QVERIFY(!before.isEmpty());
    }
}

void TestReceiptCli::theKeyIsInBackupsAndComesBack()
{
    QCOMPARE(run({QStringLiteral("init")}).exitCode, 0);
    const QString before = publicKey();
    const QString backup = path("backup");
    QCOMPARE(run({QStringLiteral("backup"), backup}).exitCode, 0);
    const auto others = QFile::ReadGroup | QFile::ReadOther;
    QVERIFY(!(QFile::permissions(backup + QStringLiteral("/receipt.key")) & others));
    m_data = path("restored");
    QCOMPARE(run({QStringLiteral("restore"), backup}).exitCode, 0);
    QCOMPARE(publicKey(), before);
    QVERIFY(!(QFile::permissions(keyFile()) & others));
    QCOMPARE(run({QStringLiteral("init")}).exitCode, 0);
    QCOMPARE(publicKey(), before);
}

void TestReceiptCli::aDamagedKeyStopsTheServerWithWords()
{
    QCOMPARE(run({QStringLiteral("init")}).exitCode, 0);
    write(keyFile(), "-----BEGIN PRIVATE KEY-----\nMC4CAQ\n");
    for (const char *command : {"serve", "init", "receipt-key"}) {
        const Ran ran = run({QLatin1String(command)});
        QCOMPARE(ran.exitCode, 3);
        QVERIFY2(ran.err.contains(keyFile()) && ran.err.contains(QStringLiteral("backup")),
                 qPrintable(ran.err));
    }
}

void TestReceiptCli::aGoodReceiptIsValidAndItsValuesArePrinted()
{
    prepareFixed();
    const ReceiptSheet sheet = sampleSheet(seal());
    write(path("r.txt"), sheet.toText().toUtf8());
    write(path("r.html"), sheet.toHtml().toUtf8());
    for (const char *name : {"r.txt", "r.html"}) {
        const Ran ran = check(path(name));
        QVERIFY2(ran.exitCode == 0, qPrintable(ran.err));
        QVERIFY(ran.out.startsWith(QStringLiteral("valid\n")));
        const QStringList values = receiptValues(sampleStatement(), seal());
        for (const QString &value : values)
            QVERIFY2(ran.out.contains(value.left(16)), qPrintable(value)); // times: in its own zone
        QCOMPARE(ran.err, QString());
    }
    // With a published key no server is needed.
    write(path("key.pem"), publicKey().toUtf8());
    m_data = path("nowhere");
    QCOMPARE(check(path("r.txt")).exitCode, 1);
    QCOMPARE(check(path("r.txt"), {QStringLiteral("--key"), path("key.pem")}).exitCode, 0);
    const Ran noKey = check(path("r.txt"), {QStringLiteral("--key"), path("r.txt")});
    QCOMPARE(noKey.exitCode, 1);
    QVERIFY(noKey.err.contains(QStringLiteral("public key")));
}

void TestReceiptCli::aChangedReceiptEndsWithThree_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    const auto row = [](const char *name, const QString &from, const QString &to) {
        QTest::newRow(name) << from << to;
    };
    const QStringList values = receiptValues(sampleStatement(), seal());
    const QString end = QStringLiteral("\n");
    // In the block alone, so that the table shows the true value.
    row("server", QStringLiteral("server: Desk"), QStringLiteral("server: Disk"));
    row("ticket", QStringLiteral("ticket: 0199"), QStringLiteral("ticket: 0198"));
    row("number", QStringLiteral("number: 1042"), QStringLiteral("number: 1041"));
    row("title", QStringLiteral("title: It"), QStringLiteral("title: Is"));
    row("requester", QStringLiteral("requester: 0199"), QStringLiteral("requester: 0198"));
    row("name", QStringLiteral("name: Zoë"), QStringLiteral("name: Zoe"));
    row("written", QStringLiteral("written: 2026"), QStringLiteral("written: 2025"));
    row("received", QStringLiteral("T10:12:33.456Z"), QStringLiteral("T10:12:33.455Z"));
    row("sha256", QStringLiteral("sha256: a"), QStringLiteral("sha256: b"));
    row("version", QStringLiteral("vigie-receipt-1"), QStringLiteral("vigie-receipt-9"));
    row("key", QStringLiteral("key: ") + seal().key, QStringLiteral("key: ") + seal('x').key);
    row("signature", QStringLiteral("signature: ") + seal().signature,
        QStringLiteral("signature: ") + seal('x').signature);
    row("short signature", QStringLiteral("==") + end + QStringLiteral("-----END"),
        end + QStringLiteral("-----END"));
    row("end", QStringLiteral("-----END VIGIE RECEIPT-----"), QString());
    // In the table alone, and in both.
    for (int i = 0; i < values.size(); ++i) {
        const QString before = QStringLiteral("    ") + values.at(i) + end;
        row(qPrintable(QStringLiteral("table %1").arg(i + 1)), before,
            QStringLiteral("    7") + values.at(i).mid(1) + QLatin1Char('x') + end);
    }
    row("name everywhere", QStringLiteral("Zoë Łuk"), QStringLiteral("Zoe Luk"));
    row("number everywhere", QStringLiteral("1042"), QStringLiteral("1041"));
}

void TestReceiptCli::aChangedReceiptEndsWithThree()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    prepareFixed();
    // The test's zone and the program's are the same, or the table would not be found.
    QString text = sampleSheet(seal()).toText();
    QVERIFY2(text.contains(from), qPrintable(text));
    write(path("r.txt"), text.replace(from, to).toUtf8());
    const Ran ran = check(path("r.txt"));
    QCOMPARE(ran.exitCode, 3);
    QVERIFY2(ran.err.contains(QStringLiteral("changed")), qPrintable(ran.err));
    QCOMPARE(ran.out, QString());
}

void TestReceiptCli::anotherKeyIsToldAndCanBeGiven()
{
    prepareFixed();
    const ReceiptSeal other = seal('x');
    write(path("other.html"), sampleSheet(other).toHtml().toUtf8());
    const Ran ran = check(path("other.html"));
    QCOMPARE(ran.exitCode, 1);
    QVERIFY2(ran.err.contains(QStringLiteral("signed by another key")), qPrintable(ran.err));
    QVERIFY(ran.err.contains(receiptKeyFingerprint(server::fixedReceiptKey('x').publicKey())));
    QVERIFY(ran.err.contains(receiptKeyFingerprint(server::fixedReceiptKey().publicKey())));
    QCOMPARE(ran.out, QString());
    write(path("other.pem"), server::publicPem(server::fixedReceiptKey('x').publicKey()));
    QCOMPARE(check(path("other.html"), {QStringLiteral("--key"), path("other.pem")}).exitCode, 0);
    // Changed comes before whose it is.
    write(path("other.html"), sampleSheet(other).toHtml().replace(u'Z', u'S').toUtf8());
    QCOMPARE(check(path("other.html")).exitCode, 3);
}

void TestReceiptCli::whatIsNoReceiptIsExplained_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("unsigned") << sampleSheet({}).toHtml().toUtf8();
    QTest::newRow("binary") << QByteArray("\x7f" "ELF\0\0\xff\xfe", 8);
    QTest::newRow("huge") << QByteArray(2'000'000, '\n');
    QTest::newRow("half") << sampleSheet(seal()).toText().toUtf8().left(300);
}

void TestReceiptCli::whatIsNoReceiptIsExplained()
{
    QFETCH(QByteArray, bytes);
    prepareFixed();
    write(path("r"), bytes);
    const Ran ran = check(path("r"));
    QCOMPARE(ran.exitCode, 1);
    QVERIFY2(ran.err.contains(path("r")) && ran.err.size() > path("r").size() + 30,
             qPrintable(ran.err));
    QCOMPARE(ran.out, QString());
    QCOMPARE(check(path("is not there")).exitCode, 1);
}

void TestReceiptCli::aReportSentToTheServerComesBackSigned()
{
    const QString device = QStringLiteral("0199edbf-e7e8-7000-8c0e-9c5234fc32aa");
    QCOMPARE(run({QStringLiteral("init"), QStringLiteral("--name"), QStringLiteral("The desk")}).exitCode, 0);
    QCOMPARE(run({QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("ann"),
                  QStringLiteral("--password-stdin")},
                 "ann's password\n").exitCode, 0);
    ServerProcess server(kProgram, m_data);
    QVERIFY2(server.start(), qPrintable(server.output()));
    TlsClient client(server.port());
    QVERIFY(client.open());
    const auto compact = [](const QJsonObject &object) {
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    };
    const auto session = QJsonDocument::fromJson(
        client.ask(postRequest("/v1/session",
                               compact({{QStringLiteral("login"), QStringLiteral("ann")},
                                        {QStringLiteral("password"), QStringLiteral("ann's password")},
                                        {QStringLiteral("device"), device},
                                        {QStringLiteral("deviceName"), QStringLiteral("test")}})))
            .body).object();
    const QString ticket = QStringLiteral("0199edbf-e7e8-7000-8c0e-9c5234fc3201");
    const qint64 writtenAt = 1'700'000'000'000; // long before the server sees it
    Op op;
    op.id = OpId::fromStored(QStringLiteral("0199edbf-e7e8-7000-8c0e-9c5234fc3202"));
    op.device = DeviceId::fromStored(device);
    op.deviceSeq = 1;
    op.ticket = TicketId::fromStored(ticket);
    op.writtenAt = writtenAt;
    CreateTicket create;
    create.message = MessageId::fromStored(QStringLiteral("0199edbf-e7e8-7000-8c0e-9c5234fc3203"));
    create.title = QStringLiteral("Beeps");
    create.requester = PersonId::fromStored(session.value(QLatin1String("person")).toObject()
                                                .value(QLatin1String("id")).toString());
    op.payload = create;
    const HttpReply reply = client.ask(
        postRequest("/v1/sync",
                    compact({{QStringLiteral("device"), device},
                             {QStringLiteral("epoch"), session.value(QLatin1String("epoch"))},
                             {QStringLiteral("ops"), QJsonArray{encodeOp(op)}},
                             {QStringLiteral("pull"), true}}),
                    "Content-Type: application/json\r\nAuthorization: Bearer "
                        + session.value(QLatin1String("token")).toString().toLatin1() + "\r\n"));
    QVERIFY2(reply.status == 200, reply.body.constData());
    ReceiptSeal seal;
    const QJsonArray changes =
        QJsonDocument::fromJson(reply.body).object().value(QLatin1String("changes")).toArray();
    for (const QJsonValue &change : changes) {
        const QJsonObject found = change.toObject().value(QLatin1String("data")).toObject()
                                      .value(QLatin1String("seal")).toObject();
        if (!found.isEmpty()) {
            seal = {found.value(QLatin1String("text")).toString(),
                    found.value(QLatin1String("key")).toString(),
                    found.value(QLatin1String("signature")).toString()};
        }
    }
    const auto statement = statementOf(seal);
    QVERIFY2(statement, reply.body.constData());
    QCOMPARE(statement->ticket.text(), ticket);
    QCOMPARE(statement->server, QStringLiteral("The desk"));
    QCOMPARE(statement->writtenAt, writtenAt);
    QVERIFY(statement->receivedAt > writtenAt + 1'000'000);
    write(path("r.html"), sampleSheet(seal).toHtml().toUtf8());
    const Ran ran = check(path("r.html")); // also while it serves
    QVERIFY2(ran.exitCode == 0, qPrintable(ran.err));
    QCOMPARE(server.stop(), 0);
}

/// The steps of "vigie-server check-receipt --help", done by hand.
void TestReceiptCli::opensslAloneCanCheckAReceipt()
{
    const QString openssl = QStandardPaths::findExecutable(QStringLiteral("openssl"));
    QVERIFY2(!openssl.isEmpty(), "the program openssl is needed; see packaging/install-deps");
    prepareFixed();
    QString text = sampleSheet(seal()).toText();
    write(path("key.pem"), publicKey().toUtf8());
    const QRegularExpression signature(QStringLiteral("\nsignature: (\\S+)\n"));
    write(path("signature"),
          QByteArray::fromBase64(signature.match(text).captured(1).toLatin1()));
    const auto verify = [&](const QString &receipt) {
        const qsizetype from = receipt.indexOf(QStringLiteral("vigie-receipt-1\n"));
        const qsizetype to = receipt.indexOf(QStringLiteral("-----BEGIN SIGNATURE-----"));
        write(path("signed.txt"), receipt.mid(from, to - from).toUtf8());
        return runProgram(openssl, {QStringLiteral("pkeyutl"), QStringLiteral("-verify"),
                                    QStringLiteral("-rawin"), QStringLiteral("-pubin"),
                                    QStringLiteral("-inkey"), path("key.pem"),
                                    QStringLiteral("-in"), path("signed.txt"),
                                    QStringLiteral("-sigfile"), path("signature")});
    };
    const Ran good = verify(text);
    QVERIFY2(good.exitCode == 0, qPrintable(good.out + good.err));
    const Ran bad = verify(text.replace(QStringLiteral("number: 1042"), QStringLiteral("number: 1043")));
    QVERIFY2(bad.exitCode != 0, qPrintable(bad.out + bad.err));
}

QTEST_GUILESS_MAIN(TestReceiptCli)
#include "tst_receiptcli.moc"
