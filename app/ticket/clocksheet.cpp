// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/clocksheet.h"

#include "app/text/slatext.h"
#include "app/text/timetext.h"
#include "app/widgets/label.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QMenu>
#include <QScreen>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>
#include <QWidgetAction>

#include <algorithm>

namespace vigie {

namespace {

/// More of one clock would be a wall; the newest say most.
constexpr qsizetype kLinesShown = 60;

LabelRole roleOf(const ServiceClock &clock)
{
    switch (clock.state) {
    case ClockState::Breached: return LabelRole::Danger;
    case ClockState::Met: return LabelRole::Success;
    case ClockState::Paused: return LabelRole::Muted;
    case ClockState::Running: break;
    }
    return clock.isOpen() && clock.warnAt > 0 ? LabelRole::Info : LabelRole::Text;
}

} // namespace

ClockSheet::ClockSheet(const ServiceBook &book, const ServiceRecord &record, qint64 now,
                       QWidget *parent)
    : QWidget(parent), m_now(now), m_page(new QWidget), m_column(new QVBoxLayout(m_page))
{
    setObjectName(QStringLiteral("clockSheet"));
    m_column->setContentsMargins(space::l, space::m, space::l, space::m);
    m_column->setSpacing(space::xs);
    auto *area = new QScrollArea(this);
    area->setWidget(m_page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setProperty("flat", true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::TabFocus);
    area->setAccessibleName(tr("Clocks of this ticket"));
    setFocusProxy(area);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(area);

    QList<ServiceClock> clocks = clocksAt(book, record, now);
    std::stable_partition(clocks.begin(), clocks.end(),
                          [](const ServiceClock &clock) { return clock.isOpen(); });
    QStringList calendars;
    for (const ServiceClock &clock : std::as_const(clocks)) {
        addClock(book, record, clock, clock.isOpen());
        if (!calendars.contains(clock.calendar))
            calendars.append(clock.calendar);
    }
    if (clocks.isEmpty()) {
        m_column->addWidget((new Label(tr("Nothing is agreed on about times for this ticket."),
                                       m_page, TextStyle::Body, LabelRole::Muted))
                                ->wrapped());
    }
    addCalendars(book, calendars);
    m_column->addStretch(1);
}

void ClockSheet::fill(QMenu &menu, const ServiceBook &book, const ServiceRecord &record, qint64 now)
{
    auto *action = new QWidgetAction(&menu);
    action->setDefaultWidget(new ClockSheet(book, record, now, &menu));
    menu.addAction(action);
}

QSize ClockSheet::sizeHint() const
{
    // Asked before anything is shown, while the words do not have their fonts yet.
    const QList<QWidget *> parts = m_page->findChildren<QWidget *>();
    for (const QWidget *part : parts)
        part->ensurePolished();
    m_column->invalidate();
    const QSize page = m_page->sizeHint();
    const int half = screen() ? screen()->availableGeometry().height() / 2 : page.height();
    return {page.width() + style()->pixelMetric(QStyle::PM_ScrollBarExtent),
            std::min(page.height(), std::max(half, 240))};
}

void ClockSheet::addClock(const ServiceBook &book, const ServiceRecord &record,
                          const ServiceClock &clock, bool open)
{
    // Without its hours nothing here could be counted: rather no number than a wrong one.
    const bool known = book.calendars.contains(clock.calendar);
    auto *head = new QHBoxLayout;
    auto *name = new Label(SlaText::of(clock.kind), m_page, TextStyle::Strong);
    auto *standing = new Label(known ? SlaText::standing(clock) : QString(), m_page,
                               TextStyle::Strong, roleOf(clock));
    standing->setObjectName(QStringLiteral("clockStandingLabel"));
    head->addWidget(name);
    head->addStretch(1);
    head->addSpacing(space::l);
    head->addWidget(standing);
    m_column->addLayout(head);
    QStringList facts{SlaText::agreement(clock),
                      tr("since %1", "when a clock began").arg(TimeText::moment(clock.startedAt, m_now))};
    if (clock.endedAt > 0)
        facts.append(tr("ended %1", "when a clock ended").arg(TimeText::moment(clock.endedAt, m_now)));
    const qint64 told = record.dueClock == clock.kind ? record.dueAt : 0;
    if (const qint64 due = known ? clock.dueAt : clock.isOpen() ? told : 0; due > 0)
        facts.append(tr("due %1", "when a clock is due").arg(TimeText::moment(due, m_now)));
    m_column->addWidget(new Label(facts.join(QStringLiteral(" · ")), m_page, TextStyle::Small,
                                  LabelRole::Muted));
    if (open && known)
        addLines(book, record, clock);
    m_column->addSpacing(space::s);
}

void ClockSheet::addLines(const ServiceBook &book, const ServiceRecord &record,
                          const ServiceClock &clock)
{
    const QList<ClockSegment> lines = segmentsOf(book, record, clock, m_now);
    auto *grid = new QGridLayout;
    grid->setContentsMargins(space::m, 0, 0, 0);
    grid->setHorizontalSpacing(space::l);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    const qsizetype first = std::max<qsizetype>(0, lines.size() - kLinesShown);
    qint64 counted = 0;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const ClockSegment &line = lines[i];
        if (clock.dueAt == 0 || line.from < clock.dueAt)
            counted += line.countedMs;
        if (i < first)
            continue;
        const bool counts = line.kind == ClockSegment::Kind::Counted;
        const LabelRole role = counts ? LabelRole::Text : LabelRole::Faint;
        const int row = grid->rowCount();
        grid->addWidget(new Label(tr("%1 – %2", "from a moment to another one")
                                      .arg(TimeText::moment(line.from, m_now),
                                           TimeText::moment(line.to, m_now)),
                                  m_page, TextStyle::Small, role),
                        row, 0);
        grid->addWidget(new Label(SlaText::reason(line), m_page, TextStyle::Small, role), row, 1);
        grid->addWidget(new Label(counts ? SlaText::workingTime(line.countedMs) : QStringLiteral("–"),
                                  m_page, TextStyle::Small, role),
                        row, 2, Qt::AlignTrailing);
    }
    m_column->addLayout(grid);
    const QString sum = clock.dueAt > 0
        ? tr("Counted until it is due: %1 of %2", "working times")
        : tr("Counted so far: %1 of %2", "working times");
    auto *total = new Label(sum.arg(SlaText::workingTime(counted),
                                    SlaText::workingTime(clock.targetMs)),
                            m_page, TextStyle::Small, LabelRole::Muted);
    total->setObjectName(QStringLiteral("clockSumLabel"));
    total->setContentsMargins(space::m, 0, 0, 0);
    m_column->addWidget(total);
}

void ClockSheet::addCalendars(const ServiceBook &book, const QStringList &names)
{
    for (const QString &name : names) {
        if (!book.calendars.contains(name)) {
            m_column->addWidget((new Label(tr("The working hours that were agreed on are not known "
                                              "on this computer. The due time is the server's."),
                                           m_page, TextStyle::Small, LabelRole::Warning))
                                    ->wrapped());
            continue;
        }
        const QString hours = SlaText::hours(book.calendar(name));
        m_column->addWidget((new Label(name.isEmpty()
                                           ? tr("Working hours: %1").arg(hours)
                                           : tr("Working hours of “%1”: %2").arg(name, hours),
                                       m_page, TextStyle::Small, LabelRole::Faint))
                                ->wrapped());
    }
}

} // namespace vigie
