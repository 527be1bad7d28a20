// SPDX-License-Identifier: GPL-3.0-or-later
// How the list looks: columns, order, groups and density, each place as its person wants it.
#include "app/queue/lookpanel.h"
#include "app/queue/queuepage.h"
#include "app/queue/ticketlistmodel.h"
#include "app/shell/agentscreen.h"
#include "app/widgets/theme.h"
#include "core/service/savedviewservice.h"
#include "tests/ui/uisample.h"

#include <QComboBox>
#include <QHeaderView>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QSplitter>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace vigie;

class TestListLooks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void init();
    void cleanup();

    void aKeyOpensTheLookAndTheKeyboardChangesIt();
    void eachPlaceKeepsItsLookOverARestart();
    void aSavedViewTakesItsLookAlong();
    void columnsAreDraggedAndWidened();
    void theHeaderChoosesColumnsGroupsAndOrder();
    void groupsFoldWithTheKeyboard();
    void goingOnSkipsHeadsAndFoldedGroups();
    void compactLinesAreLower();
    void aSearchKeepsTheLook();

private:
    [[nodiscard]] bool start();
    [[nodiscard]] bool choose(const QString &place);
    [[nodiscard]] QStringList lines() const;
    [[nodiscard]] QStringList header() const;
    void press(QWidget *widget, Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier);
    [[nodiscard]] QAction *headerAction(int section, const char *name);
    [[nodiscard]] bool look(const std::function<void(ViewLook &)> &change);
    template<class W>
    [[nodiscard]] W *child(const char *name) const
    {
        return m_screen->findChild<W *>(QLatin1String(name));
    }
    [[nodiscard]] QTableView *table() const { return child<QTableView>("ticketListView"); }
    [[nodiscard]] LookPanel *panel() const { return child<LookPanel>("lookPanel"); }

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<AgentScreen> m_screen;
};

void TestListLooks::init()
{
    m_world = std::make_unique<UiWorld>();
    fillAgent(*m_world);
    QVERIFY(start());
}

void TestListLooks::cleanup()
{
    m_screen.reset();
    m_world.reset();
}

bool TestListLooks::start()
{
    m_screen = std::make_unique<AgentScreen>(*m_world->workspace, m_world->prompt, nullptr);
    m_screen->resize(1800, 900);
    m_screen->show();
    m_screen->activateWindow();
    m_screen->queue()->showScope(ListScope::All);
    return QTest::qWaitForWindowActive(m_screen.get())
        && QTest::qWaitFor([this] { return lines().size() >= 5; });
}

/// Heads as "= name count", tickets by their first word.
QStringList TestListLooks::lines() const
{
    QStringList lines;
    const QAbstractItemModel *model = table()->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, 0);
        const QVariant head = index.data(TicketListModel::HeadRole);
        if (head.isValid()) {
            lines.append(QStringLiteral("= %1 %2").arg(index.data().toString())
                             .arg(head.value<ListGroup>().count));
        } else {
            lines.append(index.data(TicketListModel::RowRole).value<TicketRow>().title
                             .section(QLatin1Char(' '), 0, 0));
        }
    }
    return lines;
}

QStringList TestListLooks::header() const
{
    QStringList names;
    const QHeaderView *header = table()->horizontalHeader();
    if (!header->isVisible())
        return names;
    for (int place = 0; place < header->count(); ++place)
        names.append(table()->model()->headerData(header->logicalIndex(place), Qt::Horizontal).toString());
    return names;
}

void TestListLooks::press(QWidget *widget, Qt::Key key, Qt::KeyboardModifiers with)
{
    QTest::keyClick(widget, key, with);
}

bool TestListLooks::choose(const QString &place)
{
    auto *list = child<QListView>("scopeList");
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        if (list->model()->index(row, 0).data().toString() == place) {
            list->setCurrentIndex(list->model()->index(row, 0));
            return true;
        }
    }
    return false;
}

