// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/certificates.h"
#include "app/server/http/tlsidentity.h"
#include "core/base/clock.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace vigie;
using namespace vigie::server;

namespace {

class SetClock final : public Clock
{
public:
    [[nodiscard]] qint64 nowMs() const override { return now; }
    [[nodiscard]] qint64 monotonicMs() const override { return now; }
    qint64 now = SystemClock().nowMs();
};

constexpr qint64 kDayMs = 86'400'000;

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void overwrite(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestTlsIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void itIsMadeOnceAndStaysTheSame();
    void theCertificatesAreWhatClientsAccept();
    void keysAreForTheirOwnerOnly();
    void renewalKeepsTheAuthority();
    void aNewNameRenewsAndKeepsTheAuthority();
    void aServerCertificateNeverOutlivesItsAuthority();
    void aLostServerKeyIsReplaced();
    void halfAnAuthorityIsNotReplacedBehindTheClientsBacks_data();
    void halfAnAuthorityIsNotReplacedBehindTheClientsBacks();
    void aFirstStartThatWasCutOffCanBeRepeated();
    void anExpiredAuthorityIsSaid();
    void onesOwnCertificateIsUsed();
    void aKeyOfAnotherCertificateIsRefused();
    void aFolderThatCannotBeMadeIsAnError();

private:
    [[nodiscard]] QString folder() const { return m_dir->filePath(QStringLiteral("tls")); }
    [[nodiscard]] QString path(const char *name) const
    {
        return QDir(folder()).filePath(QLatin1String(name));
    }
    TlsIdentity open(const QStringList &names = defaultTlsNames())
    {
        const auto identity = openOrCreateIdentity(folder(), names, m_clock);
        if (!identity)
            qWarning("%s", qPrintable(toLog(identity.error())));
        return identity.value_or(TlsIdentity());
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    SetClock m_clock;
};

void TestTlsIdentity::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_clock = SetClock();
}

void TestTlsIdentity::cleanup()
{
    m_dir.reset();
}

void TestTlsIdentity::itIsMadeOnceAndStaysTheSame()
{
    const TlsIdentity first = open();
    QVERIFY(first.created && first.renewed);
    QCOMPARE(first.fingerprint.size(), 95);
    const TlsIdentity second = open();
    QVERIFY(!second.created && !second.renewed);
    QCOMPARE(second.fingerprint, first.fingerprint);
    QCOMPARE(second.chainPem, first.chainPem);
    QCOMPARE(second.keyPem, first.keyPem);
}

void TestTlsIdentity::theCertificatesAreWhatClientsAccept()
{
    const TlsIdentity identity = open({QStringLiteral("localhost"), QStringLiteral("127.0.0.1"),
                                       QStringLiteral("::1"), QStringLiteral("Desk.Example")});
    const auto chain = certs::certificatesFromPem(identity.chainPem);
    QVERIFY(chain);
    QCOMPARE(chain->size(), std::size_t(2));
    X509 *server = chain->at(0).get();
    X509 *authority = chain->at(1).get();
    QVERIFY(certs::isSignedBy(server, authority));
    QVERIFY(certs::isSignedBy(authority, authority));
    QVERIFY(!certs::isSignedBy(authority, server));
    QCOMPARE(certs::names(server),
             (QStringList{QStringLiteral("127.0.0.1"), QStringLiteral("::1"),
                          QStringLiteral("desk.example"), QStringLiteral("localhost")}));
    QCOMPARE(X509_check_ca(server), 0);
    QCOMPARE(X509_check_ca(authority), 1);
    QVERIFY((X509_get_extended_key_usage(server) & XKU_SSL_SERVER) != 0);
    QCOMPARE(X509_get_key_usage(server), uint32_t(KU_DIGITAL_SIGNATURE));
    QVERIFY(X509_cmp_current_time(X509_get0_notBefore(server)) < 0);
    const qint64 days = (certs::validUntilMs(server) - m_clock.now) / kDayMs;
    QVERIFY2(days >= 824 && days <= 825, qPrintable(QString::number(days)));
    QVERIFY((certs::validUntilMs(authority) - m_clock.now) / kDayMs >= 3650);
    QCOMPARE(EVP_PKEY_get_bits(X509_get0_pubkey(server)), 256);
    QCOMPARE(EVP_PKEY_get_base_id(X509_get0_pubkey(server)), EVP_PKEY_EC);
    QCOMPARE(identity.fingerprint, certs::fingerprint(authority));
}

void TestTlsIdentity::keysAreForTheirOwnerOnly()
{
    open();
    for (const char *name : {"ca.key", "server.key"}) {
        const auto others = QFile::permissions(path(name))
            & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther);
        QCOMPARE(int(others), 0);
    }
}

void TestTlsIdentity::renewalKeepsTheAuthority()
{
    const TlsIdentity first = open();
    m_clock.now += 794 * kDayMs;
    QVERIFY(!open().renewed);
    m_clock.now += 3 * kDayMs;
    const TlsIdentity second = open();
    QVERIFY(second.renewed && !second.created);
    QCOMPARE(second.fingerprint, first.fingerprint);
    QVERIFY(second.keyPem != first.keyPem);
    QVERIFY(second.validUntilMs - m_clock.now > 800 * kDayMs);
    QVERIFY(!open().renewed);
}

