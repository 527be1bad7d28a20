// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/requesterlists.h"

#include "core/query/printer.h"

namespace vigie {

ListQuery listOfRequester(const PersonId &person, RequesterPart part)
{
    ListQuery query;
    query.openOnly = part == RequesterPart::Open;
    query.sort = ListSort::CreatedNewest;
    query.filter = query::fieldIs(query::Field::Requester, person.text());
    if (part == RequesterPart::Closed) {
        query.filter =
            query::allOf({query.filter, query::fieldIs(query::Field::Is, QStringLiteral("closed"))});
    }
    return query;
}

QString queryOfRequester(const Person &person)
{
    return query::print(query::fieldIs(query::Field::Requester,
                                person.login.isEmpty() ? person.id.text() : person.login));
}

} // namespace vigie