/// Changes the look of what is shown, as the panel tells it.
bool TestListLooks::look(const std::function<void(ViewLook &)> &change)
{
    ViewLook wanted;
    change(wanted);
    Q_EMIT panel()->chosen(wanted);
    return QTest::qWaitFor([this] { return lines().size() >= 5; });
}

QAction *TestListLooks::headerAction(int section, const char *name)
{
    QHeaderView *header = table()->horizontalHeader();
    const QPoint at(header->sectionViewportPosition(section) + 10, header->height() / 2);
    Q_EMIT header->customContextMenuRequested(at);
    const QList<QMenu *> menus = m_screen->findChildren<QMenu *>(QStringLiteral("headerMenu"));
    for (QMenu *menu : menus) {
        if (menu->isVisible()) {
            menu->close();
            return menu->findChild<QAction *>(QLatin1String(name));
        }
    }
    return nullptr;
}

void TestListLooks::aKeyOpensTheLookAndTheKeyboardChangesIt()
{
    QVERIFY(header().isEmpty());
    table()->setFocus();
    press(table(), Qt::Key_V, Qt::ShiftModifier);
    QTRY_VERIFY(panel()->isVisible());
    QWidget *cards = QApplication::focusWidget();
    QVERIFY(cards && cards->objectName().startsWith(QLatin1String("lookShapeChip")));
    press(cards, Qt::Key_Right);
    press(QApplication::focusWidget(), Qt::Key_Space);
    QTRY_COMPARE(header().size(), 8);
    QVERIFY(header().contains(QStringLiteral("Subject")));
    auto *columns = panel()->findChild<QListWidget *>(QStringLiteral("lookColumnsList"));
    QVERIFY(columns->isEnabled());
    columns->setFocus();
    columns->setCurrentRow(0);
    const QString first = header().first();
    const QString second = header().at(1);
    press(columns, Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(header().first(), second);
    QCOMPARE(header().at(1), first);
    press(columns, Qt::Key_Space);
    QTRY_VERIFY(!header().contains(first));
    auto *grouping = panel()->findChild<QComboBox *>(QStringLiteral("lookGroupingCombo"));
    grouping->setCurrentIndex(grouping->findData(int(ViewGrouping::Queue)));
    QTRY_COMPARE(lines().filter(QStringLiteral("= ")),
                 (QStringList{QStringLiteral("= Service desk 4"), QStringLiteral("= Workstations 1")}));
    press(columns, Qt::Key_Escape);
    QTRY_VERIFY(!panel()->isVisible());
    // Back to how it was, with one button.
    child<QToolButton>("lookButton")->click();
    QTRY_VERIFY(panel()->isVisible());
    panel()->findChild<QAbstractButton *>(QStringLiteral("lookResetButton"))->click();
    QTRY_VERIFY(header().isEmpty());
    QTRY_COMPARE(lines().size(), 5);
    panel()->close();
}

void TestListLooks::eachPlaceKeepsItsLookOverARestart()
{
    QVERIFY(look([](ViewLook &look) {
        look.columns = {{ViewColumn::Number, 90}, {ViewColumn::Title, 0}};
        look.sort = ListSort::NumberNewest;
        look.reversed = true;
        look.grouping = ViewGrouping::Priority;
    }));
    const QStringList wanted{QStringLiteral("= Critical 2"), QStringLiteral("The"), QStringLiteral("New"),
                             QStringLiteral("= High 1"), QStringLiteral("No"),
                             QStringLiteral("= Normal 1"), QStringLiteral("Laptop"),
                             QStringLiteral("= Low 1"), QStringLiteral("VPN")};
    QTRY_COMPARE(lines(), wanted);
    QVERIFY(choose(QStringLiteral("Workstations")));
    QTRY_COMPARE(lines(), QStringList{QStringLiteral("Laptop")});
    QVERIFY(header().isEmpty());
    m_screen.reset();
    QVERIFY(m_world->restart());
    QVERIFY(start());
    QTRY_COMPARE(lines(), wanted);
    QCOMPARE(header(), (QStringList{QStringLiteral("Number"), QStringLiteral("Subject")}));
    QCOMPARE(table()->horizontalHeader()->sectionSize(0), 90);
}

void TestListLooks::aSavedViewTakesItsLookAlong()
{
    QVERIFY(look([](ViewLook &look) { look.columns = {{ViewColumn::Title, 0}, {ViewColumn::Due, 0}}; }));
    m_world->prompt.texts.append(QStringLiteral("Mine with dues"));
    child<QToolButton>("saveViewButton")->click();
    QTRY_VERIFY(choose(QStringLiteral("Mine with dues")));
    QCOMPARE(header().size(), 2);
    QVERIFY(look([](ViewLook &look) { look.density = ViewDensity::Compact; }));
    QTRY_VERIFY(header().isEmpty());
    QTRY_VERIFY([this] {
        const auto views = UiWorld::await(m_world->workspace->savedViews().list());
        return views && views->size() == 1 && views->first().density == ViewDensity::Compact;
    }());
    QVERIFY(choose(QStringLiteral("All tickets")));
    QCOMPARE(header().size(), 2);
}

void TestListLooks::columnsAreDraggedAndWidened()
{
    QVERIFY(look([](ViewLook &look) {
        look.columns = {{ViewColumn::Number, 0}, {ViewColumn::Title, 0}, {ViewColumn::State, 0}};
    }));
    child<QSplitter>("agentSplitter")->setSizes({1200, 600});
    QHeaderView *head = table()->horizontalHeader();
    // The subject fills the list.
    QTRY_COMPARE(head->length(), table()->viewport()->width());
    head->moveSection(head->visualIndex(2), 0);
    head->resizeSection(0, 133);
    QCOMPARE(head->length(), table()->viewport()->width());
    const auto kept = [this] {
        const auto looks = UiWorld::await(m_world->workspace->savedViews().looks());
        return looks && looks->size() == 1 ? looks->first().look.columns : QList<ViewLook::Column>();
    };
    const QList<ViewLook::Column> wanted{{ViewColumn::State, 0}, {ViewColumn::Number, 133},
                                         {ViewColumn::Title, 0}};
    QTRY_COMPARE(kept(), wanted);
    QCOMPARE(header(), (QStringList{QStringLiteral("State"), QStringLiteral("Number"),
                                    QStringLiteral("Subject")}));
    QCOMPARE(head->sectionSize(head->logicalIndex(1)), 133);
}

void TestListLooks::theHeaderChoosesColumnsGroupsAndOrder()
{
    QVERIFY(look([](ViewLook &look) {
        look.columns = {{ViewColumn::Title, 0}, {ViewColumn::Number, 0}, {ViewColumn::Queue, 0}};
    }));
    QAction *owner = headerAction(0, "header.owner");
    QVERIFY(owner && !owner->isChecked());
    owner->trigger();
    QTRY_COMPARE(header().size(), 4);
    QAction *title = headerAction(0, "header.title");
    QVERIFY(title && !title->isEnabled());
    QAction *group = headerAction(2, "header.group");
    QVERIFY(group);
    group->trigger();
    QTRY_COMPARE(lines().filter(QStringLiteral("= ")).size(), 2);
    Q_EMIT table()->horizontalHeader()->sectionClicked(1);
    QTRY_COMPARE(lines().mid(1, 2), (QStringList{QStringLiteral("New"), QStringLiteral("VPN")}));
    Q_EMIT table()->horizontalHeader()->sectionClicked(1);
    QTRY_COMPARE(lines().mid(1, 2), (QStringList{QStringLiteral("The"), QStringLiteral("No")}));
    QVERIFY(table()->horizontalHeader()->isSortIndicatorShown());
    QCOMPARE(table()->horizontalHeader()->sortIndicatorSection(), 1);
}

void TestListLooks::groupsFoldWithTheKeyboard()
{
    QVERIFY(look([](ViewLook &look) { look.grouping = ViewGrouping::Queue; }));
    QTRY_COMPARE(lines().size(), 7);
    table()->setFocus();
    table()->setCurrentIndex(table()->model()->index(3, 0));
    press(table(), Qt::Key_Left);
    QCOMPARE(table()->currentIndex().row(), 0);
    press(table(), Qt::Key_Left);
    QTRY_COMPARE(lines(), (QStringList{QStringLiteral("= Service desk 4"),
                                       QStringLiteral("= Workstations 1"), QStringLiteral("Laptop")}));
    QCOMPARE(table()->currentIndex().row(), 0);
    QVERIFY(table()->currentIndex().data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("folded")));
    press(table(), Qt::Key_Space);
    QTRY_COMPARE(lines().size(), 7);
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                      table()->visualRect(table()->model()->index(5, 0)).center());
    QTRY_COMPARE(lines().size(), 6);
    // Folded it stays while one looks elsewhere.
    QVERIFY(choose(QStringLiteral("Workstations")));
    QTRY_COMPARE(lines().size(), 1);
    QVERIFY(choose(QStringLiteral("All tickets")));
    QTRY_COMPARE(lines().size(), 6);
}

