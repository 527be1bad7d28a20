// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/publishedshot.h"

#include "core/image/annotationcodec.h"
#include "core/image/annotationpainter.h"
#include "core/image/barepng.h"
#include "core/image/imagegate.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>

namespace vigie {

namespace {

QString sha256Of(const QByteArray &bytes)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

bool drawsAnything(const AnnotationDocument &document)
{
    return std::any_of(document.items.cbegin(), document.items.cend(), [](const Annotation &item) {
        return item.kind != AnnotationKind::Redaction && item.kind != AnnotationKind::Unknown;
    });
}

QImage painted(QImage picture, const AnnotationDocument &document,
               const QSet<QString> &hiddenLayers)
{
    const QImage base = picture;
    QPainter painter(&picture);
    ShotPaint how;
    how.hiddenLayers = hiddenLayers;
    how.burned = true;
    paintShot(painter, base, document, how);
    return picture;
}

Result<PublishedShot> finished(PublishedShot shot, const QImage &base)
{
    // What is painted is what a reader of the sidecar will paint, to the hundredth of a pixel; and
    // nothing is sent that our own reader would refuse.
    VIGIE_TRY_ASSIGN(read, annotationDocumentFrom(annotationBytes(shot.document)));
    shot.document = read;
    if (drawsAnything(shot.document)) {
        VIGIE_TRY_ASSIGN(flat, barePng(painted(base, shot.document, {})));
        shot.flat = flat;
    }
    if (!shot.document.items.isEmpty() || !shot.document.alt.isEmpty()
        || !shot.document.caption.isEmpty())
        shot.sidecar = annotationBytes(shot.document);
    return shot;
}

} // namespace

Result<PublishedShot> publish(const QImage &original, const AnnotationDocument &document)
{
    VIGIE_TRY(admitPicture(original));
    const BurnedPicture burned = burn(original, document);
    PublishedShot shot;
    VIGIE_TRY_ASSIGN(png, barePng(burned.image()));
    shot.burned = png;
    shot.document = publishedDocument(document, sha256Of(png));
    return finished(std::move(shot), burned.image());
}

Result<PublishedShot> publishOver(const QByteArray &burnedPng, const AnnotationDocument &document)
{
    VIGIE_TRY_ASSIGN(base, readPicture(burnedPng));
    PublishedShot shot;
    shot.burned = burnedPng;
    shot.document = document;
    shot.document.sha256 = sha256Of(burnedPng);
    return finished(std::move(shot), base.convertToFormat(QImage::Format_RGB32));
}

QImage flattened(const BurnedPicture &burned, const AnnotationDocument &published,
                 const QSet<QString> &hiddenLayers)
{
    return painted(burned.image(), published, hiddenLayers);
}

QImage shotThumbnail(const QImage &original, const AnnotationDocument &document,
                     const QSize &room)
{
    const QImage flat =
        flattened(burn(original, document), publishedDocument(document, document.sha256));
    if (flat.width() <= room.width() && flat.height() <= room.height())
        return flat;
    return flat.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

Result<QByteArray> shotPdf(const QImage &original, const AnnotationDocument &document)
{
    const QImage flat =
        flattened(burn(original, document), publishedDocument(document, document.sha256));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly))
        return fail(ErrorCode::Bug, QStringLiteral("no buffer"));
    QPdfWriter writer(&buffer);
    writer.setResolution(96);
    writer.setPageMargins(QMarginsF());
    writer.setPageSize(QPageSize(QSizeF(flat.size()) * 72 / 96, QPageSize::Point, QString(),
                                 QPageSize::ExactMatch));
    QPainter painter;
    if (!painter.begin(&writer))
        return fail(ErrorCode::Invalid, QStringLiteral("the page cannot be made"));
    painter.drawImage(QRectF(QPointF(), QSizeF(flat.size())), flat);
    if (!painter.end())
        return fail(ErrorCode::Invalid, QStringLiteral("the page cannot be written"));
    return bytes;
}

QString shotWords(const AnnotationDocument &document)
{
    QStringList lines;
    if (!document.caption.trimmed().isEmpty())
        lines.append(document.caption.simplified());
    if (!document.alt.trimmed().isEmpty())
        lines.append(document.alt.simplified());
    for (const AnnotationLayer &layer : document.layers) {
        const QList<Annotation> steps = document.steps(layer.id);
        for (const Annotation &step : steps) {
            if (!step.text.trimmed().isEmpty())
                lines.append(QStringLiteral("%1. %2").arg(step.number).arg(step.text.simplified()));
        }
    }
    return lines.join(u'\n');
}

} // namespace vigie
