// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/bulk.h"
#include "core/service/views.h"

#include <QWidget>

class QMenu;

namespace vigie {

class Banner;
class Button;
class FieldPill;
class FlowLayout;
class Label;
class Prompt;
class TicketMerge;
class Workspace;

/// What stands in the ticket's place while several are marked: what they have in common, and what
/// can be done to all of them at once. Every action says what it changed and what it did not, and
/// can be undone. Words are not among them, but for a macro's, which are shown first: nobody writes
/// the same to forty people by mistake. GUI thread; `workspace` and `prompt` must outlive it.
class BulkPage final : public QWidget
{
    Q_OBJECT

public:
    BulkPage(Workspace &workspace, Prompt &prompt, QWidget *parent);

    /// `whole` = how many the list holds in all, when not all of it is marked; 0 otherwise.
    void showTickets(const QList<TicketId> &tickets, int whole);
    [[nodiscard]] const QList<TicketId> &tickets() const { return m_tickets; }
    /// Does for all what a command of the ticket page does for one. Says so when there is no such
    /// thing.
    void run(const QString &command);
    /// What came of undoWanted().
    void showUndone(const QString &words, bool failed);

Q_SIGNALS:
    /// This was written and can be undone.
    void done(const QString &what, const QList<vigie::OpId> &ops);
    void undoWanted();
    void statusText(const QString &text);
    void everythingWanted(); ///< the whole list is to be marked
    void endWanted();        ///< nothing is to be marked any more

private:
    void build();
    FieldPill *addPill(const char *objectName, const QString &name);
    void read();
    void showSummary(const QList<TicketRow> &rows);
    void readNames();
    void fillOwners(QMenu &menu);
    void setOwner(const PersonId &person, const QString &name);
    void setState(State state);
    void remind(qint64 at);
    void editTags(bool add);
    void chooseMacro();
    void change(const Payload &payload, const QString &what);
    void undo();
    void tell(const BulkOutcome &outcome, const QString &what);

    Workspace &m_workspace;
    Prompt &m_prompt;
    QList<TicketId> m_tickets;
    QList<TicketRow> m_rows;
    QList<Person> m_staff;
    QList<Queue> m_queues;
    Label *m_title;
    Label *m_summary;
    Button *m_everything;
    Button *m_end;
    Button *m_take;
    Button *m_resolve;
    Button *m_mergeButton;
    Button *m_macro;
    FieldPill *m_state = nullptr;
    FieldPill *m_owner = nullptr;
    FieldPill *m_queue = nullptr;
    FieldPill *m_priority = nullptr;
    FieldPill *m_reminder = nullptr;
    FieldPill *m_tags = nullptr;
    FlowLayout *m_pills = nullptr;
    Banner *m_result;
    TicketMerge *m_merge;
    int m_writing = 0;       ///< actions that are not on the disk yet
    bool m_undoNext = false; ///< Undo was asked for meanwhile
};

} // namespace vigie
