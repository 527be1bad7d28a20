// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composer/composer.h"
#include "app/queue/queuepage.h"
#include "app/shell/agentscreen.h"
#include "app/text/enumtext.h"
#include "app/ticket/threadview.h"
#include "app/ticket/ticketpage.h"
#include "app/widgets/theme.h"
#include "core/model/lifecycle.h"
#include "core/service/draftservice.h"
#include "core/service/outboxservice.h"
#include "core/service/ticketservice.h"
#include "core/text/links.h"
#include "tests/support/uiworld.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace vigie;

class TestAgentScreen final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void theListShowsWhatTheProfileHasAndOpensTheFirst();
    void escalateIsEnabledInEveryStateAndLevel();
    void escalatingAsksForAReasonAndIsUndone();
    void aSentReplyShowsAsWaiting();
    void aSentReplyCanBeTakenBackWithItsWords();
    void aWrittenNoteIsNeverMadePublicUnasked();
    void aNoteStaysANoteWhenThePersonDeclines();
    void replyAndNoteDifferInEverythingThatIsRead();
    void draftsSurviveAnotherTicketAndARestart();
    void theRequesterViewHoldsNothingInternal();
    void sendAndResolveSendsBothInOrder();
    void theSeenMessageTravelsWithTheReply();
    void aTicketIsTriagedWithTheKeyboardAlone();
    void lettersInTheEditorAreLettersNotCommands();
    void aTicketThatLeavesTheListStaysOpen();
    void searchFindsWordsOfTheConversation();
    void aConflictShowsBothSidesAndLetsThePersonChoose();
    void aForeignLinkIsOpenedOnlyAfterItsTargetWasShown();
    void aLongConversationIsLaidOutOnlyWhereItIsSeen();
    void everyCommandHasAnIdAndNoTwoShareAKey();
    void everyButtonHasWords();

private:
    [[nodiscard]] bool start();
    [[nodiscard]] TicketView view(const TicketId &id);
    template<class W>
    [[nodiscard]] W *child(const char *name) const
    {
        return m_screen->findChild<W *>(QLatin1String(name));
    }
    [[nodiscard]] QTableView *list() const { return child<QTableView>("ticketListView"); }
    [[nodiscard]] ThreadView *thread() const { return child<ThreadView>("threadView"); }
    [[nodiscard]] QString threadText() const;
    void type(const char *editor, const QString &text);
    void escalate(const QString &reason);
    [[nodiscard]] bool openTicket(const Ticket &ticket);

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<AgentScreen> m_screen;
    Ticket m_printer; ///< unassigned, new, with a report
    Ticket m_vpn;     ///< Ben's, open, with a public and an internal conversation
    Message m_answer; ///< Anna's newest words in m_vpn
};

void TestAgentScreen::initTestCase()
{
    applyTheme(*qApp, Scheme::Light);
}

void TestAgentScreen::init()
{
    m_world = std::make_unique<UiWorld>();
    UiWorld &world = *m_world;
    m_printer = world.ticket(QStringLiteral("Printer prints empty pages"), world.desk, 1041);
    m_printer.kit.what = QStringLiteral("Every page is white");
    m_vpn = world.ticket(QStringLiteral("VPN drops"), world.desk, 1042);
    m_vpn.state = State::Open;
    m_vpn.publicState = PublicState::InProgress;
    m_vpn.owner = world.ben.id;
    m_vpn.ownerName = world.ben.name;
    m_vpn.contact = world.ben.id;
    m_vpn.contactName = world.ben.name;
    m_vpn.tags = {QStringLiteral("secret-tag")};
    QList<wire::Change> changes = m_world->directory();
    changes << m_world->told(m_printer) << m_world->told(m_vpn);
    changes << m_world->told(m_printer, world.message(m_printer, world.anna,
                                                         QStringLiteral("Every page is white"),
                                                         MessageKind::Report));
    changes << m_world->told(m_vpn, world.message(m_vpn, world.anna,
                                                     QStringLiteral("The tunnel closes"),
                                                     MessageKind::Report));
    changes << m_world->told(m_vpn, world.message(m_vpn, world.ben,
                                                     QStringLiteral("Zanzibar concentrator is old"),
                                                     MessageKind::Note));
    m_answer = world.message(m_vpn, world.anna, QStringLiteral("Also on the cable"));
    changes << m_world->told(m_vpn, m_answer);
    QVERIFY(m_world->say(changes));
}

