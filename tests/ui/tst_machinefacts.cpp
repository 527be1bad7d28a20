// SPDX-License-Identifier: GPL-3.0-or-later
// What the computer tells about itself: reading it, waiting for it, and sending only what is ticked.
#include "app/platform/machinefacts.h"
#include "app/platform/machineparsers.h"
#include "app/platform/machineprobes.h"
#include "app/platform/networkwatch.h"
#include "app/report/factspanel.h"
#include "app/report/reportpage.h"
#include "app/text/facttext.h"
#include "app/widgets/button.h"
#include "app/widgets/elidedlabel.h"
#include "app/widgets/theme.h"
#include "core/base/limits.h"
#include "tests/ui/uisample.h"

#include <QApplication>
#include <QCheckBox>
#include <QDateTime>
#include <QLineEdit>
#include <QSemaphore>
#include <QSignalSpy>
#include <QSslCertificate>

using namespace vigie;
using namespace vigie::machine;

namespace {

MachineProbe tells(const char *key, const char *value)
{
    return [=] { return factState(key, QString::fromUtf8(value)); };
}

} // namespace

class TestMachineFacts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void cleanup();

    void memoryIsReadAsTheKernelWritesIt_data();
    void memoryIsReadAsTheKernelWritesIt();
    void theStartIsReadOrNotSaid_data();
    void theStartIsReadOrNotSaid();
    void theWayOutIsTheRouteToEverywhere();
    void updatesAreReadNewestFirst();
    void aBrokenHistoryOfUpdatesTellsWhatItCan();
    void aDeviceHasANameAndATime_data();
    void aDeviceHasANameAndATime();
    void aCrashReportNamesItsProgram_data();
    void aCrashReportNamesItsProgram();
    void foreignNamesCannotTurnTheWritingAround();
    void onlyWhatIsRecentIsOffered();
    void theFirstCertificateToEndIsTold();
    void theLastBackupIsReadAsTheSystemsTellIt();
    void valuesAreSaidInWords_data();
    void valuesAreSaidInWords();
    void aProbeThatHangsKeepsNothingBack();
    void whatComesLateIsAdded();
    void thisComputerTellsWhoItIs();
    void onlyTickedFactsAreSent();
    void whatIsUntickedStaysUntickedInTheNextReport();
    void whatIsUntickedComesBackWithTheDraft();
    void noneAndAllTickEveryFact();
    void aReportIsSentWithoutFactsThatHaveNotArrived();
    void nothingThatHappenedIsSentUnlessItIsClicked();
    void aClickedEventIsWrittenAfterWhatIsThere();
    void theNetworkCountsFromItsFirstChange();

private:
    [[nodiscard]] ReportPage *open(const QList<MachineProbe> &probes, const QStringList &leftOut = {});
    [[nodiscard]] QCheckBox *box(const char *key) const
    {
        return m_page->findChild<QCheckBox *>(QStringLiteral("factCheck.") + QLatin1String(key));
    }
    [[nodiscard]] QMap<QString, QString> sentFacts();

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<MachineFacts> m_machine;
    std::unique_ptr<ReportPage> m_page;
    QStringList m_habit;
};

void TestMachineFacts::cleanup()
{
    m_page.reset();
    m_machine.reset();
    m_world.reset();
    m_habit.clear();
}

