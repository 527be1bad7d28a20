// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/requests/requestmodel.h"

#include "app/text/enumtext.h"
#include "app/text/timetext.h"
#include "core/base/async.h"
#include "core/base/clock.h"
#include "core/service/ticketservice.h"
#include "core/service/workspace.h"

#include <algorithm>

namespace vigie {

namespace {

constexpr int kPage = 100;

} // namespace

RequestModel::RequestModel(Workspace &workspace, const Clock &clock, QObject *parent) :
    QAbstractListModel(parent), m_workspace(workspace), m_clock(clock)
{
    connect(&workspace, &Workspace::changed, this,
            [this](const QSet<TicketId> &tickets, bool, bool, bool everything) {
                if (everything || !tickets.isEmpty())
                    reload();
            });
    reload();
}

int RequestModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant RequestModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const TicketRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole: return row.title;
    case Qt::AccessibleTextRole:
        return tr("%1, %2", "a request's title and state")
            .arg(row.title, EnumText::requestState(row.number, row.publicState));
    case IdRole: return row.id.text();
    case DetailRole: {
        const QString number = EnumText::ticketNumber(row.number, row.id);
        return row.contactName.isEmpty() ? number
                                         : number + QStringLiteral(" · ") + row.contactName;
    }
    case WhenRole: return TimeText::brief(row.updatedAt, m_clock.nowMs());
    case StateRole: return EnumText::requestState(row.number, row.publicState);
    case ToneRole: return int(EnumText::requestTone(row.number, row.publicState));
    case PendingRole: return row.pending;
    default: return {};
    }
}

bool RequestModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more;
}

void RequestModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_more = false;
    read(int(m_rows.size()) + kPage);
}

void RequestModel::setText(const QString &text)
{
    if (m_text == text.trimmed())
        return;
    m_text = text.trimmed();
    reload();
}

TicketId RequestModel::idAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? m_rows.at(row).id : TicketId();
}

int RequestModel::rowOf(const TicketId &id) const
{
    for (int i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).id == id)
            return i;
    }
    return -1;
}

void RequestModel::reload()
{
    read(std::max(kPage, int(m_rows.size())));
}

void RequestModel::read(int limit)
{
    ListQuery query;
    query.scope = ListScope::MyRequests;
    query.openOnly = false;
    query.text = m_text;
    query.me = m_workspace.me().id;
    query.limit = limit;
    const int question = ++m_question;
    whenDone(m_workspace.tickets().list(query), this,
             [this, question, limit](const Result<QList<TicketRow>> &rows) {
                 if (question != m_question)
                     return;
                 if (rows) {
                     take(*rows, limit);
                     return;
                 }
                 if (rows.error().code != ErrorCode::Cancelled)
                     Q_EMIT failed(rows.error());
             });
}

void RequestModel::take(const QList<TicketRow> &rows, int limit)
{
    m_more = rows.size() >= limit;
    QSet<TicketId> stay;
    for (const TicketRow &row : rows)
        stay.insert(row.id);
    for (int i = int(m_rows.size()) - 1; i >= 0; --i) {
        if (stay.contains(m_rows.at(i).id))
            continue;
        beginRemoveRows({}, i, i);
        m_rows.removeAt(i);
        endRemoveRows();
    }
    for (int i = 0; i < rows.size(); ++i) {
        const int at = rowOf(rows.at(i).id);
        if (at < 0) {
            beginInsertRows({}, i, i);
            m_rows.insert(i, rows.at(i));
            endInsertRows();
            continue;
        }
        if (at != i && beginMoveRows({}, at, at, {}, i)) {
            m_rows.move(at, i);
            endMoveRows();
        }
        if (m_rows.at(i) == rows.at(i))
            continue;
        m_rows[i] = rows.at(i);
        Q_EMIT dataChanged(index(i), index(i));
    }
    m_loaded = true;
    Q_EMIT loaded();
}

} // namespace vigie
