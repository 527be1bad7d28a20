// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/service/views.h"

#include <QHash>
#include <QSet>
#include <QTabBar>

namespace vigie {

class Workspace;

/// The tickets that lie open, as a strip above the conversation: the list's own, which cannot be
/// closed, and any number of others, in an order of the person's. A tab is a name and two marks, no page: something new
/// arrived, something unsent is written there. Hidden while there is only the list's. GUI thread;
/// `workspace` must outlive it.
class TicketTabs final : public QTabBar
{
    Q_OBJECT

public:
    TicketTabs(Workspace &workspace, QWidget *parent);

    /// Opens it behind the others, or finds it; `front` shows it too.
    void open(const TicketId &id, bool front);
    void close(const TicketId &id);
    [[nodiscard]] bool holds(const TicketId &id) const { return indexOf(id) >= 0; }
    /// Null = the list's own.
    [[nodiscard]] TicketId current() const { return m_current; }
    void showTicket(const TicketId &id);
    /// Goes on to the next or the previous one, around the end.
    void step(int by);
    /// In their order.
    [[nodiscard]] QList<TicketId> tickets() const;
    void restore(const QList<TicketId> &tickets, const TicketId &current);
    /// Drafts may have begun or ended.
    void readDrafts();

Q_SIGNALS:
    void currentTicketChanged(const vigie::TicketId &id);
    /// Opened, closed, moved or shown: worth keeping.
    void rearranged();
    void windowWanted(const vigie::TicketId &id);

protected:
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    struct Facts {
        qint64 number = 0;
        QString title;
        bool fresh = false; ///< others wrote or did something since it was looked at
    };

    void wire();
    int insert(const TicketId &id);
    void takeCurrent();
    void readRows(const QList<TicketId> &ids);
    void followCompany();
    void noteArrived(const QList<Message> &messages);
    void showTab(int index);
    [[nodiscard]] TicketId idAt(int index) const;
    /// -1 when it is not open.
    [[nodiscard]] int indexOf(const TicketId &id) const;
    [[nodiscard]] int listIndex() const;

    Workspace &m_workspace;
    QHash<TicketId, Facts> m_facts;
    QSet<TicketId> m_drafts;
    TicketId m_current;
};

} // namespace vigie
