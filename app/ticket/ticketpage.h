// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composer/composer.h"
#include "app/ticket/undostack.h"
#include "core/model/ladder.h"
#include "core/service/views.h"

#include <QWidget>

#include <functional>

#include <memory>

class QAction;
class QTimer;
class QUrl;

namespace vigie {

class Banner;
class ContextPanel;
class EditorHabits;
class ExpectedPanel;
class OcrEngine;
class PendingPanel;
class Prompt;
class SidePane;
class StateStack;
class ThreadView;
class TicketCompany;
class TicketEscalation;
class TicketFiles;
class TicketHeader;
class TicketMerge;
class TicketRelations;
class Workspace;
struct BulkOutcome;
struct Macro;

/// One ticket: its head, what it owes the server, the conversation, the composer. Every change
/// goes to the outbox at once and can be taken back. GUI thread; `workspace` and `prompt` must
/// outlive it.
class TicketPage final : public QWidget
{
    Q_OBJECT

public:
    TicketPage(Workspace &workspace, Prompt &prompt, QWidget *parent);

    void showTicket(const TicketId &id);
    void clear();
    /// How the editors of its pictures behave (null = the usual way; must outlive it), and what reads
    /// pictures for private places and for copying (may be null).
    void setPictureTools(EditorHabits *habits, const std::shared_ptr<OcrEngine> &reader);
    [[nodiscard]] TicketId ticket() const { return m_id; }
    /// While there is one, the ticket commands are its business (several tickets are marked).
    void setStandIn(std::function<void(const QString &command)> standIn);
    /// Every action of the page and its composer; objectName is the command's id.
    [[nodiscard]] QList<QAction *> commands() const;
    /// Files are still on their way into what is written here.
    [[nodiscard]] bool isCopying() const { return m_composer->isCopying(); }
    [[nodiscard]] bool asRequester() const { return m_asRequester; }
    /// The column with person and machine beside the conversation.
    [[nodiscard]] SidePane *sides() const { return m_sides; }

public Q_SLOTS:
    /// Puts the keyboard into the conversation.
    void focusThread();
    /// Puts it into the reply or the note, as soon as the ticket is there.
    void write(vigie::ComposeMode mode);
    /// Opens what was begun about passing it on, or handing it back, as soon as it is there.
    void goOnPassing(bool back);
    void setAsRequester(bool on);
    /// Takes the newest thing back that was done here, to one ticket or to several.
    void undo();
    /// Something was done to several tickets elsewhere; Undo takes it back in its turn.
    void noteDone(const QString &what, const QList<vigie::OpId> &ops);

Q_SIGNALS:
    void statusText(const QString &text);
    /// "Send and open the next ticket".
    void nextWanted();
    /// A message that waits or was refused was clicked: the outbox page knows more.
    void outboxWanted(const vigie::OpId &op);
    /// The page shows this ticket now; null when it shows none.
    void ticketShown(const vigie::TicketId &id);
    /// What was done to several tickets is taken back, or why not, in words.
    void undoneMany(const QString &words, bool failed);
    /// A linked ticket is to be opened.
    void ticketWanted(const vigie::TicketId &id);
    /// The list is to show what this query finds.
    void listWanted(const QString &query);
    /// "#1042 Printer prints empty pages": what the page is called now.
    void titled(const QString &title);
    /// A reply was handed over, and no next ticket was asked for; `ended` = the ticket is closed or
    /// will be by it.
    void answered(const vigie::TicketId &ticket, bool ended);

private:
    void onceShown(std::function<void()> act);
    void build();
    void buildCommands();
    void wireHeader();
    void wireRelations();
    void wireEscalation();
    void wireMerge();
    void wireCompany();
    void wireContext();
    void goToContext();
    void toggleWatch();
    void logWork();
    void giveBackWork(const UndoStep &step);
    void read();
    void readServices();
    void takeView(const TicketId &id, const Result<TicketView> &view);
    void showView(bool fresh);
    [[nodiscard]] QList<Reader> readersOf(const TicketView &view) const;
    [[nodiscard]] TicketView visibleView() const;
    [[nodiscard]] MessageId seenThrough() const;

    void change(const Payload &payload, const QString &what);
    void changed(const TicketId &id, const Result<OpId> &op, const QString &what);
    void changeOther(const TicketId &id, const Payload &payload, const QString &what);
    void takeApart(const TicketId &id);
    void chooseMacro();
    void macroRan(const Macro &macro, const BulkOutcome &outcome, const QString &what);
    void showMerged();
    void setField(const QString &field, const QString &value);
    void setState(State state);
    void takeOver();
    void passOn(bool back);
    void showLadder();
    void editTitle();
    void addTag();
    void copyNumber(bool withTitle);
    void messageSent(const SentMessage &message);
    void offerUndo(const UndoStep &step);
    void undoMany(const UndoStep &step);
    void undoPassOn(const UndoStep &step);
    void undoMessage(const UndoStep &step);
    void tellError(const Error &error);
    void tellRefusal(const QString &words);
    void openLink(const QUrl &url);
    void openNumber(const QString &number);
    void fetchPicture(const ShownFile &file, const QSize &room);

    std::function<void(const QString &)> m_standIn;
    Workspace &m_workspace;
    Prompt &m_prompt;
    SidePane *m_sides;
    StateStack *m_stack;
    ContextPanel *m_context;
    TicketHeader *m_header;
    Banner *m_trouble;
    Banner *m_face; ///< says that this is the requester's view
    PendingPanel *m_pending;
    ExpectedPanel *m_expected;
    ThreadView *m_thread;
    Banner *m_undoBar;
    Composer *m_composer;
    TicketFiles *m_files;
    TicketRelations *m_relations;
    TicketMerge *m_merge;
    TicketCompany *m_company;
    Banner *m_merged; ///< says where a merged ticket goes on
    TicketEscalation *m_escalation;
    QTimer *m_undoTimer;
    QList<QAction *> m_commands;
    TicketId m_id;
    TicketView m_view;
    Ladder m_ladder;
    ServiceBook m_services;
    UndoStack m_undo;
    std::function<void()> m_onceShown; ///< what the person wants to do with the coming ticket
    int m_writing = 0;       ///< changes that are not on the disk yet
    bool m_undoNext = false; ///< Undo was asked for meanwhile
    bool m_loaded = false;
    bool m_reading = false;
    bool m_stale = false; ///< changed again while being read
    bool m_asRequester = false;
};

} // namespace vigie
