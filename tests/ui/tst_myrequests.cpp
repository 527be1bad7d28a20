// SPDX-License-Identifier: GPL-3.0-or-later
// My requests without a server: the expected time, a picture in the answer, confirming, reopening
// with a reason, asking for an update.
#include "app/annotate/annotatewindow.h"
#include "app/capture/capturecoordinator.h"
#include "app/requests/requestspage.h"
#include "app/requests/requestview.h"
#include "app/shell/mainwindow.h"
#include "app/text/expecttext.h"
#include "app/text/timetext.h"
#include "app/widgets/button.h"
#include "app/widgets/label.h"
#include "app/widgets/theme.h"
#include "core/base/json.h"
#include "core/model/codec.h"
#include "core/ops/opcodec.h"
#include "core/service/shotservice.h"
#include "tests/support/fakecapture.h"
#include "tests/ui/uisample.h"

#include <QApplication>
#include <QDirIterator>
#include <QPlainTextEdit>
#include <QToolButton>

using namespace vigie;

namespace {

qint64 local(const char *text)
{
    return QDateTime::fromString(QLatin1String(text), QStringLiteral("yyyy-MM-dd HH:mm"))
        .toMSecsSinceEpoch();
}

Ticket waitingTicket(const Expectation &expected)
{
    Ticket ticket;
    ticket.publicState = PublicState::InProgress;
    ticket.expected = expected;
    return ticket;
}

} // namespace

class TestMyRequests final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void theExpectedTimeIsSaidAsAPersonWould_data();
    void theExpectedTimeIsSaidAsAPersonWould();
    void theViewShowsTheExpectedTimeAndHowOldItIs();
    void aPictureOfTheScreenIsBurnedIntoTheAnswer();
    void anAbandonedPictureLeavesNothing();
    void notYetFixedReopensWithTheReasonAsAMessage();
    void aClosedRequestIsReopenedAndTold();
    void askingForAnUpdateIsAFlagAndNoMessage();

private:
    void openEmployee();
    void choose(PublicState state);
    [[nodiscard]] RequestView *view() const { return m_window->requests()->view(); }
    [[nodiscard]] QStringList outbox() const;
    template<class W>
    [[nodiscard]] W *child(const char *name) const
    {
        return m_window->findChild<W *>(QLatin1String(name));
    }

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<FakeCapture> m_backend;
    std::unique_ptr<CaptureCoordinator> m_capture;
    std::unique_ptr<MainWindow> m_window;
    QHash<PublicState, TicketId> m_requests;
};

void TestMyRequests::initTestCase()
{
    QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
    applyTheme(*qApp, Scheme::Light);
}

void TestMyRequests::cleanup()
{
    m_window.reset();
    m_capture.reset();
    m_backend.reset();
    m_world.reset();
    m_requests.clear();
}

