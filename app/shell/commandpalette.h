// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QTreeWidget;
class QTreeWidgetItem;

namespace vigie {

class CommandRegistry;
class SearchField;

/// One box for everything: type a few letters of a command, or a number to go to a request.
class CommandPalette final : public QDialog
{
    Q_OBJECT

public:
    CommandPalette(CommandRegistry &registry, QWidget *parent);

    /// Clears, fills, centres over the window's top and opens.
    void summon();

Q_SIGNALS:
    /// "#1042" or "1042" was chosen.
    void ticketWanted(const QString &number);
    /// A command was chosen that this window has not for itself.
    void ranElsewhere();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void addRow(const QIcon &icon, const QString &text, const QString &group, const QString &keys,
                int role, const QString &value, bool enabled);
    void step(int by);
    void choose();

    CommandRegistry &m_registry;
    SearchField *m_field;
    QTreeWidget *m_list;
};

} // namespace vigie
