// SPDX-License-Identifier: GPL-3.0-or-later
// Searching with conditions, and the lists that people make of it.
#include "app/queue/queuepage.h"
#include "app/queue/scopemodel.h"
#include "app/queue/viewshelf.h"
#include "app/shell/agentscreen.h"
#include "app/widgets/banner.h"
#include "app/widgets/elidedlabel.h"
#include "app/widgets/offerdelegate.h"
#include "app/widgets/searchfield.h"
#include "app/widgets/theme.h"
#include "core/service/savedviewservice.h"
#include "tests/ui/uisample.h"

#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace vigie;

class TestQueryViews final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void init();
    void cleanup();

    void aConditionFiltersTheList_data();
    void aConditionFiltersTheList();
    void whatCannotBeUnderstoodIsToldAndTheListStays();
    void aHalfWrittenConditionIsNoMistakeYet();
    void offersAreTakenWithTheKeyboard();
    void enterSearchesWhileOffersAreOpen();
    void namesThatArriveLateJoinTheOffers();
    void aNameOfNobodyIsTold();
    void aSearchBecomesAViewWithEverythingThatWasSeen();
    void viewsSurviveARestart();
    void aViewIsRenamedChangedMovedAndDeleted();
    void aChangedViewAsksAtOnce();
    void aViewThatCannotBeReadSaysWhyAndIsKept();
    void howLoudAListMayBeIsChosenInItsMenu();
    void aViewKeepsItsOwnOrder();
    void overdueTicketsStandInAPlaceOfTheirOwn();
    void countsFollowChanges();

private:
    [[nodiscard]] bool start();
    [[nodiscard]] QStringList titles() const;
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString hint() const;
    void search(const QString &text);
    [[nodiscard]] int rowOf(const QString &name) const;
    [[nodiscard]] int countOf(const QString &name) const;
    [[nodiscard]] QStringList places() const;
    [[nodiscard]] bool choose(const QString &name);
    [[nodiscard]] bool save(const QString &name);
    [[nodiscard]] bool pick(const QString &view, const char *action);
    template<class W>
    [[nodiscard]] W *child(const char *name) const
    {
        return m_screen->findChild<W *>(QLatin1String(name));
    }
    [[nodiscard]] SearchField *field() const { return child<SearchField>("ticketSearchField"); }

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<AgentScreen> m_screen;
};

void TestQueryViews::init()
{
    m_world = std::make_unique<UiWorld>();
    fillAgent(*m_world);
    QVERIFY(start());
}

void TestQueryViews::cleanup()
{
    m_screen.reset();
    m_world.reset();
}

bool TestQueryViews::start()
{
    m_screen = std::make_unique<AgentScreen>(*m_world->workspace, m_world->prompt, nullptr);
    m_screen->resize(1400, 800);
    m_screen->show();
    m_screen->activateWindow();
    m_screen->queue()->showScope(ListScope::All);
    return QTest::qWaitForWindowActive(m_screen.get())
        && QTest::qWaitFor([this] { return titles().size() == 5; });
}

QStringList TestQueryViews::titles() const
{
    QStringList titles;
    const QAbstractItemModel *model = child<QTableView>("ticketListView")->model();
    for (int row = 0; row < model->rowCount(); ++row)
        titles.append(model->index(row, 0).data().toString().section(QLatin1Char(' '), 0, 1));
    titles.sort();
    return titles;
}

/// What is told about a mistake; empty when nothing is.
QString TestQueryViews::hint() const
{
    const auto *banner = child<Banner>("searchHint");
    return banner->isVisible() ? banner->text() : QString();
}

QString TestQueryViews::headline() const
{
    return child<ElidedLabel>("listTitle")->text();
}

void TestQueryViews::search(const QString &text)
{
    field()->setFocus();
    field()->selectAll();
    QTest::keyClicks(field(), text);
    if (QWidget *offers = QApplication::activePopupWidget())
        QTest::keyClick(offers, Qt::Key_Escape);
    QTest::keyClick(field(), Qt::Key_Return);
}

QStringList TestQueryViews::places() const
{
    QStringList names;
    const QAbstractItemModel *model = child<QListView>("scopeList")->model();
    for (int row = 0; row < model->rowCount(); ++row)
        names.append(model->index(row, 0).data().toString());
    return names;
}

int TestQueryViews::rowOf(const QString &name) const
{
    return int(places().indexOf(name));
}

