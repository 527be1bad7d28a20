// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/annotate/croptool.h"

#include "app/annotate/annotationcanvas.h"
#include "core/image/annotationgeometry.h"

namespace vigie {

namespace {

constexpr int kLeastSide = 8;

Annotation asArea(const QRect &crop)
{
    Annotation area;
    area.rect = QRectF(crop);
    return area;
}

} // namespace

qsizetype CropTool::handleAt(const CanvasPoint &point) const
{
    const QRect crop = m_canvas.editor().document().crop;
    if (crop.isNull())
        return -1;
    const QList<QPointF> handles = handlesOf(asArea(crop));
    for (qsizetype i = 0; i < handles.size(); ++i) {
        if (QLineF(handles[i], point.at).length() <= point.reach * 1.6)
            return i;
    }
    return -1;
}

void CropTool::press(const CanvasPoint &point)
{
    m_pressed = true;
    m_changed = false;
    m_from = point.at;
    m_handle = handleAt(point);
    m_before = m_canvas.editor().document().crop;
}

void CropTool::setCrop(const QRectF &rect)
{
    const QRect whole = m_canvas.pictureRect().toRect();
    const QRect crop = rect.toRect() & whole;
    if (crop.width() < kLeastSide || crop.height() < kLeastSide)
        return;
    m_changed = true;
    m_canvas.editor().change(
        AnnotationCanvas::tr("Crop"),
        [&](AnnotationDocument &document) { document.crop = crop == whole ? QRect() : crop; },
        QStringLiteral("crop"));
}

void CropTool::move(const CanvasPoint &point)
{
    if (!m_pressed)
        return;
    if (m_handle < 0) {
        const QPointF to = point.modifiers & Qt::ShiftModifier ? snappedToSquare(m_from, point.at)
                                                               : point.at;
        return setCrop(QRectF(m_from, to).normalized());
    }
    Annotation area = asArea(m_before);
    moveHandle(area, m_handle, point.at,
               {bool(point.modifiers & Qt::ShiftModifier),
                bool(point.modifiers & Qt::ControlModifier)});
    setCrop(area.rect);
}

void CropTool::release(const CanvasPoint &)
{
    m_pressed = false;
    m_canvas.editor().endMerging();
}

bool CropTool::cancel()
{
    const bool busy = m_pressed;
    if (m_pressed && m_changed) {
        m_canvas.editor().endMerging();
        m_canvas.editor().undoStack().undo();
    }
    m_pressed = false;
    return busy;
}

QCursor CropTool::cursor(const CanvasPoint &point) const
{
    const qsizetype handle = handleAt(point);
    static constexpr Qt::CursorShape shapes[] = {Qt::SizeFDiagCursor, Qt::SizeVerCursor,
                                                 Qt::SizeBDiagCursor, Qt::SizeHorCursor};
    return handle < 0 ? Qt::CrossCursor : shapes[handle % 4];
}

} // namespace vigie
