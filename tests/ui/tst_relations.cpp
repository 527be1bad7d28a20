// SPDX-License-Identifier: GPL-3.0-or-later
// Watchers, links and added fields on the ticket page.
#include "app/shell/agentscreen.h"
#include "app/queue/queuepage.h"
#include "app/text/enumtext.h"
#include "app/ticket/fieldpill.h"
#include "app/ticket/relationpills.h"
#include "app/ticket/threadview.h"
#include "app/ticket/ticketpage.h"
#include "app/widgets/theme.h"
#include "tests/support/uiworld.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>

using namespace vigie;

class TestRelations final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void init();
    void cleanup();

    void emptyRelationsStayOutOfTheWayUntilMoreIsAsked();
    void aWatcherIsFoundByNameAddedAndRemoved();
    void aPersonWhoWatchesAlreadyIsNotOfferedAgain();
    void everyKindOfLinkIsMadeByNumber_data();
    void everyKindOfLinkIsMadeByNumber();
    void aLinkOpensTheOtherTicketAndCanBeRemoved();
    void aNumberInSomebodysWordsOpensThatTicket();
    void aLinkToNowhereOrToItselfChangesNothingAndSaysWhy();
    void anAddedFieldIsShownChangedAndRemoved();
    void aFieldWithoutANameIsNotAdded();
    void aChangeOfRelationsCanBeUndone();
    void theRequesterSeesNoneOfIt();
    void theKeysOpenTheMenus();
    void foreignNamesStayPlainText();

private:
    template<class W>
    [[nodiscard]] W *child(const char *name) const
    {
        return m_screen->findChild<W *>(QLatin1String(name));
    }
    [[nodiscard]] bool start();
    [[nodiscard]] Ticket now() const;
    /// The entries of a pill's menu, built as opening it does.
    [[nodiscard]] QList<QAction *> entries(const char *pill) const;
    [[nodiscard]] QAction *entry(const char *pill, const QString &beginning) const;

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<AgentScreen> m_screen;
    Ticket m_ticket;
    Ticket m_other;
};

void TestRelations::init()
{
    m_world = std::make_unique<UiWorld>();
    m_ticket = m_world->ticket(QStringLiteral("Printer prints empty pages"), m_world->desk, 1041);
    m_other = m_world->ticket(QStringLiteral("Toner is empty & old"), m_world->desk, 1042);
    m_ticket.state = m_other.state = State::Open;
}

void TestRelations::cleanup()
{
    m_screen.reset();
    m_world.reset();
}

bool TestRelations::start()
{
    QList<wire::Change> changes = m_world->directory();
    changes << m_world->told(m_ticket) << m_world->told(m_other);
    if (!m_world->say(changes) || !m_world->enter(m_world->ben))
        return false;
    m_screen = std::make_unique<AgentScreen>(*m_world->workspace, m_world->prompt, nullptr);
    m_screen->resize(1280, 800);
    m_screen->show();
    m_screen->activateWindow();
    m_screen->openTicket(m_ticket.id);
    return QTest::qWaitForWindowActive(m_screen.get()) && QTest::qWaitFor([this] {
        return child<QLabel>("ticketNumberLabel")->text() == QLatin1String("#1041");
    });
}

Ticket TestRelations::now() const
{
    const auto view = UiWorld::await(m_world->workspace->tickets().open(m_ticket.id));
    return view ? view->ticket : Ticket();
}

QList<QAction *> TestRelations::entries(const char *pill) const
{
    QMenu *menu = child<FieldPill>(pill)->menu();
    Q_EMIT menu->aboutToShow();
    return menu->actions();
}

QAction *TestRelations::entry(const char *pill, const QString &beginning) const
{
    for (QAction *action : entries(pill)) {
        if (action->text().startsWith(beginning))
            return action;
    }
    return nullptr;
}

