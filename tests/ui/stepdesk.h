// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
#include "app/widgets/banner.h"
#include "app/widgets/button.h"
#include "app/widgets/theme.h"
#include "core/service/shotservice.h"
#include "tests/support/fakecapture.h"
#include "tests/support/fakeclicks.h"
#include "tests/support/fixedclock.h"
#include "tests/ui/shotsample.h"
#include "tests/ui/uisample.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QScreen>

#include <algorithm>

namespace vigie {

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

/// The window on a desk whose screen, mouse and key are the test's, and a person's ways with it.
class StepDesk : public QObject
{
protected:
    [[nodiscard]] StepFlow &flow() const { return *m_window->steps(); }
    [[nodiscard]] StepReview *review() const
    {
        auto *found = m_window->findChild<StepReview *>();
        return found && found->isVisible() ? found : nullptr;
    }
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
    [[nodiscard]] QStringList originals() const
    {
        return QDir(m_world->folder.path() + QStringLiteral("/profile/shots"))
            .entryList(QDir::Files | QDir::Hidden);
    }
    void setUp()
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
    void tearDown()
    {
        m_window.reset();
        m_desk.reset();
        m_world.reset();
    }
    void open()
    {
        ReportPorts ports;
        ports.capture = &m_desk->capture;
        ports.steps = {&m_desk->recorder, &m_desk->key, m_explained > 0, [this] { ++m_explained; }};
        m_window = std::make_unique<MainWindow>(*m_world->workspace, m_world->prompt, m_desk->clock,
                                                nullptr, ports);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void begin()
    {
        m_window->commands().run(QStringLiteral("report.steps"));
        QTRY_VERIFY(flow().isOn());
        QTRY_VERIFY(strip() && strip()->isVisible());
    }
    void click(const QPoint &at, const QString &title = {})
    {
        const int before = flow().state().steps;
        m_desk->clock.at += 1000;
        m_desk->clicks.click(at);
        m_desk->backend.answer(Desk::picture(++m_seed, title));
        QCOMPARE(flow().state().steps, before + 1);
        QTRY_COMPARE(journaled().steps.size(), before + 1);
    }
    void stop()
    {
        press(strip(), "stopRecordingButton");
        QTRY_VERIFY(review());
    }
    [[nodiscard]] RecordingStrip *strip() const
    {
        for (QWidget *window : QApplication::topLevelWidgets()) {
            if (auto *found = qobject_cast<RecordingStrip *>(window); found && found->isVisible())
                return found;
        }
        return nullptr;
    }
    [[nodiscard]] QString stripWords() const
    {
        return strip() ? in<QLabel>(strip(), "recordingWordsLabel")->text() : QString();
    }
    [[nodiscard]] QList<StepCard *> cards() const
    {
        QCoreApplication::processEvents();
        QList<StepCard *> found = review()->findChildren<StepCard *>();
        std::sort(found.begin(), found.end(),
                  [](const StepCard *a, const StepCard *b) { return a->y() < b->y(); });
        return found;
    }
    [[nodiscard]] StepRecording journaled() const
    {
        const auto stored =
            UiWorld::await(m_world->workspace->drafts().load(StepRecording::draftPlace()));
        return stored ? stepRecordingFrom(*stored) : StepRecording();
    }
    [[nodiscard]] static QList<int> numbers(const AnnotationDocument &shot)
    {
        QList<int> found;
        for (const Annotation &step : shot.steps(reporterLayer()))
            found.append(step.number);
        return found;
    }

    std::unique_ptr<UiWorld> m_world;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MainWindow> m_window;
    int m_explained = 0;
    int m_seed = 0;
};

} // namespace vigie
