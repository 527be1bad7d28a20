// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/pngwriter.h"

#include <QtGlobal>

#include <png.h>

#include <csetjmp>

namespace vigie {

namespace {

constexpr int kCompression = 2;
constexpr size_t kBufferBytes = size_t(1) << 18;

void takeBytes(png_structp png, png_bytep data, size_t size)
{
    auto *bytes = static_cast<QByteArray *>(png_get_io_ptr(png));
    bytes->append(reinterpret_cast<const char *>(data), qsizetype(size));
}

void nothingToFlush(png_structp) {}

void quiet(png_structp, png_const_charp) {}

/// libpng leaves by a jump when something goes wrong: nothing in here may need to be destroyed.
bool write(png_structp png, png_infop info, const uchar *pixels, int width, int height,
           qsizetype stride)
{
    if (setjmp(png_jmpbuf(png)) != 0)
        return false;
    png_set_IHDR(png, info, png_uint_32(width), png_uint_32(height), 8, PNG_COLOR_TYPE_RGB,
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_compression_level(png, kCompression);
    png_set_compression_buffer_size(png, kBufferBytes);
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_UP);
    png_write_info(png, info);
    if constexpr (Q_BYTE_ORDER == Q_LITTLE_ENDIAN) {
        png_set_filler(png, 0, PNG_FILLER_AFTER);
        png_set_bgr(png);
    } else {
        png_set_filler(png, 0, PNG_FILLER_BEFORE);
    }
    for (int y = 0; y < height; ++y)
        png_write_row(png, pixels + y * stride);
    png_write_end(png, nullptr);
    return true;
}

} // namespace

QByteArray pngOf(const QImage &rgb32)
{
    png_structp png =
        png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, quiet);
    png_infop info = png ? png_create_info_struct(png) : nullptr;
    QByteArray bytes;
    if (info)
        png_set_write_fn(png, &bytes, takeBytes, nothingToFlush);
    const bool done = info
        && write(png, info, rgb32.constBits(), rgb32.width(), rgb32.height(),
                 rgb32.bytesPerLine());
    png_destroy_write_struct(&png, &info);
    return done ? bytes : QByteArray();
}

} // namespace vigie