ReportPage *TestMachineFacts::open(const QList<MachineProbe> &probes, const QStringList &leftOut)
{
    if (!m_world) {
        m_world = std::make_unique<UiWorld>();
        fillEmployee(*m_world);
    }
    m_page.reset();
    m_machine = std::make_unique<MachineFacts>(probes, 60'000, nullptr);
    ReportPorts ports;
    ports.machine = m_machine.get();
    ports.factsLeftOut = leftOut;
    ports.keepFactsLeftOut = [this](const QStringList &keys) { m_habit = keys; };
    m_page = std::make_unique<ReportPage>(*m_world->workspace, m_world->prompt,
                                          m_world->systemClock, nullptr, ports);
    m_page->resize(900, 900);
    m_page->show();
    return m_page.get();
}

QMap<QString, QString> TestMachineFacts::sentFacts()
{
    m_page->findChild<QLineEdit *>(QStringLiteral("reportTitleEdit"))
        ->setText(QStringLiteral("The scanner beeps"));
    QSignalSpy sent(m_page.get(), &ReportPage::sent);
    m_page->send();
    if (!QTest::qWaitFor([&sent] { return sent.count() == 1; }))
        return {{QStringLiteral("not"), QStringLiteral("sent")}};
    const auto entries = UiWorld::await(m_world->workspace->outbox().entries());
    return entries && !entries->isEmpty()
        ? std::get<CreateTicket>(entries->last().op.payload).kit.facts
        : QMap<QString, QString>();
}

void TestMachineFacts::memoryIsReadAsTheKernelWritesIt_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("value");
    QTest::newRow("usual") << QByteArray("MemTotal:       16316412 kB\nMemFree: 1 kB\n"
                                         "MemAvailable:    8158206 kB\n")
                           << QStringLiteral("8354002944/16708005888");
    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("no total") << QByteArray("MemAvailable: 5 kB\n") << QString();
    QTest::newRow("more than all") << QByteArray("MemTotal: 5 kB\nMemAvailable: 6 kB\n") << QString();
    QTest::newRow("negative") << QByteArray("MemTotal: 5 kB\nMemAvailable: -6 kB\n") << QString();
    QTest::newRow("too large")
        << QByteArray("MemTotal: 9223372036854775807 kB\nMemAvailable: 1 kB\n") << QString();
    QTest::newRow("no number") << QByteArray("MemTotal: much\nMemAvailable:\n") << QString();
    QTest::newRow("binary") << QByteArray("\0\xff\xfe:\nMemTotal:\0\0", 16) << QString();
}

void TestMachineFacts::memoryIsReadAsTheKernelWritesIt()
{
    QFETCH(QByteArray, text);
    const auto room = memoryFrom(text);
    QTEST(room ? roomText(*room) : QString(), "value");
}

void TestMachineFacts::theStartIsReadOrNotSaid_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("at");
    QTest::newRow("usual") << QByteArray("cpu  1 2 3\nbtime 1700000000\nprocesses 5\n")
                           << qint64(1'700'000'000'000);
    QTest::newRow("missing") << QByteArray("cpu  1 2 3\n") << qint64(0);
    QTest::newRow("negative") << QByteArray("btime -5\n") << qint64(0);
    QTest::newRow("too late") << QByteArray("btime 9223372036854775807\n") << qint64(0);
    QTest::newRow("words") << QByteArray("btime soon\n") << qint64(0);
}

void TestMachineFacts::theStartIsReadOrNotSaid()
{
    QFETCH(QByteArray, text);
    QTEST(startFrom(text), "at");
}

void TestMachineFacts::theWayOutIsTheRouteToEverywhere()
{
    const QByteArray table =
        "Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n"
        "wlp2s0\t00000000\t0100A8C0\t0003\t0\t0\t600\t00000000\t0\t0\t0\n"
        "eth0\t00000000\t0100A8C0\t0003\t0\t0\t100\t00000000\t0\t0\t0\n"
        "eth0\t0000A8C0\t00000000\t0001\t0\t0\t100\t00FFFFFF\t0\t0\t0\n"
        "down0\t00000000\t0100A8C0\t0002\t0\t0\t1\t00000000\t0\t0\t0\n"
        "short\t00000000\n\n";
    QCOMPARE(defaultRoutesFrom(table), (QStringList{QStringLiteral("eth0"), QStringLiteral("wlp2s0")}));
    QVERIFY(defaultRoutesFrom({}).isEmpty());
    QVERIFY(defaultRoutesFrom("\n\0\n").isEmpty());
}

void TestMachineFacts::updatesAreReadNewestFirst()
{
    const QByteArray log = "\nStart-Date: 2026-03-01  10:00:00\nCommandline: apt upgrade\n"
                           "Upgrade: libc6:amd64 (2.36-9, 2.36-10), firefox-esr:amd64 (1, 2)\n"
                           "End-Date: 2026-03-01  10:00:30\n\n"
                           "Start-Date: 2026-03-02  08:30:00\nInstall: gimp:amd64 (2.10, automatic)\n"
                           "Remove: old:amd64 (1)\nEnd-Date: 2026-03-02  08:31:00\n";
    const QList<Update> updates = updatesFrom(log);
    QCOMPARE(updates.size(), 2);
    QCOMPARE(updates.first().names, QStringList{QStringLiteral("gimp")});
    QCOMPARE(updates.first().at,
             QDateTime(QDate(2026, 3, 2), QTime(8, 30)).toMSecsSinceEpoch());
    QCOMPARE(updates.last().names,
             (QStringList{QStringLiteral("libc6"), QStringLiteral("firefox-esr")}));
}

