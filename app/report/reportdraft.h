// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/annotationdocument.h"
#include "core/ops/op.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace vigie {

/// The five answers to "since when?".
enum class StartedWhen { NotSaid, JustNow, ThisMorning, Yesterday, AtATime, SinceAChange };

/// A report while it is being written: exactly what the page shows, so that it can be journaled
/// on every key and brought back after a crash.
struct ReportDraft {
    QString effect; ///< id of an Effect; empty = none
    QString title;
    QString details;
    QString errorText;
    StartedWhen when = StartedWhen::NotSaid;
    qint64 pickedAt = 0;  ///< UTC ms, for AtATime
    QString change;       ///< "the update on Monday", for SinceAChange
    QString before;
    Affected affected = Affected::Me;
    QString who;
    int people = 1;
    Urgency urgency = Urgency::Hindered;
    int liveMinutes = 0; ///< before people, from the moment of sending; 0 = no
    QString category = QStringLiteral("other");
    QList<Attachment> attachments;
    QList<AnnotationDocument> shots; ///< their originals are kept by ShotService
    /// Keys of the facts about the computer that are not sent; not said = the person's habit.
    std::optional<QStringList> factsLeftOut;

    bool operator==(const ReportDraft &) const = default;

    /// True when the person has written or chosen nothing worth keeping.
    [[nodiscard]] bool isEmpty() const;
    /// Whether there is anything to send: a report needs words or a file, nothing else.
    [[nodiscard]] bool canSend() const;
};

/// What was kept earlier together with what was written before it was read: nothing of either is
/// lost. Where both have said something, words stand below each other, pictures and files behind
/// each other, and of a choice the newer one counts.
[[nodiscard]] ReportDraft joined(const ReportDraft &kept, const ReportDraft &written);

[[nodiscard]] QJsonObject toJson(const ReportDraft &draft);
/// Tolerant: whatever cannot be read becomes its default, words are never dropped.
[[nodiscard]] ReportDraft reportDraftFrom(const QJsonObject &object);

/// The details with the words of each screenshot below them, so that numbered steps can be read as
/// text. `words` as in PublishedShots; `name` has a %1 for the shot's number. Stops before the text
/// would be too long: everything is in the pictures as well.
[[nodiscard]] QString withShotWords(const QString &details, const QStringList &words,
                                    const QString &name);

/// When it began, UTC milliseconds, seen from `now`; 0 when not known.
[[nodiscard]] qint64 startedAt(const ReportDraft &draft, qint64 now);

/// The operation's payload. `whenWords` is the answer to "since when?" in the person's language.
/// A missing title becomes the beginning of the details, then `titleOtherwise`.
[[nodiscard]] CreateTicket toCreate(const ReportDraft &draft, const QString &whenWords,
                                    const QString &titleOtherwise, qint64 now);

} // namespace vigie
