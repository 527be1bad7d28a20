// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/requests/verdictcard.h"

#include "app/widgets/button.h"
#include "app/widgets/label.h"
#include "app/widgets/starrating.h"
#include "core/base/limits.h"
#include "core/model/ticket.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace vigie {

VerdictCard::VerdictCard(QWidget *parent) :
    QFrame(parent), m_question(new Label(this, TextStyle::Strong)),
    m_works(new Button(Icon::Check, tr("Yes, it works"), this, ButtonKind::Primary)),
    m_not(new Button(Icon::Undo, tr("No, not yet"), this)),
    m_ask(new Label(this, TextStyle::Small, LabelRole::Muted)), m_stars(new StarRating(this)),
    m_comment(new QLineEdit(this)), m_send(new Button(tr("Rate"), this))
{
    setProperty("card", QStringLiteral("plain"));
    m_works->setObjectName(QStringLiteral("confirmFixedButton"));
    m_not->setObjectName(QStringLiteral("reopenFixedButton"));
    m_comment->setObjectName(QStringLiteral("ratingCommentEdit"));
    m_send->setObjectName(QStringLiteral("sendRatingButton"));
    m_comment->setPlaceholderText(tr("A word about it (optional)"));
    m_comment->setAccessibleName(tr("A word about it (optional)"));
    m_comment->setMaxLength(limits::kShortTextLength);
    m_question->setText(tr("We think it is fixed. Does it work now?"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::m, space::l, space::m);
    column->setSpacing(space::s);
    auto *first = new QHBoxLayout;
    first->addWidget(m_question->wrapped(), 1);
    first->addWidget(m_not);
    first->addWidget(m_works);
    column->addLayout(first);
    column->addWidget(m_ask->wrapped());
    auto *second = new QHBoxLayout;
    second->setSpacing(space::s);
    second->addWidget(m_stars);
    second->addWidget(m_comment, 1);
    second->addWidget(m_send);
    column->addLayout(second);

    connect(m_works, &QPushButton::clicked, this, &VerdictCard::works);
    connect(m_not, &QPushButton::clicked, this, &VerdictCard::doesNotWork);
    connect(m_stars, &StarRating::rated, this, [this] {
        m_comment->show();
        m_send->show();
    });
    const auto send = [this] {
        if (m_stars->score() > 0)
            Q_EMIT rated(m_stars->score(), m_comment->text().trimmed());
    };
    connect(m_send, &QPushButton::clicked, this, send);
    connect(m_comment, &QLineEdit::returnPressed, this, send);
}

void VerdictCard::takeFocus()
{
    QWidget *asked = m_works->isHidden() ? static_cast<QWidget *>(m_stars) : m_works;
    if (!isHidden())
        asked->setFocus(Qt::ShortcutFocusReason);
}

void VerdictCard::setTicket(const Ticket &ticket)
{
    const bool fixed = ticket.publicState == PublicState::Fixed;
    const bool closed = ticket.publicState == PublicState::Closed;
    for (QWidget *part : {static_cast<QWidget *>(m_question), static_cast<QWidget *>(m_works),
                          static_cast<QWidget *>(m_not)})
        part->setVisible(fixed);
    const bool isRated = ticket.rating.score > 0;
    m_ask->setText(isRated ? tr("Your verdict. You can change it.")
                           : tr("How was it? Your verdict helps us to get better."));
    // What the person is choosing right now is not overwritten by a sync.
    if (isRated && !m_send->isVisible()) {
        m_stars->setScore(ticket.rating.score);
        m_comment->setText(ticket.rating.comment);
    }
    const bool unsaved = m_stars->score() != ticket.rating.score
        || m_comment->text().trimmed() != ticket.rating.comment;
    if (m_stars->score() > 0 && !unsaved)
        m_send->hide();
    if (m_stars->score() == 0) {
        m_comment->hide();
        m_send->hide();
    }
    setVisible(fixed || closed);
}

} // namespace vigie
