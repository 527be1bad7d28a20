// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/desksession.h"

#include <QJsonArray>

namespace vigie {

namespace {

const QString kTabs = QStringLiteral("tabs");
const QString kCurrent = QStringLiteral("current");
const QString kWindows = QStringLiteral("windows");
const QString kTicket = QStringLiteral("ticket");
const QString kGeometry = QStringLiteral("geometry");

TicketId ticketFrom(const QJsonValue &value)
{
    return TicketId::parse(value.toString()).value_or(TicketId());
}

} // namespace

QJsonObject DeskSession::toJson() const
{
    QJsonArray ids;
    for (const TicketId &id : tabs)
        ids.append(id.text());
    QJsonArray open;
    for (const Window &window : windows) {
        open.append(QJsonObject{{kTicket, window.ticket.text()},
                                {kGeometry, QString::fromLatin1(window.geometry.toBase64())}});
    }
    return {{kTabs, ids}, {kCurrent, current.isNull() ? QString() : current.text()}, {kWindows, open}};
}

DeskSession DeskSession::fromJson(const QJsonObject &object)
{
    DeskSession session;
    for (const QJsonValue &value : object.value(kTabs).toArray()) {
        const TicketId id = ticketFrom(value);
        if (!id.isNull() && !session.tabs.contains(id))
            session.tabs.append(id);
    }
    const TicketId current = ticketFrom(object.value(kCurrent));
    if (session.tabs.contains(current))
        session.current = current;
    for (const QJsonValue &value : object.value(kWindows).toArray()) {
        const QJsonObject window = value.toObject();
        const TicketId id = ticketFrom(window.value(kTicket));
        if (id.isNull() || session.tabs.contains(id))
            continue; // one place for a ticket
        session.windows.append(
            {id, QByteArray::fromBase64(window.value(kGeometry).toString().toLatin1())});
    }
    return session;
}

} // namespace vigie
