// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/harness/scene.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace vigie::e2e;

/// The main job, with real processes: the server as it is shipped, an employee's and an agent's
/// client, TLS on loopback.
class TestReportToReply : public QObject
{
    Q_OBJECT

    static constexpr int kFreshMs = 2'000 * kSlowness;

    const QMap<QString, QString> m_people{{QStringLiteral("anna"), QStringLiteral("employee")},
                                          {QStringLiteral("ada"), QStringLiteral("agent")}};
    const QStringList m_both{QStringLiteral("anna"), QStringLiteral("ada")};
    std::unique_ptr<Scene> m_scene;

    ClientProcess &anna() { return m_scene->client(QStringLiteral("anna")); }
    ClientProcess &ada() { return m_scene->client(QStringLiteral("ada")); }

    QString begin()
    {
        m_scene = std::make_unique<Scene>();
        QString trouble = m_scene->prepare(m_people);
        for (const QString &who : m_both) {
            if (trouble.isEmpty())
                trouble = m_scene->enter(who);
        }
        return trouble.isEmpty() ? m_scene->agree(m_both) : trouble;
    }
    static QJsonObject waitFor(const char *key, const QString &value, int timeoutMs)
    {
        return {{QLatin1String(key), value}, {QStringLiteral("timeout"), timeoutMs}};
    }
    /// Stops the server and waits until both noticed.
    void goOffline()
    {
        QVERIFY(m_scene->server().stop());
        for (ClientProcess *client : {&anna(), &ada()})
            VIGIE_OK(client->call("wait-status", {{QStringLiteral("phase"), QStringLiteral("Offline")}}));
    }
    /// Starts the server; both press "Try now", as people do who see the light come back.
    void goOnline()
    {
        const auto started = m_scene->server().start();
        QVERIFY2(started, started ? "" : qPrintable(vigie::toLog(started.error())));
        VIGIE_OK(anna().call("sync-now"));
        VIGIE_OK(ada().call("sync-now"));
    }

    void goOnlineWith(ClientProcess &client)
    {
        const auto started = m_scene->server().start();
        QVERIFY2(started, started ? "" : qPrintable(vigie::toLog(started.error())));
        VIGIE_OK(client.call("sync-now"));
    }
    /// Anna and Ada both answer without having read what the other one writes.
    void writePastEachOther(QJsonObject *ticket)
    {
        VIGIE_MUST(begin());
        const QJsonObject report =
            anna().call("report", {{QStringLiteral("title"), QStringLiteral("Mouse is dead")},
                                   {QStringLiteral("what"), QStringLiteral("No light")}});
        VIGIE_OK(report);
        *ticket = {{QStringLiteral("ticket"), report.value(QLatin1String("ticket"))}};
        VIGIE_MUST(m_scene->agree(m_both));
        const auto answer = [ticket](ClientProcess &by, const QString &body) {
            QJsonObject words = *ticket;
            words.insert(QStringLiteral("body"), body);
            return by.call("reply", words);
        };
        VIGIE_OK(answer(ada(), QStringLiteral("Which one?")));
        VIGIE_MUST(m_scene->agree(m_both));
        goOffline();
        VIGIE_OK(answer(ada(), QStringLiteral("Try another socket")));
        VIGIE_OK(answer(anna(), QStringLiteral("The white one")));
    }
    int crossedIn(const QJsonObject &ticket)
    {
        int crossed = 0;
        const QJsonArray thread =
            anna().call("thread", ticket).value(QLatin1String("messages")).toArray();
        for (const QJsonValue &message : thread)
            crossed += message.toObject().value(QLatin1String("crossed")).toInt();
        return crossed;
    }

private Q_SLOTS:
    void cleanup() { m_scene.reset(); }

    void aReportIsOnTheAgentsScreenWithinTwoSeconds()
    {
        VIGIE_MUST(begin());
        const int waiting = ada().post(
            "wait-ticket", waitFor("title", QStringLiteral("Printer is on fire"), kFreshMs));
        QElapsedTimer sinceSend;
        sinceSend.start();
        VIGIE_OK(anna().call("report", {{QStringLiteral("title"), QStringLiteral("Printer is on fire")},
                                        {QStringLiteral("what"), QStringLiteral("Smoke")}}));
        VIGIE_OK(ada().waitFor(waiting));
        QVERIFY2(sinceSend.elapsed() <= kFreshMs, qPrintable(QString::number(sinceSend.elapsed())));
        qInfo("seen after %lld ms", sinceSend.elapsed());
        VIGIE_MUST(m_scene->agree(m_both));
    }

