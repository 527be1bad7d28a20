// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewer/layercanvas.h"

#include "core/image/annotationpainter.h"

#include <QPainter>

namespace vigie {

LayerCanvas::LayerCanvas(const QImage &picture, const AnnotationDocument &document,
                         QWidget *parent)
    : QWidget(parent), m_picture(picture), m_document(document)
{
    setObjectName(QStringLiteral("layerCanvas"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

QSize LayerCanvas::sizeHint() const
{
    return (QSizeF(m_picture.size()) / devicePixelRatioF()).toSize();
}

void LayerCanvas::setHiddenLayers(const QSet<QString> &layers)
{
    if (layers == m_hidden)
        return;
    m_hidden = layers;
    m_shown = QImage();
    update();
}

void LayerCanvas::setBare(bool bare)
{
    if (bare == m_bare)
        return;
    m_bare = bare;
    m_shown = QImage();
    update();
}

QImage LayerCanvas::painted(const QSize &pixels) const
{
    QImage whole = m_picture.convertToFormat(QImage::Format_RGB32);
    if (!m_bare && !m_document.items.isEmpty()) {
        QPainter painter(&whole);
        ShotPaint how;
        how.hiddenLayers = m_hidden;
        how.burned = true;
        paintShot(painter, m_picture, m_document, how);
    }
    return pixels == whole.size()
        ? whole
        : whole.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

void LayerCanvas::paintEvent(QPaintEvent *)
{
    const qreal ratio = devicePixelRatioF();
    const QSize room = (QSizeF(size()) * ratio).toSize();
    QSize pixels = m_picture.size();
    if (pixels.width() > room.width() || pixels.height() > room.height())
        pixels.scale(room, Qt::KeepAspectRatio);
    if (pixels.isEmpty())
        return;
    if (m_shown.size() != pixels)
        m_shown = painted(pixels);
    m_shown.setDevicePixelRatio(ratio);
    const QSizeF shown = QSizeF(pixels) / ratio;
    QPainter painter(this);
    painter.drawImage(QPointF((width() - shown.width()) / 2, (height() - shown.height()) / 2),
                      m_shown);
}

} // namespace vigie
