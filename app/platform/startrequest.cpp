// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/startrequest.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrl>

namespace vigie {

namespace {

constexpr qsizetype kLongestLink = 2048;
constexpr qsizetype kLongestRequest = 64 * 1024;

bool isTicketName(const QString &text)
{
    static const QRegularExpression grammar(QStringLiteral("^(?:[0-9]{1,15}|[0-9a-f-]{36})$"));
    return grammar.match(text).hasMatch();
}

} // namespace

Result<StartRequest> parseLink(const QString &link)
{
    const QUrl url(link, QUrl::StrictMode);
    if (link.size() > kLongestLink || !url.isValid() || url.scheme() != QLatin1String("vigie")
        || url.hasQuery() || url.hasFragment())
        return fail(ErrorCode::Invalid, QStringLiteral("not a Vigie link"));
    StartRequest request;
    const QString path = url.path().mid(1);
    if (url.host() == QLatin1String("report") && path.isEmpty()) {
        request.report = true;
        return request;
    }
    if (url.host() == QLatin1String("ticket") && isTicketName(path)) {
        request.ticket = path;
        return request;
    }
    return fail(ErrorCode::Invalid, QStringLiteral("not a Vigie link"));
}

QByteArray toLine(const StartRequest &request)
{
    const QJsonObject object{{QStringLiteral("report"), request.report},
                             {QStringLiteral("step"), request.step},
                             {QStringLiteral("background"), request.background},
                             {QStringLiteral("ticket"), request.ticket}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

Result<StartRequest> startRequestFrom(const QByteArray &line)
{
    if (line.size() > kLongestRequest)
        return fail(ErrorCode::TooLarge, QStringLiteral("start request"));
    const QJsonDocument document = QJsonDocument::fromJson(line);
    if (!document.isObject())
        return fail(ErrorCode::Invalid, QStringLiteral("start request"));
    const QJsonObject object = document.object();
    StartRequest request;
    request.report = object.value(QStringLiteral("report")).toBool();
    request.step = object.value(QStringLiteral("step")).toBool();
    request.background = object.value(QStringLiteral("background")).toBool();
    request.ticket = object.value(QStringLiteral("ticket")).toString();
    if (!request.ticket.isEmpty() && !isTicketName(request.ticket))
        return fail(ErrorCode::Invalid, QStringLiteral("start request"));
    return request;
}

} // namespace vigie
