// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/annotate/annotatetools.h"

#include <QCursor>
#include <QLineF>
#include <QPointF>

#include <memory>

namespace vigie {

class AnnotationCanvas;

/// A pointer event in picture pixels.
struct CanvasPoint {
    QPointF at;
    Qt::KeyboardModifiers modifiers;
    qreal reach = 4; ///< how far beside a thing a click may be
};

/// What a tool does with the pointer between press and release: a strategy, one object per
/// tool change. It edits through the canvas's editor only.
class CanvasTool
{
public:
    explicit CanvasTool(AnnotationCanvas &canvas) : m_canvas(canvas) {}
    virtual ~CanvasTool() = default;

    virtual void press(const CanvasPoint &point) = 0;
    virtual void move(const CanvasPoint &point) = 0;
    virtual void release(const CanvasPoint &point) = 0;
    /// Takes back what the press has begun; false when nothing was under way.
    virtual bool cancel() = 0;
    [[nodiscard]] virtual QCursor cursor(const CanvasPoint &point) const = 0;

protected:
    AnnotationCanvas &m_canvas;
};

[[nodiscard]] std::unique_ptr<CanvasTool> makeCanvasTool(ToolId id, AnnotationCanvas &canvas);

} // namespace vigie
