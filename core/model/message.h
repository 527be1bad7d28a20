// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/model/enums.h"
#include "core/model/receiptseal.h"

#include <QList>
#include <QMap>

namespace vigie {

/// A file of a message. The bytes are named by their SHA-256 (64 lower-case hex digits), so a
/// file is stored and sent once however often it is used.
struct Attachment {
    QString sha256;
    QString name;      ///< as the person saw it; cleaned by cleanFileName()
    QString mediaType;
    qint64 size = 0;   ///< bytes

    bool operator==(const Attachment &) const = default;
};

/// One entry of a ticket's thread.
struct Message {
    MessageId id;
    TicketId ticket;
    MessageKind kind = MessageKind::Reply;
    Visibility visibility = Visibility::Public;
    PersonId author;
    QString authorName;
    QString body; ///< Markdown source; empty for events
    QList<Attachment> attachments;
    qint64 writtenAt = 0;  ///< the author's clock, for showing
    qint64 receivedAt = 0; ///< the server's clock, orders the thread; 0 while not yet accepted
    /// Events: what happened ("state", "owner", …) and its parameters; words are in app/text.
    QString event;
    QMap<QString, QString> params;
    /// Public messages by others that arrived before this one and that its author had not seen.
    int crossed = 0;
    ReceiptSeal seal; ///< of a report: the server's signature over what it received

    bool operator==(const Message &) const = default;
};

/// What a kind of message allows: reports and replies are public, notes and calls never.
[[nodiscard]] inline Visibility visibilityOf(MessageKind kind)
{
    return kind == MessageKind::Report || kind == MessageKind::Reply ? Visibility::Public
                                                                     : Visibility::Internal;
}

/// A file name that is safe to show and to save on every system: no path, control or
/// bidirectional characters, no reserved Windows names, no trailing dots or spaces, at most 200
/// characters, never empty. The extension is kept.
[[nodiscard]] QString cleanFileName(const QString &name);

/// True for 64 lower-case hexadecimal digits.
[[nodiscard]] bool isSha256(const QString &text);

} // namespace vigie
