// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/annotationtext.h"

#include <QFontMetricsF>
#include <QGuiApplication>

#include <cmath>

namespace vigie {

QFont annotationFont(const Annotation &item)
{
    QFont font = QGuiApplication::font();
    font.setPixelSize(int(std::lround(9 + item.width * 1.6)));
    font.setWeight(QFont::DemiBold);
    font.setItalic(false);
    return font;
}

qreal textMargin(const Annotation &item)
{
    return 3 + item.width * 0.8;
}

QSizeF naturalTextSize(const Annotation &item, const QString &text, qreal widest)
{
    const QFontMetricsF metrics(annotationFont(item));
    const qreal margin = textMargin(item);
    // An empty text still has a place to type in.
    const QString shown = text.isEmpty() ? QStringLiteral("M") : text;
    const QRectF room(0, 0, std::max(widest - 2 * margin, metrics.maxWidth()), 100'000);
    const QRectF used = metrics.boundingRect(room, Qt::TextWordWrap, shown);
    return {std::ceil(used.width()) + 2 * margin + 1, std::ceil(used.height()) + 2 * margin};
}

void fitText(Annotation &item)
{
    if (item.kind != AnnotationKind::Text && item.kind != AnnotationKind::Callout)
        return;
    const QFontMetricsF metrics(annotationFont(item));
    const qreal margin = textMargin(item);
    qreal word = metrics.horizontalAdvance(QStringLiteral("MM"));
    const QStringList words = item.text.split(QChar(u' '));
    for (const QString &one : words)
        word = std::max(word, std::min(metrics.horizontalAdvance(one), metrics.maxWidth() * 20));
    item.rect.setWidth(std::max(item.rect.width(), std::ceil(word) + 2 * margin + 1));
    const QRectF room(0, 0, item.rect.width() - 2 * margin, 100'000);
    const QString shown = item.text.isEmpty() ? QStringLiteral("M") : item.text;
    const QRectF used = metrics.boundingRect(room, Qt::TextWordWrap, shown);
    item.rect.setHeight(std::ceil(used.height()) + 2 * margin);
}

} // namespace vigie
