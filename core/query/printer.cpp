// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/printer.h"

#include "core/query/lexer.h"

namespace vigie::query {

namespace {

QString inQuotes(const QString &text)
{
    QString escaped = text;
    escaped.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
    escaped.replace(QLatin1Char('"'), QLatin1String("\\\""));
    return QLatin1Char('"') + escaped + QLatin1Char('"');
}

/// Whether a text without quotes is read as just this text.
bool isPlainWord(const QString &text, bool beginning)
{
    const QList<Token> tokens = tokensOf(beginning ? text + QLatin1Char('*') : text);
    return tokens.size() == 2 && tokens[0].kind == Token::Kind::Words
        && tokens[0].pieces[0].text == text && !tokens[0].pieces[0].quoted
        && tokens[0].pieces[0].beginning == beginning;
}

bool isPlainKey(const FieldSpec &spec, const QString &text)
{
    const QString lower = text.toLower();
    if ((spec.mayBeNone && lower == QLatin1String("none"))
        || (isPerson(spec.field) && lower == QLatin1String("me")))
        return false;
    const QList<Token> tokens = tokensOf(QLatin1String(spec.name) + QLatin1Char(':') + text);
    if (tokens.size() != 2 || tokens[0].kind != Token::Kind::Field || tokens[0].op != Op::Is
        || tokens[0].opSpan.end - tokens[0].opSpan.begin != 1 || tokens[0].isNot)
        return false;
    const QList<Piece> &pieces = tokens[0].pieces;
    return pieces.size() == 1 && !tokens[0].wantsValue && pieces[0].text == text
        && !pieces[0].quoted && !pieces[0].beginning;
}

QString operatorText(Op op)
{
    switch (op) {
    case Op::Less: return QStringLiteral("<");
    case Op::AtMost: return QStringLiteral("<=");
    case Op::More: return QStringLiteral(">");
    case Op::AtLeast: return QStringLiteral(">=");
    case Op::Is:
    case Op::Range: break;
    }
    return QStringLiteral(":");
}

QString dayText(const Value &value)
{
    QString text = value.day.toString(QStringLiteral("yyyy-MM-dd"));
    if (value.number >= 0)
        text += QStringLiteral("T%1:%2")
                    .arg(value.number / 60, 2, 10, QLatin1Char('0'))
                    .arg(value.number % 60, 2, 10, QLatin1Char('0'));
    return text;
}

void print(const Expr &expr, bool inAnd, QString &into)
{
    switch (expr.kind) {
    case Expr::Kind::Term: into += print(expr.term); return;
    case Expr::Kind::Not: {
        const Expr &inner = expr.parts.front();
        into += QLatin1Char('-');
        if (inner.kind == Expr::Kind::Term) {
            into += print(inner.term);
            return;
        }
        into += QLatin1Char('(');
        print(inner, false, into);
        into += QLatin1Char(')');
        return;
    }
    case Expr::Kind::And:
    case Expr::Kind::Or: break;
    }
    const bool isOr = expr.kind == Expr::Kind::Or;
    const bool parens = isOr && inAnd;
    if (parens)
        into += QLatin1Char('(');
    for (size_t i = 0; i < expr.parts.size(); ++i) {
        if (i > 0)
            into += isOr ? QStringLiteral(" OR ") : QStringLiteral(" ");
        print(expr.parts[i], !isOr, into);
    }
    if (parens)
        into += QLatin1Char(')');
}

} // namespace

QString printed(const FieldSpec &spec, const Value &value)
{
    switch (value.kind) {
    case Value::Kind::Me: return QStringLiteral("me");
    case Value::Kind::None: return QStringLiteral("none");
    case Value::Kind::Number: return QString::number(value.number);
    case Value::Kind::Age: return QString::number(value.number) + value.name;
    case Value::Kind::Day: return dayText(value);
    case Value::Kind::Missing: return {};
    case Value::Kind::Word:
    case Value::Kind::Name: break;
    }
    const bool plain =
        spec.field == Field::Text ? isPlainWord(value.name, value.beginning) : isPlainKey(spec, value.name);
    const QString text = plain ? value.name : inQuotes(value.name);
    return value.beginning ? text + QLatin1Char('*') : text;
}

QString print(const Term &term, bool withNot)
{
    const FieldSpec &spec = specOf(term.field);
    QString text = withNot ? QStringLiteral("-") : QString();
    // Several words to choose from need the field's name.
    if (term.field != Field::Text || term.values.size() != 1)
        text += QLatin1String(spec.name) + operatorText(term.op);
    for (qsizetype i = 0; i < term.values.size(); ++i) {
        if (i > 0)
            text += term.op == Op::Range ? QStringLiteral("..") : QStringLiteral(",");
        text += printed(spec, term.values[i]);
    }
    return text;
}

QString print(const Expr &expr)
{
    QString text;
    print(expr, false, text);
    return text;
}

} // namespace vigie::query