void TestRelations::emptyRelationsStayOutOfTheWayUntilMoreIsAsked()
{
    QVERIFY(start());
    QVERIFY(!child<QWidget>("relationPills")->isVisible());
    child<QAbstractButton>("moreFieldsButton")->click();
    for (const char *name : {"watchersField", "linksField", "addFieldButton"})
        QVERIFY2(child<QWidget>(name)->isVisible(), name);
    child<QAbstractButton>("moreFieldsButton")->click();
    QVERIFY(!child<QWidget>("relationPills")->isVisible());
}

void TestRelations::aWatcherIsFoundByNameAddedAndRemoved()
{
    QVERIFY(start());
    QAction *add = entry("watchersField", QStringLiteral("Add a watcher"));
    QVERIFY(add);
    add->trigger();
    auto *picker = m_screen->findChild<QDialog *>(QStringLiteral("personPicker"));
    QVERIFY(picker && picker->isVisible());
    auto *field = picker->findChild<QLineEdit *>(QStringLiteral("personSearchField"));
    auto *list = picker->findChild<QListWidget *>(QStringLiteral("personListWidget"));
    QVERIFY(!field->accessibleName().isEmpty() && !list->accessibleName().isEmpty());
    QTRY_VERIFY(list->count() >= 2);
    QTest::keyClicks(field, QStringLiteral("ann"));
    QTRY_COMPARE(list->count(), 1);
    QVERIFY(list->item(0)->text().contains(m_world->anna.name));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(now().watchers, QList<PersonId>{m_world->anna.id});
    auto *pill = child<FieldPill>("watchersField");
    QTRY_COMPARE(pill->value(), m_world->anna.name);
    QVERIFY(pill->isVisible());
    QVERIFY(pill->accessibleName().contains(m_world->anna.name));
    QAction *remove = entry("watchersField", QStringLiteral("Remove"));
    QVERIFY(remove && remove->text().contains(m_world->anna.name));
    remove->trigger();
    QTRY_VERIFY(now().watchers.isEmpty());
    QTRY_VERIFY(!pill->isVisible());
}

void TestRelations::aPersonWhoWatchesAlreadyIsNotOfferedAgain()
{
    m_ticket.watchers = {m_world->anna.id};
    QVERIFY(start());
    entry("watchersField", QStringLiteral("Add a watcher"))->trigger();
    auto *picker = m_screen->findChild<QDialog *>(QStringLiteral("personPicker"));
    auto *field = picker->findChild<QLineEdit *>(QStringLiteral("personSearchField"));
    auto *list = picker->findChild<QListWidget *>(QStringLiteral("personListWidget"));
    QTRY_COMPARE(list->count(), 1);
    QTest::keyClicks(field, QStringLiteral("anna"));
    QTRY_COMPARE(list->count(), 0);
    QVERIFY(!picker->findChild<QLabel *>(QStringLiteral("personHintLabel"))->text().isEmpty());
    QVERIFY(!picker->findChild<QAbstractButton *>(QStringLiteral("personAcceptButton"))->isEnabled());
    QTest::keyClick(field, Qt::Key_Return); // nothing to choose, nothing happens
    QVERIFY(picker->isVisible());
    picker->reject();
}

void TestRelations::everyKindOfLinkIsMadeByNumber_data()
{
    QTest::addColumn<int>("kind");
    for (const EnumName<LinkKind> &entry : enumNames<LinkKind>())
        QTest::newRow(entry.name) << int(entry.value);
}

void TestRelations::everyKindOfLinkIsMadeByNumber()
{
    QFETCH(int, kind);
    QVERIFY(start());
    m_world->prompt.texts = {QStringLiteral(" #1042 ")};
    QVERIFY(!entries("linksField").isEmpty());
    auto *action = child<FieldPill>("linksField")
                       ->menu()
                       ->findChild<QAction *>(QStringLiteral("link-")
                                              + QLatin1String(QTest::currentDataTag()));
    QVERIFY(action);
    action->trigger();
    QCOMPARE(m_world->prompt.askedTexts.size(), 1);
    QVERIFY(m_world->prompt.askedTexts.first().title.contains(EnumText::of(LinkKind(kind))));
    QTRY_COMPARE(now().links, (QList<Link>{{LinkKind(kind), m_other.id}}));
    auto *pill = child<FieldPill>("linksField");
    QTRY_VERIFY(pill->value().contains(QStringLiteral("#1042")));
    QVERIFY(pill->value().contains(EnumText::of(LinkKind(kind)).mid(1)));
}

