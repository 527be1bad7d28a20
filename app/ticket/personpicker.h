// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/person.h"

#include <QDialog>
#include <QSet>

class QListWidget;

namespace vigie {

class Button;
class Label;
class SearchField;
class TicketService;

/// Finds one person by the beginning of a name, from what this computer knows: works without a
/// connection. Does not block; deletes itself when closed. GUI thread.
class PersonPicker final : public QDialog
{
    Q_OBJECT

public:
    /// `without` are people who cannot be chosen again. `tickets` must outlive it.
    PersonPicker(TicketService &tickets, const QString &title, const QString &accept,
                 const QList<PersonId> &without, QWidget *parent);

Q_SIGNALS:
    void chosen(const vigie::Person &person);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();
    void showPeople(const QList<Person> &people);
    void choose();

    TicketService &m_tickets;
    QSet<PersonId> m_without;
    QList<Person> m_people;
    SearchField *m_field;
    QListWidget *m_list;
    Label *m_hint;
    Button *m_accept;
    int m_question = 0; ///< answers to older questions are dropped
};

} // namespace vigie
