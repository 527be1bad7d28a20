// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/queue/viewshelf.h"
#include "app/widgets/iconset.h"
#include "core/service/views.h"

#include <QAbstractListModel>

#include <optional>

namespace vigie {

/// The places to look at: mine, unassigned, waiting, overdue, all, then the person's own views and
/// every queue, each with how many tickets it holds. GUI thread.
class ScopeModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        CountRole = Qt::UserRole + 1, ///< int; -1 for headings and what is not counted
        HeadingRole,                  ///< bool: a title between groups, not selectable
        IconRole,                     ///< int of Icon
        ViewRole,                     ///< QString: the view's key, empty for the rest
    };
    struct Entry {
        ListScope scope = ListScope::All;
        QueueId queue;
        QString name;
        Icon icon = Icon::Queue;
        bool heading = false;
        QString view; ///< a QueryView's key; empty = the scope itself

        [[nodiscard]] bool samePlace(const Entry &other) const
        {
            return scope == other.scope && queue == other.queue && view == other.view && heading == other.heading;
        }
    };

    explicit ScopeModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    void setQueues(const QList<Queue> &queues);
    /// The views of the house stand before "All tickets", the person's own below it.
    void setViews(const QList<QueryView> &views);
    void setViewCounts(const QList<QueryView> &views);
    void setCounts(const ListCounts &counts);
    [[nodiscard]] std::optional<Entry> entryAt(int row) const;
    [[nodiscard]] int rowOf(const Entry &entry) const;

private:
    [[nodiscard]] int countOf(const Entry &entry) const;
    [[nodiscard]] QList<Entry> arranged() const;
    void become(const QList<Entry> &entries);

    QList<Entry> m_entries;
    QList<Entry> m_queues;   ///< by name
    QList<Entry> m_ofHouse;
    QList<Entry> m_own;
    ListCounts m_counts;
    QHash<QString, int> m_viewCounts;
};

} // namespace vigie