int TestQueryViews::countOf(const QString &name) const
{
    const QAbstractItemModel *model = child<QListView>("scopeList")->model();
    return model->index(rowOf(name), 0).data(ScopeModel::CountRole).toInt();
}

bool TestQueryViews::choose(const QString &name)
{
    auto *list = child<QListView>("scopeList");
    if (!QTest::qWaitFor([&] { return rowOf(name) >= 0; }))
        return false;
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(list->model()->index(rowOf(name), 0)).center());
    return list->currentIndex().row() == rowOf(name);
}

bool TestQueryViews::save(const QString &name)
{
    m_world->prompt.texts.append(name);
    child<QToolButton>("saveViewButton")->click();
    return QTest::qWaitFor([&] { return places().contains(name); });
}

/// Opens the view's menu as the keyboard does and chooses.
bool TestQueryViews::pick(const QString &view, const char *action)
{
    if (!choose(view))
        return false;
    auto *list = child<QListView>("scopeList");
    Q_EMIT list->customContextMenuRequested(
        list->visualRect(list->model()->index(rowOf(view), 0)).center());
    const QList<QMenu *> menus = m_screen->findChildren<QMenu *>(QStringLiteral("viewMenu"));
    for (QMenu *menu : menus) {
        if (!menu->isVisible())
            continue;
        auto *wanted = menu->findChild<QAction *>(QLatin1String(action));
        if (!wanted)
            return false;
        wanted->trigger();
        menu->close();
        return true;
    }
    return false;
}

void TestQueryViews::aConditionFiltersTheList_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("found");
    const auto row = [](const char *text, const QStringList &found) {
        QTest::newRow(text) << QString::fromLatin1(text) << found;
    };
    row("owner:none", {QStringLiteral("Laptop battery"), QStringLiteral("New colleague"),
                       QStringLiteral("The printer")});
    row("owner:me", {QStringLiteral("No access"), QStringLiteral("VPN disconnects")});
    row("queue:Workstations", {QStringLiteral("Laptop battery")});
    row("tag:hardware OR printer", {QStringLiteral("New colleague"), QStringLiteral("The printer")});
    row("-owner:me -printer", {QStringLiteral("Laptop battery"), QStringLiteral("New colleague")});
    row("vpn", {QStringLiteral("VPN disconnects")});
    row("is:waiting", {QStringLiteral("Laptop battery"), QStringLiteral("New colleague"),
                       QStringLiteral("VPN disconnects")});
}

void TestQueryViews::aConditionFiltersTheList()
{
    QFETCH(QString, text);
    QFETCH(QStringList, found);
    search(text);
    QTRY_COMPARE(titles(), found);
    QTRY_VERIFY2(headline().startsWith(QString::number(found.size())), qPrintable(headline()));
    QTest::keyClick(field(), Qt::Key_Escape);
    field()->clear();
    QTRY_COMPARE(titles().size(), 5);
}

void TestQueryViews::whatCannotBeUnderstoodIsToldAndTheListStays()
{
    search(QStringLiteral("owner:me"));
    QTRY_COMPARE(titles().size(), 2);
    search(QStringLiteral("stauts:open vpn"));
    QTRY_VERIFY2(hint().contains(QStringLiteral("“state”")), qPrintable(hint()));
    QCOMPARE(titles().size(), 2);
    QCOMPARE(field()->text(), QStringLiteral("stauts:open vpn"));
    QCOMPARE(m_screen->focusWidget(), field()); // there is something to mend
    QCOMPARE(field()->accessibleDescription(), hint());
    search(QStringLiteral("state:open"));
    QTRY_COMPARE(titles(), QStringList{QStringLiteral("No access")});
    QVERIFY(hint().isEmpty());
}

void TestQueryViews::aHalfWrittenConditionIsNoMistakeYet()
{
    const QString before = headline();
    field()->setFocus();
    QSignalSpy changed(field(), &SearchField::searchChanged);
    QTest::keyClicks(field(), QStringLiteral("state:"));
    QTRY_VERIFY(changed.count() > 0);
    QCOMPARE(headline(), before);
    QVERIFY(hint().isEmpty());
    // Enter says: I am done.
    QVERIFY(QApplication::activePopupWidget());
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    QVERIFY(!QApplication::activePopupWidget());
    QCOMPARE(field()->text(), QStringLiteral("state:")); // only the offers went
    QTest::keyClick(field(), Qt::Key_Return);
    QTRY_VERIFY2(hint().contains(QStringLiteral("missing")), qPrintable(hint()));
}

