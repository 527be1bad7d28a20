// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/sensitivetext.h"

#include "core/text/detectors.h"

#include <algorithm>
#include <array>

namespace vigie {

namespace {

struct Row {
    SensitiveKind kind;
    void (*find)(const ScanLine &, const SensitiveRules &, QList<Span> &);
    bool toColumnEnd; ///< the place reaches to the end of its column
};

/// In the order of who wins: a place inside a place of an earlier row is not told again.
constexpr std::array kRows{
    Row{SensitiveKind::Password, detect::passwords, true},
    Row{SensitiveKind::Token, detect::tokens, true},
    Row{SensitiveKind::Email, detect::emails, false},
    Row{SensitiveKind::Iban, detect::ibans, false},
    Row{SensitiveKind::Card, detect::cards, false},
    Row{SensitiveKind::Ip, detect::addresses, false},
    Row{SensitiveKind::Phone, detect::phones, false},
    Row{SensitiveKind::Host, detect::hosts, false},
    Row{SensitiveKind::Name, detect::names, false},
    Row{SensitiveKind::Site, detect::sitePatterns, false},
};

QList<Span> merged(QList<Span> spans)
{
    std::sort(spans.begin(), spans.end(), [](const Span &a, const Span &b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    QList<Span> result;
    for (const Span &span : std::as_const(spans)) {
        if (!result.isEmpty() && span.begin < result.last().end)
            result.last().end = std::max(result.last().end, span.end);
        else
            result.append(span);
    }
    return result;
}

/// "Anna" and "Dupont" with nothing but a space between are one place.
QList<Span> joined(const ScanLine &line, const QList<Span> &spans)
{
    QList<Span> result;
    for (const Span &span : spans) {
        if (!result.isEmpty() && span.begin == result.last().end + 1
            && line.at(span.begin - 1) == QLatin1Char(' '))
            result.last().end = span.end;
        else
            result.append(span);
    }
    return result;
}

/// Of spans in order without overlaps: whether one contains `span`.
bool isCovered(const QList<Span> &sorted, const Span &span)
{
    auto after = std::upper_bound(sorted.begin(), sorted.end(), span.begin,
                                  [](qsizetype at, const Span &s) { return at < s.begin; });
    return after != sorted.begin() && std::prev(after)->contains(span);
}

} // namespace

QString reasonName(SensitiveKind kind)
{
    switch (kind) {
    case SensitiveKind::Email:
        return QStringLiteral("email");
    case SensitiveKind::Phone:
        return QStringLiteral("phone");
    case SensitiveKind::Iban:
        return QStringLiteral("iban");
    case SensitiveKind::Card:
        return QStringLiteral("card");
    case SensitiveKind::Ip:
        return QStringLiteral("ip");
    case SensitiveKind::Host:
        return QStringLiteral("host");
    case SensitiveKind::Token:
        return QStringLiteral("token");
    case SensitiveKind::Password:
        return QStringLiteral("password");
    case SensitiveKind::Name:
        return QStringLiteral("name");
    case SensitiveKind::Site:
        return QStringLiteral("site");
    }
    return {};
}

QList<SensitiveHit> findSensitive(const ScanLine &line, const SensitiveRules &rules)
{
    QList<SensitiveHit> hits;
    QList<Span> covered;
    for (const Row &row : kRows) {
        QList<Span> narrow;
        row.find(line, rules, narrow);
        QList<Span> wide;
        for (const Span &span : std::as_const(narrow)) {
            Span grown = line.wholeWords(span);
            if (row.toColumnEnd)
                grown.end = std::max(grown.end, line.columnEnd(span.begin));
            if (!isCovered(covered, grown))
                wide.append(grown);
        }
        wide = merged(std::move(wide));
        if (row.kind == SensitiveKind::Name)
            wide = joined(line, wide);
        for (const Span &span : std::as_const(wide))
            hits.append({row.kind, span});
        covered = merged(covered + wide);
    }
    std::stable_sort(hits.begin(), hits.end(), [](const SensitiveHit &a, const SensitiveHit &b) {
        return a.span.begin < b.span.begin;
    });
    return hits;
}

QList<SensitiveHit> findSensitive(const QString &line, const SensitiveRules &rules)
{
    return findSensitive(ScanLine(line), rules);
}

} // namespace vigie