void TestRelations::aLinkOpensTheOtherTicketAndCanBeRemoved()
{
    m_ticket.links = {{LinkKind::DuplicateOf, m_other.id}};
    QVERIFY(start());
    QAction *link = entries("linksField").first();
    QVERIFY(link->menu());
    QVERIFY(link->text().contains(QStringLiteral("#1042")));
    QVERIFY(link->text().contains(QStringLiteral("empty && old"))); // a letter, not a mnemonic
    link->menu()->actions().last()->trigger();
    QTRY_VERIFY(now().links.isEmpty());
    m_screen->findChild<QAction *>(QStringLiteral("ticket.undo"))->trigger();
    QTRY_COMPARE(now().links.size(), 1);
    QTRY_VERIFY(child<FieldPill>("linksField")->isVisible());
    entries("linksField").first()->menu()->actions().first()->trigger();
    QTRY_COMPARE(m_screen->ticket()->ticket(), m_other.id);
    QTRY_COMPARE(child<QLabel>("ticketNumberLabel")->text(), QStringLiteral("#1042"));
}

void TestRelations::aNumberInSomebodysWordsOpensThatTicket()
{
    QVERIFY(start());
    auto *thread = child<ThreadView>("threadView");
    QSignalSpy told(m_screen->ticket(), &TicketPage::statusText);
    Q_EMIT thread->ticketActivated(QStringLiteral("99999"));
    QTRY_COMPARE(told.size(), 1);
    QVERIFY(told.first().first().toString().contains(QStringLiteral("#99999")));
    QCOMPARE(m_screen->ticket()->ticket(), m_ticket.id);
    Q_EMIT thread->ticketActivated(QString::number(m_other.number));
    QTRY_COMPARE(m_screen->ticket()->ticket(), m_other.id);
}

void TestRelations::aLinkToNowhereOrToItselfChangesNothingAndSaysWhy()
{
    QVERIFY(start());
    auto *banner = child<QWidget>("troubleBanner");
    for (const char *number : {"99999", "1041", "not a number"}) {
        banner->hide();
        m_world->prompt.texts = {QString::fromLatin1(number)};
        entry("linksField", QStringLiteral("Relates to"))->trigger();
        QTRY_VERIFY(banner->isVisible());
    }
    QVERIFY(now().links.isEmpty());
    // A question that was given up asks nothing more.
    banner->hide();
    entry("linksField", QStringLiteral("Relates to"))->trigger();
    QVERIFY(now().links.isEmpty());
    QVERIFY(!banner->isVisible());
}

void TestRelations::anAddedFieldIsShownChangedAndRemoved()
{
    QVERIFY(start());
    m_world->prompt.texts = {QStringLiteral(" Room "), QStringLiteral("B 12")};
    m_screen->findChild<QAction *>(QStringLiteral("ticket.field"))->trigger();
    QTRY_COMPARE(now().custom.value(QStringLiteral("Room")), QStringLiteral("B 12"));
    QTRY_VERIFY(child<FieldPill>("customField"));
    auto *pill = child<FieldPill>("customField");
    QTRY_COMPARE(pill->value(), QStringLiteral("B 12"));
    QVERIFY(pill->isVisible());
    QVERIFY(pill->accessibleName().contains(QStringLiteral("Room")));
    m_world->prompt.askedTexts.clear();
    m_world->prompt.texts = {QStringLiteral("C 3")};
    entry("customField", QStringLiteral("Change"))->trigger();
    QCOMPARE(m_world->prompt.askedTexts.first().text, QStringLiteral("B 12")); // what is there
    QTRY_COMPARE(pill->value(), QStringLiteral("C 3"));
    entry("customField", QStringLiteral("Remove"))->trigger();
    QTRY_VERIFY(now().custom.isEmpty());
    QTRY_VERIFY(!child<FieldPill>("customField"));
}

