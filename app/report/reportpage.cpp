// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/reportpage.h"

#include "app/composer/attachmentstrip.h"
#include "app/platform/machinefacts.h"
#include "app/prompt/prompt.h"
#include "app/report/effectpicker.h"
#include "app/report/factspanel.h"
#include "app/report/shotstrip.h"
#include "app/report/suggestionstrip.h"
#include "app/report/steprecording.h"
#include "app/report/livechoice.h"
#include "app/text/enumtext.h"
#include "app/text/errortext.h"
#include "app/text/timetext.h"
#include "app/widgets/banner.h"
#include "app/widgets/button.h"
#include "app/widgets/choicechips.h"
#include "app/widgets/filedrop.h"
#include "app/widgets/label.h"
#include "app/widgets/pagecolumn.h"
#include "core/base/async.h"
#include "core/base/clock.h"
#include "core/base/limits.h"
#include "core/service/draftservice.h"
#include "core/service/shotservice.h"
#include "core/service/ticketservice.h"
#include "core/service/workspace.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QVBoxLayout>

namespace vigie {

ReportPage::ReportPage(Workspace &workspace, Prompt &prompt, const Clock &clock, QWidget *parent,
                       const ReportPorts &ports) :
    QWidget(parent), m_workspace(workspace), m_prompt(prompt), m_clock(clock), m_ports(ports),
    m_drop(new FileDrop(this)), m_banner(new Banner(this))
{
    setObjectName(QStringLiteral("reportPage"));
    auto *page = new PageColumn(this);
    page->column()->addWidget(new Label(tr("Report a problem"), page, TextStyle::Title));
    page->column()->addWidget((new Label(tr("One line is enough. The rest helps us to help you "
                                            "faster."),
                                         page, TextStyle::Body, LabelRole::Muted))
                                  ->wrapped());
    page->column()->addWidget(m_banner);
    buildWhat(page);
    buildShots(page);
    buildEffect();
    buildWhen(page);
    buildWho(page);
    buildHow(page);
    buildLive();
    buildHandling(page);
    buildFacts(page);
    buildHelp(page);
    buildTemplates(page);
    page->column()->addStretch(1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(page, 1);
    m_suggestions = new SuggestionStrip(m_workspace.tickets(), this);
    layout->addWidget(buildBar());
    connect(m_suggestions, &SuggestionStrip::requestWanted, this, &ReportPage::requestWanted);

    wireFields();
    fill(ReportDraft());
    showDelivery(m_workspace.status());
    connect(&m_workspace, &Workspace::statusChanged, this, &ReportPage::showDelivery);
    restore();
}

void ReportPage::wireFields()
{
    const auto changed = [this] { edited(); };
    for (QLineEdit *field : {m_title, m_change, m_before, m_names})
        connect(field, &QLineEdit::textChanged, this, changed);
    connect(m_details, &QPlainTextEdit::textChanged, this, changed);
    connect(m_error, &QPlainTextEdit::textChanged, this, changed);
    for (ChoiceChips *chips : {m_when, m_who, m_urgency})
        connect(chips, &ChoiceChips::choiceChanged, this, changed);
    connect(m_picked, &QDateTimeEdit::dateTimeChanged, this, changed);
    connect(m_people, &QSpinBox::valueChanged, this, changed);
    connect(m_category, &QComboBox::currentIndexChanged, this, changed);
    connect(m_files, &AttachmentStrip::changed, this, &ReportPage::filesChanged);
    connect(m_drop, &FileDrop::filesArrived, this, &ReportPage::takeFiles);
    connect(m_drop, &FileDrop::imageArrived, this, [this](const QImage &picture) {
        m_shots->addPicture(picture, devicePixelRatioF());
    });
    connect(m_drop, &FileDrop::hovering, this, [this](bool over) {
        m_fileHint->setRole(over ? LabelRole::Accent : LabelRole::Faint);
    });
    for (QWidget *field : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_details),
                           static_cast<QWidget *>(m_error)})
        m_drop->watchPaste(field);
}

void ReportPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_ports.machine)
        m_ports.machine->collect();
    startWriting();
}

