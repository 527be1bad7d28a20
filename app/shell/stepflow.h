// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/capture/recordingcommand.h"
#include "app/report/reportports.h"
#include "app/report/steprecording.h"
#include "app/widgets/tokens.h"
#include "core/base/result.h"

#include <QKeySequence>
#include <QObject>
#include <QPointer>
#include <QRect>
#include <QSet>

#include <functional>
#include <memory>
#include <optional>

namespace vigie {

class Clock;
class Prompt;
class RecordingStrip;
class ReportPage;
class StepReview;
class WindowCurtain;
class Workspace;
enum class CaptureTrouble;
struct RecordedStep;

/// From the wish to show how the trouble comes about to the steps in the report: explains, records,
/// keeps each step on the disk as it is taken, lets the person review, attaches. What a kill leaves
/// of a recording is offered at the next start. All references must outlive it, and so must the
/// recorder in `ports`. Destroyed before `window`. GUI thread.
class StepFlow final : public QObject
{
    Q_OBJECT

public:
    /// `report` makes the report page if it is not there yet; the review stands on `window`.
    StepFlow(Workspace &workspace, Prompt &prompt, const Clock &clock, const ReportPorts &ports,
             std::function<ReportPage *()> report, QWidget &window);
    ~StepFlow() override;

    [[nodiscard]] RecordingState state() const;
    [[nodiscard]] bool isOn() const { return state().on; }
    /// The key that adds a step while recording.
    [[nodiscard]] static QKeySequence stepKey();
    /// Something else wants to picture the screen, which has to wait.
    void refuseOtherPicture();
    /// The tray icon was clicked: the last step, if it was just that click, is none. `icon` is
    /// where it is; where the desktop does not tell (invalid), the time decides.
    void forgetTrayClick(const QRect &icon);

public Q_SLOTS:
    void run(vigie::RecordingCommand command);
    /// Opens what was recorded and waits, if there is something.
    void review();

Q_SIGNALS:
    void changed(const vigie::RecordingState &state);
    /// Steps were attached.
    void reportWanted();
    /// The window is wanted in front, for a question.
    void frontWanted();
    /// So many steps wait to be reviewed.
    void unfinished(int steps);
    void told(vigie::Tone tone, const QString &words);

private:
    void lookForUnfinished();
    void found(const StepRecording &recording);
    void start();
    void begin();
    [[nodiscard]] QString hint() const;
    void recorderChanged();
    void takeStep(const RecordedStep &step);
    void stepKept(quint64 id, const Result<AnnotationDocument> &document, StepShot step,
                  const std::optional<QPoint> &at);
    void stepMissed(CaptureTrouble trouble);
    void forgetLatest();
    void pauseFor(const QString &words);
    void tellTrouble(const QString &words);
    void save();
    void conclude();
    void reviewClosed();
    void attach();
    void discard();
    void forget(const QStringList &originals);
    void closeReview();
    void showState();

    struct Latest {
        quint64 id = 0;
        QPoint onDesktop;
        qint64 atMs = 0;
    };

    Workspace &m_workspace;
    Prompt &m_prompt;
    const Clock &m_clock;
    ReportPorts m_ports;
    std::function<ReportPage *()> m_report;
    QWidget &m_window;
    StepRecording m_recording;
    QList<quint64> m_ids; ///< of the steps in m_recording, while recording
    QSet<quint64> m_unwanted; ///< on their way, but not to be kept
    std::optional<Latest> m_latest;
    quint64 m_lastId = 0;
    int m_arriving = 0;
    int m_missed = 0; ///< in a row
    bool m_loaded = false;
    bool m_startWhenLoaded = false;
    bool m_stopWanted = false;
    bool m_discardWanted = false;
    bool m_concluding = false;
    RecordingState m_shown;
    std::unique_ptr<WindowCurtain> m_curtain;
    QPointer<RecordingStrip> m_strip;
    QPointer<StepReview> m_review;
};

} // namespace vigie
