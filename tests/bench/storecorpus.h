// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rng.h"
#include "core/store/profile.h"
#include "core/wire/messages.h"
#include "tests/support/fixedclock.h"

namespace vigie::bench {

/// A made-up helpdesk: the same seed makes the same tickets. 12 % are open; words follow a
/// steep distribution as in real texts, so that some are everywhere and most are rare.
class StoreCorpus
{
public:
    explicit StoreCorpus(int tickets);

    /// Writes everything through the cache's own row writer, in large transactions.
    [[nodiscard]] Done write(store::Profile &profile);
    /// Takes over what an earlier run wrote with write(); new entries come after all of it.
    [[nodiscard]] Done adopt(store::Profile &profile);

    [[nodiscard]] Ticket ticket();
    [[nodiscard]] Message message(const Ticket &about);
    [[nodiscard]] QString text(int words);
    /// A word by rank: 0 is the most frequent.
    [[nodiscard]] const QString &word(qsizetype rank) const { return m_words[rank]; }
    [[nodiscard]] const Person &me() const { return m_me; }
    [[nodiscard]] const QList<QueueId> &queues() const { return m_me.queues; }
    [[nodiscard]] const QList<TicketId> &tickets() const { return m_tickets; }
    [[nodiscard]] QStringList scope() const;
    [[nodiscard]] qint64 nextMs() { return ++m_clock.at; }

private:
    [[nodiscard]] Done writeDirectory(store::Profile &profile);
    [[nodiscard]] Done writeBatch(store::Profile &profile, int count);

    int m_count;
    FixedClock m_clock;
    SeededRng m_rng{42};
    IdGenerator m_ids{m_clock, m_rng};
    QStringList m_words;
    Person m_me;
    QList<Person> m_people;
    QList<TicketId> m_tickets;
    qint64 m_number = 0;
};

} // namespace vigie::bench
