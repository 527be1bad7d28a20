// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/annotate/annotatewindow.h"

#include "app/annotate/annotationcanvas.h"
#include "app/annotate/annotationlist.h"
#include "app/annotate/arrangemenu.h"
#include "app/annotate/canvasruler.h"
#include "app/annotate/editorhabits.h"
#include "app/annotate/privacybar.h"
#include "app/annotate/stylebar.h"
#include "app/annotate/toolbox.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/iconbutton.h"
#include "app/widgets/label.h"
#include "core/base/limits.h"
#include "core/image/retake.h"

#include <QCloseEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QScreen>
#include <QShortcut>
#include <QVBoxLayout>

namespace vigie {

AnnotateWindow::AnnotateWindow(const Shot &shot, Prompt &prompt, QWidget *parent)
    : QDialog(parent), m_prompt(prompt), m_editor(new AnnotationEditor(this)),
      m_picture(shot.picture), m_name(shot.name), m_burned(shot.burned),
      m_canTakeAgain(shot.canTakeAgain), m_ocr(shot.ocr), m_rules(shot.rules),
      m_habits(shot.habits ? shot.habits : new EditorHabits(this))
{
    setObjectName(QStringLiteral("annotateWindow"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowFlags(windowFlags() | Qt::WindowMaximizeButtonHint);
    setWindowTitle(shot.name.isEmpty() ? tr("Mark up the picture")
                                       : tr("Mark up %1").arg(shot.name));
    m_picture.setDevicePixelRatio(1);
    m_pictures.insert(shot.document.sha256, m_picture);
    m_editor->setLayer(shot.layer);
    m_editor->setDocument(shot.document);
    build(shot);
    wire();
    addShortcuts();
    m_canvas->setTool(ToolId::Arrow);
    showState();
    const QSize room = screen() ? screen()->availableSize() * 0.9 : QSize(1200, 800);
    resize((shot.picture.size() / shot.document.dpr + QSize(380, 190))
               .boundedTo(room)
               .expandedTo(QSize(900, 660).boundedTo(room)));
    m_canvas->setFocus();
    lookForPlaces();
}

void AnnotateWindow::lookForPlaces()
{
    if (m_burned)
        return;
    if (m_ocr)
        m_privacy->look(m_picture, m_ocr, {ocrLanguages(QLocale().name()), m_rules});
    else
        noteSearch(PrivateSearch::Partly); // nobody looks but the person
}

/// Only what was in front of the person counts as shown.
void AnnotateWindow::noteSearch(PrivateSearch result)
{
    m_unseen = result;
    if (isActiveWindow() && result != PrivateSearch::NotYet) {
        m_unseen = PrivateSearch::NotYet;
        Q_EMIT searched(result);
    }
}

void AnnotateWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::ActivationChange)
        noteSearch(m_unseen);
}

void AnnotateWindow::tell(const QString &words)
{
    if (!words.isEmpty())
        m_hint->setText(words);
}

void AnnotateWindow::replacePicture(const QImage &picture, const AnnotationDocument &taken)
{
    QImage native = picture;
    native.setDevicePixelRatio(1);
    m_pictures.insert(taken.sha256, native);
    m_editor->change(tr("Take again"), [&taken](AnnotationDocument &document) {
        document = retaken(document, taken);
    });
}

/// After an edit, or an undo, that changed what the annotations lie on.
void AnnotateWindow::showPicture()
{
    const auto found = m_pictures.constFind(document().sha256);
    if (found == m_pictures.cend() || found->cacheKey() == m_picture.cacheKey())
        return;
    m_picture = *found;
    m_canvas->setPicture(m_picture);
    lookForPlaces();
}

AnnotateWindow::~AnnotateWindow() = default;

void AnnotateWindow::build(const Shot &shot)
{
    m_canvas = new AnnotationCanvas(*m_editor, m_picture, this);
    const QList<ToolId> without =
        m_burned ? QList<ToolId>{ToolId::Crop, ToolId::Redact, ToolId::Blur} : QList<ToolId>();
    m_canvas->setWithout(without);
    m_tools = new ToolBox(without, this);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_tools);
    middle->addLayout(buildDesk(), 1);
    middle->addWidget(buildSide());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildTop(shot));
    column->addWidget(makeLine(this));
    m_privacy = new PrivacyBar(*m_canvas, this);
    column->addWidget(m_privacy);
    column->addLayout(middle, 1);
    connect(m_privacy, &PrivacyBar::errorTextWanted, this, &AnnotateWindow::errorTextWanted);
    column->addWidget(makeLine(this));

    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(space::l, space::s, space::l, space::s);
    bottom->setSpacing(space::s);
    m_hint = new Label(this, TextStyle::Small, LabelRole::Muted);
    m_hint->setObjectName(QStringLiteral("annotateHintLabel"));
    m_hint->wrapped();
    auto *done = new Button(Icon::Check, tr("Done"), this, ButtonKind::Primary);
    done->setObjectName(QStringLiteral("annotateDoneButton"));
    bottom->addWidget(m_hint, 1);
    bottom->addWidget(done);
    column->addLayout(bottom);
    connect(done, &QPushButton::clicked, this, &QDialog::close);
    connect(m_canvas, &AnnotationCanvas::toolChanged, this, [this] {
        m_tools->setTool(m_canvas->tool());
        m_hint->setText(AnnotateText::hint(m_canvas->tool()));
    });
}

