// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/ticketpaint.h"

#include "app/queue/ticketlistmodel.h"
#include "app/queue/tickettable.h"
#include "app/widgets/avatar.h"
#include "app/widgets/iconset.h"

#include <QFontMetrics>
#include <QHeaderView>
#include <QLocale>
#include <QPainter>
#include <QStyleOptionViewItem>

namespace vigie::ticketpaint {

int avatarSize(ViewDensity density)
{
    return density == ViewDensity::Compact ? 18 : 22;
}

void paintPriority(QPainter &painter, const QRect &rect, Priority priority, const Tokens &tokens)
{
    const int filled = 5 - int(priority);
    QColor color = tokens.tone(Tone::Neutral).solid;
    if (priority == Priority::Critical)
        color = tokens.tone(Tone::Danger).solid;
    else if (priority == Priority::High)
        color = tokens.tone(Tone::Warning).solid;
    painter.setPen(Qt::NoPen);
    for (int bar = 0; bar < 4; ++bar) {
        painter.setBrush(bar < filled ? color : tokens.borderStrong);
        const int height = 4 + bar * 3;
        painter.drawRoundedRect(QRectF(rect.left() + bar * 3.5, rect.bottom() - height, 2.5, height),
                                1, 1);
    }
}

void paintMarked(QPainter &painter, const QRect &rect, const Tokens &tokens)
{
    const QRectF box(rect.left(), rect.center().y() - kMarkWidth / 2.0 + 1, kMarkWidth, kMarkWidth);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.accent);
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(QPen(tokens.onAccent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF({box.topLeft() + QPointF(3.5, 7.5), box.topLeft() + QPointF(6, 10),
                                    box.topLeft() + QPointF(10.5, 4.5)}));
}

void paintOwner(QPainter &painter, const QRect &rect, const TicketRow &row, const QFont &font,
                const Tokens &tokens)
{
    if (!row.owner.isNull()) {
        Avatar::paint(painter, rect, row.ownerName, tokens.dark, font);
        return;
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokens.disabled, 1, Qt::DashLine));
    painter.drawEllipse(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5));
}

void paintCompany(QPainter &painter, const QPoint &at, const RowCompany &company,
                  const Tokens &tokens)
{
    constexpr qreal pale = 0.45;
    painter.save();
    if (!company.live)
        painter.setOpacity(pale);
    painter.drawPixmap(at, IconSet::pixmap(company.writes ? Icon::Edit : Icon::Eye, kBadge,
                                           painter.device()->devicePixelRatioF(),
                                           company.writes ? tokens.tone(Tone::Warning).solid
                                                          : tokens.muted));
    painter.restore();
}

QRect wholeRow(const QStyleOptionViewItem &option, const QModelIndex &)
{
    const auto *table = qobject_cast<const QTableView *>(option.widget);
    if (!table)
        return option.rect;
    const QHeaderView *header = table->horizontalHeader();
    const int left = header->count() > 0 ? header->sectionViewportPosition(header->logicalIndex(0))
                                         : option.rect.left();
    return QRect(left, option.rect.top(), std::max(header->length(), option.rect.width()),
                 option.rect.height());
}

