// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/capture/capturebackend.h"
#include "app/capture/capturecoordinator.h"
#include "core/base/clock.h"

#include <QPoint>
#include <QPointer>
#include <QTimer>

namespace vigie {

class ClickWatcher;
class RecordingFrame;

/// One click of the person, and the screen as it was when the button went down.
struct RecordedStep {
    Shot shot;       ///< the whole screen that was clicked
    QPoint at;       ///< the clicked pixel of the picture
    int button = 0;  ///< 1 left, 2 middle, 3 right; 0 for a step added by hand
    qint64 atMs = 0; ///< since the recording began
};

/// Takes a picture for each click until it is stopped, or limits::kRecordedSteps or
/// limits::kRecordingMs are reached. A red frame around every screen shows that it is on. Clicks
/// on our own windows are no steps; keys are never heard. Pictures are handed over as they are
/// taken and not kept here. GUI thread.
class StepRecorder final : public QObject
{
    Q_OBJECT

public:
    enum class State { Off, Recording, Paused };

    /// All three must outlive the recorder. Nothing else may use `backend` while recording.
    StepRecorder(CaptureBackend &backend, ClickWatcher &clicks, const Clock &clock,
                 QObject *parent = nullptr);
    ~StepRecorder() override;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] int count() const { return m_count; }
    /// Clicks are heard by themselves; otherwise addStep() is the only way.
    [[nodiscard]] bool hearsClicks() const { return m_hears; }

    /// Begins anew. Also where clicks cannot be heard: then steps are added by hand.
    void start();
    void pause();
    void resume();
    void stop();
    /// A step without a click, marked in the middle of the screen with the mouse.
    void addStep();

Q_SIGNALS:
    void stepTaken(const vigie::RecordedStep &step);
    /// A click whose picture could not be taken; the recording goes on.
    void stepMissed(vigie::CaptureTrouble trouble);
    void stateChanged(vigie::StepRecorder::State state);

private:
    void clicked(const QPoint &position, int button);
    void grab(const QPoint &position, int button);
    void answered(const CaptureResult &result);
    [[nodiscard]] bool isOver() const;
    void setState(State state);
    void showFrames(bool shown);

    struct Pending {
        QPoint position;
        int button = 0;
        qint64 atMs = 0;
    };

    CaptureBackend &m_backend;
    ClickWatcher &m_clicks;
    const Clock &m_clock;
    QTimer m_look; ///< ends a recording in which nobody clicks
    State m_state = State::Off;
    bool m_hears = false;
    int m_count = 0;
    qint64 m_startedMs = 0;
    std::optional<qint64> m_lastMs; ///< of the last accepted click
    std::optional<Pending> m_pending;
    QList<QPointer<RecordingFrame>> m_frames;
};

} // namespace vigie
