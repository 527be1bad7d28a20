// SPDX-License-Identifier: GPL-3.0-or-later
// Every key can be chosen anew: the sheet, what follows it, and what is kept.
#include "app/desktop/settings.h"
#include "app/shell/commandregistry.h"
#include "app/shell/keychoices.h"
#include "app/shell/mainwindow.h"
#include "app/shell/shortcutsheet.h"
#include "app/requests/requestspage.h"
#include "app/requests/requestview.h"
#include "app/widgets/banner.h"
#include "app/widgets/button.h"
#include "app/widgets/theme.h"
#include "tests/ui/facedwindow.h"

#include <QAction>
#include <QKeySequenceEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>

using namespace vigie;

namespace {

QKeySequence keys(const char *text)
{
    return QKeySequence(QLatin1String(text));
}

} // namespace

class TestShortcuts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void init() { QVERIFY(m_faced.open(true)); }
    void cleanup() { m_faced.close(); }

    void aKeyIsChosenByPressingItAndWorksAtOnce();
    void escapeLeavesTheKeysAsTheyWere();
    void aTakenKeyIsToldAndNothingChanges_data();
    void aTakenKeyIsToldAndNothingChanges();
    void aTakenKeyCanBeUsedHereInstead();
    void usualKeysThatSomebodyElseGotAreToldToo();
    void aCommandCanHaveNoKeysAndGetTheUsualOnesBack();
    void allKeysBecomeUsualAgainOnlyAfterAsking();
    void keysAreFoundAsTheyAreWritten();
    void theSheetIsPrintedWithEveryKey();
    void thoseOfACommandThatStandsOnTwoPagesAreOne();
    void whatWasChosenIsKeptAsText();
    void whatCannotBeReadLeavesTheUsualKeys_data();
    void whatCannotBeReadLeavesTheUsualKeys();
    void settingsKeepWhatWasChosen();

private:
    [[nodiscard]] CommandRegistry &registry() const { return m_faced.window->commands(); }
    [[nodiscard]] QList<QKeySequence> keysOf(const char *id) const
    {
        return registry().action(QLatin1String(id))->shortcuts();
    }
    template<class T>
    [[nodiscard]] T *part(const char *name) const
    {
        return m_sheet->findChild<T *>(QLatin1String(name));
    }
    [[nodiscard]] QTreeWidget *tree() const { return part<QTreeWidget>("shortcutTree"); }
    void openSheet()
    {
        registry().run(QStringLiteral("app.shortcuts"));
        m_sheet = m_faced.window->findChild<ShortcutSheet *>();
        QVERIFY(m_sheet && m_sheet->isVisible());
    }
    [[nodiscard]] QTreeWidgetItem *row(const char *id) const
    {
        for (QTreeWidgetItemIterator it(tree()); *it; ++it) {
            if ((*it)->data(0, Qt::UserRole).toString() == QLatin1String(id))
                return *it;
        }
        return nullptr;
    }
    /// Chooses the command's row, asks for new keys and presses one.
    void press(const char *id, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QVERIFY(row(id));
        tree()->setCurrentItem(row(id));
        QTest::mouseClick(part<Button>("shortcutChangeButton"), Qt::LeftButton);
        auto *edit = tree()->findChild<QKeySequenceEdit *>(QStringLiteral("shortcutKeysEdit"));
        QVERIFY(edit);
        QSignalSpy gone(edit, &QObject::destroyed);
        QTest::keyClick(edit, key, modifiers);
        // It waits a moment for another key.
        QVERIFY(gone.count() > 0 || gone.wait());
        QCoreApplication::processEvents();
    }
    [[nodiscard]] QString menuWords() const
    {
        QString words;
        for (const QAction *menu : m_faced.window->menuBar()->actions()) {
            for (const QAction *action : menu->menu()->actions())
                words += action->text() + QLatin1Char('\n');
        }
        return words;
    }

    FacedWindow m_faced;
    ShortcutSheet *m_sheet = nullptr;
};

