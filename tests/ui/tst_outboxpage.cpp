// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outbox/outboxcard.h"
#include "app/shell/mainwindow.h"
#include "app/text/synctext.h"
#include "app/widgets/banner.h"
#include "tests/ui/uisample.h"

#include <QAbstractButton>
#include <QLabel>
#include <QTest>

using namespace vigie;

/// What a person can do with work that is not yet, or not certainly, on the server.
class TestOutboxPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<MainWindow> m_window;
    OpId m_reply;

    /// The shown card of the reply, once it has settled on this state.
    OutboxCard *cardIn(OpState state)
    {
        OutboxCard *found = nullptr;
        const bool there = QTest::qWaitFor([&] {
            for (OutboxCard *card : m_window->findChildren<OutboxCard *>()) {
                if (card->isVisible() && card->entry().op.id == m_reply && card->entry().state == state)
                    found = card;
            }
            return found != nullptr;
        });
        return there ? found : nullptr;
    }
    /// What the strip above the pages says.
    QString toldWords()
    {
        QString words;
        for (const Banner *banner : m_window->findChildren<Banner *>()) {
            for (const QLabel *label : banner->findChildren<QLabel *>())
                words += banner->isVisible() ? label->text() : QString();
        }
        return words;
    }
    static QAbstractButton *button(const OutboxCard *card, const char *name)
    {
        return card->findChild<QAbstractButton *>(QLatin1String(name));
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<UiWorld>();
        QVERIFY(m_world->reopen());
        const Ticket about = m_world->ticket(QStringLiteral("The printer is on fire"), m_world->desk, 7);
        QVERIFY(m_world->say(m_world->directory()));
        QVERIFY(m_world->say({m_world->told(about)}));
        const store::NewOp reply = m_world->reply(about.id, QStringLiteral("Use the stairs."));
        m_reply = reply.op.id;
        VERIFY_OK(m_world->outbox().enqueue({reply}, about.title, m_world->clock.at));
        // It left, and nobody knows whether it arrived.
        auto entry = m_world->outbox().entry(m_reply);
        VERIFY_OK(entry);
        entry->state = OpState::Ambiguous;
        entry->attempts = 1;
        VERIFY_OK(m_world->outbox().update({*entry}));
        VERIFY_OK(m_world->rebase(about.id));
        QVERIFY(m_world->enter(m_world->ben));
        m_window = std::make_unique<MainWindow>(*m_world->workspace, m_world->prompt, m_world->systemClock);
        m_window->show();
        m_window->showPage(QStringLiteral("outbox"));
    }
    void cleanup()
    {
        m_window.reset();
        m_world.reset();
    }

    void whatMayHaveArrivedIsWithdrawnAndSaysSo()
    {
        OutboxCard *card = cardIn(OpState::Ambiguous);
        QVERIFY(card);
        QVERIFY(!button(card, "outboxKeepButton")->isVisible());
        button(card, "outboxDiscardButton")->click();
        card = cardIn(OpState::Withdrawing);
        QVERIFY(card);
        QVERIFY(button(card, "outboxKeepButton")->isVisible());
        QVERIFY(!button(card, "outboxDiscardButton")->isVisible());
        QVERIFY(card->findChild<QLabel *>(QStringLiteral("outboxReasonLabel"))->isVisible());
        const auto bin = UiWorld::await(m_world->workspace->outbox().bin());
        QVERIFY(bin && bin->isEmpty()); // the server has not yet said so
    }

    void whatIsBeingWithdrawnCanBeSentAfterAll()
    {
        OutboxCard *card = cardIn(OpState::Ambiguous);
        QVERIFY(card);
        button(card, "outboxDiscardButton")->click();
        card = cardIn(OpState::Withdrawing);
        QVERIFY(card);
        button(card, "outboxKeepButton")->click();
        QVERIFY(cardIn(OpState::Ambiguous));
        const auto entries = UiWorld::await(m_world->workspace->outbox().entries());
        QVERIFY(entries);
        QCOMPARE(entries->size(), 1);
        QCOMPARE(std::get<AddMessage>(entries->first().op.payload).body, QStringLiteral("Use the stairs."));
    }

    void oneThingIsCountedOnce()
    {
        QTRY_COMPARE(m_world->workspace->status().checking, 1);
        const auto *page = m_window->findChild<QAbstractButton *>(QStringLiteral("outboxNavButton"));
        QVERIFY(page);
        QTRY_COMPARE(page->accessibleDescription(), QStringLiteral("1"));
        SyncStatus status;
        status.waiting = 3;
        status.checking = 2;
        QCOMPARE(SyncText::counts(status), QStringLiteral("1 waiting, 2 being checked"));
    }

    void whatArrivedBeforeItWasWithdrawnIsToldToThePerson()
    {
        Q_EMIT m_world->workspace->arrivedAfterAll(QStringLiteral("The printer is on fire"));
        QVERIFY2(toldWords().contains(QStringLiteral("The printer is on fire")), qPrintable(toldWords()));
    }

    void whatGaveWayIsToldToThePerson()
    {
        Q_EMIT m_world->workspace->gaveWay(QStringLiteral("The printer is on fire"));
        QVERIFY2(toldWords().contains(QStringLiteral("stays assigned")), qPrintable(toldWords()));
    }
};

QTEST_MAIN(TestOutboxPage)
#include "tst_outboxpage.moc"
