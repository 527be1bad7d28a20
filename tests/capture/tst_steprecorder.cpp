// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/ownwindows.h"
#include "app/capture/recordingframe.h"
#include "app/capture/steprecorder.h"
#include "tests/support/fakecapture.h"
#include "tests/support/fakeclicks.h"
#include "tests/support/fixedclock.h"

#include <QApplication>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace vigie;

namespace {

struct Recording {
    FakeCapture backend;
    FakeClicks clicks;
    FixedClock clock;
    StepRecorder recorder{backend, clicks, clock};
    QSignalSpy taken{&recorder, &StepRecorder::stepTaken};
    QSignalSpy missed{&recorder, &StepRecorder::stepMissed};

    [[nodiscard]] static CaptureResult twoScreens()
    {
        return FakeCapture::screens(
            {FakeCapture::screen(QStringLiteral("L"), {0, 0, 600, 400}, 1, {600, 400}),
             FakeCapture::screen(QStringLiteral("R"), {600, 0, 240, 300}, 2, {480, 600})});
    }
    /// A click after the debounce, with its picture.
    void step(const QPoint &at, int button = 1)
    {
        clock.at += 1000;
        clicks.click(at, button);
        backend.answer(twoScreens());
    }
    [[nodiscard]] RecordedStep at(int i) const
    {
        return taken.value(i).value(0).value<RecordedStep>();
    }
};

int frames()
{
    int shown = 0;
    for (const QWidget *window : QApplication::topLevelWidgets())
        shown += qobject_cast<const RecordingFrame *>(window) && window->isVisible() ? 1 : 0;
    return shown;
}

} // namespace

class StepRecorderTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClickIsAStepWithItsPictureAndPlace()
    {
        Recording r;
        r.recorder.start();
        QVERIFY(r.recorder.hearsClicks());
        r.clock.at += 500;
        r.clicks.click({30, 40}, 3);
        // The picture is asked for while the button is down, not later.
        QCOMPARE(r.backend.requests.size(), 1);
        r.backend.answer(Recording::twoScreens());
        QCOMPARE(r.taken.size(), 1);
        QCOMPARE(r.at(0).at, QPoint(30, 40));
        QCOMPARE(r.at(0).button, 3);
        QCOMPARE(r.at(0).atMs, 500);
        QCOMPARE(r.at(0).shot.picture.size(), QSize(600, 400));
    }

    void aClickOnAScaledScreenIsInItsPixels()
    {
        Recording r;
        r.recorder.start();
        r.step({701, 55});
        QCOMPARE(r.at(0).at, QPoint(101, 55));
        QCOMPARE(r.at(0).shot.dpr, 2.0);
        QCOMPARE(r.at(0).shot.picture.size(), QSize(480, 600));
        r.clicks.logical = true;
        r.step({701, 55});
        QCOMPARE(r.at(1).at, QPoint(202, 110));
    }

    void aDoubleClickIsOneStep()
    {
        Recording r;
        r.recorder.start();
        r.step({30, 40});
        r.clock.at += limits::kClickDebounceMs - 1;
        r.clicks.click({30, 40});
        QCOMPARE(r.backend.requests.size(), 1);
        r.clock.at += 1;
        r.clicks.click({30, 40});
        QCOMPARE(r.backend.requests.size(), 2);
    }

    void aClickWhileTheLastPictureIsOnItsWayIsNoStep()
    {
        Recording r;
        r.recorder.start();
        r.clicks.click({30, 40});
        r.clock.at += 5000;
        r.clicks.click({50, 60});
        QCOMPARE(r.backend.requests.size(), 1);
        r.backend.answer(Recording::twoScreens());
        QCOMPARE(r.at(0).at, QPoint(30, 40));
    }

    void clicksOnOurOwnWindowsAreNoSteps()
    {
        Recording r;
        QWidget ours;
        ours.setGeometry(100, 100, 200, 150);
        ours.show();
        QVERIFY(QTest::qWaitForWindowExposed(&ours));
        r.recorder.start();
        r.clicks.click(ours.geometry().center());
        QCOMPARE(r.backend.requests.size(), 0);
        r.clicks.click({5, 5});
        QCOMPARE(r.backend.requests.size(), 1);
    }

    void theRedFrameIsThereExactlyWhileRecording()
    {
        Recording r;
        QCOMPARE(frames(), 0);
        r.recorder.start();
        QCOMPARE(frames(), int(QGuiApplication::screens().size()));
        r.recorder.pause();
        QCOMPARE(frames(), 0);
        r.recorder.resume();
        QVERIFY(frames() > 0);
        r.recorder.stop();
        QCOMPARE(frames(), 0);
    }

    void theFrameTakesNoClicks()
    {
        RecordingFrame frame(QRect(0, 0, 400, 300));
        frame.show();
        QVERIFY(frame.windowFlags() & Qt::WindowTransparentForInput);
        QVERIFY(!frame.mask().contains(QPoint(200, 150)));
        QVERIFY(frame.mask().contains(QPoint(1, 150)));
        QVERIFY(!frame.accessibleName().isEmpty());
    }

    void aPausedRecordingHearsNothing()
    {
        Recording r;
        r.recorder.start();
        r.recorder.pause();
        r.step({30, 40});
        QCOMPARE(r.backend.requests.size(), 0);
        r.recorder.resume();
        r.step({30, 40});
        QCOMPARE(r.taken.size(), 1);
    }

    void itEndsAfterTheLastStep()
    {
        Recording r;
        QList<StepRecorder::State> states;
        connect(&r.recorder, &StepRecorder::stateChanged, this,
                [&states](StepRecorder::State state) { states.append(state); });
        r.recorder.start();
        for (int i = 0; i < limits::kRecordedSteps + 3; ++i)
            r.step({30 + i, 40});
        QCOMPARE(r.taken.size(), limits::kRecordedSteps);
        QCOMPARE(states, (QList{StepRecorder::State::Recording, StepRecorder::State::Off}));
        QVERIFY(!r.clicks.on);
    }

    void itEndsAfterTenMinutesEvenWithoutAClick()
    {
        Recording r;
        r.recorder.start();
        r.clock.at += limits::kRecordingMs;
        QTRY_COMPARE(r.recorder.state(), StepRecorder::State::Off);
        QVERIFY(!r.clicks.on);
        QCOMPARE(frames(), 0);
    }

    void aClickAfterTheTimeIsNoStep()
    {
        Recording r;
        r.recorder.start();
        r.clock.at += limits::kRecordingMs;
        r.clicks.click({30, 40});
        QCOMPARE(r.recorder.state(), StepRecorder::State::Off);
        QCOMPARE(r.backend.requests.size(), 0);
    }

    void whereClicksCannotBeHeardStepsAreAddedByHand()
    {
        Recording r;
        r.clicks.allowed = false;
        r.recorder.start();
        QVERIFY(!r.recorder.hearsClicks());
        QCOMPARE(r.recorder.state(), StepRecorder::State::Recording);
        r.recorder.addStep();
        const QRect screen = QGuiApplication::primaryScreen()->geometry();
        r.backend.answer(FakeCapture::screens(
            {FakeCapture::screen(QStringLiteral("S"), screen, 1, screen.size())}));
        QCOMPARE(r.taken.size(), 1);
        QCOMPARE(r.at(0).button, 0);
        QCOMPARE(r.at(0).at, screen.center());
    }

    void aMissedPictureIsToldAndTheRecordingGoesOn()
    {
        Recording r;
        r.recorder.start();
        r.clicks.click({30, 40});
        r.backend.answer(FakeCapture::trouble(CaptureTrouble::Failed));
        QCOMPARE(r.missed.size(), 1);
        QCOMPARE(r.recorder.count(), 0);
        r.step({30, 40});
        QCOMPARE(r.taken.size(), 1);
    }

    void aStepAddedAtTheMouseIsMarkedThere()
    {
        Recording r;
        r.recorder.start();
        const QRect screen = QGuiApplication::primaryScreen()->geometry();
        const CaptureResult picture = FakeCapture::screens(
            {FakeCapture::screen(QStringLiteral("S"), screen, 1, screen.size())});
        QCursor::setPos(screen.topLeft() + QPoint(71, 83));
        r.recorder.addStep(true);
        r.backend.answer(picture);
        QCOMPARE(r.at(0).at, QPoint(71, 83));
        QVERIFY(r.at(0).pointed);
        r.recorder.addStep();
        r.backend.answer(picture);
        QVERIFY(!r.at(1).pointed);
    }

    void theWindowInFrontIsNamed()
    {
        Recording r;
        r.recorder.start();
        r.clicks.click({30, 40});
        CaptureResult result = Recording::twoScreens();
        result.activeWindow = CapturedWindow{0, QRect(0, 0, 100, 100), QStringLiteral("Accounts")};
        r.backend.answer(result);
        QCOMPARE(r.at(0).windowTitle, QStringLiteral("Accounts"));
    }

    void whileFullClicksAreToldAndNotPictured()
    {
        Recording r;
        QSignalSpy tooFast(&r.recorder, &StepRecorder::tooFast);
        r.recorder.start();
        r.recorder.setFull(true);
        r.clicks.click({30, 40});
        r.recorder.addStep();
        QCOMPARE(tooFast.size(), 2);
        QCOMPARE(r.backend.requests.size(), 0);
        r.recorder.setFull(false);
        r.step({30, 40});
        QCOMPARE(r.taken.size(), 1);
    }

    void aStepTakenBackLeavesRoomForAnother()
    {
        Recording r;
        r.recorder.start();
        for (int i = 0; i < limits::kRecordedSteps - 1; ++i)
            r.step({30 + i, 40});
        r.recorder.takeBack();
        r.step({30, 40});
        QCOMPARE(r.recorder.state(), StepRecorder::State::Recording);
        r.step({31, 40});
        QCOMPARE(r.recorder.state(), StepRecorder::State::Off);
    }

    void theStripIsPutAwayForAStepByHand()
    {
        Recording r;
        r.recorder.setSettleTime(1);
        QWidget strip;
        strip.setGeometry(10, 10, 50, 20);
        strip.show();
        r.recorder.start();
        r.recorder.setStrip(&strip);
        r.recorder.addStep();
        QVERIFY(!strip.isVisible());
        QCOMPARE(r.backend.requests.size(), 0);
        QTRY_COMPARE(r.backend.requests.size(), 1);
        r.backend.answer(FakeCapture::trouble(CaptureTrouble::Failed));
        QVERIFY(strip.isVisible());
        // Given up before the picture was asked for.
        r.recorder.addStep();
        r.recorder.stop();
        QCOMPARE(r.backend.cancels, 0);
    }

    void ourWindowsAreTakenOutOfThePicture()
    {
        QImage picture(60, 40, QImage::Format_RGB32);
        picture.fill(Qt::blue);
        QPainter(&picture).fillRect(QRect(50, 30, 10, 10), Qt::red);
        ownwindows::cover(picture, QRect(50, 30, 20, 20));
        QCOMPARE(picture.pixelColor(59, 39), QColor(Qt::blue));
        QPainter painter(&picture);
        painter.fillRect(QRect(0, 0, 60, 2), Qt::red);
        painter.fillRect(QRect(58, 0, 2, 40), Qt::red);
        painter.end();
        ownwindows::mendEdges(picture, 2);
        QCOMPARE(picture.pixelColor(0, 0), QColor(Qt::blue));
        QCOMPARE(picture.pixelColor(59, 20), QColor(Qt::blue));
        ownwindows::mendEdges(picture, 100); // nothing would remain
        QCOMPARE(picture.pixelColor(30, 20), QColor(Qt::blue));
    }

    void stoppingGivesUpThePictureOnItsWay()
    {
        Recording r;
        r.recorder.start();
        r.clicks.click({30, 40});
        r.recorder.stop();
        QCOMPARE(r.backend.cancels, 1);
        QCOMPARE(r.taken.size() + r.missed.size(), 0);
        r.recorder.start();
        QCOMPARE(r.recorder.count(), 0);
        r.step({31, 41});
        QCOMPARE(r.at(0).at, QPoint(31, 41));
    }
};

QTEST_MAIN(StepRecorderTest)
#include "tst_steprecorder.moc"
