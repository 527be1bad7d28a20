// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

namespace vigie {

/// Two pictures in the same place at the same size: one beside the other with an edge that is
/// dragged (or moved with the arrow keys), the second alone, or what differs between them. Never
/// enlarged. GUI thread.
class CompareCanvas final : public QWidget
{
    Q_OBJECT

public:
    enum class Look { Edge, Second, Difference };

    CompareCanvas(const QImage &first, const QImage &second, QWidget *parent);

    void setLook(Look look);
    [[nodiscard]] Look look() const { return m_look; }
    /// How much of the width shows the first picture, 0…1.
    [[nodiscard]] qreal edge() const { return m_edge; }
    void setEdge(qreal edge);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 160}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// Where a picture of this size lies: upper left of where both together are centred.
    [[nodiscard]] QRectF placeOf(const QSize &size) const;
    void follow(const QPointF &mouse);

    QImage m_first;
    QImage m_second;
    QImage m_difference; ///< made when it is first looked at
    Look m_look = Look::Edge;
    qreal m_edge = 0.5;
};

} // namespace vigie
