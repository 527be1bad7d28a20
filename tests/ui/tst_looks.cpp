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
#include "core/net/memorysecretstore.h"
#include "tests/ui/uisample.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QLocale>
#include <QTranslator>

using namespace vigie;

namespace {

/// Where pictures go when somebody wants to look at them: VIGIE_PICTURES=<folder>.
void keepPicture(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("VIGIE_PICTURES");
    QCoreApplication::processEvents(); // what is still being laid out
    if (!folder.isEmpty())
        widget.grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
}

} // namespace

class LooksTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { QCoreApplication::removeTranslator(&m_words); }

    void everyPageStandsInBothSchemes_data() { looks(); }
    void everyPageStandsInBothSchemes();
    void theDeskStandsInBothSchemes_data() { looks(); }
    void theDeskStandsInBothSchemes();
    void emptyPagesStandInBothSchemes_data() { looks(); }
    void emptyPagesStandInBothSchemes();

private:
    static void looks();
    /// "requests-dark-fr"
    static QString named(const char *page)
    {
        return QLatin1String(page) + QLatin1Char('-') + QString::fromLatin1(QTest::currentDataTag());
    }

    QTranslator m_words;
};

void LooksTest::looks()
{
    QTest::addColumn<int>("scheme");
    QTest::addColumn<QString>("language");
    for (const char *language : {"en", "fr"}) {
        QTest::addRow("light-%s", language) << int(Scheme::Light) << QString::fromLatin1(language);
        QTest::addRow("dark-%s", language) << int(Scheme::Dark) << QString::fromLatin1(language);
    }
}

void LooksTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("vigie|QObject")));
    QFETCH(int, scheme);
    QFETCH(QString, language);
    applyTheme(*qApp, Scheme(scheme));
    QLocale::setDefault(QLocale(language));
    QVERIFY(m_words.load(QStringLiteral(":/translations/vigie_%1.qm").arg(language)));
    QVERIFY(QCoreApplication::installTranslator(&m_words));
}

void LooksTest::everyPageStandsInBothSchemes()
{
    UiWorld world;
    fillEmployee(world);
    MainWindow window(*world.workspace, world.prompt, world.systemClock);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QTRY_VERIFY(window.findChild<QWidget *>(QStringLiteral("messageBodyView")));
    QTRY_COMPARE(world.workspace->status().phase, SyncStatus::Phase::Offline);
    keepPicture(window, named("requests"));

    window.showPage(QStringLiteral("report"));
    auto *title = window.findChild<QLineEdit *>(QStringLiteral("reportTitleEdit"));
    title->setText(QStringLiteral("The scanner next to the kitchen beeps without end"));
    world.prompt.files = {QStringLiteral(":/icons/alert.svg"),
                          world.folder.path() + QStringLiteral("/gone.txt")};
    window.report()->chooseFiles();
    QTRY_COMPARE(window.report()->draft().attachments.size(), 1);
    keepPicture(window, named("report"));
    QTest::mouseClick(window.findChild<QWidget *>(QStringLiteral("sendReportButton")),
                      Qt::LeftButton);
    QTRY_COMPARE(window.currentPage(), QStringLiteral("requests"));
    QTRY_COMPARE(world.workspace->status().waiting, 1);
    keepPicture(window, named("sent"));
    window.showPage(QStringLiteral("outbox"));
    QTRY_VERIFY(window.findChild<QWidget *>(QStringLiteral("outboxDiscardButton")));
    window.findChild<QAbstractButton *>(QStringLiteral("outboxDiscardButton"))->click();
    QTRY_VERIFY(window.findChild<QWidget *>(QStringLiteral("outboxRestoreButton")));
    keepPicture(window, named("bin"));
    auto *palette = window.findChild<CommandPalette *>(QStringLiteral("commandPalette"));
    palette->summon();
    keepPicture(*palette, named("palette"));
    palette->reject();

    net::MemorySecretStore secrets;
    AccountService accounts(world.folder.path(), secrets, nullptr);
    SignInPage page(accounts, nullptr);
    page.resize(560, 680);
    page.show();
    keepPicture(page, named("signin"));
    PreferencesDialog preferences(Preferences(), &window);
    preferences.setAttribute(Qt::WA_DeleteOnClose, false);
    preferences.show();
    keepPicture(preferences, named("preferences"));
    preferences.findChild<QAbstractButton *>(QStringLiteral("preferencesPagesChip1"))->click();
    keepPicture(preferences, named("notifications"));
}

void LooksTest::theDeskStandsInBothSchemes()
{
    UiWorld world;
    fillAgent(world, true);
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
    window.openTicket(QStringLiteral("1046"));
    QTRY_VERIFY(window.findChild<QWidget *>(QStringLiteral("relationPills"))->isVisible());
    keepPicture(window, named("desk"));
    window.findChild<QAbstractButton *>(QStringLiteral("moreFieldsButton"))->click();
    window.findChild<QAbstractButton *>(QStringLiteral("noteTab"))->click();
    keepPicture(window, named("note"));
    window.openTicket(QStringLiteral("1042"));
    QTRY_VERIFY(window.findChild<QWidget *>(QStringLiteral("conflictCard")));
    keepPicture(window, named("conflict"));
    window.resize(window.width(), 1200); // all cards at once
    window.showPage(QStringLiteral("outbox"));
    QTRY_COMPARE(window.findChildren<QWidget *>(QStringLiteral("outboxCard")).size(), 5);
    keepPicture(window, named("outbox"));
}

void LooksTest::emptyPagesStandInBothSchemes()
{
    UiWorld world;
    QVERIFY(world.say(world.directory()));
    QVERIFY(world.enter(world.ben));
    MainWindow window(*world.workspace, world.prompt, world.systemClock);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QTRY_COMPARE(world.workspace->status().phase, SyncStatus::Phase::Offline);
    keepPicture(window, named("empty-queue"));
    window.showPage(QStringLiteral("requests"));
    QTRY_VERIFY(window.requests()->findChild<QWidget *>(QStringLiteral("pageEmptyState"))->isVisible());
    keepPicture(window, named("empty-requests"));
    window.showPage(QStringLiteral("outbox"));
    keepPicture(window, named("empty-outbox"));
}

QTEST_MAIN(LooksTest)
#include "tst_looks.moc"
