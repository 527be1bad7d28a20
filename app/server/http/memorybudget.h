// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>
#include <utility>

namespace vigie::server {

/// How many bytes of bodies the front door holds for all connections together. Thread-safe.
class MemoryBudget
{
public:
    explicit MemoryBudget(qint64 most) : m_most(most) {}

    [[nodiscard]] bool tryTake(qint64 bytes)
    {
        if (m_used.fetch_add(bytes) + bytes <= m_most)
            return true;
        m_used.fetch_sub(bytes);
        return false;
    }
    /// For bytes that exist already; the next tryTake() feels them.
    void take(qint64 bytes) { m_used.fetch_add(bytes); }
    void give(qint64 bytes) { m_used.fetch_sub(bytes); }
    [[nodiscard]] bool isSpent() const { return m_used.load() > m_most; }
    [[nodiscard]] qint64 used() const { return m_used.load(); }

private:
    const qint64 m_most;
    std::atomic<qint64> m_used{0};
};

/// One exchange's part of the budget, given back at its end.
class BudgetShare
{
public:
    explicit BudgetShare(MemoryBudget &budget) : m_budget(budget) {}
    ~BudgetShare() { m_budget.give(m_taken); }
    BudgetShare(const BudgetShare &) = delete;
    BudgetShare &operator=(const BudgetShare &) = delete;

    /// Makes the share at least this large; false when the budget is spent.
    [[nodiscard]] bool grow(qint64 bytes)
    {
        if (bytes <= m_taken)
            return true;
        if (!m_budget.tryTake(bytes - m_taken))
            return false;
        m_taken = bytes;
        return true;
    }
    /// Replaces what was taken; for bytes that exist already.
    void become(qint64 bytes)
    {
        m_budget.take(bytes);
        m_budget.give(std::exchange(m_taken, bytes));
    }

private:
    MemoryBudget &m_budget;
    qint64 m_taken = 0;
};

} // namespace vigie::server
