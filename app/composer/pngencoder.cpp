// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composer/pngencoder.h"

#include "core/base/limits.h"

#include <QBuffer>
#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace vigie {

namespace {

Result<QByteArray> encoded(const QImage &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !picture.save(&buffer, "PNG"))
        return fail(ErrorCode::Invalid, QStringLiteral("the picture cannot be encoded"));
    if (bytes.size() > limits::kAttachmentBytes)
        return fail(ErrorCode::TooLarge, QStringLiteral("the picture is too large"));
    return bytes;
}

} // namespace

QFuture<Result<QByteArray>> encodePng(const QImage &picture)
{
    auto promise = std::make_shared<QPromise<Result<QByteArray>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, picture] {
        promise->addResult(encoded(picture));
        promise->finish();
    });
    return promise->future();
}

} // namespace vigie