void TestAgentScreen::cleanup()
{
    m_screen.reset();
    m_world.reset();
}

bool TestAgentScreen::start()
{
    m_screen.reset();
    if (m_world->workspace ? !m_world->restart() : !m_world->enter(m_world->ben))
        return false;
    m_screen = std::make_unique<AgentScreen>(*m_world->workspace, m_world->prompt, nullptr);
    m_screen->resize(1280, 800);
    m_screen->show();
    m_screen->activateWindow();
    m_screen->queue()->showScope(ListScope::All);
    return QTest::qWaitForWindowActive(m_screen.get())
        && QTest::qWaitFor([this] { return list()->model()->rowCount() == 2; })
        && QTest::qWaitFor([this] { return thread()->count() > 0; });
}

TicketView TestAgentScreen::view(const TicketId &id)
{
    const Result<TicketView> found = UiWorld::await(m_world->workspace->tickets().open(id));
    return found ? *found : TicketView{};
}

QString TestAgentScreen::threadText() const
{
    QStringList all;
    for (int i = 0; i < thread()->count(); ++i)
        all << thread()->spoken(i);
    return all.join(u'\n');
}

void TestAgentScreen::type(const char *editor, const QString &text)
{
    auto *edit = child<QPlainTextEdit>(editor);
    QTRY_VERIFY(!edit->isReadOnly());
    edit->setFocus();
    QTest::keyClicks(edit, text);
}

void TestAgentScreen::escalate(const QString &reason)
{
    child<QAbstractButton>("escalateButton")->click();
    auto *why = child<QLineEdit>("escalateReasonEdit");
    QTRY_VERIFY(!why->isReadOnly());
    why->setText(reason);
    child<QAbstractButton>("sendEscalationButton")->click();
}

bool TestAgentScreen::openTicket(const Ticket &ticket)
{
    m_screen->openTicket(ticket.id);
    return QTest::qWaitFor([&] {
        return child<QLabel>("ticketNumberLabel")->text()
            == EnumText::ticketNumber(ticket.number, ticket.id)
            && !child<QPlainTextEdit>("replyEdit")->isReadOnly();
    });
}

void TestAgentScreen::theListShowsWhatTheProfileHasAndOpensTheFirst()
{
    QVERIFY(start());
    const QString first = list()->model()->index(0, 0).data().toString();
    QCOMPARE(first, m_vpn.title);
    QVERIFY(threadText().contains(QStringLiteral("Also on the cable"))
            || threadText().contains(QStringLiteral("Every page is white")));
    QVERIFY(list()->currentIndex().isValid());
    // A screen reader hears what the eye sees.
    const QString spoken =
        list()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY(spoken.contains(QStringLiteral("1042")));
    QVERIFY(spoken.contains(EnumText::of(State::Open)));
    QVERIFY(spoken.contains(m_world->anna.name));
}

