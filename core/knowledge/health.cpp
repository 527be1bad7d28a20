// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/health.h"

namespace vigie::knowledge {

QList<CareNeed> careNeeds(const ArticleCare &article, qint64 now)
{
    QList<CareNeed> needs;
    if (!article.published)
        return needs;
    if (article.flags > 0)
        needs.append(CareNeed::Flagged);
    if (!article.hasGuardian)
        needs.append(CareNeed::NoGuardian);
    if (!article.hasDeputy)
        needs.append(CareNeed::NoDeputy);
    if (article.reviewAt <= 0)
        needs.append(CareNeed::NoReviewDate);
    else if (article.reviewAt <= now)
        needs.append(CareNeed::ReviewPast);
    else if (article.reviewAt - kReviewSoonMs <= now)
        needs.append(CareNeed::ReviewSoon);
    if (article.confirmedAt + kStaleMs <= now)
        needs.append(CareNeed::Stale);
    return needs;
}

qint64 nextCareChange(const ArticleCare &article, qint64 now)
{
    if (!article.published)
        return 0;
    qint64 next = 0;
    const auto consider = [&next, now](qint64 moment) {
        if (moment > now && (next == 0 || moment < next))
            next = moment;
    };
    if (article.reviewAt > 0) {
        consider(article.reviewAt);
        consider(article.reviewAt - kReviewSoonMs);
    }
    consider(article.confirmedAt + kStaleMs);
    return next;
}

} // namespace vigie::knowledge
