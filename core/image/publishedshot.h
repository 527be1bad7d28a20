// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/image/burn.h"

#include <QByteArray>

namespace vigie {

/// A shot as it leaves this computer. Everything in it is made from the burned picture.
struct PublishedShot {
    QByteArray burned; ///< PNG without annotations; what the sidecar's places refer to
    QByteArray flat;   ///< PNG with the annotations painted, for everybody; empty = as `burned`
    QByteArray sidecar; ///< annotationBytes(); empty when nothing was drawn or said
    AnnotationDocument document;

    /// The picture for somebody who knows nothing of layers.
    [[nodiscard]] const QByteArray &picture() const { return flat.isEmpty() ? burned : flat; }
};

/// Burns, paints and encodes. Takes about a second for a 4K screen: not for the GUI thread.
/// `document.sha256` need not be known. Errors of barePng().
[[nodiscard]] Result<PublishedShot> publish(const QImage &original,
                                            const AnnotationDocument &document);
/// Publishes on top of a picture that is burned already (an agent's layer): its bytes stay the
/// same, so that they are neither stored nor sent again.
[[nodiscard]] Result<PublishedShot> publishOver(const QByteArray &burnedPng,
                                                const AnnotationDocument &document);

/// The burned picture with its annotations: what is copied, dragged, printed and shown small.
[[nodiscard]] QImage flattened(const BurnedPicture &burned, const AnnotationDocument &published,
                               const QSet<QString> &hiddenLayers = {});
/// At most `room` large, never enlarged.
[[nodiscard]] QImage shotThumbnail(const QImage &original, const AnnotationDocument &document,
                                   const QSize &room);
/// One page as large as the picture. The file's creation date is its only part that varies.
[[nodiscard]] Result<QByteArray> shotPdf(const QImage &original,
                                         const AnnotationDocument &document);

/// The shot in words, for those who cannot see it and for programs without layers: caption, what
/// it shows, and the numbered steps. Empty when nothing was said. Plain lines, Markdown list.
[[nodiscard]] QString shotWords(const AnnotationDocument &document);

} // namespace vigie