void TestTlsIdentity::aNewNameRenewsAndKeepsTheAuthority()
{
    const TlsIdentity first = open();
    QStringList names = defaultTlsNames();
    names.append(QStringLiteral("desk.example"));
    const TlsIdentity second = open(names);
    QVERIFY(second.renewed && !second.created);
    QVERIFY(second.names.contains(QStringLiteral("desk.example")));
    QCOMPARE(second.fingerprint, first.fingerprint);
    // The order, the case and another way to write an address are no change.
    std::reverse(names.begin(), names.end());
    names.replaceInStrings(QStringLiteral("desk"), QStringLiteral("DESK"));
    names.replaceInStrings(QStringLiteral("::1"), QStringLiteral("0:0:0:0:0:0:0:1"));
    QVERIFY(!open(names).renewed);
}

void TestTlsIdentity::aServerCertificateNeverOutlivesItsAuthority()
{
    const TlsIdentity first = open();
    m_clock.now += 3600 * kDayMs;
    const TlsIdentity late = open();
    QVERIFY(late.renewed);
    const auto chain = certs::certificatesFromPem(late.chainPem);
    QVERIFY(chain);
    QVERIFY(late.validUntilMs <= certs::validUntilMs(chain->at(1).get()));
    QCOMPARE(late.fingerprint, first.fingerprint);
}

void TestTlsIdentity::aLostServerKeyIsReplaced()
{
    const TlsIdentity first = open();
    QVERIFY(QFile::remove(path("server.key")));
    const TlsIdentity second = open();
    QVERIFY(second.renewed);
    QCOMPARE(second.fingerprint, first.fingerprint);
    overwrite(path("server.pem"), "rubbish");
    QVERIFY(open().renewed);
}

void TestTlsIdentity::halfAnAuthorityIsNotReplacedBehindTheClientsBacks_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no key") << QStringLiteral("ca.key") << QByteArray();
    QTest::newRow("no certificate") << QStringLiteral("ca.pem") << QByteArray();
    QTest::newRow("rubbish key") << QStringLiteral("ca.key") << QByteArray("rubbish");
    QTest::newRow("rubbish certificate") << QStringLiteral("ca.pem") << QByteArray("rubbish");
}

void TestTlsIdentity::halfAnAuthorityIsNotReplacedBehindTheClientsBacks()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, bytes);
    open();
    const QString damagedPath = QDir(folder()).filePath(file);
    if (bytes.isEmpty())
        QVERIFY(QFile::remove(damagedPath));
    else
        overwrite(damagedPath, bytes);
    const QByteArray before = contents(path("ca.pem"));
    const auto identity = openOrCreateIdentity(folder(), defaultTlsNames(), m_clock);
    QVERIFY(!identity);
    QCOMPARE(identity.error().code, ErrorCode::StoreCorrupt);
    QVERIFY(identity.error().detail.contains(QStringLiteral("backup")));
    QCOMPARE(contents(path("ca.pem")), before);
}

void TestTlsIdentity::aFirstStartThatWasCutOffCanBeRepeated()
{
    open();
    QVERIFY(QFile::remove(path("ca.pem")));
    QVERIFY(QFile::remove(path("server.pem")));
    QVERIFY(open().created);
}

void TestTlsIdentity::anExpiredAuthorityIsSaid()
{
    open();
    m_clock.now += 3700 * kDayMs;
    const auto identity = openOrCreateIdentity(folder(), defaultTlsNames(), m_clock);
    QVERIFY(!identity);
    QVERIFY(identity.error().detail.contains(QStringLiteral("expired")));
}

void TestTlsIdentity::onesOwnCertificateIsUsed()
{
    const TlsIdentity made = open();
    overwrite(path("own.pem"), made.chainPem);
    const auto own = identityFromFiles(path("own.pem"), path("server.key"));
    QVERIFY(own);
    QCOMPARE(own->fingerprint, made.fingerprint);
    QCOMPARE(own->names, made.names);
    QCOMPARE(own->validUntilMs, made.validUntilMs);
}

void TestTlsIdentity::aKeyOfAnotherCertificateIsRefused()
{
    open();
    const auto own = identityFromFiles(path("server.pem"), path("ca.key"));
    QVERIFY(!own);
    QCOMPARE(own.error().code, ErrorCode::Invalid);
    QVERIFY(own.error().detail.contains(QStringLiteral("ca.key")));
    QVERIFY(!identityFromFiles(path("nowhere.pem"), path("server.key")));
    QVERIFY(!identityFromFiles(path("server.key"), path("server.key")));
    QVERIFY(!identityFromFiles(path("server.pem"), path("server.pem")));
}

void TestTlsIdentity::aFolderThatCannotBeMadeIsAnError()
{
    overwrite(m_dir->filePath(QStringLiteral("tls")), "a file is in the way");
    QVERIFY(!openOrCreateIdentity(folder(), defaultTlsNames(), m_clock));
}

QTEST_GUILESS_MAIN(TestTlsIdentity)
#include "tst_tlsidentity.moc"
