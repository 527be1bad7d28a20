// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/companywatch.h"

#include "app/queue/ticketlistmodel.h"
#include "app/queue/tickettable.h"
#include "app/text/companytext.h"
#include "core/service/presenceservice.h"

#include <QDateTime>
#include <QEvent>
#include <QScrollBar>
#include <QTimer>

namespace vigie {

namespace {
constexpr int kScrollRestMs = 150;
}

CompanyWatch::CompanyWatch(PresenceService &presence, TicketTable *table, TicketListModel *model)
    : QObject(table), m_presence(presence), m_table(table), m_model(model),
      m_calm(new QTimer(this))
{
    m_calm->setSingleShot(true);
    m_calm->setInterval(kScrollRestMs);
    connect(m_calm, &QTimer::timeout, this, &CompanyWatch::follow);
    const auto again = [this] { m_calm->start(); };
    connect(table->verticalScrollBar(), &QScrollBar::valueChanged, this, again);
    connect(model, &QAbstractItemModel::modelReset, this, again);
    connect(model, &QAbstractItemModel::rowsInserted, this, again);
    connect(model, &QAbstractItemModel::rowsRemoved, this, again);
    connect(model, &QAbstractItemModel::rowsMoved, this, again);
    table->installEventFilter(this);
    connect(&presence, &PresenceService::changed, model, &TicketListModel::companyChanged);
}

bool CompanyWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table
        && (event->type() == QEvent::Show || event->type() == QEvent::Hide
            || event->type() == QEvent::Resize))
        m_calm->start();
    return QObject::eventFilter(watched, event);
}

void CompanyWatch::follow()
{
    QList<TicketId> seen;
    const int first = m_table->isVisible() ? m_table->rowAt(0) : -1;
    for (int row = first; row >= 0 && row < m_model->rowCount(); ++row) {
        if (m_table->rowViewportPosition(row) >= m_table->viewport()->height())
            break;
        if (const TicketId id = m_model->idAt(row); !id.isNull())
            seen.append(id);
    }
    m_presence.follow(m_table, seen);
}

RowCompany CompanyWatch::companyOf(const PresenceService &presence, const TicketId &ticket)
{
    RowCompany company;
    const QList<Presence> others = presence.at(ticket);
    if (others.isEmpty())
        return company; // most rows
    const CompanyText::Freshness fresh{presence.isLive(), presence.heardAt()};
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    company.words = CompanyText::line(others, fresh, now);
    company.live = fresh.live;
    for (const Presence &one : others) {
        if (company.words.isEmpty())
            break; // too long ago
        (one.activity == Activity::Writes ? company.writes : company.looks) = true;
    }
    return company;
}

} // namespace vigie
