// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/lexer.h"

#include <algorithm>

namespace vigie::query {

namespace {

constexpr QLatin1Char kQuote{'"'};
constexpr QLatin1Char kStar{'*'};

bool isNameLetter(QChar c)
{
    return (c >= QLatin1Char('a') && c <= QLatin1Char('z'))
        || (c >= QLatin1Char('A') && c <= QLatin1Char('Z'));
}

class Lexer
{
public:
    explicit Lexer(const QString &text) : m_text(text) {}

    QList<Token> run()
    {
        QList<Token> tokens;
        while (true) {
            while (m_at < m_text.size() && m_text[m_at].isSpace())
                ++m_at;
            if (m_at >= m_text.size())
                break;
            Token token = next();
            token.span.end = m_at;
            if (token.kind != Token::Kind::End)
                tokens.append(std::move(token));
        }
        Token end;
        end.span = {m_at, m_at};
        tokens.append(end);
        return tokens;
    }

private:
    [[nodiscard]] QChar at(qsizetype i) const { return i < m_text.size() ? m_text[i] : QChar(); }
    [[nodiscard]] bool isBoundary(qsizetype i) const
    {
        const QChar c = at(i);
        return i >= m_text.size() || c.isSpace() || c == QLatin1Char('(') || c == QLatin1Char(')')
            || c == kQuote;
    }

    /// One token; End for what is left out.
    Token next()
    {
        Token token;
        token.span.begin = m_at;
        const QChar c = m_text[m_at];
        if (c == QLatin1Char('(') || c == QLatin1Char(')')) {
            token.kind = c == QLatin1Char('(') ? Token::Kind::Open : Token::Kind::Close;
            ++m_at;
        } else if (c == QLatin1Char('-') && m_at + 1 < m_text.size()
                   && !m_text[m_at + 1].isSpace()) {
            token.kind = Token::Kind::Not;
            ++m_at;
        } else if (c == kQuote) {
            token.kind = Token::Kind::Words;
            token.pieces.append(quoted());
        } else if (!field(token)) {
            word(token);
        }
        return token;
    }

    Piece quoted()
    {
        Piece piece;
        piece.quoted = true;
        piece.isOpen = true;
        piece.span.begin = m_at++;
        while (m_at < m_text.size()) {
            QChar c = m_text[m_at++];
            if (c == kQuote) {
                piece.isOpen = false;
                break;
            }
            if (c == QLatin1Char('\\') && (at(m_at) == kQuote || at(m_at) == QLatin1Char('\\')))
                c = m_text[m_at++];
            piece.text += c;
        }
        if (!piece.isOpen && at(m_at) == kStar) {
            piece.beginning = true;
            ++m_at;
        }
        piece.span.end = m_at;
        return piece;
    }

    /// Up to white space, parentheses, quotes and, within a list, commas.
    Piece bare(bool inList)
    {
        Piece piece;
        piece.span.begin = m_at;
        while (!isBoundary(m_at) && !(inList && m_text[m_at] == QLatin1Char(',')))
            piece.text += m_text[m_at++];
        piece.span.end = m_at;
        while (piece.text.endsWith(kStar)) {
            piece.text.chop(1);
            piece.beginning = true;
        }
        return piece;
    }

    void word(Token &token)
    {
        const Piece piece = bare(false);
        if (piece.text == QLatin1String("AND"))
            token.kind = Token::Kind::And;
        else if (piece.text == QLatin1String("OR"))
            token.kind = Token::Kind::Or;
        else if (piece.text == QLatin1String("NOT"))
            token.kind = Token::Kind::Not;
        else if (std::any_of(piece.text.cbegin(), piece.text.cend(),
                             [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); }))
            token.kind = Token::Kind::Words;
        token.pieces.append(piece);
    }

    struct Operator {
        qsizetype length = 0; ///< 0 = there is none
        Op op = Op::Is;
        bool isNot = false;
    };
    [[nodiscard]] Operator operatorAt(qsizetype i) const
    {
        const qsizetype colon = at(i) == QLatin1Char(':') ? 1 : 0;
        const QChar c = at(i + colon);
        const bool equals = at(i + colon + 1) == QLatin1Char('=');
        if (c == QLatin1Char('<'))
            return {colon + (equals ? 2 : 1), equals ? Op::AtMost : Op::Less, false};
        if (c == QLatin1Char('>'))
            return {colon + (equals ? 2 : 1), equals ? Op::AtLeast : Op::More, false};
        if (c == QLatin1Char('!') && equals)
            return {colon + 2, Op::Is, true};
        return {colon + (c == QLatin1Char('=') ? 1 : 0), Op::Is, false};
    }

    /// Whether a name that is no field's looks like one that was meant. Addresses of web pages,
    /// times of day, paths and "Error: it broke" are text.
    [[nodiscard]] bool isMeantAsField(const QString &name, qsizetype opAt, qsizetype after) const
    {
        const QChar c = at(after);
        if (name.size() < 2 || (isBoundary(after) && c != kQuote))
            return false;
        if (at(opAt) == QLatin1Char(':'))
            return c != QLatin1Char('/') && c != QLatin1Char('\\') && c != QLatin1Char(':');
        return (at(opAt) == QLatin1Char('<') || at(opAt) == QLatin1Char('>')) && c.isDigit();
    }

    bool field(Token &token)
    {
        qsizetype end = m_at;
        while (isNameLetter(at(end)) || (end > m_at && at(end) == QLatin1Char('-')))
            ++end;
        const Operator found = end > m_at ? operatorAt(end) : Operator();
        if (found.length == 0)
            return false;
        const QString name = m_text.mid(m_at, end - m_at);
        if (!fieldNamed(name) && !isMeantAsField(name, end, end + found.length))
            return false;
        token.kind = Token::Kind::Field;
        token.op = found.op;
        token.isNot = found.isNot;
        token.name = name;
        token.nameSpan = {m_at, end};
        token.opSpan = {end, end + found.length};
        m_at = end + found.length;
        values(token);
        return true;
    }

    void values(Token &token)
    {
        while (true) {
            Piece piece = at(m_at) == kQuote ? quoted() : bare(true);
            token.wantsValue = piece.span.begin == piece.span.end;
            if (!token.wantsValue)
                token.pieces.append(std::move(piece));
            if (token.wantsValue || at(m_at) != QLatin1Char(','))
                return;
            ++m_at;
        }
    }

    const QString &m_text;
    qsizetype m_at = 0;
};

} // namespace

QList<Token> tokensOf(const QString &text)
{
    return Lexer(text).run();
}

} // namespace vigie::query
