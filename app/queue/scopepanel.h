// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/queue/scopemodel.h"

#include <QWidget>

class QButtonGroup;
class QListView;

namespace vigie {

/// Where to look: scopes and queues with their counts, and the level filter below.
class ScopePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ScopePanel(QWidget *parent);

    void setQueues(const QList<Queue> &queues);
    void setCounts(const ListCounts &counts);
    void setViews(const QList<QueryView> &views);
    void setViewCounts(const QList<QueryView> &views);
    void choose(ListScope scope, const QueueId &queue = {});
    void chooseView(const QString &key);
    [[nodiscard]] ScopeModel::Entry current() const { return m_current; }
    [[nodiscard]] std::optional<Level> level() const;
    /// "L2": where there is no room for words.
    [[nodiscard]] static QString shortLevel(Level level);
    /// Wide enough for the places that are always there, whatever they are called.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen();
    /// What may be done with a place is wanted at this place of the screen.
    void menuWanted(const vigie::ScopeModel::Entry &place, const QPoint &where);

private:
    void takeRow(int row);
    /// Runs a change of the entries; the chosen one stays chosen while it is there.
    template<class Change>
    void keepingChoice(Change change);

    ScopeModel *m_model;
    QListView *m_list;
    QButtonGroup *m_levels;
    ScopeModel::Entry m_current;
};

} // namespace vigie
