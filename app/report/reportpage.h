// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/reportdraft.h"
#include "app/report/reportports.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QDateTimeEdit;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace vigie {

class AttachmentStrip;
class Banner;
class Button;
class ChoiceChips;
class Clock;
class EffectPicker;
class FactsPanel;
class FileDrop;
class HelpMeter;
class JustBefore;
class LiveChoice;
class SavedReports;
class Label;
class PageColumn;
class Prompt;
class ShotStrip;
class Workspace;
struct CaptureWish;
struct Error;
enum class KitPart;
struct MachineState;
class SuggestionStrip;
struct PublishedShots;
struct SyncStatus;

/// The employee's report: what, when, who, how bad, files. Every change is journaled at once and
/// comes back at the next start. Send is always there; it works without a connection.
/// `workspace`, `prompt` and `clock` must outlive it. GUI thread.
class ReportPage final : public QWidget
{
    Q_OBJECT

public:
    ReportPage(Workspace &workspace, Prompt &prompt, const Clock &clock, QWidget *parent,
               const ReportPorts &ports = {});

    /// The place in the draft journal.
    [[nodiscard]] static QString draftPlace() { return QStringLiteral("report/new"); }
    [[nodiscard]] const ReportDraft &draft() const { return m_draft; }
    /// Puts the cursor where the writing starts.
    void startWriting();
    /// What the Send button says when the mouse rests on it.
    void setSendTip(const QString &words);
    [[nodiscard]] ShotStrip *shots() const { return m_shots; }
    /// The draft of the last time has been read; before that nothing should be added.
    [[nodiscard]] bool isRestored() const { return m_restored; }
    /// A recording: shots whose originals are kept already, and their captions as a list for the
    /// details. Neither is added twice. False, and nothing is changed, when there is no room.
    [[nodiscard]] bool addSteps(const QList<AnnotationDocument> &shots);

public Q_SLOTS:
    void send();
    void chooseFiles();
    /// Empties the form after asking; a form with nothing in it is emptied without a word.
    void clearForm();

Q_SIGNALS:
    /// On the disk and on its way.
    void sent(const vigie::TicketId &ticket);
    /// A picture of the screen is wanted; it goes to shots()->addPicture().
    void captureWanted(const vigie::CaptureWish &wish);
    /// A recording of steps is wanted; it goes to addSteps().
    void recordWanted();
    void restored();
    /// A request like the one that is being written; the draft stays.
    void requestWanted(const vigie::TicketId &ticket);
    /// The draft was journaled (for tests and the status line).
    void journaled();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildWhat(PageColumn *page);
    void buildShots(PageColumn *page);
    void buildWhen(PageColumn *page);
    void buildWho(PageColumn *page);
    void buildHow(PageColumn *page);
    void buildEffect();
    void buildLive();
    void buildTemplates(PageColumn *page);
    void buildHandling(PageColumn *page);
    void buildFacts(PageColumn *page);
    void buildHelp(PageColumn *page);
    [[nodiscard]] QWidget *buildBar();
    void wireFields();
    void restore();
    void fill(const ReportDraft &draft);
    void fillWords(const ReportDraft &draft);
    void journal();
    void filesChanged();
    void shareRoom();
    void edited();
    void takeMachine(const MachineState &state);
    void takeEffect();
    void keepTemplate();
    void useDraft(const ReportDraft &draft, const QString &told);
    void tellUndoable(const QString &told, std::function<void()> undo);
    void showHelp();
    void showPart(KitPart part);
    void showExtras();
    void showDelivery(const SyncStatus &status);
    void takeFiles(const QStringList &paths);
    void publishShots();
    void sendNow(const PublishedShots &shots);
    void sendFailed(const Error &error);
    [[nodiscard]] QString whenWords() const;

    Workspace &m_workspace;
    Prompt &m_prompt;
    const Clock &m_clock;
    ReportPorts m_ports;
    ReportDraft m_draft;
    ReportDraft m_journaled; ///< what the journal was last told
    AttachmentStrip *m_files = nullptr;
    ShotStrip *m_shots = nullptr;
    FileDrop *m_drop;
    Banner *m_banner;
    QLineEdit *m_title = nullptr;
    QPlainTextEdit *m_details = nullptr;
    Button *m_showError = nullptr;
    QPlainTextEdit *m_error = nullptr;
    Label *m_fileHint = nullptr;
    ChoiceChips *m_when = nullptr;
    QDateTimeEdit *m_picked = nullptr;
    QLineEdit *m_change = nullptr;
    QLineEdit *m_before = nullptr;
    ChoiceChips *m_who = nullptr;
    QLineEdit *m_names = nullptr;
    QSpinBox *m_people = nullptr;
    QWidget *m_others = nullptr;
    ChoiceChips *m_urgency = nullptr;
    QComboBox *m_category = nullptr;
    JustBefore *m_justBefore = nullptr;
    EffectPicker *m_effect = nullptr;
    Label *m_handling = nullptr;
    FactsPanel *m_facts = nullptr;
    LiveChoice *m_live = nullptr;
    HelpMeter *m_help = nullptr;
    SuggestionStrip *m_suggestions = nullptr;
    SavedReports *m_saved = nullptr;
    QString m_readError; ///< recognised in a picture; finds what is known, and goes nowhere else
    std::function<void()> m_undo; ///< what the banner's Undo does
    Label *m_delivery = nullptr;
    Button *m_send = nullptr;
    bool m_filling = false;  ///< the fields follow the draft, not the other way round
    bool m_sending = false;
    bool m_sendWhenCopied = false;
    bool m_restored = false; ///< nothing is journaled before the old draft was read
};

} // namespace vigie
