// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/annotate/canvastool.h"
#include "core/image/annotation.h"

namespace vigie {

/// Draws one kind of annotation from press to release. Shift keeps an angle or makes it even,
/// Ctrl starts from the centre. A click where nothing can be drawn selects what is there.
class DrawTool final : public CanvasTool
{
public:
    DrawTool(AnnotationCanvas &canvas, AnnotationKind kind) : CanvasTool(canvas), m_kind(kind) {}

    void press(const CanvasPoint &point) override;
    void move(const CanvasPoint &point) override;
    void release(const CanvasPoint &point) override;
    bool cancel() override;
    [[nodiscard]] QCursor cursor(const CanvasPoint &point) const override;

private:
    void shape(const CanvasPoint &point);
    void shapeArea(const QPointF &to, Qt::KeyboardModifiers modifiers);
    void addToPath(const CanvasPoint &point);
    void placeView();
    void show();
    [[nodiscard]] QPointF inside(const QPointF &at) const;

    AnnotationKind m_kind;
    Annotation m_item;
    QPointF m_from;
    bool m_pressed = false;
    bool m_shown = false; ///< in the document already
};

} // namespace vigie
