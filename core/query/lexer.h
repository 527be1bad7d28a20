// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/expr.h"

namespace vigie::query {

/// A word or a quoted text, with quotes and escapes taken away.
struct Piece {
    QString text;
    Span span;              ///< with its quotes and star
    bool quoted = false;
    bool isOpen = false;    ///< the closing quote is missing
    bool beginning = false; ///< ended with a star
};

struct Token {
    enum class Kind { Open, Close, And, Or, Not, Words, Field, End };
    Kind kind = Kind::End;
    Span span;
    // Of Field: name, operator, values
    QString name;
    Span nameSpan;
    Span opSpan;
    Op op = Op::Is;
    bool isNot = false;     ///< written with `!=`
    QList<Piece> pieces;    ///< of Words: exactly one
    /// Of Field: a value was begun, with nothing there yet, at the token's end.
    bool wantsValue = false;
};

/// Cuts a text into tokens, the last of which is an End. Knows the fields' names, but judges
/// nothing, so that completion can use it on half a query. Bare punctuation is left out. One walk
/// over the text.
[[nodiscard]] QList<Token> tokensOf(const QString &text);

} // namespace vigie::query
