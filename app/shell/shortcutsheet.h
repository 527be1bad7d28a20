// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QKeySequence>

#include <functional>

class QTreeWidget;
class QTreeWidgetItem;

namespace vigie {

class Banner;
class Button;
class CommandRegistry;
class Prompt;
class SearchField;

/// All commands with their keys: searchable, printable, and every key can be chosen anew. Both
/// must outlive it. GUI thread.
class ShortcutSheet final : public QDialog
{
    Q_OBJECT

public:
    ShortcutSheet(CommandRegistry &registry, Prompt &prompt, QWidget *parent);

private:
    void buildButtons(class QVBoxLayout *column);
    void fill();
    void showButtons();
    [[nodiscard]] QString currentId() const;
    /// Every change of keys goes through here: the list is filled anew, at the same command.
    void change(const std::function<void()> &act);
    void give(const QString &id, const QKeySequence &keys);
    void takeOver(const QString &id, const QKeySequence &keys);
    void print();

    CommandRegistry &m_registry;
    Prompt &m_prompt;
    SearchField *m_field;
    Banner *m_banner;
    QTreeWidget *m_tree;
    Button *m_change = nullptr;
    Button *m_remove = nullptr;
    Button *m_usual = nullptr;
    Button *m_allUsual = nullptr;
    std::function<void()> m_bannerAction;
};

} // namespace vigie
