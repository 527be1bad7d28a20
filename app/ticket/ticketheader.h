// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/eventtext.h"
#include "core/model/ladder.h"
#include "core/service/views.h"
#include "core/sla/servicebook.h"

#include <QWidget>

class QBoxLayout;

namespace vigie {

class Button;
class ElidedLabel;
class FieldPill;
class FlowLayout;
class IconButton;
class Label;
class LiveMark;
class Pill;
class RelationPills;
class ShrinkArea;

/// The top of a ticket: what it is, where it stands, and everything that can be changed about it.
/// Knows no service: it says what the person wants.
class TicketHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit TicketHeader(QWidget *parent);

    /// `asRequester` shows only the public face: `view.ticket` is one already then.
    void showTicket(const TicketView &view, const Person &me, bool asRequester, qint64 now);
    /// Opens the menu of a field, as the keyboard does.
    void openMenu(const QString &field);
    void setRequesterToggle(bool on);
    /// The way so far; shown with the next ticket.
    void setLadder(const Ladder &ladder) { m_ladder = ladder; }
    /// What is agreed on about times; shown with the next ticket.
    void setServices(const ServiceBook &book) { m_services = book; }
    /// Watchers, links and added fields: their wishes are signals of their own.
    [[nodiscard]] RelationPills *relations() const { return m_relations; }

Q_SIGNALS:
    void fieldChosen(const QString &field, const QString &value);
    void stateChosen(vigie::State state);
    void tagsChosen(const QStringList &add, const QStringList &remove);
    void tagWanted();
    /// A day and time to be reminded at is to be typed.
    void reminderWanted();
    void titleEditWanted();
    void takeWanted();
    void resolveWanted();
    void escalateWanted();
    void handBackWanted();
    void copyNumberWanted();
    void requesterToggled(bool on);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildTop();
    void placeActions();
    void buildPills();
    FieldPill *addPill(const QString &field, const QString &name, const char *objectName);
    template<class E>
    void fillEnum(FieldPill *pill, const char *field, E current);
    void fillState();
    void fillPeople(FieldPill *pill, const QString &field, const PersonId &current);
    void fillQueues();
    void fillTags();
    void showMore(bool more);
    void fillClocks(QMenu &menu);
    void fillLadder(QMenu &menu);
    void fillReminders(QMenu &menu);
    void showStaffPills(const Ticket &ticket);
    void showClocks(const Ticket &ticket, qint64 now);
    void showReminder(const Ticket &ticket, qint64 now);
    void showActions(const Ticket &ticket, bool asRequester);

    TicketView m_view;
    Person m_me;
    Ladder m_ladder;
    ServiceBook m_services;
    Label *m_number;
    ElidedLabel *m_title;
    IconButton *m_copy;
    IconButton *m_editTitle;
    IconButton *m_eye;
    ElidedLabel *m_who;
    Pill *m_publicState;
    Pill *m_updateAsked;
    Pill *m_livePill;
    LiveMark *m_live;
    Button *m_take;
    Button *m_resolve;
    Button *m_escalate;
    QBoxLayout *m_second = nullptr; ///< who asked, and what can be done: one row or two
    ShrinkArea *m_fields;
    QWidget *m_pillArea;
    FlowLayout *m_pills;
    QHash<QString, FieldPill *> m_byField;
    Button *m_more;
    RelationPills *m_relations;
};

} // namespace vigie
