// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/views.h"

#include <QWidget>

class QMenu;

namespace vigie {

class ContextSection;
struct RowLook;

/// Where a ticket leads and who watches it. Says what the person wants; see TicketRelations.
class ContextRelations final : public QWidget
{
    Q_OBJECT

public:
    explicit ContextRelations(QWidget *parent);

    void showRelations(const TicketView &view, qint64 now);
    /// A ticket as a row of the panel.
    [[nodiscard]] static RowLook lookOf(const TicketRow &row, qint64 now);

Q_SIGNALS:
    void linkOpened(const vigie::TicketId &id);
    void linkWanted(vigie::LinkKind kind);
    void linkDropped(const vigie::Link &link);
    void watcherWanted();
    void watcherDropped(const vigie::PersonId &id);
    void copied(const QString &text);

private:
    void showLinks(qint64 now);
    void showWatchers();
    void openLinkMenu(int row, const QPoint &where);
    void openWatcherMenu(int row, const QPoint &where);
    void openKinds(const QPoint &where);
    [[nodiscard]] bool isHere(const TicketId &id) const;
    [[nodiscard]] QMenu *makeMenu(const char *objectName);

    TicketView m_view;
    QList<Link> m_links; ///< in the order of the rows
    ContextSection *m_linkSection;
    ContextSection *m_watcherSection;
};

} // namespace vigie