void TestMyRequests::openEmployee()
{
    m_world = std::make_unique<UiWorld>();
    fillEmployee(*m_world);
    QVERIFY(m_world->workspace);
    ListQuery mine;
    mine.scope = ListScope::MyRequests;
    mine.openOnly = false;
    mine.me = m_world->anna.id;
    const auto rows = UiWorld::await(m_world->workspace->tickets().list(mine));
    QVERIFY(rows);
    for (const TicketRow &row : *rows)
        m_requests.insert(row.publicState, row.id);
    m_backend = std::make_unique<FakeCapture>();
    CaptureTiming fast;
    fast.unmap = fast.settle = 1;
    m_capture = std::make_unique<CaptureCoordinator>(*m_backend, nullptr, fast);
    ReportPorts ports;
    ports.capture = m_capture.get();
    m_window = std::make_unique<MainWindow>(*m_world->workspace, m_world->prompt,
                                            m_world->systemClock, nullptr, ports);
    m_window->resize(1240, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestMyRequests::choose(PublicState state)
{
    const TicketId id = m_requests.value(state);
    QVERIFY(!id.isNull());
    m_window->openTicket(id);
    QTRY_COMPARE(view()->ticket(), id);
    QTRY_VERIFY(child<QWidget>("replyEdit")->isVisible());
}

/// What waits, oldest first: the kind, and the words of messages.
QStringList TestMyRequests::outbox() const
{
    const auto entries = UiWorld::await(m_world->workspace->outbox().entries());
    QStringList told;
    for (const OutboxEntry &entry : entries.value_or(QList<OutboxEntry>())) {
        const auto *add = std::get_if<AddMessage>(&entry.op.payload);
        told.append(add ? kindName(entry.op.payload) + QLatin1Char(' ') + add->body
                        : kindName(entry.op.payload));
    }
    return told;
}

void TestMyRequests::theExpectedTimeIsSaidAsAPersonWould_data()
{
    QTest::addColumn<Ticket>("ticket");
    QTest::addColumn<qint64>("asOf");
    QTest::addColumn<QString>("words");
    const qint64 today = local("2026-10-05 16:00");
    const qint64 tomorrow = local("2026-10-06 10:00");
    const qint64 friday = local("2026-10-09 12:30");
    const qint64 past = local("2026-10-05 09:00");
    const QString late = QStringLiteral("It takes longer than we hoped. ");
    QTest::newRow("both") << waitingTicket({tomorrow, friday}) << qint64(0)
                          << QStringLiteral("We expect to answer by tomorrow 10:00 and to have it "
                                            "fixed by Friday 12:30.");
    QTest::newRow("an answer") << waitingTicket({today, 0}) << qint64(0)
                               << QStringLiteral("We expect to answer by today 16:00.");
    QTest::newRow("a solution") << waitingTicket({0, tomorrow}) << qint64(0)
                                << QStringLiteral("We expect to have it fixed by tomorrow 10:00.");
    QTest::newRow("far away") << waitingTicket({0, local("2026-11-02 09:00")}) << qint64(0)
                              << QStringLiteral("We expect to have it fixed by 2 Nov 09:00.");
    QTest::newRow("without a server") << waitingTicket({today, 0}) << local("2026-10-05 08:02")
                                      << QStringLiteral("We expect to answer by today 16:00. (as of "
                                                        "today 08:02)");
    QTest::newRow("late") << waitingTicket({past, friday}) << qint64(0)
                          << late + QStringLiteral("Ask for an update if you wait for it.");
    Ticket asked = waitingTicket({0, past});
    asked.updateAskedAt = past;
    QTest::newRow("late and asked") << asked << qint64(0)
                                    << late
            + QStringLiteral("You asked for an update and will hear from us.");
    QTest::newRow("nothing known") << waitingTicket({}) << qint64(0) << QString();
    Ticket mine = waitingTicket({past, past});
    mine.publicState = PublicState::NeedsYou;
    QTest::newRow("the ball is with the person") << mine << qint64(0) << QString();
}

void TestMyRequests::theExpectedTimeIsSaidAsAPersonWould()
{
    QFETCH(Ticket, ticket);
    QFETCH(qint64, asOf);
    QFETCH(QString, words);
    QCOMPARE(ExpectText::line(ticket, local("2026-10-05 10:00"), asOf), words);
}

void TestMyRequests::theViewShowsTheExpectedTimeAndHowOldItIs()
{
    m_world = std::make_unique<UiWorld>();
    QVERIFY(m_world->reopen());
    Ticket printer = m_world->request(QStringLiteral("Printer"), 1041, PublicState::Received,
                                      m_world->anna, m_world->ben);
    printer.expected = {m_world->systemClock.nowMs() + 30 * 60'000,
                        m_world->systemClock.nowMs() + 26 * 3'600'000};
    VERIFY_OK(m_world->apply(m_world->anna,
                             {m_world->said(UiWorld::personFeed(m_world->anna), printer)}));
    QVERIFY(m_world->enter(m_world->anna));
    RequestView shown(*m_world->workspace, m_world->prompt, m_world->systemClock, nullptr);
    shown.offerShots();
    shown.resize(800, 700);
    shown.show();
    shown.open(printer.id);
    auto *label = shown.findChild<QLabel *>(QStringLiteral("expectedTimeLabel"));
    QTRY_VERIFY(label->isVisible());
    QTRY_VERIFY(label->text().startsWith(QStringLiteral("We expect to answer by ")));
    if (const QString folder = qEnvironmentVariable("VIGIE_PICTURES"); !folder.isEmpty())
        shown.grab().save(folder + QStringLiteral("/expected.png"));
}

void TestMyRequests::aPictureOfTheScreenIsBurnedIntoTheAnswer()
{
    openEmployee();
    choose(PublicState::NeedsYou);
    auto *camera = child<QToolButton>("replyShotButton");
    QVERIFY(camera->isVisible());
    QVERIFY(!camera->accessibleName().isEmpty());
    QImage screen(320, 200, QImage::Format_RGB32);
    screen.fill(Qt::white);
    const QRect secret(40, 60, 100, 30);
    for (int x = secret.left(); x <= secret.right(); ++x)
        for (int y = secret.top(); y <= secret.bottom(); ++y)
            screen.setPixelColor(x, y, QColor::fromHsv((x * 7 + y * 13) % 360, 255, 255));
    view()->addShot(screen, 1, view()->ticket());
    const auto editor = [this] { return child<AnnotateWindow>("annotateWindow"); };
    QTRY_VERIFY(editor());
    Annotation box;
    box.kind = AnnotationKind::Redaction;
    box.rect = secret;
    box.layer = reporterLayer();
    QVERIFY(!editor()->editor().add(QStringLiteral("Hide"), box).isEmpty());
    editor()->close();
    const QString place = QStringLiteral("reply/") + view()->ticket().text();
    const auto files = [&] {
        const auto draft = UiWorld::await(m_world->workspace->drafts().load(place));
        return foldShots(
            codec::attachmentsFrom(draft.value_or(QJsonObject()).value(QLatin1String("files")).toArray())
                .value_or(QList<Attachment>()));
    };
    QTRY_COMPARE(files().size(), 1);
    const ShownFile made = files().constFirst();
    QVERIFY(made.isShot());
    // What is in the answer has one colour where the secret was, and nothing of it besides.
    const auto opened =
        UiWorld::await(m_world->workspace->shots().open(made, view()->ticket()));
    QVERIFY(opened && opened->layersRead);
    const QRgb flat = opened->picture.pixel(secret.topLeft());
    for (const QPoint &at : {secret.center(), secret.bottomRight(), secret.topRight()})
        QCOMPARE(opened->picture.pixel(at), flat);
    // And the original is gone.
    const auto left = [this] {
        QDirIterator originals(m_world->folder.path() + QStringLiteral("/profile/shots"), QDir::Files,
                           QDirIterator::Subdirectories);
        int count = 0;
        for (; originals.hasNext(); originals.next())
            ++count;
        return count;
    };
    QTRY_COMPARE(left(), 0);
    child<QPlainTextEdit>("replyEdit")->setPlainText(QStringLiteral("This is what I see"));
    child<Button>("sendMessageButton")->click();
    QTRY_COMPARE(outbox(), QStringList{QStringLiteral("message.add This is what I see")});
    const auto sent = UiWorld::await(m_world->workspace->outbox().entries());
    QCOMPARE(attachmentsOf(sent->constFirst().op), made.files());
}

void TestMyRequests::anAbandonedPictureLeavesNothing()
{
    openEmployee();
    choose(PublicState::NeedsYou);
    m_backend->answers.append(FakeCapture::trouble(CaptureTrouble::Cancelled));
    child<QToolButton>("replyShotButton")->click();
    QTRY_VERIFY(!m_capture->isBusy());
    QVERIFY(m_window->isVisible());
    QCOMPARE(m_window->currentPage(), QStringLiteral("requests"));
    QVERIFY(!child<AnnotateWindow>("annotateWindow"));
}

void TestMyRequests::notYetFixedReopensWithTheReasonAsAMessage()
{
    openEmployee();
    choose(PublicState::Fixed);
    m_world->prompt.texts.append(QStringLiteral("Only until I restart"));
    QTRY_VERIFY(child<Button>("reopenFixedButton")->isVisible());
    child<Button>("reopenFixedButton")->click();
    QTRY_COMPARE(outbox(), QStringList{QStringLiteral("message.add Only until I restart")});
    const auto shown = [this] {
        const auto now = UiWorld::await(m_world->workspace->tickets().open(view()->ticket()));
        return now ? now->ticket.publicState : PublicState::Closed;
    };
    QTRY_COMPARE(shown(), PublicState::InProgress);
}

void TestMyRequests::aClosedRequestIsReopenedAndTold()
{
    openEmployee();
    choose(PublicState::Closed);
    m_world->prompt.texts.append(QStringLiteral("It came back"));
    QTRY_VERIFY(child<Button>("reopenRequestButton")->isVisible());
    child<Button>("reopenRequestButton")->click();
    QTRY_COMPARE(outbox(), (QStringList{QStringLiteral("ticket.state"),
                                        QStringLiteral("message.add It came back")}));
}

void TestMyRequests::askingForAnUpdateIsAFlagAndNoMessage()
{
    openEmployee();
    choose(PublicState::InProgress);
    auto *ask = child<Button>("askUpdateButton");
    QTRY_VERIFY(ask->isVisible() && ask->isEnabled());
    ask->click();
    QTRY_COMPARE(outbox(), QStringList{QStringLiteral("ticket.ask-update")});
    QTRY_VERIFY(!ask->isEnabled());
}

QTEST_MAIN(TestMyRequests)
#include "tst_myrequests.moc"
