// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/apply.h"

#include "core/model/ticketfields.h"
#include "core/ops/bench.h"
#include "core/ops/permissions.h"

namespace vigie {

Outcome apply(const TicketState &before, const Op &op, const ApplyContext &context)
{
    const Done allowed = mayApply(context.actor, op, before.exists ? &before.ticket : nullptr);
    if (!allowed) {
        Outcome refused;
        refused.error = allowed.error();
        return refused;
    }
    return Bench(before, op, context).run();
}

QMap<QString, Base> baseFor(const Payload &payload, const Ticket &seen)
{
    QStringList fields;
    if (const auto *set = std::get_if<SetField>(&payload))
        fields << set->field;
    // Both, because a device knows only one of them and the server picks the one that applies.
    if (std::holds_alternative<SetState>(payload))
        fields << QStringLiteral("state") << QStringLiteral("public-state");
    if (std::holds_alternative<MergeInto>(payload))
        fields << QStringLiteral("merged");
    QMap<QString, Base> result;
    for (const QString &field : fields) {
        result.insert(field, {seen.versions.value(field), valueHash(fieldValue(seen, field))});
    }
    return result;
}

} // namespace vigie