void TestAgentScreen::escalateIsEnabledInEveryStateAndLevel()
{
    UiWorld &world = *m_world;
    QList<Ticket> tickets;
    QList<wire::Change> changes;
    qint64 number = 2000;
    for (const EnumName<State> &state : enumNames<State>()) {
        for (const EnumName<Level> &level : enumNames<Level>()) {
            Ticket ticket = world.ticket(QStringLiteral("T"), world.desk, ++number);
            ticket.state = state.value;
            ticket.publicState = publicState(state.value);
            ticket.level = level.value;
            tickets.append(ticket);
            changes.append(m_world->told(ticket));
        }
    }
    QVERIFY(m_world->say(changes));
    QVERIFY(m_world->enter(m_world->ben));
    m_screen = std::make_unique<AgentScreen>(*m_world->workspace, m_world->prompt, nullptr);
    m_screen->resize(1280, 800);
    m_screen->show();
    QCOMPARE(tickets.size(), 28);
    for (const Ticket &ticket : tickets) {
        QVERIFY(openTicket(ticket));
        auto *button = child<QAbstractButton>("escalateButton");
        QVERIFY2(button->isVisible() && button->isEnabled(),
                 qPrintable(nameOf(ticket.state) + nameOf(ticket.level)));
        QAction *action = m_screen->findChild<QAction *>(QStringLiteral("ticket.escalate"));
        QVERIFY(action && action->isEnabled());
        button->click();
        QVERIFY(child<QWidget>("escalateSheet")->isVisible());
        QVERIFY(child<QAbstractButton>("sendEscalationButton")->isEnabled());
    }
}

void TestAgentScreen::escalatingAsksForAReasonAndIsUndone()
{
    QVERIFY(start());
    QVERIFY(openTicket(m_vpn));
    escalate(QStringLiteral("needs the concentrator"));
    QTRY_COMPARE(view(m_vpn.id).ticket.level, Level::L2);
    QTRY_VERIFY(threadText().contains(QStringLiteral("needs the concentrator")));
    QTRY_VERIFY(child<QWidget>("undoBar")->isVisible());
    thread()->setFocus();
    QTest::keyClick(thread(), Qt::Key_Z);
    QTRY_COMPARE(view(m_vpn.id).ticket.level, Level::L1);
}

