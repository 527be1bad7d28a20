// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/views.h"

#include <QObject>

class QWidget;

namespace vigie {

class Prompt;
class Workspace;

/// Asks for what a change of watchers, links or added fields needs, and says what is to be
/// changed. A question that is answered after another ticket was opened is dropped. GUI thread.
class TicketRelations final : public QObject
{
    Q_OBJECT

public:
    TicketRelations(Workspace &workspace, Prompt &prompt, QWidget *page);

    void setView(const TicketView &view) { m_view = view; }

    void addWatcher();
    void dropWatcher(const PersonId &id);
    /// Asks for the other ticket's number.
    void addLink(LinkKind kind);
    void dropLink(const Link &link);
    /// Asks for a name, then for the value.
    void addField();
    void editField(const QString &key);

Q_SIGNALS:
    void changeWanted(const vigie::Payload &payload, const QString &what);
    /// A field of ticketfields.h, "cf.<key>"; an empty value removes it.
    void fieldChosen(const QString &field, const QString &value);
    /// Why nothing was changed.
    void refused(const QString &words);
    void failed(const vigie::Error &error);

private:
    void link(LinkKind kind, const QString &number);
    [[nodiscard]] bool stillShows(const TicketId &id) const { return m_view.ticket.id == id; }

    Workspace &m_workspace;
    Prompt &m_prompt;
    QWidget *m_page;
    TicketView m_view;
};

} // namespace vigie
