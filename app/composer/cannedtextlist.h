// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snippet.h"

#include <QDialog>

class QListView;
class QStandardItemModel;

namespace vigie {

class Button;
class Label;
class Prompt;
class SearchField;
class SnippetService;

/// The person's canned texts: finds, inserts, makes, changes and removes them. Does not block;
/// deletes itself when closed. GUI thread; `snippets` and `prompt` must outlive it.
class CannedTextList final : public QDialog
{
    Q_OBJECT

public:
    /// `mayInsert` = there is an editor that takes what is chosen.
    CannedTextList(SnippetService &snippets, Prompt &prompt, bool mayInsert, QWidget *parent);

    /// Opens the window for a new one.
    static void write(SnippetService &snippets, Prompt &prompt, const Snippet &snippet,
                      QWidget *parent);

Q_SIGNALS:
    void chosen(const vigie::Snippet &snippet);

private:
    void build(bool mayInsert);
    void read();
    void fill(const SnippetId &current);
    [[nodiscard]] const Snippet *current() const;
    void showCurrent();
    void insert();
    void edit();
    void remove();

    SnippetService &m_snippets;
    Prompt &m_prompt;
    QList<Snippet> m_all;
    QList<Snippet> m_shown;
    SearchField *m_field;
    QListView *m_list;
    QStandardItemModel *m_model;
    Label *m_hint;
    Button *m_insert;
    Button *m_edit;
    Button *m_remove;
};

} // namespace vigie
