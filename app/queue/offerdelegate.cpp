// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/offerdelegate.h"

#include "app/widgets/label.h"

#include <QPainter>

namespace vigie {

QSize OfferDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics strong(textFont(TextStyle::Strong, option.font));
    const QFontMetrics small(textFont(TextStyle::Small, option.font));
    return {strong.horizontalAdvance(index.data().toString()) + 4 * space::m
                + small.horizontalAdvance(index.data(MeaningRole).toString()),
            strong.height() + space::m};
}

void OfferDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Tokens &tokens = tokensFor(option.widget);
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->fillRect(option.rect, selected ? tokens.selection
                          : option.state & QStyle::State_MouseOver ? tokens.hover
                                                                   : tokens.surface);
    const QRect box = option.rect.adjusted(space::m, 0, -space::m, 0);
    painter->setFont(textFont(TextStyle::Strong, option.font));
    painter->setPen(selected ? tokens.selectionText : tokens.text);
    const QString words = index.data().toString();
    painter->drawText(box, Qt::AlignVCenter | Qt::AlignLeading, words);
    const int taken = painter->fontMetrics().horizontalAdvance(words) + space::m;
    painter->setFont(textFont(TextStyle::Small, option.font));
    painter->setPen(selected ? tokens.selectionText : tokens.muted);
    const bool mirrored = option.direction == Qt::RightToLeft;
    const QRect rest = mirrored ? box.adjusted(0, 0, -taken, 0) : box.adjusted(taken, 0, 0, 0);
    painter->drawText(rest, Qt::AlignVCenter | Qt::AlignTrailing,
                      painter->fontMetrics().elidedText(index.data(MeaningRole).toString(),
                                                        Qt::ElideRight, rest.width()));
    painter->restore();
}

} // namespace vigie
