// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/qttransport.h"
#include "core/net/whenanswered.h"
#include "tests/net/flawedserver.h"

#include <QFutureWatcher>
#include <QSignalSpy>
#include <QTest>

using namespace vigie;
using test::CertificateSpec;
using test::FlawedServer;
using test::SeenRequest;
using test::SeenRequest;
using test::TestCertificate;

namespace {

const QString kLocalhost = QStringLiteral("DNS:localhost");
const QString kLoopback = QStringLiteral("IP:127.0.0.1");

/// An authority and what it can sign.
struct House {
    TestCertificate authority;
    TestCertificate good;
    TestCertificate renewed;
    TestCertificate expired;
    TestCertificate early;
    TestCertificate otherName;
    TestCertificate addressOnly;

    explicit House(const QString &name)
        : authority(test::makeCertificate({name, {}, -10, 300, true})),
          good(leaf({kLocalhost})), renewed(leaf({kLocalhost, kLoopback})),
          expired(leaf({kLocalhost}, -10, -1)), early(leaf({kLocalhost}, 2, 30)),
          otherName(leaf({QStringLiteral("DNS:other.example")})), addressOnly(leaf({kLoopback}))
    {
    }
    TestCertificate leaf(const QStringList &names, int from = -1, int until = 30) const
    {
        return test::makeCertificate({QStringLiteral("server"), names, from, until, false},
                                     &authority);
    }
    QList<QSslCertificate> chain(const TestCertificate &leafCertificate) const
    {
        return {leafCertificate.certificate, authority.certificate};
    }
    QString pin() const { return net::fingerprintOf(authority.certificate); }
};

} // namespace

class TestTls : public QObject
{
    Q_OBJECT

private:
    House m_ours{QStringLiteral("Our CA")};
    House m_theirs{QStringLiteral("Our CA")}; ///< the same name, another key