void TestListLooks::goingOnSkipsHeadsAndFoldedGroups()
{
    QVERIFY(look([](ViewLook &look) {
        look.grouping = ViewGrouping::Priority;
        look.sort = ListSort::NumberNewest;
    }));
    QTRY_COMPARE(lines().size(), 9);
    const auto chosen = [this] {
        const TicketId id = m_screen->queue()->selected();
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            const auto ticket = table()->model()->index(row, 0).data(TicketListModel::RowRole).value<TicketRow>();
            if (ticket.id == id)
                return ticket.title.section(QLatin1Char(' '), 0, 0);
        }
        return QString();
    };
    m_screen->queue()->focusList();
    table()->setCurrentIndex(table()->model()->index(1, 0));
    QCOMPARE(chosen(), QStringLiteral("New"));
    press(table(), Qt::Key_J);
    QCOMPARE(chosen(), QStringLiteral("The"));
    const QModelIndex high = table()->model()->index(3, 0);
    QVERIFY(high.data(TicketListModel::HeadRole).isValid());
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, table()->visualRect(high).center());
    QTRY_COMPARE(lines().size(), 8);
    press(table(), Qt::Key_J);
    QCOMPARE(chosen(), QStringLiteral("Laptop"));
    press(table(), Qt::Key_K);
    QCOMPARE(chosen(), QStringLiteral("The"));
}

