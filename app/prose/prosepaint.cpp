// SPDX-License-Identifier: GPL-3.0-or-later
// The painting half of ProseLayout; the measuring half is in proselayout.cpp.
#include "app/prose/proselayout.h"

#include "app/prose/prosemeasures.h"
#include "app/prose/prosewords.h"
#include "app/widgets/iconset.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace vigie {

namespace {

QTextLayout::FormatRange colored(int start, int length, const QColor &color)
{
    QTextLayout::FormatRange range;
    range.start = start;
    range.length = length;
    range.format.setForeground(color);
    return range;
}

/// Quiet on every ground: cards of notes, of answers and of requesters have different ones.
QColor quietGround(const Tokens &tokens)
{
    QColor ink = tokens.text;
    ink.setAlphaF(tokens.dark ? 0.09f : 0.06f);
    return ink;
}

QColor quietEdge(const Tokens &tokens)
{
    QColor ink = tokens.text;
    ink.setAlphaF(tokens.dark ? 0.2f : 0.16f);
    return ink;
}

bool isOutside(const QRectF &box, const QRectF &visible)
{
    return !visible.isNull() && (box.bottom() < visible.top() || box.top() > visible.bottom());
}

} // namespace

void ProseLayout::paint(QPainter &painter, const Looks &looks) const
{
    for (const Bar &bar : m_bars) {
        if (isOutside(bar.box, looks.visible))
            continue;
        painter.setPen(Qt::NoPen);
        painter.setBrush(quietEdge(looks.tokens));
        painter.drawRoundedRect(bar.box, prose::kBarWidth / 2, prose::kBarWidth / 2);
    }
    for (const QRectF &rule : m_rules)
        painter.fillRect(rule, quietEdge(looks.tokens));
    for (const Grid &grid : m_grids) {
        if (!isOutside(grid.box, looks.visible))
            paintGrid(painter, grid, looks);
    }
    for (const QRectF &ground : m_grounds) {
        if (isOutside(ground, looks.visible))
            continue;
        painter.setPen(QPen(quietEdge(looks.tokens), 1));
        painter.setBrush(quietGround(looks.tokens));
        painter.drawRoundedRect(ground.adjusted(0.5, 0.5, -0.5, -0.5), radius::s, radius::s);
    }
    for (const Box &box : m_boxes) {
        if (!isOutside(QRectF(box.at, QSizeF(box.width, box.height)), looks.visible))
            paintBox(painter, box, looks);
    }
    for (const Picture &picture : m_pictures)
        paintPicture(painter, picture, looks);
    for (const FoldLine &line : m_foldLines)
        paintFold(painter, line, looks);
    paintRemote(painter, looks);
}

