// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace vigie::knowledge {

/// What decides whether an article is looked after. Moments are UTC ms, 0 = never.
struct ArticleCare {
    bool published = false;
    bool hasGuardian = false;
    bool hasDeputy = false; ///< somebody else than the guardian
    qint64 reviewAt = 0;
    qint64 confirmedAt = 0; ///< last written, or confirmed as still true
    int flags = 0;          ///< "outdated" marks that nobody has answered
};

/// What an article asks for, the most pressing first.
enum class CareNeed {
    Flagged,      ///< readers say that it is outdated
    NoGuardian,
    NoDeputy,
    NoReviewDate,
    ReviewPast,
    ReviewSoon,   ///< within kReviewSoonMs
    Stale         ///< not confirmed for kStaleMs, whatever its date says
};

inline constexpr qint64 kReviewSoonMs = 14LL * 86'400'000;
inline constexpr qint64 kStaleMs = 365LL * 86'400'000;

/// Everything that holds at `now`; nothing for an article that is not published. Pure.
[[nodiscard]] QList<CareNeed> careNeeds(const ArticleCare &article, qint64 now);

/// When the answer of careNeeds() changes next by time alone; 0 = never.
[[nodiscard]] qint64 nextCareChange(const ArticleCare &article, qint64 now);

} // namespace vigie::knowledge
