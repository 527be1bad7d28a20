// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/iconset.h"
#include "core/service/views.h"

#include <QAbstractListModel>

#include <optional>

namespace vigie {

/// The places to look at: mine, unassigned, waiting, all, then every queue, each with how many
/// open tickets it holds. GUI thread.
class ScopeModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        CountRole = Qt::UserRole + 1, ///< int; -1 for headings
        HeadingRole,                  ///< bool: a title between groups, not selectable
        IconRole,                     ///< int of Icon
    };
    struct Entry {
        ListScope scope = ListScope::All;
        QueueId queue;
        QString name;
        Icon icon = Icon::Queue;
        bool heading = false;

        [[nodiscard]] bool samePlace(const Entry &other) const
        {
            return scope == other.scope && queue == other.queue && heading == other.heading;
        }
    };

    explicit ScopeModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    void setQueues(const QList<Queue> &queues);
    void setCounts(const ListCounts &counts);
    [[nodiscard]] std::optional<Entry> entryAt(int row) const;
    [[nodiscard]] int rowOf(ListScope scope, const QueueId &queue = {}) const;

private:
    [[nodiscard]] int countOf(const Entry &entry) const;

    QList<Entry> m_entries;
    ListCounts m_counts;
};

} // namespace vigie
