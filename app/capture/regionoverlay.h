// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/capture/capturebackend.h"
#include "app/capture/pixelmap.h"

#include <QWidget>

class QSinglePointEvent;

namespace vigie {

/// One screen's frozen picture, dimmed, on which a rectangle is drawn with the mouse or the
/// keyboard. Works in that screen's native pixels throughout.
class RegionOverlay final : public QWidget
{
    Q_OBJECT

public:
    /// `several`: there are other screens, which Tab reaches.
    RegionOverlay(const CapturedScreen &screen, bool several);

    /// The one that shows crosshair, loupe and hint, and has the keyboard.
    void setCurrent(bool current);
    [[nodiscard]] bool isCurrent() const { return m_current; }
    /// The crosshair's pixel.
    [[nodiscard]] QPoint pixel() const { return m_pixel; }
    /// What is being drawn, in native pixels; empty while nothing is.
    [[nodiscard]] QRect selection() const;

Q_SIGNALS:
    void chosen(const QRect &pixels);
    void cancelled();
    /// The mouse came here.
    void entered();
    /// To another screen by keyboard: +1 or -1.
    void stepRequested(int direction);

protected:
    bool event(QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QPoint pixelAt(const QSinglePointEvent &event) const;
    void moveTo(const QPoint &pixel);
    void stepBy(int key, int distance);
    void finishOrStart();
    [[nodiscard]] QRectF pixelBox() const { return m_map.toWindow(QRect(m_pixel, QSize(1, 1))); }
    [[nodiscard]] QString sizeWords() const;
    [[nodiscard]] QString hintWords() const;
    [[nodiscard]] QRect hintBox() const;
    [[nodiscard]] QRegion floating() const;
    void paintSelection(QPainter &painter, const QRectF &box) const;

    QImage m_picture;
    qreal m_dpr;
    bool m_several;
    PixelMap m_map;
    QPoint m_pixel;
    std::optional<QPoint> m_anchor; ///< the corner where the rectangle began
    QPointF m_pressed;              ///< where the mouse button went down, logical
    bool m_dragging = false;
    bool m_current = false;
};

} // namespace vigie
