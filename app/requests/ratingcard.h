// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/model/ticket.h"

#include <QFrame>

class QLineEdit;

namespace vigie {

class Button;
class Label;
class StarRating;
class Workspace;

/// "Was it solved?" above the pages, asked once and never in the way: one click on a star is a
/// verdict, a reason may follow, and closing it is an answer too. Writes through the outbox.
/// `workspace` must outlive it. GUI thread.
class RatingCard final : public QFrame
{
    Q_OBJECT

public:
    RatingCard(Workspace &workspace, QWidget *parent);

    void ask(const Ticket &ticket);
    [[nodiscard]] TicketId ticket() const { return m_ticket; }

Q_SIGNALS:
    /// It was not solved: the request is wanted, to be reopened with a reason.
    void notSolved(const vigie::TicketId &ticket);
    void failed(const vigie::Error &error);

private:
    void build();
    void solved();
    void rate(int score);
    void addReason();
    void say(const QString &words);
    void dismiss();

    Workspace &m_workspace;
    TicketId m_ticket;
    PublicState m_state = PublicState::Closed;
    OpId m_verdict; ///< sent already; null until the disk has it
    Label *m_question;
    Button *m_yes;
    Button *m_no;
    StarRating *m_stars;
    QLineEdit *m_reason;
    Button *m_send;
};

} // namespace vigie
