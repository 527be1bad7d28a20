// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/iconset.h"
#include "core/base/error.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/model/readership.h"
#include "core/model/shotfiles.h"
#include "core/text/markdownedit.h"

#include <QKeySequence>
#include <QWidget>

#include <functional>
#include <optional>

class QAction;
class QMenu;

namespace vigie {

class Button;
class DraftSheet;
class FormatBar;
class IconView;
class IconButton;
class Label;
class Prompt;
class Workspace;
class WritingHelp;

enum class ComposeMode { Reply, Note };

/// What the composer must know about the ticket it writes to.
struct ComposeTarget {
    TicketId ticket;
    QString requesterName;
    State state = State::Open;
    bool asStaff = true; ///< false: only public words, no notes, no states
    QString number; ///< as people write it, "#1042"; empty before there is one
    QString title;
    QList<Reader> readers; ///< of a public reply; for staff

    bool operator==(const ComposeTarget &) const = default;
};

/// What was handed to the outbox.
struct SentMessage {
    TicketId ticket;
    MessageId message;
    ComposeMode mode = ComposeMode::Reply;
    std::optional<State> then; ///< the person also wants this state
    bool next = false;         ///< … and the next ticket
    MessageId seenThrough;     ///< what was on screen when Send was pressed
};

/// Where agents write. Replies and notes are two sheets with two looks and two drafts, so that
/// nobody mistakes one for the other; moving the words of a note into a public reply asks first.
/// Send puts the message into the outbox and never waits for a server. GUI thread; `workspace` and
/// `prompt` must outlive it.
class Composer final : public QWidget
{
    Q_OBJECT

public:
    Composer(Workspace &workspace, Prompt &prompt, QWidget *parent);

    /// Another ticket opens its drafts; the same one only takes over what changed.
    void setTarget(const ComposeTarget &target);
    /// The target will be this ticket, which is still being read: what is written from now on is
    /// meant for it and for no other. What is sent waits for setTarget() and setSeenThrough().
    void expect(const TicketId &ticket);
    /// The newest message by somebody else that is on screen.
    void setSeenThrough(const MessageId &message);
    [[nodiscard]] ComposeMode mode() const { return m_mode; }
    /// Shows the sheet and puts the cursor there; a written note is never made public unasked.
    void begin(ComposeMode mode);
    /// Puts quoted lines where the cursor is.
    void quote(const QString &text);
    /// Gives words back that were recalled before they were sent.
    void giveBack(ComposeMode mode, const QString &body, const QList<Attachment> &files);
    /// Whether a picture of the screen can be asked for here.
    void offerShots(bool on);
    [[nodiscard]] QList<QAction *> commands() const { return m_commands; }
    /// Files are still being copied for what is written here.
    [[nodiscard]] bool isCopying() const;
    /// There are unsent words or files for this ticket.
    [[nodiscard]] bool isWriting() const;

public Q_SLOTS:
    void send();
    /// Puts a marked-up screenshot into the answer to its ticket: what is being written, or that
    /// ticket's draft when another one is shown by now.
    void attachShot(const vigie::ShownFile &shot, const vigie::TicketId &ticket);

Q_SIGNALS:
    void sent(const vigie::SentMessage &message);
    void failed(const vigie::Error &error);
    /// The person changed what is written here; `empty`: nothing is left of it.
    void typed(vigie::ComposeMode mode, bool empty);
    /// Something could not be put into another answer, in words.
    void refused(const QString &words);
    /// A picture of the screen for the answer to this ticket.
    void shotWanted(const vigie::TicketId &ticket);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void buildCommands();
    void buildFormats();
    void buildSendMenu();
    QAction *addCommand(const char *id, const QString &text, Icon icon,
                        const QList<QKeySequence> &keys, const std::function<void()> &run);
    [[nodiscard]] DraftSheet &sheet() const;
    [[nodiscard]] QString requester() const;
    void chooseMode(ComposeMode mode, bool focus);
    void showMode(ComposeMode mode, bool focus);
    void showWords();
    void showReaders();
    void moveWords(ComposeMode to);
    void flipVisibility();
    void sendAnd(std::optional<State> then, bool next);
    void sendWhatWaited();
    [[nodiscard]] QString openGap() const;
    void askAboutGap(const QString &gap, std::optional<State> then, bool next);
    void handOver(std::optional<State> then, bool next);
    void showHandedOver(const SentMessage &message, const QString &body,
                        const QList<Attachment> &files, bool done);
    void handedOver(const SentMessage &message, const Result<MessageId> &result);

    Workspace &m_workspace;
    Prompt &m_prompt;
    ComposeTarget m_target;
    MessageId m_seenThrough;
    ComposeMode m_mode = ComposeMode::Reply;
    DraftSheet *m_reply;
    DraftSheet *m_note;
    WritingHelp *m_help;
    Button *m_replyTab;
    Button *m_noteTab;
    IconView *m_audienceIcon;
    Label *m_audience;
    IconButton *m_attach;
    IconButton *m_shot;
    Button *m_send;
    IconButton *m_sendAnd;
    QMenu *m_sendMenu;
    QList<QAction *> m_commands;
    QAction *m_sendAction = nullptr;
    FormatBar *m_formats = nullptr;
    bool m_sending = false;
    bool m_expecting = false; ///< the ticket is not on screen yet
    std::function<void()> m_onceRead; ///< "send", pressed before ticket and draft were there
};

} // namespace vigie
