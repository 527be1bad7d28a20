// SPDX-License-Identifier: GPL-3.0-or-later
// Steps recorded on a real X server: real clicks on another program, real pictures.
#include "app/capture/capturebackend.h"
#include "app/capture/clickwatcher.h"
#include "app/capture/recordingframe.h"
#include "app/capture/recordingstrip.h"
#include "app/capture/steprecorder.h"
#include "app/platform/globalhotkey.h"
#include "app/shell/mainwindow.h"
#include "app/shell/stepflow.h"
#include "app/widgets/button.h"
#include "app/widgets/theme.h"
#include "core/service/shotservice.h"
#include "tests/ui/uisample.h"
#include "tests/x11/otherprogram.h"
#include "tests/x11/xserver.h"

#include <QApplication>

using namespace vigie;

namespace {

constexpr QRgb kProgram = qRgb(0x20, 0x90, 0x40);
constexpr QRgb kBehindTheStrip = qRgb(0x70, 0x50, 0xb0);

} // namespace

class RecordedStepsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aClickOnAnotherProgramIsAStepWithItsMark();
    void whatVigieShowsIsInNoPicture();
    void theKeyAddsAStepWhereTheMouseIs();
    void theStripIsAboveOthersAndItsClicksAreNoSteps();

private:
    [[nodiscard]] StepRecording journaled() const;
    [[nodiscard]] QImage pictureOf(const StepShot &step) const;
    [[nodiscard]] static RecordingStrip *strip();
    void click(const QPoint &at);

    OtherProgram m_person;
    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<CaptureBackend> m_backend;
    std::unique_ptr<ClickWatcher> m_watcher;
    std::unique_ptr<GlobalHotkey> m_key;
    std::unique_ptr<StepRecorder> m_recorder;
    std::unique_ptr<MainWindow> m_window;
    xcb_window_t m_behind = 0;
    xcb_window_t m_program = 0;
    SystemClock m_clock;
};

void RecordedStepsTest::init()
{
    applyTheme(*qApp, Scheme::Light);
    m_world = std::make_unique<UiWorld>();
    fillEmployee(*m_world);
    QVERIFY(m_world->workspace);
    m_backend.reset(CaptureBackend::create(nullptr));
    m_watcher.reset(ClickWatcher::create(nullptr));
    m_key.reset(GlobalHotkey::create(nullptr));
    m_recorder = std::make_unique<StepRecorder>(*m_backend, *m_watcher, m_clock);
    ReportPorts ports;
    ports.steps = {m_recorder.get(), m_key.get(), true, {}};
    m_window = std::make_unique<MainWindow>(*m_world->workspace, m_world->prompt, m_clock, nullptr,
                                            ports);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_behind = m_person.open({0, 0, 1024, 768}, kBehindTheStrip);
    m_program = m_person.open({100, 100, 300, 200}, kProgram);
    m_person.setTitle(m_program, "Größe – 寸法");
    m_person.setActive(m_program);
    m_window->steps()->run(RecordingCommand::Start);
    QTRY_VERIFY(strip() && QTest::qWaitForWindowExposed(strip()));
    QTRY_VERIFY(!m_window->isVisible());
}

void RecordedStepsTest::cleanup()
{
    m_window.reset();
    m_person.close(m_program);
    m_person.close(m_behind);
    m_recorder.reset();
    m_key.reset();
    m_watcher.reset();
    m_backend.reset();
    m_world.reset();
}

StepRecording RecordedStepsTest::journaled() const
{
    const auto stored =
        UiWorld::await(m_world->workspace->drafts().load(StepRecording::draftPlace()));
    return stored ? stepRecordingFrom(*stored) : StepRecording();
}

QImage RecordedStepsTest::pictureOf(const StepShot &step) const
{
    const auto picture =
        UiWorld::await(m_world->workspace->shots().original(step.document.sha256));
    return picture ? *picture : QImage();
}

RecordingStrip *RecordedStepsTest::strip()
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (auto *found = qobject_cast<RecordingStrip *>(window); found && found->isVisible())
            return found;
    }
    return nullptr;
}

void RecordedStepsTest::click(const QPoint &at)
{
    m_person.movePointer(at);
    m_person.button(1, true);
    m_person.button(1, false);
}