void TestAgentScreen::aSentReplyShowsAsWaiting()
{
    QVERIFY(start());
    QVERIFY(openTicket(m_vpn));
    type("replyEdit", QStringLiteral("We are on it"));
    auto *send = child<QAbstractButton>("sendMessageButton");
    QVERIFY(send->isEnabled());
    QVERIFY(send->text().contains(m_world->anna.name));
    QTest::keyClick(child<QPlainTextEdit>("replyEdit"), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(threadText().contains(QStringLiteral("We are on it")));
    const ThreadItem last = thread()->item(thread()->count() - 1);
    QCOMPARE(last.text, QStringLiteral("We are on it"));
    QCOMPARE(last.delivery, Delivery::Waiting);
    QCOMPARE(last.visibility, Visibility::Public);
    QVERIFY(child<QPlainTextEdit>("replyEdit")->toPlainText().isEmpty());
    QVERIFY(!send->isEnabled());
    // The draft left the journal with the message.
    const auto places = UiWorld::await(m_world->workspace->drafts().places());
    QVERIFY(places && places->isEmpty());
}

void TestAgentScreen::aSentReplyCanBeTakenBackWithItsWords()
{
    QVERIFY(start());
    QVERIFY(openTicket(m_vpn));
    type("replyEdit", QStringLiteral("Too early"));
    child<QAbstractButton>("sendMessageButton")->click();
    QTRY_VERIFY(threadText().contains(QStringLiteral("Too early")));
    m_screen->findChild<QAction *>(QStringLiteral("ticket.undo"))->trigger();
    QTRY_VERIFY(!threadText().contains(QStringLiteral("Too early")));
    QTRY_COMPARE(child<QPlainTextEdit>("replyEdit")->toPlainText(), QStringLiteral("Too early"));
    QVERIFY(view(m_vpn.id).pending.isEmpty());
}

void TestAgentScreen::aWrittenNoteIsNeverMadePublicUnasked()
{
    QVERIFY(start());
    QVERIFY(openTicket(m_vpn));
    child<QAbstractButton>("noteTab")->click();
    type("noteEdit", QStringLiteral("They never pay"));
    m_world->prompt.answers = {true};
    child<QAbstractButton>("replyTab")->click();
    QCOMPARE(m_world->prompt.asked.size(), 1);
    QVERIFY(m_world->prompt.asked.first().dangerous);
    QVERIFY(m_world->prompt.asked.first().title.contains(m_world->anna.name));
    QCOMPARE(child<QPlainTextEdit>("replyEdit")->toPlainText(), QStringLiteral("They never pay"));
    QVERIFY(child<QPlainTextEdit>("noteEdit")->toPlainText().isEmpty());
    // The way inwards is free.
    m_screen->findChild<QAction *>(QStringLiteral("composer.flip"))->trigger();
    QCOMPARE(m_world->prompt.asked.size(), 1);
    QCOMPARE(child<QPlainTextEdit>("noteEdit")->toPlainText(), QStringLiteral("They never pay"));
    QVERIFY(child<QPlainTextEdit>("replyEdit")->toPlainText().isEmpty());
}

void TestAgentScreen::aNoteStaysANoteWhenThePersonDeclines()
{
    QVERIFY(start());
    QVERIFY(openTicket(m_vpn));
    child<QAbstractButton>("noteTab")->click();
    type("noteEdit", QStringLiteral("They never pay"));
    m_world->prompt.answers = {false};
    child<QAbstractButton>("replyTab")->click();
    QCOMPARE(m_world->prompt.asked.size(), 1);
    QVERIFY(child<QPlainTextEdit>("replyEdit")->toPlainText().isEmpty());
    QCOMPARE(child<QPlainTextEdit>("noteEdit")->toPlainText(), QStringLiteral("They never pay"));
}

void TestAgentScreen::replyAndNoteDifferInEverythingThatIsRead()
{
    QVERIFY(start());
    QVERIFY(openTicket(m_vpn));
    auto *composer = child<QWidget>("composer");
    auto *send = child<QAbstractButton>("sendMessageButton");
    auto *audience = child<QLabel>("audienceLabel");
    const QString replySend = send->text();
    const QString replyAudience = audience->text();
    const QColor replyGround = composer->grab().toImage().pixelColor(2, composer->height() - 3);
    child<QAbstractButton>("noteTab")->click();
    QVERIFY(send->text() != replySend);
    QVERIFY(audience->text() != replyAudience);
    const QColor noteGround = composer->grab().toImage().pixelColor(2, composer->height() - 3);
    QVERIFY(noteGround != replyGround);
    type("noteEdit", QStringLiteral("Between us"));
    send->click();
    QTRY_VERIFY(threadText().contains(QStringLiteral("Between us")));
    QCOMPARE(thread()->item(thread()->count() - 1).visibility, Visibility::Internal);
}

void TestAgentScreen::draftsSurviveAnotherTicketAndARestart()
{
    QVERIFY(start());
    QVERIFY(openTicket(m_vpn));
    type("replyEdit", QStringLiteral("Half a sentence"));
    QVERIFY(openTicket(m_printer));
    QVERIFY(child<QPlainTextEdit>("replyEdit")->toPlainText().isEmpty());
    QVERIFY(openTicket(m_vpn));
    QTRY_COMPARE(child<QPlainTextEdit>("replyEdit")->toPlainText(),
                 QStringLiteral("Half a sentence"));
    child<QAbstractButton>("noteTab")->click();
    type("noteEdit", QStringLiteral("and a thought"));
    QVERIFY(start()); // the program was closed and opened again
    QVERIFY(openTicket(m_vpn));
    QTRY_COMPARE(child<QPlainTextEdit>("replyEdit")->toPlainText(),
                 QStringLiteral("Half a sentence"));
    QTRY_COMPARE(child<QPlainTextEdit>("noteEdit")->toPlainText(),
                 QStringLiteral("and a thought"));
}

void TestAgentScreen::theRequesterViewHoldsNothingInternal()
{
    QVERIFY(start());
    QVERIFY(openTicket(m_vpn));
    // Internal things of every kind first.
    escalate(QStringLiteral("because of the supplier"));
    QTRY_VERIFY(threadText().contains(QStringLiteral("because of the supplier")));
    QVERIFY(threadText().contains(QStringLiteral("Zanzibar")));

    m_screen->ticket()->setAsRequester(true);
    QVERIFY(m_screen->ticket()->asRequester());
    QString seen = threadText();
    for (const QLabel *label : m_screen->ticket()->findChildren<QLabel *>()) {
        if (label->isVisible() && label->objectName() != QLatin1String("requesterBanner")
            && !label->parent()->objectName().contains(QLatin1String("requesterBanner")))
            seen += u'\n' + label->text();
    }
    QVERIFY(seen.contains(QStringLiteral("Also on the cable")));
    const QStringList forbidden{QStringLiteral("Zanzibar"), QStringLiteral("supplier"),
                                QStringLiteral("secret-tag"), QStringLiteral("Service desk"),
                                EnumText::of(Level::L1), EnumText::of(Level::L2),
                                EnumText::of(State::WaitingVendor)};
    for (const QString &word : forbidden)
        QVERIFY2(!seen.contains(word, Qt::CaseInsensitive), qPrintable(word));
    for (int i = 0; i < thread()->count(); ++i)
        QVERIFY(!thread()->item(i).isInternal());
    for (const char *name : {"stateField", "priorityField", "ownerField", "queueField",
                             "levelField", "tagsField", "composer", "pendingPanel"})
        QVERIFY2(!child<QWidget>(name)->isVisible(), name);
    m_screen->ticket()->setAsRequester(false);
    QVERIFY(threadText().contains(QStringLiteral("Zanzibar")));
}

void TestAgentScreen::sendAndResolveSendsBothInOrder()
{
    QVERIFY(start());
    QVERIFY(openTicket(m_vpn));
    type("replyEdit", QStringLiteral("Fixed for good"));
    auto *composer = m_screen->findChild<Composer *>();
    QMenu *menu = child<QToolButton>("sendAndButton")->menu();
    Q_EMIT menu->aboutToShow();
    auto *resolve = menu->findChild<QAction *>(QStringLiteral("sendAndResolve"));
    QVERIFY(resolve && composer);
    resolve->trigger();
    QTRY_COMPARE(view(m_vpn.id).ticket.state, State::Resolved);
    const QList<OutboxEntry> pending = view(m_vpn.id).pending;
    QCOMPARE(pending.size(), 2);
    QVERIFY(std::holds_alternative<AddMessage>(pending[0].op.payload));
    QVERIFY(std::holds_alternative<SetState>(pending[1].op.payload));
    QCOMPARE(pending[1].op.seenThrough, m_answer.id);
}

void TestAgentScreen::theSeenMessageTravelsWithTheReply()
{
    QVERIFY(start());
    QVERIFY(openTicket(m_vpn));
    type("replyEdit", QStringLiteral("Noted"));
    child<QAbstractButton>("sendMessageButton")->click();
    QTRY_COMPARE(view(m_vpn.id).pending.size(), 1);
    QCOMPARE(view(m_vpn.id).pending.first().op.seenThrough, m_answer.id);
}

void TestAgentScreen::aTicketIsTriagedWithTheKeyboardAlone()
{
    QVERIFY(start());
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_J);
    QTRY_COMPARE(m_screen->ticket()->ticket(), m_printer.id);
    QTRY_COMPARE(child<QLabel>("ticketNumberLabel")->text(), QStringLiteral("#1041"));
    QTest::keyClick(list(), Qt::Key_M); // take it
    QTRY_COMPARE(view(m_printer.id).ticket.owner, m_world->ben.id);
    QTest::keyClick(list(), Qt::Key_N); // a note
    auto *note = child<QPlainTextEdit>("noteEdit");
    QTRY_VERIFY(note->hasFocus());
    QTest::keyClicks(note, QStringLiteral("drum is worn"));
    QTest::keyClick(note, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(threadText().contains(QStringLiteral("drum is worn")));
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_R); // an answer, and on to the next
    auto *reply = child<QPlainTextEdit>("replyEdit");
    QTRY_VERIFY(reply->hasFocus());
    QVERIFY(m_world->prompt.asked.isEmpty());
    QTest::keyClicks(reply, QStringLiteral("We bring a new one"));
    QTest::keyClick(reply, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(threadText().contains(QStringLiteral("We bring a new one")));
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Slash);
    QTRY_VERIFY(child<QWidget>("ticketSearchField")->hasFocus());
}

