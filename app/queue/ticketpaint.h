// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/queue/rowcompany.h"
#include "app/widgets/tokens.h"
#include "core/service/views.h"

#include <QStaticText>

class QModelIndex;
class QPainter;
class QStyleOptionViewItem;

/// What cards and cells of a list have in common.
namespace vigie::ticketpaint {

inline constexpr int kMarkWidth = 14;
inline constexpr int kBadge = 14;

/// An owner's disc.
[[nodiscard]] int avatarSize(ViewDensity density);
/// Four bars, as many filled as the priority is worth: a shape that needs no colour.
void paintPriority(QPainter &painter, const QRect &rect, Priority priority, const Tokens &tokens);
/// A filled box with a tick.
void paintMarked(QPainter &painter, const QRect &rect, const Tokens &tokens);
/// The owner's disc; a dashed circle when nobody owns it.
void paintOwner(QPainter &painter, const QRect &rect, const TicketRow &row, const QFont &font,
                const Tokens &tokens);

/// Somebody else writes there (a pen) or looks at it (an eye); pale when that was before the server
/// was lost.
void paintCompany(QPainter &painter, const QPoint &at, const RowCompany &company,
                  const Tokens &tokens);

/// The row that a cell is part of, as wide as its columns are.
[[nodiscard]] QRect wholeRow(const QStyleOptionViewItem &option, const QModelIndex &index);
/// A row's ground, bar, line and focus, as far as they are seen in this cell.
void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
              bool marked, const Tokens &tokens);

/// The head of a group: its name and how many tickets are in it.
[[nodiscard]] int headHeight(const QFont &base);
void paintHead(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
               const Tokens &tokens);

/// Shaped once; foreign words are never read as markup.
[[nodiscard]] QStaticText staticText(const QString &text, const QFont &font);

/// An excerpt on one line, with the places of its matches relative to its left edge.
struct Excerpt {
    QStaticText text;
    QList<QRectF> matches;
};
[[nodiscard]] Excerpt cutExcerpt(const QString &source, const QFont &font, int available);
void paintExcerpt(QPainter &painter, const QPointF &at, const Excerpt &excerpt, const QFont &font,
                  const Tokens &tokens);

} // namespace vigie::ticketpaint
