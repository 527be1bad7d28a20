// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/cli/backupjob.h"
#include "app/server/cli/housekeeper.h"
#include "app/server/config/settings.h"
#include "core/base/clock.h"

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
    qint64 now = 0;
};

Result<Settings> fromText(const QByteArray &text)
{
    SettingsReader reader;
    reader.readText(text, QStringLiteral("v.conf"));
    return reader.finish();
}

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingNeedsToBeConfigured();
    void aFullFileIsUnderstood();
    void theSampleFileIsGood();
    void problemsNameTheirLine_data();
    void problemsNameTheirLine();
    void allProblemsAreToldAtOnce();
    void flagsWinOverTheEnvironmentWhichWinsOverTheFile();
    void aMissingFileIsAProblem();
    void addressesAreRead_data();
    void addressesAreRead();
    void durationsAreRead_data();
    void durationsAreRead();
    void backupsAreMadeWhenTheyAreDue();
    void onlySurplusBackupsOfOurOwnAreRemoved();
    void choresRunWhenTheirTimeHasPassed();
};

void TestSettings::nothingNeedsToBeConfigured()
{
    const auto settings = SettingsReader().finish();
    QVERIFY(settings);
    QVERIFY(settings->data.endsWith(QStringLiteral("vigie-server")));
    QCOMPARE(settings->listen.size(), 2);
    for (const ListenAddress &address : settings->listen) {
        QVERIFY(address.host == QStringLiteral("127.0.0.1") || address.host == QStringLiteral("::1"));
        QCOMPARE(address.port, quint16(8642));
    }
    QVERIFY(settings->backupDir.isEmpty());
}

void TestSettings::aFullFileIsUnderstood()
{
    const auto settings = fromText("# a comment\r\n"
                                   "  data = /srv/vigie \r\n"
                                   "listen = 0.0.0.0:443, [::]:443\n"
                                   "name = Help = here\n\n"
                                   "names=desk.example 192.0.2.7, 2001:db8::7\n"
                                   "certificate=/c.pem\nkey=/k.pem\n"
                                   "backup-dir=/b\nbackup-every=12h\nbackup-keep=3\n"
                                   "working-hours = mon-thu 08:00-12:00 13:00-17:30, sat 9:00-12:00\n"
                                   "time-zone = Europe/Paris\nholidays = 2026-12-25\n"
                                   "answer-within = high 30m, normal 8h\nfix-within = none\n"
                                   "log-level=debug");
    QVERIFY2(settings, settings ? "" : qPrintable(settings.error().detail));
    Settings wanted;
    wanted.data = QStringLiteral("/srv/vigie");
    wanted.listen = {{QStringLiteral("0.0.0.0"), 443, false}, {QStringLiteral("::"), 443, false}};
    wanted.name = QStringLiteral("Help = here");
    wanted.names = QStringList{QStringLiteral("desk.example"), QStringLiteral("192.0.2.7"),
                               QStringLiteral("2001:db8::7")};
    wanted.certificate = QStringLiteral("/c.pem");
    wanted.key = QStringLiteral("/k.pem");
    wanted.backupDir = QStringLiteral("/b");
    wanted.backupEveryMs = 12 * 3'600'000LL;
    wanted.backupKeep = 3;
    CalendarSettings &calendar = wanted.services.calendars[QString()];
    calendar.zone = QTimeZone("Europe/Paris");
    calendar.holidays = {QDate(2026, 12, 25)};
    calendar.week.emplace();
    for (size_t day = 0; day < 4; ++day)
        calendar.week->at(day) = {{480, 720}, {780, 1050}};
    calendar.week->at(5) = {{540, 720}};
    auto &within = wanted.services.general.withinMs;
    within.at(size_t(ClockKind::FirstReply)) = {{Priority::High, 1'800'000},
                                                {Priority::Normal, 28'800'000}};
    within.at(size_t(ClockKind::Resolution)).emplace();
    wanted.logLevel = LogLevel::Debug;
    QVERIFY(*settings == wanted);
}

void TestSettings::theSampleFileIsGood()
{
    QFile file(QStringLiteral(VIGIE_SAMPLE_CONFIG));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(fromText(text));
    // Every line that is commented out works too, and every key is there.
    QByteArray active;
    for (const QByteArray &line : text.split('\n')) {
        if (line.startsWith('#') && line.contains(" = ") && !line.startsWith("# "))
            active += line.mid(1) + '\n';
    }
    const auto settings = fromText(active);
    QVERIFY2(settings, settings ? "" : qPrintable(settings.error().detail));
    for (const QString &key : settingKeys())
        QVERIFY2(active.contains('\n' + key.toLatin1() + " = ")
                     || active.startsWith(key.toLatin1() + " = "),
                 qPrintable(key));
}