void TestAgentScreen::lettersInTheEditorAreLettersNotCommands()
{
    QVERIFY(start());
    QVERIFY(openTicket(m_vpn));
    type("replyEdit", QStringLiteral("jkmasperntgiz/.[]"));
    QCOMPARE(child<QPlainTextEdit>("replyEdit")->toPlainText(),
             QStringLiteral("jkmasperntgiz/.[]"));
    QCOMPARE(m_screen->ticket()->ticket(), m_vpn.id);
    QVERIFY(view(m_vpn.id).pending.isEmpty());
    QVERIFY(m_world->prompt.asked.isEmpty() && m_world->prompt.askedTexts.isEmpty());
}

void TestAgentScreen::aTicketThatLeavesTheListStaysOpen()
{
    QVERIFY(start());
    QVERIFY(openTicket(m_vpn));
    child<QAbstractButton>("resolveButton")->click();
    QTRY_COMPARE(list()->model()->rowCount(), 1);
    QCOMPARE(m_screen->ticket()->ticket(), m_vpn.id);
    QVERIFY(!list()->currentIndex().isValid());
    m_screen->queue()->selectNext();
    QTRY_COMPARE(m_screen->ticket()->ticket(), m_printer.id);
}

void TestAgentScreen::searchFindsWordsOfTheConversation()
{
    QVERIFY(start());
    auto *field = child<QWidget>("ticketSearchField");
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("zanzibar"));
    QTRY_COMPARE(list()->model()->rowCount(), 1);
    QCOMPARE(list()->model()->index(0, 0).data().toString(), m_vpn.title);
    QTRY_VERIFY(list()->model()->index(0, 0).data(TicketListModel::ExcerptRole).toString()
                    .contains(QChar(2)));
    QTest::keyClicks(field, QStringLiteral("qqqq"));
    QTRY_COMPARE(list()->model()->rowCount(), 0);
    QVERIFY(!list()->isVisible()); // an empty state speaks instead
}

