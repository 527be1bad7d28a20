// SPDX-License-Identifier: GPL-3.0-or-later
// What the computer tells comes after the page is there: it must not move what is being filled in.
#include "app/platform/machinefacts.h"
#include "app/platform/machineprobes.h"
#include "app/report/reportpage.h"
#include "app/widgets/button.h"
#include "app/widgets/theme.h"
#include "tests/ui/uisample.h"

#include <QApplication>
#include <QCheckBox>
#include <QSemaphore>

using namespace vigie;
using namespace vigie::machine;

class TestLateFacts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }

    void whatIsFoundLateMovesNothing_data();
    void whatIsFoundLateMovesNothing();
};

void TestLateFacts::whatIsFoundLateMovesNothing_data()
{
    QTest::addColumn<int>("events");
    QTest::newRow("nothing") << 0;
    QTest::newRow("one thing") << 1;
    QTest::newRow("more than a row holds") << 4;
}

void TestLateFacts::whatIsFoundLateMovesNothing()
{
    QFETCH(int, events);
    const qint64 now = SystemClock().nowMs();
    const auto gate = std::make_shared<QSemaphore>();
    QList<MachineProbe> probes{[gate] {
        gate->acquire();
        return factState("host", QStringLiteral("late"));
    }};
    for (int i = 0; i < events; ++i)
        probes.append([now, i] { return startState(now - (i + 1) * 60'000); });
    UiWorld world;
    fillEmployee(world);
    MachineFacts machine(probes, 60'000, nullptr);
    ReportPorts ports;
    ports.machine = &machine;
    ReportPage report(*world.workspace, world.prompt, world.systemClock, nullptr, ports);
    ReportPage *page = &report;
    page->resize(620, 900);
    page->show();
    QCoreApplication::processEvents();
    const auto places = [page] {
        QList<int> tops;
        for (const char *name : {"justBeforePanel", "reportWho", "reportUrgency", "factsPanel"}) {
            auto *part = page->findChild<QWidget *>(QLatin1String(name));
            tops.append(part->mapTo(page, QPoint()).y());
            tops.append(part->height());
        }
        return tops;
    };
    const QList<int> before = places();
    gate->release();
    QTRY_VERIFY(page->findChild<QCheckBox *>(QStringLiteral("factCheck.host")));
    QCoreApplication::processEvents();
    QCOMPARE(places(), before);

    auto *more = page->findChild<Button *>(QStringLiteral("justBeforeMoreButton"));
    QCOMPARE(more->isVisible(), events == 4);
    if (events < 4)
        return;
    const auto last = page->findChild<Button *>(QStringLiteral("justBeforeChip.3"));
    QVERIFY(!last->isVisible());
    more->click();
    QVERIFY(last->isVisible());
    QVERIFY(!more->isVisible());
}

QTEST_MAIN(TestLateFacts)
#include "tst_latefacts.moc"
