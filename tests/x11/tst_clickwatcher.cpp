// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/clickwatcher.h"
#include "app/capture/steprecorder.h"
#include "tests/x11/otherprogram.h"
#include "tests/x11/xserver.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace vigie;

namespace {

constexpr QRgb kOtherWindow = qRgb(0x20, 0x90, 0x40);

} // namespace

class ClickWatcherTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_watcher.reset(ClickWatcher::create(nullptr));
        m_clicked = std::make_unique<QSignalSpy>(m_watcher.get(), &ClickWatcher::clicked);
    }
    void cleanup()
    {
        m_clicked.reset();
        m_watcher.reset();
    }

    void clicksOnOtherProgramsAreHeardWithPlaceAndButton()
    {
        const xcb_window_t foreign = m_person.open({100, 100, 200, 100}, kOtherWindow);
        QVERIFY(m_watcher->isSupported());
        QVERIFY(m_watcher->start());
        click({123, 145}, 1);
        QTRY_COMPARE(m_clicked->size(), 1);
        QCOMPARE(m_clicked->at(0).at(0).toPoint(), QPoint(123, 145));
        QCOMPARE(m_clicked->at(0).at(1).toInt(), 1);
        click({200, 150}, 3);
        QTRY_COMPARE(m_clicked->size(), 2);
        QCOMPARE(m_clicked->at(1).at(1).toInt(), 3);
        m_person.close(foreign);
    }

    void wheelsKeysAndMovesAreNotHeard()
    {
        QVERIFY(m_watcher->start());
        click({20, 20}, 4);
        click({20, 20}, 5);
        m_person.key(m_person.codeOf('a'), true);
        m_person.key(m_person.codeOf('a'), false);
        m_person.movePointer({70, 80});
        click({30, 30}, 2); // comes last, so everything else has been heard by then
        QTRY_COMPARE(m_clicked->size(), 1);
        QCOMPARE(m_clicked->at(0).at(1).toInt(), 2);
    }

    void afterTheStopNothingIsHeard()
    {
        QVERIFY(m_watcher->start());
        m_watcher->stop();
        std::unique_ptr<ClickWatcher> other(ClickWatcher::create(nullptr));
        QSignalSpy heard(other.get(), &ClickWatcher::clicked);
        QVERIFY(other->start());
        click({30, 30}, 1);
        QTRY_COMPARE(heard.size(), 1);
        QCOMPARE(m_clicked->size(), 0);
        QVERIFY(m_watcher->start()); // and again
        click({30, 30}, 1);
        QTRY_COMPARE(m_clicked->size(), 1);
    }

    void aStepShowsTheScreenUnderTheClick()
    {
        const xcb_window_t foreign = m_person.open({100, 100, 200, 100}, kOtherWindow);
        const std::unique_ptr<CaptureBackend> backend(CaptureBackend::create(nullptr));
        const SystemClock clock;
        StepRecorder recorder(*backend, *m_watcher, clock);
        QSignalSpy taken(&recorder, &StepRecorder::stepTaken);
        recorder.start();
        QVERIFY(recorder.hearsClicks());
        click({150, 150}, 1);
        QTRY_COMPARE(taken.size(), 1);
        recorder.stop();
        m_person.close(foreign);
        const auto step = taken.first().first().value<RecordedStep>();
        QCOMPARE(step.at, QPoint(150, 150));
        QCOMPARE(step.shot.picture.size(), QSize(640, 480));
        QCOMPARE(step.shot.picture.pixel(step.at), kOtherWindow);
    }

    void ourOwnWindowIsNoStepUnlessSomethingCoversIt()
    {
        const std::unique_ptr<CaptureBackend> backend(CaptureBackend::create(nullptr));
        const SystemClock clock;
        StepRecorder recorder(*backend, *m_watcher, clock);
        QSignalSpy taken(&recorder, &StepRecorder::stepTaken);
        QWidget ours;
        ours.setGeometry(100, 100, 300, 200);
        ours.show();
        QVERIFY(QTest::qWaitForWindowExposed(&ours));
        recorder.start();
        click({200, 200}, 1);
        QTRY_COMPARE(m_clicked->size(), 1);
        const xcb_window_t foreign = m_person.open({150, 150, 100, 100}, kOtherWindow);
        click({200, 200}, 1);
        QTRY_COMPARE(taken.size(), 1);
        QCOMPARE(m_clicked->size(), 2);
        m_person.close(foreign);
    }

    void underWaylandItIsNotSupported()
    {
        qputenv("WAYLAND_DISPLAY", "wayland-0");
        const std::unique_ptr<ClickWatcher> none(ClickWatcher::create(nullptr));
        qunsetenv("WAYLAND_DISPLAY");
        QVERIFY(!none->isSupported());
        QVERIFY(!none->start());
    }

private:
    void click(const QPoint &at, quint8 button)
    {
        m_person.movePointer(at);
        m_person.button(button, true);
        m_person.button(button, false);
    }

    OtherProgram m_person;
    std::unique_ptr<ClickWatcher> m_watcher;
    std::unique_ptr<QSignalSpy> m_clicked;
};

int main(int argc, char **argv)
{
    XServer server;
    if (!server.start(QStringLiteral("640x480")))
        return 1;
    QApplication application(argc, argv);
    ClickWatcherTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_clickwatcher.moc"
