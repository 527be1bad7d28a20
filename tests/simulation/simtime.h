// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/sync/ports.h"

#include <QByteArray>

#include <functional>
#include <map>
#include <memory>

namespace vigie::sim {

/// Virtual time: a queue of things to happen. Equal times happen in the order they were planned.
class SimTime
{
public:
    using Token = std::pair<qint64, quint64>;

    [[nodiscard]] qint64 now() const { return m_now; }

    Token after(qint64 delayMs, std::function<void()> call)
    {
        const Token token{m_now + std::max<qint64>(0, delayMs), ++m_planned};
        m_queue.emplace(token, std::move(call));
        return token;
    }
    void cancel(const Token &token) { m_queue.erase(token); }

    /// Lets the next thing happen; false when nothing is planned or it is later than `until`.
    bool step(qint64 until)
    {
        if (m_queue.empty() || m_queue.begin()->first.first > until)
            return false;
        auto node = m_queue.extract(m_queue.begin());
        m_now = node.key().first;
        node.mapped()();
        return true;
    }
    void skipTo(qint64 time) { m_now = std::max(m_now, time); }

private:
    qint64 m_now = 0;
    quint64 m_planned = 0;
    std::map<Token, std::function<void()>> m_queue;
};

/// A machine's clocks: monotonic time is true, the wall clock is as wrong as the machine's owner
/// left it.
class SimClock final : public Clock
{
public:
    static constexpr qint64 kEpochMs = 1'790'000'000'000;

    explicit SimClock(const SimTime &time, qint64 skew = 0) : skewMs(skew), m_time(time) {}
    [[nodiscard]] qint64 nowMs() const override
    {
        return std::max<qint64>(1, kEpochMs + m_time.now() + skewMs);
    }
    [[nodiscard]] qint64 monotonicMs() const override { return m_time.now() + 1; }

    qint64 skewMs;

private:
    const SimTime &m_time;
};

class SimWakeUp final : public sync::WakeUp
{
public:
    explicit SimWakeUp(SimTime &time) : m_time(time) {}
    ~SimWakeUp() override { cancel(); }
    void plan(qint64 delayMs, std::function<void()> call) override
    {
        cancel();
        m_planned = true;
        m_token = m_time.after(delayMs, [this, call = std::move(call)] {
            m_planned = false;
            call();
        });
    }
    void cancel() override
    {
        if (m_planned)
            m_time.cancel(m_token);
        m_planned = false;
    }

private:
    SimTime &m_time;
    SimTime::Token m_token;
    bool m_planned = false;
};

/// A hash over everything that happened, to prove that a seed is a whole world.
class Trace
{
public:
    void add(qint64 time, const char *what, qint64 value = 0)
    {
        mix(quint64(time));
        for (const char *c = what; *c; ++c)
            mix(quint64(uchar(*c)));
        mix(quint64(value));
        ++m_events;
    }
    void add(qint64 time, const char *what, const QByteArray &bytes)
    {
        add(time, what, qint64(bytes.size()));
        for (const char c : bytes)
            mix(quint64(uchar(c)));
    }
    [[nodiscard]] quint64 hash() const { return m_hash; }
    [[nodiscard]] qint64 events() const { return m_events; }

private:
    /// FNV-1a by words.
    void mix(quint64 word)
    {
        m_hash ^= word;
        m_hash *= 0x100000001b3ULL;
        m_hash ^= m_hash >> 29;
    }
    quint64 m_hash = 0xcbf29ce484222325ULL;
    qint64 m_events = 0;
};

} // namespace vigie::sim