void RecordedStepsTest::aClickOnAnotherProgramIsAStepWithItsMark()
{
    click({231, 177});
    QTRY_COMPARE(journaled().steps.size(), 1);
    const StepShot step = journaled().steps.first();
    QCOMPARE(step.windowTitle, QString::fromUtf8("Größe – 寸法"));
    const QList<Annotation> marks = step.document.steps(reporterLayer());
    QCOMPARE(marks.size(), 1);
    QCOMPARE(marks[0].number, 1);
    // The tip is in the middle of the clicked pixel.
    QCOMPARE(marks[0].points.value(1), QPointF(231.5, 177.5));
    const QImage picture = pictureOf(step);
    QCOMPARE(picture.size(), QSize(1024, 768));
    QCOMPARE(picture.pixel(231, 177), kProgram);
    QCOMPARE(picture.pixel(100, 100), kProgram);
    QCOMPARE(picture.pixel(99, 99), kBehindTheStrip);
    const QImage small = UiWorld::await(m_world->workspace->shots().thumbnail(
                                            step.document, picture.size()))
                             .value();
    QCOMPARE(QColor(small.pixel(marks[0].points[0].toPoint() + QPoint(-10, 0))), marks[0].color);
}

void RecordedStepsTest::whatVigieShowsIsInNoPicture()
{
    // The person sees frame and strip; the picture does not.
    const QImage seen = QGuiApplication::primaryScreen()->grabWindow(0).toImage();
    if (const QString folder = qEnvironmentVariable("VIGIE_PICTURES"); !folder.isEmpty())
        seen.save(folder + QStringLiteral("/steps-desktop.png"));
    const QPoint inStrip = strip()->geometry().topLeft() + QPoint(2, 2);
    QVERIFY(seen.pixel(inStrip) != kBehindTheStrip);
    QVERIFY(seen.pixel(1, 300) != kBehindTheStrip);
    click({231, 177});
    QTRY_COMPARE(journaled().steps.size(), 1);
    const QImage picture = pictureOf(journaled().steps.first());
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const QRgb pixel = picture.pixel(x, y);
            QVERIFY2(pixel == kProgram || pixel == kBehindTheStrip,
                     qPrintable(QStringLiteral("%1,%2").arg(x).arg(y)));
        }
    }
}

void RecordedStepsTest::theKeyAddsAStepWhereTheMouseIs()
{
    m_person.movePointer({150, 140});
    const quint8 control = m_person.codeOf(0xffe3);
    const quint8 alt = m_person.codeOf(0xffe9);
    const quint8 letter = m_person.codeOf('j');
    QVERIFY(control && alt && letter);
    for (const quint8 code : {control, alt, letter})
        m_person.key(code, true);
    for (const quint8 code : {letter, alt, control})
        m_person.key(code, false);
    QTRY_COMPARE(journaled().steps.size(), 1);
    const StepShot step = journaled().steps.first();
    QCOMPARE(step.document.steps(reporterLayer()).value(0).points.value(1), QPointF(150.5, 140.5));
    // The strip was put away for it, so what lies behind it is there.
    const QImage picture = pictureOf(step);
    QVERIFY(strip());
    QCOMPARE(picture.pixel(strip()->geometry().center()), kBehindTheStrip);
}

void RecordedStepsTest::theStripIsAboveOthersAndItsClicksAreNoSteps()
{
    auto *stop = strip()->findChild<QAbstractButton *>(QStringLiteral("stopRecordingButton"));
    click({231, 177});
    QTRY_COMPARE(journaled().steps.size(), 1);
    click(stop->mapToGlobal(stop->rect().center()));
    QTRY_VERIFY(!m_window->steps()->isOn());
    QTRY_VERIFY(m_window->findChild<QWidget *>(QStringLiteral("stepReview")));
    QCOMPARE(journaled().steps.size(), 1);
    QTRY_VERIFY(m_window->isVisible());
}

int main(int argc, char **argv)
{
    XServer server;
    if (!server.start(QStringLiteral("1024x768")))
        return 1;
    QApplication application(argc, argv);
    RecordedStepsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_recordedsteps.moc"