QWidget *AnnotateWindow::buildTop(const Shot &shot)
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(space::s, space::xs, space::s, space::xs);
    row->setSpacing(space::xs / 2);
    const auto add = [&](Icon icon, const QString &words, const char *name, auto run) {
        auto *button = new IconButton(icon, words, bar, IconColor::Text);
        button->setObjectName(QLatin1String(name));
        connect(button, &QToolButton::clicked, this, run);
        row->addWidget(button);
        return button;
    };
    auto *undo = add(Icon::Undo, tr("Undo (Ctrl+Z)"), "annotateUndoButton",
                     [this] { m_editor->undoStack().undo(); });
    auto *redo = add(Icon::Redo, tr("Redo (Ctrl+Shift+Z)"), "annotateRedoButton",
                     [this] { m_editor->undoStack().redo(); });
    undo->setEnabled(false);
    redo->setEnabled(false);
    connect(&m_editor->undoStack(), &QUndoStack::canUndoChanged, undo, &QWidget::setEnabled);
    connect(&m_editor->undoStack(), &QUndoStack::canRedoChanged, redo, &QWidget::setEnabled);
    row->addSpacing(space::m);
    m_style = new StyleBar(shot.document.dpr, bar);
    row->addWidget(m_style);
    row->addSpacing(space::m);
    add(Icon::Forward, tr("Bring to front (Ctrl+])"), "annotateForwardButton",
        [this] { m_canvas->raiseSelected(true); });
    add(Icon::Backward, tr("Send to back (Ctrl+[)"), "annotateBackwardButton",
        [this] { m_canvas->raiseSelected(false); });
    add(Icon::Copy, tr("Duplicate (Ctrl+D)"), "annotateDuplicateButton",
        [this] { m_canvas->duplicateSelected(); });
    add(Icon::Trash, tr("Delete (Del)"), "annotateDeleteButton",
        [this] { m_canvas->removeSelected(); });
    auto *more = add(Icon::More, tr("More"), "annotateMoreButton", [] {});
    more->setMenu(buildMore());
    more->setPopupMode(QToolButton::InstantPopup);
    row->addStretch(1);
    auto *bare = add(Icon::Eye, tr("Hold to see the picture without annotations"),
                     "annotateBareButton", [] {});
    connect(bare, &QToolButton::pressed, this, [this] { m_canvas->setBare(true); });
    connect(bare, &QToolButton::released, this, [this] { m_canvas->setBare(false); });
    add(Icon::Minus, tr("Smaller (Ctrl+-)"), "annotateZoomOutButton",
        [this] { m_canvas->zoomBy(1 / 1.25); });
    auto *zoom = new Button(QString(), bar, ButtonKind::Quiet);
    zoom->setObjectName(QStringLiteral("annotateZoomButton"));
    zoom->setToolTip(tr("Pixel by pixel (Ctrl+1)"));
    row->addWidget(zoom);
    connect(zoom, &QPushButton::clicked, this, [this] { m_canvas->zoomToPixels(); });
    const auto showZoom = [this, zoom] {
        const qreal percent = m_canvas->zoom() * devicePixelRatioF() * 100;
        zoom->setText(tr("%L1 %", "how large the picture is shown").arg(qRound(percent)));
        zoom->setAccessibleName(tr("Shown at %L1 percent").arg(qRound(percent)));
    };
    connect(m_canvas, &AnnotationCanvas::zoomChanged, zoom, showZoom);
    add(Icon::Plus, tr("Larger (Ctrl++)"), "annotateZoomInButton",
        [this] { m_canvas->zoomBy(1.25); });
    add(Icon::Fit, tr("Fit the window (Ctrl+0)"), "annotateFitButton", [this] { m_canvas->fit(); });
    row->addSpacing(space::m);
    add(Icon::Image, tr("Copy the picture, as it would be sent"), "annotateCopyButton",
        [this] { copyOut(); });
    add(Icon::Download, tr("Save the picture, as it would be sent…"), "annotateSaveButton",
        [this] { saveOut(); });
    return bar;
}

