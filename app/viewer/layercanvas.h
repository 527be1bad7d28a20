// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/annotationdocument.h"

#include <QImage>
#include <QSet>
#include <QWidget>

namespace vigie {

/// A picture, as large as there is room but never enlarged, with the layers that are switched on.
/// Paints only what changed since the last time; the picture is scaled with its marks, so that
/// they lie where their author put them.
class LayerCanvas final : public QWidget
{
    Q_OBJECT

public:
    LayerCanvas(const QImage &picture, const AnnotationDocument &document, QWidget *parent);

    void setHiddenLayers(const QSet<QString> &layers);
    [[nodiscard]] const QSet<QString> &hiddenLayers() const { return m_hidden; }
    /// Without any annotation, for comparing.
    void setBare(bool bare);
    [[nodiscard]] bool isBare() const { return m_bare; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 120}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QImage painted(const QSize &pixels) const;

    QImage m_picture;
    AnnotationDocument m_document;
    QSet<QString> m_hidden;
    bool m_bare = false;
    QImage m_shown; ///< as painted last, for its size; null = to be painted
};

} // namespace vigie
