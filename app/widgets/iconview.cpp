// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/iconview.h"

#include <QPainter>

namespace vigie {

IconView::IconView(Icon icon, int size, QWidget *parent, IconColor color) :
    QWidget(parent), m_icon(icon), m_size(size), m_color(color)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconView::setVigieIcon(Icon icon)
{
    m_icon = icon;
    update();
}

void IconView::setColor(IconColor color)
{
    m_color = color;
    update();
}

void IconView::setHalo(bool halo)
{
    m_halo = halo;
    updateGeometry();
    update();
}

QSize IconView::sizeHint() const
{
    const int side = m_halo ? m_size * 2 : m_size;
    return {side, side};
}

void IconView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokensFor(this);
    const int side = std::min(width(), height());
    QColor color = IconSet::color(m_color, t);
    if (m_halo) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.tone(Tone::Accent).fill);
        painter.drawEllipse(QRectF((width() - side) / 2.0, (height() - side) / 2.0, side, side));
        color = t.tone(Tone::Accent).text;
    }
    painter.drawPixmap(QPointF((width() - m_size) / 2.0, (height() - m_size) / 2.0),
                       IconSet::pixmap(m_icon, m_size, devicePixelRatioF(), color));
}

} // namespace vigie
