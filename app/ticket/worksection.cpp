// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/worksection.h"

#include "app/text/worktext.h"
#include "app/ticket/contextsection.h"
#include "app/widgets/button.h"
#include "app/widgets/iconbutton.h"
#include "app/widgets/label.h"
#include "core/base/async.h"
#include "core/model/worktime.h"
#include "core/service/stopwatchservice.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QTimer>
#include <QVBoxLayout>

namespace vigie {

WorkSection::WorkSection(StopwatchService &watches, QWidget *parent)
    : QWidget(parent), m_watches(watches),
      m_section(new ContextSection(tr("Time worked"), "contextWork", this)),
      m_run(new IconButton(Icon::Play, tr("Start the stopwatch"), this, IconColor::Accent)),
      m_time(new QLineEdit(this)), m_log(new Button(tr("Log"), this)), m_note(new QLineEdit(this)),
      m_problem(new Label(this, TextStyle::Small, LabelRole::Danger)),
      m_total(new Label(this, TextStyle::Small, LabelRole::Muted)), m_second(new QTimer(this))
{
    setObjectName(QStringLiteral("workSection"));
    build();
    wire();
}

void WorkSection::build()
{
    m_run->setObjectName(QStringLiteral("watchButton"));
    m_time->setObjectName(QStringLiteral("workTimeEdit"));
    m_time->setAccessibleName(tr("Time worked, to be corrected by hand"));
    m_time->setPlaceholderText(WorkText::watch(0));
    m_time->setToolTip(tr("1:30, 90 min or 1 h 30"));
    m_log->setObjectName(QStringLiteral("logWorkButton"));
    m_log->setToolTip(tr("Adds this time to the ticket; the requester does not see it"));
    m_note->setObjectName(QStringLiteral("workNoteEdit"));
    m_note->setAccessibleName(tr("What the work was about"));
    m_note->setPlaceholderText(tr("What it was about (optional)"));
    m_note->setMaxLength(limits::kWorkNote);
    m_problem->setObjectName(QStringLiteral("workProblemLabel"));
    m_problem->wrapped()->hide();
    m_total->setObjectName(QStringLiteral("workTotalLabel"));
    m_total->wrapped();

    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(space::s, 0, space::s, 0);
    column->setSpacing(space::xs);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::xs);
    row->addWidget(m_run);
    row->addWidget(m_time, 1);
    row->addWidget(m_log);
    column->addLayout(row);
    column->addWidget(m_note);
    column->addWidget(m_problem);
    column->addWidget(m_total);
    m_section->addPart(part);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_section);
    m_second->setInterval(1'000);
}

void WorkSection::wire()
{
    connect(m_run, &QToolButton::clicked, this, &WorkSection::toggle);
    connect(m_log, &QPushButton::clicked, this, &WorkSection::logTime);
    connect(m_time, &QLineEdit::textEdited, this, &WorkSection::typed);
    for (QLineEdit *field : {m_time, m_note})
        connect(field, &QLineEdit::returnPressed, this, &WorkSection::logTime);
    connect(m_note, &QLineEdit::textEdited, this,
            [this](const QString &note) { m_watches.setNote(m_id, note); });
    connect(m_second, &QTimer::timeout, this, &WorkSection::showTime);
    connect(&m_watches, &StopwatchService::changed, this, &WorkSection::showWatch);
}

void WorkSection::showTicket(const Ticket &ticket)
{
    if (m_id != ticket.id) {
        m_id = ticket.id;
        m_byHand = false;
        tell({});
    }
    m_worked = ticket.workedSeconds;
    setVisible(!m_id.isNull());
    showWatch();
}

void WorkSection::toggle()
{
    if (m_id.isNull())
        return;
    m_byHand = false;
    tell({});
    if (m_watches.watch(m_id).isRunning())
        m_watches.pause(m_id);
    else
        m_watches.start(m_id);
}

void WorkSection::focusTime()
{
    m_section->setOpen(true);
    m_time->setFocus(Qt::ShortcutFocusReason);
    m_time->selectAll();
}

void WorkSection::showWatch()
{
    const StopwatchService::Watch watch = m_watches.watch(m_id);
    const bool runs = watch.isRunning();
    m_run->setVigieIcon(runs ? Icon::Pause : Icon::Play, IconColor::Accent);
    m_run->setWords(runs ? tr("Pause the stopwatch") : tr("Start the stopwatch"));
    if (m_note->text() != watch.note)
        m_note->setText(watch.note);
    const QString sum = m_worked > 0 ? tr("%1 in all", "time worked").arg(WorkText::amount(m_worked))
                                     : tr("Nothing logged so far");
    const TicketId other = m_watches.running();
    m_total->setText(other.isNull() || other == m_id
                         ? sum
                         : tr("%1. The watch of another ticket runs; starting this one pauses it.",
                              "a sentence without its full stop").arg(sum));
    showTime();
    tick();
}

void WorkSection::showTime()
{
    const qint64 seconds = m_watches.elapsedMs(m_id) / 1'000;
    const bool runs = m_watches.watch(m_id).isRunning();
    if (!m_byHand)
        m_time->setText(seconds > 0 || runs ? WorkText::watch(seconds) : QString());
    m_log->setEnabled(!m_logging && !m_time->text().trimmed().isEmpty());
}

/// Only while somebody looks at a watch that runs.
void WorkSection::tick()
{
    if (isVisible() && m_watches.watch(m_id).isRunning())
        m_second->start();
    else
        m_second->stop();
}

/// Whoever types stops the watch: two would write into one field.
void WorkSection::typed(const QString &text)
{
    m_byHand = true;
    tell({});
    if (const std::optional<qint64> seconds = WorkText::read(text))
        m_watches.correct(m_id, *seconds * 1'000);
    else if (text.trimmed().isEmpty())
        m_watches.correct(m_id, 0);
    else
        m_watches.pause(m_id);
    m_log->setEnabled(!m_logging && !text.trimmed().isEmpty());
}

void WorkSection::logTime()
{
    if (m_id.isNull() || !m_log->isEnabled())
        return;
    const qint64 measured = m_watches.elapsedMs(m_id) / 1'000;
    const std::optional<qint64> seconds = m_byHand ? WorkText::read(m_time->text())
                                                   : std::optional(measured);
    if (!seconds) {
        m_time->setFocus();
        return tell(tr("Write the time as 1:30, 90 min or 1 h 30; at most 24 hours."));
    }
    if (*seconds <= 0)
        return tell(tr("Less than a second: there is nothing to log yet."));
    if (*seconds > limits::kWorkSeconds) {
        m_watches.pause(m_id);
        return tell(tr("That is more than a day; perhaps the watch was forgotten. Correct the time "
                       "and log it again. Nothing was lost."));
    }
    const QString what = tr("%1 of work logged", "a time").arg(WorkText::amount(*seconds));
    m_logging = true; // once is enough
    m_log->setEnabled(false);
    const LogWork work{*seconds, {}, m_note->text().simplified()};
    whenDone(m_watches.log(m_id, work.seconds, work.note), this,
             [this, id = m_id, work, what](const Result<OpId> &op) {
                 m_logging = false;
                 if (id == m_id) {
                     m_byHand = m_byHand && !op;
                     showWatch();
                 }
                 if (op)
                     Q_EMIT logged(id, *op, work, what);
                 else
                     Q_EMIT failed(op.error());
             });
}

void WorkSection::tell(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void WorkSection::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showTime();
    tick();
}

void WorkSection::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    tick();
}

} // namespace vigie