void TestMachineFacts::aBrokenHistoryOfUpdatesTellsWhatItCan()
{
    // The end of a long file begins in the middle of an entry.
    const QByteArray cut = "md64 (1, 2)\nEnd-Date: 2026-03-01  10:00:30\nUpgrade: lost:amd64 (1)\n"
                           "Start-Date: yesterday\nUpgrade: timeless:amd64 (1)\n"
                           "Start-Date: 2026-03-02  08:30:00\n"
                           "Start-Date: 2026-03-02  08:31:00\nUpgrade: , (, :(), kept (3)\n";
    const QList<Update> updates = updatesFrom(cut);
    QCOMPARE(updates.size(), 1);
    QVERIFY(updates.first().names.contains(QStringLiteral("kept")));
    QVERIFY(updatesFrom(QByteArray(100'000, '\xff')).isEmpty());
}

void TestMachineFacts::aDeviceHasANameAndATime_data()
{
    QTest::addColumn<QByteArray>("record");
    QTest::addColumn<QString>("name");
    QTest::newRow("own word first") << QByteArray("I:5000000\nE:ID_MODEL_FROM_DATABASE=Hub\n"
                                                  "E:ID_MODEL=Laser_Jet\n")
                                    << QStringLiteral("Laser Jet");
    QTest::newRow("from the list") << QByteArray("I:5000000\nE:ID_MODEL_FROM_DATABASE=Hub\n")
                                   << QStringLiteral("Hub");
    QTest::newRow("no time") << QByteArray("E:ID_MODEL=Mouse\n") << QString();
    QTest::newRow("no name") << QByteArray("I:5000000\n") << QString();
    QTest::newRow("hostile") << QByteArray("I:99999999999999999999\nE:ID_MODEL=\x1b[2J\n") << QString();
}

void TestMachineFacts::aDeviceHasANameAndATime()
{
    QFETCH(QByteArray, record);
    const auto device = deviceFrom(record);
    QTEST(device ? device->name : QString(), "name");
}

void TestMachineFacts::aCrashReportNamesItsProgram_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("program");
    QTest::newRow("apport") << QStringLiteral("_usr_bin_gimp-2.10.1000.crash") << QStringLiteral("gimp-2.10");
    QTest::newRow("mac ips") << QStringLiteral("Safari-2026-03-01-101010.ips") << QStringLiteral("Safari");
    QTest::newRow("mac crash") << QStringLiteral("My App_2026-03-01-101010_Annas-Mac.crash")
                               << QStringLiteral("My App");
    QTest::newRow("windows") << QStringLiteral("AppCrash_OUTLOOK.EXE_0a1b2c_7f_cab")
                             << QStringLiteral("OUTLOOK.EXE");
    QTest::newRow("other") << QStringLiteral("notes.txt") << QString();
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("long") << QString(100'000, QLatin1Char('_')) << QString();
}

void TestMachineFacts::aCrashReportNamesItsProgram()
{
    QFETCH(QString, file);
    QTEST(crashedProgram(file), "program");
}

void TestMachineFacts::foreignNamesCannotTurnTheWritingAround()
{
    QCOMPARE(cleaned(QStringLiteral(" a\x1b[2J\n\u202e\u200bb\tc ")), QStringLiteral("a [2J b c"));
    QCOMPARE(cleaned(QString(100'000, QLatin1Char('x'))).size(), limits::kFactLength);
    QCOMPARE(factState("host", QStringLiteral(" \n ")).facts.size(), 0);
}

void TestMachineFacts::onlyWhatIsRecentIsOffered()
{
    const qint64 now = 1'700'000'000'000;
    QList<MachineEvent> events;
    for (int i = 0; i < 30; ++i)
        events.append({MachineEvent::Kind::Crash, now - i * 1000, QString::number(i), 0});
    events.append({MachineEvent::Kind::Restart, now - limits::kMachineEventsMs - 1, {}, 0});
    events.append({MachineEvent::Kind::Restart, now + 1, {}, 0});
    const QList<MachineEvent> offered = recent(events, now);
    QCOMPARE(offered.size(), limits::kMachineEvents);
    QCOMPARE(offered.first().detail, QStringLiteral("0"));
    QVERIFY(std::none_of(offered.cbegin(), offered.cend(), [](const MachineEvent &event) {
        return event.kind == MachineEvent::Kind::Restart;
    }));
}

void TestMachineFacts::theFirstCertificateToEndIsTold()
{
    // Ends 2031-01-04, 2027-01-25, and an authority's that ends 2028-10-26.
    const QByteArray late =
        "-----BEGIN CERTIFICATE-----\n"
        "MIIBbzCCARagAwIBAgIUD1vFWYCoOJuC2pcZ77BZIFW/+JowCgYIKoZIzj0EAwIw\n"
        "DzENMAsGA1UEAwwEbGVhZjAeFw0yNjExMjYwMjM5NDVaFw0zMTAxMDQwMjM5NDVa\n"
        "MA8xDTALBgNVBAMMBGxlYWYwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAATZYyHm\n"
        "4F5QUqNJ64Q1sU/ztLvNraAy2P1UTZ+RL4F9mAcAX4j6lhqqqxyvGX/x8BpDSuXt\n"
        "oRQEaR+7DTzlhegeo1AwTjAdBgNVHQ4EFgQU7nKT8JCLvjajhKh4LPi8BEgeB10w\n"
        "HwYDVR0jBBgwFoAU7nKT8JCLvjajhKh4LPi8BEgeB10wDAYDVR0TAQH/BAIwADAK\n"
        "BggqhkjOPQQDAgNHADBEAiAHbX5u7IcVAHo5OfwNbnEWR0cumkrmbDpcGqKaw9gv\n"
        "XwIgYVPwG6noY9MW4M9BDchCkWAK5jGDXXL22OlcmgJDwVo=\n"
        "-----END CERTIFICATE-----\n";
    const QByteArray soon =
        "-----BEGIN CERTIFICATE-----\n"
        "MIIBcTCCARigAwIBAgIUO9LgL/H9mqMlNauYWGS8uVaukdswCgYIKoZIzj0EAwIw\n"
        "EDEOMAwGA1UEAwwFZWFybHkwHhcNMjYxMTI2MDIzOTQ1WhcNMjcwMTI1MDIzOTQ1\n"
        "WjAQMQ4wDAYDVQQDDAVlYXJseTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABE90\n"
        "3vVvrDyaCDaZWCDJU5DWjPun3ifCY5UL2eQYTSfIcciUQCWqxL3esXyp8xubUSZr\n"
        "f41tbQQy7yge7Ml9sc2jUDBOMB0GA1UdDgQWBBTxIkTbBQKo0HUlhwjkr17ruxaG\n"
        "GjAfBgNVHSMEGDAWgBTxIkTbBQKo0HUlhwjkr17ruxaGGjAMBgNVHRMBAf8EAjAA\n"
        "MAoGCCqGSM49BAMCA0cAMEQCIDAc7mJ1pqIo/HqMw38Td11lFbxFlfSflsVYV9Wn\n"
        "68naAiAmOO0GU+58krN8A4G7e26kvAv9zrpt9OnHesIVbhfzTg==\n"
        "-----END CERTIFICATE-----\n";
    const QByteArray authority =
        "-----BEGIN CERTIFICATE-----\n"
        "MIIBfTCCASOgAwIBAgIUBVHin9sKOAEoYjJRb7UQt9G5a5owCgYIKoZIzj0EAwIw\n"
        "FDESMBAGA1UEAwwJYXV0aG9yaXR5MB4XDTI2MTEyNjAyMzk0NVoXDTI4MTAyNjAy\n"
        "Mzk0NVowFDESMBAGA1UEAwwJYXV0aG9yaXR5MFkwEwYHKoZIzj0CAQYIKoZIzj0D\n"
        "AQcDQgAEx9QTybAQEcuR9imgHd+dAybOhORsg/L4UetE56xgIiH6XshJJp8lFPRv\n"
        "JvElD31XCC8re6uT+S7Gp2hlGGwQPKNTMFEwHQYDVR0OBBYEFGfP2SlKZYHXhfeK\n"
        "22SoLDfWNS4sMB8GA1UdIwQYMBaAFGfP2SlKZYHXhfeK22SoLDfWNS4sMA8GA1Ud\n"
        "EwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIgYcpsUnQ3H3i2ByrnO637AjHQ\n"
        "dyrN2BFFuP6qba+mxZcCIQDpnmEX0AYM8nZxa9zFAI8V297QSpZWeQBIIJ0H258E\n"
        "JA==\n"
        "-----END CERTIFICATE-----\n";
    const auto day = [](int year, int month, int dayOfMonth) {
        return QDateTime({year, month, dayOfMonth}, {0, 0}, Qt::UTC).toMSecsSinceEpoch();
    };
    const auto endOf = [](const QByteArray &pem) {
        return QSslCertificate(pem).expiryDate().toMSecsSinceEpoch();
    };
    const qint64 now = day(2026, 11, 26);
    QCOMPARE(firstEnd({late, soon, authority}, now), endOf(soon));
    QCOMPARE(firstEnd({late + soon}, now), endOf(soon)); // a chain in one file
    QCOMPARE(firstEnd({QSslCertificate(late).toDer()}, now), endOf(late));
    QCOMPARE(firstEnd({soon, late}, endOf(soon) + 1), endOf(soon)); // just ended: worth knowing
    QCOMPARE(firstEnd({soon, late}, day(2028, 1, 1)), endOf(late)); // long forgotten
    QCOMPARE(firstEnd({authority}, now), 0);
    QCOMPARE(firstEnd({QByteArray("-----BEGIN CERTIFICATE-----\nAAAA"), QByteArray(5'000, '\xff')}, now),
             0);
}

void TestMachineFacts::theLastBackupIsReadAsTheSystemsTellIt()
{
    const auto local = [](int day, int hour) {
        return QDateTime({2026, 3, day}, {hour, 0, 1}).toMSecsSinceEpoch();
    };
    QCOMPARE(snapshotTime(QStringLiteral("2026-03-01_10-00-01")), local(1, 10));
    QCOMPARE(snapshotTime(QStringLiteral("..")), 0);
    QCOMPARE(settingTime("'2026-03-01T09:00:00.500Z'\n"),
             QDateTime({2026, 3, 1}, {9, 0, 0, 500}, Qt::UTC).toMSecsSinceEpoch());
    QCOMPARE(settingTime("''\n"), 0);
    QCOMPARE(timeMachineTime("/Volumes/.timemachine/X/2026-03-02-110001.backup\n"), local(2, 11));
    QCOMPARE(timeMachineTime("/Volumes/Backups/Mac/2026-03-02-110001\n"), local(2, 11));
    QCOMPARE(timeMachineTime("No machine directory found for host."), 0);
}

void TestMachineFacts::valuesAreSaidInWords_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *key, const char *value, const char *words) {
        QTest::addRow("%s %s", key, value)
            << QLatin1String(key).toString() << QString::fromUtf8(value) << QString::fromUtf8(words);
    };
    row("memory", "1073741824/4294967296", "1.0 GB of 4.0 GB");
    row("memory", "all of it", "all of it");
    row("disk.home", "1/0", "1/0");
    row("network", "wireless+vpn", "by Wi-Fi, with VPN");
    row("network", "none", "not connected");
    row("network", "by pigeon", "by pigeon");
    row("screens", "1920x1080@1.25; 800x600@1", "1920 × 1080 at 125 %; 800 × 600 at 100 %");
    row("screens", "1920x1080@-1", "1920x1080@-1");
    row("host", "anna-laptop", "anna-laptop");
    row("updates", "nonsense", "nonsense");
    row("somebody.elses", "<b>bold</b>", "<b>bold</b>");
}

void TestMachineFacts::valuesAreSaidInWords()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QLocale::setDefault(QLocale(QStringLiteral("en")));
    QTEST(FactText::value(key, value), "words");
    QVERIFY(!FactText::label(key).isEmpty());
}

void TestMachineFacts::aProbeThatHangsKeepsNothingBack()
{
    const auto gate = std::make_shared<QSemaphore>();
    MachineFacts machine({tells("host", "anna-laptop"),
                          [gate] {
                              gate->acquire();
                              return MachineState();
                          }},
                         1, nullptr);
    QSignalSpy collected(&machine, &MachineFacts::collected);
    machine.collect();
    machine.collect(); // does not start a second one
    QTRY_VERIFY(!collected.isEmpty());
    const auto state = collected.first().first().value<MachineState>();
    QVERIFY(std::any_of(state.facts.cbegin(), state.facts.cend(), [](const MachineFact &fact) {
        return fact.key == QLatin1String("client");
    }));
    gate->release();
    QTRY_COMPARE(collected.count(), 2);
    const auto all = collected.last().first().value<MachineState>();
    QVERIFY(all.facts.contains({QStringLiteral("host"), QStringLiteral("anna-laptop")}));
}

void TestMachineFacts::whatComesLateIsAdded()
{
    const auto gate = std::make_shared<QSemaphore>();
    MachineFacts machine({[gate] {
                             gate->acquire();
                             return factState("disk.home", QStringLiteral("1/2"));
                         }},
                         1, nullptr);
    QSignalSpy collected(&machine, &MachineFacts::collected);
    machine.collect();
    QTRY_COMPARE(collected.count(), 1);
    const MachineFact late{QStringLiteral("disk.home"), QStringLiteral("1/2")};
    QVERIFY(!collected.first().first().value<MachineState>().facts.contains(late));
    gate->release();
    QTRY_COMPARE(collected.count(), 2);
    QVERIFY(collected.last().first().value<MachineState>().facts.contains(late));
}

void TestMachineFacts::thisComputerTellsWhoItIs()
{
    MachineFacts machine(machineProbes(), limits::kMachineFactsMs, nullptr);
    QSignalSpy collected(&machine, &MachineFacts::collected);
    machine.collect();
    QTRY_VERIFY_WITH_TIMEOUT(!collected.isEmpty(), 10'000);
    const auto state = collected.last().first().value<MachineState>();
    QStringList keys;
    for (const MachineFact &fact : state.facts) {
        QVERIFY2(!fact.value.isEmpty(), qPrintable(fact.key));
        QVERIFY2(!keys.contains(fact.key), qPrintable(fact.key));
        QVERIFY2(FactText::label(fact.key) != fact.key, qPrintable(fact.key));
        keys.append(fact.key);
    }
    for (const char *key : {"host", "os", "kernel", "started", "memory", "network", "screens",
                            "client", "disk.system"})
        QVERIFY2(keys.contains(QLatin1String(key)), key);
}

void TestMachineFacts::onlyTickedFactsAreSent()
{
    ReportPage *page = open({tells("host", "anna-laptop"), tells("os", "Debian 12")});
    QTRY_VERIFY(box("host"));
    auto *line = page->findChild<Button *>(QStringLiteral("factsLineButton"));
    QVERIFY(!box("host")->isVisible()); // closed until somebody wants to see it
    line->click();
    QVERIFY(box("host")->isVisible());
    const QString before = line->text();
    box("host")->click();
    QVERIFY(line->text() != before);
    const QMap<QString, QString> facts = sentFacts();
    QVERIFY(!facts.contains(QStringLiteral("host")));
    QCOMPARE(facts.value(QStringLiteral("os")), QStringLiteral("Debian 12"));
}

void TestMachineFacts::whatIsUntickedStaysUntickedInTheNextReport()
{
    (void)open({tells("host", "anna-laptop")});
    QTRY_VERIFY(box("host"));
    box("host")->click();
    QCOMPARE(m_habit, QStringList{QStringLiteral("host")});
    QVERIFY(!sentFacts().contains(QStringLiteral("host")));
    QVERIFY(!box("host")->isChecked()); // the page was emptied for the next one
    (void)open({tells("host", "anna-laptop")}, QStringList(m_habit));
    QTRY_VERIFY(box("host"));
    QVERIFY(!box("host")->isChecked());
    QVERIFY(m_page->draft().isEmpty()); // a habit alone is no report
}

void TestMachineFacts::whatIsUntickedComesBackWithTheDraft()
{
    ReportPage *page = open({tells("host", "anna-laptop")});
    QTRY_VERIFY(box("host"));
    box("host")->click();
    QSignalSpy journaled(page, &ReportPage::journaled);
    page->findChild<QLineEdit *>(QStringLiteral("reportTitleEdit"))->setText(QStringLiteral("Beeps"));
    QTRY_VERIFY(!journaled.isEmpty());
    page = open({tells("host", "anna-laptop")}); // without the habit
    QTRY_COMPARE(page->draft().title, QStringLiteral("Beeps"));
    QTRY_VERIFY(box("host"));
    QVERIFY(!box("host")->isChecked());
}

void TestMachineFacts::noneAndAllTickEveryFact()
{
    ReportPage *page = open({tells("host", "anna-laptop"), tells("os", "Debian 12")});
    QTRY_VERIFY(box("os"));
    auto *panel = page->findChild<FactsPanel *>();
    page->findChild<Button *>(QStringLiteral("factsNoneButton"))->click();
    QVERIFY(panel->chosen().isEmpty());
    QVERIFY(!box("os")->isChecked());
    page->findChild<Button *>(QStringLiteral("factsAllButton"))->click();
    QVERIFY(panel->chosen().size() >= 2);
    QVERIFY(m_habit.isEmpty());
}

void TestMachineFacts::aReportIsSentWithoutFactsThatHaveNotArrived()
{
    const auto gate = std::make_shared<QSemaphore>();
    (void)open({[gate] {
        gate->acquire();
        return factState("host", QStringLiteral("late"));
    }});
    QVERIFY(sentFacts().isEmpty());
    gate->release();
}

void TestMachineFacts::nothingThatHappenedIsSentUnlessItIsClicked()
{
    const qint64 now = SystemClock().nowMs();
    ReportPage *page = open({[now] { return startState(now - 60'000); }});
    QTRY_VERIFY(page->findChild<Button *>(QStringLiteral("justBeforeChip.0")));
    QVERIFY(page->draft().isEmpty());
    (void)sentFacts();
    const auto entries = UiWorld::await(m_world->workspace->outbox().entries());
    QVERIFY(entries && entries->size() == 1);
    QVERIFY(std::get<CreateTicket>(entries->first().op.payload).kit.before.isEmpty());
}

void TestMachineFacts::aClickedEventIsWrittenAfterWhatIsThere()
{
    const qint64 now = SystemClock().nowMs();
    ReportPage *page = open({[now] { return startState(now - 60'000); },
                             [now] { return startState(now - limits::kMachineEventsMs - 1); }});
    QTRY_VERIFY(page->findChild<Button *>(QStringLiteral("justBeforeChip.0")));
    QVERIFY(!page->findChild<Button *>(QStringLiteral("justBeforeChip.1"))); // too long ago
    page->findChild<QLineEdit *>(QStringLiteral("reportBeforeEdit"))->setText(QStringLiteral("I moved"));
    page->findChild<Button *>(QStringLiteral("justBeforeChip.0"))->click();
    QVERIFY2(page->draft().before.startsWith(QStringLiteral("I moved; The computer was restarted")),
             qPrintable(page->draft().before));
    QVERIFY(!page->findChild<Button *>(QStringLiteral("justBeforeChip.0"))); // said
    QVERIFY(page->findChild<ElidedLabel *>(QStringLiteral("justBeforeHintLabel"))
                ->text()
                .contains(QStringLiteral("in your answer")));
    page->findChild<QLineEdit *>(QStringLiteral("reportBeforeEdit"))->clear();
    QVERIFY(page->findChild<Button *>(QStringLiteral("justBeforeChip.0"))); // offered again
}

void TestMachineFacts::theNetworkCountsFromItsFirstChange()
{
    NetworkWatch watch(nullptr);
    watch.take(QStringLiteral("wired"));
    QSignalSpy changed(&watch, &NetworkWatch::changed);
    watch.take(QStringLiteral("wired"));
    QCOMPARE(changed.count(), 0);
    watch.take(QStringLiteral("none"));
    QCOMPARE(changed.count(), 1);
    MachineFacts machine({}, 60'000, nullptr);
    for (int i = 0; i < 2 * limits::kMachineEvents; ++i)
        machine.noteNetwork(QStringLiteral("none"), i + 1);
    QSignalSpy collected(&machine, &MachineFacts::collected);
    machine.collect();
    QTRY_COMPARE(collected.count(), 1);
    const auto state = collected.first().first().value<MachineState>();
    QCOMPARE(state.events.size(), limits::kMachineEvents);
    QCOMPARE(state.events.last().at, 2 * limits::kMachineEvents);
    QCOMPARE(FactText::event(state.events.last()), QStringLiteral("The network was lost"));
}

QTEST_MAIN(TestMachineFacts)
#include "tst_machinefacts.moc"
