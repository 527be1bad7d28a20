// SPDX-License-Identifier: GPL-3.0-or-later
// A recording of steps, from the command to the report, through the real windows.
#include "app/annotate/annotatewindow.h"
#include "app/capture/recordingframe.h"
#include "app/capture/recordingstrip.h"
#include "app/capture/steprecorder.h"
#include "app/platform/globalhotkey.h"
#include "app/report/reportpage.h"
#include "app/report/shotstrip.h"
#include "app/report/stepcard.h"
#include "app/report/stepreview.h"
#include "app/shell/commandregistry.h"
#include "app/shell/mainwindow.h"
#include "app/shell/stepflow.h"
#include "app/shell/trayicon.h"
#include "app/widgets/banner.h"
#include "app/widgets/button.h"
#include "app/widgets/theme.h"
#include "core/base/limits.h"
#include "core/service/shotservice.h"
#include "tests/support/fakecapture.h"
#include "tests/support/fakeclicks.h"
#include "tests/support/fixedclock.h"
#include "tests/ui/lookcheck.h"
#include "tests/ui/shotsample.h"
#include "tests/ui/uisample.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScopeGuard>
#include <QSignalSpy>

using namespace vigie;

namespace {

/// A key that the test presses.
class FakeHotkey final : public GlobalHotkey
{
public:
    FakeHotkey() : GlobalHotkey(nullptr) {}
    bool taken = false;
    [[nodiscard]] bool isSupported() const override { return true; }
    void press()
    {
        if (!key().isEmpty())
            Q_EMIT pressed();
    }

protected:
    [[nodiscard]] std::optional<HotkeyTrouble> grab(QKeyCombination) override
    {
        return taken ? std::optional(HotkeyTrouble::Taken) : std::nullopt;
    }
    void release() override {}
};

/// What a person sees of the recording, and the program around it.
struct Desk {
    FakeCapture backend;
    FakeClicks clicks;
    FixedClock clock;
    FakeHotkey key;
    StepRecorder recorder{backend, clicks, clock};
    CaptureCoordinator capture{backend};

    [[nodiscard]] static CaptureResult picture(int seed, const QString &title = {})
    {
        const QScreen *at = QGuiApplication::primaryScreen();
        QImage pixels(at->geometry().size(), QImage::Format_RGB32);
        pixels.fill(QColor(0x30, 0x60, 0x90));
        QPainter(&pixels).drawImage(40, 60, screen(seed));
        CaptureResult result = FakeCapture::screens({{pixels, at->geometry(), 1, at->name()}});
        result.activeWindow = CapturedWindow{0, QRect(40, 60, 640, 400), title};
        return result;
    }
};

} // namespace

class StepFlowTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void stepsAreRecordedReviewedAndAttached();
    void theFirstTimeItIsExplainedAndMayBeRefused();
    void captionsBecomeAListThatIsSaidOnce();
    void windowTitlesAreCaptionsByConsentOnly();
    void aKilledRecordingIsOfferedForReview();
    void aRecordingThatWasAttachedBeforeTheKillIsNotOfferedAgain();
    void whatIsDecidedLaterWaits();
    void theRecordingEndsAfterTheLastStep();
    void clicksOnTheStripAreNoSteps();
    void ourFrameAndStripAreNotInThePictures();
    void withoutClicksStepsAreAddedByHandOrKey();
    void pausedNothingIsRecorded();
    void aFullDiskPausesAndKeepsWhatIsThere();
    void aRefusalPausesAndIsTold();
    void aLockedScreenPausesTheRecording();
    void morePicturesThanTheDiskTakesAreTold();
    void noOtherPictureIsTakenMeanwhile();
    void aDiscardedRecordingLeavesNothing();
    void anEmptyRecordingIsTold();
    void aReportWithoutRoomSaysSo();
    void whatIsHiddenOnceIsHiddenInAllThatLookAlike();
    void theMarkCanBeEditedAndKeepsItsNumber();
    void theOrderCanBeChanged();
    void theTraySaysWhatIsRecorded();
    void aClickOnTheTrayIconIsNoStep();
    void closingTheWindowEndsTheRecordingAndKeepsIt();
    void itLooksRight_data();
    void itLooksRight();

