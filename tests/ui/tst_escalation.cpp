// SPDX-License-Identifier: GPL-3.0-or-later
// Passing a ticket on from its page: one key at any time, nothing lost, one undo, nothing public.
#include "app/text/enumtext.h"
#include "app/ticket/fieldpill.h"
#include "app/ticket/ladderpanel.h"
#include "app/ticket/threadview.h"
#include "app/ticket/ticketpage.h"
#include "app/widgets/theme.h"
#include "core/model/ladder.h"
#include "core/service/ladderservice.h"
#include "tests/support/uiworld.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScreen>
#include <QSignalSpy>

#include <algorithm>

using namespace vigie;

class TestEscalation final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void init();
    void cleanup();

    void theKeyOpensTheSheetAndSendsWhenPressedAgain();
    void aSecondPressBeforeTheDraftIsReadSendsOnce();
    void lettersInTheNoteAreLettersAndCtrlEnterSends();
    void theNoteIsProposedFromTheTicketAndStaysInternal();
    void anotherLevelQueueAndReasonTravelAlong();
    void oneUndoTakesNoteAndMoveBackAndGivesTheWordsBack();
    void closingTheSheetBetweenSendAndDiskStillOffersUndo();
    void anotherTicketBetweenSendAndDiskIsLeftAlone();
    void whatWasTypedSurvivesEscTicketsAndARestart();
    void anUntouchedSheetLeavesNoDraft();
    void theNoteCanBeMadeAnew();
    void handingBackLeadsToTheStageBefore();
    void aTicketThatNeverMovedCannotBeHandedBack();
    void theThirdTransferIsWarnedOfButNotHindered();
    void leavingOnesQueuesIsSaidBeforehand();
    void quotationsGoWhereOneWrites();
    void replyingInsteadBringsTheComposerBack();
    void theRequestersViewKnowsOfNothing();
    void thePillCountsAndOpensTheLadder();
    void theLadderTellsEveryStageAndCanBeCopied_data();
    void theLadderTellsEveryStageAndCanBeCopied();
    void theArrowsLeaveTheLadderForItsCommands();

private:
    [[nodiscard]] bool start();
    [[nodiscard]] bool show(const Ticket &ticket);
    [[nodiscard]] bool openSheet(const char *command = "ticket.escalate");
    [[nodiscard]] TicketView view(const TicketId &id);
    /// What the server tells of steps that were taken before.
    [[nodiscard]] QList<wire::Change> walked(Ticket &ticket, const QList<Level> &path);
    /// But for what may be under way and is being withdrawn.
    [[nodiscard]] bool nothingWaits(const TicketId &id);
    [[nodiscard]] QStringList drafts();
    void undo() { action("ticket.undo")->trigger(); }
    template<class W>
    [[nodiscard]] W *child(const char *name) const
    {
        return m_page->findChild<W *>(QLatin1String(name));
    }
    [[nodiscard]] QAction *action(const char *name) const { return child<QAction>(name); }
    [[nodiscard]] QWidget *sheet() const { return child<QWidget>("escalateSheet"); }
    [[nodiscard]] QPlainTextEdit *note() const { return child<QPlainTextEdit>("handoverEdit"); }
    [[nodiscard]] QLineEdit *why() const { return child<QLineEdit>("escalateReasonEdit"); }
    [[nodiscard]] QAbstractButton *send() const
    {
        return child<QAbstractButton>("sendEscalationButton");
    }

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<TicketPage> m_page;
    Ticket m_vpn;     ///< Ben's, at level 1, with a conversation
    Ticket m_printer; ///< went L1 → L2 → L1 already
    Ticket m_lost;    ///< twelve stages
};