void TestSettings::problemsNameTheirLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *text, const char *problem) {
        QTest::newRow(text) << QByteArray(text) << QString::fromLatin1(problem);
    };
    row("foo = 1", "v.conf:1: unknown key \"foo\"");
    row("\n\nLISTEN = 1", "v.conf:3: unknown key \"LISTEN\"");
    row("# x\nlisten", "v.conf:2: \"key = value\" is needed");
    row("listen =", "v.conf:1: listen: an address like 0.0.0.0:8642 is needed");
    row("listen = localhost:1",
        "v.conf:1: listen: \"localhost:1\" is not a numeric address like 0.0.0.0:8642");
    row("listen = 1.2.3.4:99999", "v.conf:1: listen: \"99999\" is not a port");
    row("log-level = loud",
        "v.conf:1: log-level: \"loud\" is not one of error, warning, info, debug");
    row("name =", "v.conf:1: name: a name of at most 200 characters is needed");
    row("names = a/b", "v.conf:1: names: \"a/b\" is not a host name or address");
    row("data =", "v.conf:1: data: a path is needed");
    row("data = a\ndata = b", "v.conf:2: \"data\" was set in line 1 already");
    row("certificate = a", "v.conf:1: certificate: a key is needed too");
    row("\nkey = a", "v.conf:2: key: a certificate is needed too");
    row("backup-every = 1h", "v.conf:1: backup-every: backup-dir is needed too");
    row("backup-dir = a\nbackup-every = 1y",
        "v.conf:2: backup-every: \"1y\" is not a time like 30m, 24h or 7d");
    row("working-hours = mon 8-17", "v.conf:1: working-hours: \"8-17\" is not a time like 08:00-17:30");
    row("working-hours = fri-mon 08:00-09:00",
        "v.conf:1: working-hours: \"fri-mon\" is not a day or days like mon-fri");
    row("working-hours = mon 10:00-12:00 11:00-13:00",
        "v.conf:1: working-hours: \"11:00-13:00\" begins before the time in front of it ends");
    row("working-hours = mon 10:00-12:00, mon-fri 13:00-14:00",
        "v.conf:1: working-hours: \"mon-fri\" names a day for the second time");
    row("working-hours =", "v.conf:1: working-hours: hours like mon-fri 08:00-18:00 are needed");
    row("time-zone = Mars/Base", "v.conf:1: time-zone: \"Mars/Base\" is not a time zone like Europe/Paris");
    row("holidays = 25.12.", "v.conf:1: holidays: \"25.12.\" is not a day like 2026-12-25");
    row("answer-within = urgent 1h",
        "v.conf:1: answer-within: \"urgent 1h\" is not a time like critical 1h or normal 30m");
    row("fix-within = low 1h, low 2h", "v.conf:1: fix-within: \"low\" is there twice");
    row("backup-dir = a\nbackup-keep = -1", "v.conf:2: backup-keep: \"-1\" is not a number of backups");
}

void TestSettings::problemsNameTheirLine()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, problem);
    const auto settings = fromText(text);
    QVERIFY(!settings);
    QCOMPARE(settings.error().code, ErrorCode::Invalid);
    QCOMPARE(settings.error().detail, problem);
}

void TestSettings::allProblemsAreToldAtOnce()
{
    const auto settings = fromText("a = 1\nlisten = x\nb\n");
    QVERIFY(!settings);
    QCOMPARE(settings.error().detail.count(QLatin1Char('\n')), 2);
}