private:
    void open();
    void begin();
    void click(const QPoint &at, const QString &title = {});
    [[nodiscard]] StepFlow &flow() const { return *m_window->steps(); }
    [[nodiscard]] StepReview *review() const
    {
        auto *found = m_window->findChild<StepReview *>();
        return found && found->isVisible() ? found : nullptr;
    }
    void stop();
    [[nodiscard]] RecordingStrip *strip() const;
    [[nodiscard]] QString stripWords() const;
    [[nodiscard]] QList<StepCard *> cards() const;
    template<class W>
    [[nodiscard]] static W *in(const QWidget *parent, const char *name)
    {
        return parent->findChild<W *>(QLatin1String(name));
    }
    static void press(const QWidget *parent, const char *name)
    {
        auto *button = in<QAbstractButton>(parent, name);
        QVERIFY(button && button->isEnabled());
        button->click();
    }
    [[nodiscard]] StepRecording journaled() const;
    [[nodiscard]] QStringList originals() const
    {
        return QDir(m_world->folder.path() + QStringLiteral("/profile/shots"))
            .entryList(QDir::Files | QDir::Hidden);
    }
    [[nodiscard]] static QList<int> numbers(const AnnotationDocument &shot);

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MainWindow> m_window;
    int m_explained = 0;
    int m_seed = 0;
};

void StepFlowTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("vigie|QObject|QPainter|QLayout")));
    applyTheme(*qApp, Scheme::Light);
    m_world = std::make_unique<UiWorld>();
    fillEmployee(*m_world);
    QVERIFY(m_world->workspace);
    m_desk = std::make_unique<Desk>();
    m_explained = 1;
    m_seed = 0;
    open();
}

void StepFlowTest::cleanup()
{
    m_window.reset();
    m_desk.reset();
    m_world.reset();
}

void StepFlowTest::open()
{
    ReportPorts ports;
    ports.capture = &m_desk->capture;
    ports.steps = {&m_desk->recorder, &m_desk->key, m_explained > 0, [this] { ++m_explained; }};
    m_window = std::make_unique<MainWindow>(*m_world->workspace, m_world->prompt, m_desk->clock,
                                            nullptr, ports);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void StepFlowTest::begin()
{
    m_window->commands().run(QStringLiteral("report.steps"));
    QTRY_VERIFY(flow().isOn());
    QTRY_VERIFY(strip() && strip()->isVisible());
}

void StepFlowTest::click(const QPoint &at, const QString &title)
{
    const int before = flow().state().steps;
    m_desk->clock.at += 1000;
    m_desk->clicks.click(at);
    m_desk->backend.answer(Desk::picture(++m_seed, title));
    QCOMPARE(flow().state().steps, before + 1);
    QTRY_COMPARE(journaled().steps.size(), before + 1);
}

void StepFlowTest::stop()
{
    press(strip(), "stopRecordingButton");
    QTRY_VERIFY(review());
}

RecordingStrip *StepFlowTest::strip() const
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (auto *found = qobject_cast<RecordingStrip *>(window); found && found->isVisible())
            return found;
    }
    return nullptr;
}

QString StepFlowTest::stripWords() const
{
    return strip() ? in<QLabel>(strip(), "recordingWordsLabel")->text() : QString();
}

QList<StepCard *> StepFlowTest::cards() const
{
    QCoreApplication::processEvents();
    QList<StepCard *> found = review()->findChildren<StepCard *>();
    std::sort(found.begin(), found.end(),
              [](const StepCard *a, const StepCard *b) { return a->y() < b->y(); });
    return found;
}

StepRecording StepFlowTest::journaled() const
{
    const auto stored =
        UiWorld::await(m_world->workspace->drafts().load(StepRecording::draftPlace()));
    return stored ? stepRecordingFrom(*stored) : StepRecording();
}

QList<int> StepFlowTest::numbers(const AnnotationDocument &shot)
{
    QList<int> found;
    for (const Annotation &step : shot.steps(reporterLayer()))
        found.append(step.number);
    return found;
}

