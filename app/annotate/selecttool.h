// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/annotate/canvastool.h"
#include "core/image/annotationdocument.h"

namespace vigie {

/// Selects, moves and resizes what is there. Shift keeps a direction or the proportions, Ctrl
/// resizes from the centre, Alt turns snapping off; Shift+click adds to the selection.
class SelectTool final : public CanvasTool
{
public:
    using CanvasTool::CanvasTool;

    void press(const CanvasPoint &point) override;
    void move(const CanvasPoint &point) override;
    void release(const CanvasPoint &point) override;
    bool cancel() override;
    [[nodiscard]] QCursor cursor(const CanvasPoint &point) const override;

private:
    enum class Doing { Nothing, Moving, Resizing, Banding };

    [[nodiscard]] qsizetype handleAt(const CanvasPoint &point) const;
    void moveItems(const CanvasPoint &point);
    void resizeItem(const CanvasPoint &point);
    [[nodiscard]] QPointF pulled(QPointF by, const CanvasPoint &point);

    Doing m_doing = Doing::Nothing;
    bool m_changed = false;
    QPointF m_from;
    qsizetype m_handle = -1;
    QList<Annotation> m_before; ///< the selected items as they were at the press
};

} // namespace vigie
