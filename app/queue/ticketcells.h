// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/tokens.h"
#include "core/service/views.h"

#include <QHash>
#include <QStaticText>

#include <memory>

class QModelIndex;
class QPainter;
class QStyleOptionViewItem;

namespace vigie {

/// Paints the cells of a list that is shown as a table: one line per ticket, and its excerpt below
/// the subject while something is searched. Shaped words are kept, as in TicketDelegate.
class TicketCells
{
public:
    void setNow(qint64 now) { m_now = now; }
    void setDensity(ViewDensity density);
    [[nodiscard]] int rowHeight(const QFont &base, bool withExcerpts) const;
    void paint(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
               const Tokens &tokens) const;

private:
    struct Words;
    struct Cell;
    [[nodiscard]] const Words &words(const TicketRow &row, ViewColumn column, const QString &text,
                                     const QFont &font, int width) const;
    void paintWords(const Cell &cell, const QString &text, const QFont &font,
                    const QColor &color) const;
    void paintTitle(const Cell &cell) const;
    void paintPlain(const Cell &cell) const;

    qint64 m_now = 0;
    ViewDensity m_density = ViewDensity::Comfortable;
    mutable QHash<std::pair<TicketId, int>, std::shared_ptr<const Words>> m_words;
};

} // namespace vigie
