// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/replyshotflow.h"

#include "app/capture/capturetext.h"
#include "app/requests/requestview.h"

#include <utility>

namespace vigie {

ReplyShotFlow::ReplyShotFlow(CaptureCoordinator &capture, RequestView &view, QObject *parent)
    : QObject(parent), m_capture(capture), m_view(view)
{
    connect(&m_view, &RequestView::shotWanted, this, &ReplyShotFlow::take);
    connect(&m_capture, &CaptureCoordinator::taken, this, [this](const QList<Shot> &shots) {
        const TicketId ticket = end();
        if (ticket.isNull())
            return;
        for (const Shot &shot : shots)
            m_view.addShot(shot.picture, shot.dpr, ticket);
    });
    connect(&m_capture, &CaptureCoordinator::failed, this, [this](CaptureTrouble trouble) {
        if (!end().isNull())
            Q_EMIT troubled(CaptureText::of(trouble));
    });
    connect(&m_capture, &CaptureCoordinator::cancelled, this, [this] { (void)end(); });
}

void ReplyShotFlow::take(const TicketId &ticket)
{
    if (m_capture.isBusy())
        return;
    m_ticket = ticket;
    m_capture.take({});
}

TicketId ReplyShotFlow::end()
{
    const TicketId ticket = std::exchange(m_ticket, {});
    // The page first: the editor opens above it.
    if (!ticket.isNull())
        Q_EMIT ended(ticket);
    return ticket;
}

} // namespace vigie
