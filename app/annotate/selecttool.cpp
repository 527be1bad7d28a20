// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/annotate/selecttool.h"

#include "app/annotate/annotationcanvas.h"
#include "app/annotate/snapping.h"
#include "core/image/annotationgeometry.h"

#include <cmath>

namespace vigie {

qsizetype SelectTool::handleAt(const CanvasPoint &point) const
{
    const QList<Annotation> chosen = m_canvas.editor().mine(m_canvas.selection());
    if (chosen.size() != 1)
        return -1;
    const QList<QPointF> handles = handlesOf(chosen.first());
    for (qsizetype i = handles.size() - 1; i >= 0; --i) {
        if (QLineF(handles[i], point.at).length() <= point.reach * 1.6)
            return i;
    }
    return -1;
}

void SelectTool::press(const CanvasPoint &point)
{
    m_from = point.at;
    m_changed = false;
    m_handle = handleAt(point);
    if (m_handle >= 0) {
        m_doing = Doing::Resizing;
        m_before = m_canvas.editor().mine(m_canvas.selection());
        return;
    }
    const Annotation *item = m_canvas.itemAt(point.at, point.reach);
    QStringList selection = m_canvas.selection();
    if (!item) {
        if (!(point.modifiers & Qt::ShiftModifier))
            m_canvas.setSelection({});
        m_doing = Doing::Banding;
        return;
    }
    if (point.modifiers & Qt::ShiftModifier) {
        if (!selection.removeOne(item->id))
            selection.append(item->id);
        m_canvas.setSelection(selection);
    } else if (!selection.contains(item->id)) {
        m_canvas.setSelection({item->id});
    }
    m_doing = Doing::Moving;
    m_before = m_canvas.editor().mine(m_canvas.selection());
}

QPointF SelectTool::pulled(QPointF by, const CanvasPoint &point)
{
    if (point.modifiers & Qt::ShiftModifier)
        (std::abs(by.x()) > std::abs(by.y()) ? by.ry() : by.rx()) = 0;
    m_canvas.setGuides({});
    if (point.modifiers & Qt::AltModifier)
        return by;
    QRectF moving;
    for (const Annotation &item : std::as_const(m_before))
        moving |= placeOf(item);
    QList<QRectF> others{QRectF(m_canvas.editor().document().frame())};
    for (const Annotation &item : m_canvas.editor().document().items) {
        if (!m_canvas.selection().contains(item.id))
            others.append(placeOf(item));
    }
    const Snap snap = snapped(moving.translated(by), others, point.reach);
    m_canvas.setGuides(snap.guides);
    return by + snap.by;
}

void SelectTool::moveItems(const CanvasPoint &point)
{
    const QPointF by = pulled(point.at - m_from, point);
    m_canvas.editor().change(
        AnnotationCanvas::tr("Move"),
        [&](AnnotationDocument &document) {
            for (const Annotation &before : std::as_const(m_before)) {
                const qsizetype at = document.indexOf(before.id);
                if (at < 0)
                    continue;
                document.items[at] = before;
                moveBy(document.items[at], by);
            }
        },
        QStringLiteral("move"));
}

void SelectTool::resizeItem(const CanvasPoint &point)
{
    const HandleMove how{bool(point.modifiers & Qt::ShiftModifier),
                         bool(point.modifiers & Qt::ControlModifier)};
    m_canvas.editor().change(
        AnnotationCanvas::tr("Resize"),
        [&](AnnotationDocument &document) {
            const qsizetype at = document.indexOf(m_before.first().id);
            if (at < 0)
                return;
            document.items[at] = m_before.first();
            moveHandle(document.items[at], m_handle, point.at, how);
        },
        QStringLiteral("resize"));
}

void SelectTool::move(const CanvasPoint &point)
{
    // A hand that trembles while clicking moves nothing.
    if (!m_changed && QLineF(m_from, point.at).length() < point.reach * 0.6)
        return;
    if (!m_changed && m_doing != Doing::Banding)
        m_canvas.beginDrag(m_canvas.selection());
    m_changed = true;
    if (m_doing == Doing::Moving && !m_before.isEmpty())
        moveItems(point);
    else if (m_doing == Doing::Resizing && !m_before.isEmpty())
        resizeItem(point);
    else if (m_doing == Doing::Banding)
        m_canvas.setBand(QRectF(m_from, point.at).normalized());
}

void SelectTool::release(const CanvasPoint &point)
{
    if (m_doing == Doing::Banding && m_changed) {
        const QRectF band = QRectF(m_from, point.at).normalized();
        QStringList selection = m_canvas.selection();
        for (const Annotation &item : m_canvas.editor().document().items) {
            if (m_canvas.editor().isMine(item) && band.contains(placeOf(item))
                && !selection.contains(item.id))
                selection.append(item.id);
        }
        m_canvas.setSelection(selection);
    }
    m_canvas.setBand({});
    m_canvas.setGuides({});
    m_canvas.endDrag();
    m_canvas.editor().endMerging();
    m_doing = Doing::Nothing;
}

bool SelectTool::cancel()
{
    const bool busy = m_doing != Doing::Nothing;
    const bool moved = busy && m_changed && m_doing != Doing::Banding;
    m_doing = Doing::Nothing;
    m_canvas.setBand({});
    m_canvas.setGuides({});
    m_canvas.endDrag();
    if (moved) {
        m_canvas.editor().endMerging();
        m_canvas.editor().undoStack().undo();
    }
    return busy;
}

QCursor SelectTool::cursor(const CanvasPoint &point) const
{
    if (m_doing == Doing::Moving)
        return Qt::ClosedHandCursor;
    const qsizetype handle = handleAt(point);
    if (handle < 0)
        return m_canvas.itemAt(point.at, point.reach) ? Qt::OpenHandCursor : Qt::ArrowCursor;
    const QList<Annotation> chosen = m_canvas.editor().mine(m_canvas.selection());
    if (handlesOf(chosen.first()).size() < 8 || handle >= 8)
        return Qt::CrossCursor;
    static constexpr Qt::CursorShape shapes[] = {Qt::SizeFDiagCursor, Qt::SizeVerCursor,
                                                 Qt::SizeBDiagCursor, Qt::SizeHorCursor};
    return shapes[handle % 4];
}

} // namespace vigie