void ReportPage::startWriting()
{
    m_title->setFocus(Qt::OtherFocusReason);
}

void ReportPage::restore()
{
    whenDone(m_workspace.drafts().load(draftPlace()), this,
             [this](const Result<QJsonObject> &stored) {
                 m_restored = true;
                 const ReportDraft before =
                     stored ? reportDraftFrom(*stored) : ReportDraft();
                 m_journaled = before;
                 if (!before.isEmpty()) {
                     // Whoever was faster than the disk keeps what they typed and pasted, and what
                     // is still on its way arrives.
                     fillWords(joined(before, m_draft));
                     m_files->putInFront(before.attachments);
                     m_shots->putInFront(before.shots);
                     shareRoom();
                     edited();
                     m_banner->tell(Tone::Neutral, Icon::Undo,
                                    tr("This is the report you did not finish. Go on where you "
                                       "stopped, or start over."));
                 } else if (!m_draft.isEmpty()) {
                     journal();
                 }
                 if (!stored && stored.error().code != ErrorCode::NotFound) {
                     m_banner->tell(Tone::Warning, Icon::Alert,
                                    ErrorText::of(stored.error()).paragraph());
                 }
                 Q_EMIT restored();
             });
}

void ReportPage::fill(const ReportDraft &draft)
{
    const QScopedValueRollback filling(m_filling, true);
    m_readError.clear();
    fillWords(draft);
    m_files->setFiles(draft.attachments);
    m_shots->setShots(draft.shots);
    shareRoom();
    showHelp();
}

void ReportPage::fillWords(const ReportDraft &draft)
{
    const QScopedValueRollback filling(m_filling, true);
    m_effect->setEffect(draft.effect);
    m_title->setText(draft.title);
    m_details->setPlainText(draft.details);
    m_error->setPlainText(draft.errorText);
    m_when->setChoice(draft.when == StartedWhen::NotSaid ? int(StartedWhen::JustNow)
                                                         : int(draft.when));
    m_picked->setDateTime(QDateTime::fromMSecsSinceEpoch(
        draft.pickedAt > 0 ? draft.pickedAt : m_clock.nowMs()));
    m_change->setText(draft.change);
    m_before->setText(draft.before);
    m_who->setChoice(int(draft.affected));
    m_names->setText(draft.who);
    m_people->setValue(draft.people);
    m_urgency->setChoice(int(draft.urgency));
    m_live->setMinutes(draft.liveMinutes);
    m_category->setCurrentIndex(m_category->findData(draft.category));
    m_facts->setLeftOut(draft.factsLeftOut.value_or(m_ports.factsLeftOut));
    showExtras();
}

void ReportPage::edited()
{
    if (m_filling)
        return;
    ReportDraft draft;
    draft.effect = m_effect->effect() ? m_effect->effect()->id : QString();
    draft.title = m_title->text();
    draft.details = m_details->toPlainText();
    draft.errorText = m_error->toPlainText();
    draft.when = StartedWhen(m_when->choice());
    draft.pickedAt = draft.when == StartedWhen::AtATime
        ? m_picked->dateTime().toMSecsSinceEpoch()
        : 0;
    draft.change = m_change->text();
    draft.before = m_before->text();
    draft.affected = Affected(m_who->choice());
    draft.who = m_names->text();
    draft.people = m_people->value();
    draft.urgency = Urgency(m_urgency->choice());
    draft.liveMinutes = m_live->minutes();
    draft.category = m_category->currentData().toString();
    draft.attachments = m_files->files();
    draft.shots = m_shots->shots();
    draft.factsLeftOut = m_facts->leftOut();
    // "Just now" is where the form starts: alone it is not something the person said.
    if (draft.when == StartedWhen::JustNow) {
        ReportDraft rest = draft;
        rest.when = StartedWhen::NotSaid;
        if (rest.isEmpty())
            draft = rest;
    }
    showExtras();
    m_draft = draft;
    showHelp();
    if (m_restored)
        journal();
}

