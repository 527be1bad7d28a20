// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/scopemodel.h"

#include <algorithm>

namespace vigie {

namespace {
constexpr int kFixedEntries = 4;
}

ScopeModel::ScopeModel(QObject *parent) : QAbstractListModel(parent)
{
    m_entries = {{ListScope::Mine, {}, tr("Mine"), Icon::UserCheck, false},
                 {ListScope::Unassigned, {}, tr("Unassigned"), Icon::Inbox, false},
                 {ListScope::Waiting, {}, tr("Waiting"), Icon::Hourglass, false},
                 {ListScope::All, {}, tr("All tickets"), Icon::Requests, false}};
}

int ScopeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int ScopeModel::countOf(const Entry &entry) const
{
    if (entry.heading)
        return -1;
    switch (entry.scope) {
    case ListScope::Mine: return m_counts.mine;
    case ListScope::Unassigned: return m_counts.unassigned;
    case ListScope::Waiting: return m_counts.waiting;
    case ListScope::Queue: return m_counts.queues.value(entry.queue);
    case ListScope::All:
    case ListScope::MyRequests: break;
    }
    return m_counts.all;
}

QVariant ScopeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Entry &entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return entry.name;
    case Qt::AccessibleTextRole:
        return entry.heading ? entry.name
                             : tr("%1, %n open ticket(s)", nullptr, countOf(entry)).arg(entry.name);
    case CountRole: return countOf(entry);
    case HeadingRole: return entry.heading;
    case IconRole: return int(entry.icon);
    default: return {};
    }
}

Qt::ItemFlags ScopeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return m_entries.at(index.row()).heading ? Qt::ItemNeverHasChildren
                                             : Qt::ItemIsSelectable | Qt::ItemIsEnabled
            | Qt::ItemNeverHasChildren;
}

void ScopeModel::setQueues(const QList<Queue> &queues)
{
    QList<Entry> wanted;
    for (const Queue &queue : queues) {
        if (queue.active)
            wanted.append({ListScope::Queue, queue.id, queue.name, Icon::Queue, false});
    }
    std::sort(wanted.begin(), wanted.end(), [](const Entry &a, const Entry &b) {
        return a.name.localeAwareCompare(b.name) < 0;
    });
    if (!wanted.isEmpty())
        wanted.prepend({ListScope::Queue, {}, tr("Queues"), Icon::Queue, true});
    const QList<Entry> current = m_entries.mid(kFixedEntries);
    const bool sameOrder = std::equal(
        current.cbegin(), current.cend(), wanted.cbegin(), wanted.cend(),
        [](const Entry &a, const Entry &b) { return a.samePlace(b) && a.name == b.name; });
    if (sameOrder)
        return;
    // Queues come and go a few times a year: replacing the block is exact enough.
    if (!current.isEmpty()) {
        beginRemoveRows({}, kFixedEntries, int(m_entries.size()) - 1);
        m_entries.resize(kFixedEntries);
        endRemoveRows();
    }
    if (!wanted.isEmpty()) {
        beginInsertRows({}, kFixedEntries, kFixedEntries + int(wanted.size()) - 1);
        m_entries.append(wanted);
        endInsertRows();
    }
}

void ScopeModel::setCounts(const ListCounts &counts)
{
    m_counts = counts;
    Q_EMIT dataChanged(index(0), index(int(m_entries.size()) - 1),
                       {CountRole, Qt::AccessibleTextRole});
}

std::optional<ScopeModel::Entry> ScopeModel::entryAt(int row) const
{
    if (row < 0 || row >= m_entries.size() || m_entries[row].heading)
        return std::nullopt;
    return m_entries[row];
}

int ScopeModel::rowOf(ListScope scope, const QueueId &queue) const
{
    for (int i = 0; i < m_entries.size(); ++i) {
        if (!m_entries[i].heading && m_entries[i].scope == scope && m_entries[i].queue == queue)
            return i;
    }
    return -1;
}

} // namespace vigie