void TestEscalation::init()
{
    m_world = std::make_unique<UiWorld>();
    UiWorld &world = *m_world;
    m_vpn = world.ticket(QStringLiteral("VPN drops"), world.desk, 1042);
    m_printer = world.ticket(QStringLiteral("Printer prints empty pages"), world.desk, 1041);
    m_lost = world.ticket(QStringLiteral("Nobody knows why"), world.desk, 1040);
    QList<wire::Change> changes = world.directory();
    for (Ticket *ticket : {&m_vpn, &m_printer, &m_lost}) {
        ticket->state = State::Open;
        ticket->publicState = PublicState::InProgress;
        ticket->owner = ticket->contact = world.ben.id;
        ticket->ownerName = ticket->contactName = world.ben.name;
        changes << world.told(*ticket,
                              world.message(*ticket, world.anna, QStringLiteral("Since Monday."),
                                            MessageKind::Report));
    }
    changes << world.told(m_vpn, world.message(m_vpn, world.ben,
                                               QStringLiteral("Restarted the tunnel."),
                                               MessageKind::Note));
    changes << world.told(m_vpn, world.message(m_vpn, world.anna,
                                               QStringLiteral("Also on the cable")));
    changes << walked(m_printer, {Level::L2, Level::L1});
    changes << walked(m_lost, {Level::L2, Level::L3, Level::L4, Level::L3, Level::L4, Level::L2,
                               Level::L1, Level::L2, Level::L3, Level::L4, Level::L3});
    for (const Ticket &ticket : {m_vpn, m_printer, m_lost})
        changes << world.told(ticket);
    QVERIFY(world.say(changes));
}

void TestEscalation::cleanup()
{
    m_page.reset();
    m_world.reset();
}

QList<wire::Change> TestEscalation::walked(Ticket &ticket, const QList<Level> &path)
{
    QList<wire::Change> changes;
    for (const Level &level : path) {
        m_world->clock.at += 5 * 60'000;
        changes << m_world->told(ticket, m_world->message(ticket, m_world->ben,
                                                          QStringLiteral("Tested at %1.")
                                                              .arg(EnumText::of(ticket.level)),
                                                          MessageKind::Note));
        Message event = m_world->message(ticket, m_world->ben, {}, MessageKind::Event);
        event.event = QStringLiteral("escalate");
        event.params = {{QStringLiteral("from"), nameOf(ticket.level)},
                        {QStringLiteral("to"), nameOf(level)},
                        {QStringLiteral("reason"), QStringLiteral("it is not %1")
                                                       .arg(nameOf(ticket.level))}};
        ticket.level = level;
        ++ticket.transfers;
        changes << m_world->told(ticket, event);
    }
    return changes;
}

bool TestEscalation::start()
{
    m_page.reset();
    if (m_world->workspace ? !m_world->restart() : !m_world->enter(m_world->ben))
        return false;
    m_page = std::make_unique<TicketPage>(*m_world->workspace, m_world->prompt, nullptr);
    m_page->resize(900, 800);
    m_page->show();
    m_page->activateWindow();
    return QTest::qWaitForWindowActive(m_page.get()) && show(m_vpn);
}

bool TestEscalation::show(const Ticket &ticket)
{
    m_page->showTicket(ticket.id);
    return QTest::qWaitFor([&] {
        return child<QLabel>("ticketNumberLabel")->text()
            == EnumText::ticketNumber(ticket.number, ticket.id)
            && !child<QPlainTextEdit>("replyEdit")->isReadOnly();
    });
}

bool TestEscalation::openSheet(const char *command)
{
    action(command)->trigger();
    return sheet()->isVisible() && QTest::qWaitFor([this] { return !note()->isReadOnly(); });
}

TicketView TestEscalation::view(const TicketId &id)
{
    return UiWorld::await(m_world->workspace->tickets().open(id)).value_or(TicketView());
}

bool TestEscalation::nothingWaits(const TicketId &id)
{
    const QList<OutboxEntry> pending = view(id).pending;
    return std::all_of(pending.cbegin(), pending.cend(), [](const OutboxEntry &entry) {
        return entry.state == OpState::Withdrawing;
    });
}

QStringList TestEscalation::drafts()
{
    return UiWorld::await(m_world->workspace->drafts().places()).value_or(QStringList());
}

void TestEscalation::theKeyOpensTheSheetAndSendsWhenPressedAgain()
{
    QVERIFY(start());
    auto *thread = child<ThreadView>("threadView");
    thread->setFocus();
    QTest::keyClick(thread, Qt::Key_E);
    QVERIFY(sheet()->isVisible());
    QVERIFY(!child<QWidget>("composer")->isVisible());
    QVERIFY(send()->isEnabled());
    QCOMPARE(send()->text(), QStringLiteral("Escalate to Level 2"));
    QTRY_VERIFY(!note()->isReadOnly());
    QWidget *focus = QApplication::focusWidget();
    QVERIFY(focus && sheet()->isAncestorOf(focus));
    QTest::keyClick(focus, Qt::Key_E);
    QTRY_COMPARE(view(m_vpn.id).ticket.level, Level::L2);
    QTRY_VERIFY(!sheet()->isVisible());
    QVERIFY(child<QWidget>("composer")->isVisible());
    QTRY_VERIFY(child<QWidget>("undoBar")->isVisible());
    QVERIFY(!action("ticket.escalate")->autoRepeat()); // a key that is held down sends nothing
    QVERIFY(thread->hasFocus());
}

