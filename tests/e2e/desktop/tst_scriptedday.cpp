// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composer/composer.h"
#include "app/queue/queuepage.h"
#include "app/queue/ticketlistmodel.h"
#include "app/shell/agentscreen.h"
#include "app/text/enumtext.h"
#include "app/ticket/fieldpill.h"
#include "app/ticket/ticketpage.h"
#include "app/ticket/ticketpicker.h"
#include "app/widgets/banner.h"
#include "app/widgets/button.h"
#include "core/model/lifecycle.h"
#include "tests/e2e/client/digests.h"
#include "tests/e2e/desktop/agentdesk.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>

using namespace vigie;
using namespace vigie::e2e;

/// A whole day in the agent's window, by keyboard: thirty tickets, half of them without the server.
/// What a second agent then reads for the first time is the same to the byte.
class TestScriptedDay final : public QObject
{
    Q_OBJECT

    static constexpr int kPatienceMs = 30'000 * kSlowness;
    static constexpr int kTickets = 30;

    std::unique_ptr<Scene> m_scene;
    std::unique_ptr<AgentDesk> m_ada;
    std::unique_ptr<AgentDesk> m_ben;
    QList<TicketId> m_tickets; ///< in the order of their numbers

    // ---- what is on the screen
    [[nodiscard]] AgentScreen *screen() const { return m_ada->window().agent(); }
    [[nodiscard]] TicketPage *page() const { return screen()->ticket(); }
    template<class W>
    [[nodiscard]] W *child(const char *name) const
    {
        return m_ada->window().findChild<W *>(QLatin1String(name));
    }
    [[nodiscard]] QAbstractItemView *list() const
    {
        return child<QAbstractItemView>("ticketListView");
    }
    [[nodiscard]] Ticket at(AgentDesk &desk, const TicketId &id) const
    {
        const auto view = AgentDesk::await(desk.workspace().tickets().open(id));
        return view ? view->ticket : Ticket();
    }
    [[nodiscard]] Ticket now(const TicketId &id) const { return at(*m_ada, id); }
    template<class Condition>
    [[nodiscard]] static bool comes(Condition condition)
    {
        return QTest::qWaitFor(condition, kPatienceMs);
    }

    // ---- what the hands do
    /// Without a window manager nobody makes the window active again when a menu has closed.
    static void putInFront(QWidget &window)
    {
        QT_WARNING_PUSH
        QT_WARNING_DISABLE_DEPRECATED // activateWindow() asks the window manager
        QApplication::setActiveWindow(&window);
        QT_WARNING_POP
    }
    [[nodiscard]] bool activate() const
    {
        return comes([this] {
            if (QApplication::activeWindow() != &m_ada->window())
                putInFront(m_ada->window());
            return QApplication::activeWindow() == &m_ada->window();
        });
    }
    [[nodiscard]] QWidget *focus() const
    {
        return QApplication::focusWidget() || activate() ? QApplication::focusWidget() : nullptr;
    }
    void key(Qt::Key key, Qt::KeyboardModifiers with = {}) const
    {
        QWidget *target = QApplication::activePopupWidget();
        if (!target)
            target = focus();
        QVERIFY(target);
        QTest::keyClick(target, key, with);
    }
    /// Walks down the menu that is open to the entry with these words.
    void choose(const QString &words) const
    {
        QMenu *menu = nullptr;
        QVERIFY(comes(
            [&] { return (menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())) != nullptr; }));
        for (int step = 0; step <= menu->actions().size(); ++step) {
            if (menu->activeAction() && menu->activeAction()->text() == words)
                return key(Qt::Key_Return);
            key(Qt::Key_Down);
        }
        QFAIL(qPrintable(QStringLiteral("no entry ") + words));
    }
    void report(int count);
    void open(const TicketId &id);
    void take(const TicketId &id);
    void say(const TicketId &id, Qt::Key how, const QString &words);
    void field(const TicketId &id, Qt::Key menu, const QString &words);
    void escalateToTheTop(const TicketId &id);
    void merge(const TicketId &id, const TicketId &into);
    void takeApart(const TicketId &id);
    void find(const QString &words, const TicketId &expected);
    void closeTogetherAndUndo(const QList<TicketId> &tickets);
    void half(qsizetype from);
    [[nodiscard]] QStringList wordsIn(AgentDesk &desk, const TicketId &id) const;
    [[nodiscard]] bool sent(AgentDesk &desk) const
    {
        const SyncStatus status = desk.workspace().status();
        return status.phase == SyncStatus::Phase::Online && status.waiting == 0
            && status.needsYou == 0;
    }
    [[nodiscard]] static QJsonObject sharedDigests(const AgentDesk &desk);