void StepFlowTest::stepsAreRecordedReviewedAndAttached()
{
    press(m_window->report()->shots(), "recordStepsButton");
    QTRY_VERIFY(flow().isOn());
    // Only what belongs to the recording is on the screen.
    QVERIFY(!m_window->isVisible());
    click({200, 150});
    click({300, 250});
    click({210, 350});
    QCOMPARE(in<QLabel>(strip(), "recordedStepsLabel")->text(),
             QStringLiteral("Recording steps: 3 of 25"));
    QCOMPARE(originals().size(), 3);
    QVERIFY(m_window->report()->draft().shots.isEmpty());
    stop();
    QVERIFY(!strip());
    QVERIFY(m_window->isVisible());
    QVERIFY(m_desk->key.key().isEmpty());
    QCOMPARE(cards().size(), 3);
    // Nothing is attached by itself.
    QVERIFY(m_window->report()->draft().shots.isEmpty());

    press(cards()[1], "keepStepButton");
    QCOMPARE(in<QLabel>(cards()[2], "stepTitleLabel")->text(), QStringLiteral("Step 2"));
    auto *attach = in<QAbstractButton>(review(), "attachStepsButton");
    QCOMPARE(attach->text(), QStringLiteral("Attach 2 step(s)"));
    attach->click();
    QTRY_VERIFY(!review());
    QCOMPARE(m_window->currentPage(), QStringLiteral("report"));
    const QList<AnnotationDocument> shots = m_window->report()->draft().shots;
    QCOMPARE(shots.size(), 2);
    QCOMPARE(numbers(shots[0]), QList<int>{1});
    QCOMPARE(numbers(shots[1]), QList<int>{2});
    QCOMPARE(shots[0].steps(reporterLayer())[0].points.value(1), QPointF(200.5, 150.5));
    QCOMPARE(shots[1].steps(reporterLayer())[0].points.value(1), QPointF(210.5, 350.5));
    QVERIFY(m_window->report()->draft().details.isEmpty());
    // What was dropped is gone, what was attached stays.
    QTRY_COMPARE(originals().size(), 2);
    QTRY_VERIFY(journaled().steps.isEmpty());
}

void StepFlowTest::theFirstTimeItIsExplainedAndMayBeRefused()
{
    m_window.reset();
    m_explained = 0;
    open();
    m_window->commands().run(QStringLiteral("report.steps"));
    QTRY_COMPARE(m_world->prompt.asked.size(), 1);
    QVERIFY(m_world->prompt.asked[0].text.contains(QStringLiteral("never recorded")));
    QCoreApplication::processEvents();
    QVERIFY(!flow().isOn());
    QCOMPARE(m_explained, 0);
    m_world->prompt.answers = {true};
    m_window->commands().run(QStringLiteral("report.steps"));
    QTRY_VERIFY(flow().isOn());
    QCOMPARE(m_explained, 1);
    m_desk->recorder.stop();
    QTRY_VERIFY(m_window->findChild<Banner *>()->isVisible());
    m_window->commands().run(QStringLiteral("report.steps"));
    QTRY_VERIFY(flow().isOn());
    QCOMPARE(m_world->prompt.asked.size(), 2);
}

void StepFlowTest::captionsBecomeAListThatIsSaidOnce()
{
    ReportPage *page = m_window->report();
    QTRY_VERIFY(page->isRestored());
    in<QPlainTextEdit>(page, "reportDetailsEdit")->setPlainText(QStringLiteral("It breaks."));
    begin();
    click({200, 150});
    click({300, 250});
    stop();
    const QStringList words{QStringLiteral("I open the list"), QStringLiteral("I press Print")};
    for (int i = 0; i < 2; ++i) {
        auto *caption = in<QLineEdit>(cards()[i], "stepCaptionEdit");
        caption->setFocus();
        QTest::keyClicks(caption, words[i]);
    }
    QTRY_COMPARE(journaled().steps.value(1).document.caption, words[1]);
    press(review(), "attachStepsButton");
    QTRY_VERIFY(!review());
    const QString details = QStringLiteral("It breaks.\n\n1. I open the list\n2. I press Print");
    QCOMPARE(page->draft().details, details);
    // The same once more is no news.
    const QList<AnnotationDocument> shots = page->draft().shots;
    QVERIFY(page->addSteps(shots));
    QCOMPARE(page->draft().details, details);
    QCOMPARE(page->draft().shots.size(), 2);

    QSignalSpy sent(page, &ReportPage::sent);
    page->send();
    QTRY_COMPARE(sent.size(), 1);
    const TicketView view =
        UiWorld::await(m_world->workspace->tickets().open(sent[0][0].value<TicketId>())).value();
    const QString body = view.thread.value(0).message.body;
    QCOMPARE(body.count(words[0]), 1);
    QCOMPARE(body.count(words[1]), 1);
    QTRY_VERIFY(originals().isEmpty());
}

