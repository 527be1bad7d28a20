// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/kithints.h"

namespace vigie {

namespace {

bool isSaid(const ReportDraft &draft, KitPart part)
{
    switch (part) {
    case KitPart::Title: return !draft.title.trimmed().isEmpty();
    case KitPart::ErrorText: return !draft.errorText.trimmed().isEmpty();
    case KitPart::Details: return !draft.details.trimmed().isEmpty();
    case KitPart::Picture: return !draft.attachments.isEmpty() || !draft.shots.isEmpty();
    case KitPart::When:
        return draft.when != StartedWhen::NotSaid
            && (draft.when != StartedWhen::SinceAChange || !draft.change.trimmed().isEmpty());
    case KitPart::People: return !draft.who.trimmed().isEmpty();
    case KitPart::Before: return !draft.before.trimmed().isEmpty();
    }
    return false;
}

} // namespace

KitScore scoreOf(const ReportDraft &draft)
{
    KitScore score;
    for (const KitPart part : {KitPart::Title, KitPart::ErrorText, KitPart::Details,
                               KitPart::Picture, KitPart::When, KitPart::People, KitPart::Before}) {
        if (part == KitPart::People && draft.affected == Affected::Me)
            continue;
        ++score.asked;
        if (isSaid(draft, part))
            ++score.said;
        else
            score.missing.append(part);
    }
    return score;
}

} // namespace vigie
