// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"

#include <QRandomGenerator>

#include <bit>

namespace vigie {

quint64 Rng::below(quint64 bound)
{
    if (bound == 0)
        return 0;
    // Rejection keeps the result uniform for bounds that do not divide 2^64.
    const quint64 limit = ~quint64(0) - (~quint64(0) % bound + 1) % bound;
    quint64 value = next();
    while (value > limit)
        value = next();
    return value % bound;
}

double Rng::unit()
{
    return double(next() >> 11) * 0x1.0p-53;
}

quint64 SystemRng::next()
{
    return QRandomGenerator::system()->generate64();
}

SeededRng::SeededRng(quint64 seed)
{
    for (quint64 &word : m_state) {
        seed += 0x9e3779b97f4a7c15ULL;
        quint64 z = seed;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        word = z ^ (z >> 31);
    }
}

quint64 SeededRng::next()
{
    const std::lock_guard lock(m_mutex);
    const quint64 result = std::rotl(m_state[1] * 5, 7) * 9;
    const quint64 t = m_state[1] << 17;
    m_state[2] ^= m_state[0];
    m_state[3] ^= m_state[1];
    m_state[1] ^= m_state[2];
    m_state[0] ^= m_state[3];
    m_state[2] ^= t;
    m_state[3] = std::rotl(m_state[3], 45);
    return result;
}

} // namespace vigie