private Q_SLOTS:
    void cleanup();
    void aDayOfThirtyTicketsHalfOfItWithoutTheServer();
};

void TestScriptedDay::cleanup()
{
    m_ben.reset();
    m_ada.reset();
    m_scene.reset();
}

void TestScriptedDay::report(int count)
{
    AgentDesk anna(*m_scene, QStringLiteral("anna"));
    VIGIE_MUST(anna.open(*m_scene));
    for (int i = 0; i < count; ++i) {
        CreateTicket create;
        create.title = QStringLiteral("Trouble %1").arg(i + 1, 2, 10, QLatin1Char('0'));
        create.kit.what = create.title + QStringLiteral(": it has not worked since this morning");
        const auto reported = AgentDesk::await(anna.workspace().tickets().report(create, {}));
        QVERIFY(reported);
        m_tickets.append(*reported);
    }
    QVERIFY(comes([&] { return anna.workspace().status().waiting == 0; }));
}

void TestScriptedDay::open(const TicketId &id)
{
    QVERIFY(activate());
    m_ada->window().openTicket(id);
    const QString number = EnumText::ticketNumber(now(id).number, id);
    auto *reply = child<QPlainTextEdit>("replyEdit");
    QVERIFY(comes([&] {
        return page()->ticket() == id && child<QLabel>("ticketNumberLabel")->text() == number
            && !reply->isReadOnly();
    }));
    page()->focusThread();
}

void TestScriptedDay::take(const TicketId &id)
{
    key(Qt::Key_M);
    QVERIFY(comes([&] { return now(id).owner == m_ada->workspace().me().id; }));
}

void TestScriptedDay::say(const TicketId &id, Qt::Key how, const QString &words)
{
    open(id);
    key(how);
    auto *edit = child<QPlainTextEdit>(how == Qt::Key_R ? "replyEdit" : "noteEdit");
    QVERIFY(comes([&] { return edit->hasFocus(); }));
    QTest::keyClicks(edit, words);
    key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(comes([&] { return wordsIn(*m_ada, id).contains(words); }));
    page()->focusThread();
}

void TestScriptedDay::field(const TicketId &id, Qt::Key menu, const QString &words)
{
    open(id);
    const QMap<QString, int> before = now(id).versions;
    key(menu);
    choose(words);
    QVERIFY(comes([&] { return now(id).versions != before; }));
}

void TestScriptedDay::escalateToTheTop(const TicketId &id)
{
    open(id);
    auto *sheet = child<QWidget>("escalateSheet");
    auto *note = child<QPlainTextEdit>("handoverEdit");
    for (const Level level : {Level::L2, Level::L3, Level::L4}) {
        key(Qt::Key_E);
        QVERIFY(comes([&] { return sheet->isVisible() && !note->isReadOnly(); }));
        page()->focusThread();
        key(Qt::Key_E);
        // The next press means the next level only when the page knows of this one.
        auto *shown = child<FieldPill>("levelField");
        QVERIFY(comes([&] {
            return now(id).level == level && !sheet->isVisible()
                && shown->value().contains(EnumText::of(level));
        }));
        page()->focusThread();
    }
}

