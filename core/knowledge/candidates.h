// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/knowledge/rates.h"
#include "core/knowledge/termvectors.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace vigie::knowledge {

/// What the miner wants to know of a ticket.
struct MinedTicket {
    QString id;
    QString title;
    QString report;       ///< its first words are enough; see knowledgelimits::kReportRead
    QString category;     ///< told with the candidates, never used to find them
    qint64 createdAt = 0; ///< UTC ms
    double hours = 0;     ///< worked on it or lost by its requester; 0 = not known
    QString article;      ///< id of the article that was linked to it; empty = none
};

/// Something that is asked again and again, and may deserve an article.
struct FaqCandidate {
    QString title;      ///< of the most typical ticket
    QStringList words;  ///< what its tickets have in common, most telling first, at most 6
    int count = 0;
    double hours = 0;   ///< of all its tickets, as they were given
    int recent = 0;     ///< tickets of the last 90 days
    int earlier = 0;    ///< tickets of the 90 days before
    RateChange trend = RateChange::TooFew;
    QString category;   ///< the commonest one of its tickets
    int ofCategory = 0; ///< how many are of it
    /// The article that at least 3 and a quarter of its tickets are linked to: it is covered, and
    /// may need to be found more easily. Empty = no article.
    QString article;
    int linked = 0;        ///< tickets linked to that article, or to the most linked one
    QStringList samples;   ///< ids of the most typical tickets, at most 5
    QStringList tickets;   ///< ids of all of them, the most typical first
    double score = 0;      ///< what it is ranked by; comparable within one answer only
};

/// Finds groups of tickets about the same thing among up to knowledgelimits::kMinedTickets.
///
/// Each ticket becomes a tf-idf vector of its rarest words, its title counting three times. One
/// pass of leader clustering (Hartigan 1975, "quick partition") over an inverted index makes small
/// groups; groups alike are put together, largest first; a second pass gives every ticket to the
/// nearest centre. The work for each ticket is bounded, so all of it is linear in their number.
/// The same tickets in the same order give the same answer.
///
/// Ranked by count × mean hours × mean recency: hours between 0.1 and 40 for each ticket, so that
/// one that lay open for a year does not decide; recency halves every 180 days.
///
/// Not thread-safe; made to be fed and stepped on one pool thread, which may stop after any step.
class CandidateMiner
{
public:
    /// False when it takes no more, and after the first step().
    bool add(const MinedTicket &ticket);
    /// Works on, over about `most` tickets or groups. True while there is more to do.
    bool step(qsizetype most = 2'000);
    /// From 0 to 1.
    [[nodiscard]] double progress() const;
    /// The candidates with at least `fewest` tickets, the best first; none before step() returned
    /// false.
    [[nodiscard]] QList<FaqCandidate> candidates(qint64 now, qsizetype most = 50,
                                                 int fewest = 5) const;

private:
    enum class Phase { Reading, Leading, Merging, Giving, Done };
    struct Row {
        QString id;
        QString title;
        int category = 0; ///< into m_names
        int article = 0;  ///< into m_names; 0 = none
        qint64 createdAt = 0;
        double hours = 0;
        int group = -1;
        float likeness = 0; ///< to the middle of its group
    };

    void countWords(const QStringList &words, quint32 times, QHash<quint32, quint32> &counts,
                    std::vector<quint32> &order);
    [[nodiscard]] int nameNumber(const QString &name);
    [[nodiscard]] TermVector direction(qsizetype row) const;
    [[nodiscard]] TermVector middle(const std::vector<int> &rows);
    void lead(qsizetype row);
    void gather();
    void merge(qsizetype group);
    void settle();
    void give(qsizetype row);
    [[nodiscard]] FaqCandidate described(std::vector<int> rows, int group, qint64 now) const;

    Phase m_phase = Phase::Reading;
    qsizetype m_next = 0; ///< of the phase's rows or groups
    std::vector<Row> m_rows;
    std::vector<quint32> m_terms;  ///< of all rows: word number × 256 + count
    std::vector<size_t> m_termEnds; ///< by row
    QHash<QString, quint32> m_words;
    QStringList m_wordOf;
    std::vector<quint32> m_spread; ///< by word: in how many rows
    QHash<QString, int> m_nameNumbers;
    QStringList m_names{QString()};
    VectorIndex m_index; ///< of leaders, then of merged groups, then of middles
    std::vector<TermVector> m_middles;
    std::vector<std::vector<int>> m_groups; ///< small groups, largest first
    std::vector<std::vector<int>> m_merged;
    std::vector<double> m_sums; ///< by word; zero between uses
};

/// All at once. `goesOn` is asked between steps; an empty answer when it says no.
[[nodiscard]] QList<FaqCandidate> mineCandidates(const QList<MinedTicket> &tickets, qint64 now,
                                                 const std::function<bool()> &goesOn = {});

} // namespace vigie::knowledge
