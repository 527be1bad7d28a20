// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewer/comparecanvas.h"

#include "app/widgets/tokens.h"
#include "core/image/difference.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace vigie {

CompareCanvas::CompareCanvas(const QImage &first, const QImage &second, QWidget *parent)
    : QWidget(parent), m_first(first), m_second(second)
{
    setObjectName(QStringLiteral("compareCanvas"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setCursor(Qt::SplitHCursor);
}

QSize CompareCanvas::sizeHint() const
{
    return m_first.size().expandedTo(m_second.size()) / devicePixelRatioF();
}

void CompareCanvas::setLook(Look look)
{
    m_look = look;
    if (look == Look::Difference && m_difference.isNull())
        m_difference = differenceOf(m_first, m_second, tokensFor(this).tone(Tone::Danger).solid);
    setCursor(look == Look::Edge ? Qt::SplitHCursor : Qt::ArrowCursor);
    update();
}

void CompareCanvas::setEdge(qreal edge)
{
    m_edge = std::clamp(edge, 0.0, 1.0);
    update();
}

QRectF CompareCanvas::placeOf(const QSize &size) const
{
    const QSizeF both = m_first.size().expandedTo(m_second.size());
    const qreal zoom = std::min({width() / both.width(), height() / both.height(),
                                 1 / devicePixelRatioF()});
    const QPointF corner((width() - both.width() * zoom) / 2, (height() - both.height() * zoom) / 2);
    return {corner, QSizeF(size) * zoom};
}

void CompareCanvas::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensFor(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (m_look == Look::Difference) {
        painter.drawImage(placeOf(m_difference.size()), m_difference);
        return;
    }
    painter.drawImage(placeOf(m_second.size()), m_second);
    if (m_look == Look::Second)
        return;
    const QRectF both = placeOf(m_first.size().expandedTo(m_second.size()));
    const qreal at = both.left() + both.width() * m_edge;
    const QRectF left(both.topLeft(), QPointF(at, both.bottom()));
    painter.save();
    painter.setClipRect(left);
    // What only the second one covers must not be taken for the first one's.
    painter.fillRect(left, tokens.window);
    painter.drawImage(placeOf(m_first.size()), m_first);
    painter.restore();
    painter.setPen(QPen(tokens.accent, 2));
    painter.drawLine(QLineF(at, both.top(), at, both.bottom()));
    if (hasFocus()) {
        painter.setPen(QPen(tokens.focus, 2));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

void CompareCanvas::follow(const QPointF &mouse)
{
    const QRectF both = placeOf(m_first.size().expandedTo(m_second.size()));
    if (m_look == Look::Edge && both.width() > 0)
        setEdge((mouse.x() - both.left()) / both.width());
}

void CompareCanvas::mousePressEvent(QMouseEvent *event)
{
    follow(event->position());
}

void CompareCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        follow(event->position());
}

void CompareCanvas::keyPressEvent(QKeyEvent *event)
{
    constexpr qreal kStep = 0.05;
    if (m_look == Look::Edge && event->key() == Qt::Key_Left)
        return setEdge(m_edge - kStep);
    if (m_look == Look::Edge && event->key() == Qt::Key_Right)
        return setEdge(m_edge + kStep);
    QWidget::keyPressEvent(event);
}

} // namespace vigie
