// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/presence.h"

#include <QCoreApplication>
#include <QList>

namespace vigie {

/// Who else is at a ticket, in words. Names are foreign: never into rich text unescaped.
class CompanyText
{
    Q_DECLARE_TR_FUNCTIONS(CompanyText)

public:
    /// How fresh it is: it is so, or it was so at `heardAt` (UTC ms).
    struct Freshness {
        bool live = true;
        qint64 heardAt = 0;
    };

    /// "Ana is writing here (since 09:42). Jo and Max are looking at this."; without the server
    /// "Ana was writing here 12 min ago. Offline since 09:42.". Empty without company, and when it
    /// is too old to be of use.
    [[nodiscard]] static QString line(const QList<Presence> &others, const Freshness &fresh,
                                      qint64 now);
    /// What whoever writes too should know before they send; empty when nobody else writes.
    [[nodiscard]] static QString warning(const QList<Presence> &others, const Freshness &fresh,
                                         qint64 now);
    /// The news that a view may still show: nobody knows who was there yesterday.
    [[nodiscard]] static bool isUseful(const Freshness &fresh, qint64 now);

private:
    [[nodiscard]] static QString names(const QList<Presence> &people);
    [[nodiscard]] static QString now(const QList<Presence> &people, Activity does);
    [[nodiscard]] static QString then(const QList<Presence> &people, Activity does,
                                      const QString &ago);
};

} // namespace vigie
