// SPDX-License-Identifier: GPL-3.0-or-later
// What the keyboard, the wheel and the pointer do on the canvas.
#include "app/annotate/annotationcanvas.h"
#include "app/annotate/canvastool.h"
#include "core/image/annotationgeometry.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QWheelEvent>

#include <cmath>

namespace vigie {

CanvasPoint AnnotationCanvas::pointOf(const QMouseEvent *event) const
{
    return {toPicture(event->position()), event->modifiers(), 5 / m_zoom};
}

void AnnotationCanvas::mousePressEvent(QMouseEvent *event)
{
    event->accept();
    setFocus(Qt::MouseFocusReason);
    closeWords();
    if (event->button() == Qt::MiddleButton
        || (event->button() == Qt::LeftButton && m_spaceHeld)) {
        m_panning = true;
        m_panFrom = event->pos();
        viewport()->setCursor(Qt::ClosedHandCursor);
    } else if (event->button() == Qt::LeftButton) {
        m_tool->press(pointOf(event));
    } else if (event->button() == Qt::RightButton) {
        m_tool->cancel();
    }
}

void AnnotationCanvas::mouseMoveEvent(QMouseEvent *event)
{
    event->accept();
    if (m_panning) {
        const QPoint by = event->pos() - m_panFrom;
        m_panFrom = event->pos();
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - by.y());
        return;
    }
    const CanvasPoint point = pointOf(event);
    if (event->buttons() & Qt::LeftButton)
        m_tool->move(point);
    viewport()->setCursor(m_spaceHeld ? QCursor(Qt::OpenHandCursor) : m_tool->cursor(point));
}

void AnnotationCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept();
    if (m_panning) {
        m_panning = false;
        viewport()->setCursor(m_spaceHeld ? Qt::OpenHandCursor : Qt::ArrowCursor);
    } else if (event->button() == Qt::LeftButton) {
        m_tool->release(pointOf(event));
    }
}

void AnnotationCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    event->accept();
    const CanvasPoint point = pointOf(event);
    const Annotation *item = itemAt(point.at, point.reach);
    if (item && carriesText(item->kind)) {
        setSelection({item->id});
        editWords();
    } else {
        mousePressEvent(event);
    }
}

void AnnotationCanvas::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier))
        return QAbstractScrollArea::wheelEvent(event);
    event->accept();
    setZoom(m_zoom * std::pow(1.0018, event->angleDelta().y()), event->position());
}

bool AnnotationCanvas::focusNextPrevChild(bool next)
{
    if (!hasFocus())
        return QAbstractScrollArea::focusNextPrevChild(next);
    // Tab goes through the annotations first and leaves the canvas after the last.
    const QStringList before = m_selection;
    cycleSelection(next);
    if (m_selection != before && !m_selection.isEmpty())
        return true;
    setSelection({});
    return QAbstractScrollArea::focusNextPrevChild(next);
}

void AnnotationCanvas::cycleSelection(bool forward)
{
    QStringList ids;
    for (const Annotation &item : m_editor.document().items) {
        if (m_editor.isMine(item))
            ids.append(item.id);
    }
    const qsizetype now = m_selection.isEmpty() ? -1 : ids.indexOf(m_selection.first());
    const qsizetype next = now < 0 ? (forward ? 0 : ids.size() - 1) : now + (forward ? 1 : -1);
    if (next >= 0 && next < ids.size())
        setSelection({ids[next]});
}

bool AnnotationCanvas::arrowKey(const QKeyEvent *event)
{
    QPointF by;
    switch (event->key()) {
    case Qt::Key_Left: by = QPointF(-1, 0); break;
    case Qt::Key_Right: by = QPointF(1, 0); break;
    case Qt::Key_Up: by = QPointF(0, -1); break;
    case Qt::Key_Down: by = QPointF(0, 1); break;
    default: return false;
    }
    if (m_selection.isEmpty())
        return false;
    nudge(event->modifiers() & Qt::ShiftModifier ? by * 10 : by,
          event->modifiers() & Qt::ControlModifier);
    return true;
}

void AnnotationCanvas::nudge(const QPointF &by, bool resize)
{
    m_editor.change(
        resize ? tr("Resize") : tr("Move"),
        [&](AnnotationDocument &document) {
            for (Annotation &item : document.items) {
                if (!m_selection.contains(item.id) || !m_editor.isMine(item))
                    continue;
                if (!resize) {
                    moveBy(item, by);
                    continue;
                }
                // The lower right corner, or the end of a line, or the tip of a mark.
                const QList<QPointF> handles = handlesOf(item);
                const qsizetype last = handles.size() >= 8 ? 4 : handles.size() - 1;
                moveHandle(item, last, handles.at(last) + by);
            }
        },
        resize ? QStringLiteral("resize") : QStringLiteral("nudge"));
}

void AnnotationCanvas::keyPressEvent(QKeyEvent *event)
{
    event->accept();
    if (arrowKey(event))
        return;
    switch (event->key()) {
    case Qt::Key_Escape:
        if (!m_tool->cancel()) {
            if (!m_selection.isEmpty())
                setSelection({});
            else if (m_toolId != ToolId::Select)
                setTool(ToolId::Select);
            else
                event->ignore();
        }
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() & Qt::ControlModifier)
            event->ignore();
        else if (m_selection.isEmpty())
            insertAtCentre();
        else
            editWords();
        return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace: return removeSelected();
    case Qt::Key_Space:
        if (!event->isAutoRepeat()) {
            m_spaceHeld = true;
            viewport()->setCursor(Qt::OpenHandCursor);
        }
        return;
    default: break;
    }
    if (event->modifiers() == Qt::NoModifier) {
        for (const ToolFacts &facts : annotateTools()) {
            if (event->key() == facts.key && !m_without.contains(facts.id))
                return setTool(facts.id);
        }
    }
    event->ignore();
}

void AnnotationCanvas::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_spaceHeld = false;
        viewport()->setCursor(Qt::ArrowCursor);
        return;
    }
    QAbstractScrollArea::keyReleaseEvent(event);
}

} // namespace vigie
