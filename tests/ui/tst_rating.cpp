// SPDX-License-Identifier: GPL-3.0-or-later
// "Was it solved?" at a calm moment, once, without nagging.
#include "app/desktop/calmwatch.h"
#include "app/desktop/ratingasker.h"
#include "app/requests/ratingcard.h"
#include "app/requests/requestspage.h"
#include "app/requests/requestview.h"
#include "app/shell/mainwindow.h"
#include "app/widgets/button.h"
#include "app/widgets/starrating.h"
#include "app/widgets/theme.h"
#include "core/base/limits.h"
#include "core/ops/opcodec.h"
#include "core/service/noticerules.h"
#include "core/service/noticeservice.h"
#include "tests/ui/uisample.h"

#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QSignalSpy>

using namespace vigie;

class TestRating final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void onlyEndedRequestsOfMineAreAskedAbout_data();
    void onlyEndedRequestsOfMineAreAskedAbout();
    void nobodyIsAskedTwiceInSevenDaysNorTwiceAboutTheSame();
    void nobodyIsAskedWhileBusy();
    void aQuestionWithoutAPlaceIsAskedLater();
    void oneClickIsAVerdictAndWaitsInTheOutbox();
    void aReasonReplacesTheVerdictThatHasNotLeft();
    void yesClosesWhatWasFixed();
    void notYetLeadsToReopening();
    void closingTheQuestionWritesNothing();
    void theQuestionStandsAboveThePages();

private:
    void enter();
    void openWindow();
    [[nodiscard]] Ticket ticketIn(PublicState state) const;
    [[nodiscard]] QStringList outbox() const;
    template<class W>
    [[nodiscard]] W *child(const char *name) const
    {
        return m_window->findChild<W *>(QLatin1String(name));
    }

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<MainWindow> m_window;
    FixedClock m_clock;
    QList<Ticket> m_tickets;
};

void TestRating::initTestCase()
{
    QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
    applyTheme(*qApp, Scheme::Light);
}

void TestRating::cleanup()
{
    m_window.reset();
    m_world.reset();
    m_tickets.clear();
}

void TestRating::enter()
{
    m_world = std::make_unique<UiWorld>();
    fillEmployee(*m_world);
    QVERIFY(m_world->workspace);
    ListQuery query;
    query.scope = ListScope::MyRequests;
    query.openOnly = false;
    const auto rows = UiWorld::await(m_world->workspace->tickets().list(query));
    QVERIFY(rows);
    for (const TicketRow &row : *rows)
        m_tickets.append(UiWorld::await(m_world->workspace->tickets().open(row.id))->ticket);
    m_clock.at = m_world->systemClock.nowMs() + 3'600'000;
}

