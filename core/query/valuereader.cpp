// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/valuereader.h"

#include "core/base/limits.h"
#include "core/text/searchtext.h"

#include <QTime>

#include <algorithm>

namespace vigie::query {

namespace {

constexpr QLatin1String kDots{".."};
constexpr int kFirstYear = 1970;
constexpr int kLastYear = 9999;

qint64 unitMs(const QString &unit)
{
    if (unit == QLatin1String("m"))
        return 60'000;
    if (unit == QLatin1String("h"))
        return 3'600'000;
    if (unit == QLatin1String("d"))
        return 86'400'000;
    return unit == QLatin1String("w") ? 7LL * 86'400'000 : 0;
}

/// Digits only: no signs, no spaces, no other scripts' digits.
bool isPlainNumber(const QString &text, qint64 most, qint64 &number)
{
    if (text.isEmpty() || text.size() > 18)
        return false;
    number = 0;
    for (const QChar c : text) {
        if (c < QLatin1Char('0') || c > QLatin1Char('9'))
            return false;
        number = number * 10 + (c.unicode() - '0');
    }
    return number <= most;
}

bool readAge(const QString &text, Value &value)
{
    const QString unit = text.right(1).toLower();
    if (unitMs(unit) == 0
        || !isPlainNumber(text.left(text.size() - 1), limits::kQueryAge, value.number))
        return false;
    value.kind = Value::Kind::Age;
    value.name = unit;
    return true;
}

bool readDay(const QString &text, Value &value)
{
    value.day = QDate::fromString(text.left(10), QStringLiteral("yyyy-MM-dd"));
    if (!value.day.isValid() || value.day.year() < kFirstYear || value.day.year() > kLastYear)
        return false;
    value.kind = Value::Kind::Day;
    value.number = -1;
    if (text.size() == 10)
        return true;
    const QTime time = QTime::fromString(text.mid(11), QStringLiteral("HH:mm"));
    value.number = time.msecsSinceStartOfDay() / 60'000;
    return time.isValid() && text[10].toUpper() == QLatin1Char('T');
}

} // namespace

qint64 ageMs(const Value &age)
{
    return age.number * unitMs(age.name);
}

bool ValueReader::hasOrder() const
{
    return m_spec.kind == FieldKind::Ladder || m_spec.kind == FieldKind::Number
        || m_spec.kind == FieldKind::Time;
}

QStringList ValueReader::closedNames() const
{
    QStringList names;
    if (m_spec.choices) {
        for (const Choice &choice : m_spec.choices())
            names.append(choice.name);
    }
    for (const FlagName &flag : flagNames()) {
        if (flag.field == m_spec.field)
            names.append(QLatin1String(flag.name));
    }
    if (m_spec.kind == FieldKind::Time)
        names = timeWords();
    return names;
}

QString ValueReader::storedName(const QString &word) const
{
    return m_words ? m_words->storedName(m_spec.field, word) : QString();
}

bool ValueReader::fail(ProblemCode code, const Piece &piece)
{
    m_problem.code = code;
    m_problem.span = piece.span;
    m_problem.found = piece.text;
    m_problem.field = QLatin1String(m_spec.name);
    m_problem.expected = closedNames();
    if (m_spec.mayBeNone && code == ProblemCode::UnknownValue)
        m_problem.expected.append(QStringLiteral("none"));
    m_problem.nearest = nearestName(piece.text, m_problem.expected);
    return false;
}

std::optional<Term> ValueReader::read(const Token &token)
{
    Term term;
    term.field = m_spec.field;
    term.op = token.op;
    term.span = token.span;
    Piece whole;
    whole.span = {token.span.end, token.span.end};
    if (token.wantsValue) {
        static_cast<void>(fail(ProblemCode::ExpectedValue, whole));
        return std::nullopt;
    }
    whole.span = token.opSpan;
    if (token.op != Op::Is && (!hasOrder() || token.pieces.size() > 1)) {
        static_cast<void>(
            fail(hasOrder() ? ProblemCode::OneValueOnly : ProblemCode::BadOperator, whole));
        return std::nullopt;
    }
    const Piece &first = token.pieces.first();
    const qsizetype dots = hasOrder() && !first.quoted ? first.text.indexOf(kDots) : -1;
    if (dots >= 0) {
        if (token.op != Op::Is || token.pieces.size() > 1) {
            static_cast<void>(fail(ProblemCode::BadRange, first));
            return std::nullopt;
        }
        return readRange(first, dots, term) ? std::optional(term) : std::nullopt;
    }
    for (const Piece &piece : token.pieces) {
        Value value;
        if (!readValue(piece, value))
            return std::nullopt;
        const bool isNone = value.kind == Value::Kind::None;
        if (isNone && token.op != Op::Is) {
            static_cast<void>(fail(ProblemCode::OneValueOnly, whole));
            return std::nullopt;
        }
        if (!term.values.contains(value))
            term.values.append(value);
    }
    // "7d" alone means the last seven days; the very moment seven days ago is nobody's question.
    const auto isAge = [](const Value &value) { return value.kind == Value::Kind::Age; };
    if (term.op == Op::Is && std::any_of(term.values.cbegin(), term.values.cend(), isAge)) {
        term.op = Op::AtMost;
        if (term.values.size() > 1) {
            static_cast<void>(fail(ProblemCode::BadTime, token.pieces.last()));
            return std::nullopt;
        }
    }
    return term;
}

bool ValueReader::readRange(const Piece &piece, qsizetype dots, Term &term)
{
    Piece ends[2] = {piece, piece};
    ends[0].text = piece.text.left(dots);
    ends[0].span.end = piece.span.begin + dots;
    ends[1].text = piece.text.mid(dots + kDots.size());
    ends[1].span.begin = std::min(piece.span.end, ends[0].span.end + kDots.size());
    Value values[2];
    for (int i = 0; i < 2; ++i) {
        if (ends[i].text.isEmpty())
            values[i].kind = Value::Kind::Missing;
        else if (!readValue(ends[i], values[i]))
            return false;
        if (values[i].kind == Value::Kind::None)
            return fail(ProblemCode::BadRange, piece);
    }
    const bool bothMissing =
        values[0].kind == Value::Kind::Missing && values[1].kind == Value::Kind::Missing;
    if (bothMissing || isReversed(values[0], values[1]))
        return fail(ProblemCode::BadRange, piece);
    term.op = Op::Range;
    term.values = {values[0], values[1]};
    return true;
}

bool ValueReader::isReversed(const Value &from, const Value &to) const
{
    using Kind = Value::Kind;
    if (from.kind == Kind::Missing || to.kind == Kind::Missing)
        return false;
    // An age and a day, or two words, can only be compared on a given day.
    if ((from.kind == Kind::Age) != (to.kind == Kind::Age))
        return true;
    if (from.kind == Kind::Age)
        return ageMs(from) > ageMs(to);
    if (from.kind == Kind::Number)
        return from.number > to.number;
    if (from.kind == Kind::Day && to.kind == Kind::Day)
        return from.day > to.day
            || (from.day == to.day && to.number >= 0 && from.number > to.number);
    if (!m_spec.choices)
        return false;
    int steps[2] = {0, 0};
    for (const Choice &choice : m_spec.choices()) {
        if (choice.name == from.name)
            steps[0] = stepOf(m_spec, choice.value);
        if (choice.name == to.name)
            steps[1] = stepOf(m_spec, choice.value);
    }
    return steps[0] > steps[1];
}

bool ValueReader::readValue(const Piece &piece, Value &value)
{
    if (piece.isOpen)
        return fail(ProblemCode::UnclosedQuote, piece);
    const bool isWords = m_spec.kind == FieldKind::Words;
    const QString plain = piece.text.toLower();
    if (m_spec.mayBeNone && !piece.quoted
        && (plain == QLatin1String("none") || storedName(piece.text) == QLatin1String("none"))) {
        value.kind = Value::Kind::None;
        return true;
    }
    // A star says something about words only.
    Piece full = piece;
    if (piece.beginning && !isWords)
        full.text += QLatin1Char('*');
    switch (m_spec.kind) {
    case FieldKind::Words:
        value.name = piece.text;
        value.beginning = piece.beginning;
        return !searchtext::indexWords(piece.text).isEmpty() || fail(ProblemCode::NoWords, piece);
    case FieldKind::Choice:
    case FieldKind::Ladder:
    case FieldKind::Flag: return readClosed(full, value);
    case FieldKind::Keys: return m_spec.closed ? readClosed(full, value) : readKey(full, value);
    case FieldKind::Number: return readNumber(full, value);
    case FieldKind::Time: return readTime(full, value);
    }
    return false;
}

bool ValueReader::readClosed(const Piece &piece, Value &value)
{
    const QStringList names = closedNames();
    const QString stored = storedName(piece.text);
    for (const QString &name : names) {
        if (name.compare(piece.text, Qt::CaseInsensitive) == 0 || name == stored) {
            value.name = name;
            return true;
        }
    }
    return fail(ProblemCode::UnknownValue, piece);
}

bool ValueReader::readKey(const Piece &piece, Value &value)
{
    const bool isMe = !piece.quoted
        && (piece.text.compare(QLatin1String("me"), Qt::CaseInsensitive) == 0
            || storedName(piece.text) == QLatin1String("me"));
    if (isPerson(m_spec.field) && isMe) {
        value.kind = Value::Kind::Me;
        return true;
    }
    value.name = piece.text.trimmed();
    return !value.name.isEmpty() || fail(ProblemCode::ExpectedValue, piece);
}

bool ValueReader::readNumber(const Piece &piece, Value &value)
{
    value.kind = Value::Kind::Number;
    const QString digits = piece.text.startsWith(QLatin1Char('#')) ? piece.text.mid(1) : piece.text;
    return isPlainNumber(digits, limits::kQueryNumber, value.number)
        || fail(ProblemCode::BadNumber, piece);
}

bool ValueReader::readTime(const Piece &piece, Value &value)
{
    if (piece.text.isEmpty())
        return fail(ProblemCode::BadTime, piece);
    const QString stored = storedName(piece.text);
    for (const QString &word : timeWords()) {
        if (word.compare(piece.text, Qt::CaseInsensitive) == 0 || word == stored) {
            value.kind = Value::Kind::Word;
            value.name = word;
            return true;
        }
    }
    return readAge(piece.text, value) || readDay(piece.text, value)
        || fail(ProblemCode::BadTime, piece);
}

} // namespace vigie::query