    void aReportWrittenWithoutAServerIsAnsweredWithoutAServer()
    {
        VIGIE_MUST(begin());
        goOffline();
        const QJsonObject report = anna().call(
            "report", {{QStringLiteral("title"), QStringLiteral("No network in room 12")},
                       {QStringLiteral("what"), QStringLiteral("The plug is dead")}});
        VIGIE_OK(report);
        const QString ticket = report.value(QLatin1String("ticket")).toString();
        const QJsonObject waitingRow =
            anna().call("wait-ticket", waitFor("title", QStringLiteral("No network in room 12"), 5'000));
        VIGIE_OK(waitingRow);
        QVERIFY(waitingRow.value(QLatin1String("pending")).toBool());

        goOnline();
        QElapsedTimer sinceStart;
        sinceStart.start();
        VIGIE_OK(ada().call("wait-ticket",
                            waitFor("title", QStringLiteral("No network in room 12"), kFreshMs)));
        QVERIFY2(sinceStart.elapsed() <= kFreshMs, qPrintable(QString::number(sinceStart.elapsed())));
        qInfo("seen %lld ms after the server was up", sinceStart.elapsed());
        VIGIE_MUST(m_scene->agree(m_both));

        goOffline();
        VIGIE_OK(ada().call("take", {{QStringLiteral("ticket"), ticket}}));
        VIGIE_OK(ada().call("reply", {{QStringLiteral("ticket"), ticket},
                                      {QStringLiteral("body"), QStringLiteral("On my way")}}));
        VIGIE_OK(ada().call("note", {{QStringLiteral("ticket"), ticket},
                                     {QStringLiteral("body"), QStringLiteral("Third time this week")}}));
        goOnline();
        VIGIE_OK(anna().call("wait-message", {{QStringLiteral("ticket"), ticket},
                                              {QStringLiteral("body"), QStringLiteral("On my way")}}));
        VIGIE_MUST(m_scene->agree(m_both));

        // What the note said never reached the employee's machine.
        const QByteArray words = shown(anna().call("thread", {{QStringLiteral("ticket"), ticket}}));
        QVERIFY(words.contains("On my way"));
        QVERIFY(!words.contains("Third time"));
        const auto ledger = Ledger::read(m_scene->server().data());
        QVERIFY2(ledger, ledger ? "" : qPrintable(vigie::toLog(ledger.error())));
        QCOMPARE(ledger->count(QStringLiteral("No network in room 12")), 1);
        QCOMPARE(ledger->count(QStringLiteral("On my way")), 1);
        QCOMPARE(ledger->doubles(), QStringList());
    }

    void theServerSaysWhenToExpectAnAnswerAsItsSettingsHaveIt()
    {
        VIGIE_MUST(begin());
        const QJsonObject report =
            anna().call("report", {{QStringLiteral("title"), QStringLiteral("Mouse is dead")},
                                   {QStringLiteral("what"), QStringLiteral("No light")}});
        VIGIE_OK(report);
        VIGIE_MUST(m_scene->agree(m_both));
        const QJsonObject seen = anna().call(
            "thread", {{QStringLiteral("ticket"), report.value(QLatin1String("ticket"))}});
        VIGIE_OK(seen);
        // Nothing is configured here: office hours and the usual times.
        const double answerBy = seen.value(QLatin1String("answerBy")).toDouble();
        QVERIFY(answerBy > double(QDateTime::currentMSecsSinceEpoch()));
        QVERIFY(seen.value(QLatin1String("fixBy")).toDouble() > answerBy);
    }

    void aRequestersAnswerThatCrossesSaysSo()
    {
        QJsonObject ticket;
        writePastEachOther(&ticket);
        if (QTest::currentTestFailed())
            return;
        // Hers comes second, and is heard.
        QVERIFY(anna().kill());
        goOnlineWith(ada());
        VIGIE_MUST(m_scene->agree({QStringLiteral("ada")}));
        VIGIE_MUST(m_scene->reopen(QStringLiteral("anna")));
        VIGIE_MUST(m_scene->agree(m_both));
        QCOMPARE(crossedIn(ticket), 1);
    }

    void anAgentsAnswerThatWasOvertakenIsHeldUntilItsAuthorSaysSo()
    {
        QJsonObject ticket;
        writePastEachOther(&ticket);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(ada().kill());
        goOnlineWith(anna());
        VIGIE_MUST(m_scene->agree({QStringLiteral("anna")}));
        VIGIE_MUST(m_scene->reopen(QStringLiteral("ada")));
        const auto held = [this] {
            const QJsonArray entries =
                ada().call("outbox").value(QLatin1String("entries")).toArray();
            return entries.size() == 1
                && entries.first().toObject().value(QLatin1String("state"))
                == QLatin1String("conflict");
        };
        QTRY_VERIFY_WITH_TIMEOUT(held(), 20'000 * kSlowness);
        QVERIFY(!shown(anna().call("thread", ticket)).contains("Try another socket"));
        // Ada reads what is new and sends hers anyway.
        VIGIE_MUST(m_scene->agree(m_both));
        QVERIFY(shown(anna().call("thread", ticket)).contains("Try another socket"));
        QCOMPARE(crossedIn(ticket), 0);
        const auto ledger = Ledger::read(m_scene->server().data());
        QVERIFY(ledger && ledger->count(QStringLiteral("Try another socket")) == 1);
    }

    void theClientsFindTheServerAgainByThemselves()
    {
        VIGIE_MUST(begin());
        goOffline();
        VIGIE_OK(anna().call("report", {{QStringLiteral("title"), QStringLiteral("Patience")},
                                        {QStringLiteral("what"), QStringLiteral("is a virtue")}}));
        QVERIFY(m_scene->server().start());
        QElapsedTimer sinceStart;
        sinceStart.start();
        VIGIE_OK(ada().call("wait-ticket", waitFor("title", QStringLiteral("Patience"), 60'000)));
        qInfo("seen %lld ms after the server was up, nobody touched anything", sinceStart.elapsed());
        VIGIE_MUST(m_scene->agree(m_both));
    }

    void aReportKeepsItsFilesThroughAnOutageAndARestart()
    {
        VIGIE_MUST(begin());
        goOffline();
        QFile shot(m_scene->path(QStringLiteral("shot.png")));
        QVERIFY(shot.open(QIODevice::WriteOnly));
        QByteArray bytes(3 * 1024 * 1024, 'x'); // more than one chunk
        for (qsizetype i = 0; i < bytes.size(); i += 7)
            bytes[i] = char(i * 31);
        QCOMPARE(shot.write(bytes), bytes.size());
        shot.close();
        const QJsonObject report =
            anna().call("report", {{QStringLiteral("title"), QStringLiteral("See the picture")},
                                   {QStringLiteral("what"), QStringLiteral("Look")},
                                   {QStringLiteral("files"), QJsonArray{shot.fileName()}}});
        VIGIE_OK(report);
        QVERIFY(shot.remove()); // the copy in the profile is what counts
        QVERIFY(anna().kill());
        QVERIFY(m_scene->server().start());
        VIGIE_MUST(m_scene->reopen(QStringLiteral("anna")));
        VIGIE_OK(ada().call("sync-now"));
        VIGIE_OK(ada().call("wait-ticket", waitFor("title", QStringLiteral("See the picture"), 30'000)));
        VIGIE_MUST(m_scene->agree(m_both));
        const QString copy = m_scene->path(QStringLiteral("copy.png"));
        VIGIE_OK(ada().call("save-file", {{QStringLiteral("ticket"), report.value(QLatin1String("ticket"))},
                                          {QStringLiteral("target"), copy}}));
        QFile saved(copy);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QVERIFY(saved.readAll() == bytes);
    }
};

QTEST_GUILESS_MAIN(TestReportToReply)
#include "tst_reporttoreply.moc"
