// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/eventtext.h"
#include "core/ops/bulk.h"
#include "core/ops/macro.h"
#include "core/service/macroservice.h"

#include <QDialog>

class QListView;
class QStandardItemModel;

namespace vigie {

class Button;
class Label;
class PreviewView;
class Prompt;
class SearchField;
class Workspace;

/// On what a macro is to be run.
struct MacroTarget {
    QList<TicketId> tickets;
    QString name;          ///< "#1042" or "12 tickets"
    MessageId seenThrough; ///< of one ticket: the newest words by others on screen
    bool draft = false;    ///< something is being written to it
};

/// The person's macros: finds one, shows what it would do to the tickets that are meant, and runs
/// it; makes, changes and removes them. Does not block; deletes itself when closed. GUI thread;
/// `workspace` and `prompt` must outlive it.
class MacroWindow final : public QDialog
{
    Q_OBJECT

public:
    MacroWindow(Workspace &workspace, Prompt &prompt, const MacroTarget &target, QWidget *parent);

Q_SIGNALS:
    /// It is written; `what` names it for Undo.
    void ran(const vigie::Macro &macro, const vigie::BulkOutcome &outcome, const QString &what);

private:
    void build();
    void read();
    void fill(const MacroId &keep);
    [[nodiscard]] const Macro *current() const;
    void showCurrent();
    void previewNext(int question, const Macro &macro, const RecipePreview &soFar);
    void showPreview(const Macro &macro, const RecipePreview &preview);
    void run();
    void write(const Macro &macro);
    void remove();

    Workspace &m_workspace;
    Prompt &m_prompt;
    MacroTarget m_target;
    QList<Macro> m_all;
    QList<Macro> m_shown;
    SearchField *m_field;
    NamesById m_names;
    QListView *m_list;
    QStandardItemModel *m_model;
    Label *m_hint;
    PreviewView *m_preview;
    Label *m_draft;
    Button *m_run;
    Button *m_edit;
    Button *m_remove;
    int m_question = 0; ///< answers to older questions are dropped
};

} // namespace vigie
