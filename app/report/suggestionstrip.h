// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/views.h"

#include <QWidget>

class QHBoxLayout;
class QTimer;

namespace vigie {

class Button;
class ElidedLabel;
class TicketService;

/// What may help the person while they write, from what is on this computer: one line of constant
/// height, so that neither the form nor Send moves when something comes or goes. Never a question,
/// never in the way of sending. `tickets` must outlive it. GUI thread.
class SuggestionStrip final : public QWidget
{
    Q_OBJECT

public:
    SuggestionStrip(TicketService &tickets, QWidget *parent);

    /// The words so far; looked for when the person pauses.
    void setWords(const QString &words);
    /// Never what makes the window wider.
    [[nodiscard]] QSize minimumSizeHint() const override { return {1, minimumHeight()}; }

Q_SIGNALS:
    /// The person wants to read this request of theirs; what they write stays as it is.
    void requestWanted(const vigie::TicketId &ticket);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void look();
    void show(const QList<TicketRow> &rows);
    void fit();

    TicketService &m_tickets;
    QTimer *m_pause;
    QString m_words;
    QString m_asked;    ///< the words that the answer on the screen is for
    int m_question = 0; ///< only the newest answer counts
    QList<TicketRow> m_rows;
    ElidedLabel *m_hint;
    QHBoxLayout *m_row;
    QList<Button *> m_chips;
};

} // namespace vigie
