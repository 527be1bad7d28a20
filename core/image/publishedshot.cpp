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
#include <QSemaphore>
#include <QThreadPool>

#include <algorithm>
#include <functional>
#include <utility>

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
        return !destroys(item.kind) && item.kind != AnnotationKind::Unknown;
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

/// Runs a job on another thread if one is free, and at once otherwise.
class Alongside
{
public:
    explicit Alongside(const std::function<void()> &job)
        : m_started(QThreadPool::globalInstance()->tryStart([this, job] {
              job();
              m_done.release();
          }))
    {
        if (!m_started)
            job();
    }
    ~Alongside() { wait(); }
    Alongside(const Alongside &) = delete;
    Alongside &operator=(const Alongside &) = delete;

    void wait()
    {
        if (std::exchange(m_started, false))
            m_done.acquire();
    }

private:
    QSemaphore m_done;
    bool m_started;
};

/// The picture with its annotations, and the document as its readers will see it.
struct Painted {
    AnnotationDocument document;
    QByteArray flat;
};

Result<Painted> paintedShot(const QImage &base, const AnnotationDocument &document)
{
    // What is painted is what a reader of the sidecar will paint, to the hundredth of a pixel; and
    // nothing is sent that our own reader would refuse.
    VIGIE_TRY_ASSIGN(read, annotationDocumentFrom(annotationBytes(document)));
    Painted done{read, {}};
    if (drawsAnything(read)) {
        VIGIE_TRY_ASSIGN(flat, barePng(painted(base, read, {})));
        done.flat = flat;
    }
    return done;
}

PublishedShot shotOf(const QByteArray &burned, const Painted &picture)
{
    PublishedShot shot{burned, picture.flat, {}, picture.document};
    shot.document.sha256 = sha256Of(burned);
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
    Result<QByteArray> png = fail(ErrorCode::Bug);
    Alongside encoding([&png, image = burned.image()] { png = barePng(image); });
    // Its picture's hash is not known yet; shotOf() puts it in.
    const Result<Painted> picture =
        paintedShot(burned.image(), publishedDocument(document, QString(64, u'0')));
    encoding.wait();
    VIGIE_TRY(png);
    VIGIE_TRY(picture);
    return shotOf(*png, *picture);
}

Result<PublishedShot> publishOver(const QByteArray &burnedPng, const AnnotationDocument &document)
{
    VIGIE_TRY_ASSIGN(base, readPicture(burnedPng));
    AnnotationDocument named = document;
    named.sha256 = sha256Of(burnedPng);
    VIGIE_TRY_ASSIGN(picture, paintedShot(base.convertToFormat(QImage::Format_RGB32), named));
    return shotOf(burnedPng, picture);
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
