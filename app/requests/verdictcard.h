// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLineEdit;

namespace vigie {

class Button;
class Label;
class StarRating;
struct Ticket;

/// Asked when a request is fixed or closed: does it work now, and how was it?
class VerdictCard final : public QFrame
{
    Q_OBJECT

public:
    explicit VerdictCard(QWidget *parent);

    /// Hides itself while there is nothing to ask.
    void setTicket(const Ticket &ticket);
    /// Puts the keyboard on what is asked.
    void takeFocus();

Q_SIGNALS:
    void works();
    void doesNotWork();
    void rated(int score, const QString &comment);

private:
    Label *m_question;
    Button *m_works;
    Button *m_not;
    Label *m_ask;
    StarRating *m_stars;
    QLineEdit *m_comment;
    Button *m_send;
};

} // namespace vigie
