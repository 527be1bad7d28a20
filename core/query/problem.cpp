// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/problem.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace vigie::query {

namespace {

constexpr qsizetype kLongestMistyped = 30;

/// Optimal string alignment: letters changed, added, left out, or two neighbours exchanged.
qsizetype distance(const QString &a, const QString &b)
{
    QList<qsizetype> before;
    QList<qsizetype> last;
    QList<qsizetype> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        before = std::exchange(last, row);
        row[0] = i;
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const bool same = a[i - 1] == b[j - 1];
            row[j] = std::min({last[j - 1] + (same ? 0 : 1), last[j] + 1, row[j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
    }
    return row.last();
}

} // namespace

const QList<EnumName<ProblemCode>> &problemNames()
{
    static const QList<EnumName<ProblemCode>> names{
        {ProblemCode::TooLong, "too-long"},
        {ProblemCode::TooDeep, "too-deep"},
        {ProblemCode::TooManyTerms, "too-many-terms"},
        {ProblemCode::UnclosedQuote, "unclosed-quote"},
        {ProblemCode::UnclosedParen, "unclosed-paren"},
        {ProblemCode::UnexpectedClose, "unexpected-close"},
        {ProblemCode::ExpectedTerm, "expected-term"},
        {ProblemCode::ExpectedValue, "expected-value"},
        {ProblemCode::UnknownField, "unknown-field"},
        {ProblemCode::UnknownValue, "unknown-value"},
        {ProblemCode::OneValueOnly, "one-value-only"},
        {ProblemCode::BadOperator, "bad-operator"},
        {ProblemCode::BadNumber, "bad-number"},
        {ProblemCode::BadTime, "bad-time"},
        {ProblemCode::BadRange, "bad-range"},
        {ProblemCode::NoWords, "no-words"},
    };
    return names;
}

QString problemName(ProblemCode code)
{
    for (const EnumName<ProblemCode> &entry : problemNames()) {
        if (entry.value == code)
            return QString::fromLatin1(entry.name);
    }
    return {};
}

QString nearestName(const QString &word, const QStringList &names)
{
    if (word.size() > kLongestMistyped)
        return {};
    QString best;
    qsizetype least = std::max<qsizetype>(1, word.size() / 3) + 1;
    for (const QString &name : names) {
        const qsizetype found = distance(word.toLower(), name.toLower());
        if (found < least) {
            least = found;
            best = name;
        }
    }
    return best;
}

} // namespace vigie::query
