// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/steprecorder.h"

#include "app/capture/clickwatcher.h"
#include "app/capture/desktoplayout.h"
#include "app/capture/ownwindows.h"
#include "app/capture/platform/capturehide.h"
#include "app/capture/recordingframe.h"

#include <QCursor>
#include <QGuiApplication>
#include <QScreen>
#include <QWindow>

#include <algorithm>
#include <cmath>
#include <utility>

namespace vigie {

namespace {

constexpr int kLookMs = 1000;
constexpr int kByHand = 0;
constexpr int kStripSettleMs = 300;

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

/// The other way round.
QPoint systemPoint(const QPoint &logical, const QScreen &screen, bool isLogical)
{
    const QPoint origin = screen.geometry().topLeft();
    return isLogical ? logical : origin + (logical - origin) * screen.devicePixelRatio();
}

/// Wayland tells a program where the mouse is only above its own windows, and shows none of them
/// around everything else.
bool isWaylandWindow()
{
    return QGuiApplication::platformName().startsWith(QLatin1String("wayland"));
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
    m_settle.setSingleShot(true);
    m_settle.setInterval(kStripSettleMs);
    connect(&m_settle, &QTimer::timeout, this, [this] {
        if (m_pending)
            m_backend.request({});
    });
    connect(&m_clicks, &ClickWatcher::clicked, this, &StepRecorder::clicked);
    connect(&m_backend, &CaptureBackend::finished, this, &StepRecorder::answered);
}

StepRecorder::~StepRecorder()
{
    disconnect(&m_backend, nullptr, this, nullptr);
    disconnect(&m_clicks, nullptr, this, nullptr);
    if (m_pending && !m_settle.isActive())
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
    m_full = false;
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
        if (m_settle.isActive())
            m_settle.stop();
        else
            m_backend.cancel();
    }
    m_stripPutAway = false;
    setState(State::Off);
}

void StepRecorder::addStep(bool atMouse)
{
    const bool pointed = atMouse && !isWaylandWindow();
    const QScreen *screen = QGuiApplication::screenAt(QCursor::pos());
    if (!screen)
        screen = QGuiApplication::primaryScreen();
    if (m_state != State::Recording || m_pending || !screen)
        return;
    if (m_full) {
        Q_EMIT tooFast();
        return;
    }
    const Pending pending{systemPoint(pointed ? QCursor::pos() : screen->geometry().center(),
                                      *screen, m_clicks.positionsAreLogical()),
                          kByHand, sinceStart(), pointed};
    if (!m_strip || !m_strip->isVisible() || !m_stripIsSeen)
        return grab(pending);
    m_stripAt = m_strip->pos();
    m_strip->hide();
    m_stripPutAway = true;
    m_pending = pending;
    m_settle.start();
}

void StepRecorder::takeBack()
{
    m_count = std::max(0, m_count - 1);
}

void StepRecorder::setStrip(QWidget *strip)
{
    m_strip = strip;
    m_stripPutAway = false;
    m_stripIsSeen = strip && !excludeFromCapture(*strip);
}

void StepRecorder::showStripAgain()
{
    if (!std::exchange(m_stripPutAway, false) || !m_strip)
        return;
    // Without an explicit place, window managers choose a new one for a window shown again.
    m_strip->move(m_stripAt);
    m_strip->show();
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
    if (m_full) {
        Q_EMIT tooFast();
        return;
    }
    grab({position, button, sinceStart(), true});
}

void StepRecorder::grab(const Pending &pending)
{
    m_pending = pending;
    m_backend.request({});
}

void StepRecorder::answered(const CaptureResult &result)
{
    if (!m_pending || m_settle.isActive())
        return;
    const Pending pending = *std::exchange(m_pending, std::nullopt);
    const bool withoutStrip = m_stripPutAway;
    showStripAgain();
    if (result.trouble) {
        Q_EMIT stepMissed(*result.trouble);
        return;
    }
    const bool isLogical = m_clicks.positionsAreLogical();
    const auto at =
        desktoplayout::place(QRect(pending.position, QSize(1, 1)), isLogical, result.screens);
    if (!at) {
        Q_EMIT stepMissed(CaptureTrouble::NoSuchScreen);
        return;
    }
    const CapturedScreen &screen = result.screens.at(at->screen);
    ++m_count;
    RecordedStep step;
    step.shot = Shot{withoutOurs(screen, !withoutStrip), screen.dpr};
    step.at = at->pixels.topLeft();
    step.button = pending.button;
    step.atMs = pending.atMs;
    step.pointed = pending.pointed;
    step.onDesktop = logicalPoint(pending.position, isLogical);
    step.windowTitle = result.activeWindow ? result.activeWindow->title : QString();
    Q_EMIT stepTaken(step);
    if (isOver())
        stop();
}

/// The picture as if frame and strip were not there. They lie on top of everything, so nothing
/// but what they covered is lost.
QImage StepRecorder::withoutOurs(const CapturedScreen &screen, bool withStrip) const
{
    QImage picture = screen.pixels;
    if (m_framesAreSeen && !m_frames.isEmpty())
        ownwindows::mendEdges(picture, int(std::ceil(RecordingFrame::kWidth * screen.dpr)));
    if (withStrip && m_stripIsSeen && m_strip && m_strip->isVisible()) {
        const QRect strip = m_strip->frameGeometry().translated(-screen.logical.topLeft());
        ownwindows::cover(picture, QRectF(QPointF(strip.topLeft()) * screen.dpr,
                                          QSizeF(strip.size()) * screen.dpr)
                                       .toAlignedRect());
    }
    return picture;
}

bool StepRecorder::isOver() const
{
    return m_count >= limits::kRecordedSteps || sinceStart() >= limits::kRecordingMs;
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
    if (!shown || isWaylandWindow())
        return;
    m_framesAreSeen = false;
    for (const QScreen *screen : QGuiApplication::screens()) {
        auto *frame = new RecordingFrame(screen->geometry());
        frame->show();
        m_framesAreSeen = !excludeFromCapture(*frame) || m_framesAreSeen;
        m_frames.append(frame);
    }
}

} // namespace vigie
