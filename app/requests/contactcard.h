// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace vigie {

class Avatar;
class Label;
struct Ticket;

/// Who takes care of my request: one name that stays the same however often it changes hands.
class ContactCard final : public QFrame
{
    Q_OBJECT

public:
    explicit ContactCard(QWidget *parent);

    void setTicket(const Ticket &ticket, qint64 now);

private:
    Avatar *m_avatar;
    Label *m_name;
    Label *m_hint;
};

} // namespace vigie
