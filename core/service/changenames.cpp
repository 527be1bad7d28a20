// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/changenames.h"

namespace vigie {

Result<QHash<QString, QString>> namesIn(const QList<RehearsedChange> &changes,
                                        const store::CacheReader &cache)
{
    QHash<QString, QString> names;
    VIGIE_TRY_ASSIGN(queues, cache.queues());
    for (const Queue &queue : queues)
        names.insert(queue.id.text(), queue.name);
    for (const RehearsedChange &change : changes) {
        for (const QString &value : {change.before, change.after}) {
            const Result<PersonId> id = PersonId::parse(value);
            if (!id || names.contains(value))
                continue;
            VIGIE_TRY_ASSIGN(person, cache.person(*id));
            if (person)
                names.insert(value, person->name);
        }
    }
    return names;
}

} // namespace vigie