void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
              bool marked, const Tokens &tokens)
{
    const QRect row = wholeRow(option, index);
    const auto *table = qobject_cast<const TicketTable *>(option.widget);
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver
        || (table && table->hoveredRow() == index.row());
    painter.fillRect(option.rect, selected || marked ? tokens.selection
                                  : hovered          ? tokens.hover
                                                     : tokens.surface);
    painter.save();
    painter.setClipRect(option.rect, Qt::IntersectClip);
    if (selected)
        painter.fillRect(QRect(row.topLeft(), QSize(3, row.height())), tokens.accent);
    painter.setPen(tokens.border);
    painter.drawLine(row.bottomLeft() + QPoint(space::m, 0), row.bottomRight());
    const bool focused = option.state & QStyle::State_HasFocus
        || (table && table->hasFocus() && table->currentIndex().row() == index.row());
    if (focused && option.state & QStyle::State_KeyboardFocusChange) {
        painter.setPen(QPen(tokens.focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(row).adjusted(2, 2, -2, -3), radius::s, radius::s);
    }
    painter.restore();
}

int headHeight(const QFont &base)
{
    return QFontMetrics(textFont(TextStyle::Strong, base)).height() + 2 * space::s;
}

void paintHead(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
               const Tokens &tokens)
{
    // Across all columns: each cell paints its part.
    const QRect row = wholeRow(option, index);
    painter.save();
    painter.setClipRect(option.rect, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto *table = qobject_cast<const TicketTable *>(option.widget);
    const bool hovered = table && table->hoveredRow() == index.row();
    painter.fillRect(row, hovered ? tokens.hover : tokens.sunken);
    painter.setPen(tokens.border);
    painter.drawLine(row.bottomLeft(), row.bottomRight());
    const bool chosen = option.state & QStyle::State_Selected;
    if (chosen)
        painter.fillRect(QRect(row.topLeft(), QSize(3, row.height())), tokens.accent);
    constexpr int icon = 14;
    int left = std::max(0, row.left()) + space::m; // also while the columns are scrolled
    const bool folded = index.data(TicketListModel::FoldedRole).toBool();
    painter.drawPixmap(QPoint(left, row.top() + (row.height() - icon) / 2),
                       IconSet::pixmap(folded ? Icon::ChevronRight : Icon::ChevronDown, icon,
                                       painter.device()->devicePixelRatioF(), tokens.muted));
    left += icon + space::s;
    const QFont strong = textFont(TextStyle::Strong, option.font);
    const QFont small = textFont(TextStyle::Small, option.font);
    const QString count = QLocale().toString(
        index.data(TicketListModel::HeadRole).value<ListGroup>().count);
    const int countWidth = QFontMetrics(small).horizontalAdvance(count);
    const int visible = table ? std::min(row.width(), table->viewport()->width()) : row.width();
    const int room = visible - (left - std::max(0, row.left())) - countWidth - 2 * space::m;
    const QString name = QFontMetrics(strong).elidedText(index.data(Qt::DisplayRole).toString(),
                                                         Qt::ElideRight, room);
    painter.setFont(strong);
    painter.setPen(tokens.text);
    painter.drawText(QRect(left, row.top(), room, row.height()), Qt::AlignVCenter | Qt::AlignLeft,
                     name);
    left += QFontMetrics(strong).horizontalAdvance(name) + space::s;
    painter.setFont(small);
    painter.setPen(tokens.muted);
    painter.drawText(QRect(left, row.top(), countWidth + 1, row.height()),
                     Qt::AlignVCenter | Qt::AlignLeft, count);
    if (chosen && table && table->hasFocus()) {
        painter.setPen(QPen(tokens.focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(row).adjusted(2, 2, -2, -3), radius::s, radius::s);
    }
    painter.restore();
}

QStaticText staticText(const QString &text, const QFont &font)
{
    QStaticText made(text);
    made.setTextFormat(Qt::PlainText); // foreign words
    made.setPerformanceHint(QStaticText::AggressiveCaching);
    made.prepare(QTransform(), font);
    return made;
}

Excerpt cutExcerpt(const QString &source, const QFont &font, int available)
{
    QString plain;
    QList<std::pair<int, int>> marks;
    for (const QChar c : source.simplified()) {
        if (c == QChar(2))
            marks.append({int(plain.size()), int(plain.size())});
        else if (c == QChar(3) && !marks.isEmpty())
            marks.last().second = int(plain.size());
        else if (c != QChar(3))
            plain.append(c);
    }
    const QFontMetrics metrics(font);
    // What was found must be seen: words in front of it give way.
    if (!marks.isEmpty() && metrics.horizontalAdvance(plain.left(marks.first().second)) > available * 3 / 4) {
        int from = marks.first().first;
        while (from > 0 && metrics.horizontalAdvance(plain.mid(from - 1, marks.first().first - from)) < available / 4)
            --from;
        const int space = from > 0 ? int(plain.indexOf(QLatin1Char(' '), from)) : -1;
        if (space >= 0 && space < marks.first().first)
            from = space + 1; // whole words
        if (from > 0) {
            plain = QChar(0x2026) + plain.mid(from);
            for (auto &[begin, end] : marks) {
                begin -= from - 1;
                end -= from - 1;
            }
        }
    }
    const QString shown = metrics.elidedText(plain, Qt::ElideRight, available);
    Excerpt made{staticText(shown, font), {}};
    for (const auto &[from, to] : marks) {
        if (to > from && to < shown.size()) {
            const int left = metrics.horizontalAdvance(shown.left(from));
            made.matches.append(QRectF(left - 1, 0, metrics.horizontalAdvance(shown.left(to)) - left + 2,
                                  metrics.height()));
        }
    }
    return made;
}

void paintExcerpt(QPainter &painter, const QPointF &at, const Excerpt &excerpt, const QFont &font,
                  const Tokens &tokens)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.tone(Tone::Warning).fill);
    for (const QRectF &match : excerpt.matches)
        painter.drawRoundedRect(match.translated(at), 2, 2);
    painter.setFont(font);
    painter.setPen(tokens.muted);
    painter.drawStaticText(at, excerpt.text);
}

} // namespace vigie::ticketpaint