void TestListLooks::compactLinesAreLower()
{
    const auto height = [this] { return table()->rowHeight(0); };
    const int cards = height();
    QVERIFY(look([](ViewLook &look) { look.density = ViewDensity::Compact; }));
    QVERIFY(height() < cards);
    const int compactCards = height();
    QVERIFY(look([](ViewLook &look) { look.columns = {{ViewColumn::Title, 0}}; }));
    QVERIFY(height() < compactCards);
    const int lines = height();
    QVERIFY(look([](ViewLook &look) {
        look.columns = {{ViewColumn::Title, 0}};
        look.density = ViewDensity::Compact;
    }));
    QVERIFY(height() < lines);
}

void TestListLooks::aSearchKeepsTheLook()
{
    QVERIFY(look([](ViewLook &look) {
        look.columns = {{ViewColumn::Title, 0}, {ViewColumn::Owner, 0}};
        look.grouping = ViewGrouping::Owner;
    }));
    QTRY_COMPARE(lines().filter(QStringLiteral("= ")).size(), 2);
    m_screen->queue()->focusSearch();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("calendar"));
    QTRY_COMPARE(lines().size(), 2);
    QVERIFY(lines().first().startsWith(QStringLiteral("= ")));
    QCOMPARE(header().size(), 2);
    QTRY_VERIFY(!table()->model()->index(1, 0).data(TicketListModel::ExcerptRole).toString().isEmpty());
}

QTEST_MAIN(TestListLooks)
#include "tst_listlooks.moc"
