// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/barepng.h"

#include "core/base/limits.h"
#include "core/image/imagegate.h"
#include "core/image/pngwriter.h"

#include <QBuffer>
#include <QImageReader>
#include <QtEndian>

#include <array>
#include <cstring>

namespace vigie {

namespace {

constexpr char kSignature[] = "\x89PNG\r\n\x1a\n";
constexpr qsizetype kSignatureSize = 8;
/// Length, type and checksum around a chunk's data.
constexpr qsizetype kChunkFrame = 12;

/// CRC-32 as in PNG §D.
quint32 checksum(const char *bytes, qsizetype size)
{
    static const std::array<quint32, 256> table = [] {
        std::array<quint32, 256> made{};
        for (quint32 i = 0; i < made.size(); ++i) {
            quint32 value = i;
            for (int bit = 0; bit < 8; ++bit)
                value = (value & 1) ? 0xedb88320U ^ (value >> 1) : value >> 1;
            made[i] = value;
        }
        return made;
    }();
    quint32 value = 0xffffffffU;
    for (qsizetype i = 0; i < size; ++i)
        value = table[(value ^ quint8(bytes[i])) & 0xff] ^ (value >> 8);
    return ~value;
}

bool isAllowed(const QByteArray &type)
{
    static const QList<QByteArray> allowed{"IHDR", "PLTE", "tRNS", "pHYs", "IDAT", "IEND"};
    return allowed.contains(type);
}

Done sameWhenRead(const QByteArray &bytes, const QImage &bare)
{
    QBuffer buffer;
    buffer.setData(bytes);
    if (!buffer.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Bug, QStringLiteral("no buffer"));
    QImageReader reader(&buffer, "png");
    // Our own picture: its size was judged when it came in.
    reader.setAllocationLimit(0);
    const QImage read = reader.read().convertToFormat(QImage::Format_RGB32);
    if (read != bare)
        return fail(ErrorCode::Invalid, QStringLiteral("the written picture differs"));
    return {};
}

} // namespace

Done checkBarePng(const QByteArray &bytes)
{
    if (!bytes.startsWith(QByteArray::fromRawData(kSignature, kSignatureSize)))
        return fail(ErrorCode::Invalid, QStringLiteral("not a PNG"));
    qsizetype at = kSignatureSize;
    while (bytes.size() - at >= kChunkFrame) {
        const qsizetype size = qFromBigEndian<quint32>(bytes.constData() + at);
        if (size > bytes.size() - at - kChunkFrame)
            break;
        const QByteArray type = bytes.mid(at + 4, 4);
        const quint32 stored = qFromBigEndian<quint32>(bytes.constData() + at + 8 + size);
        if (!isAllowed(type))
            return fail(ErrorCode::Invalid, QStringLiteral("holds more than pixels"));
        if (stored != checksum(bytes.constData() + at + 4, size + 4))
            return fail(ErrorCode::Invalid, QStringLiteral("a checksum is wrong"));
        at += size + kChunkFrame;
        if (type == "IEND") {
            return at == bytes.size()
                ? Done()
                : Done(fail(ErrorCode::Invalid, QStringLiteral("bytes after the end")));
        }
    }
    return fail(ErrorCode::Invalid, QStringLiteral("cut off"));
}

Result<QByteArray> barePng(const QImage &picture)
{
    if (picture.isNull())
        return fail(ErrorCode::Invalid, QStringLiteral("no picture"));
    // Bare pixels in a new picture: texts and profiles of the old one stay behind.
    QImage bare(picture.size(), QImage::Format_RGB32);
    if (bare.isNull())
        return fail(ErrorCode::TooLarge, QStringLiteral("no memory for the picture"));
    const QImage pixels = onPaper(picture).convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < bare.height(); ++y)
        std::memcpy(bare.scanLine(y), pixels.constScanLine(y), size_t(bare.width()) * 4);
    const QByteArray bytes = pngOf(bare);
    if (bytes.isEmpty())
        return fail(ErrorCode::Invalid, QStringLiteral("the picture cannot be encoded"));
    if (bytes.size() > limits::kAttachmentBytes)
        return fail(ErrorCode::TooLarge, QStringLiteral("the picture is too large"));
    VIGIE_TRY(checkBarePng(bytes));
    VIGIE_TRY(sameWhenRead(bytes, bare));
    return bytes;
}

} // namespace vigie
