// SPDX-License-Identifier: GPL-3.0-or-later
// A recording of steps, from the command to the report, through the real windows.
#include "app/capture/recordingframe.h"
#include "app/desktop/options.h"
#include "app/shell/trayicon.h"
#include "core/base/limits.h"
#include "tests/ui/stepdesk.h"

#include <QAction>
#include <QFile>
#include <QMenu>
#include <QPainter>
#include <QSignalSpy>

using namespace vigie;

class StepFlowTest final : public StepDesk
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void stepsAreRecordedReviewedAndAttached();
    void theFirstTimeItIsExplainedAndMayBeRefused();
    void aKilledRecordingIsOfferedForReview();
    void aRecordingThatWasAttachedBeforeTheKillIsNotOfferedAgain();
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
    void anEmptyRecordingIsTold();
    void theTraySaysWhatIsRecorded();
    void aClickOnTheTrayIconIsNoStep();
    void closingTheWindowEndsTheRecordingAndKeepsIt();
    void aSecondStartMayAskForAStep();
};

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

void StepFlowTest::anEmptyRecordingIsTold()
{
    begin();
    press(strip(), "stopRecordingButton");
    QTRY_VERIFY(m_window->findChild<Banner *>()->isVisible());
    QVERIFY(m_window->isVisible());
    QVERIFY(!review());
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
    if (const QString folder = qEnvironmentVariable("VIGIE_PICTURES"); !folder.isEmpty())
        tray.icon().pixmap(64, 64).save(folder + QStringLiteral("/steps-tray.png"));
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

void StepFlowTest::aSecondStartMayAskForAStep()
{
    const Result<Options> options =
        parseOptions({QStringLiteral("vigie"), QStringLiteral("--step")});
    QVERIFY(options && options->start.step && !options->start.report);
    const Result<StartRequest> told = startRequestFrom(toLine(options->start));
    QVERIFY(told);
    QCOMPARE(*told, options->start);
    QVERIFY(!startRequestFrom(QByteArrayLiteral("{\"report\":true}"))->step);
}

QTEST_MAIN(StepFlowTest)
#include "tst_stepflow.moc"
