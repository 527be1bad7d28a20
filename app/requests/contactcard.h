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

    /// `asOf`: when the server was last heard of, while it cannot be reached; else 0.
    void setTicket(const Ticket &ticket, qint64 now, qint64 asOf = 0);

private:
    Avatar *m_avatar;
    Label *m_name;
    Label *m_hint;
    Label *m_expected; ///< hidden while nothing is
};

} // namespace vigie
