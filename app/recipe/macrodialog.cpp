// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recipe/macrodialog.h"

#include "app/prompt/prompt.h"
#include "app/recipe/recipeeditor.h"
#include "app/text/errortext.h"
#include "app/widgets/button.h"
#include "app/widgets/label.h"
#include "core/base/async.h"
#include "core/service/macroservice.h"
#include "core/service/workspace.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace vigie {

MacroDialog::MacroDialog(Workspace &workspace, Prompt &prompt, const Macro &macro, QWidget *parent)
    : QDialog(parent), m_workspace(workspace), m_prompt(prompt), m_before(macro),
      m_name(new QLineEdit(macro.name, this)),
      m_recipe(new RecipeEditor(workspace, RecipeEditor::For::Macro, this)),
      m_next(new QCheckBox(tr("Then go to the next ticket"), this)),
      m_note(new Label(this, TextStyle::Small, LabelRole::Danger)),
      m_save(new Button(tr("Save macro"), this, ButtonKind::Primary))
{
    setObjectName(QStringLiteral("macroDialog"));
    setWindowTitle(macro.id.isNull() ? tr("New macro") : tr("Change the macro"));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    m_recipe->setRecipe(macro.recipe);
    m_next->setChecked(macro.next);
    connect(m_name, &QLineEdit::textEdited, this, &MacroDialog::check);
    connect(m_recipe, &RecipeEditor::changed, this, &MacroDialog::check);
    connect(m_next, &QCheckBox::toggled, this, &MacroDialog::check);
    connect(m_save, &QPushButton::clicked, this, &MacroDialog::save);
    m_name->setFocus();
    check();
}

void MacroDialog::build()
{
    m_name->setObjectName(QStringLiteral("macroNameEdit"));
    m_name->setMaxLength(int(limits::kMacroName));
    m_name->setAccessibleName(tr("Name"));
    m_next->setObjectName(QStringLiteral("macroNextBox"));
    m_note->setObjectName(QStringLiteral("macroNote"));
    m_save->setObjectName(QStringLiteral("macroSaveButton"));
    m_save->setDefault(true);
    auto *cancel = new Button(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("macroCancelButton"));
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    column->setSpacing(space::s);
    column->addWidget(new Label(windowTitle(), this, TextStyle::Heading));
    column->addWidget((new Label(tr("What it does is shown each time before it is done. What you are "
                                    "writing to a ticket is never sent by it."),
                                 this, TextStyle::Small, LabelRole::Muted))
                          ->wrapped());
    column->addSpacing(space::xs);
    column->addWidget(new Label(tr("Name"), this, TextStyle::Strong));
    column->addWidget(m_name);
    column->addSpacing(space::xs);
    column->addWidget(m_recipe, 1);
    column->addWidget(m_next);
    column->addWidget(m_note->wrapped());
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    column->addLayout(buttons);
    resize(fontMetrics().averageCharWidth() * 100, fontMetrics().lineSpacing() * 30);
}

Macro MacroDialog::written() const
{
    Macro macro = m_before;
    macro.name = m_name->text().simplified();
    macro.recipe = m_recipe->recipe();
    macro.next = m_next->isChecked();
    macro.aside = false; // whoever looked at it and saves it has decided
    return macro;
}

void MacroDialog::check()
{
    const Macro macro = written();
    const QString words = m_recipe->complaint();
    m_note->setText(words);
    m_note->setVisible(!words.isEmpty());
    const bool silent = macro.recipe.words && macro.recipe.words->body.trimmed().isEmpty();
    m_save->setEnabled(words.isEmpty() && !macro.name.isEmpty() && !macro.recipe.isEmpty() && !silent);
}

void MacroDialog::save()
{
    m_save->setEnabled(false);
    whenDone(m_workspace.macros().save(written()), this, [this](const Result<Macro> &kept) {
        if (!kept) {
            check();
            m_note->setText(tr("The macro is not saved. %1").arg(ErrorText::of(kept.error()).what));
            m_note->show();
            return;
        }
        m_before = *kept;
        Q_EMIT saved(*kept);
        accept();
    });
}

void MacroDialog::reject()
{
    Macro now = written();
    now.aside = m_before.aside;
    if (now == m_before || (m_before.id.isNull() && now.name.isEmpty() && now.recipe.isEmpty()))
        return QDialog::reject();
    m_prompt.ask(this,
                 {tr("Leave without saving?"),
                  tr("What you wrote in this window goes. Macros that are saved stay."), tr("Leave"),
                  true},
                 [this](bool accepted) {
                     if (accepted)
                         QDialog::reject();
                 });
}

} // namespace vigie