void TestEscalation::aSecondPressBeforeTheDraftIsReadSendsOnce()
{
    QVERIFY(start());
    for (int i = 0; i < 4; ++i)
        action("ticket.escalate")->trigger();
    QTRY_VERIFY(!sheet()->isVisible());
    QTRY_COMPARE(view(m_vpn.id).ticket.level, Level::L2);
    QCOMPARE(view(m_vpn.id).pending.size(), 2);
}

void TestEscalation::lettersInTheNoteAreLettersAndCtrlEnterSends()
{
    QVERIFY(start());
    QVERIFY(openSheet());
    note()->setFocus();
    note()->clear();
    QTest::keyClicks(note(), QStringLiteral("eeE see"));
    QCOMPARE(note()->toPlainText(), QStringLiteral("eeE see"));
    QVERIFY(view(m_vpn.id).pending.isEmpty());
    QTest::keyClick(note(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(view(m_vpn.id).pending.size(), 2);
    QTRY_VERIFY(!sheet()->isVisible());
}

void TestEscalation::theNoteIsProposedFromTheTicketAndStaysInternal()
{
    QVERIFY(start());
    QVERIFY(openSheet());
    const QString proposed = note()->toPlainText();
    QVERIFY2(proposed.contains(QStringLiteral("**Tried:**\n- “Restarted the tunnel” – ")),
             qPrintable(proposed));
    QVERIFY(proposed.contains(QStringLiteral("> Also on the cable")));
    send()->click();
    QTRY_COMPARE(view(m_vpn.id).pending.size(), 2);
    const TicketView now = view(m_vpn.id);
    const auto *words = std::get_if<AddMessage>(&now.pending.first().op.payload);
    QVERIFY(words);
    QCOMPARE(words->kind, MessageKind::Note);
    QCOMPARE(words->body, proposed);
    QCOMPARE(now.ticket.contactName, m_world->ben.name);
}

void TestEscalation::anotherLevelQueueAndReasonTravelAlong()
{
    QVERIFY(start());
    QVERIFY(openSheet());
    child<QAbstractButton>("escalateLevelChip4")->click();
    QCOMPARE(send()->text(), QStringLiteral("Escalate to Level 4"));
    auto *queue = child<FieldPill>("escalateQueueField");
    QCOMPARE(queue->value(), QStringLiteral("Service desk"));
    queue->openMenu();
    QAction *field = nullptr;
    for (QAction *entry : queue->menu()->actions()) {
        if (entry->text() == QStringLiteral("Field work"))
            field = entry;
    }
    QVERIFY(field);
    field->trigger();
    queue->menu()->close();
    QCOMPARE(queue->value(), QStringLiteral("Field work"));
    child<QAbstractButton>("escalateReason-rights")->click();
    child<QAbstractButton>("escalateReason-urgent")->click();
    child<QAbstractButton>("escalateReason-urgent")->click(); // a click takes it back
    why()->setText(QStringLiteral("only the lab can trace it"));
    send()->click();
    QTRY_COMPARE(view(m_vpn.id).ticket.level, Level::L4);
    const TicketView now = view(m_vpn.id);
    QCOMPARE(now.ticket.queue, m_world->field);
    QCOMPARE(std::get<Escalate>(now.pending.last().op.payload).reason,
             QStringLiteral("rights or access are missing, only the lab can trace it"));
}

void TestEscalation::oneUndoTakesNoteAndMoveBackAndGivesTheWordsBack()
{
    QVERIFY(start());
    QVERIFY(openSheet());
    note()->setPlainText(QStringLiteral("My own words"));
    why()->setText(QStringLiteral("because"));
    send()->click();
    QTRY_COMPARE(view(m_vpn.id).ticket.level, Level::L2);
    QTRY_VERIFY(!sheet()->isVisible());
    undo();
    QTRY_COMPARE(view(m_vpn.id).ticket.level, Level::L1);
    QVERIFY(nothingWaits(m_vpn.id));
    QCOMPARE(view(m_vpn.id).ticket.owner, m_world->ben.id);
    QTRY_COMPARE(drafts().size(), 1);
    QVERIFY(openSheet());
    QTRY_COMPARE(note()->toPlainText(), QStringLiteral("My own words"));
    QCOMPARE(why()->text(), QStringLiteral("because"));
    // It was one thing, and it is gone.
    QSignalSpy told(m_page.get(), &TicketPage::statusText);
    undo();
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.first().first().toString(), QStringLiteral("There is nothing to undo."));
}

void TestEscalation::closingTheSheetBetweenSendAndDiskStillOffersUndo()
{
    QVERIFY(start());
    QVERIFY(openSheet());
    send()->click();
    child<QAbstractButton>("closeEscalateButton")->click(); // nothing has been waited for
    QVERIFY(!sheet()->isVisible());
    QTRY_VERIFY(child<QWidget>("undoBar")->isVisible());
    QTRY_COMPARE(view(m_vpn.id).ticket.level, Level::L2);
    undo();
    QTRY_COMPARE(view(m_vpn.id).ticket.level, Level::L1);
    QVERIFY(nothingWaits(m_vpn.id));
}

void TestEscalation::anotherTicketBetweenSendAndDiskIsLeftAlone()
{
    QVERIFY(start());
    QVERIFY(openSheet());
    send()->click();
    m_page->showTicket(m_printer.id);
    QTRY_COMPARE(view(m_vpn.id).ticket.level, Level::L2);
    QVERIFY(show(m_printer));
    QVERIFY(openSheet());
    QVERIFY(!note()->isReadOnly());
    QCOMPARE(view(m_printer.id).ticket.level, Level::L1);
    undo();
    QTRY_COMPARE(view(m_vpn.id).ticket.level, Level::L1);
    QVERIFY(sheet()->isVisible());
}

void TestEscalation::whatWasTypedSurvivesEscTicketsAndARestart()
{
    QVERIFY(start());
    QVERIFY(openSheet());
    child<QAbstractButton>("escalateLevelChip3")->click();
    child<QAbstractButton>("escalateReason-stuck")->click();
    note()->setFocus();
    note()->setPlainText(QStringLiteral("Half a thought"));
    QTest::keyClick(note(), Qt::Key_Escape);
    QVERIFY(!sheet()->isVisible());
    QVERIFY(view(m_vpn.id).pending.isEmpty());
    QVERIFY(show(m_printer));
    QVERIFY(openSheet());
    QVERIFY(!note()->toPlainText().contains(QStringLiteral("Half a thought")));
    for (int round = 0; round < 2; ++round) {
        QVERIFY(show(m_vpn));
        QVERIFY(!sheet()->isVisible());
        QVERIFY(openSheet());
        QTRY_COMPARE(note()->toPlainText(), QStringLiteral("Half a thought"));
        QVERIFY(child<QAbstractButton>("escalateLevelChip3")->isChecked());
        QVERIFY(child<QAbstractButton>("escalateReason-stuck")->isChecked());
        QVERIFY(start()); // the program was closed and opened again
    }
}

void TestEscalation::anUntouchedSheetLeavesNoDraft()
{
    QVERIFY(start());
    QVERIFY(openSheet());
    why()->setText(QStringLiteral("x"));
    QTRY_COMPARE(drafts().size(), 1);
    why()->clear();
    QTRY_VERIFY(drafts().isEmpty());
    child<QAbstractButton>("closeEscalateButton")->click();
    QVERIFY(drafts().isEmpty());
}

void TestEscalation::theNoteCanBeMadeAnew()
{
    QVERIFY(start());
    QVERIFY(openSheet());
    auto *renew = child<QAbstractButton>("renewHandoverButton");
    QVERIFY(!renew->isVisible());
    const QString proposed = note()->toPlainText();
    note()->setPlainText(QStringLiteral("mine"));
    QVERIFY(renew->isVisible());
    renew->click();
    QCOMPARE(note()->toPlainText(), proposed);
    QVERIFY(!renew->isVisible());
    QTRY_VERIFY(drafts().isEmpty());
}

void TestEscalation::handingBackLeadsToTheStageBefore()
{
    QVERIFY(start());
    QVERIFY(show(m_lost)); // … L4, L3
    QVERIFY(openSheet("ticket.handBack"));
    QCOMPARE(send()->text(), QStringLiteral("Hand back to Level 4"));
    QVERIFY(child<QAbstractButton>("escalateReason-facts"));
    QVERIFY(!child<QAbstractButton>("escalateReason-rights"));
    child<QAbstractButton>("escalateReason-facts")->click();
    action("ticket.handBack")->trigger();
    QTRY_COMPARE(view(m_lost.id).ticket.level, Level::L4);
    QCOMPARE(std::get<Escalate>(view(m_lost.id).pending.last().op.payload).reason,
             QStringLiteral("facts are missing"));
    undo();
    QTRY_COMPARE(view(m_lost.id).ticket.level, Level::L3);
}

void TestEscalation::aTicketThatNeverMovedCannotBeHandedBack()
{
    QVERIFY(start());
    action("ticket.handBack")->trigger();
    QVERIFY(!sheet()->isVisible());
    QTRY_VERIFY(child<QWidget>("troubleBanner")->isVisible());
}

void TestEscalation::theThirdTransferIsWarnedOfButNotHindered()
{
    QVERIFY(start());
    QVERIFY(openSheet());
    auto *warning = child<QWidget>("escalateWarning");
    QVERIFY(!warning->isVisible());
    QVERIFY(show(m_printer));
    QVERIFY(openSheet());
    QVERIFY(warning->isVisible());
    QString words;
    for (const QLabel *label : warning->findChildren<QLabel *>())
        words += label->text();
    QVERIFY2(words.contains(QStringLiteral("transfer no. 3")), qPrintable(words));
    QVERIFY2(words.contains(QStringLiteral("it is not L2")), qPrintable(words));
    QVERIFY(m_world->prompt.asked.isEmpty());
    send()->click();
    QTRY_COMPARE(view(m_printer.id).ticket.level, Level::L2);
}

void TestEscalation::leavingOnesQueuesIsSaidBeforehand()
{
    Queue lab;
    lab.id = m_world->ids.make<QueueId>();
    lab.name = QStringLiteral("Lab & co");
    QVERIFY(m_world->say({m_world->said(UiWorld::staffFeed(), lab)}));
    QVERIFY(start());
    QVERIFY(openSheet());
    const auto words = [this] {
        QStringList all;
        for (const QLabel *label : sheet()->findChildren<QLabel *>())
            all.append(label->text());
        return all.join(u'\n');
    };
    QVERIFY(!words().contains(QStringLiteral("leaves your lists")));
    auto *queue = child<FieldPill>("escalateQueueField");
    queue->openMenu();
    for (QAction *entry : queue->menu()->actions()) {
        if (entry->text().startsWith(QStringLiteral("Lab")))
            entry->trigger();
    }
    queue->menu()->close();
    QCOMPARE(queue->value(), lab.name);
    QVERIFY(words().contains(QStringLiteral("leaves your lists")));
    send()->click();
    QTRY_COMPARE(view(m_vpn.id).ticket.queue, lab.id);
    QTRY_VERIFY(child<QWidget>("undoBar")->isVisible());
    undo();
    QTRY_COMPARE(view(m_vpn.id).ticket.queue, m_world->desk);
}

void TestEscalation::quotationsGoWhereOneWrites()
{
    QVERIFY(start());
    QVERIFY(openSheet());
    Q_EMIT child<ThreadView>("threadView")->quoteRequested(QStringLiteral("Also on\nthe cable"));
    QVERIFY(note()->toPlainText().endsWith(QStringLiteral("\n\n> Also on\n> the cable\n")));
    QVERIFY(child<QPlainTextEdit>("replyEdit")->toPlainText().isEmpty());
}

void TestEscalation::replyingInsteadBringsTheComposerBack()
{
    QVERIFY(start());
    QVERIFY(openSheet());
    action("composer.reply")->trigger();
    QVERIFY(!sheet()->isVisible());
    QVERIFY(child<QWidget>("composer")->isVisible());
    QTRY_VERIFY(child<QPlainTextEdit>("replyEdit")->hasFocus());
}

void TestEscalation::theRequestersViewKnowsOfNothing()
{
    QVERIFY(start());
    QVERIFY(show(m_printer));
    QVERIFY(openSheet());
    m_page->setAsRequester(true);
    QVERIFY(!sheet()->isVisible());
    for (const QLabel *label : m_page->findChildren<QLabel *>()) {
        if (label->isVisible())
            QVERIFY2(!label->text().contains(QStringLiteral("Level")), qPrintable(label->text()));
    }
    for (const FieldPill *pill : m_page->findChildren<FieldPill *>())
        QVERIFY(!pill->isVisible());
    // The key works here too, and leaves the view first.
    action("ticket.escalate")->trigger();
    QVERIFY(sheet()->isVisible());
    QVERIFY(!m_page->asRequester());
}

void TestEscalation::thePillCountsAndOpensTheLadder()
{
    QVERIFY(start());
    auto *pill = child<FieldPill>("levelField");
    QCOMPARE(pill->value(), QStringLiteral("Level 1"));
    QVERIFY(show(m_printer));
    QTRY_VERIFY2(pill->value().startsWith(QStringLiteral("Level 1 · 2 transfer")),
                 qPrintable(pill->value()));
    action("ticket.ladder")->trigger();
    QTRY_VERIFY(pill->menu()->isVisible());
    auto *panel = pill->menu()->findChild<LadderPanel *>();
    QVERIFY(panel);
    QTRY_VERIFY(panel->findChild<QScrollArea *>()->hasFocus());
    QCOMPARE(panel->findChild<QScrollArea *>()->accessibleDescription(), panel->text());
    auto *copy = pill->menu()->findChild<QAction *>(QStringLiteral("ladderCopy"));
    QVERIFY(copy);
    copy->trigger();
    QCOMPARE(QApplication::clipboard()->text(), panel->text());
    QVERIFY(panel->text().contains(QStringLiteral("it is not L2")));
    pill->menu()->findChild<QAction *>(QStringLiteral("ladderHandBack"))->trigger();
    pill->menu()->close();
    QVERIFY(sheet()->isVisible());
    QCOMPARE(send()->text(), QStringLiteral("Hand back to Level 2"));
}

void TestEscalation::theLadderTellsEveryStageAndCanBeCopied_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("stages");
    QTest::newRow("never moved") << 1042 << 1;
    QTest::newRow("up and back") << 1041 << 3;
    QTest::newRow("twelve stages") << 1040 << 12;
}

