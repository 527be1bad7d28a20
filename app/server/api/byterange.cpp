// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/byterange.h"

#include <QRegularExpression>

namespace vigie::server {

std::optional<ByteRange> parseByteRange(const QByteArray &header)
{
    static const QRegularExpression pattern(
        QStringLiteral(R"(\Abytes=([0-9]{1,15})-([0-9]{0,15})\z)"));
    const QRegularExpressionMatch found = pattern.match(QString::fromLatin1(header));
    if (!found.hasMatch())
        return std::nullopt;
    ByteRange range;
    range.first = found.captured(1).toLongLong();
    if (!found.captured(2).isEmpty())
        range.last = found.captured(2).toLongLong();
    if (range.last >= 0 && range.last < range.first)
        return std::nullopt;
    return range;
}

} // namespace vigie::server
