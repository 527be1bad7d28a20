// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/stepreview.h"

#include "app/annotate/annotatewindow.h"
#include "app/prompt/prompt.h"
#include "app/report/stepcard.h"
#include "app/text/errortext.h"
#include "app/widgets/banner.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/label.h"
#include "app/widgets/pagecolumn.h"
#include "core/base/async.h"
#include "core/service/shotservice.h"

#include <QCheckBox>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie {

namespace {

constexpr int kWidth = 900; ///< of the list, px at the default font

} // namespace

/// What is shown of a step.
struct StepReview::Row {
    quint64 id = 0;
    StepCard *card = nullptr;
    QPointer<AnnotateWindow> editor;
};

StepReview::StepReview(const StepRecording &recording, ShotService &service, Prompt &prompt,
                       QWidget *parent)
    : QDialog(parent), m_recording(recording), m_service(service), m_prompt(prompt)
{
    setObjectName(QStringLiteral("stepReview"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowFlags(windowFlags() | Qt::WindowMaximizeButtonHint);
    setWindowTitle(tr("Recorded steps"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildTop());
    column->addWidget(makeLine(this));
    m_area = new PageColumn(this, kWidth);
    m_area->setObjectName(QStringLiteral("stepArea"));
    m_area->column()->addStretch(1);
    column->addWidget(m_area, 1);
    column->addWidget(makeLine(this));
    column->addWidget(buildBar());

    m_recording.renumber();
    for (qsizetype i = 0; i < m_recording.steps.size(); ++i)
        addRow(i);
    showAll();
    const QSize room = screen() ? screen()->availableSize() * 0.9 : QSize(1200, 800);
    resize(QSize(fontMetrics().averageCharWidth() * 130, 760)
               .expandedTo(minimumSizeHint())
               .boundedTo(room));
    m_attach->setFocus();
}

StepReview::~StepReview()
{
    closeEditors();
}

QWidget *StepReview::buildTop()
{
    auto *top = new QWidget(this);
    auto *column = new QVBoxLayout(top);
    column->setContentsMargins(space::xl, space::l, space::xl, space::m);
    column->setSpacing(space::s);
    column->addWidget(new Label(tr("Review what was recorded"), top, TextStyle::Title));
    column->addWidget((new Label(tr("Nothing is attached yet. Drop what does not belong here, hide "
                                    "what nobody should see, and say in a few words what you did."),
                                 top, TextStyle::Body, LabelRole::Muted))
                          ->wrapped());
    m_titles = new QCheckBox(tr("Use window titles as captions"), top);
    m_titles->setObjectName(QStringLiteral("useTitlesCheckBox"));
    m_titles->setToolTip(tr("Titles may name documents, persons or customers. Read them before you "
                            "attach them."));
    m_titles->setChecked(m_recording.useTitles);
    m_titles->setVisible(m_recording.hasTitles());
    column->addWidget(m_titles);
    m_banner = new Banner(top);
    m_banner->setObjectName(QStringLiteral("stepReviewBanner"));
    column->addWidget(m_banner);
    connect(m_banner, &Banner::actionTriggered, this, &StepReview::undoHiding);
    connect(m_titles, &QCheckBox::toggled, this, [this](bool use) {
        // An open editor would put its own captions back, also those that nobody wants any more.
        for (const Row &row : std::as_const(m_rows)) {
            if (row.editor)
                row.editor->close();
        }
        m_recording.setUseTitles(use);
        edited();
    });
    return top;
}

QWidget *StepReview::buildBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(space::xl, space::m, space::xl, space::m);
    row->setSpacing(space::s);
    m_count = new Label(bar, TextStyle::Small, LabelRole::Muted);
    m_count->setObjectName(QStringLiteral("stepCountLabel"));
    m_count->wrapped();
    m_discard = new Button(Icon::Trash, tr("Discard…"), bar, ButtonKind::Quiet);
    m_discard->setObjectName(QStringLiteral("discardStepsButton"));
    auto *later = new Button(tr("Decide later"), bar);
    later->setObjectName(QStringLiteral("stepsLaterButton"));
    m_attach = new Button(Icon::Attach, QString(), bar, ButtonKind::Primary);
    m_attach->setObjectName(QStringLiteral("attachStepsButton"));
    for (Button *button : {m_discard, later, m_attach})
        button->setAutoDefault(false); // Enter belongs to the captions
    row->addWidget(m_count, 1);
    row->addWidget(m_discard);
    row->addWidget(later);
    row->addWidget(m_attach);
    connect(m_discard, &QPushButton::clicked, this, &StepReview::askToDiscard);
    connect(later, &QPushButton::clicked, this, &QDialog::close);
    connect(m_attach, &QPushButton::clicked, this, &StepReview::attachWanted);
    return bar;
}

void StepReview::setReader(const std::shared_ptr<OcrEngine> &reader, const SensitiveRules &rules)
{
    m_reader = reader;
    m_rules = rules;
}

void StepReview::tell(const QString &words)
{
    m_beforeHiding.reset();
    m_banner->tell(Tone::Warning, Icon::Alert, words);
}

// ---- rows ------------------------------------------------------------------------------------

void StepReview::addRow(qsizetype at)
{
    const quint64 id = ++m_lastId;
    auto *card = new StepCard(m_area->page());
    m_area->column()->insertWidget(int(at), card);
    m_rows.insert(at, Row{id, card, nullptr});
    connect(card, &StepCard::captionEdited, this, [this, id](const QString &caption) {
        m_recording.steps[indexOf(id)].document.caption = caption;
        edited();
    });
    connect(card, &StepCard::editWanted, this, [this, id] { edit(id); });
    connect(card, &StepCard::moveWanted, this, [this, id](int by) { move(id, by); });
    connect(card, &StepCard::keepWanted, this, [this, id](bool kept) { keep(id, kept); });
    connect(card, &StepCard::hideInSimilarWanted, this, [this, id] { hideInSimilar(id); });
    wantPicture(id);
}

qsizetype StepReview::indexOf(quint64 id) const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(),
                                    [id](const Row &row) { return row.id == id; });
    return found == m_rows.cend() ? -1 : found - m_rows.cbegin();
}

