// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/imagegate.h"

#include "core/base/limits.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>

namespace vigie {

namespace {

Done admitSize(const QSize &size)
{
    if (!size.isValid() || size.isEmpty())
        return fail(ErrorCode::Invalid, QStringLiteral("no picture size"));
    if (qint64(size.width()) * size.height() > limits::kPicturePixels
        || std::max(size.width(), size.height()) > limits::kPictureSide)
        return fail(ErrorCode::TooLarge, QStringLiteral("picture has too many pixels"));
    return {};
}

} // namespace

Result<QImage> readPicture(const QByteArray &bytes)
{
    static const QList<QByteArray> formats{"png", "jpeg", "jpg", "gif", "bmp", "webp"};
    QBuffer buffer;
    buffer.setData(bytes);
    if (!buffer.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Invalid, QStringLiteral("no bytes"));
    const QByteArray format = QImageReader::imageFormat(&buffer);
    if (!formats.contains(format))
        return fail(ErrorCode::Invalid, QStringLiteral("not a picture format we open"));
    QImageReader reader(&buffer, format);
    reader.setAutoTransform(true);
    VIGIE_TRY(admitSize(reader.size()));
    // Qt's own limit would refuse the desktops that ours lets through.
    reader.setAllocationLimit(int(limits::kPicturePixels * 4 / (1024 * 1024)) + 1);
    QImage picture = reader.read();
    if (picture.isNull())
        return fail(ErrorCode::Invalid, reader.errorString());
    picture.setDevicePixelRatio(1);
    return onPaper(picture);
}

QImage onPaper(const QImage &picture)
{
    if (!picture.hasAlphaChannel())
        return picture;
    QImage paper(picture.size(), QImage::Format_RGB32);
    if (paper.isNull())
        return picture;
    paper.setDevicePixelRatio(picture.devicePixelRatio());
    paper.fill(Qt::white);
    QPainter painter(&paper);
    painter.drawImage(0, 0, picture);
    painter.end();
    return paper;
}

Done admitPicture(const QImage &picture)
{
    return admitSize(picture.size());
}

} // namespace vigie
