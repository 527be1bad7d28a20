// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/bind.h"

#include "core/query/timespan.h"

#include <algorithm>
#include <limits>

namespace vigie::query {

namespace {

using TestKind = Test::Kind;
constexpr qint64 kMost = std::numeric_limits<qint64>::max();

Test plain(TestKind kind)
{
    Test test;
    test.kind = kind;
    return test;
}

Test opposite(Test test)
{
    Test made = plain(TestKind::Not);
    made.parts.push_back(std::move(test));
    return made;
}

Test anyTest(std::vector<Test> parts)
{
    if (parts.size() == 1)
        return std::move(parts.front());
    Test made = plain(TestKind::Any);
    made.parts = std::move(parts);
    return made;
}

Test range(Field field, qint64 low, qint64 high)
{
    Test test = plain(low <= high ? TestKind::Range : TestKind::Any);
    test.field = field;
    test.low = low;
    test.high = high;
    return test;
}

Test keys(Field field, QStringList values)
{
    values.sort();
    values.removeDuplicates();
    Test test = plain(values.isEmpty() ? TestKind::Any : TestKind::Keys);
    test.field = field;
    test.keys = std::move(values);
    return test;
}

Test tickets(const QSet<TicketId> &ids)
{
    QStringList texts;
    for (const TicketId &id : ids)
        texts.append(id.text());
    texts.sort();
    Test test = plain(TestKind::Tickets);
    test.keys = std::move(texts);
    return test;
}

template<class T>
QStringList textsOf(const QList<T> &ids)
{
    QStringList texts;
    for (const T &id : ids)
        texts.append(id.text());
    return texts;
}

class Binder
{
public:
    Binder(const Context &context, const Directory &directory)
        : m_context(context), m_directory(directory)
    {
    }

    Test of(const Expr &expr)
    {
        if (expr.kind == Expr::Kind::Term)
            return term(expr.term);
        if (expr.kind == Expr::Kind::Not)
            return opposite(of(expr.parts.front()));
        Test made = plain(expr.kind == Expr::Kind::And ? TestKind::All : TestKind::Any);
        for (const Expr &part : expr.parts)
            made.parts.push_back(of(part));
        return made;
    }

    QList<UnknownName> unknown;

private:
    Test term(const Term &term)
    {
        const FieldSpec &spec = specOf(term.field);
        switch (spec.kind) {
        case FieldKind::Words: return words(term);
        case FieldKind::Choice:
        case FieldKind::Ladder: return choices(spec, term);
        case FieldKind::Keys: return named(spec, term);
        case FieldKind::Number: return numbers(term);
        case FieldKind::Time: return times(spec, term);
        case FieldKind::Flag: break;
        }
        std::vector<Test> parts;
        for (const Value &value : term.values) {
            if (const FlagName *name = flagNamed(term.field, value.name))
                parts.push_back(flag(name->flag));
        }
        return anyTest(std::move(parts));
    }

    static Test words(const Term &term)
    {
        std::vector<Test> parts;
        for (const Value &value : term.values) {
            Test test = plain(TestKind::Words);
            test.field = term.field;
            test.phrase = searchtext::phraseOf(value.name, value.beginning);
            parts.push_back(std::move(test));
        }
        return anyTest(std::move(parts));
    }

    static Test choices(const FieldSpec &spec, const Term &term)
    {
        const auto stepNamed = [&spec](const Value &value) -> std::optional<int> {
            for (const Choice &choice : spec.choices()) {
                if (choice.name == value.name && value.kind == Value::Kind::Name)
                    return stepOf(spec, choice.value);
            }
            return std::nullopt;
        };
        const std::optional<int> first = stepNamed(term.values.first());
        const std::optional<int> last = stepNamed(term.values.last());
        Test test = plain(TestKind::OneOf);
        test.field = term.field;
        for (const Choice &choice : spec.choices()) {
            const int step = stepOf(spec, choice.value);
            bool fits = false;
            switch (term.op) {
            case Op::Is:
                fits = std::any_of(term.values.cbegin(), term.values.cend(), [&](const Value &v) {
                    return stepNamed(v) == std::optional(step);
                });
                break;
            case Op::Less: fits = first && step < *first; break;
            case Op::AtMost: fits = first && step <= *first; break;
            case Op::More: fits = first && step > *first; break;
            case Op::AtLeast: fits = first && step >= *first; break;
            case Op::Range: fits = (!first || step >= *first) && (!last || step <= *last); break;
            }
            if (fits)
                test.numbers.append(choice.value);
        }
        return test.numbers.isEmpty() ? plain(TestKind::Any) : test;
    }

