// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/scopemodel.h"

#include "app/text/placetext.h"

#include <algorithm>

namespace vigie {

ScopeModel::ScopeModel(QObject *parent) : QAbstractListModel(parent)
{
    m_entries = arranged();
}

QList<ScopeModel::Entry> ScopeModel::arranged() const
{
    const auto heading = [](const QString &name) {
        return Entry{ListScope::Queue, {}, name, Icon::Queue, true, {}};
    };
    QList<Entry> entries{{ListScope::Mine, {}, PlaceText::mine(), Icon::UserCheck, false, {}},
                         {ListScope::Unassigned, {}, PlaceText::unassigned(), Icon::Inbox, false, {}},
                         {ListScope::Waiting, {}, PlaceText::waiting(), Icon::Hourglass, false, {}}};
    entries += m_ofHouse;
    entries.append({ListScope::All, {}, PlaceText::all(), Icon::Requests, false, {}});
    if (!m_own.isEmpty())
        entries.append(heading(tr("My views")));
    entries += m_own;
    if (!m_queues.isEmpty())
        entries.append(heading(tr("Queues")));
    return entries + m_queues;
}

int ScopeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int ScopeModel::countOf(const Entry &entry) const
{
    if (entry.heading)
        return -1;
    if (!entry.view.isEmpty())
        return m_viewCounts.value(entry.view, -1);
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
        if (entry.heading || countOf(entry) < 0)
            return entry.name;
        return entry.view.isEmpty()
            ? tr("%1, %n open ticket(s)", nullptr, countOf(entry)).arg(entry.name)
            : tr("%1, %n ticket(s)", nullptr, countOf(entry)).arg(entry.name);
    case CountRole: return countOf(entry);
    case HeadingRole: return entry.heading;
    case IconRole: return int(entry.icon);
    case ViewRole: return entry.view;
    case Qt::ToolTipRole: return entry.heading ? QString() : entry.name;
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
    m_queues.clear();
    for (const Queue &queue : queues) {
        if (queue.active)
            m_queues.append({ListScope::Queue, queue.id, queue.name, Icon::Queue, false, {}});
    }
    std::sort(m_queues.begin(), m_queues.end(), [](const Entry &a, const Entry &b) {
        return a.name.localeAwareCompare(b.name) < 0;
    });
    become(arranged());
}

void ScopeModel::setViews(const QList<QueryView> &views)
{
    m_ofHouse.clear();
    m_own.clear();
    for (const QueryView &view : views) {
        const Icon icon = view.problem ? Icon::Alert : view.isOwn() ? Icon::Filter : Icon::Clock;
        (view.isOwn() ? m_own : m_ofHouse)
            .append({ListScope::All, {}, view.name(), icon, false, view.key});
    }
    become(arranged());
    setViewCounts(views);
}

void ScopeModel::setViewCounts(const QList<QueryView> &views)
{
    m_viewCounts.clear();
    for (const QueryView &view : views)
        m_viewCounts.insert(view.key, view.count);
    Q_EMIT dataChanged(index(0), index(int(m_entries.size()) - 1),
                       {CountRole, Qt::AccessibleTextRole});
}

/// Views and queues come and go a few times a day: what differs is replaced as one block.
void ScopeModel::become(const QList<Entry> &entries)
{
    const auto same = [](const Entry &a, const Entry &b) {
        return a.samePlace(b) && a.name == b.name && a.icon == b.icon;
    };
    const auto least = std::min(m_entries.size(), entries.size());
    qsizetype head = 0;
    while (head < least && same(m_entries[head], entries[head]))
        ++head;
    qsizetype tail = 0;
    while (tail < least - head
           && same(m_entries[m_entries.size() - 1 - tail], entries[entries.size() - 1 - tail]))
        ++tail;
    const qsizetype gone = m_entries.size() - head - tail;
    const qsizetype come = entries.size() - head - tail;
    if (gone > 0) {
        beginRemoveRows({}, int(head), int(head + gone) - 1);
        m_entries.remove(head, gone);
        endRemoveRows();
    }
    if (come > 0) {
        beginInsertRows({}, int(head), int(head + come) - 1);
        for (qsizetype i = 0; i < come; ++i)
            m_entries.insert(head + i, entries[head + i]);
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

int ScopeModel::rowOf(const Entry &entry) const
{
    for (int i = 0; i < m_entries.size(); ++i) {
        if (!m_entries[i].heading && m_entries[i].samePlace(entry))
            return i;
    }
    return -1;
}

} // namespace vigie
