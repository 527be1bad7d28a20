// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/rule.h"
#include "core/query/parser.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;
class QTimer;
class QVBoxLayout;

namespace vigie {

class Button;
class Label;
class PreviewView;
class Prompt;
class QueryOffers;
class RecipeEditor;
class Workspace;

/// Writes one rule, and shows which tickets it would touch and how, from what this computer knows:
/// also without a connection. What was written is not thrown away unasked. Does not block; deletes
/// itself when closed. GUI thread; `workspace` and `prompt` must outlive it.
class RuleDialog final : public QDialog
{
    Q_OBJECT

public:
    RuleDialog(Workspace &workspace, Prompt &prompt, const Rule &rule, QWidget *parent);

public Q_SLOTS:
    void reject() override;

Q_SIGNALS:
    void saved(const vigie::Rule &rule);

private:
    void build();
    void buildWhen(QVBoxLayout *into);
    [[nodiscard]] Rule written() const;
    [[nodiscard]] QString complaint(const Rule &rule, const query::Parsed &parsed) const;
    void check();
    void look();
    void showFound(int question, const Recipe &recipe, const QList<TicketId> &found);
    void save();

    Workspace &m_workspace;
    Prompt &m_prompt;
    Rule m_before;
    QLineEdit *m_name;
    QMap<RuleEvent, QCheckBox *> m_when;
    QLineEdit *m_query;
    QueryOffers *m_offers;
    RecipeEditor *m_recipe;
    QCheckBox *m_active;
    Label *m_note;
    Label *m_found;
    PreviewView *m_preview;
    Button *m_save;
    QTimer *m_calm;
    int m_question = 0; ///< answers to older questions are dropped
};

} // namespace vigie
