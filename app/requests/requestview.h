// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/requests/requestplace.h"
#include "core/service/views.h"

#include <QWidget>

#include <memory>
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
class OcrEngine;
class Prompt;
class ReplyShot;
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
    /// Leads to a place in the request, as soon as it is shown; forgotten when another is opened.
    void leadTo(const TicketId &id, RequestPlace place);
    [[nodiscard]] TicketId ticket() const { return m_ticket; }
    void startReply();
    /// The helpdesk's telephone number; empty = not known.
    void setDeskPhone(const QString &phone);
    /// Pictures of the screen can be taken.
    void offerShots();
    /// Opens the editor on a picture for the answer to this request.
    void addShot(const QImage &picture, qreal dpr, const TicketId &ticket);
    /// How the editors of its pictures behave (null = the usual way; must outlive it), and what reads
    /// pictures for private places and for copying (may be null).
    void setPictureTools(EditorHabits *habits, const std::shared_ptr<OcrEngine> &reader);

public Q_SLOTS:
    void askForUpdate();
    void closeRequest();
    void reopenRequest();

Q_SIGNALS:
    void outboxWanted();
    /// This request is shown now.
    void shown(const vigie::TicketId &ticket);
    /// A picture of the screen, for the answer to this request.
    void shotWanted(const vigie::TicketId &ticket);
    /// The request in which this one goes on is to be opened.
    void requestWanted(const vigie::TicketId &ticket);

private:
    [[nodiscard]] QWidget *buildHeader();
    [[nodiscard]] QWidget *buildBody();
    void read();
    void take(const TicketView &view);
    void showHeader();
    void showContact();
    void showThread();
    void fetchPictures(MessageBubble *bubble);
    void showPicture(MessageBubble *bubble, const QString &sha256, const QImage &picture);
    void showSent();
    void showMerged();
    void saveReceiptAs();
    void change(const Payload &payload, const QString &done);
    [[nodiscard]] QWidget *buildComposer();
    void undoLast();
    void reopenWith(const QString &reason);
    void lead();
    [[nodiscard]] MessageId newestOfOthers() const;

    Workspace &m_workspace;
    Prompt &m_prompt;
    const Clock &m_clock;
    TicketId m_ticket;
    TicketView m_view;
    TicketId m_leadTo; ///< where `m_place` is wanted
    RequestPlace m_place = RequestPlace::Thread;
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
    Banner *m_merged; ///< says where a merged request goes on
    ContactCard *m_contact = nullptr;
    SentCard *m_sent = nullptr;
    VerdictCard *m_verdict = nullptr;
    QScrollArea *m_scroll = nullptr;
    QVBoxLayout *m_thread = nullptr;
    QList<MessageBubble *> m_bubbles;
    Composer *m_composer = nullptr;
    TicketFiles *m_files = nullptr;
    ReplyShot *m_replyShot = nullptr;
};

} // namespace vigie
