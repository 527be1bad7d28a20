// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/views.h"

#include <QWidget>

#include <optional>

class QScrollArea;
class QVBoxLayout;

namespace vigie {

class Banner;
class Button;
class Clock;
class Composer;
class ContactCard;
class EditorHabits;
class IconButton;
class Label;
class MessageBubble;
class Pill;
class Prompt;
class SentCard;
class StateStack;
class TicketFiles;
class VerdictCard;
class Workspace;

/// One request of mine: how it stands, who takes care of it, what was said, and my answer.
class RequestView final : public QWidget
{
    Q_OBJECT

public:
    RequestView(Workspace &workspace, Prompt &prompt, const Clock &clock, QWidget *parent);

    /// A null id shows "choose one".
    void open(const TicketId &id);
    [[nodiscard]] TicketId ticket() const { return m_ticket; }
    void startReply();
    /// The helpdesk's telephone number; empty = not known.
    void setDeskPhone(const QString &phone);
    /// How the editors of its pictures behave; null = the usual way. Must outlive it.
    void setEditorHabits(EditorHabits *habits);

public Q_SLOTS:
    void askForUpdate();
    void closeRequest();
    void reopenRequest();

Q_SIGNALS:
    void outboxWanted();

private:
    [[nodiscard]] QWidget *buildHeader();
    [[nodiscard]] QWidget *buildBody();
    void read();
    void take(const TicketView &view);
    void showHeader();
    void showThread();
    void showSent();
    void saveReceiptAs();
    void change(const Payload &payload, const QString &done);
    [[nodiscard]] QWidget *buildComposer();
    void undoLast();
    [[nodiscard]] MessageId newestOfOthers() const;

    Workspace &m_workspace;
    Prompt &m_prompt;
    const Clock &m_clock;
    TicketId m_ticket;
    TicketView m_view;
    OpId m_lastOp; ///< what the banner's Undo takes back
    int m_question = 0;
    StateStack *m_stack;
    Label *m_number = nullptr;
    Label *m_title = nullptr;
    Pill *m_state = nullptr;
    Label *m_meaning = nullptr;
    Button *m_ask = nullptr;
    Button *m_close = nullptr;
    Button *m_reopen = nullptr;
    IconButton *m_receipt = nullptr;
    Banner *m_banner = nullptr;
    ContactCard *m_contact = nullptr;
    SentCard *m_sent = nullptr;
    VerdictCard *m_verdict = nullptr;
    QScrollArea *m_scroll = nullptr;
    QVBoxLayout *m_thread = nullptr;
    QList<MessageBubble *> m_bubbles;
    Composer *m_composer = nullptr;
    TicketFiles *m_files = nullptr;
};

} // namespace vigie
