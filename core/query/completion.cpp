// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/completion.h"

#include "core/base/limits.h"
#include "core/query/lexer.h"
#include "core/query/printer.h"

#include <algorithm>

namespace vigie::query {

namespace {

bool begins(const QString &name, const QString &typed)
{
    return name.startsWith(typed, Qt::CaseInsensitive);
}

QStringList closedValues(const FieldSpec &spec)
{
    QStringList names;
    if (spec.choices) {
        for (const Choice &choice : spec.choices())
            names.append(choice.name);
    }
    for (const FlagName &flag : flagNames()) {
        if (flag.field == spec.field)
            names.append(QLatin1String(flag.name));
    }
    if (spec.kind == FieldKind::Time)
        names = timeWords() + QStringList{QStringLiteral("1h"), QStringLiteral("4h"),
                                          QStringLiteral("1d"), QStringLiteral("7d")};
    return names;
}

class Completer
{
public:
    Completer(const QString &text, qsizetype cursor, const ValueSource &source)
        : m_cursor(std::clamp<qsizetype>(cursor, 0, text.size())), m_source(source),
          m_tokens(tokensOf(text))
    {
    }

    Completion run()
    {
        m_completion.replace = {m_cursor, m_cursor};
        const Token *token = tokenAtCursor();
        if (!token) {
            fields(QString());
            keywords(QString());
        } else if (token->kind == Token::Kind::Field) {
            inField(*token);
        } else if (token->kind == Token::Kind::Open || token->kind == Token::Kind::Not) {
            fields(QString());
        } else if (token->kind != Token::Kind::Close && !token->pieces.first().quoted) {
            inWord(*token);
        }
        if (m_completion.candidates.size() > limits::kCompletions)
            m_completion.candidates.resize(limits::kCompletions);
        return m_completion;
    }

private:
    /// The token that the cursor stands in or right behind.
    const Token *tokenAtCursor() const
    {
        const auto found = std::find_if(m_tokens.cbegin(), m_tokens.cend(), [this](const Token &t) {
            return t.kind != Token::Kind::End && t.span.begin < m_cursor && m_cursor <= t.span.end;
        });
        return found == m_tokens.cend() ? nullptr : &*found;
    }

    void add(Candidate::Kind kind, const QString &insert, Field field, const QString &name)
    {
        const Candidate candidate{kind, insert, field, name};
        if (!m_completion.candidates.contains(candidate))
            m_completion.candidates.append(candidate);
    }

    void fields(const QString &typed)
    {
        const QList<const FieldSpec *> known = namedFields();
        for (const FieldSpec *spec : known) {
            const QString name = QLatin1String(spec->name);
            const QStringList aliases = QString::fromLatin1(spec->aliases).split(QLatin1Char(' '));
            const bool byAlias = !typed.isEmpty()
                && std::any_of(aliases.cbegin(), aliases.cend(),
                               [&typed](const QString &alias) { return begins(alias, typed); });
            if (begins(name, typed) || byAlias)
                add(Candidate::Kind::Field, name + QLatin1Char(':'), spec->field, name);
        }
    }

    /// Only between two conditions.
    void keywords(const QString &typed)
    {
        const bool hasLeft = std::any_of(m_tokens.cbegin(), m_tokens.cend(), [this](const Token &t) {
            return t.kind != Token::Kind::End && t.span.end < m_cursor;
        });
        for (const char *word : {"AND", "OR", "NOT"}) {
            const QString name = QLatin1String(word);
            if (begins(name, typed) && (hasLeft || name == QLatin1String("NOT")))
                add(Candidate::Kind::Keyword, name, Field::Text, name);
        }
    }

    void inWord(const Token &token)
    {
        const Piece &piece = token.pieces.first();
        const QString typed = piece.text.left(m_cursor - piece.span.begin);
        m_completion.replace = piece.span;
        fields(typed);
        conditions(typed);
        keywords(typed);
    }

