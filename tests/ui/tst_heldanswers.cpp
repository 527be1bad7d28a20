// SPDX-License-Identifier: GPL-3.0-or-later
// An answer that others overtook is held, beside what they said, until its author decides.
#include "app/composer/composer.h"
#include "app/shell/agentscreen.h"
#include "app/text/enumtext.h"
#include "app/ticket/ticketpage.h"
#include "app/ticket/unseenwords.h"
#include "app/widgets/theme.h"
#include "core/service/draftservice.h"
#include "core/service/outboxservice.h"
#include "tests/ui/uisample.h"

#include <QAbstractButton>
#include <QJsonArray>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTest>

using namespace vigie;

class TestHeldAnswers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void init();
    void cleanup();

    void whatIsNewStandsBesideTheAnswer();
    void itIsSentAnywayWithWhatWasRead();
    void itGoesBackIntoTheEditorWithItsFiles();
    void itNeverGoesIntoTheAnswerToAnotherTicket();
    void itIsDiscardedIntoTheBin();
    void onlyWhatOthersSaidToEverybodySinceIsNew();
    void aConflictOfValuesSaysWhatWasThereBefore();

private:
    [[nodiscard]] bool open();
    [[nodiscard]] QWidget *card(const char *name) const
    {
        auto *found = m_screen->findChild<QWidget *>(QLatin1String(name));
        return found && found->isVisible() ? found : nullptr;
    }
    [[nodiscard]] static QString wordsOn(const QWidget *card)
    {
        QString words;
        for (const QLabel *label : card->findChildren<QLabel *>())
            words += label->text() + QLatin1Char('\n');
        return words;
    }
    void click(const char *name) { m_screen->findChild<QAbstractButton *>(QLatin1String(name))->click(); }
    [[nodiscard]] QList<OutboxEntry> entries() const
    {
        return UiWorld::await(m_world->workspace->outbox().entries()).value_or(QList<OutboxEntry>());
    }
    [[nodiscard]] QList<OutboxEntry> bin() const
    {
        return UiWorld::await(m_world->workspace->outbox().bin()).value_or(QList<OutboxEntry>());
    }

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<AgentScreen> m_screen;
    Ticket m_vpn;
    Ticket m_other;
    Message m_first;
    Message m_newest;
    Attachment m_file;
    OpId m_answer;
};

void TestHeldAnswers::init()
{
    m_world = std::make_unique<UiWorld>();
    UiWorld &world = *m_world;
    QVERIFY(world.reopen());
    m_vpn = world.ticket(QStringLiteral("VPN drops"), world.desk, 1042);
    m_vpn.state = State::Open;
    m_vpn.owner = world.ben.id;
    m_other = world.ticket(QStringLiteral("Printer is out"), world.desk, 1043);
    m_first = world.message(m_vpn, world.anna, QStringLiteral("The tunnel closes"), MessageKind::Report);
    const Person zoe = world.person(QStringLiteral("Zoë"), Role::Agent, {world.desk});
    const Message note = world.message(m_vpn, zoe, QStringLiteral("An internal thought"), MessageKind::Note);
    m_newest = world.message(m_vpn, world.anna, QStringLiteral("It works again, thank you"));
    QVERIFY(world.say(world.directory() + QList<wire::Change>{world.told(m_other), world.told(m_vpn), world.told(m_vpn, m_first), world.told(m_vpn, note), world.told(m_vpn, m_newest)}));
    store::NewOp written = world.reply(m_vpn.id, QStringLiteral("Please restart it"));
    written.op.seenThrough = m_first.id;
    m_file = {QString(64, QLatin1Char('a')), QStringLiteral("plan.txt"), QStringLiteral("text/plain"), 12};
    std::get<AddMessage>(written.op.payload).attachments = {m_file};
    m_answer = written.op.id;
    VERIFY_OK(world.outbox().enqueue({written}, m_vpn.title, world.clock.at));
    auto entry = world.outbox().entry(m_answer);
    VERIFY_OK(entry);
    entry->state = OpState::Conflict;
    entry->attempts = 1;
    entry->conflict = Conflict{QStringLiteral("unseen"), {}, {}, 0, world.anna.name};
    VERIFY_OK(world.outbox().update({*entry}));
    VERIFY_OK(world.rebase(m_vpn.id));
}

void TestHeldAnswers::cleanup()
{
    m_screen.reset();
    m_world.reset();
}

bool TestHeldAnswers::open()
{
    if (!m_world->enter(m_world->ben))
        return false;
    m_screen = std::make_unique<AgentScreen>(*m_world->workspace, m_world->prompt, nullptr);
    m_screen->resize(1280, 900);
    m_screen->show();
    m_screen->activateWindow();
    m_screen->openTicket(m_vpn.id);
    return QTest::qWaitForWindowActive(m_screen.get());
}

void TestHeldAnswers::whatIsNewStandsBesideTheAnswer()
{
    QVERIFY(open());
    QTRY_VERIFY(card("heldCard"));
    const QString words = wordsOn(card("heldCard"));
    QVERIFY2(words.contains(m_newest.body), qPrintable(words));
    QVERIFY(words.contains(QStringLiteral("Please restart it")));
    QVERIFY(!words.contains(m_first.body));
    QVERIFY(!words.contains(QStringLiteral("internal thought")));
    // It is in the conversation, too, for whoever wants to see it at its place.
    QVERIFY(!card("conflictCard"));
}

