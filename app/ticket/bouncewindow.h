// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/eventtext.h"
#include "core/model/bouncepaths.h"

#include <QDialog>

class QListView;
class QStandardItemModel;

namespace vigie {

class Button;
class Label;
class Workspace;

/// Where tickets go back and forth most: counted over the tickets that changed last, a part at a
/// time, from what this computer knows. Does not block; deletes itself when closed. GUI thread;
/// `workspace` must outlive it.
class BounceWindow final : public QDialog
{
    Q_OBJECT

public:
    BounceWindow(Workspace &workspace, QWidget *parent);

Q_SIGNALS:
    /// The list is to show the tickets of one way.
    void listWanted(const QString &query);

private:
    void build();
    void countNext();
    void showCount(const BounceCount &count);
    [[nodiscard]] QString way(const BouncePath &path) const;
    [[nodiscard]] QString cost(const BouncePath &path) const;
    void showTickets();
    void copy();

    Workspace &m_workspace;
    QList<TicketId> m_left;
    int m_all = 0;
    BounceCount m_count;
    QList<BouncePath> m_paths;
    NamesById m_names;
    QListView *m_list;
    QStandardItemModel *m_model;
    Label *m_summary;
    Button *m_show;
    Button *m_copy;
};

} // namespace vigie