void TestAgentScreen::aConflictShowsBothSidesAndLetsThePersonChoose()
{
    UiWorld &world = *m_world;
    const auto added = world.op(m_vpn.id, SetField{QStringLiteral("priority"),
                                                   QStringLiteral("critical")}, m_vpn);
    VERIFY_OK(world.outbox().enqueue({added}, m_vpn.title, world.clock.at));
    auto entry = world.outbox().entry(added.op.id);
    VERIFY_OK(entry);
    entry->state = OpState::Conflict;
    entry->conflict = Conflict{QStringLiteral("priority"), QStringLiteral("critical"),
                               QStringLiteral("low"), 3, QStringLiteral("Zoë")};
    VERIFY_OK(world.outbox().update({*entry}));
    VERIFY_OK(world.rebase(m_vpn.id));
    QVERIFY(start());
    QVERIFY(openTicket(m_vpn));
    QTRY_VERIFY(child<QWidget>("conflictCard") && child<QWidget>("conflictCard")->isVisible());
    QString words;
    for (const QLabel *label : child<QWidget>("conflictCard")->findChildren<QLabel *>())
        words += label->text() + u'\n';
    QVERIFY(words.contains(QStringLiteral("Zoë")));
    QVERIFY(words.contains(EnumText::of(Priority::Critical)));
    QVERIFY(words.contains(EnumText::of(Priority::Low)));
    child<QAbstractButton>("useTheirsButton")->click();
    QTRY_VERIFY(!child<QWidget>("pendingPanel")->isVisible());
    QVERIFY(view(m_vpn.id).pending.isEmpty());
    const auto bin = UiWorld::await(m_world->workspace->outbox().bin());
    QVERIFY(bin && bin->size() == 1); // nothing of the person's is thrown away
}

