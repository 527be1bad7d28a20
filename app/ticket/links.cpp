// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/links.h"

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
int trimmedLength(QStringView address)
{
    int length = int(address.size());
    while (length > 0) {
        const QChar last = address[length - 1];
        const bool closesOwn = last == QLatin1Char(')')
            && address.left(length).count(QLatin1Char('('))
                >= address.left(length).count(QLatin1Char(')'));
        if (closesOwn || !QStringLiteral(".,;:!?)]}'\"»").contains(last))
            break;
        --length;
    }
    return length;
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
        const int length = trimmedLength(match.capturedView());
        const QUrl url(match.captured().left(length), QUrl::StrictMode);
        if (length > 0 && url.isValid() && isOpenable(url))
            found.append({int(match.capturedStart()), length, url});
    }
    return found;
}

QString realTarget(const QUrl &url)
{
    return QString::fromLatin1(url.toEncoded(QUrl::FullyEncoded));
}

} // namespace vigie
