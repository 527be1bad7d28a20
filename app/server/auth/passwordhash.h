// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace vigie {
class Rng;
}

namespace vigie::server {

/// What one guess costs. Tests use the smallest values libsodium takes.
struct HashCost {
    quint64 operations = 2;
    size_t memoryBytes = size_t(64) * 1024 * 1024;

    /// Worth nothing as a defence; for tests and the simulation.
    [[nodiscard]] static HashCost lowest() { return {1, 8192}; }
};

/// Argon2id through libsodium. Stateless after construction: make() and verify() may run on any
/// thread and take their full cost, about a third of a second with the default.
class PasswordHash
{
public:
    explicit PasswordHash(HashCost cost) : m_cost(cost) {}

    /// The text to store. ServerFault when the memory for it is not there.
    [[nodiscard]] Result<QByteArray> make(const QString &password) const;
    [[nodiscard]] bool verify(const QByteArray &stored, const QString &password) const;
    /// A text that no password fits but that costs as much to check as a real one, so that an
    /// unknown login cannot be told from a wrong password by the time it takes.
    [[nodiscard]] QByteArray decoy(Rng &rng) const;

private:
    HashCost m_cost;
};

/// 32 bytes of the operating system's randomness, for tokens.
[[nodiscard]] QByteArray randomSecret();

} // namespace vigie::server
