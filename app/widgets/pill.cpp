// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/pill.h"

#include <QPainter>

namespace vigie {

namespace {

QFont pillFont(const QFont &base)
{
    QFont font = textFont(TextStyle::Caption, base);
    font.setWeight(QFont::Medium);
    return font;
}

} // namespace

Pill::Pill(QWidget *parent, const QString &text, Tone tone) :
    QWidget(parent), m_text(text), m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(text);
}

void Pill::setText(const QString &text)
{
    setPill(text, m_tone);
}

void Pill::setTone(Tone tone)
{
    setPill(m_text, tone);
}

void Pill::setPill(const QString &text, Tone tone)
{
    m_text = text;
    m_tone = tone;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize Pill::sizeHint() const
{
    return sizeFor(m_text, font());
}

QSize Pill::sizeFor(const QString &text, const QFont &base)
{
    const QFontMetrics metrics(pillFont(base));
    return {metrics.horizontalAdvance(text) + 2 * space::s, metrics.height() + 4};
}

void Pill::paint(QPainter &painter, const QPointF &at, const QString &text, Tone tone,
                 const QFont &base, const Tokens &tokens)
{
    const QSize size = sizeFor(text, base);
    const QRectF box(at.x(), at.y() - size.height() / 2.0, size.width(), size.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.tone(tone).fill);
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
    painter.setPen(tokens.tone(tone).text);
    painter.setFont(pillFont(base));
    painter.drawText(box, Qt::AlignCenter | Qt::TextSingleLine, text);
    painter.restore();
}

void Pill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter, QPointF(0, height() / 2.0), m_text, m_tone, font(), tokensFor(this));
}

} // namespace vigie
