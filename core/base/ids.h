// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QUuid>

#include <mutex>

namespace vigie {

class Clock;
class Rng;

/// A UUID that cannot be mistaken for the id of another kind of thing.
/// Text form: 36 lower-case characters without braces, everywhere (wire, SQL, logs).
template<class Tag>
class Id
{
public:
    Id() = default;
    explicit Id(const QUuid &uuid) : m_uuid(uuid) {}

    [[nodiscard]] static Result<Id> parse(const QString &text)
    {
        const QUuid uuid = QUuid::fromString(text);
        if (uuid.isNull() || text.size() != 36)
            return fail(ErrorCode::Invalid, QStringLiteral("not an id"));
        return Id(uuid);
    }
    /// For text that our own code wrote (our databases); null when it is not an id.
    [[nodiscard]] static Id fromStored(const QString &text)
    {
        return Id(QUuid::fromString(text));
    }

    [[nodiscard]] bool isNull() const { return m_uuid.isNull(); }
    [[nodiscard]] QString text() const
    {
        return isNull() ? QString() : m_uuid.toString(QUuid::WithoutBraces);
    }
    /// Four characters that a person can say on the phone before the server gave a number.
    [[nodiscard]] QString shortTag() const { return text().right(4).toUpper(); }
    [[nodiscard]] const QUuid &uuid() const { return m_uuid; }

    friend bool operator==(const Id &a, const Id &b) { return a.m_uuid == b.m_uuid; }
    friend bool operator!=(const Id &a, const Id &b) { return !(a == b); }
    /// Order of the big-endian bytes, which for UUIDv7 is the order of creation on one device.
    friend bool operator<(const Id &a, const Id &b)
    {
        return a.m_uuid.toRfc4122() < b.m_uuid.toRfc4122();
    }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.m_uuid, seed); }

private:
    QUuid m_uuid;
};

using TicketId = Id<struct TicketTag>;
using MessageId = Id<struct MessageTag>;
using PersonId = Id<struct PersonTag>;
using QueueId = Id<struct QueueTag>;
using OpId = Id<struct OpTag>;
using DeviceId = Id<struct DeviceTag>;
using DraftId = Id<struct DraftTag>;
using SavedViewId = Id<struct SavedViewTag>;

/// Makes UUIDv7 (RFC 9562 §5.7) that strictly increase within one generator even when the wall
/// clock stands still or goes back: a 12-bit counter extends the last millisecond seen.
/// Thread-safe.
class IdGenerator
{
public:
    IdGenerator(const Clock &clock, Rng &rng) : m_clock(clock), m_rng(rng) {}

    [[nodiscard]] QUuid next();

    template<class T>
    [[nodiscard]] T make()
    {
        return T(next());
    }

private:
    const Clock &m_clock;
    Rng &m_rng;
    std::mutex m_mutex;
    quint64 m_lastMs = 0;
    quint32 m_counter = 0;
};

/// An id that every side computes alike from another id and a word, for rows that an operation
/// brings with it (the event entry of a state change). First 16 bytes of SHA-256, marked as
/// UUIDv8 (RFC 9562 §5.8).
[[nodiscard]] QUuid derivedUuid(const QUuid &from, const QByteArray &word);

} // namespace vigie
