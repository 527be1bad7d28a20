// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/remote/vigie/retryafter.h"

#include "core/base/limits.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace vigie::remote {

namespace {

constexpr qsizetype kLongestHeader = 64;

/// The three forms of RFC 9110 §5.6.7, all of them GMT.
std::optional<qint64> httpDateMs(const QByteArray &text)
{
    static const QStringList formats{QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"),
                                     QStringLiteral("dddd, dd-MMM-yy HH:mm:ss 'GMT'"),
                                     QStringLiteral("ddd MMM d HH:mm:ss yyyy")};
    const QString clean = QString::fromLatin1(text).simplified();
    for (const QString &format : formats) {
        QDateTime parsed = QLocale::c().toDateTime(clean, format);
        if (!parsed.isValid())
            continue;
        // Two-digit years mean the last century to Qt; no server is that old.
        if (parsed.date().year() < 1970)
            parsed = parsed.addYears(100);
        parsed.setTimeSpec(Qt::UTC);
        return parsed.toMSecsSinceEpoch();
    }
    return std::nullopt;
}

bool allDigits(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::optional<qint64> retryAfterMs(const QByteArray &retryAfter, const QByteArray &date)
{
    const QByteArray text = retryAfter.trimmed();
    if (text.isEmpty() || text.size() > kLongestHeader)
        return std::nullopt;
    if (allDigits(text)) {
        bool fits = false;
        const qint64 seconds = text.toLongLong(&fits);
        if (!fits || seconds > limits::kRetryAfterMostMs / 1000)
            return limits::kRetryAfterMostMs;
        return seconds * 1000;
    }
    const std::optional<qint64> until = httpDateMs(text);
    const std::optional<qint64> now = httpDateMs(date.trimmed().left(kLongestHeader));
    if (!until || !now)
        return std::nullopt;
    return std::clamp<qint64>(*until - *now, 0, limits::kRetryAfterMostMs);
}

} // namespace vigie::remote
