// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QListWidget;

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

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void choose();

    CommandRegistry &m_registry;
    SearchField *m_field;
    QListWidget *m_list;
};

} // namespace vigie