void StepReview::showRow(qsizetype row)
{
    StepCard *card = m_rows[row].card;
    card->setStep(m_recording.steps[row], row, m_rows.size());
    const bool offers = m_recording.steps[row].kept;
    card->setSimilar(offers ? int(m_recording.similarTo(row).size()) : 0);
}

void StepReview::showAll()
{
    QWidget *stop = m_titles;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        showRow(i);
        stop = m_rows[i].card->tabAfter(stop);
    }
    setTabOrder(stop, m_discard);
    const auto kept = int(m_recording.kept().size());
    m_attach->setText(tr("Attach %Ln step(s)", nullptr, kept));
    m_attach->setEnabled(kept > 0);
    const auto dropped = int(m_rows.size()) - kept;
    m_count->setText(dropped > 0 ? tr("%Ln step(s) will not be attached", nullptr, dropped)
                                 : QString());
}

/// After every edit: numbers follow, the owner journals.
void StepReview::edited()
{
    m_beforeHiding.reset();
    m_banner->hide();
    QList<int> before;
    for (const StepShot &step : std::as_const(m_recording.steps))
        before.append(step.document.firstStep);
    m_recording.renumber();
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_recording.steps[i].document.firstStep != before[i])
            wantPicture(m_rows[i].id);
    }
    showAll();
    Q_EMIT changed();
}

void StepReview::move(quint64 id, int by)
{
    const qsizetype from = indexOf(id);
    const qsizetype to = from + by;
    if (from < 0 || to < 0 || to >= m_rows.size())
        return;
    m_rows.move(from, to);
    m_recording.steps.move(from, to);
    m_area->column()->removeWidget(m_rows[to].card);
    m_area->column()->insertWidget(int(to), m_rows[to].card);
    edited();
}

void StepReview::keep(quint64 id, bool kept)
{
    const qsizetype at = indexOf(id);
    m_recording.steps[at].kept = kept;
    if (!kept && m_rows[at].editor)
        m_rows[at].editor->close();
    wantPicture(id); // only what is kept has its number on it
    edited();
}

// ---- small pictures --------------------------------------------------------------------------

void StepReview::wantPicture(quint64 id)
{
    if (!m_unpainted.contains(id))
        m_unpainted.append(id);
    paintNext();
}

/// One after the other: many large screens at once would not fit into a small machine.
void StepReview::paintNext()
{
    if (m_painting || m_unpainted.isEmpty())
        return;
    const quint64 id = m_unpainted.takeFirst();
    m_painting = true;
    const QSize room = (QSizeF(StepCard::kPictureRoom) * devicePixelRatioF()).toSize();
    whenDone(m_service.thumbnail(m_recording.steps[indexOf(id)].document, room), this,
             [this, id](const Result<QImage> &picture) {
                 m_painting = false;
                 StepCard *card = m_rows[indexOf(id)].card;
                 if (picture)
                     card->showPicture(*picture, m_recording.steps[indexOf(id)].document);
                 else
                     card->showTrouble(ErrorText::ofLostPicture(picture.error()));
                 paintNext();
             });
}

