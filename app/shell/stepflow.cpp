// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/stepflow.h"

#include "app/capture/recordingstrip.h"
#include "app/capture/steprecorder.h"
#include "app/capture/windowcurtain.h"
#include "app/platform/globalhotkey.h"
#include "app/prompt/prompt.h"
#include "app/report/reportpage.h"
#include "app/report/shotstrip.h"
#include "app/report/stepreview.h"
#include "app/text/errortext.h"
#include "core/base/async.h"
#include "core/base/clock.h"
#include "core/base/limits.h"
#include "core/service/draftservice.h"
#include "core/service/shotservice.h"
#include "core/service/workspace.h"

#include <algorithm>
#include <utility>

namespace vigie {

namespace {

/// A desktop's tray opens its menu well within this time after the click on it.
constexpr qint64 kTrayClickMs = 1500;
constexpr int kMissedBeforePause = 2;

} // namespace

StepFlow::StepFlow(Workspace &workspace, Prompt &prompt, const Clock &clock,
                   const ReportPorts &ports, std::function<ReportPage *()> report, QWidget &window)
    : QObject(&window), m_workspace(workspace), m_prompt(prompt), m_clock(clock), m_ports(ports),
      m_report(std::move(report)), m_window(window)
{
    StepRecorder *recorder = m_ports.steps.recorder;
    connect(recorder, &StepRecorder::stateChanged, this, &StepFlow::recorderChanged);
    connect(recorder, &StepRecorder::stepTaken, this, &StepFlow::takeStep);
    connect(recorder, &StepRecorder::stepMissed, this, &StepFlow::stepMissed);
    connect(recorder, &StepRecorder::tooFast, this, [this] {
        tellTrouble(tr("One click was left out, because the pictures before it are still being "
                       "written."));
    });
    if (m_ports.steps.key) {
        connect(m_ports.steps.key, &GlobalHotkey::pressed, this,
                [this] { run(RecordingCommand::AddStepAtMouse); });
    }
    lookForUnfinished();
}

StepFlow::~StepFlow()
{
    m_ports.steps.recorder->disconnect(this);
    m_ports.steps.recorder->stop();
    showState(); // what shows it may outlive us
    if (m_ports.steps.key)
        (void)m_ports.steps.key->setKey({});
    if (m_curtain)
        m_curtain->giveUp(); // the window goes: nothing is put back
    delete m_strip;
    delete m_review;
}

RecordingState StepFlow::state() const
{
    const StepRecorder::State recorder = m_ports.steps.recorder->state();
    return {recorder != StepRecorder::State::Off, recorder == StepRecorder::State::Paused,
            int(m_recording.steps.size()) + m_arriving - int(m_unwanted.size())};
}

QKeySequence StepFlow::stepKey()
{
    return QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_J);
}

void StepFlow::run(RecordingCommand command)
{
    StepRecorder &recorder = *m_ports.steps.recorder;
    switch (command) {
    case RecordingCommand::Start:
        start();
        break;
    case RecordingCommand::Pause:
        recorder.pause();
        break;
    case RecordingCommand::Resume:
        tellTrouble({});
        m_missed = 0;
        recorder.resume();
        break;
    case RecordingCommand::AddStep:
        recorder.addStep();
        break;
    case RecordingCommand::AddStepAtMouse:
        recorder.addStep(true);
        break;
    case RecordingCommand::Discard:
        m_discardWanted = isOn();
        [[fallthrough]];
    case RecordingCommand::Stop:
        m_stopWanted = true;
        recorder.stop();
        break;
    }
}

// ---- what was left behind ----------------------------------------------------------------------

void StepFlow::lookForUnfinished()
{
    whenDone(m_workspace.drafts().load(StepRecording::draftPlace()), this,
             [this](const Result<QJsonObject> &stored) {
                 found(stored ? stepRecordingFrom(*stored) : StepRecording());
             });
}

