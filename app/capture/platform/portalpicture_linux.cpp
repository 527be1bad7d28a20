// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/platform/portalpicture_linux.h"

#include "core/base/limits.h"

#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QScopeGuard>
#include <QUrl>

namespace vigie::portalpicture {

namespace {

/// The path of a plain local file; empty for anything else, e.g. a pipe that never ends.
QString localFile(const QString &uri)
{
    const QUrl url(uri);
    if (!url.isLocalFile())
        return {};
    const QString path = url.toLocalFile();
    return QFileInfo(path).isFile() ? path : QString();
}

bool isPicture(QImageReader &reader)
{
    const QByteArray format = reader.format();
    return format == "png" || format == "jpeg";
}

QImage decoded(QImageReader &reader)
{
    const QSize size = reader.size();
    if (size.isEmpty() || size.width() > limits::kCaptureSidePixels
        || size.height() > limits::kCaptureSidePixels
        || qint64(size.width()) * size.height() * 4
            > limits::kCapturePictureMegabytes * 1024LL * 1024)
        return {};
    // Qt's own limit of 128 MB stops a desktop of several 4K screens. It is one for the whole
    // program, so it is raised for this picture only.
    const int usual = QImageReader::allocationLimit();
    QImageReader::setAllocationLimit(limits::kCapturePictureMegabytes);
    const auto restore = qScopeGuard([usual] { QImageReader::setAllocationLimit(usual); });
    QImage picture = reader.read();
    if (picture.isNull())
        return {};
    picture.setDevicePixelRatio(1);
    return picture.convertToFormat(QImage::Format_RGB32);
}

} // namespace

QImage take(const QString &uri)
{
    const QString path = localFile(uri);
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    QImageReader reader(&file);
    reader.setDecideFormatFromContent(true);
    if (!isPicture(reader))
        return {};
    const QImage picture = file.size() <= limits::kCaptureFileBytes ? decoded(reader) : QImage();
    file.close();
    QFile::remove(path);
    return picture;
}

void discard(const QString &uri)
{
    const QString path = localFile(uri);
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return;
    QImageReader reader(&file);
    reader.setDecideFormatFromContent(true);
    const bool ours = isPicture(reader);
    file.close();
    if (ours)
        QFile::remove(path);
}

} // namespace vigie::portalpicture
