// SPDX-License-Identifier: GPL-3.0-or-later
// The one registry of commands: what it promises to menus, palette, shortcuts and screen readers.
#include "app/outbox/outboxpage.h"
#include "app/queue/queuepage.h"
#include "app/report/reportpage.h"
#include "app/requests/requestspage.h"
#include "app/shell/agentscreen.h"
#include "app/shell/commandpalette.h"
#include "app/shell/commandregistry.h"
#include "app/shell/mainwindow.h"
#include "app/ticket/ticketpage.h"
#include "app/widgets/theme.h"
#include "tests/ui/facedwindow.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace vigie;

class TestCommands final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void cleanup() { m_faced.close(); }

    void everyCommandHasANameAPathAnIconAndAHint_data() { faces(); }
    void everyCommandHasANameAPathAnIconAndAHint();
    void noTwoCommandsAnswerTheSameKeys_data() { faces(); }
    void noTwoCommandsAnswerTheSameKeys();
    void thePaletteListsEveryCommandOnce_data() { faces(); }
    void thePaletteListsEveryCommandOnce();
    void theMenusListEveryCommandOnce_data() { faces(); }
    void theMenusListEveryCommandOnce();
    void everyCommandRunsFromThePalette_data() { faces(); }
    void everyCommandRunsFromThePalette();
    void aPagesCommandFirstBringsItsPage();
    void aCommandIsFoundWithoutItsAccents();

private:
    static void faces() { FacedWindow::faces(); }
    [[nodiscard]] bool open(bool agent) { return m_faced.open(agent); }
    [[nodiscard]] const QList<Command> &commands() const { return m_faced.window->commands().commands(); }
    [[nodiscard]] CommandPalette *palette() const
    {
        return m_faced.window->findChild<CommandPalette *>(QStringLiteral("commandPalette"));
    }
    void closeWhatOpened();

    FacedWindow m_faced;
};

namespace {

QString plain(QString text)
{
    return text.remove(QLatin1Char('&')).section(QLatin1Char('\t'), 0, 0);
}

/// Whether the keyboard can be where both shortcuts listen.
bool scopesMeet(const QAction *a, const QAction *b)
{
    const QList<QObject *> first = a->associatedObjects();
    const QList<QObject *> second = b->associatedObjects();
    const auto widgets = [](const QList<QObject *> &objects) {
        QList<QWidget *> found;
        for (QObject *object : objects) {
            auto *widget = qobject_cast<QWidget *>(object);
            if (widget && !qobject_cast<QMenu *>(widget))
                found.append(widget);
        }
        return found;
    };
    for (const QWidget *one : widgets(first)) {
        for (const QWidget *other : widgets(second)) {
            if (one == other || one->isAncestorOf(other) || other->isAncestorOf(one))
                return true;
        }
    }
    return false;
}

} // namespace