void TestShortcuts::aKeyIsChosenByPressingItAndWorksAtOnce()
{
    openSheet();
    QSignalSpy chosen(&registry(), &CommandRegistry::keysChosen);
    press("ticket.take", Qt::Key_Y);
    QCOMPARE(keysOf("ticket.take"), QList<QKeySequence>{keys("Y")});
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(row("ticket.take")->text(1), QStringLiteral("Y"));
    QCOMPARE(tree()->currentItem(), row("ticket.take"));
    QCOMPARE(registry().action(QStringLiteral("ticket.take"))->toolTip(),
             QStringLiteral("Take the ticket (Y)"));
    QVERIFY(menuWords().contains(QLatin1String("Take the ticket\tY\n")));
    QVERIFY(!menuWords().contains(QLatin1String("Take the ticket\tM\n")));
}

void TestShortcuts::escapeLeavesTheKeysAsTheyWere()
{
    openSheet();
    const QList<QKeySequence> before = keysOf("ticket.take");
    press("ticket.take", Qt::Key_Escape);
    QCOMPARE(keysOf("ticket.take"), before);
    QVERIFY(registry().choices().isEmpty());
    QVERIFY(m_sheet->isVisible());
}

void TestShortcuts::aTakenKeyIsToldAndNothingChanges_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("other");
    QTest::newRow("the same key") << int(Qt::Key_A) << QStringLiteral("Assign…");
    QTest::newRow("the beginning of two keys") << int(Qt::Key_G) << QStringLiteral("Queue");
}

void TestShortcuts::aTakenKeyIsToldAndNothingChanges()
{
    QFETCH(int, key);
    QFETCH(QString, other);
    openSheet();
    const QList<QKeySequence> before = keysOf("ticket.take");
    press("ticket.take", Qt::Key(key));
    QCOMPARE(keysOf("ticket.take"), before);
    QVERIFY(registry().choices().isEmpty());
    const auto *banner = part<Banner>("shortcutBanner");
    QVERIFY(banner->isVisible());
    QVERIFY2(banner->text().contains(other), qPrintable(banner->text()));
}

void TestShortcuts::aTakenKeyCanBeUsedHereInstead()
{
    openSheet();
    press("ticket.take", Qt::Key_G);
    QTest::mouseClick(part<Banner>("shortcutBanner")->actionButton(), Qt::LeftButton);
    QCOMPARE(keysOf("ticket.take"), QList<QKeySequence>{keys("G")});
    // Whatever began with it had to go, and nothing else.
    for (const char *id : {"go.queue", "go.requests", "go.outbox", "go.notices"})
        QVERIFY2(keysOf(id).isEmpty(), id);
    QCOMPARE(keysOf("ticket.assign"), QList<QKeySequence>{keys("A")});
    QVERIFY(!part<Banner>("shortcutBanner")->isVisible());

    // Of two keys only the one that is in the way goes.
    QCOMPARE(keysOf("app.shortcuts").size(), 2);
    press("ticket.take", Qt::Key_F1);
    QTest::mouseClick(part<Banner>("shortcutBanner")->actionButton(), Qt::LeftButton);
    QCOMPARE(keysOf("app.shortcuts"), QList<QKeySequence>{keys("?")});
}

void TestShortcuts::usualKeysThatSomebodyElseGotAreToldToo()
{
    registry().setChoices({{QStringLiteral("ticket.take"), {keys("Y")}},
                           {QStringLiteral("ticket.assign"), {keys("M")}}});
    openSheet();
    tree()->setCurrentItem(row("ticket.take"));
    QVERIFY(part<Button>("shortcutUsualButton")->isEnabled());
    QTest::mouseClick(part<Button>("shortcutUsualButton"), Qt::LeftButton);
    QCOMPARE(keysOf("ticket.take"), QList<QKeySequence>{keys("Y")});
    QVERIFY(part<Banner>("shortcutBanner")->text().contains(QStringLiteral("Assign…")));
}

void TestShortcuts::aCommandCanHaveNoKeysAndGetTheUsualOnesBack()
{
    openSheet();
    const QList<QKeySequence> before = keysOf("app.shortcuts");
    tree()->setCurrentItem(row("app.shortcuts"));
    auto *usual = part<Button>("shortcutUsualButton");
    QVERIFY(!usual->isEnabled());
    QTest::mouseClick(part<Button>("shortcutRemoveButton"), Qt::LeftButton);
    QVERIFY(keysOf("app.shortcuts").isEmpty());
    QVERIFY(!part<Button>("shortcutRemoveButton")->isEnabled());
    QTest::mouseClick(usual, Qt::LeftButton);
    QCOMPARE(keysOf("app.shortcuts"), before);
    QVERIFY(registry().choices().isEmpty());
}

