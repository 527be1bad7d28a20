// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/macro.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;

namespace vigie {

class Button;
class Label;
class Prompt;
class RecipeEditor;
class Workspace;

/// Writes one macro: a new one, or one that is there. What does not fit is told in place, and what
/// was written is not thrown away unasked. Does not block; deletes itself when closed. GUI thread;
/// `workspace` and `prompt` must outlive it.
class MacroDialog final : public QDialog
{
    Q_OBJECT

public:
    MacroDialog(Workspace &workspace, Prompt &prompt, const Macro &macro, QWidget *parent);

public Q_SLOTS:
    void reject() override;

Q_SIGNALS:
    void saved(const vigie::Macro &macro);

private:
    void build();
    [[nodiscard]] Macro written() const;
    void check();
    void save();

    Workspace &m_workspace;
    Prompt &m_prompt;
    Macro m_before;
    QLineEdit *m_name;
    RecipeEditor *m_recipe;
    QCheckBox *m_next;
    Label *m_note;
    Button *m_save;
};

} // namespace vigie
