// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/queue/cardline.h"
#include "app/queue/ticketcells.h"
#include "app/widgets/tokens.h"
#include "core/service/views.h"

#include <QHash>
#include <QStaticText>
#include <QStyledItemDelegate>

#include <memory>

namespace vigie {

/// Paints one ticket as a card of two lines (three with an excerpt) or as a row of cells, and the
/// heads of groups, from roles only. Text that was laid out
/// once is kept until the row, the width or the font changes, because scrolling repaints the same
/// forty rows over and over.
class TicketDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit TicketDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

    /// Height of every row; `withExcerpts` while a text filter is on.
    [[nodiscard]] int rowHeight(const QFont &base) const;
    void setWithExcerpts(bool on) { m_withExcerpts = on; }
    void setLook(const ViewLook &look);
    /// Wall clock for the ages, UTC ms; the view moves it on once a minute.
    void setNow(qint64 now);
    /// Where the parts of a card's second line stand in a card of this width, margins included.
    [[nodiscard]] CardLine lineOf(const TicketRow &row, int width, const QFont &base) const;
    /// What the state's pill says then; shorter than its words where the list is narrow.
    [[nodiscard]] QString stateOf(const TicketRow &row, int width, const QFont &base) const;

private:
    struct Layout;
    struct Fonts;
    [[nodiscard]] const Layout &layoutOf(const TicketRow &row, const QString &excerpt, bool company,
                                         int width, const QFont &base) const;
    void layOutLine(Layout &made, const QFontMetrics &small, const QFontMetrics &caption,
                    const QFont &base) const;
    void paintCard(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                   const Tokens &tokens) const;
    [[nodiscard]] int gap() const;

    TicketCells m_cells;
    ViewDensity m_density = ViewDensity::Comfortable;
    bool m_asTable = false;
    bool m_withExcerpts = false;
    qint64 m_now = 0;
    mutable QHash<TicketId, std::shared_ptr<const Layout>> m_layouts;
};

} // namespace vigie
