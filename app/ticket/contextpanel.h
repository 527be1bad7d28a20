// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ticket/requestertickets.h"
#include "core/sla/servicebook.h"

#include <QWidget>

class QTimer;
class QVBoxLayout;

namespace vigie {

class ContextRelations;
class ContextSection;
class MachineSection;
class PersonCard;
class WorkSection;
class Workspace;

/// What an agent wants to know beside a conversation: who asked, what was agreed on about times,
/// what else they asked for, where the ticket leads, who watches, and the computer. For agents
/// only. GUI thread; `workspace` must outlive it.
class ContextPanel final : public QWidget
{
    Q_OBJECT

public:
    ContextPanel(Workspace &workspace, QWidget *parent);

    /// `now` is UTC ms.
    void showTicket(const TicketView &view, const ServiceBook &services, qint64 now);
    /// Forgets everything: nothing internal stays behind.
    void clear();
    /// Puts the keyboard onto its first row.
    void focusFirst();
    [[nodiscard]] WorkSection *work() const { return m_work; }

Q_SIGNALS:
    void ticketWanted(const vigie::TicketId &id);
    /// The list is to show what this query finds.
    void listWanted(const QString &query);
    void linkWanted(vigie::LinkKind kind);
    void linkDropped(const vigie::Link &link);
    void watcherWanted();
    void watcherDropped(const vigie::PersonId &id);
    void statusText(const QString &text);
    /// The keyboard is to go back to the conversation.
    void left();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void wire();
    void showTimes(qint64 now);
    void openClocks();
    void showOthers(const OtherTickets &others);
    void showAll();

    RequesterTickets *m_tickets;
    PersonCard *m_person;
    ContextSection *m_times;
    WorkSection *m_work;
    ContextSection *m_others;
    ContextRelations *m_relations;
    MachineSection *m_machine;
    QTimer *m_minute;
    TicketView m_view;
    ServiceBook m_services;
    OtherTickets m_found;
};

} // namespace vigie
