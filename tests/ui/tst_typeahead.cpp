// SPDX-License-Identifier: GPL-3.0-or-later
// Words that are typed while the draft is still being read from the disk: none is lost.
#include "app/composer/composer.h"
#include "app/composer/messageedit.h"
#include "app/widgets/theme.h"
#include "tests/support/uiworld.h"

#include <QApplication>
#include <QKeyEvent>

#include <algorithm>

using namespace vigie;

class TestTypeAhead final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void init();
    void cleanup();

    void wordsTypedBeforeTheDraftIsReadStandBehindIt();
    void wordsSentBeforeTheDraftIsReadAreSent();
    void wordsTypedBeforeTheDraftIsReadStayWithTheirTicket();
    void whatIsSentBeforeTheTicketIsOnScreenWaitsForIt();

private:
    [[nodiscard]] bool compose();
    [[nodiscard]] MessageEdit *edit() const
    {
        return m_composer->findChild<MessageEdit *>(QStringLiteral("replyEdit"));
    }

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<Composer> m_composer;
    Ticket m_ticket;
};

void TestTypeAhead::init()
{
    m_world = std::make_unique<UiWorld>();
    UiWorld &world = *m_world;
    m_ticket = world.ticket(QStringLiteral("Printer"), world.desk, 1041);
    QVERIFY(world.say(world.directory() << world.told(m_ticket)));
    QVERIFY(world.enter(world.ben));
}

void TestTypeAhead::cleanup()
{
    m_composer.reset();
    m_world.reset();
}

bool TestTypeAhead::compose()
{
    m_composer = std::make_unique<Composer>(*m_world->workspace, m_world->prompt, nullptr);
    m_composer->resize(720, 260);
    ComposeTarget target;
    target.ticket = m_ticket.id;
    target.asStaff = true;
    m_composer->setTarget(target);
    m_composer->show();
    m_composer->activateWindow();
    return QTest::qWaitForWindowActive(m_composer.get())
        && QTest::qWaitFor([this] { return !edit()->isReadOnly(); });
}

/// As somebody who knows the keys writes: without waiting for the page.
void TestTypeAhead::wordsTypedBeforeTheDraftIsReadStandBehindIt()
{
    QVERIFY(compose());
    const auto other = m_world->ids.make<TicketId>();
    QVERIFY(UiWorld::await(m_world->workspace->drafts().save(
        QStringLiteral("reply/") + other.text(),
        {{QStringLiteral("body"), QStringLiteral("begun")}})));
    ComposeTarget target;
    target.ticket = other;
    target.asStaff = true;
    m_composer->setTarget(target);
    edit()->setFocus();
    QVERIFY(edit()->isReadOnly());
    QKeyEvent letter(QEvent::ShortcutOverride, Qt::Key_M, Qt::NoModifier, QStringLiteral("m"));
    letter.ignore();
    QVERIFY(QCoreApplication::sendEvent(edit(), &letter) && letter.isAccepted()); // no command
    QTest::keyClicks(edit(), QStringLiteral(" morr"));
    QTest::keyClick(edit(), Qt::Key_Backspace);
    QTest::keyClicks(edit(), QStringLiteral("e"));
    QTRY_COMPARE(edit()->toPlainText(), QStringLiteral("begun more"));
}

void TestTypeAhead::wordsSentBeforeTheDraftIsReadAreSent()
{
    QVERIFY(compose());
    ComposeTarget elsewhere;
    elsewhere.ticket = m_world->ids.make<TicketId>();
    ComposeTarget back;
    back.ticket = m_ticket.id;
    back.asStaff = true;
    m_composer->setTarget(elsewhere);
    m_composer->setTarget(back);
    QVERIFY(edit()->isReadOnly());
    QTest::keyClicks(edit(), QStringLiteral("quick"));
    m_composer->send();
    const auto said = [this] {
        const auto view = UiWorld::await(m_world->workspace->tickets().open(m_ticket.id));
        const QList<MessageView> thread = view.value_or(TicketView()).thread;
        return std::any_of(thread.cbegin(), thread.cend(), [](const MessageView &entry) {
            return entry.message.body == QLatin1String("quick");
        });
    };
    QTRY_VERIFY(said());
    QTRY_VERIFY(edit()->toPlainText().isEmpty());
}

void TestTypeAhead::wordsTypedBeforeTheDraftIsReadStayWithTheirTicket()
{
    QVERIFY(compose());
    ComposeTarget target;
    target.asStaff = true;
    target.ticket = m_world->ids.make<TicketId>();
    m_composer->setTarget(target);
    QVERIFY(edit()->isReadOnly());
    QTest::keyClicks(edit(), QStringLiteral("for this one"));
    const QString place = QStringLiteral("reply/") + target.ticket.text();
    target.ticket = m_ticket.id;
    m_composer->setTarget(target);
    QTRY_VERIFY(!edit()->isReadOnly());
    QVERIFY(edit()->toPlainText().isEmpty());
    const auto kept = [&] {
        const auto content = UiWorld::await(m_world->workspace->drafts().load(place));
        return content ? content->value(QLatin1String("body")).toString() : QString();
    };
    QTRY_COMPARE(kept(), QStringLiteral("for this one"));
}

/// The page of another ticket is still to be seen: nothing may go to that one.
void TestTypeAhead::whatIsSentBeforeTheTicketIsOnScreenWaitsForIt()
{
    QVERIFY(compose());
    ComposeTarget target;
    target.ticket = m_world->ids.make<TicketId>();
    m_composer->setTarget(target);
    QTRY_VERIFY(!edit()->isReadOnly());
    const auto said = [this] {
        const auto view = UiWorld::await(m_world->workspace->tickets().open(m_ticket.id));
        const QList<MessageView> thread = view.value_or(TicketView()).thread;
        return std::any_of(thread.cbegin(), thread.cend(), [](const MessageView &entry) {
            return entry.message.body == QLatin1String("for the new one");
        });
    };
    m_composer->expect(m_ticket.id);
    QTest::keyClicks(edit(), QStringLiteral("for the new one"));
    m_composer->send();
    QTRY_VERIFY(!edit()->isReadOnly());
    QCOMPARE(edit()->toPlainText(), QStringLiteral("for the new one"));
    QVERIFY(!said()); // nobody has seen yet what it answers
    target.ticket = m_ticket.id;
    m_composer->setTarget(target);
    QVERIFY(!said());
    m_composer->setSeenThrough({});
    QTRY_VERIFY(said());
}

QTEST_MAIN(TestTypeAhead)
#include "tst_typeahead.moc"
