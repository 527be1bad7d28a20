// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <mutex>

namespace vigie {

/// Where randomness comes from; injected like the clock. Safe to call from any thread.
class Rng
{
public:
    virtual ~Rng() = default;
    [[nodiscard]] virtual quint64 next() = 0;
    /// Uniform in [0, bound); 0 when bound is 0.
    [[nodiscard]] quint64 below(quint64 bound);
    /// Uniform in [0, 1).
    [[nodiscard]] double unit();
};

/// The operating system's cryptographic generator.
class SystemRng final : public Rng
{
public:
    [[nodiscard]] quint64 next() override;
};

/// Deterministic xoshiro256** seeded by splitmix64 (Blackman and Vigna, prng.di.unimi.it).
/// For tests and the simulation only; never for secrets.
class SeededRng final : public Rng
{
public:
    explicit SeededRng(quint64 seed);
    [[nodiscard]] quint64 next() override;

private:
    std::mutex m_mutex;
    std::array<quint64, 4> m_state{};
};

} // namespace vigie
