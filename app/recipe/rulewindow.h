// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/eventtext.h"
#include "core/ops/rule.h"

#include <QDialog>

class QListView;
class QStandardItemModel;

namespace vigie {

class Button;
class Label;
class Prompt;
class Workspace;

/// The rules of the desk, in the order in which they run: everybody at the desk reads them,
/// administrators change them. Does not block; deletes itself when closed. GUI thread; `workspace`
/// and `prompt` must outlive it.
class RuleWindow final : public QDialog
{
    Q_OBJECT

public:
    RuleWindow(Workspace &workspace, Prompt &prompt, QWidget *parent);

private:
    void build();
    void read();
    void fill(const RuleId &keep);
    [[nodiscard]] const Rule *current() const;
    [[nodiscard]] QString secondLine(const Rule &rule) const;
    void showCurrent();
    void write(const Rule &rule);
    void pause();
    void move(int by);
    void remove();
    void tellTrouble(const Error &error);

    Workspace &m_workspace;
    Prompt &m_prompt;
    bool m_mayChange;
    QList<Rule> m_rules;
    NamesById m_names;
    QListView *m_list;
    QStandardItemModel *m_model;
    Label *m_hint;
    Button *m_add;
    Button *m_edit;
    Button *m_pause;
    Button *m_up;
    Button *m_down;
    Button *m_remove;
};

} // namespace vigie
