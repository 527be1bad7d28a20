// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/parser.h"

#include "core/base/limits.h"
#include "core/query/lexer.h"
#include "core/query/valuereader.h"

namespace vigie::query {

namespace {

using TokenKind = Token::Kind;

/// Recursive descent; every function returns nothing once m_problem is set.
class Parser
{
public:
    Parser(const QString &text, const ParseOptions &options)
        : m_text(text), m_options(options), m_tokens(tokensOf(text))
    {
    }

    Parsed run()
    {
        Parsed parsed;
        if (current().kind == TokenKind::End)
            return parsed;
        std::optional<Expr> expr = either();
        if (expr && current().kind == TokenKind::Close)
            reportToken(ProblemCode::UnexpectedClose, current());
        if (m_problem)
            parsed.problem = m_problem;
        else
            parsed.expr = std::move(*expr);
        return parsed;
    }

private:
    [[nodiscard]] const Token &current() const { return m_tokens[m_at]; }

    std::optional<Expr> report(Problem problem)
    {
        if (!m_problem)
            m_problem = std::move(problem);
        return std::nullopt;
    }
    std::optional<Expr> reportToken(ProblemCode code, const Token &token)
    {
        Problem problem;
        problem.code = code;
        problem.span = token.span;
        problem.found = m_text.mid(token.span.begin, token.span.end - token.span.begin);
        return report(std::move(problem));
    }

    std::optional<Expr> either()
    {
        std::vector<Expr> parts;
        while (true) {
            std::optional<Expr> part = all();
            if (!part)
                return std::nullopt;
            parts.push_back(std::move(*part));
            if (current().kind != TokenKind::Or)
                return anyOf(std::move(parts));
            ++m_at;
        }
    }

    std::optional<Expr> all()
    {
        std::vector<Expr> parts;
        while (true) {
            std::optional<Expr> part = maybeNot();
            if (!part)
                return std::nullopt;
            parts.push_back(std::move(*part));
            if (current().kind == TokenKind::And) {
                ++m_at;
                continue;
            }
            if (current().kind == TokenKind::End || current().kind == TokenKind::Or
                || current().kind == TokenKind::Close)
                return allOf(std::move(parts));
        }
    }

    std::optional<Expr> maybeNot()
    {
        bool isNot = false;
        for (; current().kind == TokenKind::Not; ++m_at)
            isNot = !isNot;
        std::optional<Expr> expr = current().kind == TokenKind::Open ? inParens() : single();
        return expr && isNot ? negated(std::move(*expr)) : expr;
    }

    std::optional<Expr> inParens()
    {
        const Token open = current();
        if (++m_depth > limits::kQueryDepth)
            return reportToken(ProblemCode::TooDeep, open);
        ++m_at;
        std::optional<Expr> expr = either();
        if (!expr)
            return std::nullopt;
        if (current().kind != TokenKind::Close)
            return reportToken(ProblemCode::UnclosedParen, open);
        ++m_at;
        --m_depth;
        return expr;
    }

    std::optional<Expr> single()
    {
        const Token &token = current();
        if (token.kind != TokenKind::Words && token.kind != TokenKind::Field)
            return reportToken(ProblemCode::ExpectedTerm, token);
        m_values += int(token.pieces.size());
        if (++m_terms > limits::kQueryTerms || m_values > limits::kQueryValues)
            return reportToken(ProblemCode::TooManyTerms, token);
        std::optional<Expr> expr = token.kind == TokenKind::Words ? words(token) : field(token);
        ++m_at;
        return expr;
    }

    std::optional<Expr> words(const Token &token)
    {
        Token asField = token;
        asField.op = Op::Is;
        Piece &piece = asField.pieces.first();
        const bool isLast = m_options.typing && piece.span.end == m_text.size();
        if (isLast && piece.isOpen)
            piece.isOpen = false;
        else if (isLast && !piece.quoted)
            piece.beginning = true;
        return read(asField, specOf(Field::Text));
    }

    std::optional<Expr> field(const Token &token)
    {
        const FieldSpec *spec = fieldNamed(token.name);
        if (spec)
            return read(token, *spec);
        Problem problem;
        problem.code = ProblemCode::UnknownField;
        problem.span = token.nameSpan;
        problem.found = token.name;
        const QList<const FieldSpec *> fields = namedFields();
        for (const FieldSpec *known : fields)
            problem.expected.append(QLatin1String(known->name));
        problem.nearest = nearestName(token.name, problem.expected);
        return report(std::move(problem));
    }

    std::optional<Expr> read(const Token &token, const FieldSpec &spec)
    {
        ValueReader reader(spec, m_options.words);
        std::optional<Term> term = reader.read(token);
        if (!term)
            return report(reader.problem());
        Expr expr = termOf(std::move(*term));
        return token.isNot ? negated(std::move(expr)) : expr;
    }

    const QString &m_text;
    const ParseOptions &m_options;
    QList<Token> m_tokens;
    qsizetype m_at = 0;
    int m_depth = 0;
    int m_terms = 0;
    int m_values = 0;
    std::optional<Problem> m_problem;
};

} // namespace

Parsed parse(const QString &text, const ParseOptions &options)
{
    if (text.size() <= limits::kQueryLength)
        return Parser(text, options).run();
    Parsed parsed;
    Problem problem;
    problem.code = ProblemCode::TooLong;
    problem.span = {limits::kQueryLength, text.size()};
    parsed.problem = problem;
    return parsed;
}

} // namespace vigie::query