void TestCommands::closeWhatOpened()
{
    while (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
    for (QDialog *dialog : m_faced.window->findChildren<QDialog *>()) {
        if (dialog->isVisible())
            dialog->reject();
    }
}

void TestCommands::everyCommandHasANameAPathAnIconAndAHint()
{
    QFETCH(bool, agent);
    QVERIFY(open(agent));
    QVERIFY(commands().size() > (agent ? 35 : 15));
    QSet<QString> ids;
    QSet<QString> names;
    for (const Command &command : commands()) {
        const QByteArray named = command.id.toUtf8();
        const char *id = named.constData();
        QVERIFY2(!ids.contains(command.id), id);
        ids.insert(command.id);
        QVERIFY2(command.id.contains(QLatin1Char('.')), id);
        QVERIFY2(!command.group.isEmpty(), id);
        const QString name = plain(command.action->text());
        QVERIFY2(name.size() > 2, id);
        // The same words in the same menu would be a guess.
        const QString path = command.group + QLatin1Char('/') + name;
        QVERIFY2(!names.contains(path), qPrintable(path));
        names.insert(path);
        QVERIFY2(!command.action->icon().isNull(), id);
        QVERIFY2(command.action->toolTip().startsWith(name), id);
        if (!command.action->shortcut().isEmpty())
            QVERIFY2(command.action->toolTip().size() > name.size(), id);
    }
}

void TestCommands::noTwoCommandsAnswerTheSameKeys()
{
    QFETCH(bool, agent);
    QVERIFY(open(agent));
    // Every action with keys, registered or not: the composer's live on two pages.
    QList<const QAction *> all;
    for (const QAction *action : m_faced.window->findChildren<QAction *>()) {
        if (!action->shortcuts().isEmpty())
            all.append(action);
    }
    QVERIFY(all.size() > 10);
    for (qsizetype i = 0; i < all.size(); ++i) {
        for (qsizetype k = i + 1; k < all.size(); ++k) {
            for (const QKeySequence &one : all[i]->shortcuts()) {
                for (const QKeySequence &other : all[k]->shortcuts()) {
                    // "G" would swallow the beginning of "G, Q".
                    const bool clash = one.matches(other) != QKeySequence::NoMatch
                        || other.matches(one) != QKeySequence::NoMatch;
                    QVERIFY2(!clash || !scopesMeet(all[i], all[k]),
                             qPrintable(all[i]->objectName() + QLatin1Char(' ') + one.toString()
                                        + QLatin1Char('/') + all[k]->objectName()
                                        + QLatin1Char(' ') + other.toString()));
                }
            }
        }
    }
}

void TestCommands::thePaletteListsEveryCommandOnce()
{
    QFETCH(bool, agent);
    QVERIFY(open(agent));
    palette()->summon();
    const auto *list = palette()->findChild<QTreeWidget *>(QStringLiteral("paletteList"));
    QCOMPARE(list->topLevelItemCount(), int(commands().size()));
    for (int i = 0; i < list->topLevelItemCount(); ++i) {
        const QTreeWidgetItem *item = list->topLevelItem(i);
        QVERIFY(!item->text(0).isEmpty() && !item->text(1).isEmpty() && !item->icon(0).isNull());
        // What a screen reader reads out.
        const QModelIndex index = list->model()->index(i, 0);
        QVERIFY(!index.data(Qt::DisplayRole).toString().contains(QLatin1Char('&')));
    }
    palette()->reject();
}

void TestCommands::theMenusListEveryCommandOnce()
{
    QFETCH(bool, agent);
    QVERIFY(open(agent));
    QHash<QString, int> shown;
    for (const QAction *menu : m_faced.window->menuBar()->actions()) {
        QVERIFY(menu->menu());
        for (const QAction *action : menu->menu()->actions())
            ++shown[menu->text() + QLatin1Char('/') + plain(action->text())];
    }
    for (const Command &command : commands()) {
        const QString path = command.group + QLatin1Char('/') + plain(command.action->text());
        QVERIFY2(shown.value(path) == 1, qPrintable(path));
    }
}

void TestCommands::everyCommandRunsFromThePalette()
{
    QFETCH(bool, agent);
    QVERIFY(open(agent));
    QStringList ids;
    for (const Command &command : commands())
        ids.append(command.id);
    auto *field = palette()->findChild<QLineEdit *>(QStringLiteral("paletteField"));
    auto *list = palette()->findChild<QTreeWidget *>(QStringLiteral("paletteList"));
    for (const QString &id : std::as_const(ids)) {
        // The window stays what it is whatever the commands before this one did to it.
        m_faced.window->showPage(agent ? QStringLiteral("queue") : QStringLiteral("requests"));
        palette()->summon();
        field->setText(plain(m_faced.window->commands().action(id)->text()));
        QTreeWidgetItem *wanted = nullptr;
        for (int i = 0; i < list->topLevelItemCount(); ++i) {
            if (list->topLevelItem(i)->data(0, Qt::UserRole).toString() == id)
                wanted = list->topLevelItem(i);
        }
        QVERIFY2(wanted, qPrintable(id));
        QSignalSpy ran(m_faced.window->commands().action(id), &QAction::triggered);
        list->setCurrentItem(wanted);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY2(ran.count() == 1, qPrintable(id));
        QVERIFY2(id == QLatin1String("app.palette") || !palette()->isVisible(), qPrintable(id));
        closeWhatOpened();
    }
}

void TestCommands::aPagesCommandFirstBringsItsPage()
{
    QVERIFY(open(true));
    m_faced.window->showPage(QStringLiteral("outbox"));
    m_faced.window->commands().run(QStringLiteral("ticket.copyNumber"));
    QCOMPARE(m_faced.window->currentPage(), QStringLiteral("queue"));
    m_faced.window->commands().run(QStringLiteral("requests.search"));
    QCOMPARE(m_faced.window->currentPage(), QStringLiteral("requests"));
    QCOMPARE(m_faced.window->focusWidget()->objectName(), QStringLiteral("requestSearchField"));
    m_faced.window->commands().run(QStringLiteral("report.attach"));
    QCOMPARE(m_faced.window->currentPage(), QStringLiteral("report"));
}

void TestCommands::aCommandIsFoundWithoutItsAccents()
{
    QVERIFY(matchScore(QStringLiteral("resoudre"), QStringLiteral("Résoudre")) > 0);
    QVERIFY(matchScore(QStringLiteral("rep prob"), QStringLiteral("Report a problem")) > 0);
    QCOMPARE(matchScore(QStringLiteral("zzz"), QStringLiteral("Report a problem")), 0);
}

QTEST_MAIN(TestCommands)
#include "tst_commands.moc"