    struct Outcome {
        net::Answer answer;
        qint64 bytes = 0;
        net::TlsTrust trust;
    };
    /// Sends a password to a server with this certificate and tells what the server got.
    Outcome ask(const TestCertificate &leaf, const QList<QSslCertificate> &chain,
                const net::TlsTrust &trust, const QString &host = QStringLiteral("localhost"))
    {
        FlawedServer server(
            [](QTcpSocket *socket, const SeenRequest &) {
                socket->write(test::jsonAnswer(200, "{}"));
            },
            leaf.key, chain);
        net::QtTransport transport(trust);
        net::Request request;
        request.method = net::Method::Post;
        request.url = server.url(QStringLiteral("/v1/session"), host);
        request.headers.insert("Authorization", "Bearer secret");
        request.body = R"({"password":"geheim"})";
        request.headers.insert("Content-Type", "application/json");
        request.timeoutMs = 10'000;
        QFutureWatcher<net::Answer> watcher;
        QSignalSpy finished(&watcher, &QFutureWatcherBase::finished);
        const auto future = transport.send(request);
        watcher.setFuture(future);
        finished.wait(15'000);
        return {future.result(), server.bytes(), transport.trust()};
    }
    void verifyRefused(const Outcome &outcome, ErrorCode code, const QString &fingerprint)
    {
        QVERIFY(!outcome.answer);
        QCOMPARE(outcome.answer.error().error.code, code);
        QCOMPARE(outcome.answer.error().fingerprint, fingerprint);
        QVERIFY(!outcome.answer.error().mayHaveArrived);
        QCOMPARE(outcome.bytes, 0);
    }

private Q_SLOTS:
    void anAnswerThatIsHeldHoldsBackNobody()
    {
        // As a long poll does; on a name with two addresses as on one.
        FlawedServer server(
            [](QTcpSocket *socket, const SeenRequest &seen) {
                if (seen.path != "/held")
                    socket->write(test::jsonAnswer(200, "{}"));
            },
            m_ours.good.key, m_ours.chain(m_ours.good));
        net::QtTransport transport({m_ours.pin(), {}});
        const auto ask = [&](const QString &path) {
            net::Request request;
            request.method = net::Method::Get;
            request.url = server.url(path);
            request.timeoutMs = 20'000;
            return transport.send(request);
        };
        const auto held = ask(QStringLiteral("/held"));
        const auto other = ask(QStringLiteral("/other"));
        const auto third = ask(QStringLiteral("/third"));
        QTRY_VERIFY(other.isFinished() && third.isFinished());
        QVERIFY(other.result() && third.result());
        QVERIFY(!held.isFinished());
        transport.abortAll();
    }
    void anUnknownAuthorityIsRefusedAndShown()
    {
        verifyRefused(ask(m_ours.good, m_ours.chain(m_ours.good), {}), ErrorCode::TlsUntrusted,
                      m_ours.pin());
    }

    void aLoneUnknownCertificateIsRefusedAndShown()
    {
        verifyRefused(ask(m_ours.good, {m_ours.good.certificate}, {}), ErrorCode::TlsUntrusted,
                      net::fingerprintOf(m_ours.good.certificate));
    }

    void thePinnedAuthorityIsTrustedAndLearned()
    {
        const Outcome outcome =
            ask(m_ours.good, m_ours.chain(m_ours.good), {m_ours.pin(), {}});
        QVERIFY(outcome.answer.has_value());
        QCOMPARE(outcome.answer->fingerprint, m_ours.pin());
        QCOMPARE(outcome.trust.certificate, m_ours.authority.certificate.toPem());
        QVERIFY(outcome.answer->certificateExpiresAt > 0);
    }

    void requestsThatShareTheFirstHandshakeAreAllJudged()
    {
        for (int round = 0; round < 20; ++round) {
            FlawedServer server(
                [](QTcpSocket *socket, const SeenRequest &) {
                    socket->write(test::jsonAnswer(200, "{}"));
                },
                m_ours.good.key, m_ours.chain(m_ours.good));
            for (const bool pinned : {true, false}) {
                net::QtTransport transport({pinned ? m_ours.pin() : QString(), {}});
                QList<net::Answer> answers;
                for (int i = 0; i < 5; ++i) {
                    net::Request request;
                    request.method = i % 2 ? net::Method::Post : net::Method::Get;
                    request.url = server.url();
                    request.body = i % 2 ? "{}" : "";
                    request.headers.insert("Content-Type", "application/json");
                    net::whenAnswered(transport.send(request), &transport,
                                      [&](const net::Answer &answer) { answers.append(answer); });
                }
                QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 5, 15'000);
                for (const net::Answer &answer : std::as_const(answers)) {
                    QCOMPARE(answer.has_value(), pinned);
                    if (!pinned)
                        QCOMPARE(answer.error().error.code, ErrorCode::TlsUntrusted);
                }
            }
            QCOMPARE(server.requests().size(), 5);
        }
    }

    void aRenewedCertificateOfThePinnedAuthorityStaysTrusted()
    {
        const net::TlsTrust known{m_ours.pin(), m_ours.authority.certificate.toPem()};
        QVERIFY(ask(m_ours.renewed, m_ours.chain(m_ours.renewed), known).answer.has_value());
        QVERIFY(ask(m_ours.renewed, {m_ours.renewed.certificate}, known).answer.has_value());
        QVERIFY(ask(m_ours.renewed, m_ours.chain(m_ours.renewed), known,
                    QStringLiteral("127.0.0.1")).answer.has_value());
        QVERIFY(ask(m_ours.addressOnly, m_ours.chain(m_ours.addressOnly), known,
                    QStringLiteral("127.0.0.1")).answer.has_value());
    }

    void anotherAuthorityThanThePinnedOneIsRefused()
    {
        const auto chain = m_theirs.chain(m_theirs.good);
        verifyRefused(ask(m_theirs.good, chain, {m_ours.pin(), {}}), ErrorCode::TlsChanged,
                      m_theirs.pin());
        verifyRefused(ask(m_theirs.good, chain,
                          {m_ours.pin(), m_ours.authority.certificate.toPem()}),
                      ErrorCode::TlsChanged, m_theirs.pin());
    }

    void showingThePinnedCertificateIsNotEnough()
    {
        // A chain that ends in our real authority, below which somebody else's server stands.
        const QList<QSslCertificate> chain{m_theirs.good.certificate,
                                           m_ours.authority.certificate};
        const QString shown = net::fingerprintOf(m_theirs.good.certificate);
        verifyRefused(ask(m_theirs.good, chain, {m_ours.pin(), {}}), ErrorCode::TlsChanged, shown);
        verifyRefused(ask(m_theirs.good, chain,
                          {m_ours.pin(), m_ours.authority.certificate.toPem()}),
                      ErrorCode::TlsChanged, shown);
        const QList<QSslCertificate> both{m_theirs.good.certificate,
                                          m_theirs.authority.certificate,
                                          m_ours.authority.certificate};
        verifyRefused(ask(m_theirs.good, both, {m_ours.pin(), {}}), ErrorCode::TlsChanged, shown);
    }

    void anExpiredCertificateIsRefusedWithAndWithoutAPin()
    {
        const auto chain = m_ours.chain(m_ours.expired);
        for (const net::TlsTrust &trust :
             {net::TlsTrust{}, net::TlsTrust{m_ours.pin(), {}},
              net::TlsTrust{m_ours.pin(), m_ours.authority.certificate.toPem()}}) {
            const Outcome outcome = ask(m_ours.expired, chain, trust);
            verifyRefused(outcome, ErrorCode::TlsExpired, m_ours.pin());
            QVERIFY(outcome.answer.error().error.detail.contains(QStringLiteral("expired")));
        }
    }

    void aCertificateOfTheFutureSpeaksOfTheClock()
    {
        const Outcome outcome =
            ask(m_ours.early, m_ours.chain(m_ours.early), {m_ours.pin(), {}});
        verifyRefused(outcome, ErrorCode::TlsExpired, m_ours.pin());
        QVERIFY(outcome.answer.error().error.detail.contains(QStringLiteral("clock")));
    }

    void anotherNameIsRefusedEvenWithThePin()
    {
        for (const net::TlsTrust &trust :
             {net::TlsTrust{m_ours.pin(), {}},
              net::TlsTrust{m_ours.pin(), m_ours.authority.certificate.toPem()}}) {
            verifyRefused(ask(m_ours.otherName, m_ours.chain(m_ours.otherName), trust),
                          ErrorCode::TlsUntrusted, m_ours.pin());
            verifyRefused(ask(m_ours.good, m_ours.chain(m_ours.good), trust,
                              QStringLiteral("127.0.0.1")),
                          ErrorCode::TlsUntrusted, m_ours.pin());
        }
    }

    void aSelfSignedServerCertificateCanBePinned()
    {
        const TestCertificate lone = test::makeCertificate(
            {QStringLiteral("lone"), {kLocalhost}, -1, 30, false});
        const QString pin = net::fingerprintOf(lone.certificate);
        QVERIFY(ask(lone, {lone.certificate}, {pin, {}}).answer.has_value());
        verifyRefused(ask(lone, {lone.certificate}, {m_ours.pin(), {}}), ErrorCode::TlsChanged,
                      pin);
        const TestCertificate old = test::makeCertificate(
            {QStringLiteral("lone"), {kLocalhost}, -10, -1, false});
        verifyRefused(ask(old, {old.certificate}, {net::fingerprintOf(old.certificate), {}}),
                      ErrorCode::TlsExpired, net::fingerprintOf(old.certificate));
    }

    void aServerCertificateBelowAnUnknownAuthorityCanBePinned()
    {
        const QString pin = net::fingerprintOf(m_ours.good.certificate);
        QVERIFY(ask(m_ours.good, m_ours.chain(m_ours.good), {pin, {}}).answer.has_value());
        QVERIFY(ask(m_ours.good, {m_ours.good.certificate}, {pin, {}}).answer.has_value());
        verifyRefused(ask(m_ours.renewed, m_ours.chain(m_ours.renewed), {pin, {}}),
                      ErrorCode::TlsChanged, m_ours.pin());
    }

    void anIntermediateAuthorityCanBePinned()
    {
        const TestCertificate middle = test::makeCertificate(
            {QStringLiteral("Middle CA"), {}, -1, 200, true}, &m_ours.authority);
        const TestCertificate leaf = test::makeCertificate(
            {QStringLiteral("server"), {kLocalhost}, -1, 30, false}, &middle);
        const QList<QSslCertificate> chain{leaf.certificate, middle.certificate};
        const QString pin = net::fingerprintOf(middle.certificate);
        verifyRefused(ask(leaf, chain, {}), ErrorCode::TlsUntrusted, pin);
        QVERIFY(ask(leaf, chain, {pin, {}}).answer.has_value());
        const TestCertificate old = test::makeCertificate(
            {QStringLiteral("server"), {kLocalhost}, -10, -1, false}, &middle);
        verifyRefused(ask(old, {old.certificate, middle.certificate}, {pin, {}}),
                      ErrorCode::TlsExpired, pin);
        // The same name above it, but another key that signed.
        const TestCertificate impostor = test::makeCertificate(
            {QStringLiteral("Middle CA"), {}, -1, 200, true}, &m_theirs.authority);
        const TestCertificate forged = test::makeCertificate(
            {QStringLiteral("server"), {kLocalhost}, -1, 30, false}, &impostor);
        for (const QByteArray &known : {QByteArray(), middle.certificate.toPem()})
            verifyRefused(ask(forged, {forged.certificate, middle.certificate}, {pin, known}),
                          ErrorCode::TlsChanged, net::fingerprintOf(forged.certificate));
        const QList<QSslCertificate> borrowed{m_theirs.good.certificate, middle.certificate};
        verifyRefused(ask(m_theirs.good, borrowed, {pin, {}}), ErrorCode::TlsChanged,
                      net::fingerprintOf(m_theirs.good.certificate));
    }

    void anUnreadablePinTrustsNobody()
    {
        const Outcome outcome = ask(m_ours.good, m_ours.chain(m_ours.good),
                                    {QStringLiteral("not a fingerprint"), {}});
        QVERIFY(!outcome.answer);
        QCOMPARE(outcome.answer.error().error.code, ErrorCode::TlsChanged);
        QCOMPARE(outcome.bytes, 0);
    }

    void aWrongCertificateBesideThePinIsNotBelieved()
    {
        // accounts.json with somebody else's certificate: the fingerprint decides.
        const net::TlsTrust tampered{m_ours.pin(), m_theirs.authority.certificate.toPem()};
        verifyRefused(ask(m_theirs.good, m_theirs.chain(m_theirs.good), tampered),
                      ErrorCode::TlsChanged, m_theirs.pin());
        QVERIFY(ask(m_ours.good, m_ours.chain(m_ours.good), tampered).answer.has_value());
    }

    void fingerprintsAreReadAsPeopleWriteThem()
    {
        const QString pin = m_ours.pin();
        QCOMPARE(pin.size(), 95);
        QCOMPARE(net::normalFingerprint(pin.toLower()), pin);
        QCOMPARE(net::normalFingerprint(QString(pin).remove(QLatin1Char(':'))), pin);
        QCOMPARE(net::normalFingerprint(QLatin1Char(' ') + QString(pin).replace(
                     QLatin1Char(':'), QLatin1Char(' '))), pin);
        QCOMPARE(net::normalFingerprint(pin.left(90)), QString());
        QCOMPARE(net::normalFingerprint(pin + QStringLiteral(":00")), QString());
        QCOMPARE(net::normalFingerprint(QStringLiteral("zz") + pin.mid(2)), QString());
        QCOMPARE(net::normalFingerprint(QString()), QString());
    }
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