    /// "open" may be meant as is:open or state:open.
    void conditions(const QString &typed)
    {
        const QList<const FieldSpec *> known = namedFields();
        for (const FieldSpec *spec : known) {
            if (spec->kind == FieldKind::Time)
                continue;
            const QStringList names = closedValues(*spec);
            for (const QString &name : names) {
                if (begins(name, typed))
                    add(Candidate::Kind::Term,
                        QLatin1String(spec->name) + QLatin1Char(':') + name, spec->field, name);
            }
        }
    }

    void inField(const Token &token)
    {
        const FieldSpec *spec = fieldNamed(token.name);
        if (m_cursor <= token.nameSpan.end) {
            m_completion.replace = {token.nameSpan.begin, token.opSpan.end};
            fields(token.name.left(m_cursor - token.nameSpan.begin));
            return;
        }
        if (!spec || m_cursor < token.opSpan.end)
            return;
        const auto piece = std::find_if(
            token.pieces.cbegin(), token.pieces.cend(), [this](const Piece &p) {
                return p.span.begin < m_cursor && m_cursor <= p.span.end;
            });
        if (piece == token.pieces.cend()) {
            values(*spec, QString());
            operators(*spec, token);
            return;
        }
        // The first end of a range stays.
        const QString whole = piece->text;
        const qsizetype dots = piece->quoted ? -1 : whole.indexOf(QLatin1String(".."));
        const qsizetype quote = piece->quoted ? 1 : 0;
        m_completion.replace = piece->span;
        QString typed = whole.left(m_cursor - piece->span.begin - quote);
        const qsizetype second = piece->span.begin + dots + 2;
        if (dots >= 0 && m_cursor >= second) {
            m_completion.replace.begin = second;
            typed = whole.mid(dots + 2).left(m_cursor - second);
        } else if (dots >= 0) {
            m_completion.replace.end = piece->span.begin + dots;
            typed = typed.left(dots);
        }
        values(*spec, typed);
    }

    /// Right behind the colon only: "due:" may become "due<".
    void operators(const FieldSpec &spec, const Token &token)
    {
        const bool ordered = spec.kind == FieldKind::Ladder || spec.kind == FieldKind::Number
            || spec.kind == FieldKind::Time;
        if (!ordered || m_cursor != token.opSpan.end
            || token.opSpan.end - token.opSpan.begin != 1 || token.op != Op::Is)
            return;
        for (const char *op : {"<", "<=", ">", ">="})
            add(Candidate::Kind::Operator, QLatin1String(op), spec.field, QLatin1String(op));
    }

    void values(const FieldSpec &spec, const QString &typed)
    {
        const bool open = spec.kind == FieldKind::Keys && !spec.closed;
        if (isPerson(spec.field) && begins(QStringLiteral("me"), typed))
            add(Candidate::Kind::Value, QStringLiteral("me"), spec.field, QStringLiteral("me"));
        QStringList names = open ? m_source.values(spec.field, typed, limits::kCompletions)
                                 : closedValues(spec);
        if (!open)
            names.removeIf([&typed](const QString &name) { return !begins(name, typed); });
        for (const QString &name : names) {
            Value value;
            value.name = name;
            add(Candidate::Kind::Value, printed(spec, value), spec.field, name);
        }
        if (spec.mayBeNone && begins(QStringLiteral("none"), typed))
            add(Candidate::Kind::Value, QStringLiteral("none"), spec.field, QStringLiteral("none"));
    }

    qsizetype m_cursor;
    const ValueSource &m_source;
    QList<Token> m_tokens;
    Completion m_completion;
};

} // namespace

Completion complete(const QString &text, qsizetype cursor, const ValueSource &source)
{
    if (text.size() > limits::kQueryLength)
        return {{cursor, cursor}, {}};
    return Completer(text, cursor, source).run();
}

} // namespace vigie::query
