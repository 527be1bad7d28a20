// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/requests/channels.h"
#include "app/requests/receipt.h"

#include <QFrame>

namespace vigie {

class Button;
class Label;

/// What to do after sending (S34, S38–S40): the number to name, whether a call helps and what to
/// say on it, and a receipt to keep. Shown until somebody takes care of the request.
class SentCard final : public QFrame
{
    Q_OBJECT

public:
    SentCard(ChannelTable channels, QWidget *parent);

    /// The helpdesk's telephone number; empty = not known here.
    void setPhone(const QString &phone);
    /// `report` is the first message. Hides itself once it has nothing to say.
    void setTicket(const Ticket &ticket, const Message &report, qint64 now);
    [[nodiscard]] const Receipt &receipt() const { return m_receipt; }

Q_SIGNALS:
    void receiptWanted();

private:
    void showCalling(const Ticket &ticket, int files, qint64 now);
    [[nodiscard]] QString advice(const Ticket &ticket, int files, qint64 now) const;
    [[nodiscard]] QString receivedWords() const;
    void copy(Button *button, const QString &text);

    ChannelTable m_channels;
    QString m_phone;
    Receipt m_receipt;
    Label *m_number;
    Label *m_received;
    Label *m_advice;
    Label *m_call;
    Label *m_script;
    QWidget *m_calling;
    Button *m_copyPhone;
    Button *m_copyScript;
    Button *m_save;
};

} // namespace vigie
