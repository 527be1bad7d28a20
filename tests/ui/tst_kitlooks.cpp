// SPDX-License-Identifier: GPL-3.0-or-later
// The whole kit on the page, in both schemes and with words that are 40 % longer: nothing is cut,
// nothing is nameless, nothing is hard to read.
#include "app/platform/machinefacts.h"
#include "app/platform/machineprobes.h"
#include "app/report/factspanel.h"
#include "app/shell/mainwindow.h"
#include "app/report/reportpage.h"
#include "app/widgets/button.h"
#include "app/widgets/theme.h"
#include "tests/ui/lookcheck.h"
#include "tests/ui/uisample.h"

#include <QApplication>
#include <QLineEdit>

using namespace vigie;

class TestKitLooks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theWholeKitCanBeReadAndNamed_data() { looks(); }
    void theWholeKitCanBeReadAndNamed();

private:
    static void looks();
    static QList<MachineProbe> sample(qint64 now);
    /// Where pictures go when somebody wants to look at them: VIGIE_PICTURES=<folder>.
    static void keepPicture(QWidget &widget, const char *name);

    looks::LongWords m_longWords;
};

void TestKitLooks::looks()
{
    QTest::addColumn<int>("scheme");
    QTest::addColumn<bool>("longWords");
    QTest::newRow("light") << int(Scheme::Light) << false;
    QTest::newRow("dark") << int(Scheme::Dark) << false;
    QTest::newRow("light-long") << int(Scheme::Light) << true;
}

void TestKitLooks::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("vigie|QObject")));
    QFETCH(int, scheme);
    QFETCH(bool, longWords);
    QLocale::setDefault(QLocale(QStringLiteral("en")));
    if (longWords)
        QCoreApplication::installTranslator(&m_longWords);
    applyTheme(*qApp, Scheme(scheme));
}

void TestKitLooks::cleanup()
{
    QCoreApplication::removeTranslator(&m_longWords);
}

void TestKitLooks::keepPicture(QWidget &widget, const char *name)
{
    const QString folder = qEnvironmentVariable("VIGIE_PICTURES");
    QCoreApplication::processEvents(); // what is still being laid out
    if (!folder.isEmpty()) {
        widget.grab().save(QStringLiteral("%1/%2-%3.png")
                               .arg(folder, QLatin1String(name),
                                    QLatin1String(QTest::currentDataTag())));
    }
}

QList<MachineProbe> TestKitLooks::sample(qint64 now)
{
    constexpr qint64 hour = 3'600'000;
    const auto fact = [](const char *key, const char *value) {
        return [=] { return machine::factState(key, QString::fromUtf8(value)); };
    };
    return {fact("host", "anna-laptop"),
            fact("os", "Debian GNU/Linux 12 (bookworm)"),
            fact("memory", "3221225472/17179869184"),
            fact("network", "wireless+vpn"),
            fact("disk.home", "12884901888/536870912000"),
            [now] { return machine::startState(now - 3 * hour); },
            fact("updates", "2026-03-01T10:00Z firefox-esr +12; 2026-02-20T08:12Z libreoffice-core"),
            [now] {
                MachineState state;
                state.events = {{MachineEvent::Kind::Update, now - 4 * hour,
                                 QStringLiteral("firefox-esr"), 12},
                                {MachineEvent::Kind::Device, now - hour,
                                 QStringLiteral("LaserJet Pro MFP 4102fdw"), 0}};
                return state;
            }};
}

void TestKitLooks::theWholeKitCanBeReadAndNamed()
{
    UiWorld world;
    fillEmployee(world);
    MachineFacts machine(sample(world.systemClock.nowMs()), 60'000, nullptr);
    ReportPorts ports;
    ports.machine = &machine;
    MainWindow window(*world.workspace, world.prompt, world.systemClock, nullptr, ports);
    window.resize(1240, 1000);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    window.showPage(QStringLiteral("report"));
    auto *panel = window.report()->findChild<FactsPanel *>();
    QTRY_VERIFY(panel->isVisible());
    window.report()
        ->findChild<QLineEdit *>(QStringLiteral("reportTitleEdit"))
        ->setText(QStringLiteral("The scanner next to the kitchen beeps without end"));
    keepPicture(window, "kit-closed");
    panel->findChild<Button *>(QStringLiteral("factsLineButton"))->click();
    window.resize(1240, 2000);
    keepPicture(window, "kit-open");
    const QStringList nameless = looks::unnamed(*window.report());
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
    const QStringList cut = looks::clipped(*window.report());
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QLatin1Char('\n'))));
    const QStringList faint = looks::unreadable(*window.report(), 4.5);
    QVERIFY2(faint.isEmpty(), qPrintable(faint.join(QLatin1Char('\n'))));
}

QTEST_MAIN(TestKitLooks)
#include "tst_kitlooks.moc"
