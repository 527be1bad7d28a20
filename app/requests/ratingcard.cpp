// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/requests/ratingcard.h"

#include "app/widgets/button.h"
#include "app/widgets/iconbutton.h"
#include "app/widgets/label.h"
#include "app/widgets/starrating.h"
#include "core/base/async.h"
#include "core/base/limits.h"
#include "core/service/ticketservice.h"
#include "core/service/workspace.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <utility>

namespace vigie {

RatingCard::RatingCard(Workspace &workspace, QWidget *parent)
    : QFrame(parent), m_workspace(workspace), m_question(new Label(this, TextStyle::Strong)),
      m_yes(new Button(Icon::Check, tr("Yes"), this)),
      m_no(new Button(Icon::Undo, tr("Not yet"), this)), m_stars(new StarRating(this)),
      m_reason(new QLineEdit(this)), m_send(new Button(tr("Send"), this))
{
    setObjectName(QStringLiteral("ratingCard"));
    setProperty("card", QStringLiteral("plain"));
    build();
    hide();
    connect(m_yes, &QPushButton::clicked, this, &RatingCard::solved);
    connect(m_no, &QPushButton::clicked, this, [this] {
        const TicketId ticket = m_ticket;
        dismiss();
        Q_EMIT notSolved(ticket);
    });
    connect(m_stars, &StarRating::rated, this, &RatingCard::rate);
    connect(m_send, &QPushButton::clicked, this, &RatingCard::addReason);
    connect(m_reason, &QLineEdit::returnPressed, this, &RatingCard::addReason);
}

void RatingCard::build()
{
    m_question->setObjectName(QStringLiteral("ratingQuestionLabel"));
    m_yes->setObjectName(QStringLiteral("ratingYesButton"));
    m_no->setObjectName(QStringLiteral("ratingNotYetButton"));
    m_reason->setObjectName(QStringLiteral("ratingReasonEdit"));
    m_reason->setAccessibleName(tr("A word about it (optional)"));
    m_reason->setMaxLength(limits::kShortTextLength);
    m_send->setObjectName(QStringLiteral("ratingSendButton"));
    auto *close = new IconButton(Icon::Close, tr("Do not rate"), this);
    close->setObjectName(QStringLiteral("ratingCloseButton"));
    connect(close, &QToolButton::clicked, this, &RatingCard::dismiss);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::s, space::s, space::s);
    column->setSpacing(space::s);
    auto *first = new QHBoxLayout;
    first->setSpacing(space::s);
    first->addWidget(m_question->wrapped(), 1);
    first->addWidget(m_no);
    first->addWidget(m_yes);
    first->addWidget(m_stars);
    first->addWidget(close);
    column->addLayout(first);
    auto *second = new QHBoxLayout;
    second->setSpacing(space::s);
    second->addWidget(m_reason, 1);
    second->addWidget(m_send);
    column->addLayout(second);
}

void RatingCard::ask(const Ticket &ticket)
{
    m_ticket = ticket.id;
    m_state = ticket.publicState;
    m_verdict = OpId();
    m_stars->setScore(0);
    m_reason->clear();
    m_question->setText(tr("Was “%1” solved?").arg(ticket.title));
    for (QWidget *part : {static_cast<QWidget *>(m_yes), static_cast<QWidget *>(m_no)})
        part->show();
    for (QWidget *part : {static_cast<QWidget *>(m_reason), static_cast<QWidget *>(m_send)})
        part->hide();
    show(); // and nothing takes the keyboard away
}

/// What was fixed is closed by that; what is closed stays so.
void RatingCard::solved()
{
    m_yes->hide();
    m_no->hide();
    m_question->setText(tr("Good to hear. How was it?"));
    m_stars->setFocus(Qt::OtherFocusReason);
    if (m_state != PublicState::Fixed)
        return;
    // With what is here now as read: the question was about exactly that.
    whenDone(m_workspace.tickets().open(m_ticket), this, [this](const Result<TicketView> &view) {
        if (!view || view->ticket.publicState != PublicState::Fixed)
            return;
        MessageId seen;
        for (const MessageView &entry : view->thread) {
            if (!entry.mine)
                seen = entry.message.id;
        }
        whenDone(m_workspace.tickets().change(view->ticket.id, SetState{State::Closed, {}}, seen),
                 this, [this](const Result<OpId> &op) {
                     if (!op)
                         Q_EMIT failed(op.error());
                 });
    });
}

void RatingCard::rate(int score)
{
    m_yes->hide();
    m_no->hide();
    const bool low = score <= limits::kLowScore;
    m_question->setText(low ? tr("We are sorry. What went wrong? Somebody looks into it.")
                            : tr("Thank you. Your verdict is on its way."));
    const QString hint = low ? tr("What went wrong? (optional)") : tr("A word about it (optional)");
    m_reason->setPlaceholderText(hint);
    m_reason->setAccessibleName(hint);
    m_reason->show();
    m_send->show();
    say(QString());
}

void RatingCard::addReason()
{
    const QString words = m_reason->text().trimmed();
    if (!words.isEmpty())
        say(words);
    dismiss();
}

/// One verdict at a time: the earlier one is taken back if it has not left, and replaced if it has.
void RatingCard::say(const QString &words)
{
    const Rate verdict{m_stars->score(), words};
    const auto write = [this, verdict, ticket = m_ticket] {
        whenDone(m_workspace.tickets().change(ticket, verdict), this,
                 [this, ticket](const Result<OpId> &op) {
                     if (!op)
                         Q_EMIT failed(op.error());
                     else if (ticket == m_ticket)
                         m_verdict = *op;
                 });
    };
    if (m_verdict.isNull())
        return write();
    const OpId earlier = std::exchange(m_verdict, OpId());
    whenDone(m_workspace.tickets().undo(earlier), this, [write](const Result<bool> &) { write(); });
}

void RatingCard::dismiss()
{
    m_ticket = TicketId();
    hide();
}

} // namespace vigie
