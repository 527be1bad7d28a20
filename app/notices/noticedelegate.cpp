// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notices/noticedelegate.h"

#include "app/notices/noticemodel.h"
#include "app/widgets/iconset.h"

#include <QPainter>

namespace vigie {

namespace {

constexpr int kSign = 18;
constexpr int kDot = 8;

/// The same place in a layout from right to left.
QRect mirrored(const QRect &part, const QRect &whole, const QStyleOptionViewItem &option)
{
    return QStyle::visualRect(option.direction, whole, part);
}

} // namespace

void NoticeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const Tokens &t = tokensFor(option.widget);
    const bool selected = option.state & QStyle::State_Selected;
    const QRect box = option.rect.adjusted(space::s, 2, -space::s, -2);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (selected || option.state & QStyle::State_MouseOver) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? t.selection : t.hover);
        painter->drawRoundedRect(box, radius::m, radius::m);
    }
    const QRect inner = box.adjusted(space::m, space::s, -space::m, -space::s);
    paintSigns(painter, option, index, inner);
    paintWords(painter, option, index, inner);
    painter->restore();
}

void NoticeDelegate::paintSigns(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index, const QRect &inner) const
{
    const Tokens &t = tokensFor(option.widget);
    const auto tone = Tone(index.data(NoticeModel::ToneRole).toInt());
    const auto icon = Icon(index.data(NoticeModel::IconRole).toInt());
    const QRect sign = mirrored(QRect(inner.left(), inner.top() + 1, kSign, kSign), inner, option);
    painter->drawPixmap(sign.topLeft(), IconSet::pixmap(icon, kSign,
                                                        painter->device()->devicePixelRatioF(),
                                                        t.tone(tone).solid));
    if (index.data(NoticeModel::ReadRole).toBool())
        return;
    const QRect dot =
        mirrored(QRect(inner.right() - kDot, inner.center().y() - kDot / 2, kDot, kDot), inner, option);
    painter->setPen(Qt::NoPen);
    painter->setBrush(t.accent);
    painter->drawEllipse(dot);
}

void NoticeDelegate::paintWords(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index, const QRect &inner) const
{
    const Tokens &t = tokensFor(option.widget);
    const bool selected = option.state & QStyle::State_Selected;
    const bool read = index.data(NoticeModel::ReadRole).toBool();
    const QFont first = textFont(read ? TextStyle::Body : TextStyle::Strong, option.font);
    const QFont small = textFont(TextStyle::Small, option.font);
    const QFontMetrics firstMetrics(first);
    const QFontMetrics smallMetrics(small);
    const QRect room = inner.adjusted(kSign + space::m, 0, -kDot - space::m, 0);

    const QString when = index.data(NoticeModel::WhenRole).toString();
    const int whenWidth = smallMetrics.horizontalAdvance(when);
    QRect line(room.left(), room.top(), room.width(), firstMetrics.height());
    painter->setFont(small);
    painter->setPen(t.faint);
    painter->drawText(mirrored(line, inner, option),
                      Qt::AlignVCenter | Qt::AlignTrailing | Qt::TextSingleLine, when);
    const auto put = [&](const QString &text, const QFont &font, const QColor &color) {
        painter->setFont(font);
        painter->setPen(selected ? t.selectionText : color);
        painter->drawText(mirrored(line, inner, option),
                          Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                          QFontMetrics(font).elidedText(text, Qt::ElideRight, line.width()));
    };
    line.setWidth(room.width() - whenWidth - space::m);
    put(index.data(NoticeModel::HappenedRole).toString(), first, t.text);
    line = QRect(room.left(), line.bottom() + 3, room.width(), smallMetrics.height());
    put(index.data(NoticeModel::AboutRole).toString(), small, t.text);
    line.moveTop(line.bottom() + 2);
    put(index.data(NoticeModel::WordsRole).toString(), small, t.muted);
}

QSize NoticeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const QFontMetrics strong(textFont(TextStyle::Strong, option.font));
    const QFontMetrics small(textFont(TextStyle::Small, option.font));
    return {240, strong.height() + 2 * small.height() + 5 + 2 * space::s + 4};
}

} // namespace vigie
