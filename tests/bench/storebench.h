// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meter.h"
#include "rawdb.h"
#include "storecorpus.h"

namespace vigie::bench {

/// What is measured of the store, each beside its floor on the same file.
class StoreBench
{
public:
    StoreBench(store::Profile &profile, RawDb &raw, StoreCorpus &corpus)
        : m_profile(profile), m_raw(raw), m_corpus(corpus)
    {
    }

    [[nodiscard]] QList<Metric> metrics();

private:
    [[nodiscard]] Metric firstPage();
    [[nodiscard]] Metric queueSwitch();
    [[nodiscard]] Metric counts();
    [[nodiscard]] Metric openTicket();
    [[nodiscard]] Metric searchAsYouType();
    [[nodiscard]] Metric searchWord();
    [[nodiscard]] Metric filteredList();
    [[nodiscard]] Metric applyPage();

    [[nodiscard]] Done rawList(const store::ListQuery &query);
    [[nodiscard]] Result<qint64> rawRef(const QString &id);
    [[nodiscard]] Done rawPage();
    [[nodiscard]] Done ourPage();
    [[nodiscard]] store::ListQuery queueQuery(int round) const;
    [[nodiscard]] TicketId ticketAt(int round) const;
    [[nodiscard]] Done preparePage();

    store::Profile &m_profile;
    RawDb &m_raw;
    StoreCorpus &m_corpus;

    /// A changed ticket with new messages, as values and as the bytes that go into rows.
    struct Changed {
        Ticket ticket;
        std::string ticketJson;
        QList<Message> messages;
        std::vector<std::string> messageJson;
    };
    QList<Changed> m_content;
    wire::SyncRequest m_request;
    wire::SyncResponse m_page;
    QHash<QString, qint64> m_heads;
    int m_pages = 0;
};

} // namespace vigie::bench
