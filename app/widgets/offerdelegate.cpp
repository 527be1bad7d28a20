// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/offerdelegate.h"

#include "app/widgets/label.h"

#include <QPainter>

#include <algorithm>

namespace vigie {

QSize OfferDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics strong(textFont(TextStyle::Strong, option.font));
    const QFontMetrics small(textFont(TextStyle::Small, option.font));
    QSize size(strong.horizontalAdvance(index.data().toString()) + 4 * space::m
                   + small.horizontalAdvance(index.data(MeaningRole).toString()),
               strong.height() + space::m);
    if (index.data(SecondLineRole).isValid())
        size.rheight() += small.height();
    return size;
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
    QRect box = option.rect.adjusted(space::m, 0, -space::m, 0);
    const QColor quiet = selected ? tokens.selectionText : tokens.muted;
    const QFont small = textFont(TextStyle::Small, option.font);
    if (const QVariant second = index.data(SecondLineRole); second.isValid()) {
        painter->setFont(small);
        painter->setPen(quiet);
        const int height = painter->fontMetrics().height();
        const QRect line(box.left(), box.bottom() + 1 - space::m / 2 - height, box.width(), height);
        painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeading,
                          painter->fontMetrics().elidedText(second.toString(), Qt::ElideRight,
                                                            line.width()));
        box.setBottom(line.top() - 1);
        box.setTop(option.rect.top() + space::m / 2);
    }
    const QString meaning = index.data(MeaningRole).toString();
    const int meant = meaning.isEmpty()
        ? 0
        : std::min(QFontMetrics(small).horizontalAdvance(meaning) + space::m, box.width() / 2);
    painter->setFont(textFont(TextStyle::Strong, option.font));
    painter->setPen(selected ? tokens.selectionText : tokens.text);
    const QString words = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight,
                                                            box.width() - meant);
    painter->drawText(box, Qt::AlignVCenter | Qt::AlignLeading, words);
    const int taken = painter->fontMetrics().horizontalAdvance(words) + space::m;
    painter->setFont(small);
    painter->setPen(quiet);
    const bool mirrored = option.direction == Qt::RightToLeft;
    const QRect rest = mirrored ? box.adjusted(0, 0, -taken, 0) : box.adjusted(taken, 0, 0, 0);
    painter->drawText(rest, Qt::AlignVCenter | Qt::AlignTrailing,
                      painter->fontMetrics().elidedText(meaning, Qt::ElideRight, rest.width()));
    painter->restore();
}

} // namespace vigie
