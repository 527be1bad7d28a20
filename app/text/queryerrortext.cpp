// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/queryerrortext.h"

namespace vigie {

namespace {

/// More names than these would be a wall.
constexpr qsizetype kNamesShown = 8;
constexpr qsizetype kFoundShown = 40;

QString shown(const QString &text)
{
    return text.size() <= kFoundShown ? text : text.left(kFoundShown) + QChar(0x2026);
}

} // namespace

QString QueryErrorText::of(const query::Problem &problem)
{
    using query::ProblemCode;
    const QString found = shown(problem.found);
    const auto help = [&problem]() -> QString {
        if (!problem.nearest.isEmpty())
            return tr("Did you mean “%1”?").arg(problem.nearest);
        if (problem.expected.isEmpty())
            return {};
        const QString names = problem.expected.mid(0, kNamesShown).join(QStringLiteral(", "));
        return problem.expected.size() > kNamesShown ? tr("Possible are %1 and others.").arg(names)
                                                     : tr("Possible are %1.").arg(names);
    };
    const auto withHelp = [&help](const QString &sentence) {
        const QString more = help();
        return more.isEmpty() ? sentence : sentence + QLatin1Char(' ') + more;
    };
    switch (problem.code) {
    case ProblemCode::TooLong: return tr("This search is too long. Please shorten it.");
    case ProblemCode::TooDeep:
        return tr("There are too many parentheses in one another. Please use fewer.");
    case ProblemCode::TooManyTerms:
        return tr("There are too many conditions in this search. Please leave some out.");
    case ProblemCode::UnclosedQuote: return tr("The closing quotation mark is missing.");
    case ProblemCode::UnclosedParen: return tr("The closing parenthesis is missing.");
    case ProblemCode::UnexpectedClose:
        return tr("This parenthesis was never opened. Remove it, or open it further left.");
    case ProblemCode::ExpectedTerm:
        return found.isEmpty() ? tr("Something is missing at the end: a word or a condition.")
                               : tr("A word or a condition is missing before “%1”.").arg(found);
    case ProblemCode::ExpectedValue:
        return withHelp(tr("A value is missing after “%1”.").arg(problem.field));
    case ProblemCode::UnknownField:
        return withHelp(tr("There is no field “%1”.").arg(found)) + QLatin1Char(' ')
            + tr("To look for these words, put them into quotation marks.");
    case ProblemCode::UnknownValue:
        return withHelp(tr("“%1” is not a value of “%2”.").arg(found, problem.field));
    case ProblemCode::OneValueOnly:
        return tr("“%1” can be compared with one value only. Use “%1:” for several values or for "
                  "none.").arg(problem.field);
    case ProblemCode::BadOperator:
        return tr("“%1” has no smaller and larger values. Use “%1:” instead.").arg(problem.field);
    case ProblemCode::BadNumber: return tr("“%1” is not a number that can be looked for.").arg(found);
    case ProblemCode::BadTime:
        return tr("“%1” is not a time. Write for example 4h, 7d, 2026-03-01 or today.").arg(found);
    case ProblemCode::BadRange:
        return tr("“%1” is not a range. Write the smaller end first, as in 100..200.").arg(found);
    case ProblemCode::NoWords:
        return tr("“%1” has no letters or digits to look for.").arg(found);
    }
    return {};
}

QString QueryErrorText::of(const query::UnknownName &name)
{
    const QString found = shown(name.name);
    return name.field == query::Field::Queue
        ? tr("There is no queue called “%1” here, so this condition finds nothing.").arg(found)
        : tr("Nobody called “%1” is known here, so this condition finds nothing.").arg(found);
}

} // namespace vigie
