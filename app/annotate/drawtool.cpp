// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/annotate/drawtool.h"

#include "app/annotate/annotationcanvas.h"
#include "core/base/limits.h"
#include "core/image/annotationgeometry.h"
#include "core/image/annotationtext.h"

#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace vigie {

namespace {

/// What is too small to have been meant.
constexpr qreal kLeastDrag = 4;

} // namespace

QPointF DrawTool::inside(const QPointF &at) const
{
    const QRectF picture = m_canvas.pictureRect();
    return {std::clamp(at.x(), picture.left(), picture.right()),
            std::clamp(at.y(), picture.top(), picture.bottom())};
}

void DrawTool::press(const CanvasPoint &point)
{
    const AnnotationCanvas::Style &style = m_canvas.style();
    m_from = inside(point.at);
    m_pressed = true;
    m_shown = false;
    m_item = {};
    m_item.id = AnnotationEditor::newId();
    m_item.layer = m_canvas.editor().layer().id;
    m_item.kind = m_kind;
    m_item.color = style.color;
    m_item.width = style.width;
    m_item.filled = style.filled
        && (m_kind == AnnotationKind::Box || m_kind == AnnotationKind::Ellipse);
    if (geometryOf(m_kind) == AnnotationGeometry::Path)
        m_item.points = {m_from};
}

void DrawTool::shapeArea(const QPointF &to, Qt::KeyboardModifiers modifiers)
{
    const QPointF end = modifiers & Qt::ShiftModifier ? snappedToSquare(m_from, to) : to;
    m_item.rect = modifiers & Qt::ControlModifier
        ? QRectF(2 * m_from - end, end).normalized()
        : QRectF(m_from, end).normalized();
}

void DrawTool::addToPath(const CanvasPoint &point)
{
    const QPointF at = inside(point.at);
    if (point.modifiers & Qt::ShiftModifier)
        m_item.points = {m_from, snappedToAngle(m_from, at)};
    else if (QLineF(m_item.points.last(), at).length() >= std::max(point.reach * 0.4, 0.5)
             && m_item.points.size() < limits::kPointsPerAnnotation)
        m_item.points.append(at);
}

/// Beside what it enlarges, where there is room for twice its size.
void DrawTool::placeView()
{
    const QRectF source = QRectF(m_item.points[0], m_item.points[1]).normalized();
    const QRectF frame = m_canvas.editor().document().frame();
    const QSizeF size(std::clamp(source.width() * 2, 40.0, frame.width() * 0.6),
                      std::clamp(source.height() * 2, 30.0, frame.height() * 0.6));
    const qreal gap = 16 + 3 * m_item.width;
    const qreal x = source.right() + gap + size.width() <= frame.right()
        ? source.right() + gap
        : source.left() - gap - size.width();
    const qreal y = source.center().y() - size.height() / 2;
    m_item.rect = QRectF(
        QPointF(std::clamp(x, frame.left(), std::max(frame.left(), frame.right() - size.width())),
                std::clamp(y, frame.top(), std::max(frame.top(), frame.bottom() - size.height()))),
        size);
}

void DrawTool::shape(const CanvasPoint &point)
{
    const QPointF to = inside(point.at);
    switch (geometryOf(m_kind)) {
    case AnnotationGeometry::Segment: {
        const QPointF end =
            point.modifiers & Qt::ShiftModifier ? snappedToAngle(m_from, to) : to;
        m_item.points = {point.modifiers & Qt::ControlModifier ? 2 * m_from - end : m_from, end};
        break;
    }
    case AnnotationGeometry::Path: addToPath(point); break;
    case AnnotationGeometry::Area: shapeArea(to, point.modifiers); break;
    case AnnotationGeometry::AreaAndTip: {
        m_item.points = {m_from};
        const QSizeF size = naturalTextSize(m_item, QStringLiteral("MMMMMMMMMM"), 400);
        m_item.rect = QRectF(to - QPointF(size.width() / 2, size.height() / 2), size);
        break;
    }
    case AnnotationGeometry::Mark:
        m_item.points = {m_from};
        if (QLineF(m_from, to).length() > markRadius(m_item) * 1.4)
            m_item.points.append(to);
        break;
    case AnnotationGeometry::View:
        m_item.points = {m_from, to};
        placeView();
        break;
    case AnnotationGeometry::None: break;
    }
    fitText(m_item);
}

/// The first time it is added, then it follows the pointer: one step of the undo stack.
void DrawTool::show()
{
    m_canvas.editor().change(
        AnnotateText::drawing(m_kind),
        [&](AnnotationDocument &document) {
            document.ensureLayer(m_canvas.editor().layer());
            const qsizetype at = document.indexOf(m_item.id);
            if (at >= 0)
                document.items[at] = m_item;
            else if (document.items.size() < limits::kAnnotations)
                document.items.append(m_item);
        },
        QStringLiteral("draw/") + m_item.id);
    m_shown = true;
}

void DrawTool::move(const CanvasPoint &point)
{
    if (!m_pressed || (!m_shown && QLineF(m_from, point.at).length() < kLeastDrag * point.reach / 5))
        return;
    shape(point);
    show();
}

void DrawTool::release(const CanvasPoint &point)
{
    if (!m_pressed)
        return;
    m_pressed = false;
    if (!m_shown) {
        // A click: marks and words have a size of their own, anything else selects.
        if (m_kind == AnnotationKind::Step) {
            m_item.points = {m_from};
        } else if (m_kind == AnnotationKind::Text) {
            m_item.rect =
                QRectF(m_from, naturalTextSize(m_item, QStringLiteral("MMMMMMMMMM"), 400));
            fitText(m_item);
        } else {
            const Annotation *item = m_canvas.itemAt(point.at, point.reach);
            m_canvas.setSelection(item ? QStringList{item->id} : QStringList());
            return;
        }
        show();
    }
    m_canvas.editor().endMerging();
    // Going back to selecting ends this tool: nothing of it may be touched after that.
    AnnotationCanvas &canvas = m_canvas;
    const bool hasWords = m_kind == AnnotationKind::Text || m_kind == AnnotationKind::Callout;
    const QString id = m_item.id;
    canvas.placed(id);
    if (hasWords)
        canvas.editWords();
}

bool DrawTool::cancel()
{
    const bool busy = m_pressed;
    if (m_pressed && m_shown) {
        m_canvas.editor().endMerging();
        m_canvas.editor().undoStack().undo();
    }
    m_pressed = false;
    m_shown = false;
    return busy;
}

QCursor DrawTool::cursor(const CanvasPoint &) const
{
    return m_kind == AnnotationKind::Text ? Qt::IBeamCursor : Qt::CrossCursor;
}

} // namespace vigie