void StepFlowTest::windowTitlesAreCaptionsByConsentOnly()
{
    begin();
    click({200, 150}, QStringLiteral("Payroll 2026 – Accounts"));
    click({300, 250}, QStringLiteral("Print"));
    stop();
    QVERIFY(in<QLineEdit>(cards()[0], "stepCaptionEdit")->text().isEmpty());
    auto *caption = in<QLineEdit>(cards()[1], "stepCaptionEdit");
    caption->setFocus();
    QTest::keyClicks(caption, QStringLiteral("Mine"));
    auto *titles = in<QCheckBox>(review(), "useTitlesCheckBox");
    QVERIFY(titles->isVisible() && !titles->isChecked());
    titles->setFocus();
    QTest::keyClick(titles, Qt::Key_Space);
    QCOMPARE(in<QLineEdit>(cards()[0], "stepCaptionEdit")->text(),
             QStringLiteral("Payroll 2026 – Accounts"));
    QCOMPARE(in<QLineEdit>(cards()[1], "stepCaptionEdit")->text(), QStringLiteral("Mine"));
    QTest::keyClick(titles, Qt::Key_Space);
    QVERIFY(in<QLineEdit>(cards()[0], "stepCaptionEdit")->text().isEmpty());
    QCOMPARE(in<QLineEdit>(cards()[1], "stepCaptionEdit")->text(), QStringLiteral("Mine"));
    press(review(), "attachStepsButton");
    QVERIFY(m_window->report()->draft().shots.value(0).caption.isEmpty());
    QVERIFY(!m_window->report()->draft().details.contains(QStringLiteral("Payroll")));
}

