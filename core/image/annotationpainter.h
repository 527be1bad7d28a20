// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/annotationdocument.h"

#include <QSet>

class QImage;
class QPainter;

namespace vigie {

struct ShotPaint {
    QSet<QString> hiddenLayers;
    QSet<QString> without; ///< ids of items that are shown otherwise (while typed or dragged)
    bool annotations = true; ///< false: the picture with its redactions only
    bool burned = false; ///< the picture is burned already: its areas are not painted again
    bool ground = true; ///< false: the picture itself is there already
    /// Only what touches this is painted; null = everything.
    QRectF only;
};

/// The one painter of shots: for the screen, the exported picture, thumbnails, paper and
/// comparisons. Paints picture, redactions, spotlights and annotations in the picture's own
/// pixels; the painter's transform brings them onto the device. `picture` may be the original
/// (editor) or the burned one (everything that leaves): redactions are opaque either way, and a
/// magnifier never shows what lies below one.
void paintShot(QPainter &painter, const QImage &picture, const AnnotationDocument &document,
               const ShotPaint &how = {});

/// One annotation. `redacted` are the document's burned areas, for the magnifier.
void paintAnnotation(QPainter &painter, const Annotation &item, const QImage &picture,
                     const QList<QRect> &redacted);

} // namespace vigie
