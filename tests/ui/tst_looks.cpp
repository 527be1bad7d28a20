// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/account/preferencesdialog.h"
#include "app/account/signinpage.h"
#include "app/report/reportpage.h"
#include "app/requests/requestspage.h"
#include "app/shell/commandpalette.h"
#include "app/shell/agentscreen.h"
#include "app/queue/queuepage.h"
#include "app/shell/mainwindow.h"
#include "app/widgets/theme.h"
#include "core/model/lifecycle.h"
#include "core/net/memorysecretstore.h"
#include "tests/ui/uiworld.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace vigie;

namespace {

/// Where pictures go when somebody wants to look at them: VIGIE_PICTURES=<folder>.
void keepPicture(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("VIGIE_PICTURES");
    if (!folder.isEmpty())
        widget.grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
}

void fillEmployee(UiWorld &world)
{
    QVERIFY(world.reopen());
    const Person anna = world.anna;
    const Person ben = world.ben;
    const QString feed = UiWorld::personFeed(anna);
    struct Sample {
        const char *title;
        PublicState state;
    };
    const Sample samples[] = {
        {"The printer on floor 2 prints blank pages", PublicState::InProgress},
        {"I cannot open the shared calendar of the sales team any more", PublicState::NeedsYou},
        {"Laptop battery lasts twenty minutes", PublicState::Fixed},
        {"New headset for the call centre", PublicState::Received},
        {"VPN disconnects every ten minutes when I work from home", PublicState::Closed},
    };
    QList<wire::Change> changes;
    qint64 number = 1042;
    for (const Sample &sample : samples) {
        world.clock.at += 1'300'000;
        const Ticket made = world.request(QString::fromUtf8(sample.title), number++, sample.state,
                                          anna, ben);
        changes.append(world.said(feed, made));
        changes.append(world.said(
            feed, world.message(made, anna,
                                QStringLiteral("Since this morning every page comes out blank. I "
                                               "turned it off and on again, and replaced the "
                                               "paper. The display says “ready”."),
                                MessageKind::Report)));
        if (sample.state != PublicState::Received) {
            world.clock.at += 600'000;
            changes.append(world.said(
                feed, world.message(made, ben,
                                    QStringLiteral("Good morning Anna, thank you for telling us. "
                                                   "Does the test page from the printer's own menu "
                                                   "come out blank as well?"))));
            world.clock.at += 60'000;
            changes.append(world.said(
                feed, world.message(made, anna, QStringLiteral("Yes, that one is blank too."))));
        }
    }
    VERIFY_OK(world.apply(anna, changes));
    QVERIFY(world.enter(anna));
}

void fillAgent(UiWorld &world)
{
    QVERIFY(world.reopen());
    const Person ben = world.ben;
    const QString desk = UiWorld::queueFeed(world.desk);
    QList<wire::Change> changes;
    Queue first;
    first.id = world.desk;
    first.name = QStringLiteral("Service desk");
    Queue second;
    second.id = world.field;
    second.name = QStringLiteral("Workstations");
    changes.append(world.said(UiWorld::staffFeed(), first));
    changes.append(world.said(UiWorld::staffFeed(), second));
    changes.append(world.said(UiWorld::staffFeed(), ben));
    const char *const titles[] = {"The printer on floor 2 prints blank pages",
                                  "No access to the shared calendar since the migration",
                                  "Laptop battery lasts twenty minutes",
                                  "VPN disconnects every ten minutes",
                                  "New colleague starts on Monday: account and laptop",
                                  "Invoice program closes when a PDF is attached"};
    const State states[] = {State::New,           State::Open,     State::WaitingRequester,
                            State::WaitingVendor, State::Scheduled, State::Resolved};
    for (int i = 0; i < 6; ++i) {
        world.clock.at += 900'000;
        Ticket made = world.ticket(QString::fromUtf8(titles[i]), i % 3 == 2 ? world.field : world.desk,
                                   1042 + i);
        made.state = states[i];
        made.publicState = publicState(states[i]);
        made.priority = Priority(1 + i % 4);
        made.requesterName = QStringLiteral("Anna Œhler");
        if (i % 2) {
            made.owner = ben.id;
            made.ownerName = ben.name;
        }
        const QString feed = UiWorld::queueFeed(made.queue);
        changes.append(world.said(feed, made));
        changes.append(world.said(
            feed, world.message(made, world.anna,
                                QStringLiteral("It worked on Friday. Since this morning nothing "
                                               "helps, and the month's end is near."),
                                MessageKind::Report)));
        changes.append(world.said(feed, world.message(made, ben,
                                                      QStringLiteral("Looks like the same driver "
                                                                     "as last month."),
                                                      MessageKind::Note)));
        changes.append(world.said(
            feed, world.message(made, ben, QStringLiteral("Thank you, we are looking at it."))));
    }
    VERIFY_OK(world.apply(ben, changes));
    QVERIFY(world.enter(ben));
}

} // namespace

class LooksTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("vigie|QObject"))); }

    void everyPageStandsInBothSchemes_data();
    void everyPageStandsInBothSchemes();
    void theDeskStandsInBothSchemes_data() { everyPageStandsInBothSchemes_data(); }
    void theDeskStandsInBothSchemes();
};

void LooksTest::everyPageStandsInBothSchemes_data()
{
    QTest::addColumn<int>("scheme");
    QTest::newRow("light") << int(Scheme::Light);
    QTest::newRow("dark") << int(Scheme::Dark);
}

void LooksTest::everyPageStandsInBothSchemes()
{
    QFETCH(int, scheme);
    const QString look = QString::fromLatin1(QTest::currentDataTag());
    applyTheme(*qApp, Scheme(scheme));
    UiWorld world;
    fillEmployee(world);
    MainWindow window(*world.workspace, world.prompt, world.systemClock);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QTRY_VERIFY(window.findChild<QWidget *>(QStringLiteral("messageBodyLabel")));
    QTRY_COMPARE(world.workspace->status().phase, SyncStatus::Phase::Offline);
    keepPicture(window, QStringLiteral("requests-") + look);

    window.showPage(QStringLiteral("report"));
    auto *title = window.findChild<QLineEdit *>(QStringLiteral("reportTitleEdit"));
    title->setText(QStringLiteral("The scanner next to the kitchen beeps without end"));
    keepPicture(window, QStringLiteral("report-") + look);
    QTest::mouseClick(window.findChild<QWidget *>(QStringLiteral("sendReportButton")),
                      Qt::LeftButton);
    QTRY_COMPARE(window.currentPage(), QStringLiteral("requests"));
    QTRY_COMPARE(world.workspace->status().waiting, 1);
    keepPicture(window, QStringLiteral("sent-") + look);
    window.showPage(QStringLiteral("outbox"));
    QTRY_VERIFY(window.findChild<QWidget *>(QStringLiteral("outboxDiscardButton")));
    keepPicture(window, QStringLiteral("outbox-") + look);
    auto *palette = window.findChild<CommandPalette *>(QStringLiteral("commandPalette"));
    palette->summon();
    keepPicture(*palette, QStringLiteral("palette-") + look);
    palette->reject();

    net::MemorySecretStore secrets;
    AccountService accounts(world.folder.path(), secrets, nullptr);
    SignInPage page(accounts, nullptr);
    page.resize(560, 680);
    page.show();
    keepPicture(page, QStringLiteral("signin-") + look);
    PreferencesDialog preferences(Preferences(), &window);
    preferences.setAttribute(Qt::WA_DeleteOnClose, false);
    preferences.show();
    keepPicture(preferences, QStringLiteral("preferences-") + look);
}

void LooksTest::theDeskStandsInBothSchemes()
{
    QFETCH(int, scheme);
    applyTheme(*qApp, Scheme(scheme));
    UiWorld world;
    fillAgent(world);
    MainWindow window(*world.workspace, world.prompt, world.systemClock);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    auto *list = window.findChild<QAbstractItemView *>(QStringLiteral("ticketListView"));
    QVERIFY(list);
    auto *queue = window.findChild<QueuePage *>();
    QVERIFY(queue);
    queue->showScope(ListScope::All);
    QTRY_COMPARE(list->model()->rowCount(), 5); // the resolved one is not open
    QTRY_COMPARE(world.workspace->status().phase, SyncStatus::Phase::Offline);
    keepPicture(window, QStringLiteral("desk-%1").arg(QString::fromLatin1(QTest::currentDataTag())));
}

QTEST_MAIN(LooksTest)
#include "tst_looks.moc"