void ReportPage::journal()
{
    if (m_draft == m_journaled)
        return;
    m_journaled = m_draft;
    const auto written = m_draft.isEmpty()
        ? m_workspace.drafts().drop(draftPlace())
        : m_workspace.drafts().save(draftPlace(), toJson(m_draft));
    whenDone(written, this, [this](const Result<bool> &done) {
        if (done) {
            Q_EMIT journaled();
            return;
        }
        if (done.error().code == ErrorCode::Cancelled)
            return;
        m_journaled = ReportDraft(); // the next key tries again
        m_banner->tell(Tone::Danger, Icon::Alert, ErrorText::of(done.error()).paragraph());
    });
}

void ReportPage::chooseFiles()
{
    m_prompt.openFiles(this, tr("Attach files"),
                       [this](const QStringList &paths) { m_files->addFiles(paths); });
}

/// Pictures are shown and can be drawn on; every other file is attached as it is.
void ReportPage::takeFiles(const QStringList &paths)
{
    QStringList pictures;
    QStringList others;
    for (const QString &path : paths)
        (ShotStrip::looksLikePicture(path) ? pictures : others).append(path);
    if (!pictures.isEmpty())
        m_shots->addFiles(pictures);
    if (!others.isEmpty())
        m_files->addFiles(others);
}

/// Files and screenshots leave in one message.
void ReportPage::shareRoom()
{
    constexpr int filesPerShot = 3;
    const auto shots = int(m_shots->shots().size());
    m_files->setMost(limits::kAttachmentsPerMessage - filesPerShot * shots);
    m_shots->setMost((limits::kAttachmentsPerMessage - int(m_files->files().size()))
                     / filesPerShot);
}

void ReportPage::filesChanged()
{
    shareRoom();
    edited();
    if (!m_sendWhenCopied || m_files->isBusy() || m_shots->isBusy())
        return;
    m_sendWhenCopied = false;
    m_banner->hide();
    // A file that was not taken is the person's to judge: the report may need it.
    if (m_files->trouble().isEmpty() && m_shots->trouble().isEmpty())
        return send();
    m_banner->tell(Tone::Warning, Icon::Attach,
                   tr("Not sent yet, because a file could not be attached. Everything else is "
                      "kept; look at the files below and send again."));
}

void ReportPage::showExtras()
{
    const StartedWhen when = StartedWhen(m_when->choice());
    m_picked->setVisible(when == StartedWhen::AtATime);
    m_change->setVisible(when == StartedWhen::SinceAChange);
    m_others->setVisible(Affected(m_who->choice()) != Affected::Me);
    // Opened by hand it stays open while the person writes elsewhere.
    m_error->setVisible(!m_error->toPlainText().isEmpty() || (!m_filling && !m_error->isHidden()));
    m_showError->setVisible(m_error->isHidden());
}

void ReportPage::showDelivery(const SyncStatus &status)
{
    const bool online = status.phase == SyncStatus::Phase::Online
        || status.phase == SyncStatus::Phase::Working;
    m_delivery->setText(online ? tr("What you write is saved as you type.")
                               : tr("What you write is saved as you type. The report is kept on "
                                    "this computer and sent when the server answers."));
}

QString ReportPage::whenWords() const
{
    switch (m_draft.when) {
    case StartedWhen::JustNow: return tr("just now");
    case StartedWhen::ThisMorning: return tr("this morning");
    case StartedWhen::Yesterday: return tr("yesterday");
    case StartedWhen::AtATime: return TimeText::absolute(m_draft.pickedAt);
    case StartedWhen::SinceAChange:
        return m_draft.change.trimmed().isEmpty()
            ? QString()
            : tr("since %1", "something that happened").arg(m_draft.change.trimmed());
    case StartedWhen::NotSaid: break;
    }
    return {};
}