void TestShortcuts::allKeysBecomeUsualAgainOnlyAfterAsking()
{
    registry().setChoices({{QStringLiteral("ticket.take"), {keys("Y")}}});
    openSheet();
    auto *all = part<Button>("shortcutAllUsualButton");
    QTest::mouseClick(all, Qt::LeftButton);
    QCOMPARE(keysOf("ticket.take"), QList<QKeySequence>{keys("Y")});
    m_faced.world->prompt.answers = {true};
    QTest::mouseClick(all, Qt::LeftButton);
    QCOMPARE(keysOf("ticket.take"), QList<QKeySequence>{keys("M")});
    QVERIFY(!all->isEnabled());
}

void TestShortcuts::keysAreFoundAsTheyAreWritten()
{
    openSheet();
    QTest::keyClicks(part<QLineEdit>("shortcutField"), QStringLiteral("ctrl+shift+n"));
    QTRY_VERIFY(!row("ticket.take"));
    QVERIFY(row("report.shot"));
}

void TestShortcuts::theSheetIsPrintedWithEveryKey()
{
    registry().setChoices({{QStringLiteral("ticket.take"), {keys("Ctrl+Y")}}});
    openSheet();
    QTest::mouseClick(part<Button>("shortcutPrintButton"), Qt::LeftButton);
    QCOMPARE(m_faced.world->prompt.printed.size(), 1);
    const QString words = m_faced.world->prompt.printed.first();
    for (const Command &command : registry().commands()) {
        const QString shown = CommandRegistry::keysText(*command.action);
        if (!shown.isEmpty())
            QVERIFY2(words.contains(shown) && words.contains(command.group), qPrintable(shown));
    }
}

void TestShortcuts::thoseOfACommandThatStandsOnTwoPagesAreOne()
{
    QAction *registered = nullptr;
    QAction *twin = nullptr;
    for (QAction *action : m_faced.window->requests()->findChildren<QAction *>()) {
        registered = registry().action(action->objectName());
        twin = action;
        if (registered && registered != twin && !twin->shortcuts().isEmpty())
            break;
    }
    QVERIFY(registered && twin && registered != twin);
    QCOMPARE(twin->shortcuts(), registered->shortcuts());
    registry().chooseKeys(registered->objectName(), {keys("Ctrl+Alt+Y")});
    QCOMPARE(twin->shortcuts(), QList<QKeySequence>{keys("Ctrl+Alt+Y")});
}

void TestShortcuts::whatWasChosenIsKeptAsText()
{
    const KeyChoices choices{{QStringLiteral("a.b"), {keys("Ctrl+Shift+Y"), keys("G, Q")}},
                             {QStringLiteral("c.d"), {}}};
    QCOMPARE(keyChoicesFrom(textOf(choices)), choices);
    QVERIFY(textOf({}).isEmpty());
}

void TestShortcuts::whatCannotBeReadLeavesTheUsualKeys_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("no JSON") << QStringLiteral("{\"a.b\":");
    QTest::newRow("no list") << QStringLiteral("{\"a.b\":\"T\"}");
    QTest::newRow("no key") << QStringLiteral("{\"a.b\":[\"Hyper+Nonsense\"]}");
    QTest::newRow("an empty key") << QStringLiteral("{\"a.b\":[\"\"]}");
    QTest::newRow("a number") << QStringLiteral("{\"a.b\":[7]}");
}

void TestShortcuts::whatCannotBeReadLeavesTheUsualKeys()
{
    QFETCH(QString, text);
    QVERIFY(keyChoicesFrom(text).isEmpty());
}

void TestShortcuts::settingsKeepWhatWasChosen()
{
    const QTemporaryDir folder;
    const KeyChoices choices{{QStringLiteral("ticket.take"), {keys("Ctrl+,"), keys("%")}}};
    {
        Settings settings(folder.path(), nullptr, nullptr);
        settings.setText(SettingKey::Shortcuts, textOf(choices));
        QVERIFY(settings.flush());
    }
    const Settings again(folder.path(), nullptr, nullptr);
    QCOMPARE(keyChoicesFrom(again.text(SettingKey::Shortcuts)), choices);
}

QTEST_MAIN(TestShortcuts)
#include "tst_shortcuts.moc"
