// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rng.h"
#include "core/query/expr.h"

namespace vigie::query {

/// Random queries, for properties that have to hold for every one.
class RandomQuery
{
public:
    /// What the values of keys, people and words are picked from.
    struct Vocabulary {
        QStringList people;
        QStringList queues;
        QStringList tags;
        QStringList words;
        QDate today;
    };

    RandomQuery(Rng &rng, Vocabulary vocabulary) : m_rng(rng), m_vocabulary(std::move(vocabulary)) {}

    [[nodiscard]] Expr expr(int depth)
    {
        if (depth == 0 || chance(3))
            return chance(5) ? negated(term()) : term();
        std::vector<Expr> parts;
        const quint64 count = 2 + m_rng.below(2);
        for (quint64 i = 0; i < count; ++i)
            parts.push_back(expr(depth - 1));
        Expr made = chance(2) ? allOf(std::move(parts)) : anyOf(std::move(parts));
        return chance(5) ? negated(std::move(made)) : made;
    }

    [[nodiscard]] Expr term()
    {
        const QList<const FieldSpec *> fields = namedFields();
        const FieldSpec &spec = *fields[qsizetype(m_rng.below(quint64(fields.size())))];
        Term made;
        made.field = spec.field;
        switch (spec.kind) {
        case FieldKind::Words:
            made.values.append(name(m_vocabulary.words));
            made.values.first().beginning = chance(3);
            break;
        case FieldKind::Choice:
        case FieldKind::Flag: made.values.append(closed(spec)); break;
        case FieldKind::Ladder: ladder(spec, made); break;
        case FieldKind::Keys: key(spec, made); break;
        case FieldKind::Number: number(made); break;
        case FieldKind::Time: time(made); break;
        }
        return termOf(made);
    }

private:
    [[nodiscard]] bool chance(quint64 of) { return m_rng.below(of) == 0; }
    template<class List>
    [[nodiscard]] auto pick(const List &list)
    {
        return list[qsizetype(m_rng.below(quint64(list.size())))];
    }
    [[nodiscard]] Value name(const QStringList &from)
    {
        Value value;
        value.name = pick(from);
        return value;
    }
    [[nodiscard]] Value closed(const FieldSpec &spec)
    {
        Value value;
        if (spec.choices) {
            value.name = pick(spec.choices()).name;
            return value;
        }
        QStringList names;
        for (const FlagName &flag : flagNames()) {
            if (flag.field == spec.field)
                names.append(QLatin1String(flag.name));
        }
        return name(names);
    }
    [[nodiscard]] Op comparison() { return pick(QList<Op>{Op::Less, Op::AtMost, Op::More, Op::AtLeast}); }
    void oneOfTwo(Term &made, const Value &value)
    {
        if (!made.values.contains(value))
            made.values.append(value);
    }
    void ladder(const FieldSpec &spec, Term &made)
    {
        made.values.append(closed(spec));
        if (chance(3))
            oneOfTwo(made, closed(spec));
        else if (chance(2))
            made.op = comparison();
        else if (chance(2)) {
            made.op = Op::Range;
            Value missing;
            missing.kind = Value::Kind::Missing;
            made.values.insert(chance(2) ? 0 : 1, missing);
        }
    }
    void key(const FieldSpec &spec, Term &made)
    {
        const int count = chance(4) ? 2 : 1;
        for (int i = 0; i < count; ++i) {
            Value value;
            if (spec.closed)
                value = closed(spec);
            else if (isPerson(spec.field) && chance(3))
                value.kind = Value::Kind::Me;
            else if (spec.mayBeNone && chance(4))
                value.kind = Value::Kind::None;
            else
                value = name(isPerson(spec.field)           ? m_vocabulary.people
                                 : spec.field == Field::Tag ? m_vocabulary.tags
                                                            : m_vocabulary.queues);
            oneOfTwo(made, value);
        }
    }
    void number(Term &made)
    {
        Value value;
        value.kind = Value::Kind::Number;
        value.number = qint64(m_rng.below(60));
        made.values.append(value);
        if (chance(2)) {
            made.op = comparison();
        } else if (chance(2)) {
            made.op = Op::Range;
            value.number += qint64(m_rng.below(40));
            made.values.append(value);
        }
    }
    void time(Term &made)
    {
        Value value;
        switch (m_rng.below(4)) {
        case 0:
            value.kind = Value::Kind::Age;
            value.number = qint64(1 + m_rng.below(30));
            value.name = pick(QStringList{QStringLiteral("m"), QStringLiteral("h"),
                                          QStringLiteral("d"), QStringLiteral("w")});
            made.op = comparison();
            break;
        case 1:
            value.kind = Value::Kind::Word;
            value.name = pick(timeWords());
            break;
        case 2: value.kind = Value::Kind::None; break;
        default:
            value.kind = Value::Kind::Day;
            value.day = m_vocabulary.today.addDays(qint64(m_rng.below(60)) - 30);
            value.number = chance(2) ? -1 : qint64(m_rng.below(1440));
            if (chance(2)) {
                made.op = comparison();
            } else if (chance(2)) {
                made.op = Op::Range;
                made.values.append(value);
                value.day = value.day.addDays(qint64(1 + m_rng.below(10)));
            }
            break;
        }
        made.values.append(value);
    }

    Rng &m_rng;
    Vocabulary m_vocabulary;
};

} // namespace vigie::query
