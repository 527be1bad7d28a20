// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/op.h"

namespace vigie {

QList<Attachment> attachmentsOf(const Op &op)
{
    if (const auto *create = std::get_if<CreateTicket>(&op.payload))
        return create->attachments;
    if (const auto *add = std::get_if<AddMessage>(&op.payload))
        return add->attachments;
    return {};
}

QString guardedField(const Op &op)
{
    if (const auto *set = std::get_if<SetField>(&op.payload))
        return set->field;
    if (std::holds_alternative<SetState>(op.payload))
        return QStringLiteral("state");
    return {};
}

} // namespace vigie