void TestScriptedDay::merge(const TicketId &id, const TicketId &into)
{
    open(id);
    key(Qt::Key_M, Qt::ShiftModifier);
    TicketPicker *asks = nullptr;
    QVERIFY(comes([&] { return (asks = m_ada->window().findChild<TicketPicker *>()) != nullptr; }));
    const QString number = QString::number(now(into).number);
    auto *field = asks->findChild<QLineEdit *>(QStringLiteral("ticketPickField"));
    auto *found = asks->findChild<QListWidget *>(QStringLiteral("ticketPickList"));
    QTest::keyClicks(field, number);
    QVERIFY(comes([&] {
        return found->count() == 1
            && found->item(0)->text().startsWith(QLatin1Char('#') + number + QLatin1Char(' '));
    }));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(comes([&] { return now(id).merged.into == into; }));
    QCOMPARE(now(id).state, State::Closed);
}

void TestScriptedDay::takeApart(const TicketId &id)
{
    QMenu *menu = child<FieldPill>("mergedField")->menu();
    QVERIFY(comes([&] { return child<FieldPill>("mergedField")->isVisible(); }));
    Q_EMIT menu->aboutToShow();
    for (QAction *action : menu->actions()) {
        if (action->objectName() == QLatin1String("takeApartAction"))
            action->trigger();
    }
    QVERIFY(comes([&] { return now(id).merged.into.isNull(); }));
}

void TestScriptedDay::find(const QString &words, const TicketId &expected)
{
    page()->focusThread();
    key(Qt::Key_Slash);
    auto *field = child<QLineEdit>("ticketSearchField");
    QVERIFY(comes([&] { return field->hasFocus(); }));
    QTest::keyClicks(field, words);
    QVERIFY(comes([&] { return list()->model()->rowCount() == 1; }));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(comes([&] { return page()->ticket() == expected; }));
    field->clear();
    QVERIFY(comes([&] { return list()->model()->rowCount() > 1; }));
}

void TestScriptedDay::closeTogetherAndUndo(const QList<TicketId> &tickets)
{
    open(tickets.first());
    list()->setFocus();
    const auto *model = qobject_cast<const TicketListModel *>(list()->model());
    for (const TicketId &id : tickets) {
        const QModelIndex row = model->index(model->rowOf(id), 0);
        list()->scrollTo(row);
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, Qt::ControlModifier,
                          list()->visualRect(row).center());
    }
    auto *title = child<QLabel>("bulkTitleLabel");
    QVERIFY(comes([&] {
        return title->isVisible() && title->text().contains(QString::number(tickets.size()));
    }));
    const auto all = [&](State state) {
        return std::all_of(tickets.cbegin(), tickets.cend(),
                           [&](const TicketId &id) { return now(id).state == state; });
    };
    const State before = now(tickets.first()).state;
    QVERIFY(all(before));
    key(Qt::Key_S);
    choose(EnumText::of(State::Closed));
    auto *result = child<Banner>("bulkResult");
    QVERIFY(comes([&] { return all(State::Closed) && result->actionButton()->isVisible(); }));
    key(Qt::Key_Z);
    QVERIFY(comes([&] { return all(before); }));
    key(Qt::Key_Escape);
    QVERIFY(comes([&] { return !title->isVisible(); }));
}

/// Fifteen tickets; the same with and without a server.
void TestScriptedDay::half(qsizetype from)
{
    const QList<TicketId> mine = m_tickets.mid(from, kTickets / 2);
    for (const TicketId &id : mine) {
        open(id);
        take(id);
        if (QTest::currentTestFailed())
            return;
    }
    for (qsizetype i = 0; i < mine.size(); ++i) {
        const TicketId &id = mine[i];
        switch (i % 5) {
        case 0: say(id, Qt::Key_R, QStringLiteral("Please restart it and tell us (%1)").arg(i)); break;
        case 1: say(id, Qt::Key_N, QStringLiteral("Same cable as last week (%1)").arg(i)); break;
        case 2: field(id, Qt::Key_P, EnumText::of(Priority::Critical)); break;
        case 3: field(id, Qt::Key_S, EnumText::of(State::WaitingVendor)); break;
        default: say(id, Qt::Key_N, QStringLiteral("Looked into the log (%1)").arg(i)); break;
        }
        if (QTest::currentTestFailed())
            return;
    }
    escalateToTheTop(mine[1]);
    if (QTest::currentTestFailed())
        return;
    merge(mine[4], mine[0]);
    merge(mine[9], mine[0]);
    if (QTest::currentTestFailed())
        return;
    takeApart(mine[9]);
    closeTogetherAndUndo({mine[6], mine[11], mine[14]});
    if (QTest::currentTestFailed())
        return;
    find(QStringLiteral("\"%1\"").arg(now(mine[12]).title), mine[12]);
    // Some are done for good.
    field(mine[10], Qt::Key_S, EnumText::of(State::Resolved));
}

