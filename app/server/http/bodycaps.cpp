// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/bodycaps.h"

#include "core/base/limits.h"
#include "core/wire/endpoints.h"

namespace vigie::server {

namespace {

constexpr qint64 kSmallBody = 64 * 1024;

bool is(const QByteArray &path, QLatin1String route)
{
    return QLatin1String(path) == route;
}

} // namespace

qint64 bodyCapFor(const QByteArray &method, const QByteArray &path)
{
    if (method == "PATCH" && QLatin1String(path).startsWith(wire::kBlobsPath))
        return limits::kBlobChunkMostBytes;
    if (method != "POST")
        return kSmallBody;
    if (is(path, wire::kSyncPath) || is(path, wire::kKnownPath) || is(path, wire::kDigestPath))
        return limits::kJsonBytes;
    return kSmallBody;
}

} // namespace vigie::server
