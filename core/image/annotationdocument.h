// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/annotation.h"

#include <QRect>
#include <QSize>

namespace vigie {

/// How far private places were looked for in a picture, and the answer shown to the person.
enum class PrivateSearch {
    NotYet,
    Partly, ///< in parts only, or the computer cannot read pictures: the person looked alone
    Whole
};

/// One screenshot's annotations: a value, without the pixels. Cheap to copy.
struct AnnotationDocument {
    QString sha256; ///< of the picture's file that the places refer to
    QSize size;     ///< of the picture, pixels
    qreal dpr = 1;  ///< picture pixels per device-independent pixel of the screen it came from
    QRect crop;     ///< what remains; null = everything. Local only: a published picture is cropped
    QString caption;
    /// The number of the reporter's first step: a recording counts on from picture to picture.
    int firstStep = 1;
    PrivateSearch searched = PrivateSearch::NotYet; ///< local only
    QString alt; ///< the picture in words, for those who cannot see it
    QList<AnnotationLayer> layers;
    QList<Annotation> items; ///< lowest first

    bool operator==(const AnnotationDocument &) const = default;

    /// The part of the picture that remains.
    [[nodiscard]] QRect frame() const { return crop.isNull() ? QRect(QPoint(), size) : crop; }
    /// -1 when there is none.
    [[nodiscard]] qsizetype indexOf(const QString &id) const;
    [[nodiscard]] const Annotation *find(const QString &id) const;
    /// Numbers the steps in the order of the list, each layer for itself: the reporter's from
    /// `firstStep`, all others from 1.
    void renumberSteps();
    /// The steps of a layer, in order.
    [[nodiscard]] QList<Annotation> steps(const QString &layer) const;
    /// Areas that are to be destroyed, as they were drawn.
    [[nodiscard]] QList<QRectF> redactions() const;
    /// Adds the layer when it is not there yet.
    void ensureLayer(const AnnotationLayer &layer);
};

/// How thick strokes are, in picture pixels, on a picture with this density: thin, medium, thick.
[[nodiscard]] QList<qreal> strokeWidths(qreal dpr);
/// Colours that stay apart for colour-blind people (after Okabe and Ito, "Color Universal Design",
/// 2008), black and white included. The painter gives each an outline in a contrasting tone.
[[nodiscard]] const QList<QColor> &annotationColors();

} // namespace vigie
