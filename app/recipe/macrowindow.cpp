// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recipe/macrowindow.h"

#include "app/prompt/prompt.h"
#include "app/recipe/macrodialog.h"
#include "app/recipe/previewview.h"
#include "app/recipe/recipenames.h"
#include "app/text/errortext.h"
#include "app/text/recipetext.h"
#include "app/widgets/button.h"
#include "app/widgets/label.h"
#include "app/widgets/listwalk.h"
#include "app/widgets/offerdelegate.h"
#include "app/widgets/searchfield.h"
#include "core/base/async.h"
#include "core/service/workspace.h"

#include <QListView>
#include <QScrollArea>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie {

namespace {

constexpr int kPreviewPart = 100; ///< tickets; other questions get their turn in between

void addUp(RecipePreview &all, const RecipePreview &part)
{
    for (const RecipePreview::Line &line : part.lines) {
        const auto same = std::find_if(
            all.lines.begin(), all.lines.end(),
            [&line](const RecipePreview::Line &one) { return one.change == line.change; });
        if (same == all.lines.end())
            all.lines.append(line);
        else
            same->tickets += line.tickets;
    }
    if (all.written == 0)
        all.words = part.words;
    all.tickets += part.tickets;
    all.changed += part.changed;
    all.alike += part.alike;
    all.written += part.written;
    all.refused += part.refused;
    all.names.insert(part.names);
}

} // namespace

MacroWindow::MacroWindow(Workspace &workspace, Prompt &prompt, const MacroTarget &target,
                         QWidget *parent)
    : QDialog(parent), m_workspace(workspace), m_prompt(prompt), m_target(target),
      m_field(new SearchField(tr("Search your macros"), this)), m_list(new QListView(this)),
      m_model(new QStandardItemModel(this)),
      m_hint(new Label(this, TextStyle::Body, LabelRole::Muted)), m_preview(new PreviewView(this)),
      m_draft(new Label(tr("What you are writing stays as it is and is not sent."), this,
                        TextStyle::Small, LabelRole::Muted)),
      m_run(new Button(tr("Run"), this, ButtonKind::Primary)),
      m_edit(new Button(Icon::Edit, tr("Change…"), this)),
      m_remove(new Button(Icon::Trash, tr("Delete…"), this))
{
    setObjectName(QStringLiteral("macroWindow"));
    setWindowTitle(tr("Run a macro"));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    connect(m_field, &SearchField::searchChanged, this, [this] { fill({}); });
    connect(m_field, &QLineEdit::returnPressed, this, &MacroWindow::run);
    connect(m_list, &QListView::activated, this, &MacroWindow::run);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &MacroWindow::showCurrent);
    connect(m_run, &QPushButton::clicked, this, &MacroWindow::run);
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (const Macro *macro = current())
            write(*macro);
    });
    connect(m_remove, &QPushButton::clicked, this, &MacroWindow::remove);
    connect(&m_workspace.macros(), &MacroService::changed, this, &MacroWindow::read);
    m_field->setFocus();
    showCurrent();
    read();
    readRecipeNames(workspace, this, [this](const RecipeNames &names) {
        m_names = names.byId;
        fill(current() ? current()->id : MacroId());
    });
}

