// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/requests/requestdelegate.h"

#include "app/requests/requestmodel.h"
#include "app/widgets/iconset.h"
#include "app/widgets/pill.h"

#include <QPainter>

namespace vigie {

void RequestDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
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
    const bool rtl = option.direction == Qt::RightToLeft;
    const QFont strong = textFont(TextStyle::Strong, option.font);
    const QFont small = textFont(TextStyle::Small, option.font);
    const QFontMetrics strongMetrics(strong);
    const QFontMetrics smallMetrics(small);

    const QString when = index.data(RequestModel::WhenRole).toString();
    const int whenWidth = smallMetrics.horizontalAdvance(when);
    const QRect first(inner.left(), inner.top(), inner.width(), strongMetrics.height());
    const QRect titleBox = first.adjusted(rtl ? whenWidth + space::m : 0, 0,
                                          rtl ? 0 : -whenWidth - space::m, 0);
    painter->setFont(strong);
    painter->setPen(selected ? t.selectionText : t.text);
    painter->drawText(titleBox, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                      strongMetrics.elidedText(index.data(RequestModel::TitleRole).toString(),
                                               Qt::ElideRight, titleBox.width()));
    painter->setFont(small);
    painter->setPen(t.faint);
    painter->drawText(first, Qt::AlignVCenter | Qt::AlignTrailing | Qt::TextSingleLine, when);

    const QString word = index.data(RequestModel::StateRole).toString();
    const auto tone = Tone(index.data(RequestModel::ToneRole).toInt());
    const QSize pill = Pill::sizeFor(word, option.font);
    const int y = inner.bottom() - pill.height() / 2;
    const int x = rtl ? inner.right() - pill.width() : inner.left();
    Pill::paint(*painter, QPointF(x, y), word, tone, option.font, t);
    QRect detail(inner.left() + pill.width() + space::s, y - smallMetrics.height() / 2,
                 inner.width() - pill.width() - space::s, smallMetrics.height());
    if (rtl)
        detail.moveLeft(inner.left());
    if (index.data(RequestModel::PendingRole).toBool()) {
        const QPixmap waiting =
            IconSet::pixmap(Icon::Hourglass, 14, painter->device()->devicePixelRatioF(), t.faint);
        painter->drawPixmap(QPointF(rtl ? inner.left() : inner.right() - 14, y - 7), waiting);
        detail.adjust(rtl ? 18 : 0, 0, rtl ? 0 : -18, 0);
    }
    painter->setFont(small);
    painter->setPen(selected ? t.selectionText : t.muted);
    painter->drawText(detail, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                      smallMetrics.elidedText(index.data(RequestModel::DetailRole).toString(),
                                              Qt::ElideRight, detail.width()));
    painter->restore();
}

QSize RequestDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const QFontMetrics strong(textFont(TextStyle::Strong, option.font));
    const int pill = Pill::sizeFor(QStringLiteral("X"), option.font).height();
    return {200, strong.height() + space::xs + pill + 2 * space::s + 4};
}

} // namespace vigie
