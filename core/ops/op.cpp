// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/op.h"

namespace vigie {

QList<Attachment> attachmentsOf(const Op &op)
{
    if (const auto *create = std::get_if<CreateTicket>(&op.payload))
        return create->attachments;
    if (const auto *add = std::get_if<AddMessage>(&op.payload))
        return add->attachments;
    if (const auto *act = std::get_if<ArticleAct>(&op.payload)) {
        const auto *save = std::get_if<SaveArticle>(act);
        QList<Attachment> brought = save ? save->files : QList<Attachment>();
        brought.removeIf([&](const Attachment &file) { return save->known.contains(file.sha256); });
        return brought;
    }
    return {};
}

bool makesItsLane(const Op &op)
{
    if (std::holds_alternative<CreateTicket>(op.payload))
        return true;
    const auto *act = std::get_if<ArticleAct>(&op.payload);
    const auto *save = act ? std::get_if<SaveArticle>(act) : nullptr;
    return save && save->birth;
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