void TestQueryViews::offersAreTakenWithTheKeyboard()
{
    field()->setFocus();
    QTest::keyClicks(field(), QStringLiteral("owne"));
    auto *offers = QApplication::activePopupWidget();
    QVERIFY(offers);
    QCOMPARE(offers->objectName(), QStringLiteral("queryOffers"));
    auto *list = qobject_cast<QListView *>(offers);
    QVERIFY(list);
    QCOMPARE(list->model()->index(0, 0).data().toString(), QStringLiteral("owner:"));
    QCOMPARE(list->model()->index(0, 0).data(OfferDelegate::MeaningRole).toString(),
             QStringLiteral("who works on it"));
    QTest::keyClick(offers, Qt::Key_Down);
    QTest::keyClick(offers, Qt::Key_Return);
    QCOMPARE(field()->text(), QStringLiteral("owner:"));
    QCOMPARE(m_screen->focusWidget(), field()); // that was no search
    // … and what may stand there is offered at once.
    QTRY_VERIFY(QApplication::activePopupWidget());
    list = qobject_cast<QListView *>(QApplication::activePopupWidget());
    QStringList values;
    for (int row = 0; row < list->model()->rowCount(); ++row)
        values.append(list->model()->index(row, 0).data().toString());
    QVERIFY2(values.contains(QStringLiteral("me")), qPrintable(values.join(u' ')));
    const auto at = values.indexOf(QStringLiteral("me"));
    for (qsizetype i = 0; i <= at; ++i)
        QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(field()->text(), QStringLiteral("owner:me "));
    QTRY_COMPARE(titles().size(), 2);
    m_screen->activateWindow();
    QTest::keyClick(field(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(field()->text(), QStringLiteral("owne")); // what was taken in one go goes in one go
}

void TestQueryViews::enterSearchesWhileOffersAreOpen()
{
    field()->setFocus();
    QTest::keyClicks(field(), QStringLiteral("pri"));
    QWidget *offers = QApplication::activePopupWidget();
    QVERIFY(offers); // priority:
    QTest::keyClick(offers, Qt::Key_Return);
    // Asked at once: this platform activates the popup's window afterwards, late and for nothing.
    QCOMPARE(m_screen->focusWidget(), child<QTableView>("ticketListView"));
    QVERIFY(!QApplication::activePopupWidget());
    QCOMPARE(field()->text(), QStringLiteral("pri")); // nothing was chosen
    QTRY_COMPARE(titles(), QStringList{QStringLiteral("The printer")});

    // Tab takes the first one, and goes on.
    field()->setFocus();
    field()->clear();
    QTest::keyClicks(field(), QStringLiteral("pri"));
    QVERIFY(QApplication::activePopupWidget());
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Tab);
    QCOMPARE(field()->text(), QStringLiteral("priority:"));
    QCOMPARE(m_screen->focusWidget(), field());
}

void TestQueryViews::namesThatArriveLateJoinTheOffers()
{
    field()->setFocus();
    QTest::keyClicks(field(), QStringLiteral("queue:Wor"));
    QTRY_VERIFY(QApplication::activePopupWidget());
    auto *list = qobject_cast<QListView *>(QApplication::activePopupWidget());
    QTRY_COMPARE(list->model()->index(0, 0).data().toString(), QStringLiteral("Workstations"));
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(field()->text(), QStringLiteral("queue:Workstations "));
}

void TestQueryViews::aNameOfNobodyIsTold()
{
    search(QStringLiteral("owner:Nemo"));
    QTRY_COMPARE(titles().size(), 0);
    QTRY_VERIFY([this] {
        const QList<QLabel *> labels = m_screen->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains(QStringLiteral("Nemo"));
        });
    }());
}

void TestQueryViews::aSearchBecomesAViewWithEverythingThatWasSeen()
{
    QVERIFY(choose(QStringLiteral("Mine")));
    QTRY_COMPARE(titles().size(), 2);
    search(QStringLiteral("vpn"));
    QTRY_COMPARE(titles().size(), 1);
    QVERIFY(save(QStringLiteral("My tunnels")));
    // It is chosen, the line is free again, and the list is what it was.
    QTRY_COMPARE(child<QListView>("scopeList")->currentIndex().row(),
                 rowOf(QStringLiteral("My tunnels")));
    QVERIFY(field()->text().isEmpty());
    QTRY_COMPARE(titles(), QStringList{QStringLiteral("VPN disconnects")});
    QTRY_COMPARE(headline(), QStringLiteral("My tunnels"));
    const auto views = UiWorld::await(m_world->workspace->savedViews().list());
    QVERIFY(views && views->size() == 1);
    QCOMPARE(views->first().query, QStringLiteral("owner:me is:open vpn"));
    QTRY_COMPARE(countOf(QStringLiteral("My tunnels")), 1);
    QVERIFY(places().contains(QStringLiteral("My views")));
}

