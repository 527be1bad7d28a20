// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/annotate/canvasruler.h"

#include "app/annotate/annotationcanvas.h"
#include "app/widgets/tokens.h"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <cmath>

namespace vigie {

namespace {

constexpr int kLeastLabelGap = 64; ///< device-independent screen pixels
constexpr int kPartsOfAStep = 5;

} // namespace

CanvasRuler::CanvasRuler(AnnotationCanvas &canvas, Qt::Orientation orientation, QWidget *parent)
    : QWidget(parent), m_canvas(canvas), m_orientation(orientation)
{
    setObjectName(orientation == Qt::Horizontal ? QStringLiteral("annotateRulerAcross")
                                                : QStringLiteral("annotateRulerDown"));
    if (orientation == Qt::Horizontal)
        setFixedHeight(kThickness);
    else
        setFixedWidth(kThickness);
    QFont small = font();
    small.setPixelSize(10);
    setFont(small);
    const auto redraw = [this] { update(); };
    connect(&canvas, &AnnotationCanvas::zoomChanged, this, redraw);
    for (QScrollBar *bar : {canvas.horizontalScrollBar(), canvas.verticalScrollBar()}) {
        connect(bar, &QScrollBar::valueChanged, this, redraw);
        connect(bar, &QScrollBar::rangeChanged, this, redraw);
    }
    canvas.viewport()->installEventFilter(this);
}

int CanvasRuler::labelStep(qreal zoom)
{
    int step = 1;
    for (int power = 1; power < 1'000'000; power *= 10) {
        for (const int times : {1, 2, 5}) {
            step = power * times;
            if (step * zoom >= kLeastLabelGap)
                return step;
        }
    }
    return step;
}

qreal CanvasRuler::toRuler(qreal pixel) const
{
    const QPointF inViewport = m_canvas.toView().map(QPointF(pixel, pixel));
    const QPoint moved = m_canvas.viewport()->mapTo(window(), QPoint()) - mapTo(window(), QPoint());
    return m_orientation == Qt::Horizontal ? inViewport.x() + moved.x()
                                           : inViewport.y() + moved.y();
}

void CanvasRuler::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensFor(this);
    const bool across = m_orientation == Qt::Horizontal;
    const int length = across ? width() : height();
    QPainter painter(this);
    painter.fillRect(rect(), tokens.surface);
    painter.setPen(tokens.muted);
    const qreal zoom = m_canvas.zoom();
    const int step = labelStep(zoom);
    const qreal part = qreal(step) / kPartsOfAStep;
    const qreal most = across ? m_canvas.pictureRect().width() : m_canvas.pictureRect().height();
    // Only what is in sight, however large the picture is.
    const auto first = qint64(std::max(0.0, std::floor(-toRuler(0) / zoom / part)));
    for (qint64 i = first; i * part <= most; ++i) {
        const qreal at = toRuler(i * part);
        if (at > length)
            break;
        const bool labelled = i % kPartsOfAStep == 0;
        const qreal tick = labelled ? kThickness : 6;
        painter.drawLine(across ? QLineF(at, kThickness - tick, at, kThickness)
                                : QLineF(kThickness - tick, at, kThickness, at));
        if (!labelled)
            continue;
        const QString words = QLocale().toString(i / kPartsOfAStep * step);
        painter.save();
        painter.translate(across ? QPointF(at + 3, 10) : QPointF(10, at + 3));
        if (!across)
            painter.rotate(90);
        painter.drawText(QPointF(0, across ? 0 : 2), words);
        painter.restore();
    }
    if (m_mouse) {
        const qreal at = toRuler(*m_mouse);
        painter.setPen(QPen(tokens.accent, 2));
        painter.drawLine(across ? QLineF(at, 0, at, kThickness) : QLineF(0, at, kThickness, at));
    }
}

bool CanvasRuler::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseMove) {
        const QPointF at =
            m_canvas.toPicture(static_cast<const QMouseEvent *>(event)->position());
        m_mouse = m_orientation == Qt::Horizontal ? at.x() : at.y();
        update();
    } else if (event->type() == QEvent::Leave) {
        m_mouse.reset();
        update();
    } else if (event->type() == QEvent::Resize) {
        update();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace vigie