void TestRating::openWindow()
{
    m_window = std::make_unique<MainWindow>(*m_world->workspace, m_world->prompt,
                                            m_world->systemClock);
    m_window->resize(1240, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

Ticket TestRating::ticketIn(PublicState state) const
{
    for (const Ticket &ticket : m_tickets) {
        if (ticket.publicState == state)
            return ticket;
    }
    return {};
}

QStringList TestRating::outbox() const
{
    const auto entries = UiWorld::await(m_world->workspace->outbox().entries());
    QStringList told;
    for (const OutboxEntry &entry : entries.value_or(QList<OutboxEntry>())) {
        const auto *rate = std::get_if<Rate>(&entry.op.payload);
        told.append(rate ? QStringLiteral("%1 %2").arg(rate->score).arg(rate->comment).trimmed()
                         : kindName(entry.op.payload));
    }
    return told;
}

void TestRating::onlyEndedRequestsOfMineAreAskedAbout_data()
{
    constexpr qint64 now = 1'800'000'000'000;
    constexpr qint64 day = 86'400'000;
    Ticket good;
    good.publicState = PublicState::Fixed;
    good.requester = PersonId(QUuid::createUuidV5(QUuid(), QStringLiteral("anna")));
    good.createdAt = now - 3 * day;
    good.publicUpdatedAt = now - day;
    QTest::addColumn<Ticket>("ticket");
    QTest::addColumn<PersonId>("me");
    QTest::addColumn<qint64>("now");
    QTest::addColumn<bool>("asked");
    const auto row = [&](const char *name, bool asked, auto change) {
        Ticket ticket = good;
        change(ticket);
        QTest::newRow(name) << ticket << good.requester << now << asked;
    };
    row("fixed", true, [](Ticket &) {});
    row("closed", true, [](Ticket &t) { t.publicState = PublicState::Closed; });
    row("open", false, [](Ticket &t) { t.publicState = PublicState::InProgress; });
    row("rated", false, [](Ticket &t) { t.rating.score = 4; });
    row("somebody else's", false, [](Ticket &t) { t.requester = PersonId(); });
    row("reported just now", false,
        [](Ticket &t) { t.createdAt = now - limits::kRatingAfterReportMs + 1; });
    row("ended just now", false,
        [](Ticket &t) { t.publicUpdatedAt = now - limits::kRatingAfterEndMs + 1; });
    row("ended long ago", false,
        [](Ticket &t) { t.publicUpdatedAt = now - limits::kRatingUntilMs - 1; });
}

void TestRating::onlyEndedRequestsOfMineAreAskedAbout()
{
    QFETCH(Ticket, ticket);
    QFETCH(PersonId, me);
    QFETCH(qint64, now);
    QFETCH(bool, asked);
    QCOMPARE(mayAskForRating(ticket, me, now), asked);
}

void TestRating::nobodyIsAskedTwiceInSevenDaysNorTwiceAboutTheSame()
{
    enter();
    NoticeService &notices = m_world->workspace->notices();
    const auto next = [&](qint64 now) {
        const auto found = UiWorld::await(notices.nextToRate(now));
        return found && *found ? (*found)->id : TicketId();
    };
    const TicketId first = next(m_clock.at);
    QVERIFY(!first.isNull());
    QCOMPARE(next(m_clock.at), first); // looking is not asking
    QVERIFY(UiWorld::await(notices.noteAsked(first, m_clock.at)));
    QVERIFY(next(m_clock.at + limits::kRatingEveryMs - 1).isNull());
    const TicketId second = next(m_clock.at + limits::kRatingEveryMs);
    QVERIFY(!second.isNull() && second != first);
    QVERIFY(UiWorld::await(notices.noteAsked(second, m_clock.at + limits::kRatingEveryMs)));
    QVERIFY(m_world->restart());
    const auto later = UiWorld::await(
        m_world->workspace->notices().nextToRate(m_clock.at + limits::kRatingEveryMs + 60'000));
    QVERIFY(later && !*later);
}

void TestRating::nobodyIsAskedWhileBusy()
{
    FixedClock clock;
    bool full = false;
    bool busy = false;
    QMainWindow window;
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    CalmWatch calm(clock, [&full] { return full; }, nullptr);
    calm.setBusy([&busy] { return busy; });
    QVERIFY(!calm.isCalm()); // the program has just started
    clock.at += limits::kRatingCalmMs;
    QVERIFY(calm.isCalm());
    full = true;
    QVERIFY(!calm.isCalm());
    full = false;
    busy = true;
    QVERIFY(!calm.isCalm());
    busy = false;
    QTest::keyClick(&window, Qt::Key_A);
    QVERIFY(!calm.isCalm());
    clock.at += limits::kRatingCalmMs - 1;
    QVERIFY(!calm.isCalm());
    clock.at += 1;
    QVERIFY(calm.isCalm());
    // The editor, a recording's frame, a countdown: any other window of ours.
    QDialog other;
    other.show();
    QVERIFY(!calm.isCalm());
    other.hide();
    QVERIFY(calm.isCalm());
}

void TestRating::aQuestionWithoutAPlaceIsAskedLater()
{
    enter();
    bool place = false;
    QList<TicketId> asked;
    CalmWatch calm(m_clock, nullptr, nullptr);
    RatingAsker asker(calm, m_clock,
                      [&](const Ticket &ticket) {
                          asked.append(ticket.id);
                          return place;
                      },
                      nullptr);
    asker.setWorkspace(m_world->workspace.get());
    asker.tick();
    m_clock.at += limits::kRatingCalmMs;
    asker.tick(); // the first did nothing: it was not calm
    QTRY_COMPARE(asked.size(), 1);
    place = true;
    asker.tick();
    QTRY_COMPARE(asked.size(), 2);
    QCOMPARE(asked.at(1), asked.at(0));
    const auto after = UiWorld::await(m_world->workspace->notices().nextToRate(m_clock.at + 1));
    QVERIFY(after && !*after);
    // And once the days have passed, about another one.
    m_clock.at += limits::kRatingEveryMs;
    asker.tick();
    QTRY_COMPARE(asked.size(), 3);
    QVERIFY(asked.at(2) != asked.at(1));
}

void TestRating::oneClickIsAVerdictAndWaitsInTheOutbox()
{
    enter();
    openWindow();
    const Ticket closed = ticketIn(PublicState::Closed);
    QVERIFY(m_window->askForRating(closed));
    auto *card = child<RatingCard>("ratingCard");
    QVERIFY(card->isVisible());
    QVERIFY(child<QLabel>("ratingQuestionLabel")->text().contains(closed.title));
    auto *stars = card->findChild<StarRating *>();
    QTest::mouseClick(stars->findChildren<QToolButton *>().at(3), Qt::LeftButton);
    QTRY_COMPARE(outbox(), QStringList{QStringLiteral("4")});
    QVERIFY(child<QLineEdit>("ratingReasonEdit")->isVisible());
    child<QToolButton>("ratingCloseButton")->click();
    QVERIFY(!card->isVisible());
    QCOMPARE(outbox(), QStringList{QStringLiteral("4")});
}

void TestRating::aReasonReplacesTheVerdictThatHasNotLeft()
{
    enter();
    openWindow();
    QVERIFY(m_window->askForRating(ticketIn(PublicState::Closed)));
    auto *stars = child<RatingCard>("ratingCard")->findChild<StarRating *>();
    QTest::mouseClick(stars->findChildren<QToolButton *>().at(0), Qt::LeftButton);
    QTRY_COMPARE(outbox(), QStringList{QStringLiteral("1")});
    QVERIFY(child<QLabel>("ratingQuestionLabel")->text().contains(QStringLiteral("Somebody looks")));
    auto *reason = child<QLineEdit>("ratingReasonEdit");
    QTest::keyClicks(reason, QStringLiteral("It took a week"));
    QTest::keyClick(reason, Qt::Key_Return);
    QTRY_COMPARE(outbox(), QStringList{QStringLiteral("1 It took a week")});
    QVERIFY(!child<RatingCard>("ratingCard")->isVisible());
}

void TestRating::yesClosesWhatWasFixed()
{
    enter();
    openWindow();
    QVERIFY(m_window->askForRating(ticketIn(PublicState::Fixed)));
    child<Button>("ratingYesButton")->click();
    QTRY_COMPARE(outbox(), QStringList{QStringLiteral("ticket.state")});
    QVERIFY(child<RatingCard>("ratingCard")->isVisible());
    QVERIFY(!child<Button>("ratingYesButton")->isVisible());
}

void TestRating::notYetLeadsToReopening()
{
    enter();
    openWindow();
    const Ticket fixed = ticketIn(PublicState::Fixed);
    QVERIFY(m_window->askForRating(fixed));
    m_world->prompt.texts.append(QStringLiteral("Still blank"));
    child<Button>("ratingNotYetButton")->click();
    QTRY_COMPARE(m_window->requests()->view()->ticket(), fixed.id);
    QTRY_COMPARE(outbox(), QStringList{QStringLiteral("message.add")});
    QVERIFY(!child<RatingCard>("ratingCard")->isVisible());
}

void TestRating::closingTheQuestionWritesNothing()
{
    enter();
    openWindow();
    QVERIFY(m_window->askForRating(ticketIn(PublicState::Closed)));
    child<QToolButton>("ratingCloseButton")->click();
    QVERIFY(!child<RatingCard>("ratingCard")->isVisible());
    QVERIFY(outbox().isEmpty());
    m_window->hide();
    QVERIFY(!m_window->askForRating(ticketIn(PublicState::Closed)));
}

void TestRating::theQuestionStandsAboveThePages()
{
    enter();
    const QString folder = qEnvironmentVariable("VIGIE_PICTURES");
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        applyTheme(*qApp, scheme);
        openWindow();
        QWidget *before = QApplication::focusWidget();
        QVERIFY(m_window->askForRating(ticketIn(PublicState::Closed)));
        QCOMPARE(QApplication::focusWidget(), before);
        QTRY_VERIFY(child<RatingCard>("ratingCard")->isVisible());
        if (!folder.isEmpty())
            m_window->grab().save(folder + QStringLiteral("/rating-%1.png").arg(int(scheme)));
        m_window.reset();
    }
    applyTheme(*qApp, Scheme::Light);
}

QTEST_MAIN(TestRating)
#include "tst_rating.moc"
