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
    /// `at` is where the person pointed; otherwise it is the middle of the picture.
    bool pointed = true;
    QPoint onDesktop; ///< the same place in Qt's logical coordinates
    QString windowTitle; ///< of the window in front; empty where the system does not tell
};

/// Takes a picture for each click until it is stopped, or limits::kRecordedSteps or
/// limits::kRecordingMs are reached. A red frame around every screen shows that it is on (Wayland
/// allows none: the strip alone). Clicks
/// on our own windows are no steps; keys are never heard. Pictures are handed over as they are
/// taken and not kept here; our frame and strip are not in them. GUI thread.
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
    /// A step without a click, marked where the mouse is or in the middle of its screen. The strip
    /// is put away first, because nothing hurries.
    void addStep(bool atMouse = false);
    /// The last step was none: it does not count.
    void takeBack();

    /// A window of ours that is in front while recording, to be left out of the pictures. It is
    /// shown by its owner; only addStep() hides it for a moment.
    void setStrip(QWidget *strip);
    /// While full, clicks are not pictured but told with tooFast().
    void setFull(bool full) { m_full = full; }
    /// Milliseconds between putting the strip away and the picture.
    void setSettleTime(int milliseconds) { m_settle.setInterval(milliseconds); }

Q_SIGNALS:
    void stepTaken(const vigie::RecordedStep &step);
    /// A click whose picture could not be taken; the recording goes on.
    void stepMissed(vigie::CaptureTrouble trouble);
    void tooFast();
    void stateChanged(vigie::StepRecorder::State state);

private:
    struct Pending {
        QPoint position; ///< as ClickWatcher says it
        int button = 0;
        qint64 atMs = 0;
        bool pointed = true;
    };

    void clicked(const QPoint &position, int button);
    void grab(const Pending &pending);
    void answered(const CaptureResult &result);
    [[nodiscard]] QImage withoutOurs(const CapturedScreen &screen, bool withStrip) const;
    [[nodiscard]] bool isOver() const;
    [[nodiscard]] qint64 sinceStart() const { return m_clock.monotonicMs() - m_startedMs; }
    void setState(State state);
    void showFrames(bool shown);
    void showStripAgain();

    CaptureBackend &m_backend;
    ClickWatcher &m_clicks;
    const Clock &m_clock;
    QTimer m_look; ///< ends a recording in which nobody clicks
    QTimer m_settle;
    State m_state = State::Off;
    bool m_hears = false;
    bool m_full = false;
    int m_count = 0;
    qint64 m_startedMs = 0;
    std::optional<qint64> m_lastMs; ///< of the last accepted click
    std::optional<Pending> m_pending;
    QPointer<QWidget> m_strip;
    QPoint m_stripAt;
    bool m_stripPutAway = false;
    bool m_stripIsSeen = true; ///< by the camera
    bool m_framesAreSeen = true;
    QList<QPointer<RecordingFrame>> m_frames;
};

} // namespace vigie