/// The canvas, with rulers if the person likes them.
QLayout *AnnotateWindow::buildDesk()
{
    auto *desk = new QGridLayout;
    desk->setSpacing(0);
    auto *across = new CanvasRuler(*m_canvas, Qt::Horizontal, this);
    auto *down = new CanvasRuler(*m_canvas, Qt::Vertical, this);
    desk->addWidget(across, 0, 1);
    desk->addWidget(down, 1, 0);
    desk->addWidget(m_canvas, 1, 1);
    const auto follow = [this, across, down] {
        across->setVisible(m_habits->showsRulers());
        down->setVisible(m_habits->showsRulers());
    };
    connect(m_habits, &EditorHabits::changed, across, follow);
    follow();
    return desk;
}

QMenu *AnnotateWindow::buildMore()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("annotateMoreMenu"));
    menu->addMenu(new ArrangeMenu(*m_canvas, this));
    QAction *returns = menu->addAction(tr("Select again after drawing one thing"));
    returns->setObjectName(QStringLiteral("annotateReturnsAction"));
    returns->setCheckable(true);
    const auto follow = [this, returns] {
        returns->setChecked(m_habits->returnsToSelect());
        m_canvas->setReturnsToSelect(m_habits->returnsToSelect());
    };
    connect(returns, &QAction::triggered, m_habits, &EditorHabits::setReturnsToSelect);
    QAction *rulers = menu->addAction(tr("Rulers"));
    rulers->setObjectName(QStringLiteral("annotateRulersAction"));
    rulers->setCheckable(true);
    connect(rulers, &QAction::triggered, m_habits, &EditorHabits::setShowsRulers);
    const auto followAll = [this, follow, rulers] {
        follow();
        rulers->setChecked(m_habits->showsRulers());
    };
    connect(m_habits, &EditorHabits::changed, returns, followAll);
    followAll();
    if (m_ocr && !m_burned) {
        menu->addSeparator();
        menu->addAction(IconSet::icon(Icon::Copy), tr("Copy the text in the picture"), this,
                        &AnnotateWindow::copyText)
            ->setObjectName(QStringLiteral("annotateCopyTextAction"));
    }
    if (m_canTakeAgain) {
        menu->addSeparator();
        menu->addAction(IconSet::icon(Icon::Camera), tr("Take the picture again"), this,
                        &AnnotateWindow::takeAgainWanted)
            ->setObjectName(QStringLiteral("annotateTakeAgainAction"));
    }
    return menu;
}

QWidget *AnnotateWindow::buildSide()
{
    auto *side = new QWidget(this);
    side->setFixedWidth(248);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(space::m, space::m, space::m, space::m);
    column->setSpacing(space::xs);
    column->addWidget(new Label(tr("Annotations"), side, TextStyle::Strong));
    m_list = new AnnotationList(*m_editor, side);
    column->addWidget(m_list, 1);
    const auto field = [&](const QString &caption, const QString &placeholder, const char *name,
                           QString AnnotationDocument::*member, int most) {
        auto *label = new Label(caption, side, TextStyle::Small, LabelRole::Muted);
        auto *edit = new QLineEdit(m_editor->document().*member, side);
        edit->setObjectName(QLatin1String(name));
        edit->setPlaceholderText(placeholder);
        edit->setMaxLength(most);
        label->setBuddy(edit);
        column->addSpacing(space::s);
        column->addWidget(label);
        column->addWidget(edit);
        connect(edit, &QLineEdit::textEdited, this, [this, member, caption](const QString &text) {
            m_editor->change(
                caption, [&](AnnotationDocument &document) { document.*member = text; }, caption);
        });
        connect(m_editor, &AnnotationEditor::changed, edit, [this, edit, member] {
            const QString now = m_editor->document().*member;
            if (edit->text() != now)
                edit->setText(now);
        });
    };
    field(tr("Caption"), tr("What is it?"), "annotateCaptionEdit", &AnnotationDocument::caption,
          int(limits::kTitleLength));
    field(tr("Description"), tr("For those who cannot see it"), "annotateAltEdit",
          &AnnotationDocument::alt, int(limits::kShortTextLength));
    return side;
}

