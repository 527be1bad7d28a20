// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/expr.h"

#include <algorithm>

namespace vigie::query {

namespace {

Expr listOf(Expr::Kind kind, std::vector<Expr> parts)
{
    if (parts.size() == 1)
        return std::move(parts.front());
    Expr made;
    made.kind = kind;
    for (Expr &part : parts) {
        if (part.kind == kind)
            std::move(part.parts.begin(), part.parts.end(), std::back_inserter(made.parts));
        else
            made.parts.push_back(std::move(part));
    }
    if (made.parts.size() == 1) {
        Expr only = std::move(made.parts.front());
        return only;
    }
    return made;
}

void collectTerms(const Expr &expr, QList<Term> &into)
{
    if (expr.kind == Expr::Kind::Term)
        into.append(expr.term);
    for (const Expr &part : expr.parts)
        collectTerms(part, into);
}

} // namespace

Expr fieldIs(Field field, const QString &name)
{
    Term term;
    term.field = field;
    Value value;
    value.name = name;
    term.values = {value};
    return termOf(term);
}

Expr termOf(Term term)
{
    Expr made;
    made.kind = Expr::Kind::Term;
    made.term = std::move(term);
    return made;
}

Expr allOf(std::vector<Expr> parts)
{
    return listOf(Expr::Kind::And, std::move(parts));
}

Expr anyOf(std::vector<Expr> parts)
{
    // Everything or something else is everything.
    if (std::any_of(parts.cbegin(), parts.cend(), [](const Expr &e) { return e.isEverything(); }))
        return {};
    return listOf(Expr::Kind::Or, std::move(parts));
}

Expr negated(Expr expr)
{
    if (expr.kind == Expr::Kind::Not) {
        Expr inner = std::move(expr.parts.front());
        return inner;
    }
    Expr made;
    made.kind = Expr::Kind::Not;
    made.parts.push_back(std::move(expr));
    return made;
}

QList<Term> termsOf(const Expr &expr)
{
    QList<Term> terms;
    collectTerms(expr, terms);
    return terms;
}

bool mentions(const Expr &expr, Flag flag)
{
    const QList<Term> terms = termsOf(expr);
    return std::any_of(terms.cbegin(), terms.cend(), [flag](const Term &term) {
        return std::any_of(term.values.cbegin(), term.values.cend(), [&](const Value &value) {
            const FlagName *name = flagNamed(term.field, value.name);
            return name && name->flag == flag;
        });
    });
}

} // namespace vigie::query