void TestQueryViews::viewsSurviveARestart()
{
    search(QStringLiteral("owner:none is:open"));
    QTRY_COMPARE(titles().size(), 3);
    QVERIFY(save(QStringLiteral("Free")));
    m_screen.reset();
    QVERIFY(m_world->restart());
    QVERIFY(start());
    QVERIFY(choose(QStringLiteral("Free")));
    QTRY_COMPARE(titles().size(), 3);
}

void TestQueryViews::aViewIsRenamedChangedMovedAndDeleted()
{
    search(QStringLiteral("vpn"));
    QTRY_COMPARE(titles().size(), 1);
    QVERIFY(save(QStringLiteral("One")));
    search(QStringLiteral("printer"));
    QVERIFY(save(QStringLiteral("Two")));
    QVERIFY(rowOf(QStringLiteral("One")) < rowOf(QStringLiteral("Two")));

    QVERIFY(pick(QStringLiteral("Two"), "view.up"));
    QTRY_VERIFY(rowOf(QStringLiteral("Two")) < rowOf(QStringLiteral("One")));
    m_world->prompt.texts.append(QStringLiteral("  Paper   jams "));
    QVERIFY(pick(QStringLiteral("Two"), "view.rename"));
    QTRY_VERIFY(places().contains(QStringLiteral("Paper jams")));
    QTRY_COMPARE(headline(), QStringLiteral("Paper jams"));

    m_world->prompt.answers = {false};
    QVERIFY(pick(QStringLiteral("One"), "view.delete"));
    QVERIFY(places().contains(QStringLiteral("One")));
    m_world->prompt.answers = {true};
    QVERIFY(pick(QStringLiteral("One"), "view.delete"));
    QTRY_VERIFY(!places().contains(QStringLiteral("One")));
    // The chosen place is gone: another one is shown, and says so.
    QTRY_COMPARE(headline(), QStringLiteral("Mine"));
}

void TestQueryViews::aChangedViewAsksAtOnce()
{
    search(QStringLiteral("vpn"));
    QVERIFY(save(QStringLiteral("Tunnels")));
    QTRY_COMPARE(titles().size(), 1);
    // A mistake is told in the question, with what was written.
    m_world->prompt.texts = {QStringLiteral("vpn ownr:me"), QStringLiteral("owner:none")};
    QVERIFY(pick(QStringLiteral("Tunnels"), "view.query"));
    QCOMPARE(m_world->prompt.askedTexts.last().text, QStringLiteral("vpn ownr:me"));
    QVERIFY(m_world->prompt.askedTexts.last().label.contains(QStringLiteral("owner")));
    QTRY_COMPARE(titles().size(), 3);
}

void TestQueryViews::aViewThatCannotBeReadSaysWhyAndIsKept()
{
    SavedView view;
    view.name = QStringLiteral("Old");
    view.query = QStringLiteral("colour:red");
    const auto kept = UiWorld::await(m_world->workspace->savedViews().save(view));
    QVERIFY(kept);
    QVERIFY(choose(QStringLiteral("Old")));
    QTRY_VERIFY([this] {
        const QList<QLabel *> labels = m_screen->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains(QStringLiteral("colour"));
        });
    }());
    const auto views = UiWorld::await(m_world->workspace->savedViews().list());
    QVERIFY(views && views->first().query == QStringLiteral("colour:red"));
}

