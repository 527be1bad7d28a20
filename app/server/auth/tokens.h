// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/data/tokenrows.h"

#include <functional>

namespace vigie {
class Clock;
}

namespace vigie::server {

/// Who calls, on which device.
struct Caller {
    PersonId person;
    DeviceId device;
};

/// A token lives this long after its last use, milliseconds.
inline constexpr qint64 kTokenLifeMs = 90LL * 86'400'000;
/// The last use is written at most this often, milliseconds.
inline constexpr qint64 kTokenTouchMs = 3'600'000;

/// Bearer tokens: 256 bits, bound to a device, known to the server only by their SHA-256.
class Tokens
{
public:
    using SecretSource = std::function<QByteArray()>;

    Tokens(TokenRows &rows, const Clock &clock, SecretSource source)
        : m_rows(rows), m_clock(clock), m_source(std::move(source))
    {
    }

    /// A new token; older ones of the same person and device die.
    [[nodiscard]] Result<QByteArray> issue(const Caller &caller, const QString &deviceName);
    /// SignInNeeded for anything but a living token.
    [[nodiscard]] Result<Caller> check(const QByteArray &token);
    [[nodiscard]] Done revoke(const QByteArray &token);

private:
    TokenRows &m_rows;
    const Clock &m_clock;
    SecretSource m_source;
};

} // namespace vigie::server
