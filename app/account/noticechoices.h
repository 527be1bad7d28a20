// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/digesttimes.h"

#include <QList>
#include <QString>
#include <QTime>

namespace vigie {

/// How much of a ticket a bubble may show to whoever stands behind the person.
enum class NoticePrivacy {
    Full,    ///< who, what it is about, and the words
    Subject, ///< what it is about
    Count,   ///< "1 new update"
};

/// What a person chose about bubbles on this computer. The list in the window is not concerned.
struct NoticeChoices {
    bool show = true;
    NoticePrivacy privacy = NoticePrivacy::Full;
    bool quietHours = false;
    QTime quietFrom{22, 0}; ///< local time; may be later than `quietTo`: over midnight
    QTime quietTo{7, 0};
    QList<int> digestHours = usualDigestHours(); ///< see digesttimes.h

    bool operator==(const NoticeChoices &) const = default;

    [[nodiscard]] bool isQuiet(const QTime &now) const
    {
        if (!quietHours || quietFrom == quietTo)
            return false;
        return quietFrom < quietTo ? now >= quietFrom && now < quietTo
                                   : now >= quietFrom || now < quietTo;
    }
};

/// Stable names for the settings' file.
[[nodiscard]] inline QString nameOf(NoticePrivacy privacy)
{
    switch (privacy) {
    case NoticePrivacy::Full: return QStringLiteral("full");
    case NoticePrivacy::Subject: return QStringLiteral("subject");
    case NoticePrivacy::Count: break;
    }
    return QStringLiteral("count");
}

[[nodiscard]] inline NoticePrivacy privacyFrom(const QString &name)
{
    if (name == QLatin1String("full"))
        return NoticePrivacy::Full;
    return name == QLatin1String("subject") ? NoticePrivacy::Subject : NoticePrivacy::Count;
}

} // namespace vigie
