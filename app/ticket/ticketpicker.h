// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/views.h"

#include <QDialog>
#include <QSet>

class QListWidget;

namespace vigie {

class Button;
class Label;
class SearchField;
class TicketService;

/// Finds one ticket by its number or by words, from what this computer knows: works without a
/// connection. Before anything is typed it offers what is near: `suggested`, in that order. Does
/// not block; deletes itself when closed. GUI thread.
class TicketPicker final : public QDialog
{
    Q_OBJECT

public:
    struct Words {
        QString title;
        QString accept;      ///< on the button
        QString explanation; ///< above the field; may be empty
    };
    /// `without` cannot be chosen. `tickets` must outlive it.
    TicketPicker(TicketService &tickets, const Words &words, const QList<TicketRow> &suggested,
                 const QList<TicketId> &without, QWidget *parent);

Q_SIGNALS:
    void chosen(const vigie::TicketRow &ticket);

private:
    void build(const Words &words);
    void look();
    void lookUpNumber(int question, const QString &text);
    void search(int question, const QString &text);
    void showTickets(const QList<TicketRow> &rows, const QString &ifNone);
    void choose();

    TicketService &m_tickets;
    QList<TicketRow> m_suggested;
    QSet<TicketId> m_without;
    QList<TicketRow> m_rows;
    SearchField *m_field;
    QListWidget *m_list;
    Label *m_hint;
    Button *m_accept;
    int m_question = 0; ///< answers to older questions are dropped
};

} // namespace vigie
