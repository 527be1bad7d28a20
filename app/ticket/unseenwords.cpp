// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/unseenwords.h"

#include <algorithm>

namespace vigie {

QList<Message> unseenBy(const Op &op, const QList<MessageView> &thread)
{
    const auto seen = std::find_if(thread.cbegin(), thread.cend(), [&op](const MessageView &entry) {
        return entry.message.id == op.seenThrough;
    });
    QList<Message> unseen;
    if (seen == thread.cend())
        return unseen;
    for (auto entry = seen + 1; entry != thread.cend(); ++entry) {
        const bool words = entry->message.kind == MessageKind::Reply
            || entry->message.kind == MessageKind::Report;
        if (words && !entry->mine)
            unseen.append(entry->message);
    }
    return unseen;
}

bool isHeldAnswer(const OutboxEntry &entry)
{
    return entry.state == OpState::Conflict && entry.conflict
        && entry.conflict->field == QLatin1String("unseen")
        && std::holds_alternative<AddMessage>(entry.op.payload);
}

} // namespace vigie