// ---- editor ----------------------------------------------------------------------------------

void StepReview::edit(quint64 id)
{
    const Row &row = m_rows[indexOf(id)];
    if (row.editor) {
        row.editor->raise();
        row.editor->activateWindow();
        return;
    }
    whenDone(m_service.original(m_recording.steps[indexOf(id)].document.sha256), this,
             [this, id](const Result<QImage> &original) {
                 if (original)
                     openEditor(id, *original);
                 else
                     m_rows[indexOf(id)].card->showTrouble(
                         ErrorText::ofLostPicture(original.error()));
             });
}

void StepReview::openEditor(quint64 id, const QImage &original)
{
    const qsizetype at = indexOf(id);
    if (m_rows[at].editor)
        return;
    AnnotateWindow::Shot shot;
    shot.picture = original;
    shot.document = m_recording.steps[at].document;
    shot.layer = shot.document.layers.value(0, {reporterLayer(), {}, {}});
    shot.name = tr("Step %L1").arg(shot.document.firstStep);
    shot.ocr = m_reader;
    shot.rules = m_rules;
    shot.habits = m_habits;
    auto *window = new AnnotateWindow(shot, m_prompt, this);
    m_rows[at].editor = window;
    m_rows[at].card->setEditing(true);
    connect(window, &AnnotateWindow::documentChanged, this,
            [this, id, window] { takeEdit(id, window->document()); });
    connect(window, &AnnotateWindow::exportWanted, this,
            [this, window, original](const QString &path) {
                whenDone(m_service.exportTo(original, window->document(), path), this,
                         [this](const Result<bool> &saved) {
                             if (!saved)
                                 tell(ErrorText::of(saved.error()).paragraph());
                         });
            });
    connect(window, &AnnotateWindow::searched, this, [this, id](PrivateSearch result) {
        AnnotationDocument &kept = m_recording.steps[indexOf(id)].document;
        if (kept.searched < result) {
            kept.searched = result;
            edited();
        }
    });
    connect(window, &AnnotateWindow::finished, this,
            [this, id] { m_rows[indexOf(id)].card->setEditing(false); });
    window->show();
    window->raise();
    window->activateWindow(); // the next keys are for the editor
}

void StepReview::takeEdit(quint64 id, const AnnotationDocument &document)
{
    AnnotationDocument &kept = m_recording.steps[indexOf(id)].document;
    const bool looksOther = kept.items != document.items || kept.crop != document.crop;
    const PrivateSearch searched = kept.searched; // the editor does not know of it
    kept = document;
    kept.searched = searched;
    if (looksOther)
        wantPicture(id);
    edited();
}

void StepReview::hideInSimilar(quint64 id)
{
    const qsizetype at = indexOf(id);
    const StepRecording before = m_recording;
    const QList<qsizetype> similar = m_recording.similarTo(at);
    // An open editor would put its own state back.
    for (const qsizetype i : similar) {
        if (m_rows[i].editor)
            m_rows[i].editor->close();
    }
    const int steps = m_recording.hideInSimilar(at);
    for (const qsizetype i : similar)
        wantPicture(m_rows[i].id);
    edited();
    m_beforeHiding = before;
    m_banner->tell(Tone::Success, Icon::Redact,
                   tr("Hidden in %Ln more step(s). Look at them before you attach them.", nullptr,
                      steps),
                   tr("Undo"));
}

void StepReview::undoHiding()
{
    if (!m_beforeHiding)
        return;
    // Nothing else was edited since, or there would be nothing to undo.
    m_recording = *std::exchange(m_beforeHiding, std::nullopt);
    for (const Row &row : std::as_const(m_rows)) {
        if (row.editor)
            row.editor->close(); // it would put its own state back
        wantPicture(row.id);
    }
    edited();
}

void StepReview::closeEditors()
{
    for (const Row &row : std::as_const(m_rows)) {
        if (row.editor) {
            row.editor->disconnect(this);
            row.editor->close(); // its undo steps hold what was hidden
        }
    }
}

void StepReview::askToDiscard()
{
    m_prompt.ask(this,
                 {tr("Discard the recording?"),
                  tr("All of its pictures are removed from this computer. Nothing of them was "
                     "sent."),
                  tr("Discard"), true},
                 [this](bool accepted) {
                     if (accepted)
                         Q_EMIT discardWanted();
                 });
}

} // namespace vigie
