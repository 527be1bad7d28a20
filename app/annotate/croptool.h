// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/annotate/canvastool.h"

#include <QRect>

namespace vigie {

/// Chooses what remains of the picture, in whole pixels. Nothing is cut before the picture leaves,
/// so that it can be changed until then.
class CropTool final : public CanvasTool
{
public:
    using CanvasTool::CanvasTool;

    void press(const CanvasPoint &point) override;
    void move(const CanvasPoint &point) override;
    void release(const CanvasPoint &point) override;
    bool cancel() override;
    [[nodiscard]] QCursor cursor(const CanvasPoint &point) const override;

private:
    [[nodiscard]] qsizetype handleAt(const CanvasPoint &point) const;
    void setCrop(const QRectF &rect);

    bool m_pressed = false;
    bool m_changed = false;
    QPointF m_from;
    qsizetype m_handle = -1;
    QRect m_before;
};

} // namespace vigie
