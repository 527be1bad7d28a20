// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ids.h"

#include "core/base/clock.h"
#include "core/base/rng.h"

#include <QCryptographicHash>

#include <algorithm>

namespace vigie {

QUuid IdGenerator::next()
{
    const std::lock_guard lock(m_mutex);
    const auto now = quint64(std::max<qint64>(0, m_clock.nowMs()));
    if (now > m_lastMs) {
        m_lastMs = now;
        m_counter = quint32(m_rng.next() & 0x3ff); // room to count up within the millisecond
    } else if (++m_counter > 0xfff) {
        ++m_lastMs;
        m_counter = 0;
    }
    const quint64 tail = m_rng.next();
    QByteArray bytes(16, Qt::Uninitialized);
    for (int i = 0; i < 6; ++i)
        bytes[i] = char((m_lastMs >> (40 - 8 * i)) & 0xff);
    bytes[6] = char(0x70 | (m_counter >> 8));
    bytes[7] = char(m_counter & 0xff);
    for (int i = 0; i < 8; ++i)
        bytes[8 + i] = char((tail >> (56 - 8 * i)) & 0xff);
    bytes[8] = char((uchar(bytes[8]) & 0x3f) | 0x80);
    return QUuid::fromRfc4122(bytes);
}

QUuid derivedUuid(const QUuid &from, const QByteArray &word)
{
    QByteArray bytes =
        QCryptographicHash::hash(from.toRfc4122() + word, QCryptographicHash::Sha256).left(16);
    bytes[6] = char((uchar(bytes[6]) & 0x0f) | 0x80);
    bytes[8] = char((uchar(bytes[8]) & 0x3f) | 0x80);
    return QUuid::fromRfc4122(bytes);
}

} // namespace vigie
