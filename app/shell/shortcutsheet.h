// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QTreeWidget;

namespace vigie {

class CommandRegistry;
class SearchField;

/// All commands with their keys, searchable.
class ShortcutSheet final : public QDialog
{
    Q_OBJECT

public:
    ShortcutSheet(const CommandRegistry &registry, QWidget *parent);

private:
    void fill();

    const CommandRegistry &m_registry;
    SearchField *m_field;
    QTreeWidget *m_tree;
};

} // namespace vigie
