// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "tests/e2e/harness/scene.h"

#include <QDeadlineTimer>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace vigie::e2e;

namespace {

/// What one person's client was told to write, and what it said about it.
struct Writer {
    ClientProcess *client = nullptr;
    QHash<int, QString> asked;    ///< command number → words, no answer yet
    QSet<QString> saved;          ///< the client said that they are on the disk
    QSet<QString> unknown;        ///< the client died before it said anything
    QStringList tickets;          ///< that this person can write to

    /// Takes the answers that are there.
    void listen()
    {
        for (auto it = asked.begin(); it != asked.end();) {
            const auto answer = client->answerTo(it.key());
            if (!answer) {
                ++it;
                continue;
            }
            if (isOk(*answer)) {
                saved.insert(it.value());
                if (answer->contains(QLatin1String("ticket")))
                    tickets.append(answer->value(QLatin1String("ticket")).toString());
            }
            it = asked.erase(it);
        }
    }
    void died()
    {
        listen();
        for (const QString &words : std::as_const(asked))
            unknown.insert(words);
        asked.clear();
    }
};

} // namespace

/// kill -9 of the server or of either client, at random moments, while people write.
class TestKillAnything : public QObject
{
    Q_OBJECT

    std::unique_ptr<Scene> m_scene;
    std::unique_ptr<vigie::SeededRng> m_rng;
    Writer m_anna;
    Writer m_ada;
    int m_words = 0;

    [[nodiscard]] quint64 below(quint64 bound) { return m_rng->below(bound); }
    [[nodiscard]] QString newWords(const char *who)
    {
        return QStringLiteral("%1 writes %2").arg(QLatin1String(who)).arg(++m_words);
    }

