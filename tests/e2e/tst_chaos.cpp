// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "tests/e2e/harness/chaosproxy.h"
#include "tests/e2e/harness/workload.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace vigie::e2e;

/// Several clients and the real server with a proxy between them that spoils 40 % of all requests.
class TestChaos : public QObject
{
    Q_OBJECT

    std::unique_ptr<Scene> m_scene;
    std::unique_ptr<ChaosProxy> m_proxy;
    std::unique_ptr<Workload> m_workload;
    quint64 m_seed = 0;

    /// The server, the proxy in front of it and people behind the proxy, all quiet.
    QString begin(int employees, int agents)
    {
        m_scene = std::make_unique<Scene>();
        m_workload = std::make_unique<Workload>(*m_scene, m_seed);
        QMap<QString, QString> people;
        for (int i = 0; i < employees; ++i) {
            m_workload->addEmployee(QStringLiteral("emp%1").arg(i));
            people.insert(QStringLiteral("emp%1").arg(i), QStringLiteral("employee"));
        }
        for (int i = 0; i < agents; ++i) {
            m_workload->addAgent(QStringLiteral("agent%1").arg(i));
            people.insert(QStringLiteral("agent%1").arg(i), QStringLiteral("agent"));
        }
        if (const QString trouble = m_scene->prepare(people); !trouble.isEmpty())
            return trouble;
        if (const QString trouble = interpose(); !trouble.isEmpty())
            return trouble;
        const QStringList names = m_workload->people();
        for (const QString &who : names) {
            const QString trouble = m_scene->enter(who, m_proxy->url(), m_proxy->fingerprint());
            if (!trouble.isEmpty())
                return trouble;
        }
        return m_workload->reportFirst(3);
    }
    QString interpose()
    {
        const auto identity = vigie::server::openOrCreateIdentity(
            m_scene->path(QStringLiteral("proxy")), {QStringLiteral("127.0.0.1")},
            vigie::SystemClock());
        if (!identity)
            return vigie::toLog(identity.error());
        ChaosProxy::Options options;
        options.serverPort = m_scene->server().port();
        options.serverAuthority = m_scene->server().authorityFile();
        options.identity = *identity;
        options.seed = m_seed;
        m_proxy = std::make_unique<ChaosProxy>(options);
        const vigie::Done started = m_proxy->start();
        return started ? QString() : vigie::toLog(started.error());
    }
    void describe(qint64 ms)
    {
        const QMap<Fault, int> counts = m_proxy->counts();
        QString text;
        for (auto it = counts.begin(); it != counts.end(); ++it)
            text += QStringLiteral(", %1 %2").arg(QLatin1String(faultName(it.key()))).arg(it.value());
        qInfo("%d operations in %.1f s through %d requests%s", int(m_workload->saved().size()),
              double(ms) / 1000.0, m_proxy->requests(), qPrintable(text));
    }
    static QByteArray text(const Workload::Verdict &verdict)
    {
        const QStringList parts{
            QStringLiteral("lost: ") + verdict.lost.join(QStringLiteral(", ")),
            QStringLiteral("doubled: ") + verdict.doubled.join(QStringLiteral(", ")),
            QStringLiteral("disputed: ") + verdict.disputed.join(QStringLiteral(", ")),
            QStringLiteral("open: ") + verdict.open.join(QStringLiteral(", "))};
        return parts.join(u'\n').toUtf8();
    }

private Q_SLOTS:
    void init()
    {
        m_seed = qEnvironmentVariableIsSet("VIGIE_E2E_SEED")
            ? qEnvironmentVariable("VIGIE_E2E_SEED").toULongLong()
            : QRandomGenerator::global()->generate64();
        qInfo("seed %llu (VIGIE_E2E_SEED repeats the choices)", m_seed);
    }
    void cleanup()
    {
        m_workload.reset();
        m_scene.reset();
        m_proxy.reset();
    }

    void nothingIsLostOrDoubledWhenTwoOfFiveRequestsFail()
    {
        const int operations = qEnvironmentVariableIsSet("VIGIE_E2E_LONG") ? 20'000 : 2'000;
        VIGIE_MUST(begin(5, 4));
        QElapsedTimer elapsed;
        elapsed.start();
        m_proxy->setMode(ChaosProxy::Mode::Chaotic);
        VIGIE_MUST(m_workload->write(operations, true));
        m_proxy->setMode(ChaosProxy::Mode::Honest);
        for (const QString &who : m_workload->people())
            VIGIE_OK(m_scene->client(who).call("sync-now"));
        VIGIE_MUST(m_scene->agree(m_workload->people(), 120'000));
        describe(elapsed.elapsed());

        const auto ledger = Ledger::read(m_scene->server().data());
        QVERIFY2(ledger, ledger ? "" : qPrintable(vigie::toLog(ledger.error())));
        const Workload::Verdict verdict = m_workload->judge(*ledger);
        QVERIFY2(verdict.faults() == 0 && verdict.open.isEmpty(), text(verdict).constData());
        QCOMPARE(m_workload->saved().size(), operations + 15);
        QCOMPARE(ledger->audits.size(), operations + 15);
        QCOMPARE(ledger->results, operations + 15);
        // The weather was as bad as promised.
        const int clear = m_proxy->counts().value(Fault::None);
        QVERIFY(m_proxy->requests() > operations / 4);
        QVERIFY2(clear < m_proxy->requests() * 7 / 10, qPrintable(QString::number(clear)));
        for (int fault = 1; fault < kFaults; ++fault)
            QVERIFY2(m_proxy->counts().value(Fault(fault)) > 0, faultName(Fault(fault)));
    }

    /// The same weather over a server that does not remember what it has applied: if this test did
    /// not notice, the one above would prove nothing.
    void aServerThatForgetsWhatItAppliedIsNoticed()
    {
        VIGIE_MUST(begin(3, 2));
        VIGIE_MUST(m_scene->agree(m_workload->people()));
        QVERIFY(m_scene->server().stop());
        m_scene->server().setProgram(QStringLiteral(VIGIE_E2E_SERVER_NODEDUPE));
        const vigie::Done started = m_scene->server().start();
        QVERIFY2(started, started ? "" : qPrintable(vigie::toLog(started.error())));
        m_proxy->setMode(ChaosProxy::Mode::Chaotic);
        // Some people get stuck: their operations are refused the second time, for ever.
        const QString stuck = m_workload->write(200, false, 15'000);
        m_proxy->setMode(ChaosProxy::Mode::Honest);
        for (const QString &who : m_workload->people()) {
            VIGIE_OK(m_scene->client(who).call("sync-now"));
            m_scene->client(who).call("wait-quiet", {{QStringLiteral("settled"), true},
                                                     {QStringLiteral("timeout"), 5'000}});
        }
        const auto ledger = Ledger::read(m_scene->server().data());
        QVERIFY2(ledger, ledger ? "" : qPrintable(vigie::toLog(ledger.error())));
        const Workload::Verdict verdict = m_workload->judge(*ledger);
        qInfo("%d of %d operations went wrong without the server's memory (%d more hang)",
              int(verdict.faults()), int(m_workload->saved().size()), int(verdict.open.size()));
        QVERIFY2(verdict.faults() > 0, stuck.toUtf8().constData());
    }
};

QTEST_GUILESS_MAIN(TestChaos)
#include "tst_chaos.moc"