void AnnotateWindow::wire()
{
    connect(m_editor, &AnnotationEditor::changed, this, &AnnotateWindow::showPicture);
    connect(m_editor, &AnnotationEditor::changed, this, &AnnotateWindow::documentChanged);
    connect(m_privacy, &PrivacyBar::answered, this, &AnnotateWindow::noteSearch);
    connect(m_privacy, &PrivacyBar::answered, this, [this] {
        if (!m_privacy->errorText().isEmpty())
            Q_EMIT errorTextRead(m_privacy->errorText());
    });
    connect(m_tools, &ToolBox::toolWanted, this, [this](ToolId tool) {
        m_canvas->setTool(tool);
        m_canvas->setFocus();
    });
    connect(m_canvas, &AnnotationCanvas::selectionChanged, this, [this] {
        m_list->select(m_canvas->selection());
        showState();
    });
    connect(m_list, &AnnotationList::selected, m_canvas, &AnnotationCanvas::setSelection);
    connect(m_list, &AnnotationList::editWanted, m_canvas, &AnnotationCanvas::editWords);
    connect(m_list, &AnnotationList::removeWanted, m_canvas, &AnnotationCanvas::removeSelected);
    const auto restyle = [this](const QString &step, auto set) {
        m_editor->change(step, [&](AnnotationDocument &document) {
            for (Annotation &item : document.items) {
                if (m_canvas->selection().contains(item.id) && m_editor->isMine(item))
                    set(item);
            }
        });
        m_canvas->setFocus();
    };
    connect(m_style, &StyleBar::colorChosen, this, [this, restyle](const QColor &color) {
        AnnotationCanvas::Style style = m_canvas->style();
        style.color = color;
        m_canvas->setStyle(style);
        restyle(tr("Colour"), [&](Annotation &item) { item.color = color; });
    });
    connect(m_style, &StyleBar::widthChosen, this, [this, restyle](qreal width) {
        AnnotationCanvas::Style style = m_canvas->style();
        style.width = width;
        m_canvas->setStyle(style);
        restyle(tr("Width"), [&](Annotation &item) { item.width = width; });
    });
    connect(m_style, &StyleBar::filledChosen, this, [this, restyle](bool filled) {
        AnnotationCanvas::Style style = m_canvas->style();
        style.filled = filled;
        m_canvas->setStyle(style);
        restyle(tr("Tint"), [&](Annotation &item) {
            item.filled = filled
                && (item.kind == AnnotationKind::Box || item.kind == AnnotationKind::Ellipse);
        });
    });
}

void AnnotateWindow::addShortcuts()
{
    const auto on = [this](const QKeySequence &keys, auto run) {
        auto *shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    on(QKeySequence::Undo, [this] { m_editor->undoStack().undo(); });
    on(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), [this] { m_editor->undoStack().redo(); });
    on(QKeySequence(Qt::CTRL | Qt::Key_Y), [this] { m_editor->undoStack().redo(); });
    on(QKeySequence(Qt::CTRL | Qt::Key_D), [this] { m_canvas->duplicateSelected(); });
    on(QKeySequence(Qt::CTRL | Qt::Key_BracketRight), [this] { m_canvas->raiseSelected(true); });
    on(QKeySequence(Qt::CTRL | Qt::Key_BracketLeft), [this] { m_canvas->raiseSelected(false); });
    on(QKeySequence(Qt::CTRL | Qt::Key_0), [this] { m_canvas->fit(); });
    on(QKeySequence(Qt::CTRL | Qt::Key_1), [this] { m_canvas->zoomToPixels(); });
    on(QKeySequence(Qt::CTRL | Qt::Key_Plus), [this] { m_canvas->zoomBy(1.25); });
    on(QKeySequence(Qt::CTRL | Qt::Key_Equal), [this] { m_canvas->zoomBy(1.25); });
    on(QKeySequence(Qt::CTRL | Qt::Key_Minus), [this] { m_canvas->zoomBy(1 / 1.25); });
    on(QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { close(); });
    on(QKeySequence(Qt::CTRL | Qt::Key_Enter), [this] { close(); });
    // While words are typed these belong to the text field, which takes them first.
    on(QKeySequence::Copy, [this] {
        if (m_canvas->selection().isEmpty())
            copyOut();
        else
            m_canvas->copySelected();
    });
    on(QKeySequence::Paste, [this] { m_canvas->pasteItems(); });
    on(QKeySequence::SelectAll, [this] {
        QStringList ids;
        for (const Annotation &item : m_editor->document().items) {
            if (m_editor->isMine(item))
                ids.append(item.id);
        }
        m_canvas->setSelection(ids);
    });
}

void AnnotateWindow::showState()
{
    const QList<Annotation> chosen = m_editor->mine(m_canvas->selection());
    const AnnotationCanvas::Style &style = m_canvas->style();
    if (chosen.isEmpty())
        m_style->show(style.color, style.width, style.filled);
    else
        m_style->show(chosen.last().color, chosen.last().width, chosen.last().filled);
}

void AnnotateWindow::closeEvent(QCloseEvent *event)
{
    m_canvas->closeWords();
    Q_EMIT finished();
    QDialog::closeEvent(event);
}

void AnnotateWindow::keyPressEvent(QKeyEvent *event)
{
    // A dialog would close at Escape; here Escape only ever takes a step back.
    if (event->key() == Qt::Key_Escape)
        return event->accept();
    QWidget::keyPressEvent(event);
}

} // namespace vigie
