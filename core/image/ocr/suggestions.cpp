// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/ocr/suggestions.h"

#include "core/text/errorlines.h"
#include "core/text/secretlabels.h"

#include <algorithm>
#include <cmath>

namespace vigie {

namespace {

/// Boxes of words may cut what hangs below a line or leans out of it.
constexpr double kMargin = 0.2;

QRectF withMargin(const QRect &box, double scale)
{
    const double margin = std::max(2.0, kMargin * box.height() / scale);
    return QRectF(box.x() / scale, box.y() / scale, box.width() / scale, box.height() / scale)
        .adjusted(-margin, -margin, margin, margin);
}

Suggestion suggestion(const TextRow &row, const SensitiveHit &hit, double scale)
{
    return {withMargin(row.boxOf(hit.span), scale), reasonName(hit.kind),
            row.text.mid(hit.span.begin, hit.span.end - hit.span.begin)};
}

/// The stretches between a row's tabs.
QList<Span> columns(const TextRow &row)
{
    QList<Span> result;
    qsizetype begin = 0;
    for (qsizetype i = 0; i <= row.text.size(); ++i) {
        if (i < row.text.size() && row.text[i] != QLatin1Char('\t'))
            continue;
        if (i > begin)
            result.append({begin, i});
        begin = i + 1;
    }
    return result;
}

QString textOf(const TextRow &row, const Span &span)
{
    return row.text.mid(span.begin, span.end - span.begin);
}

/// One word that no sentence would have: below a label there may be anything.
bool maySecretBeBelow(const QString &text)
{
    return !text.contains(QLatin1Char(' ')) && maySecretBe(text) && looksMade(text);
}

/// What stands below the label in the next row, not further away than a form has it.
void findBelow(const TextRow &row, const Span &label, const TextRow &next, double scale,
               QList<Suggestion> &found)
{
    constexpr double kMostGap = 2;
    constexpr double kMostIndent = 2;
    const QRect above = row.boxOf(label);
    const int height = row.wordHeight();
    const QList<Span> fields = columns(next);
    for (const Span &field : fields) {
        const QRect below = next.boxOf(field);
        const bool near = below.top() - above.bottom() <= kMostGap * height;
        const bool aligned = std::abs(below.left() - above.left()) <= kMostIndent * height;
        if (near && aligned && maySecretBeBelow(textOf(next, field)))
            found.append(suggestion(next, {SensitiveKind::Password, field}, scale));
    }
}

/// The suggestion that comes after is a second reading of the one before, or reaches into it.
bool isSamePlace(const QRectF &a, const QRectF &b)
{
    const QRectF shared = a.intersected(b);
    const double height = std::min(a.height(), b.height());
    // Margins of rows that stand close may overlap; places in one row share most of their height.
    return !shared.isEmpty() && shared.height() >= 0.6 * height;
}

double area(const QRectF &rect)
{
    return rect.width() * rect.height();
}

} // namespace

QList<Suggestion> suggestionsIn(const QList<TextRow> &rows, double scale,
                                const SensitiveRules &rules)
{
    QList<Suggestion> found;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QList<SensitiveHit> hits = findSensitive(rows[i].text, rules);
        for (const SensitiveHit &hit : hits)
            found.append(suggestion(rows[i], hit, scale));
        if (i + 1 == rows.size())
            continue;
        const QList<Span> labels = columns(rows[i]);
        for (qsizetype n = 0; n < labels.size(); ++n) {
            // With something beside it that is no label, the field is there.
            const bool beside = n + 1 < labels.size()
                && !isSecretLabel(textOf(rows[i], labels[n + 1]));
            if (!beside && isSecretLabel(textOf(rows[i], labels[n])))
                findBelow(rows[i], labels[n], rows[i + 1], scale, found);
        }
    }
    return found;
}

QList<Suggestion> unitedSuggestions(QList<Suggestion> suggestions)
{
    std::stable_sort(suggestions.begin(), suggestions.end(),
                     [](const Suggestion &a, const Suggestion &b) {
                         return area(a.rect) > area(b.rect);
                     });
    QList<Suggestion> result;
    for (const Suggestion &next : std::as_const(suggestions)) {
        const auto same = std::find_if(result.begin(), result.end(), [&next](const Suggestion &s) {
            return isSamePlace(s.rect, next.rect);
        });
        if (same == result.end())
            result.append(next);
        else
            same->rect = same->rect.united(next.rect);
    }
    std::stable_sort(result.begin(), result.end(), [](const Suggestion &a, const Suggestion &b) {
        return a.rect.top() != b.rect.top() ? a.rect.top() < b.rect.top()
                                            : a.rect.left() < b.rect.left();
    });
    return result;
}

QString errorTextIn(const QList<TextRow> &rows, const SensitiveRules &rules)
{
    QStringList lines;
    for (const TextRow &row : rows) {
        QString text = row.text;
        QList<SensitiveHit> hits = findSensitive(text, rules);
        std::sort(hits.begin(), hits.end(), [](const SensitiveHit &a, const SensitiveHit &b) {
            return a.span.begin > b.span.begin;
        });
        qsizetype limit = text.size();
        for (const SensitiveHit &hit : std::as_const(hits)) {
            const qsizetype end = std::min(hit.span.end, limit);
            if (end <= hit.span.begin)
                continue;
            text.replace(hit.span.begin, end - hit.span.begin, QStringLiteral("[…]"));
            limit = hit.span.begin;
        }
        lines.append(text);
    }
    return errorMessage(lines);
}

} // namespace vigie