/// The ground of code between words, one for each line it is on; in a block the sign of a line that
/// goes on.
void ProseLayout::paintCode(QPainter &painter, const Box &box, const Looks &looks) const
{
    if (box.code) {
        painter.setPen(looks.tokens.muted);
        painter.setFont(m_fixed);
        for (int i = 1; i < box.layout->lineCount(); ++i) {
            const QTextLine line = box.layout->lineAt(i);
            if (box.layout->text().at(line.textStart() - 1) == QChar(QChar::LineSeparator))
                continue;
            // The line above goes on here.
            painter.drawText(QRectF(box.at.x() - prose::kCodeGutter + 3, box.at.y() + line.y(),
                                    prose::kCodeGutter - 4, line.height()),
                             Qt::AlignCenter, QStringLiteral("↪"));
        }
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(quietGround(looks.tokens));
    for (const RichSpan &span : box.words.spans) {
        if (!(span.styles & RichStyle::Code))
            continue;
        for (int i = 0; i < box.layout->lineCount(); ++i) {
            const QTextLine line = box.layout->lineAt(i);
            const int begin = std::max(span.start, line.textStart());
            const int end = std::min(span.start + span.length, line.textStart() + line.textLength());
            if (begin >= end)
                continue;
            const qreal a = line.cursorToX(begin);
            const qreal b = line.cursorToX(end);
            painter.drawRoundedRect(QRectF(box.at.x() + std::min(a, b) - 2, box.at.y() + line.y(),
                                           std::abs(b - a) + 4, line.height()),
                                    3, 3);
        }
    }
}

void ProseLayout::paintBox(QPainter &painter, const Box &box, const Looks &looks) const
{
    const Tokens &t = looks.tokens;
    paintCode(painter, box, looks);
    QList<QTextLayout::FormatRange> marks;
    for (const RichSpan &span : box.words.spans) {
        if (span.target >= 0)
            marks.append(colored(span.start, span.length, t.tone(Tone::Accent).text));
    }
    const int size = int(box.words.text.size());
    const int begin = std::clamp(std::min(looks.selectionStart, looks.selectionEnd) - box.from, 0, size);
    const int end = std::clamp(std::max(looks.selectionStart, looks.selectionEnd) - box.from, 0, size);
    if (begin < end) {
        QTextLayout::FormatRange selected = colored(begin, end - begin, t.onAccent);
        selected.format.setBackground(t.accent);
        marks.append(selected);
    }
    const QColor ink = box.quoted ? t.muted : t.text;
    painter.setPen(ink);
    box.layout->draw(&painter, box.at, marks, looks.visible.isNull() ? QRectF() : looks.visible);
    if (!box.marker.isEmpty()) {
        painter.setFont(m_base);
        painter.setPen(box.marker == QLatin1String("☑") ? t.tone(Tone::Success).text : t.muted);
        painter.drawText(box.markerAt, Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip, box.marker);
    }
}

void ProseLayout::paintGrid(QPainter &painter, const Grid &grid, const Looks &looks) const
{
    painter.setBrush(Qt::NoBrush);
    if (!grid.head.isNull()) {
        painter.fillRect(grid.head.adjusted(1, 1, -1, 0), quietGround(looks.tokens));
    }
    painter.setPen(QPen(quietEdge(looks.tokens), 1));
    painter.drawRoundedRect(grid.box.adjusted(0.5, 0.5, -0.5, -0.5), radius::s, radius::s);
    for (const qreal y : grid.rows)
        painter.drawLine(QPointF(grid.box.left() + 0.5, std::floor(y) + 0.5),
                         QPointF(grid.box.right() - 0.5, std::floor(y) + 0.5));
}

void ProseLayout::paintFold(QPainter &painter, const FoldLine &line, const Looks &looks) const
{
    if (isOutside(line.box, looks.visible))
        return;
    const Tokens &t = looks.tokens;
    painter.setPen(QPen(quietEdge(t), 1));
    painter.setBrush(quietGround(t));
    const QRectF pill = line.box.adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    const Icon icon = isOpen(line.fold) ? Icon::ChevronUp : Icon::ChevronDown;
    painter.drawPixmap(QPointF(line.box.left() + 9, line.box.center().y() - 7),
                       IconSet::pixmap(icon, 14, looks.devicePixelRatio, t.muted));
    painter.setFont(textFont(TextStyle::Small, m_base));
    painter.setPen(t.muted);
    painter.drawText(line.box.adjusted(27, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, line.text);
}

void ProseLayout::paintPicture(QPainter &painter, const Picture &picture, const Looks &looks) const
{
    if (isOutside(picture.box, looks.visible))
        return;
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(picture.box, m_extent.pictures.value(picture.target));
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(quietEdge(looks.tokens), 1));
    painter.drawRect(picture.box.adjusted(0.5, 0.5, -0.5, -0.5));
}

void ProseLayout::paintRemote(QPainter &painter, const Looks &looks) const
{
    if (!m_remote || isOutside(*m_remote, looks.visible))
        return;
    const QColor ink = looks.tokens.faint;
    painter.drawPixmap(QPointF(m_remote->left(), m_remote->center().y() - 8),
                       IconSet::pixmap(Icon::Image, 16, looks.devicePixelRatio, ink));
    const QFont font = textFont(TextStyle::Small, m_base);
    painter.setFont(font);
    painter.setPen(ink);
    const QString words = ProseWords::remotePictures(int(m_doc.remotePictures.size()));
    painter.drawText(m_remote->adjusted(22, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(font).elidedText(words, Qt::ElideRight, m_remote->width() - 22));
}

} // namespace vigie
