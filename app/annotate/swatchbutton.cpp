// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/annotate/swatchbutton.h"

#include "app/widgets/tokens.h"

#include <QPainter>

namespace vigie {

SwatchButton::SwatchButton(const QString &words, QWidget *parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setFixedSize(28, 28);
    setToolTip(words);
    setAccessibleName(words);
    setFocusPolicy(Qt::TabFocus);
}

void SwatchButton::setSwatch(const QColor &color, int diameter)
{
    m_color = color;
    m_diameter = diameter;
    update();
}

void SwatchButton::setDot(int diameter)
{
    setSwatch(QColor(), diameter);
}

void SwatchButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void SwatchButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void SwatchButton::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensFor(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isChecked() ? t.selection : underMouse() ? t.hover : QColor(Qt::transparent));
    painter.drawRoundedRect(frame, radius::s, radius::s);
    painter.setBrush(Qt::NoBrush);
    if (isChecked() || hasFocus()) {
        painter.setPen(QPen(hasFocus() ? t.focus : t.accent, hasFocus() ? 2 : 1.5));
        painter.drawRoundedRect(frame, radius::s, radius::s);
    }
    const QColor color = m_color.isValid() ? m_color : t.text;
    painter.setBrush(color);
    // The edge keeps white visible on white and black on black.
    painter.setPen(m_color.isValid() ? QPen(t.borderStrong, 1) : QPen(Qt::NoPen));
    painter.drawEllipse(QRectF(rect()).center(), m_diameter / 2.0, m_diameter / 2.0);
}

} // namespace vigie