    Test named(const FieldSpec &spec, const Term &term)
    {
        QStringList found;
        for (const Value &value : term.values) {
            if (value.kind == Value::Kind::None)
                found.append(QString());
            else if (value.kind == Value::Kind::Me)
                found.append(m_context.me.id.text());
            else if (spec.closed)
                found.append(value.name);
            else
                found.append(meaning(spec, value.name, term.span));
        }
        return keys(spec.field, found);
    }

    QStringList meaning(const FieldSpec &spec, const QString &name, const Span &span)
    {
        if (spec.field == Field::Tag)
            return m_directory.tags(name) + QStringList{name};
        // Ids are written alike everywhere.
        if (const Result<PersonId> id = PersonId::parse(name.toLower()))
            return {id->text()};
        const QStringList found = spec.field == Field::Queue ? textsOf(m_directory.queues(name))
                                                             : textsOf(m_directory.people(name));
        if (found.isEmpty())
            unknown.append({spec.field, name, span});
        return found;
    }

    static Test numbers(const Term &term)
    {
        const Value &first = term.values.first();
        const Value &last = term.values.last();
        const qint64 n = first.number;
        switch (term.op) {
        case Op::Less: return range(term.field, 1, n - 1);
        case Op::AtMost: return range(term.field, 1, n);
        case Op::More: return range(term.field, n + 1, kMost);
        case Op::AtLeast: return range(term.field, std::max<qint64>(n, 1), kMost);
        case Op::Range:
            return range(term.field,
                         first.kind == Value::Kind::Missing ? 1 : std::max<qint64>(n, 1),
                         last.kind == Value::Kind::Missing ? kMost : last.number);
        case Op::Is: break;
        }
        std::vector<Test> parts;
        for (const Value &value : term.values) {
            const qint64 exact = value.kind == Value::Kind::None ? 0 : value.number;
            const bool never = exact == 0 && value.kind != Value::Kind::None;
            parts.push_back(never ? plain(TestKind::Any) : range(term.field, exact, exact));
        }
        return anyTest(std::move(parts));
    }

    Test times(const FieldSpec &spec, const Term &term)
    {
        std::vector<Test> parts;
        const auto add = [&](const QList<Value> &values) {
            const Moments found =
                momentsOf(term.op, values, spec.isFuture, m_context.now, m_context.zone);
            parts.push_back(range(spec.field, found.low, found.high));
        };
        if (term.op != Op::Is)
            add(term.values);
        for (const Value &value : term.values) {
            if (value.kind == Value::Kind::None)
                parts.push_back(range(spec.field, 0, 0));
            else if (term.op == Op::Is)
                add({value});
        }
        return anyTest(std::move(parts));
    }

    Test flag(Flag flag)
    {
        const QString me = m_context.me.id.text();
        switch (flag) {
        case Flag::Open: return plain(TestKind::Open);
        case Flag::Closed: return opposite(plain(TestKind::Open));
        case Flag::Mine: return keys(Field::Owner, {me});
        case Flag::Unassigned: return keys(Field::Owner, {QString()});
        case Flag::Waiting: return plain(TestKind::Waiting);
        case Flag::Unread: return tickets(m_context.unread);
        case Flag::Overdue: return range(Field::Due, 1, m_context.now - 1);
        case Flag::Asked: return range(Field::AskedAt, 1, kMost);
        case Flag::Live: return range(Field::LiveUntil, std::max<qint64>(m_context.now, 0) + 1, kMost);
        case Flag::Watched: return keys(Field::Watcher, {me});
        case Flag::Request: return plain(TestKind::Request);
        case Flag::Attachment: return plain(TestKind::Attachment);
        case Flag::Conflict: return tickets(m_context.conflicts);
        case Flag::Draft: return tickets(m_context.drafts);
        case Flag::Pending: return plain(TestKind::Pending);
        case Flag::Tag: return opposite(keys(Field::Tag, {QString()}));
        case Flag::Watcher: return opposite(keys(Field::Watcher, {QString()}));
        case Flag::Owner: return opposite(keys(Field::Owner, {QString()}));
        case Flag::Link: return range(Field::Links, 1, kMost);
        case Flag::Rating: return range(Field::Rating, 1, kMost);
        case Flag::Merged: return range(Field::Merged, 1, kMost);
        case Flag::Due: return range(Field::Due, 1, kMost);
        }
        return plain(TestKind::Any);
    }

    const Context &m_context;
    const Directory &m_directory;
};

} // namespace

Bound bind(const Expr &expr, const Context &context, const Directory &directory)
{
    Binder binder(context, directory);
    Bound bound;
    bound.test = binder.of(expr);
    bound.me = context.me;
    bound.unknown = binder.unknown;
    return bound;
}

} // namespace vigie::query