void TestHeldAnswers::itIsSentAnywayWithWhatWasRead()
{
    QVERIFY(open());
    QTRY_VERIFY(card("heldCard"));
    click("heldSendButton");
    QTRY_VERIFY(!card("heldCard"));
    QTRY_COMPARE(entries().size(), 1);
    const OutboxEntry sent = entries().first();
    QVERIFY(sent.state == OpState::Queued || sent.state == OpState::Sending);
    QCOMPARE(sent.op.seenThrough, m_newest.id);
    QCOMPARE(std::get<AddMessage>(sent.op.payload).body, QStringLiteral("Please restart it"));
}

void TestHeldAnswers::itGoesBackIntoTheEditorWithItsFiles()
{
    QVERIFY(open());
    QTRY_VERIFY(card("heldCard"));
    auto *edit = m_screen->findChild<QPlainTextEdit *>(QStringLiteral("replyEdit"));
    QTRY_VERIFY(!edit->isReadOnly());
    edit->setPlainText(QStringLiteral("Something newer"));
    click("heldEditButton");
    QTRY_COMPARE(edit->toPlainText(), QStringLiteral("Please restart it\n\nSomething newer"));
    QTRY_VERIFY(!card("heldCard"));
    QVERIFY(entries().isEmpty());
    QCOMPARE(bin().size(), 1);
    const auto draft = UiWorld::await(m_world->workspace->drafts().load(QStringLiteral("reply/") + m_vpn.id.text()));
    QVERIFY(draft && draft->value(QLatin1String("files")).toArray().size() == 1);
}

void TestHeldAnswers::itNeverGoesIntoTheAnswerToAnotherTicket()
{
    QVERIFY(open());
    QTRY_VERIFY(card("heldCard"));
    click("heldEditButton");
    // Before the outbox has answered.
    m_screen->openTicket(m_other.id);
    QTRY_COMPARE(bin().size(), 1);
    auto *edit = m_screen->findChild<QPlainTextEdit *>(QStringLiteral("replyEdit"));
    QTRY_COMPARE(m_screen->ticket()->ticket(), m_other.id);
    QTRY_VERIFY(!edit->isReadOnly());
    QVERIFY(edit->toPlainText().isEmpty());
    const auto draft = UiWorld::await(
        m_world->workspace->drafts().load(QStringLiteral("reply/") + m_other.id.text()));
    QVERIFY(!draft || draft->isEmpty());
}

void TestHeldAnswers::itIsDiscardedIntoTheBin()
{
    QVERIFY(open());
    QTRY_VERIFY(card("heldCard"));
    click("heldDiscardButton");
    QTRY_VERIFY(!card("heldCard"));
    QVERIFY(entries().isEmpty());
    QCOMPARE(bin().size(), 1);
    QCOMPARE(bin().first().op.id, m_answer);
}

void TestHeldAnswers::onlyWhatOthersSaidToEverybodySinceIsNew()
{
    const auto shown = [](const Message &message, bool mine) {
        MessageView view;
        view.message = message;
        view.mine = mine;
        return view;
    };
    Message own = m_world->message(m_vpn, m_world->ben, QStringLiteral("Mine"));
    Message event = own;
    event.kind = MessageKind::Event;
    Op op;
    op.seenThrough = m_first.id;
    const QList<MessageView> thread{shown(m_first, false), shown(own, true), shown(event, false), shown(m_newest, false)};
    QCOMPARE(unseenBy(op, thread), QList<Message>{m_newest});
    op.seenThrough = m_newest.id;
    QVERIFY(unseenBy(op, thread).isEmpty());
    op.seenThrough = MessageId(QUuid::createUuid());
    QVERIFY(unseenBy(op, thread).isEmpty());
}

void TestHeldAnswers::aConflictOfValuesSaysWhatWasThereBefore()
{
    UiWorld &world = *m_world;
    auto added = world.op(m_vpn.id, SetField{QStringLiteral("priority"), QStringLiteral("critical")}, m_vpn);
    added.undo = SetField{QStringLiteral("priority"), QStringLiteral("normal")};
    VERIFY_OK(world.outbox().enqueue({added}, m_vpn.title, world.clock.at));
    auto entry = world.outbox().entry(added.op.id);
    VERIFY_OK(entry);
    entry->state = OpState::Conflict;
    entry->conflict = Conflict{QStringLiteral("priority"), QStringLiteral("critical"), QStringLiteral("low"), 3, QStringLiteral("Zoë")};
    VERIFY_OK(world.outbox().update({*entry}));
    VERIFY_OK(world.rebase(m_vpn.id));
    QVERIFY(open());
    QTRY_VERIFY(card("conflictCard"));
    const QString words = wordsOn(card("conflictCard"));
    QVERIFY2(words.contains(EnumText::of(Priority::Normal)), qPrintable(words));
    QVERIFY(words.contains(EnumText::of(Priority::Low)) && words.contains(EnumText::of(Priority::Critical)));
}

QTEST_MAIN(TestHeldAnswers)
#include "tst_heldanswers.moc"
