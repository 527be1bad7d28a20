// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

namespace vigie {

class AnnotationCanvas;

/// Pixels of the picture along one side of the canvas, and where the mouse is. Says nothing to a
/// screen reader: the annotation list tells places in words. `canvas` must outlive it. GUI thread.
class CanvasRuler final : public QWidget
{
    Q_OBJECT

public:
    /// Across the screen, for the corner between two rulers as well.
    static constexpr int kThickness = 22;

    CanvasRuler(AnnotationCanvas &canvas, Qt::Orientation orientation, QWidget *parent);

    /// The distance of labelled marks in picture pixels at a zoom: 1, 2 or 5 times a power of ten,
    /// at least far enough apart to be read.
    [[nodiscard]] static int labelStep(qreal zoom);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// From picture pixels to this widget's, along its direction.
    [[nodiscard]] qreal toRuler(qreal pixel) const;

    AnnotationCanvas &m_canvas;
    Qt::Orientation m_orientation;
    std::optional<qreal> m_mouse; ///< picture pixels
};

} // namespace vigie
