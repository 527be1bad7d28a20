// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/contextpanel.h"

#include "app/text/errortext.h"
#include "app/text/slatext.h"
#include "app/ticket/clocksheet.h"
#include "app/ticket/contextrelations.h"
#include "app/ticket/contextsection.h"
#include "app/ticket/machinesection.h"
#include "app/ticket/personcard.h"
#include "app/ticket/worksection.h"
#include "core/model/lifecycle.h"
#include "core/service/workspace.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie {

ContextPanel::ContextPanel(Workspace &workspace, QWidget *parent)
    : QWidget(parent), m_tickets(new RequesterTickets(workspace, this)),
      m_person(new PersonCard(this)),
      m_times(new ContextSection(tr("Agreed times"), "contextTimes", this)),
      m_work(new WorkSection(workspace.stopwatch(), this)),
      m_others(new ContextSection(tr("Other tickets"), "contextOthers", this)),
      m_relations(new ContextRelations(this)), m_machine(new MachineSection(this)),
      m_minute(new QTimer(this))
{
    setObjectName(QStringLiteral("contextPanel"));
    setAccessibleName(tr("About the requester and the ticket"));
    setProperty("surface", true);
    setAttribute(Qt::WA_StyledBackground);
    build();
    wire();
}

void ContextPanel::build()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(space::s, space::m, space::s, space::l);
    column->setSpacing(space::m);
    for (QWidget *part : {static_cast<QWidget *>(m_person), static_cast<QWidget *>(m_times),
                          static_cast<QWidget *>(m_work),
                          static_cast<QWidget *>(m_others), static_cast<QWidget *>(m_relations),
                          static_cast<QWidget *>(m_machine)})
        column->addWidget(part);
    column->addStretch(1);
    auto *area = new QScrollArea(this);
    area->setObjectName(QStringLiteral("contextArea"));
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false); // the panel's own ground
    area->setFrameShape(QFrame::NoFrame);
    area->setProperty("flat", true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(area);
    m_minute->setInterval(60'000);
}

void ContextPanel::wire()
{
    const auto tellCopied = [this](const QString &text) {
        Q_EMIT statusText(tr("Copied: %1").arg(text.section(u'\n', 0, 0)));
    };
    connect(m_person, &PersonCard::copied, this, tellCopied);
    connect(m_person, &PersonCard::listWanted, this, &ContextPanel::showAll);
    connect(m_machine, &MachineSection::copied, this, tellCopied);
    connect(m_times, &ContextSection::taken, this, &ContextPanel::openClocks);
    connect(m_times, &ContextSection::copied, this, tellCopied);
    connect(m_others, &ContextSection::copied, this, tellCopied);
    connect(m_others, &ContextSection::moreWanted, this, &ContextPanel::showAll);
    connect(m_others, &ContextSection::taken, this,
            [this](int row) { Q_EMIT ticketWanted(m_found.rows.at(row).id); });
    connect(m_relations, &ContextRelations::linkOpened, this, &ContextPanel::ticketWanted);
    connect(m_relations, &ContextRelations::linkWanted, this, &ContextPanel::linkWanted);
    connect(m_relations, &ContextRelations::linkDropped, this, &ContextPanel::linkDropped);
    connect(m_relations, &ContextRelations::watcherWanted, this, &ContextPanel::watcherWanted);
    connect(m_relations, &ContextRelations::watcherDropped, this, &ContextPanel::watcherDropped);
    connect(m_relations, &ContextRelations::copied, this, tellCopied);
    connect(m_tickets, &RequesterTickets::found, this, &ContextPanel::showOthers);
    connect(m_tickets, &RequesterTickets::failed, this, [this](const Error &error) {
        m_others->setRows({});
        m_others->setHint(ErrorText::of(error).paragraph());
    });
    connect(m_minute, &QTimer::timeout, this,
            [this] { showTimes(QDateTime::currentMSecsSinceEpoch()); });
}

void ContextPanel::showTicket(const TicketView &view, const ServiceBook &services, qint64 now)
{
    const bool another = m_view.ticket.requester != view.ticket.requester;
    m_view = view;
    m_services = services;
    m_person->showRequester(view);
    showTimes(now);
    m_work->showTicket(view.asStaff ? view.ticket : Ticket());
    m_relations->showRelations(view, now);
    m_machine->showKit(view.ticket.kit);
    if (another) // somebody else's must not stand below this name, not for a moment
        showOthers({});
    m_tickets->setAround(view.ticket.requester, view.ticket.id);
}

void ContextPanel::clear()
{
    m_tickets->setAround({}, {});
    showTicket({}, {}, 0);
    showOthers({});
}

void ContextPanel::focusFirst()
{
    const QList<ContextRow *> rows = findChildren<ContextRow *>();
    const auto first = std::find_if(rows.cbegin(), rows.cend(),
                                    [](const ContextRow *row) { return row->isVisible(); });
    if (first != rows.cend())
        (*first)->setFocus(Qt::ShortcutFocusReason);
}

void ContextPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_tickets->setWatched(true);
    showTimes(QDateTime::currentMSecsSinceEpoch());
    m_minute->start();
}

void ContextPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_tickets->setWatched(false);
    m_minute->stop();
}

void ContextPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT left();
        return;
    }
    QWidget::keyPressEvent(event);
}

// ---- times -----------------------------------------------------------------------------------

void ContextPanel::showTimes(qint64 now)
{
    const ServiceRecord &service = m_view.ticket.service;
    const QString next = SlaText::next(service.dueAt, service.dueClock, service.paused, now);
    m_times->setVisible(!service.marks.isEmpty() && (!next.isEmpty() || isOpen(m_view.ticket.state)));
    RowLook look;
    look.icon = Icon::Clock;
    look.text = next.isEmpty() ? tr("No clock runs") : next;
    look.tone = SlaText::tone(service.dueAt, now);
    for (const ServiceClock &clock : clocksAt(m_services, service, now)) {
        if (!clock.isOpen() || clock.kind != service.dueClock)
            continue;
        QStringList facts{SlaText::agreement(clock)};
        if (m_services.calendars.contains(clock.calendar))
            facts.prepend(SlaText::standing(clock));
        look.note = facts.join(QStringLiteral(" · "));
    }
    look.spoken = tr("%1, %2; Enter shows all clocks", "next due time, how it was agreed on")
                      .arg(look.text, look.note);
    m_times->setRows({look});
}

void ContextPanel::openClocks()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("contextClockMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    ClockSheet::fill(*menu, m_services, m_view.ticket.service, QDateTime::currentMSecsSinceEpoch());
    const ContextRow *row = m_times->rows().constFirst();
    menu->popup(row->mapToGlobal(QPoint(0, row->height())));
    if (auto *sheet = menu->findChild<ClockSheet *>())
        sheet->setFocus(Qt::PopupFocusReason);
}

// ---- other tickets ---------------------------------------------------------------------------

void ContextPanel::showOthers(const OtherTickets &others)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    m_found = others;
    QList<RowLook> rows;
    for (const TicketRow &row : others.rows)
        rows.append(ContextRelations::lookOf(row, now));
    m_others->setCount(rows.isEmpty() ? -1 : others.all - 1);
    m_others->setRows(rows);
    m_others->setHint(others.all == 1 ? tr("Asked for nothing else so far.") : QString());
    const bool more = others.all - 1 > rows.size();
    m_others->setMore(more ? tr("Show all %1").arg(QLocale().toString(others.all)) : QString());
    if (others.all > 0)
        m_person->showTickets(others);
}

void ContextPanel::showAll()
{
    Person person;
    person.id = m_view.ticket.requester;
    Q_EMIT listWanted(queryOfRequester(m_view.requester.value_or(person)));
}

} // namespace vigie
