// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/ops/op.h"

#include <QWidget>

class QLineEdit;
class QTimer;

namespace vigie {

class Button;
class ContextSection;
class IconButton;
class Label;
class StopwatchService;

/// Time worked on a ticket: a watch to start and pause, its time to correct by hand, what the work
/// was about, and the sum of what was logged. For agents only. GUI thread; `watches` must outlive
/// it.
class WorkSection final : public QWidget
{
    Q_OBJECT

public:
    WorkSection(StopwatchService &watches, QWidget *parent);

    /// A null id shows nothing.
    void showTicket(const Ticket &ticket);
    /// Starts or pauses this ticket's watch.
    void toggle();
    void focusTime();

Q_SIGNALS:
    /// It is on its way and can be taken back; `what` tells it in words.
    void logged(const vigie::TicketId &ticket, const vigie::OpId &op, const vigie::LogWork &work,
                const QString &what);
    void failed(const vigie::Error &error);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void wire();
    void showWatch();
    void showTime();
    void typed(const QString &text);
    void logTime();
    void tell(const QString &problem);
    void tick();

    StopwatchService &m_watches;
    ContextSection *m_section;
    IconButton *m_run;
    QLineEdit *m_time;
    Button *m_log;
    QLineEdit *m_note;
    Label *m_problem;
    Label *m_total;
    QTimer *m_second;
    TicketId m_id;
    qint64 m_worked = 0; ///< seconds
    bool m_logging = false; ///< what was measured is being written down
    bool m_byHand = false; ///< what stands in the time's field was typed
};

} // namespace vigie