void TestRelations::aFieldWithoutANameIsNotAdded()
{
    QVERIFY(start());
    m_world->prompt.texts = {QStringLiteral("   "), QStringLiteral("value")};
    m_screen->findChild<QAction *>(QStringLiteral("ticket.field"))->trigger();
    QCOMPARE(m_world->prompt.askedTexts.size(), 1);
    QVERIFY(now().custom.isEmpty());
}

void TestRelations::aChangeOfRelationsCanBeUndone()
{
    m_ticket.watchers = {m_world->anna.id};
    QVERIFY(start());
    entry("watchersField", QStringLiteral("Remove"))->trigger();
    QTRY_VERIFY(now().watchers.isEmpty());
    QTRY_VERIFY(child<QWidget>("undoBar")->isVisible());
    m_screen->findChild<QAction *>(QStringLiteral("ticket.undo"))->trigger();
    QTRY_COMPARE(now().watchers.size(), 1);
}

void TestRelations::theRequesterSeesNoneOfIt()
{
    m_ticket.watchers = {m_world->anna.id};
    m_ticket.links = {{LinkKind::DuplicateOf, m_other.id}};
    m_ticket.custom = {{QStringLiteral("Vendor"), QStringLiteral("Acme")}};
    QVERIFY(start());
    QTRY_VERIFY(child<QWidget>("customField"));
    QVERIFY(child<QWidget>("relationPills")->isVisible());
    m_screen->ticket()->setAsRequester(true);
    QVERIFY(!child<QWidget>("relationPills")->isVisible());
    QVERIFY(!child<QWidget>("customField"));
    m_screen->ticket()->setAsRequester(false);
    QVERIFY(child<QWidget>("relationPills")->isVisible());
}

void TestRelations::theKeysOpenTheMenus()
{
    QVERIFY(start());
    auto *thread = child<QWidget>("threadView");
    const struct {
        Qt::Key key;
        const char *pill;
    } keys[] = {{Qt::Key_W, "watchersField"}, {Qt::Key_L, "linksField"}, {Qt::Key_Q, "queueField"}};
    for (const auto &[key, pill] : keys) {
        thread->setFocus();
        QTest::keyClick(thread, key);
        QMenu *menu = child<FieldPill>(pill)->menu();
        QTRY_VERIFY2(menu->isVisible(), pill);
        QVERIFY2(menu->activeAction(), pill);
        menu->close();
    }
}

void TestRelations::foreignNamesStayPlainText()
{
    m_other.title = QStringLiteral("<b>bold</b>\n<img src=x> ") + QStringLiteral("long ").repeated(40);
    const QList<TicketRow> known = [this] {
        TicketRow row;
        row.id = m_other.id;
        row.number = 1042;
        row.title = m_other.title;
        return QList<TicketRow>{row};
    }();
    QVERIFY(RelationPills::sentence({LinkKind::RelatesTo, m_other.id}, known)
                .contains(QStringLiteral("<b>bold</b>")));
    m_ticket.links = {{LinkKind::RelatesTo, m_other.id}};
    QVERIFY(start());
    const QString text = entries("linksField").first()->text();
    QVERIFY(text.size() < 100 && !text.contains(QLatin1Char('\n')));
    QCOMPARE(RelationPills::sentence({LinkKind::RelatesTo, m_world->ids.make<TicketId>()}, known)
                 .contains(QStringLiteral("not on this computer")), true);
}

QTEST_MAIN(TestRelations)
#include "tst_relations.moc"