void TestEscalation::theLadderTellsEveryStageAndCanBeCopied()
{
    QFETCH(int, number);
    QFETCH(int, stages);
    QVERIFY(start());
    const Ticket &ticket = number == 1042 ? m_vpn : number == 1041 ? m_printer : m_lost;
    const TicketView shown = view(ticket.id);
    QList<Message> thread;
    for (const MessageView &entry : shown.thread)
        thread.append(entry.message);
    const qint64 now = m_world->systemClock.nowMs();
    const LadderPanel panel(shown, ladderOf(shown.ticket, thread, now), now, nullptr);
    QCOMPARE(panel.findChildren<QLabel *>(QStringLiteral("ladderPlaceLabel")).size(), stages);
    QCOMPARE(panel.text().count(QStringLiteral("Service desk")), stages);
    QCOMPARE(panel.text().count(QStringLiteral("Tested at ")), stages - 1);
    QVERIFY(panel.text().contains(QStringLiteral("contact all along")));
    QVERIFY(panel.sizeHint().height() <= std::max(240, panel.screen()->availableGeometry().height() / 2));
    for (const QLabel *label : panel.findChildren<QLabel *>())
        QVERIFY(panel.text().contains(label->text())
                || label->objectName() == QStringLiteral("ladderSpanLabel"));
}

void TestEscalation::theArrowsLeaveTheLadderForItsCommands()
{
    QVERIFY(start());
    action("ticket.ladder")->trigger();
    QMenu *menu = child<FieldPill>("levelField")->menu();
    QTRY_VERIFY(menu->isVisible());
    auto *area = menu->findChild<QScrollArea *>();
    QTRY_VERIFY(area->hasFocus());
    for (int i = 0; i < 100 && menu->activeAction() == menu->actions().first(); ++i)
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Down);
    QVERIFY(menu->activeAction());
    QCOMPARE(menu->activeAction()->objectName(), QStringLiteral("ladderEscalate"));
    menu->close();
}

QTEST_MAIN(TestEscalation)
#include "tst_escalation.moc"