void TestSettings::flagsWinOverTheEnvironmentWhichWinsOverTheFile()
{
    SettingsReader reader;
    reader.readText("name = file\ndata = /file\nlog-level = error\n", QStringLiteral("v.conf"));
    reader.readEnvironment({{QStringLiteral("VIGIE_NAME"), QStringLiteral("environment")},
                            {QStringLiteral("VIGIE_LOG_LEVEL"), QStringLiteral("debug")},
                            {QStringLiteral("VIGIE_OTHER"), QStringLiteral("ignored")}});
    reader.readFlags({{QStringLiteral("name"), QStringLiteral("flag")}});
    const auto settings = reader.finish();
    QVERIFY(settings);
    QCOMPARE(settings->name, QStringLiteral("flag"));
    QCOMPARE(settings->logLevel, LogLevel::Debug);
    QCOMPARE(settings->data, QStringLiteral("/file"));

    SettingsReader wrong;
    wrong.readEnvironment({{QStringLiteral("VIGIE_LOG_LEVEL"), QStringLiteral("loud")}});
    wrong.readFlags({{QStringLiteral("listen"), QStringLiteral("x")}});
    const auto problems = wrong.finish();
    QVERIFY(!problems);
    QVERIFY(problems.error().detail.startsWith(QStringLiteral("VIGIE_LOG_LEVEL: ")));
    QVERIFY(problems.error().detail.contains(QStringLiteral("\n--listen: ")));
}

void TestSettings::aMissingFileIsAProblem()
{
    SettingsReader reader;
    reader.readFile(QStringLiteral("/nowhere/v.conf"));
    const auto settings = reader.finish();
    QVERIFY(!settings);
    QVERIFY(settings.error().detail.startsWith(QStringLiteral("/nowhere/v.conf: ")));
}

void TestSettings::addressesAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("read");
    const auto row = [](const char *text, const char *read) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(read);
    };
    row("127.0.0.1", "127.0.0.1:8642");
    row("0.0.0.0:1", "0.0.0.0:1");
    row("[::1]:443", "[::1]:443");
    row("[::]", "[::]:8642");
    row("::1", "[::1]:8642");
    row("127.0.0.1:0", "127.0.0.1:0");
    for (const char *bad : {"", ":", "a", "1.2.3.4:", "1.2.3.4:x", "1.2.3.4:-1", "1.2.3.4:+1",
                            "1.2.3.4:65536", "[::1", "[::1]x", "[::1]:", "1.2.3", "[1.2.3.4.5]:1"})
        row(bad, "");
}

void TestSettings::addressesAreRead()
{
    QFETCH(QString, text);
    QFETCH(QString, read);
    const auto address = parseListenAddress(text, 8642);
    QCOMPARE(address.has_value(), !read.isEmpty());
    if (address)
        QCOMPARE(toText(*address), read);
}

void TestSettings::durationsAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ms");
    const auto row = [](const char *text, qint64 ms) {
        QTest::newRow(text) << QString::fromLatin1(text) << ms;
    };
    row("90s", 90'000);
    row("30m", 1'800'000);
    row("24h", 86'400'000);
    row("7d", 604'800'000);
    for (const char *bad : {"", "h", "1", "1.5h", "-1h", "0h", "59s", "367d", "1H", "1 h",
                            "9999999999d"})
        row(bad, 0);
}

void TestSettings::durationsAreRead()
{
    QFETCH(QString, text);
    QFETCH(qint64, ms);
    QCOMPARE(parseDuration(text).value_or(0), ms);
}

void TestSettings::backupsAreMadeWhenTheyAreDue()
{
    const qint64 then = 1'800'000'000'000;
    const qint64 hour = 3'600'000;
    const QStringList names{QStringLiteral("other"), backupName(then), QStringLiteral("vigie-x")};
    QCOMPARE(backupName(then), QStringLiteral("vigie-20270115-080000"));
    QVERIFY(isBackupDue({}, hour, then));
    QVERIFY(!isBackupDue(names, hour, then + hour - 1));
    QVERIFY(isBackupDue(names, hour, then + hour));
    QVERIFY(isBackupDue(names, hour, then - 2 * hour));
}

void TestSettings::onlySurplusBackupsOfOurOwnAreRemoved()
{
    const QStringList names{backupName(3'000'000), QStringLiteral("aaa"), backupName(1'000'000),
                            QStringLiteral("vigie-20270115-080000.unfinished"),
                            backupName(2'000'000)};
    QCOMPARE(surplusBackups(names, 2), QStringList{backupName(1'000'000)});
    QCOMPARE(surplusBackups(names, 3), QStringList());
    QCOMPARE(surplusBackups(names, 0), QStringList());
}

void TestSettings::choresRunWhenTheirTimeHasPassed()
{
    SetClock clock;
    int often = 0;
    int rarely = 0;
    Housekeeper keeper(clock, {{100, [&] { ++often; }}, {1000, [&] { ++rarely; }}});
    for (clock.now = 0; clock.now < 2000; clock.now += 50)
        keeper.tick();
    QCOMPARE(often, 20);
    QCOMPARE(rarely, 2);
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