    void annaWrites()
    {
        const QString words = newWords("anna");
        if (m_anna.tickets.isEmpty() || below(4) == 0) {
            m_anna.asked.insert(m_anna.client->post("report", {{QStringLiteral("title"), words},
                                                               {QStringLiteral("what"), words + u'!'}}),
                                words);
            return;
        }
        const QString ticket = m_anna.tickets[qsizetype(below(quint64(m_anna.tickets.size())))];
        m_anna.asked.insert(m_anna.client->post("reply", {{QStringLiteral("ticket"), ticket},
                                                          {QStringLiteral("body"), words}}),
                            words);
    }
    void adaWrites()
    {
        if (m_ada.tickets.isEmpty())
            return;
        static constexpr const char *kinds[] = {"reply", "note", "tag"};
        const QString words = newWords("ada");
        const QString ticket = m_ada.tickets[qsizetype(below(quint64(m_ada.tickets.size())))];
        m_ada.asked.insert(m_ada.client->post(kinds[below(3)], {{QStringLiteral("ticket"), ticket},
                                                                {QStringLiteral("body"), words},
                                                                {QStringLiteral("tag"), words}}),
                           words);
    }
    /// What the agent sees now is what she can write to.
    void adaLooks()
    {
        const QJsonObject list = m_ada.client->call("list");
        QVERIFY2(isOk(list), shown(list).constData());
        m_ada.tickets.clear();
        const QJsonArray rows = list.value(QLatin1String("tickets")).toArray();
        for (const QJsonValue &row : rows)
            m_ada.tickets.append(row.toObject().value(QLatin1String("id")).toString());
    }
    /// Reads answers for a while; the moment of the kill is somewhere in the middle of the work.
    void listenFor(int ms)
    {
        const QDeadlineTimer moment(ms);
        while (!moment.hasExpired()) {
            m_anna.client->listen(int(moment.remainingTime()));
            m_anna.listen();
            m_ada.listen();
        }
    }
    void killAndRestart(int victim)
    {
        if (victim == 0) {
            QVERIFY(m_scene->server().kill());
            const auto started = m_scene->server().start();
            QVERIFY2(started, started ? "" : qPrintable(vigie::toLog(started.error())));
            VIGIE_OK(m_anna.client->call("sync-now"));
            VIGIE_OK(m_ada.client->call("sync-now"));
            return;
        }
        Writer &writer = victim == 1 ? m_anna : m_ada;
        QVERIFY(writer.client->kill());
        writer.died();
        VIGIE_MUST(m_scene->reopen(writer.client->name()));
    }
    void checkBooks(const Ledger &ledger)
    {
        QCOMPARE(ledger.doubles(), QStringList());
        int lost = 0;
        QSet<QString> written;
        for (const Writer *writer : {&m_anna, &m_ada}) {
            for (const QString &words : writer->saved) {
                if (ledger.count(words) != 1)
                    qWarning("lost: %s (%d)", qPrintable(words), ++lost);
            }
            written += writer->saved + writer->unknown;
        }
        QCOMPARE(lost, 0);
        for (auto it = ledger.titles.begin(); it != ledger.titles.end(); ++it)
            QVERIFY2(written.contains(it.key()), qPrintable(it.key()));
        for (auto it = ledger.words.begin(); it != ledger.words.end(); ++it) {
            QString words = it.key();
            if (words.endsWith(u'!'))
                words.chop(1);
            QVERIFY2(written.contains(words), qPrintable(words));
        }
    }

private Q_SLOTS:
    void nothingIsLostOrDoubledWhateverIsKilled()
    {
        const bool isLong = qEnvironmentVariableIsSet("VIGIE_E2E_LONG");
        const int rounds = isLong ? 400 : 50;
        const quint64 seed = qEnvironmentVariableIsSet("VIGIE_E2E_SEED")
            ? qEnvironmentVariable("VIGIE_E2E_SEED").toULongLong()
            : QRandomGenerator::global()->generate64();
        qInfo("seed %llu (VIGIE_E2E_SEED repeats the choices)", seed);
        m_rng = std::make_unique<vigie::SeededRng>(seed);
        m_scene = std::make_unique<Scene>();
        VIGIE_MUST(m_scene->prepare({{QStringLiteral("anna"), QStringLiteral("employee")},
                                     {QStringLiteral("ada"), QStringLiteral("agent")}}));
        const QStringList both{QStringLiteral("anna"), QStringLiteral("ada")};
        for (const QString &who : both)
            VIGIE_MUST(m_scene->enter(who));
        m_anna.client = &m_scene->client(both[0]);
        m_ada.client = &m_scene->client(both[1]);
        VIGIE_MUST(m_scene->agree(both));
        const auto before = Ledger::read(m_scene->server().data());
        QVERIFY(before);

        std::array<int, 3> kills{};
        for (int round = 0; round < rounds; ++round) {
            adaLooks();
            for (quint64 i = 1 + below(6); i > 0; --i)
                below(2) == 0 ? annaWrites() : adaWrites();
            listenFor(int(below(120)) * kSlowness);
            const int victim = int(below(3));
            ++kills[size_t(victim)];
            killAndRestart(victim);
            if (QTest::currentTestFailed())
                return qInfo("in round %d", round);
        }
        QTRY_VERIFY_WITH_TIMEOUT((m_anna.listen(), m_ada.listen(),
                                  m_anna.asked.isEmpty() && m_ada.asked.isEmpty()),
                                 30'000 * kSlowness);
        VIGIE_OK(m_anna.client->call("sync-now"));
        VIGIE_OK(m_ada.client->call("sync-now"));
        VIGIE_MUST(m_scene->agree(both));

        QVERIFY(m_scene->server().stop());
        const auto ledger = Ledger::read(m_scene->server().data());
        QVERIFY2(ledger, ledger ? "" : qPrintable(vigie::toLog(ledger.error())));
        checkBooks(*ledger);
        QCOMPARE(ledger->epoch, before->epoch); // a kill is no journey in time
        const auto verified = m_scene->server().run({QStringLiteral("verify")});
        QVERIFY2(verified, verified ? "" : qPrintable(vigie::toLog(verified.error())));
        qInfo("%d kills (server %d, employee %d, agent %d); %d saved, %d cut off",
              rounds, kills[0], kills[1], kills[2],
              int(m_anna.saved.size() + m_ada.saved.size()),
              int(m_anna.unknown.size() + m_ada.unknown.size()));
        QVERIFY(m_anna.saved.size() + m_ada.saved.size() > rounds / 2);
    }
    void cleanup() { m_scene.reset(); }
};

QTEST_GUILESS_MAIN(TestKillAnything)
#include "tst_killanything.moc"