void ReportPage::send()
{
    if (m_sending)
        return;
    if (m_files->isBusy() || m_shots->isBusy()) {
        // Send means send: it happens by itself when the last copy is there.
        m_banner->tell(Tone::Info, Icon::Hourglass,
                       tr("The files are still being copied; the report is sent right after."));
        m_sendWhenCopied = true;
        return;
    }
    edited();
    if (!m_draft.canSend()) {
        m_banner->tell(Tone::Warning, Icon::Edit,
                       tr("Write at least one line about what is wrong, then send."));
        startWriting();
        return;
    }
    if (m_draft.details.size() > limits::kBodyLength
        || m_draft.errorText.size() > limits::kBodyLength) {
        m_banner->tell(Tone::Warning, Icon::Edit,
                       tr("The text is too long to be sent. It is kept; shorten it or attach it as "
                          "a file."));
        return;
    }
    // The organisation's wish, told where it can be met. Without it nobody is asked.
    if (m_ports.picturesChecked && m_shots->openUnsearched()) {
        m_banner->tell(Tone::Warning, Icon::Shield,
                       tr("Not sent yet: your organisation asks you to look for private places in "
                          "your pictures first. One that you have not looked at was opened. "
                          "Everything is kept; send again when you are done."));
        return;
    }
    publishShots();
}

/// What is hidden is destroyed first; only then anything is handed over.
void ReportPage::publishShots()
{
    m_sending = true;
    if (m_draft.shots.isEmpty())
        return sendNow({});
    m_banner->tell(Tone::Info, Icon::Hourglass, tr("The pictures are being prepared…"));
    whenDone(m_workspace.shots().publish(m_draft.shots, ShotStrip::namePattern()), this,
             [this, shots = m_draft.shots](const Result<PublishedShots> &published) {
                 if (!published)
                     return sendFailed(published.error());
                 // The form stays open meanwhile: what changed is prepared again.
                 if (m_draft.shots == shots && !m_shots->isBusy() && !m_files->isBusy())
                     return sendNow(*published);
                 m_sending = false;
                 m_banner->hide();
                 if (!m_draft.isEmpty())
                     send();
             });
}

void ReportPage::sendFailed(const Error &error)
{
    m_sending = false;
    const QString words = !m_draft.shots.isEmpty() && error.code == ErrorCode::NotFound
        ? tr("Not sent: a picture is not on this computer any more. Remove it below and send "
             "again; everything else is kept.")
        : ErrorText::of(error).paragraph();
    m_banner->tell(Tone::Danger, Icon::Alert, words);
}

void ReportPage::sendNow(const PublishedShots &shots)
{
    CreateTicket create = toCreate(m_draft, whenWords(),
                                   tr("Problem: %1", "a title made from the category")
                                       .arg(EnumText::category(m_draft.category)),
                                   m_clock.nowMs());
    create.requester = m_workspace.me().id;
    create.attachments += shots.files;
    create.kit.what = withShotWords(create.kit.what,
                                    withoutListed(shots.words, m_draft.shots, m_draft.details),
                                    ShotStrip::namePattern());
    create.kit.facts = m_facts->chosen();
    if (const Effect *effect = m_effect->effect()) {
        create.kit.effect = effect->words;
        create.kit.services = effect->services;
    }
    whenDone(m_workspace.tickets().report(create, draftPlace()), this,
             [this](const Result<TicketId> &ticket) {
                 if (!ticket)
                     return sendFailed(ticket.error());
                 m_sending = false;
                 m_banner->hide();
                 // The draft is gone, so nothing needs them any more.
                 m_workspace.shots().discard(m_shots->originals());
                 m_draft = ReportDraft();
                 m_journaled = m_draft; // dropped together with the sending
                 fill(m_draft);
                 Q_EMIT sent(*ticket);
             });
}

void ReportPage::clearForm()
{
    const auto clear = [this] {
        m_banner->hide();
        m_sendWhenCopied = false;
        const QStringList originals = m_shots->originals();
        fill(ReportDraft());
        edited();
        m_workspace.shots().discard(originals);
        startWriting();
    };
    if (m_draft.isEmpty()) {
        clear();
        return;
    }
    m_prompt.ask(this,
                 {tr("Start over?"),
                  tr("What you wrote here is thrown away. Nothing of it was sent."),
                  tr("Throw away"), true},
                 [clear](bool accepted) {
                     if (accepted)
                         clear();
                 });
}

} // namespace vigie
