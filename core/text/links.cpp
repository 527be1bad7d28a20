// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/links.h"

#include "core/text/richlimits.h"

#include <QRegularExpression>

namespace vigie {

namespace {

bool isOpenable(const QUrl &url)
{
    const QString scheme = url.scheme().toLower();
    if (scheme == QLatin1String("mailto"))
        return !url.path().isEmpty();
    return (scheme == QLatin1String("http") || scheme == QLatin1String("https"))
        && !url.host().isEmpty();
}

/// A sentence's full stop or closing bracket is not part of the address.
qsizetype trimmedLength(QStringView address)
{
    const qsizetype opened = address.count(QLatin1Char('('));
    qsizetype closed = address.count(QLatin1Char(')'));
    qsizetype length = address.size();
    while (length > 0) {
        const QChar last = address[length - 1];
        const bool bracket = last == QLatin1Char(')');
        if ((bracket && opened >= closed) || !QStringView(u".,;:!?)]}'\"»").contains(last))
            break;
        closed -= bracket ? 1 : 0;
        --length;
    }
    return length;
}

bool isWordLetter(QStringView text, qsizetype at)
{
    return at >= 0 && at < text.size()
        && (text[at].isLetterOrNumber() || text[at] == QLatin1Char('_'));
}

} // namespace

QList<FoundLink> linksIn(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral(R"((?:https?://|mailto:)[^\s<>"]+)"),
                                            QRegularExpression::CaseInsensitiveOption);
    QList<FoundLink> found;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const qsizetype length = trimmedLength(match.capturedView());
        if (length == 0 || length > richlimits::kAddressLength)
            continue;
        const QUrl url(match.capturedView().left(length).toString(), QUrl::StrictMode);
        if (url.isValid() && isOpenable(url))
            found.append({int(match.capturedStart()), int(length), url});
    }
    return found;
}

QList<FoundTicket> ticketsIn(const QString &text)
{
    QList<FoundTicket> found;
    const QStringView view(text);
    for (qsizetype at = view.indexOf(QLatin1Char('#')); at >= 0;) {
        qsizetype end = at + 1;
        while (end < view.size() && view[end] >= QLatin1Char('0') && view[end] <= QLatin1Char('9'))
            ++end;
        const qsizetype digits = end - at - 1;
        const bool stands = at == 0
            || (!isWordLetter(view, at - 1) && !QStringView(u"#&/=").contains(view[at - 1]));
        if (digits > 0 && digits <= richlimits::kTicketDigits && view[at + 1] != QLatin1Char('0')
            && stands && !isWordLetter(view, end))
            found.append({int(at), int(end - at), view.mid(at + 1, digits).toString()});
        at = view.indexOf(QLatin1Char('#'), end);
    }
    return found;
}

std::optional<QUrl> openableUrl(const QString &address)
{
    const QString trimmed = address.trimmed();
    if (trimmed.isEmpty() || trimmed.size() > richlimits::kAddressLength)
        return std::nullopt;
    const QUrl url(trimmed, QUrl::TolerantMode);
    if (!url.isValid() || !isOpenable(url))
        return std::nullopt;
    return url;
}

bool belies(QStringView words, const QUrl &url)
{
    const QString text = words.trimmed().left(richlimits::kAddressLength).toString();
    const auto begins = [&text](const char *with) {
        return text.startsWith(QLatin1String(with), Qt::CaseInsensitive);
    };
    const bool bare = begins("www.");
    if (!bare && !begins("http://") && !begins("https://"))
        return false;
    const auto place = [](const QUrl &of) {
        const QString host = of.host(QUrl::FullyEncoded).toLower();
        return host.startsWith(QLatin1String("www.")) ? host.mid(4) : host;
    };
    const QString said = place(QUrl(bare ? QStringLiteral("http://") + text : text));
    const QString real = place(url);
    return said.isEmpty()
        || (said != real && !said.endsWith(QLatin1Char('.') + real)
            && !real.endsWith(QLatin1Char('.') + said));
}

QString realTarget(const QUrl &url)
{
    return QString::fromLatin1(url.toEncoded(QUrl::FullyEncoded));
}

} // namespace vigie
