// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/field.h"
#include "core/text/scanline.h"

namespace vigie::query {

/// Everything that can be wrong with a query: a closed list, so that each has words (app/text).
enum class ProblemCode {
    TooLong,         ///< over limits::kQueryLength
    TooDeep,         ///< over limits::kQueryDepth
    TooManyTerms,    ///< over limits::kQueryTerms or kQueryValues
    UnclosedQuote,
    UnclosedParen,
    UnexpectedClose, ///< a `)` without a `(`
    ExpectedTerm,    ///< nothing where a condition has to stand
    ExpectedValue,   ///< nothing behind a field's operator
    UnknownField,
    UnknownValue,    ///< not in the field's closed list
    OneValueOnly,    ///< `<`, `>` compare with one value, and not with `none`
    BadOperator,     ///< the field has no order: `<`, `>` and `..` say nothing
    BadNumber,
    BadTime,
    BadRange,        ///< from the larger to the smaller, or mixed
    NoWords,         ///< no letter or digit to look for
};

/// What is wrong, where, and what could stand there instead.
struct Problem {
    ProblemCode code = ProblemCode::ExpectedTerm;
    Span span;            ///< in UTF-16 units of the text; empty at its end
    QString found;        ///< what stands there
    QString field;        ///< the field's canonical name, when there is one
    QStringList expected; ///< names that would be right, in the field's order; may be empty
    QString nearest;      ///< the one of `expected` that was probably meant; may be empty

    bool operator==(const Problem &) const = default;
};

/// Stable names for logs and tests, e.g. "unknown-field".
[[nodiscard]] QString problemName(ProblemCode code);
[[nodiscard]] const QList<EnumName<ProblemCode>> &problemNames();

/// The name with the fewest typing errors to `word`, if they are few (one, or a third of its
/// letters); empty otherwise.
[[nodiscard]] QString nearestName(const QString &word, const QStringList &names);

} // namespace vigie::query
