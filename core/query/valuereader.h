// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/lexer.h"
#include "core/query/parser.h"

namespace vigie::query {

/// Reads the values of one term: what kind of value a field takes and whether the operator makes
/// sense for it.
class ValueReader
{
public:
    ValueReader(const FieldSpec &spec, const WordNames *words) : m_spec(spec), m_words(words) {}

    /// The term a token spells, or problem().
    [[nodiscard]] std::optional<Term> read(const Token &token);
    [[nodiscard]] const Problem &problem() const { return m_problem; }

private:
    [[nodiscard]] bool fail(ProblemCode code, const Piece &piece);
    [[nodiscard]] bool readRange(const Piece &piece, qsizetype dots, Term &term);
    [[nodiscard]] bool readValue(const Piece &piece, Value &value);
    [[nodiscard]] bool readClosed(const Piece &piece, Value &value);
    [[nodiscard]] bool readKey(const Piece &piece, Value &value);
    [[nodiscard]] bool readNumber(const Piece &piece, Value &value);
    [[nodiscard]] bool readTime(const Piece &piece, Value &value);
    [[nodiscard]] bool hasOrder() const;
    [[nodiscard]] bool isReversed(const Value &from, const Value &to) const;
    [[nodiscard]] QStringList closedNames() const;
    [[nodiscard]] QString storedName(const QString &word) const;

    const FieldSpec &m_spec;
    const WordNames *m_words;
    Problem m_problem;
};

/// The milliseconds of an age; 0 for an unknown unit.
[[nodiscard]] qint64 ageMs(const Value &age);

} // namespace vigie::query