QStringList TestScriptedDay::wordsIn(AgentDesk &desk, const TicketId &id) const
{
    QStringList words;
    const auto view = AgentDesk::await(desk.workspace().tickets().open(id));
    for (const MessageView &entry : view.value_or(TicketView()).thread) {
        if (entry.message.kind != MessageKind::Event)
            words.append(entry.message.body);
    }
    return words;
}

/// Of everything but what is only this person's.
QJsonObject TestScriptedDay::sharedDigests(const AgentDesk &desk)
{
    const auto all = feedDigests(desk.folder());
    QJsonObject shared;
    if (!all)
        return {{QStringLiteral("error"), toLog(all.error())}};
    for (auto it = all->begin(); it != all->end(); ++it) {
        if (!it.key().startsWith(QLatin1String("p/")))
            shared.insert(it.key(), it.value());
    }
    return shared;
}

void TestScriptedDay::aDayOfThirtyTicketsHalfOfItWithoutTheServer()
{
    m_scene = std::make_unique<Scene>();
    VIGIE_MUST(m_scene->prepare({{QStringLiteral("anna"), QStringLiteral("employee")},
                                 {QStringLiteral("ada"), QStringLiteral("agent")},
                                 {QStringLiteral("ben"), QStringLiteral("agent")}}));
    report(kTickets);
    QVERIFY(!QTest::currentTestFailed());
    m_ada = std::make_unique<AgentDesk>(*m_scene, QStringLiteral("ada"));
    VIGIE_MUST(m_ada->open(*m_scene));
    screen()->queue()->showScope(ListScope::All);
    QVERIFY(comes([&] { return list()->model()->rowCount() == kTickets; }));

    half(0);
    QVERIFY(!QTest::currentTestFailed());
    QVERIFY(m_scene->server().stop());
    half(kTickets / 2);
    QVERIFY(!QTest::currentTestFailed());
    QVERIFY(m_ada->workspace().status().waiting > 20);
    QVERIFY(m_scene->server().start());
    m_ada->workspace().syncNow();
    QVERIFY(comes([&] { return sent(*m_ada); }));

    // Somebody who was not there reads it all for the first time.
    m_ben = std::make_unique<AgentDesk>(*m_scene, QStringLiteral("ben"));
    VIGIE_MUST(m_ben->open(*m_scene));
    QVERIFY(comes([&] { return sent(*m_ben) && sharedDigests(*m_ada) == sharedDigests(*m_ben); }));
    QVERIFY(!sharedDigests(*m_ada).isEmpty());
    QVERIFY(!sharedDigests(*m_ada).contains(QStringLiteral("error")));
    for (const TicketId &id : std::as_const(m_tickets)) {
        QCOMPARE(at(*m_ben, id), now(id));
        QCOMPARE(wordsIn(*m_ben, id), wordsIn(*m_ada, id));
        QVERIFY(now(id).number > 0);
    }
    for (const qsizetype from : {qsizetype(0), qsizetype(kTickets / 2)}) {
        QCOMPARE(at(*m_ben, m_tickets[from + 1]).level, Level::L4);
        QCOMPARE(at(*m_ben, m_tickets[from + 4]).merged.into, m_tickets[from]);
        QVERIFY(at(*m_ben, m_tickets[from + 9]).merged.into.isNull());
        QVERIFY(isOpen(at(*m_ben, m_tickets[from + 9]).state));
        QVERIFY(isOpen(at(*m_ben, m_tickets[from + 6]).state));
        QCOMPARE(at(*m_ben, m_tickets[from + 10]).state, State::Resolved);
    }
}

QTEST_MAIN(TestScriptedDay)
#include "tst_scriptedday.moc"