void TestAgentScreen::aForeignLinkIsOpenedOnlyAfterItsTargetWasShown()
{
    QVERIFY(start());
    QVERIFY(openTicket(m_vpn));
    Q_EMIT thread()->linkActivated(QUrl(QStringLiteral("https://раураl.example/login")));
    QCOMPARE(m_world->prompt.asked.size(), 1);
    QVERIFY(m_world->prompt.asked.first().text.contains(QStringLiteral("xn--")));
    QVERIFY(linksIn(QStringLiteral("javascript:alert(1) file:///etc/passwd ftp://x.org/")).isEmpty());
    QCOMPARE(linksIn(QStringLiteral("see (https://a.example/x_(y)), or mail mailto:b@c.example."))
                 .size(), 2);
}

void TestAgentScreen::aLongConversationIsLaidOutOnlyWhereItIsSeen()
{
    UiWorld &world = *m_world;
    QList<wire::Change> changes;
    for (int i = 0; i < 500; ++i) {
        changes << m_world->told(
            m_vpn, world.message(m_vpn, i % 2 ? world.ben : world.anna,
                                 QStringLiteral("Message %1 ").arg(i)
                                     + QStringLiteral("and many words ").repeated(i % 40)));
    }
    QVERIFY(m_world->say(changes));
    QVERIFY(start());
    QVERIFY(openTicket(m_vpn));
    QTRY_VERIFY(thread()->count() >= 500);
    QVERIFY2(thread()->laidOut() < 60, qPrintable(QString::number(thread()->laidOut())));
    thread()->setFocus();
    QTest::keyClick(thread(), Qt::Key_Home);
    QTest::keyClick(thread(), Qt::Key_End);
    QCOMPARE(thread()->current(), thread()->count() - 1);
    QTest::keyClick(thread(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("Message 499")));
}

void TestAgentScreen::everyCommandHasAnIdAndNoTwoShareAKey()
{
    QVERIFY(start());
    QSet<QString> ids;
    QHash<QString, QString> keys;
    for (const QAction *action : m_screen->commands()) {
        QVERIFY(!action->objectName().isEmpty());
        QVERIFY2(!ids.contains(action->objectName()), qPrintable(action->objectName()));
        ids.insert(action->objectName());
        QVERIFY(!action->text().isEmpty());
        for (const QKeySequence &key : action->shortcuts()) {
            const QString text = key.toString();
            QVERIFY2(!keys.contains(text),
                     qPrintable(text + u' ' + action->objectName() + u' ' + keys.value(text)));
            keys.insert(text, action->objectName());
        }
    }
    QVERIFY(ids.size() > 20);
}

void TestAgentScreen::everyButtonHasWords()
{
    QVERIFY(start());
    QVERIFY(openTicket(m_vpn));
    for (const QAbstractButton *button : m_screen->findChildren<QAbstractButton *>()) {
        // The clear button inside a line edit is Qt's own.
        if (!button->isVisible() || qobject_cast<QLineEdit *>(button->parentWidget()))
            continue;
        QVERIFY2(!button->text().isEmpty() || !button->accessibleName().isEmpty(),
                 qPrintable(button->objectName() + QLatin1String(button->metaObject()->className())));
    }
}

QTEST_MAIN(TestAgentScreen)
#include "tst_agentscreen.moc"
