// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/oneshotbody.h"

#include <algorithm>
#include <cstring>

namespace vigie::net {

OneShotBody::OneShotBody(QByteArray bytes, QObject *parent)
    : QIODevice(parent), m_bytes(std::move(bytes))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool OneShotBody::seek(qint64 position)
{
    return position == pos() && QIODevice::seek(position);
}

qint64 OneShotBody::readData(char *data, qint64 most)
{
    const qint64 count = std::min<qint64>(most, m_bytes.size() - pos());
    if (count <= 0)
        return most == 0 ? 0 : -1;
    std::memcpy(data, m_bytes.constData() + pos(), size_t(count));
    m_touched = true;
    return count;
}

} // namespace vigie::net
