// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/annotate/shotexport.h"

#include "core/image/publishedshot.h"

#include <QMimeData>

namespace vigie {

QMimeData *shotMimeData(const QImage &original, const AnnotationDocument &document)
{
    auto *data = new QMimeData;
    data->setImageData(
        flattened(burn(original, document), publishedDocument(document, document.sha256)));
    return data;
}

} // namespace vigie
