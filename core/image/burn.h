// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/annotationdocument.h"

#include <QImage>

namespace vigie {

/// The picture that may leave this computer: cropped, and with flat colour where a redaction was.
/// Only burn() makes one, so what takes a BurnedPicture cannot be given the original by mistake.
class BurnedPicture
{
public:
    /// RGB without alpha, text or profile.
    [[nodiscard]] const QImage &image() const { return m_image; }

private:
    friend BurnedPicture burn(const QImage &, const AnnotationDocument &);
    explicit BurnedPicture(QImage image) : m_image(std::move(image)) {}

    QImage m_image;
};

/// Pixels of `area`, snapped outwards with two pixels more on each side, and as wide as a multiple
/// of 16 so that the box does not tell the length of a word; within the picture.
[[nodiscard]] QRect burnedArea(const QRectF &area, const QSize &picture);

/// Flat and opaque; the same everywhere, so that it tells nothing.
[[nodiscard]] QColor redactionColor();

/// Paints the frame's pixels into a fresh picture and overwrites every redacted area. Nothing of
/// the original's other bytes (text, profile, colours below transparency) survives. What was below
/// a redaction has no influence on the result (DESKTOP A6: non-interference, proved by a test).
[[nodiscard]] BurnedPicture burn(const QImage &original, const AnnotationDocument &document);

/// For a picture that came burned already: its redactions are in the pixels, and burning them once
/// more would hide what stands beside them.
[[nodiscard]] AnnotationDocument withoutRedactions(AnnotationDocument document);

/// The document that goes with the burned picture: places seen from the crop's corner, redactions
/// as they were burned, nothing that lies wholly outside. `sha256` is the burned file's.
[[nodiscard]] AnnotationDocument publishedDocument(const AnnotationDocument &document,
                                                   const QString &sha256);

} // namespace vigie
