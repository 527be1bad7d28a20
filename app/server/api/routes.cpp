// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/routes.h"

namespace vigie::server {

namespace {

/// True when the path is the pattern's; `tail` gets what stands for "*".
bool fits(QByteArrayView pattern, const QByteArray &path, QByteArray *tail)
{
    if (!pattern.endsWith("/*"))
        return pattern == path;
    const QByteArrayView stem = pattern.chopped(1);
    if (!path.startsWith(stem) || path.size() == stem.size() || path.indexOf('/', stem.size()) >= 0)
        return false;
    *tail = path.mid(stem.size());
    return true;
}

} // namespace

qsizetype mostBodyBytes()
{
    qsizetype most = 0;
    for (const Route &route : kRoutes)
        most = std::max(most, route.bodyBytes);
    return most;
}

Match match(const QByteArray &method, const QByteArray &path)
{
    Match result;
    for (const Route &route : kRoutes) {
        if (!fits(route.path, path, &result.tail))
            continue;
        if (method == route.method)
            result.route = &route;
        result.allowed += (result.allowed.isEmpty() ? "" : ", ") + QByteArray(route.method);
    }
    return result;
}

qsizetype bodyCap(const QByteArray &method, const QByteArray &path)
{
    const Route *route = match(method, path).route;
    return route ? route->bodyBytes : 0;
}

} // namespace vigie::server
