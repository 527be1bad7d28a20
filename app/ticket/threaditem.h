// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/eventtext.h"
#include "core/model/shotfiles.h"
#include "core/service/views.h"
#include "core/text/richdoc.h"

namespace vigie {

/// One thing in the conversation as it is shown: already in words, still plain text.
struct ThreadItem {
    enum class Kind { Message, Event, Day };
    struct Fact {
        QString label;
        QString value;
        bool operator==(const Fact &) const = default;
    };

    Kind kind = Kind::Message;
    MessageId id; ///< null for days and for what stands between messages
    MessageKind messageKind = MessageKind::Reply;
    Visibility visibility = Visibility::Public;
    bool mine = false;
    bool byRequester = false;
    QString author;
    qint64 at = 0; ///< UTC ms, for showing
    QString text;
    QString html; ///< the same words as HTML, when the message came so
    bool ticketLinks = false; ///< "#1042" can be opened from here
    QStringList contentIds; ///< of `files`, one for one; empty where there is none
    QList<Fact> facts; ///< the kit, below the report
    QList<ShownFile> files;
    Delivery delivery = Delivery::Sent;
    OpId op; ///< while it is not sent

    [[nodiscard]] bool isInternal() const { return visibility == Visibility::Internal; }
    bool operator==(const ThreadItem &) const = default;
};

/// The conversation, oldest first, with a heading for each day. `asRequester` keeps only what a
/// requester's own device would hold, in the requester's words. `now` is UTC ms.
[[nodiscard]] QList<ThreadItem> threadItems(const TicketView &view, bool asRequester,
                                            const NamesById &names, qint64 now);

/// A message's words as they are shown.
[[nodiscard]] RichDoc proseOf(const ThreadItem &item);
/// The file that a picture in its words means; -1 = none.
[[nodiscard]] int fileOf(const ThreadItem &item, const QString &picture);

/// The kit as labelled lines, without what is already the report's text.
[[nodiscard]] QList<ThreadItem::Fact> kitFacts(const Kit &kit);

/// The conversation as it is stored, oldest first.
[[nodiscard]] QList<Message> messagesOf(const TicketView &view);

/// Names of the people and queues a view brings along, by id.
[[nodiscard]] NamesById namesOf(const TicketView &view);

} // namespace vigie