void StepFlowTest::aKilledRecordingIsOfferedForReview()
{
    begin();
    click({200, 150});
    click({300, 250});
    // Already on the disk, nothing had to be stopped for it.
    const StepRecording before = journaled();
    QCOMPARE(before.steps.size(), 2);
    const QString file = m_world->folder.path() + QStringLiteral("/profile/shots/");
    m_window.reset();
    QVERIFY(m_world->restart());
    QCOMPARE(originals().size(), 2);
    const QStringList hidden = QDir(file).entryList(QDir::Files);
    for (const QString &name : hidden) {
        QCOMPARE(QFile::permissions(file + name) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
    }
    open();
    auto *banner = m_window->findChild<Banner *>();
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(banner->text().contains(QStringLiteral("2")));
    QVERIFY(!review());
    banner->actionButton()->click();
    QTRY_VERIFY(review());
    QCOMPARE(review()->recording(), before);
    press(review(), "attachStepsButton");
    QTRY_COMPARE(m_window->report()->draft().shots.size(), 2);
}

void StepFlowTest::aRecordingThatWasAttachedBeforeTheKillIsNotOfferedAgain()
{
    begin();
    click({200, 150});
    stop();
    const QJsonObject recording = toJson(review()->recording());
    QSignalSpy saved(m_window->report(), &ReportPage::journaled);
    press(review(), "attachStepsButton");
    QTRY_VERIFY(!saved.isEmpty());
    QTRY_VERIFY(journaled().steps.isEmpty());
    // As if the second write had not been reached.
    QVERIFY(UiWorld::await(
        m_world->workspace->drafts().save(StepRecording::draftPlace(), recording)));
    m_window.reset();
    QVERIFY(m_world->restart());
    open();
    QTRY_VERIFY(journaled().steps.isEmpty());
    flow().review();
    QVERIFY(!review());
    QTRY_COMPARE(m_window->report()->draft().shots.size(), 1);
    QCOMPARE(originals().size(), 1);
}

void StepFlowTest::whatIsDecidedLaterWaits()
{
    begin();
    click({200, 150});
    stop();
    press(review(), "stepsLaterButton");
    QTRY_VERIFY(!review());
    QVERIFY(m_window->findChild<Banner *>()->isVisible());
    // A new recording does not push it aside.
    m_window->commands().run(QStringLiteral("report.steps"));
    QTRY_VERIFY(review());
    QVERIFY(!flow().isOn());
    QCOMPARE(cards().size(), 1);
}

void StepFlowTest::theRecordingEndsAfterTheLastStep()
{
    begin();
    for (int i = 0; i < limits::kRecordedSteps; ++i)
        click({100 + 10 * i, 150});
    QTRY_VERIFY(review());
    QCOMPARE(cards().size(), limits::kRecordedSteps);
    QVERIFY(!flow().isOn());
    QVERIFY(in<Banner>(review(), "stepReviewBanner")->text().contains(QStringLiteral("25")));
    press(review(), "attachStepsButton");
    QCOMPARE(numbers(m_window->report()->draft().shots.value(24)), QList<int>{25});
}

void StepFlowTest::clicksOnTheStripAreNoSteps()
{
    begin();
    m_desk->clock.at += 1000;
    m_desk->clicks.click(strip()->geometry().center());
    QVERIFY(m_desk->backend.requests.isEmpty());
    QCOMPARE(flow().state().steps, 0);
    click({200, 150});
}

void StepFlowTest::ourFrameAndStripAreNotInThePictures()
{
    begin();
    const QRect place = strip()->frameGeometry();
    CaptureResult seen = Desk::picture(1);
    const QRgb ground = seen.screens[0].pixels.pixel(place.topLeft() - QPoint(3, 3));
    QPainter painter(&seen.screens[0].pixels);
    painter.fillRect(place, Qt::magenta);
    painter.setPen(QPen(Qt::red, 2 * RecordingFrame::kWidth));
    painter.drawRect(seen.screens[0].pixels.rect());
    painter.end();
    m_desk->clock.at += 1000;
    m_desk->clicks.click({200, 150});
    m_desk->backend.answer(seen);
    QTRY_COMPARE(journaled().steps.size(), 1);
    const QImage kept = UiWorld::await(m_world->workspace->shots().original(
                                           journaled().steps[0].document.sha256))
                            .value();
    QCOMPARE(kept.pixel(place.center()), ground);
    for (int y = 0; y < kept.height(); ++y) {
        for (int x = 0; x < kept.width(); ++x) {
            const QColor color(kept.pixel(x, y));
            QVERIFY(color != QColor(Qt::magenta) && color != QColor(Qt::red));
        }
    }
}

void StepFlowTest::withoutClicksStepsAreAddedByHandOrKey()
{
    m_desk->clicks.allowed = false;
    m_desk->recorder.setSettleTime(1);
    begin();
    QVERIFY(stripWords().contains(QStringLiteral("cannot be seen")));
    QVERIFY(stripWords().contains(StepFlow::stepKey().toString(QKeySequence::NativeText)));
    RecordingStrip *shown = strip();
    m_desk->backend.onRequest = [shown] { QVERIFY(!shown->isVisible()); };
    press(shown, "addStepButton");
    QTRY_COMPARE(m_desk->backend.requests.size(), 1);
    m_desk->backend.answer(Desk::picture(1));
    QVERIFY(shown->isVisible());
    QTRY_COMPARE(journaled().steps.size(), 1);
    QCOMPARE(journaled().steps[0].document.items.size(), 1); // nobody pointed anywhere

    QCursor::setPos(120, 130);
    m_desk->key.press();
    QTRY_COMPARE(m_desk->backend.requests.size(), 2);
    m_desk->backend.answer(Desk::picture(2));
    QTRY_COMPARE(journaled().steps.size(), 2);
    QCOMPARE(journaled().steps[1].document.steps(reporterLayer())[0].points.value(1),
             QPointF(120.5, 130.5));
    m_desk->backend.onRequest = {};
    stop();
    QVERIFY(m_desk->key.key().isEmpty());
    m_window.reset();
    m_desk->key.taken = true;
    QVERIFY(m_world->restart());
}

void StepFlowTest::pausedNothingIsRecorded()
{
    begin();
    click({200, 150});
    press(strip(), "pauseRecordingButton");
    QVERIFY(flow().state().paused);
    QVERIFY(!in<QAbstractButton>(strip(), "addStepButton")->isEnabled());
    m_desk->clock.at += 1000;
    m_desk->clicks.click({220, 150});
    QCOMPARE(m_desk->backend.requests.size(), 1);
    press(strip(), "pauseRecordingButton");
    QVERIFY(!flow().state().paused);
    click({230, 150});
}

void StepFlowTest::aFullDiskPausesAndKeepsWhatIsThere()
{
    begin();
    click({200, 150});
    // A file where the folder should be: writing fails as on a disk that is gone.
    const QString folder = m_world->folder.path() + QStringLiteral("/profile/shots");
    QVERIFY(QDir().rename(folder, folder + QStringLiteral("-away")));
    QFile wall(folder);
    QVERIFY(wall.open(QIODevice::WriteOnly));
    wall.close();
    m_desk->clock.at += 1000;
    m_desk->clicks.click({300, 250});
    m_desk->backend.answer(Desk::picture(77));
    QTRY_VERIFY(flow().state().paused);
    QVERIFY2(stripWords().contains(QStringLiteral("are kept")), qPrintable(stripWords()));
    QCOMPARE(flow().state().steps, 1);
    QVERIFY(wall.remove());
    QVERIFY(QDir().rename(folder + QStringLiteral("-away"), folder));
    press(strip(), "pauseRecordingButton");
    click({310, 250});
    QVERIFY(!stripWords().contains(QStringLiteral("could not")));
    stop();
    QCOMPARE(cards().size(), 2);
}

void StepFlowTest::aRefusalPausesAndIsTold()
{
    begin();
    click({200, 150});
    m_desk->clock.at += 1000;
    m_desk->clicks.click({300, 250});
    m_desk->backend.answer(FakeCapture::trouble(CaptureTrouble::Refused));
    QVERIFY(flow().state().paused);
    QVERIFY(stripWords().contains(QStringLiteral("refused")));
    stop();
    QCOMPARE(cards().size(), 1);
}

void StepFlowTest::aLockedScreenPausesTheRecording()
{
    begin();
    for (int i = 0; i < 2; ++i) {
        QVERIFY(!flow().state().paused);
        m_desk->clock.at += 1000;
        m_desk->clicks.click({300, 250});
        m_desk->backend.answer(FakeCapture::trouble(CaptureTrouble::Failed));
        QVERIFY(!stripWords().isEmpty());
    }
    QVERIFY(flow().state().paused);
    QVERIFY(stripWords().contains(QStringLiteral("locked")));
    press(strip(), "pauseRecordingButton");
    click({200, 150});
}

void StepFlowTest::morePicturesThanTheDiskTakesAreTold()
{
    begin();
    // Without the event loop nothing is ever written.
    for (int i = 0; i <= limits::kStepsOnTheWay; ++i) {
        m_desk->clock.at += 1000;
        m_desk->clicks.click({200 + i, 150});
        m_desk->backend.answer(Desk::picture(i));
    }
    QCOMPARE(flow().state().steps, limits::kStepsOnTheWay);
    QVERIFY(stripWords().contains(QStringLiteral("left out")));
    QTRY_COMPARE(journaled().steps.size(), limits::kStepsOnTheWay);
    for (int i = 0; i < limits::kStepsOnTheWay; ++i) {
        QCOMPARE(journaled().steps[i].document.steps(reporterLayer())[0].points.value(1).x(),
                 200.5 + i);
    }
    click({300, 150});
}

void StepFlowTest::noOtherPictureIsTakenMeanwhile()
{
    begin();
    m_window->reportWithShot();
    QVERIFY(!m_desk->capture.isBusy());
    QVERIFY(m_desk->backend.requests.isEmpty());
    QVERIFY(stripWords().contains(QStringLiteral("Stop first")));
    m_window->commands().run(QStringLiteral("report.steps"));
    QVERIFY(flow().isOn());
    QCOMPARE(m_world->prompt.asked.size(), 0);
}

void StepFlowTest::aDiscardedRecordingLeavesNothing()
{
    begin();
    click({200, 150});
    click({300, 250});
    // Not without a question, and a no keeps everything.
    flow().run(RecordingCommand::Discard);
    QTRY_VERIFY(review());
    QTRY_COMPARE(m_world->prompt.asked.size(), 1);
    QVERIFY(m_world->prompt.asked[0].dangerous);
    QCOMPARE(cards().size(), 2);
    m_world->prompt.answers = {true};
    press(review(), "discardStepsButton");
    QTRY_VERIFY(!review());
    QTRY_VERIFY(originals().isEmpty());
    QVERIFY(journaled().steps.isEmpty());
    QVERIFY(m_window->report()->draft().isEmpty());
}

void StepFlowTest::anEmptyRecordingIsTold()
{
    begin();
    press(strip(), "stopRecordingButton");
    QTRY_VERIFY(m_window->findChild<Banner *>()->isVisible());
    QVERIFY(m_window->isVisible());
    QVERIFY(!review());
}

void StepFlowTest::aReportWithoutRoomSaysSo()
{
    QTRY_VERIFY(m_window->report()->isRestored());
    begin();
    click({200, 150});
    click({300, 250});
    stop();
    m_window->report()->shots()->setMost(1);
    press(review(), "attachStepsButton");
    QVERIFY(review());
    QVERIFY(in<Banner>(review(), "stepReviewBanner")->text().contains(QStringLiteral("room")));
    QVERIFY(m_window->report()->draft().shots.isEmpty());
    press(cards()[0], "keepStepButton");
    press(review(), "attachStepsButton");
    QTRY_COMPARE(m_window->report()->draft().shots.size(), 1);
}

void StepFlowTest::whatIsHiddenOnceIsHiddenInAllThatLookAlike()
{
    begin();
    click({200, 150});
    click({300, 250});
    click({400, 250});
    stop();
    QVERIFY(!in<QWidget>(cards()[0], "hideInSimilarButton")->isVisible());
    press(cards()[0], "editStepButton");
    QTRY_VERIFY(review()->findChild<AnnotateWindow *>());
    auto *editor = review()->findChild<AnnotateWindow *>();
    QVERIFY(!in<QLineEdit>(cards()[0], "stepCaptionEdit")->isEnabled());
    Annotation hidden;
    hidden.kind = AnnotationKind::Redaction;
    hidden.rect = QRectF(100, 100, 200, 40);
    hidden.color = Qt::black;
    editor->editor().add(QStringLiteral("Redaction"), hidden);
    editor->close();
    QTRY_VERIFY(in<QLineEdit>(cards()[0], "stepCaptionEdit")->isEnabled());
    auto *similar = in<QAbstractButton>(cards()[0], "hideInSimilarButton");
    QVERIFY(similar->isVisible());
    similar->click();
    for (const StepShot &step : review()->recording().steps)
        QCOMPARE(step.document.redactions(), QList<QRectF>{hidden.rect});
    QVERIFY(!similar->isVisible());
    QTRY_COMPARE(journaled().steps.value(2).document.redactions().size(), 1);
    auto *banner = in<Banner>(review(), "stepReviewBanner");
    QVERIFY(banner->isVisible());
    banner->actionButton()->click();
    QCOMPARE(review()->recording().steps[2].document.redactions().size(), 0);
    QCOMPARE(review()->recording().steps[0].document.redactions().size(), 1);
}

void StepFlowTest::theMarkCanBeEditedAndKeepsItsNumber()
{
    begin();
    click({200, 150});
    click({300, 250});
    stop();
    press(cards()[1], "editStepButton");
    QTRY_VERIFY(review()->findChild<AnnotateWindow *>());
    auto *editor = review()->findChild<AnnotateWindow *>();
    editor->editor().change(QStringLiteral("Move"), [](AnnotationDocument &document) {
        for (Annotation &item : document.items) {
            if (item.kind == AnnotationKind::Step)
                item.points = {QPointF(50, 60)};
        }
    });
    editor->close();
    press(review(), "attachStepsButton");
    const AnnotationDocument shot = m_window->report()->draft().shots.value(1);
    QCOMPARE(numbers(shot), QList<int>{2});
    QCOMPARE(shot.steps(reporterLayer())[0].points, QList<QPointF>{QPointF(50, 60)});
}

void StepFlowTest::theOrderCanBeChanged()
{
    begin();
    click({200, 150});
    click({300, 250});
    stop();
    const QString second = review()->recording().steps[1].document.sha256;
    press(cards()[1], "stepUpButton");
    QCOMPARE(review()->recording().steps[0].document.sha256, second);
    QCOMPARE(numbers(review()->recording().steps[0].document), QList<int>{1});
    QVERIFY(!in<QAbstractButton>(cards()[0], "stepUpButton")->isEnabled());
    press(review(), "attachStepsButton");
    QCOMPARE(m_window->report()->draft().shots.value(0).sha256, second);
}

void StepFlowTest::theTraySaysWhatIsRecorded()
{
    TrayIcon tray(nullptr);
    tray.setLine(QStringLiteral("Up to date"));
    connect(&flow(), &StepFlow::changed, &tray, &TrayIcon::setRecording);
    connect(&tray, &TrayIcon::recordingWanted, &flow(), &StepFlow::run);
    const auto entry = [&tray](const char *name) {
        return tray.contextMenu()->findChild<QAction *>(QLatin1String(name));
    };
    const qint64 plain = tray.icon().cacheKey();
    QVERIFY(entry("tray.recordSteps")->isVisible() && !entry("tray.stopRecording")->isVisible());
    entry("tray.recordSteps")->trigger();
    QTRY_VERIFY(flow().isOn());
    QVERIFY(!entry("tray.recordSteps")->isVisible() && entry("tray.stopRecording")->isVisible());
    QVERIFY(tray.icon().cacheKey() != plain);
    click({200, 150});
    QCOMPARE(tray.toolTip(), QStringLiteral("Recording steps: 1 of 25"));
    entry("tray.pauseRecording")->trigger();
    QCOMPARE(tray.toolTip(), QStringLiteral("Recording paused: 1 of 25 steps"));
    entry("tray.pauseRecording")->trigger();
    m_desk->recorder.setSettleTime(1);
    m_desk->backend.answers = {Desk::picture(5)};
    entry("tray.addStep")->trigger();
    QTRY_COMPARE(journaled().steps.size(), 2);
    entry("tray.stopRecording")->trigger();
    QTRY_VERIFY(review());
    QVERIFY(tray.toolTip().contains(QStringLiteral("Up to date")));
    QVERIFY(entry("tray.recordSteps")->isVisible());
}

void StepFlowTest::aClickOnTheTrayIconIsNoStep()
{
    begin();
    click({200, 150});
    click({700, 20}); // on the icon
    flow().forgetTrayClick(QRect(690, 10, 24, 24));
    QCOMPARE(flow().state().steps, 1);
    flow().forgetTrayClick(QRect(690, 10, 24, 24));
    QCOMPARE(flow().state().steps, 1);
    // A desktop that does not say where the icon is.
    click({300, 250});
    click({700, 20});
    flow().forgetTrayClick(QRect());
    QCOMPARE(flow().state().steps, 2);
    click({310, 250});
    m_desk->clock.at += 5000;
    flow().forgetTrayClick(QRect());
    QCOMPARE(flow().state().steps, 3);
    QTRY_COMPARE(journaled().steps.size(), 3);
    QTRY_COMPARE(originals().size(), 3);
    // One that is still being written.
    m_desk->clock.at += 1000;
    m_desk->clicks.click({700, 20});
    m_desk->backend.answer(Desk::picture(99));
    flow().forgetTrayClick(QRect(690, 10, 24, 24));
    QCOMPARE(flow().state().steps, 3);
    stop();
    QCOMPARE(cards().size(), 3);
    QTRY_COMPARE(originals().size(), 3);
}

void StepFlowTest::closingTheWindowEndsTheRecordingAndKeepsIt()
{
    begin();
    click({200, 150});
    m_window.reset();
    QCOMPARE(m_desk->recorder.state(), StepRecorder::State::Off);
    QVERIFY(!m_desk->clicks.on);
    QVERIFY(m_desk->key.key().isEmpty());
    QVERIFY(!strip());
    QCOMPARE(journaled().steps.size(), 1);
}

void StepFlowTest::itLooksRight_data()
{
    QTest::addColumn<Scheme>("scheme");
    QTest::addColumn<bool>("longWords");
    QTest::newRow("light") << Scheme::Light << false;
    QTest::newRow("dark") << Scheme::Dark << false;
    QTest::newRow("long") << Scheme::Light << true;
}

void StepFlowTest::itLooksRight()
{
    QFETCH(Scheme, scheme);
    QFETCH(bool, longWords);
    looks::LongWords words;
    if (longWords)
        QCoreApplication::installTranslator(&words);
    const auto back = qScopeGuard([&words] { QCoreApplication::removeTranslator(&words); });
    applyTheme(*qApp, scheme);
    const auto check = [](QWidget &window) {
        QCoreApplication::processEvents();
        const QStringList wrong =
            looks::unnamed(window) + looks::clipped(window) + looks::unreadable(window, 4.5);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    };
    const QString tag = QLatin1String(QTest::currentDataTag());
    begin();
    check(*strip());
    keepPicture(*strip(), QStringLiteral("steps-strip-") + tag);
    click({200, 150}, QStringLiteral("Payroll – Accounts"));
    click({560, 130}, QStringLiteral("Print"));
    click({300, 300}, QStringLiteral("Accounts"));
    m_desk->clock.at += 61'000;
    click({20, 790}, QStringLiteral("Accounts"));
    press(strip(), "pauseRecordingButton");
    check(*strip());
    keepPicture(*strip(), QStringLiteral("steps-paused-") + tag);
    press(strip(), "pauseRecordingButton");
    m_desk->clock.at += 1000;
    m_desk->clicks.click({300, 250});
    m_desk->backend.answer(FakeCapture::trouble(CaptureTrouble::Refused));
    check(*strip());
    keepPicture(*strip(), QStringLiteral("steps-trouble-") + tag);
    stop();
    press(cards()[1], "keepStepButton");
    in<QCheckBox>(review(), "useTitlesCheckBox")->setChecked(true);
    press(cards()[0], "editStepButton");
    QTRY_VERIFY(review()->findChild<AnnotateWindow *>());
    auto *editor = review()->findChild<AnnotateWindow *>();
    Annotation hidden;
    hidden.kind = AnnotationKind::Redaction;
    hidden.rect = QRectF(100, 220, 300, 40);
    hidden.color = Qt::black;
    editor->editor().add(QStringLiteral("Redaction"), hidden);
    keepPicture(*editor, QStringLiteral("steps-editor-") + tag);
    editor->close();
    QTRY_VERIFY(!review()->findChild<AnnotateWindow *>());
    for (const StepCard *card : cards()) {
        QTRY_VERIFY(!in<QLabel>(card, "stepPictureLabel")->pixmap(Qt::ReturnByValue).isNull());
    }
    check(*review());
    keepPicture(*review(), QStringLiteral("steps-review-") + tag);
    review()->resize(review()->minimumSizeHint().expandedTo(QSize(0, 600)));
    check(*review());
    keepPicture(*review(), QStringLiteral("steps-review-narrow-") + tag);
    applyTheme(*qApp, Scheme::Light);
}

QTEST_MAIN(StepFlowTest)
#include "tst_stepflow.moc"
