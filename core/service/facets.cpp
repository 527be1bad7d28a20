// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/facets.h"

#include "core/query/parser.h"
#include "core/query/printer.h"

#include <algorithm>

namespace vigie {

namespace {

struct FacetSource {
    Facet::Kind kind;
    ViewGrouping grouping;
    query::Field field;
};
constexpr FacetSource kFacets[] = {
    {Facet::Kind::State, ViewGrouping::State, query::Field::State},
    {Facet::Kind::Queue, ViewGrouping::Queue, query::Field::Queue},
    {Facet::Kind::Owner, ViewGrouping::Owner, query::Field::Owner},
    {Facet::Kind::Level, ViewGrouping::Level, query::Field::Level},
    {Facet::Kind::Requester, ViewGrouping::Requester, query::Field::Requester},
};

QString termFor(const FacetSource &source, const ListGroup &group)
{
    query::Value value;
    const bool named = !group.name.isEmpty();
    value.kind = group.key.isEmpty() ? query::Value::Kind::None : query::Value::Kind::Name;
    value.name = named ? group.name : group.key;
    query::Term term;
    term.field = source.field;
    term.values = {value};
    return query::print(term);
}

Facet facetOf(const FacetSource &source, QList<ListGroup> groups)
{
    const bool people = source.kind == Facet::Kind::Owner || source.kind == Facet::Kind::Requester;
    if (people) {
        std::stable_sort(groups.begin(), groups.end(), [](const ListGroup &a, const ListGroup &b) {
            return a.count > b.count;
        });
        groups = groups.mid(0, kFacetPeople);
    }
    Facet facet;
    facet.kind = source.kind;
    for (const ListGroup &group : std::as_const(groups)) {
        // Nobody asks for tickets of nobody, or in a queue that has no name here.
        const bool nameless = source.kind == Facet::Kind::Requester ? group.key.isEmpty()
            : source.kind == Facet::Kind::Queue                     ? group.name.isEmpty()
                                                                    : false;
        if (!nameless)
            facet.values.append({group.key, group.name, termFor(source, group), group.count});
    }
    return facet;
}

Result<Facet> agesOf(const store::CacheReader &reader, const ListQuery &query)
{
    struct Age {
        const char *key;
        const char *term;
    };
    Facet facet;
    facet.kind = Facet::Kind::Age;
    for (const auto &[key, term] : {Age{"day", "created<1d"}, Age{"week", "created<7d"},
                                    Age{"month", "created<30d"}, Age{"older", "created>30d"}}) {
        const QString text = QLatin1String(term);
        ListQuery younger = query;
        younger.filter = query::allOf({query.filter, query::parse(text).expr});
        VIGIE_TRY_ASSIGN(count, reader.count(younger, kFacetMost));
        if (count > 0)
            facet.values.append({QLatin1String(key), {}, text, count});
    }
    return facet;
}

} // namespace

Result<QList<Facet>> facetsOf(const store::CacheReader &reader, ListQuery query)
{
    query.after.reset();
    query.groups.clear();
    QList<Facet> facets;
    for (const FacetSource &source : kFacets) {
        query.grouping = source.grouping;
        VIGIE_TRY_ASSIGN(groups, reader.groups(query));
        facets.append(facetOf(source, groups));
    }
    query.grouping = ViewGrouping::None;
    VIGIE_TRY_ASSIGN(ages, agesOf(reader, query));
    facets.append(ages);
    facets.removeIf([](const Facet &facet) { return facet.values.size() < 2; });
    return facets;
}

} // namespace vigie
