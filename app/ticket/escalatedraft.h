// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/model/enums.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QStringList>

namespace vigie {

/// Why tickets are passed on or handed back, for choosing with one click. The keys are kept in
/// drafts; the words go out in the language of whoever chose them.
class EscalateReasons
{
    Q_DECLARE_TR_FUNCTIONS(EscalateReasons)

public:
    [[nodiscard]] static QStringList keys(bool back);
    /// Empty for an unknown key.
    [[nodiscard]] static QString words(const QString &key);
};

/// What somebody is about to say when passing a ticket on. Plain value.
struct EscalateDraft {
    Level level = Level::L2;
    QueueId queue;       ///< null = the queue it is in
    QStringList reasons; ///< chosen keys
    QString why;         ///< in own words
    QString note;        ///< the hand-over, Markdown
    bool noteIsOwn = false; ///< a person changed it; otherwise it is made anew from the ticket

    /// Both kinds of reason in one line.
    [[nodiscard]] QString reason() const;

    bool operator==(const EscalateDraft &) const = default;
};

[[nodiscard]] QJsonObject toJson(const EscalateDraft &draft);
/// What is missing or damaged stays as it is in `otherwise`.
[[nodiscard]] EscalateDraft escalateDraftFrom(const QJsonObject &object,
                                              const EscalateDraft &otherwise);

/// Where the draft journal keeps it.
[[nodiscard]] QString escalateDraftPlace(const TicketId &ticket, bool back);

} // namespace vigie
