// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/scopedelegate.h"

#include "app/queue/scopemodel.h"

#include <QLocale>
#include <QPainter>

namespace vigie {

namespace {
constexpr int kIcon = 18;
}

QSize ScopeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool heading = index.data(ScopeModel::HeadingRole).toBool();
    const int line = QFontMetrics(option.font).height();
    return QSize(120, heading ? line + space::l + space::s : std::max(line, kIcon) + 2 * space::s);
}

int ScopeDelegate::widthOf(const QString &name, const QFont &font)
{
    const QFontMetrics strong(textFont(TextStyle::Strong, font));
    const QFontMetrics small(textFont(TextStyle::Small, font));
    return 2 * space::xs + 4 * space::s + kIcon + strong.horizontalAdvance(name)
        + small.horizontalAdvance(QStringLiteral("000"));
}

void ScopeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Tokens &tokens = tokensFor(option.widget);
    const QString name = index.data(Qt::DisplayRole).toString();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect box = option.rect.adjusted(space::xs, 1, -space::xs, -1);
    if (index.data(ScopeModel::HeadingRole).toBool()) {
        painter->setFont(textFont(TextStyle::Caption, option.font));
        painter->setPen(tokens.faint);
        painter->drawText(box.adjusted(space::s, 0, -space::s, -space::xs),
                          Qt::AlignLeft | Qt::AlignBottom, name);
        painter->restore();
        return;
    }

    const bool selected = option.state & QStyle::State_Selected;
    if (selected || option.state & QStyle::State_MouseOver) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? tokens.selection : tokens.hover);
        painter->drawRoundedRect(box, radius::s, radius::s);
    }
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange) {
        painter->setPen(QPen(tokens.focus, 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), radius::s, radius::s);
    }
    const QColor color = selected ? tokens.selectionText : tokens.text;
    painter->drawPixmap(QPoint(box.left() + space::s, box.top() + (box.height() - kIcon) / 2),
                        IconSet::pixmap(Icon(index.data(ScopeModel::IconRole).toInt()), kIcon,
                                        painter->device()->devicePixelRatioF(),
                                        selected ? tokens.accent : tokens.muted));
    const int number = index.data(ScopeModel::CountRole).toInt();
    QString count = number < 0 ? QString() : QLocale().toString(number);
    if (!index.data(ScopeModel::ViewRole).toString().isEmpty() && number >= ViewShelf::kMostCounted)
        count = QLocale().toString(ViewShelf::kMostCounted - 1) + QLatin1Char('+');
    const QFont small = textFont(TextStyle::Small, option.font);
    const int countWidth = QFontMetrics(small).horizontalAdvance(count);
    const QRect words = box.adjusted(space::s + kIcon + space::s, 0,
                                     -(space::s + countWidth + space::s), 0);
    painter->setFont(selected ? textFont(TextStyle::Strong, option.font) : option.font);
    painter->setPen(color);
    painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(name, Qt::ElideRight, words.width()));
    painter->setFont(small);
    painter->setPen(selected ? tokens.selectionText : tokens.faint);
    painter->drawText(box.adjusted(0, 0, -space::s, 0), Qt::AlignVCenter | Qt::AlignRight, count);
    painter->restore();
}

} // namespace vigie
