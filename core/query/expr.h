// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/field.h"
#include "core/text/scanline.h"

#include <QDate>

#include <vector>

namespace vigie::query {

/// One value of a term.
struct Value {
    enum class Kind {
        Name,   ///< a stored name, a person's or queue's name or id, a tag; words to look for
        Me,     ///< whoever asks
        None,   ///< nobody, nothing, not set
        Number,
        Age,    ///< `number` of the unit `name`: m, h, d (24 hours) or w
        Day,    ///< `day`; with `number` >= 0 that minute of it
        Word,   ///< one of timeWords()
        Missing, ///< the open end of a range
    };
    Kind kind = Kind::Name;
    QString name;
    qint64 number = 0;
    QDate day;
    bool beginning = false; ///< of words: the last one may go on ("vpn*")

    bool operator==(const Value &) const = default;
};

/// Is = one of the values; Range = between both values, ends included.
enum class Op { Is, Less, AtMost, More, AtLeast, Range };

/// One test of one field.
struct Term {
    Field field = Field::Text;
    Op op = Op::Is;
    QList<Value> values; ///< one; several for Is, two for Range
    Span span;           ///< where it stood in the text; not part of what it means

    friend bool operator==(const Term &a, const Term &b)
    {
        return a.field == b.field && a.op == b.op && a.values == b.values;
    }
};

/// A query as a value. Make one with parse() or with the functions below, which keep it in its
/// normal form: no And directly in an And, no Or in an Or, no Not in a Not, no list of one. Then
/// equal meaning written alike is equal, and parse(print(e)) == e.
struct Expr {
    enum class Kind { And, Or, Not, Term };
    Kind kind = Kind::And; ///< an And of nothing = everything
    std::vector<Expr> parts;
    Term term;

    [[nodiscard]] bool isEverything() const { return kind == Kind::And && parts.empty(); }
    friend bool operator==(const Expr &a, const Expr &b)
    {
        return a.kind == b.kind && a.parts == b.parts && (a.kind != Kind::Term || a.term == b.term);
    }
    friend bool operator!=(const Expr &a, const Expr &b) { return !(a == b); }
};

[[nodiscard]] Expr termOf(Term term);
/// The field is this stored name or id.
[[nodiscard]] Expr fieldIs(Field field, const QString &name);
/// Tickets for which all are true; of nothing: every ticket.
[[nodiscard]] Expr allOf(std::vector<Expr> parts);
/// Tickets for which one is true. `parts` must not be empty.
[[nodiscard]] Expr anyOf(std::vector<Expr> parts);
/// `expr` must not be everything: nothing has no text.
[[nodiscard]] Expr negated(Expr expr);

/// All terms, left to right.
[[nodiscard]] QList<Term> termsOf(const Expr &expr);
/// Whether `is:` or `has:` asks for it anywhere.
[[nodiscard]] bool mentions(const Expr &expr, Flag flag);

} // namespace vigie::query
