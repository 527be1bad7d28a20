// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/message.h"
#include "core/model/person.h"
#include "core/model/ticket.h"

#include <QJsonArray>
#include <QJsonObject>

/// JSON forms of the model's values: one form for the wire, both databases and digests. Decoders
/// check every limit of core/base/limits.h and answer Invalid with the field's name; unknown
/// fields are ignored. Encoders leave out empty values, so equal values give equal bytes.
namespace vigie::codec {

[[nodiscard]] QJsonObject toJson(const Kit &kit);
[[nodiscard]] Result<Kit> kitFrom(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const Ticket &ticket);
[[nodiscard]] Result<Ticket> ticketFrom(const QJsonObject &object);

/// Whether a seal has the right form is for statementOf() to say; here only its size counts, so that
/// a bad one costs a signature and not the message.
[[nodiscard]] QJsonObject toJson(const ReceiptSeal &seal);
[[nodiscard]] Result<ReceiptSeal> sealFrom(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const Message &message);
[[nodiscard]] Result<Message> messageFrom(const QJsonObject &object);

[[nodiscard]] QJsonArray toJson(const QList<Attachment> &attachments);
[[nodiscard]] Result<QList<Attachment>> attachmentsFrom(const QJsonArray &array);

[[nodiscard]] QJsonObject toJson(const Person &person);
[[nodiscard]] Result<Person> personFrom(const QJsonObject &object);

[[nodiscard]] QJsonObject toJson(const Queue &queue);
[[nodiscard]] Result<Queue> queueFrom(const QJsonObject &object);

[[nodiscard]] QJsonArray toJson(const QList<Link> &links);
[[nodiscard]] Result<QList<Link>> linksFrom(const QJsonArray &array);

[[nodiscard]] QJsonObject toJson(const QMap<QString, QString> &map);
[[nodiscard]] Result<QMap<QString, QString>> textMapFrom(const QJsonObject &object, int mostItems,
                                                         qsizetype mostLength);

/// Puts the value only when it says something.
void put(QJsonObject &object, const char *key, const QString &value);
void put(QJsonObject &object, const char *key, qint64 value);
void put(QJsonObject &object, const char *key, const QJsonObject &value);
void put(QJsonObject &object, const char *key, const QJsonArray &value);

template<class T>
[[nodiscard]] QJsonArray idArray(const QList<T> &ids)
{
    QJsonArray array;
    for (const T &id : ids)
        array.append(id.text());
    return array;
}

} // namespace vigie::codec