void TestQueryViews::howLoudAListMayBeIsChosenInItsMenu()
{
    search(QStringLiteral("owner:me"));
    QVERIFY(save(QStringLiteral("Mine, really")));
    QVERIFY(pick(QStringLiteral("Mine, really"), "news.digest"));
    QVERIFY(pick(QStringLiteral("Mine"), "news.silent"));
    QVERIFY(pick(QStringLiteral("Overdue"), "news.interrupt"));
    QVERIFY(!pick(QStringLiteral("Overdue"), "view.delete")); // it is the house's
    const auto kept = [this] {
        QStringList lines;
        const auto views = UiWorld::await(m_world->workspace->savedViews().list());
        for (const SavedView &view : views.value_or(QList<SavedView>()))
            lines.append(view.name + QLatin1Char(' ') + (view.news ? nameOf(*view.news) : QString()));
        const auto looks = UiWorld::await(m_world->workspace->savedViews().looks());
        for (const PlaceLook &look : looks.value_or(QList<PlaceLook>()))
            lines.append(look.place + QLatin1Char(' ') + (look.news ? nameOf(*look.news) : QString()));
        lines.sort();
        return lines;
    };
    const QStringList wanted{QStringLiteral("Mine, really digest"), QStringLiteral("mine silent"),
                             QStringLiteral("view/overdue interrupt")};
    QTRY_COMPARE(kept(), wanted);
    m_screen.reset();
    QVERIFY(m_world->restart());
    QVERIFY(start());
    QCOMPARE(kept(), wanted);
    QVERIFY(pick(QStringLiteral("Mine"), "news.usual"));
    QTRY_VERIFY(kept().contains(QStringLiteral("mine ")));
}

void TestQueryViews::aViewKeepsItsOwnOrder()
{
    search(QStringLiteral("is:open"));
    QVERIFY(save(QStringLiteral("Open ones")));
    const auto sort = [this](ListSort order) {
        const QList<QAction *> actions = child<QToolButton>("sortButton")->menu()->actions();
        for (QAction *action : actions) {
            if (action->data().isValid() && action->data().toInt() == int(order))
                action->trigger();
        }
    };
    const auto chosen = [this] {
        const QList<QAction *> actions = child<QToolButton>("sortButton")->menu()->actions();
        for (const QAction *action : actions) {
            if (action->data().isValid() && action->isChecked())
                return ListSort(action->data().toInt());
        }
        return ListSort::UpdatedNewest;
    };
    sort(ListSort::PriorityFirst);
    QTRY_VERIFY([this] {
        const auto views = UiWorld::await(m_world->workspace->savedViews().list());
        return views && views->first().sort == ListSort::PriorityFirst;
    }());
    QVERIFY(choose(QStringLiteral("All tickets")));
    QCOMPARE(chosen(), ListSort::UpdatedNewest);
    QVERIFY(choose(QStringLiteral("Open ones")));
    QCOMPARE(chosen(), ListSort::PriorityFirst);
    QVERIFY(choose(QStringLiteral("Overdue")));
    QCOMPARE(chosen(), ListSort::DueFirst);
}

void TestQueryViews::overdueTicketsStandInAPlaceOfTheirOwn()
{
    QTRY_COMPARE(countOf(QStringLiteral("Overdue")), 0);
    m_screen.reset();
    m_world->workspace.reset();
    QVERIFY(m_world->reopen());
    const qint64 now = m_world->systemClock.nowMs();
    QList<wire::Change> changes;
    for (int i = 0; i < 2; ++i) {
        Ticket late = m_world->ticket(QStringLiteral("Late %1").arg(i), m_world->desk, 2000 + i);
        late.state = State::Open;
        late.service.dueAt = i == 0 ? now - 600'000 : now + 600'000;
        changes.append(m_world->told(late));
    }
    VERIFY_OK(m_world->apply(m_world->ben, changes));
    QVERIFY(m_world->enter(m_world->ben));
    m_screen = std::make_unique<AgentScreen>(*m_world->workspace, m_world->prompt, nullptr);
    m_screen->resize(1400, 800);
    m_screen->show();
    QTRY_COMPARE(countOf(QStringLiteral("Overdue")), 1);
    QVERIFY(choose(QStringLiteral("Overdue")));
    QTRY_COMPARE(titles(), QStringList{QStringLiteral("Late 0")});
}

void TestQueryViews::countsFollowChanges()
{
    search(QStringLiteral("owner:none is:open"));
    QVERIFY(save(QStringLiteral("Free")));
    QTRY_COMPARE(countOf(QStringLiteral("Free")), 3);
    QVERIFY(choose(QStringLiteral("All tickets")));
    QVERIFY(choose(QStringLiteral("Free")));
    QTRY_COMPARE(titles().size(), 3);
    auto *take = child<QAction>("ticket.take");
    QVERIFY(take);
    QTRY_VERIFY(m_screen->queue()->selected().isNull() == false);
    take->trigger();
    QTRY_COMPARE(countOf(QStringLiteral("Free")), 2);
    QTRY_COMPARE(titles().size(), 2);
}

QTEST_MAIN(TestQueryViews)
#include "tst_queryviews.moc"