void StepFlow::found(const StepRecording &recording)
{
    // A kill between the report's journal and ours leaves the same steps in both.
    whenDone(m_workspace.drafts().load(ReportPage::draftPlace()), this,
             [this, recording](const Result<QJsonObject> &report) {
                 m_loaded = true;
                 const QList<AnnotationDocument> there =
                     report ? reportDraftFrom(*report).shots : QList<AnnotationDocument>();
                 const QList<AnnotationDocument> kept = recording.kept();
                 const bool attached = !kept.isEmpty()
                     && std::all_of(kept.cbegin(), kept.cend(),
                                    [&there](const AnnotationDocument &shot) {
                                        return isAmong(there, shot);
                                    });
                 if (attached) {
                     forget(recording.droppedOriginals());
                 } else if (!recording.steps.isEmpty()) {
                     m_recording = recording;
                     Q_EMIT unfinished(int(recording.steps.size()));
                 }
                 if (std::exchange(m_startWhenLoaded, false))
                     start();
             });
}

// ---- recording ---------------------------------------------------------------------------------

void StepFlow::start()
{
    if (isOn() || m_concluding || (m_ports.capture && m_ports.capture->isBusy()))
        return;
    if (!m_loaded) {
        m_startWhenLoaded = true;
        return;
    }
    // One recording at a time: the old one is the person's to judge first.
    if (!m_recording.steps.isEmpty())
        return review();
    if (m_ports.steps.explained)
        return begin();
    Q_EMIT frontWanted();
    m_prompt.ask(&m_window,
                 {tr("Record steps?"),
                  tr("Until you stop, Vigie takes a picture of the screen at each click, at most "
                     "%L1 in %L2 minutes. What you type is never recorded.\n\nA red frame shows "
                     "that the recording is on. Afterwards you look at every picture, drop or "
                     "cover what nobody should see, and only then attach the rest.")
                      .arg(limits::kRecordedSteps)
                      .arg(limits::kRecordingMs / 60'000),
                  tr("Start recording"), false},
                 [this](bool accepted) {
                     if (!accepted)
                         return;
                     m_ports.steps.explained = true;
                     if (m_ports.steps.keepExplained)
                         m_ports.steps.keepExplained();
                     // The question has to be gone first.
                     QMetaObject::invokeMethod(this, &StepFlow::begin, Qt::QueuedConnection);
                 });
}

void StepFlow::begin()
{
    if (isOn())
        return;
    m_recording = {};
    m_ids.clear();
    m_latest.reset();
    m_missed = 0;
    m_stopWanted = m_discardWanted = false;
    m_curtain = std::make_unique<WindowCurtain>();
    StepRecorder &recorder = *m_ports.steps.recorder;
    recorder.start();
    if (m_ports.steps.key)
        (void)m_ports.steps.key->setKey(stepKey()); // the hint does not mention one that is taken
    m_strip = new RecordingStrip;
    connect(m_strip, &RecordingStrip::wanted, this, &StepFlow::run);
    m_strip->setState(state());
    m_strip->setHint(hint());
    m_strip->appear();
    recorder.setStrip(m_strip);
}

QString StepFlow::hint() const
{
    const bool hasKey = m_ports.steps.key && !m_ports.steps.key->key().isEmpty();
    const QString key = stepKey().toString(QKeySequence::NativeText);
    if (m_ports.steps.recorder->hearsClicks()) {
        return hasKey ? tr("Each click is pictured, keys are not. %1 adds a step without a click.")
                            .arg(key)
                      : tr("Each click is pictured, keys are not.");
    }
    return hasKey ? tr("Clicks cannot be seen here. Add each step yourself, with the button or "
                       "with %1.")
                        .arg(key)
                  : tr("Clicks cannot be seen on this desktop. Add each step yourself, with the "
                       "button, the tray, or the command “vigie --step”.");
}

void StepFlow::recorderChanged()
{
    showState();
    if (isOn())
        return;
    m_ports.steps.recorder->setStrip(nullptr);
    if (m_ports.steps.key)
        (void)m_ports.steps.key->setKey({});
    if (m_strip) {
        m_strip->hide();
        m_strip->deleteLater(); // it may be what called us
        m_strip = nullptr;
    }
    m_curtain.reset();
    m_concluding = true;
    if (m_arriving == 0)
        QMetaObject::invokeMethod(this, &StepFlow::conclude, Qt::QueuedConnection);
}

void StepFlow::takeStep(const RecordedStep &step)
{
    const quint64 id = ++m_lastId;
    ++m_arriving;
    m_latest = Latest{id, step.onDesktop, m_clock.monotonicMs()};
    m_ports.steps.recorder->setFull(m_arriving >= limits::kStepsOnTheWay);
    // Only the import holds the picture, and only until it is written.
    StepShot made;
    made.windowTitle = step.windowTitle.left(limits::kWindowTitleLength);
    made.atMs = step.atMs;
    const std::optional<QPoint> at = step.pointed ? std::optional(step.at) : std::nullopt;
    whenDone(m_workspace.shots().import(step.shot.picture, step.shot.dpr), this,
             [this, id, made, at](const Result<AnnotationDocument> &document) {
                 stepKept(id, document, made, at);
             });
    showState();
}

void StepFlow::stepKept(quint64 id, const Result<AnnotationDocument> &document, StepShot step,
                        const std::optional<QPoint> &at)
{
    --m_arriving;
    m_ports.steps.recorder->setFull(m_arriving >= limits::kStepsOnTheWay);
    const bool unwanted = m_unwanted.remove(id);
    if (!document) {
        if (m_latest && m_latest->id == id)
            m_latest.reset();
        pauseFor(tr("The last step could not be kept. %1 The recording is paused; the steps before "
                    "it are kept.",
                    "the reason")
                     .arg(ErrorText::of(document.error()).what));
    } else if (unwanted) {
        m_workspace.shots().discard({document->sha256});
    } else {
        step.document = *document;
        step.document.items = clickMarks(document->size, document->dpr, at);
        const auto place = std::lower_bound(m_ids.begin(), m_ids.end(), id) - m_ids.begin();
        m_ids.insert(place, id);
        m_recording.steps.insert(place, step);
        m_recording.renumber();
        m_missed = 0;
        if (!state().paused)
            tellTrouble({});
        save();
    }
    showState();
    if (m_concluding && m_arriving == 0)
        conclude();
}

void StepFlow::stepMissed(CaptureTrouble trouble)
{
    switch (trouble) {
    case CaptureTrouble::NoPortal:
    case CaptureTrouble::Refused:
    case CaptureTrouble::NoPermission:
        return pauseFor(tr("The desktop refused a picture of the screen. The recording is paused; "
                           "the steps so far are kept. Allow it in the privacy settings and go on, "
                           "or stop and review."));
    default: break;
    }
    if (++m_missed >= kMissedBeforePause) {
        return pauseFor(tr("The screen cannot be pictured at the moment, perhaps because it is "
                           "locked. The recording is paused; go on when it is back."));
    }
    tellTrouble(tr("The last click could not be pictured. The recording goes on."));
}

void StepFlow::refuseOtherPicture()
{
    tellTrouble(tr("Steps are being recorded. Stop first, then take another picture."));
}

void StepFlow::forgetTrayClick(const QRect &icon)
{
    if (!isOn() || !m_latest)
        return;
    const bool onIcon = icon.isValid()
        ? icon.contains(m_latest->onDesktop)
        : m_clock.monotonicMs() - m_latest->atMs < kTrayClickMs;
    if (onIcon)
        forgetLatest();
}

void StepFlow::forgetLatest()
{
    const quint64 id = std::exchange(m_latest, std::nullopt)->id;
    const qsizetype at = m_ids.indexOf(id);
    m_ports.steps.recorder->takeBack();
    if (at < 0) {
        m_unwanted.insert(id);
    } else {
        m_ids.removeAt(at);
        const StepShot gone = m_recording.steps.takeAt(at);
        m_recording.renumber();
        save();
        m_workspace.shots().discard({gone.document.sha256});
    }
    showState();
}

void StepFlow::pauseFor(const QString &words)
{
    m_ports.steps.recorder->pause();
    tellTrouble(words);
}

void StepFlow::tellTrouble(const QString &words)
{
    if (m_strip)
        m_strip->setTrouble(words);
    else if (!words.isEmpty())
        Q_EMIT told(Tone::Warning, words);
}

void StepFlow::showState()
{
    const RecordingState now = state();
    if (now == m_shown)
        return;
    m_shown = now;
    if (m_strip)
        m_strip->setState(now);
    Q_EMIT changed(now);
}

void StepFlow::save()
{
    const QString place = StepRecording::draftPlace();
    const auto saved = m_recording.steps.isEmpty()
        ? m_workspace.drafts().drop(place)
        : m_workspace.drafts().save(place, toJson(m_recording));
    whenDone(saved, this, [this](const Result<bool> &done) {
        if (done || done.error().code == ErrorCode::Cancelled)
            return;
        const QString words =
            tr("What was just recorded or changed could not be written. %1 Nothing is lost as long "
               "as Vigie runs; make room, then go on.",
               "the reason")
                .arg(ErrorText::of(done.error()).what);
        if (m_review)
            m_review->tell(words);
        else
            pauseFor(words);
    });
}

// ---- review ------------------------------------------------------------------------------------

void StepFlow::conclude()
{
    if (!std::exchange(m_concluding, false))
        return;
    showState();
    if (m_recording.steps.isEmpty()) {
        Q_EMIT told(Tone::Info, tr("The recording has ended. There is no step in it."));
        Q_EMIT frontWanted();
        return;
    }
    review();
    if (m_discardWanted)
        m_review->askToDiscard();
    else if (!m_stopWanted && m_ports.steps.recorder->count() >= limits::kRecordedSteps)
        m_review->tell(tr("The recording ended by itself after %L1 steps, the most it takes.")
                           .arg(limits::kRecordedSteps));
    else if (!m_stopWanted)
        m_review->tell(tr("The recording ended by itself after %L1 minutes.")
                           .arg(limits::kRecordingMs / 60'000));
}

void StepFlow::review()
{
    if (isOn() || m_concluding || m_recording.steps.isEmpty())
        return;
    if (!m_review) {
        (void)m_report(); // reads its draft meanwhile
        m_review = new StepReview(m_recording, m_workspace.shots(), m_prompt, &m_window);
        SensitiveRules rules;
        rules.names = {m_workspace.me().name};
        rules.logins = {m_workspace.me().login};
        m_review->setReader(m_ports.ocr, rules);
        m_review->setHabits(m_ports.habits);
        connect(m_review, &StepReview::changed, this, [this] {
            m_recording = m_review->recording();
            save();
        });
        connect(m_review, &StepReview::attachWanted, this, &StepFlow::attach);
        connect(m_review, &StepReview::discardWanted, this, &StepFlow::discard);
        connect(m_review, &QDialog::finished, this, &StepFlow::reviewClosed);
    }
    m_review->show();
    m_review->raise();
    m_review->activateWindow();
}

void StepFlow::reviewClosed()
{
    m_review = nullptr; // it deletes itself
    if (!m_recording.steps.isEmpty())
        Q_EMIT unfinished(int(m_recording.steps.size()));
}

void StepFlow::closeReview()
{
    if (!m_review)
        return;
    m_review->disconnect(this);
    m_review->close();
    m_review = nullptr;
}

void StepFlow::attach()
{
    ReportPage *page = m_report();
    if (!page->isRestored()) {
        // What was written before must not be taken for what is written now.
        connect(page, &ReportPage::restored, this, &StepFlow::attach, Qt::SingleShotConnection);
        return;
    }
    if (!m_review || m_recording.kept().isEmpty())
        return;
    const ReportDraft before = page->draft();
    const auto steps = int(m_recording.kept().size());
    if (!page->addSteps(m_recording.kept())) {
        m_review->tell(tr("The report has room for %Ln more picture(s). Drop some steps here, or "
                          "remove pictures there, and attach again.",
                          nullptr, page->shots()->room()));
        return;
    }
    const QStringList dropped = m_recording.droppedOriginals();
    closeReview();
    m_recording = {};
    if (page->draft() == before)
        forget(dropped);
    else // not before the report is on the disk
        connect(page, &ReportPage::journaled, this, [this, dropped] { forget(dropped); },
                Qt::SingleShotConnection);
    Q_EMIT reportWanted();
    Q_EMIT told(Tone::Success, tr("%Ln step(s) are in the report. Nothing is sent before you "
                                  "send it.",
                                  nullptr, steps));
}

void StepFlow::discard()
{
    const QStringList all = m_recording.originals();
    closeReview();
    m_recording = {};
    forget(all);
    Q_EMIT told(Tone::Info, tr("The recording was discarded."));
}

/// Nothing mentions these pictures any more.
void StepFlow::forget(const QStringList &originals)
{
    // A new recording may have taken the place meanwhile.
    if (m_recording.steps.isEmpty())
        m_workspace.drafts().drop(StepRecording::draftPlace());
    m_workspace.shots().discard(originals);
}

} // namespace vigie
