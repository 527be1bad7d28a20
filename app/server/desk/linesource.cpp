// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/desk/linesource.h"

#include "core/base/limits.h"

#include <zstd.h>

namespace vigie::server {

namespace {

constexpr qint64 kBlock = 128 * 1024;
constexpr char kZstdMagic[] = "\x28\xb5\x2f\xfd";
/// The window a compressed file may ask us to keep: 2^27 bytes, what `zstd --long` uses.
constexpr int kWindowLog = 27;

} // namespace

LineSource::LineSource(const QString &path) : m_file(path)
{
}

LineSource::~LineSource()
{
    ZSTD_freeDCtx(m_zstd);
}

Result<std::unique_ptr<LineSource>> LineSource::open(const QString &path)
{
    std::unique_ptr<LineSource> source(new LineSource(path));
    if (!source->m_file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound,
                    QStringLiteral("%1: %2").arg(path, source->m_file.errorString()));
    if (source->m_file.peek(4) == QByteArray(kZstdMagic, 4)) {
        source->m_zstd = ZSTD_createDCtx();
        if (!source->m_zstd)
            return fail(ErrorCode::ServerFault, QStringLiteral("no memory for zstd"));
        ZSTD_DCtx_setParameter(source->m_zstd, ZSTD_d_windowLogMax, kWindowLog);
    }
    return source;
}

Done LineSource::fill()
{
    m_text.remove(0, m_textAt);
    m_textAt = 0;
    if (!m_zstd) {
        const QByteArray block = m_file.read(kBlock);
        m_end = block.isEmpty();
        m_text += block;
        return m_file.error() == QFileDevice::NoError
            ? Done()
            : Done(fail(ErrorCode::StoreFault, m_file.errorString()));
    }
    if (m_packedAt == m_packed.size()) {
        m_packed = m_file.read(kBlock);
        m_packedAt = 0;
        if (m_packed.isEmpty()) {
            m_end = true;
            if (m_frameOpen)
                return fail(ErrorCode::Invalid, QStringLiteral("the file is cut off"));
            return {};
        }
    }
    QByteArray block(kBlock, Qt::Uninitialized);
    ZSTD_inBuffer in{m_packed.constData(), size_t(m_packed.size()), size_t(m_packedAt)};
    ZSTD_outBuffer out{block.data(), size_t(block.size()), 0};
    const size_t left = ZSTD_decompressStream(m_zstd, &out, &in);
    if (ZSTD_isError(left)) {
        return fail(ErrorCode::Invalid, QStringLiteral("the file is damaged: %1")
                                            .arg(QLatin1String(ZSTD_getErrorName(left))));
    }
    m_frameOpen = left != 0;
    m_packedAt = qsizetype(in.pos);
    m_text.append(block.constData(), qsizetype(out.pos));
    return {};
}

Result<bool> LineSource::next(QByteArray &line)
{
    qsizetype searched = m_textAt;
    while (true) {
        const qsizetype end = m_text.indexOf('\n', searched);
        if (end >= 0) {
            line = m_text.mid(m_textAt, end - m_textAt);
            m_textAt = end + 1;
            return true;
        }
        const qsizetype unread = m_text.size() - m_textAt;
        if (unread > limits::kJsonBytes)
            return fail(ErrorCode::TooLarge, QStringLiteral("a line is too long"));
        if (m_end) {
            line = m_text.mid(m_textAt);
            m_textAt = m_text.size();
            return !line.isEmpty();
        }
        VIGIE_TRY(fill());
        searched = unread;
    }
}

} // namespace vigie::server
