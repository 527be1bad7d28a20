// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/ticketcompany.h"

#include "app/ticket/companystrip.h"
#include "core/model/lifecycle.h"
#include "core/service/presenceservice.h"
#include "core/service/workspace.h"

#include <QDateTime>
#include <QEvent>
#include <QTimer>

namespace vigie {

namespace {
constexpr int kAgeTickMs = 30'000;
}

TicketCompany::TicketCompany(Workspace &workspace, QWidget *place)
    : QObject(place), m_presence(workspace.presence()), m_place(place),
      m_strip(new CompanyStrip(place)), m_age(new QTimer(this))
{
    m_age->setInterval(kAgeTickMs);
    connect(m_age, &QTimer::timeout, this, &TicketCompany::show);
    connect(m_strip, &CompanyStrip::takeWanted, this, &TicketCompany::takeWanted);
    connect(m_strip, &CompanyStrip::declined, this, [this] { m_declined = true; });
    connect(&m_presence, &PresenceService::changed, this, [this](const QSet<TicketId> &tickets) {
        if (tickets.contains(m_id))
            show();
    });
    place->installEventFilter(this);
}

bool TicketCompany::eventFilter(QObject *watched, QEvent *event)
{
    // A page behind others shows nothing to anybody.
    if (watched == m_place
        && (event->type() == QEvent::Show || event->type() == QEvent::Hide))
        look();
    return QObject::eventFilter(watched, event);
}

void TicketCompany::setTicket(const TicketId &id)
{
    if (id == m_id)
        return;
    m_id = id;
    m_asStaff = m_free = m_face = m_writing = m_declined = false;
    m_strip->withdrawOffer();
    look();
    show();
}

void TicketCompany::setView(const TicketView &view, bool face)
{
    m_asStaff = view.asStaff;
    m_face = face;
    m_free = view.asStaff && view.ticket.owner.isNull() && isOpen(view.ticket.state);
    if (!m_free || face)
        m_strip->withdrawOffer();
    look();
    show();
}

void TicketCompany::look()
{
    m_presence.look(m_place, m_asStaff && m_place->isVisible() ? m_id : TicketId());
}

void TicketCompany::typed(ComposeMode mode, bool empty)
{
    if (!m_asStaff)
        return;
    m_writing = !empty;
    if (empty)
        m_presence.stopWriting(m_place);
    else
        m_presence.write(m_place);
    if (!empty && m_free && !m_declined && mode == ComposeMode::Reply && !m_strip->isOffering())
        m_strip->offerTake(m_takeKey);
    show();
}

void TicketCompany::sent()
{
    m_writing = false;
    m_presence.stopWriting(m_place);
    m_strip->withdrawOffer();
    show();
}

void TicketCompany::show()
{
    const QList<Presence> others =
        m_asStaff && !m_face ? m_presence.at(m_id) : QList<Presence>();
    const CompanyText::Freshness fresh{m_presence.isLive(), m_presence.heardAt()};
    m_strip->showCompany(others, fresh, m_writing, QDateTime::currentMSecsSinceEpoch());
    if (others.isEmpty() || fresh.live)
        m_age->stop();
    else if (!m_age->isActive())
        m_age->start();
}

} // namespace vigie
