// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/steprecorder.h"

#include "app/capture/clickwatcher.h"
#include "app/capture/desktoplayout.h"
#include "app/capture/recordingframe.h"

#include <QCursor>
#include <QGuiApplication>
#include <QScreen>
#include <QWindow>

#include <algorithm>
#include <utility>

namespace vigie {

namespace {

constexpr int kLookMs = 1000;
constexpr int kByHand = 0;

/// The point in Qt's logical coordinates; see desktoplayout for the two kinds of positions.
QPoint logicalPoint(const QPoint &position, bool isLogical)
{
    if (isLogical)
        return position;
    for (const QScreen *screen : QGuiApplication::screens()) {
        const QPoint origin = screen->geometry().topLeft();
        const QRectF native(origin, QSizeF(screen->size()) * screen->devicePixelRatio());
        if (native.contains(position))
            return origin + ((position - origin) / screen->devicePixelRatio());
    }
    return position;
}

bool isOnOurWindow(const QPoint &logical)
{
    const auto takesClicks = [](const QWindow *window) {
        return window->isVisible() && !(window->flags() & Qt::WindowTransparentForInput);
    };
    const QWindow *window = QGuiApplication::topLevelAt(logical);
    if (!window || takesClicks(window))
        return window != nullptr;
    // Our frame is in the way of the question, as it is not in the way of the click.
    const QWindowList all = QGuiApplication::topLevelWindows();
    return std::any_of(all.cbegin(), all.cend(), [&](const QWindow *other) {
        return takesClicks(other) && other->frameGeometry().contains(logical);
    });
}

} // namespace

StepRecorder::StepRecorder(CaptureBackend &backend, ClickWatcher &clicks, const Clock &clock,
                           QObject *parent) :
    QObject(parent), m_backend(backend), m_clicks(clicks), m_clock(clock)
{
    m_look.setInterval(kLookMs);
    connect(&m_look, &QTimer::timeout, this, [this] {
        if (isOver())
            stop();
    });
    connect(&m_clicks, &ClickWatcher::clicked, this, &StepRecorder::clicked);
    connect(&m_backend, &CaptureBackend::finished, this, &StepRecorder::answered);
}

StepRecorder::~StepRecorder()
{
    disconnect(&m_backend, nullptr, this, nullptr);
    disconnect(&m_clicks, nullptr, this, nullptr);
    if (m_pending)
        m_backend.cancel();
    if (m_state != State::Off)
        m_clicks.stop();
    showFrames(false);
}

void StepRecorder::start()
{
    if (m_state != State::Off)
        return;
    m_count = 0;
    m_startedMs = m_clock.monotonicMs();
    m_lastMs.reset();
    m_hears = m_clicks.start();
    m_look.start();
    showFrames(true);
    setState(State::Recording);
}

void StepRecorder::pause()
{
    if (m_state != State::Recording)
        return;
    showFrames(false);
    setState(State::Paused);
}

void StepRecorder::resume()
{
    if (m_state != State::Paused)
        return;
    showFrames(true);
    setState(State::Recording);
}

void StepRecorder::stop()
{
    if (m_state == State::Off)
        return;
    m_clicks.stop();
    m_hears = false;
    m_look.stop();
    showFrames(false);
    if (m_pending) {
        m_pending.reset();
        m_backend.cancel();
    }
    setState(State::Off);
}

void StepRecorder::addStep()
{
    const QScreen *screen = QGuiApplication::screenAt(QCursor::pos());
    if (!screen)
        screen = QGuiApplication::primaryScreen();
    if (m_state != State::Recording || m_pending || !screen)
        return;
    const QRect place = screen->geometry();
    const QPoint middle = m_clicks.positionsAreLogical()
        ? place.center()
        : place.topLeft() + (place.center() - place.topLeft()) * screen->devicePixelRatio();
    grab(middle, kByHand);
}

void StepRecorder::clicked(const QPoint &position, int button)
{
    if (m_state != State::Recording || m_pending)
        return;
    if (isOver()) {
        stop();
        return;
    }
    // A double click is one step.
    const qint64 now = m_clock.monotonicMs();
    if (m_lastMs && now - *m_lastMs < limits::kClickDebounceMs)
        return;
    if (isOnOurWindow(logicalPoint(position, m_clicks.positionsAreLogical())))
        return;
    m_lastMs = now;
    grab(position, button);
}

void StepRecorder::grab(const QPoint &position, int button)
{
    m_pending = Pending{position, button, m_clock.monotonicMs() - m_startedMs};
    m_backend.request({});
}

void StepRecorder::answered(const CaptureResult &result)
{
    if (!m_pending)
        return;
    const Pending pending = *std::exchange(m_pending, std::nullopt);
    if (result.trouble) {
        Q_EMIT stepMissed(*result.trouble);
        return;
    }
    const auto at = desktoplayout::place(QRect(pending.position, QSize(1, 1)),
                                         m_clicks.positionsAreLogical(), result.screens);
    if (!at) {
        Q_EMIT stepMissed(CaptureTrouble::NoSuchScreen);
        return;
    }
    const CapturedScreen &screen = result.screens.at(at->screen);
    ++m_count;
    Q_EMIT stepTaken(RecordedStep{Shot{screen.pixels, screen.dpr}, at->pixels.topLeft(),
                                  pending.button, pending.atMs});
    if (isOver())
        stop();
}

bool StepRecorder::isOver() const
{
    return m_count >= limits::kRecordedSteps
        || m_clock.monotonicMs() - m_startedMs >= limits::kRecordingMs;
}

void StepRecorder::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged(state);
}

void StepRecorder::showFrames(bool shown)
{
    for (const auto &frame : std::as_const(m_frames)) {
        if (frame) {
            frame->hide();
            frame->deleteLater();
        }
    }
    m_frames.clear();
    if (!shown)
        return;
    for (const QScreen *screen : QGuiApplication::screens()) {
        auto *frame = new RecordingFrame(screen->geometry());
        frame->show();
        m_frames.append(frame);
    }
}

} // namespace vigie