void MacroWindow::build()
{
    m_field->setObjectName(QStringLiteral("macroSearchField"));
    m_field->setDelay(0);
    new ListWalk(m_field, m_list);
    m_list->setObjectName(QStringLiteral("macroListView"));
    m_list->setAccessibleName(tr("Macros"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new OfferDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_hint->setObjectName(QStringLiteral("macroHint"));
    m_draft->setObjectName(QStringLiteral("macroDraftNote"));
    m_draft->setVisible(m_target.draft);
    m_run->setObjectName(QStringLiteral("macroRunButton"));
    m_edit->setObjectName(QStringLiteral("macroEditButton"));
    m_remove->setObjectName(QStringLiteral("macroRemoveButton"));
    auto *add = new Button(Icon::Plus, tr("New…"), this);
    add->setObjectName(QStringLiteral("macroAddButton"));
    auto *shut = new Button(tr("Close"), this);
    shut->setObjectName(QStringLiteral("macroCloseButton"));
    for (Button *button : {m_run, m_edit, m_remove, add, shut})
        button->setAutoDefault(false); // Enter belongs to the search field
    connect(add, &QPushButton::clicked, this, [this] { write({}); });
    connect(shut, &QPushButton::clicked, this, &QDialog::reject);

    auto *left = new QVBoxLayout;
    left->setSpacing(space::m);
    left->addWidget(m_field);
    left->addWidget(m_list, 1);
    left->addWidget(m_hint->wrapped());
    auto *right = new QVBoxLayout;
    right->setSpacing(space::s);
    auto *area = new QScrollArea(this);
    area->setObjectName(QStringLiteral("macroPreviewArea"));
    area->setAccessibleName(tr("What it would do"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(m_preview);
    right->addWidget(area, 1);
    right->addWidget(m_draft->wrapped());
    auto *panes = new QHBoxLayout;
    panes->setSpacing(space::xl);
    panes->addLayout(left, 1);
    panes->addLayout(right, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(add);
    buttons->addWidget(m_edit);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    buttons->addWidget(shut);
    buttons->addWidget(m_run);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    column->setSpacing(space::m);
    column->addWidget(new Label(m_target.tickets.isEmpty() ? tr("Macros")
                                                           : tr("Run a macro on %1").arg(m_target.name),
                                this, TextStyle::Heading));
    column->addLayout(panes, 1);
    column->addLayout(buttons);
    resize(fontMetrics().averageCharWidth() * 120, fontMetrics().lineSpacing() * 28);
}

// ---- the list --------------------------------------------------------------------------------

void MacroWindow::read()
{
    whenDone(m_workspace.macros().list(), this, [this](const Result<QList<Macro>> &macros) {
        const Macro *before = current();
        const MacroId keep = before ? before->id : MacroId();
        m_all = macros.value_or(QList<Macro>());
        fill(keep);
        if (!macros) {
            m_hint->setText(ErrorText::of(macros.error()).paragraph());
            m_hint->show();
        }
    });
}

void MacroWindow::fill(const MacroId &keep)
{
    m_shown = matchingMacros(m_all, m_field->text());
    m_model->clear();
    int row = m_shown.isEmpty() ? -1 : 0;
    for (qsizetype i = 0; i < m_shown.size(); ++i) {
        const Macro &macro = m_shown[i];
        const QString name = macro.aside ? tr("%1 (from another computer)").arg(macro.name) : macro.name;
        const QString summary = RecipeText::summary(macro.recipe, m_names);
        auto *item = new QStandardItem(name);
        item->setData(summary, OfferDelegate::SecondLineRole);
        item->setData(tr("%1: %2", "a macro and what it does").arg(name, summary),
                      Qt::AccessibleTextRole);
        m_model->appendRow(item);
        if (macro.id == keep)
            row = int(i);
    }
    m_list->setCurrentIndex(m_model->index(row, 0));
    m_hint->setText(m_all.isEmpty()
                        ? tr("There is none yet. A macro does several things at once: a reply, a "
                             "state, tags, whatever you do again and again.")
                        : tr("None of them has these words."));
    m_hint->setVisible(m_shown.isEmpty());
    showCurrent();
}

const Macro *MacroWindow::current() const
{
    const int row = m_list->currentIndex().row();
    return row >= 0 && row < m_shown.size() ? &m_shown[row] : nullptr;
}

void MacroWindow::showCurrent()
{
    ++m_question;
    const Macro *macro = current();
    m_edit->setEnabled(macro);
    m_remove->setEnabled(macro);
    m_run->setVisible(!m_target.tickets.isEmpty());
    m_run->setEnabled(false); // until it is known what it would do
    if (!macro)
        return m_preview->clear();
    if (m_target.tickets.isEmpty())
        return m_preview->showWords(tr("Open or mark tickets to run it."));
    previewNext(m_question, *macro, {});
}

void MacroWindow::previewNext(int question, const Macro &macro, const RecipePreview &soFar)
{
    const QList<TicketId> part = m_target.tickets.mid(soFar.tickets, kPreviewPart);
    whenDone(m_workspace.macros().preview(part, macro.recipe), this,
             [this, question, macro, soFar](const Result<RecipePreview> &preview) {
                 if (question != m_question)
                     return;
                 if (!preview)
                     return m_preview->showWords(ErrorText::of(preview.error()).paragraph());
                 RecipePreview all = soFar;
                 addUp(all, *preview);
                 showPreview(macro, all);
                 if (all.tickets < m_target.tickets.size())
                     previewNext(question, macro, all);
             });
}

void MacroWindow::showPreview(const Macro &macro, const RecipePreview &preview)
{
    const int whole = int(m_target.tickets.size());
    m_preview->showPreview(preview, macro.recipe, whole);
    const bool all = preview.tickets == whole;
    m_run->setEnabled(all && preview.changed > 0);
    const bool replies = macro.recipe.words && macro.recipe.words->kind == MessageKind::Reply;
    m_run->setText(!all || whole == 1 ? tr("Run")
                   : replies          ? tr("Run, and send %Ln replies", nullptr, preview.written)
                                      : tr("Run for %Ln ticket(s)", nullptr, preview.changed));
}

// ---- what is done with one -------------------------------------------------------------------

void MacroWindow::run()
{
    const Macro *macro = current();
    if (!macro || !m_run->isEnabled())
        return;
    m_run->setEnabled(false); // once
    whenDone(m_workspace.macros().run(m_target.tickets, macro->recipe, m_target.seenThrough), this,
             [this, macro = *macro](const Result<BulkOutcome> &outcome) {
                 if (!outcome) {
                     m_prompt.tell(this, tr("The macro was not run"),
                                   ErrorText::of(outcome.error()).paragraph());
                     return showCurrent();
                 }
                 Q_EMIT ran(macro, *outcome, tr("Macro: %1").arg(macro.name));
                 accept();
             });
}

void MacroWindow::write(const Macro &macro)
{
    auto *dialog = new MacroDialog(m_workspace, m_prompt, macro, this);
    connect(dialog, &MacroDialog::saved, this, [this](const Macro &kept) {
        m_field->clear();
        const auto known = std::find_if(m_all.begin(), m_all.end(),
                                        [&kept](const Macro &one) { return one.id == kept.id; });
        if (known == m_all.end())
            m_all.append(kept);
        else
            *known = kept;
        fill(kept.id);
    });
    dialog->open();
}

void MacroWindow::remove()
{
    const Macro *macro = current();
    if (!macro)
        return;
    m_prompt.ask(this,
                 {tr("Delete the macro “%1”?").arg(macro->name),
                  tr("It cannot be brought back. What was done with it stays."), tr("Delete macro"),
                  true},
                 [this, id = macro->id](bool accepted) {
                     if (!accepted)
                         return;
                     whenDone(m_workspace.macros().remove(id), this, [this](const Result<bool> &removed) {
                         if (!removed) {
                             m_prompt.tell(this, tr("The macro is still there"),
                                           ErrorText::of(removed.error()).paragraph());
                         }
                     });
                 });
}

} // namespace vigie
