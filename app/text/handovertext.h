// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/eventtext.h"
#include "core/model/ladder.h"

#include <QCoreApplication>
#include <QString>

namespace vigie {

/// What somebody wrote, and who.
struct Saying {
    QString words;
    QString author;

    bool operator==(const Saying &) const = default;
};

/// What whoever gets a ticket next must know, put together from the ticket: a proposal that a
/// person reads, changes and sends. Markdown. What others wrote stands in it word for word, as a
/// quotation or in quotation marks on one line, and is never read as Markdown of ours.
class HandoverText
{
    Q_DECLARE_TR_FUNCTIONS(HandoverText)

public:
    /// At most about 4,000 characters, however long the conversation is.
    [[nodiscard]] static QString summary(const Ticket &ticket, const QList<Message> &thread,
                                         const Ladder &ladder, const NamesById &names, qint64 now);
    /// The steps that some messages tell of, oldest first, each once. All messages when `among` is
    /// empty.
    [[nodiscard]] static QList<Saying> tried(const QList<Message> &thread,
                                             const QList<MessageId> &among = {});
    /// "“Restarted the spooler” – Ben".
    [[nodiscard]] static QString said(const Saying &saying);

private:
    [[nodiscard]] static QList<Saying> notTried(const QList<Message> &thread);
    [[nodiscard]] static QList<Saying> openQuestions(const Ticket &ticket,
                                                     const QList<Message> &thread);
    [[nodiscard]] static QStringList facts(const Kit &kit);
    [[nodiscard]] static QString when(const Ticket &ticket, qint64 now);
    [[nodiscard]] static QString who(const Ticket &ticket);
};

} // namespace vigie
