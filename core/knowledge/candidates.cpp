// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/candidates.h"

#include "core/knowledge/knowledgelimits.h"
#include "core/knowledge/terms.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace vigie::knowledge {

namespace {

// Measured with tests/bench/bench_knowledge; its README says with which result.
constexpr float kSameSmallGroup = 0.45F; ///< a ticket and the leader of a group
constexpr float kSameGroup = 0.6F;       ///< two groups
constexpr float kGivenTo = 0.45F;        ///< a ticket and the middle of a group
constexpr quint32 kTitleCounts = 3;
constexpr size_t kSmallestGroup = 3;

constexpr quint32 kMostCounted = 255;
constexpr quint32 kCountBits = 8;
constexpr qint64 kDayMs = 86'400'000;
constexpr qint64 kWindowMs = 90 * kDayMs;
constexpr double kHalfLifeMs = 180.0 * double(kDayMs);
constexpr double kFewestHours = 0.1;
constexpr double kMostHours = 40;

/// The name that stands most often in a column of rows, the smaller number of two alike.
template<class Column>
std::pair<int, int> commonest(const std::vector<int> &rows, const Column &column)
{
    std::vector<int> values;
    values.reserve(rows.size());
    for (const int row : rows) {
        if (const int value = column(row); value > 0)
            values.push_back(value);
    }
    std::sort(values.begin(), values.end());
    std::pair<int, int> best{0, 0};
    for (size_t i = 0; i < values.size();) {
        size_t end = i;
        while (end < values.size() && values[end] == values[i])
            ++end;
        if (int(end - i) > best.second)
            best = {values[i], int(end - i)};
        i = end;
    }
    return best;
}

} // namespace

bool CandidateMiner::add(const MinedTicket &ticket)
{
    if (m_phase != Phase::Reading || qsizetype(m_rows.size()) >= knowledgelimits::kMinedTickets)
        return false;
    Row row;
    row.id = ticket.id;
    row.title = ticket.title.simplified();
    row.category = nameNumber(ticket.category);
    row.article = nameNumber(ticket.article);
    row.createdAt = ticket.createdAt;
    row.hours = std::isfinite(ticket.hours) ? std::max(0.0, ticket.hours) : 0;
    m_rows.push_back(std::move(row));

    QHash<quint32, quint32> counts;
    std::vector<quint32> order;
    countWords(tellingWords(ticket.title, knowledgelimits::kWordsPerReport), kTitleCounts, counts,
               order);
    countWords(tellingWords(ticket.report.left(knowledgelimits::kReportRead),
                            knowledgelimits::kWordsPerReport),
               1, counts, order);
    for (const quint32 word : order) {
        ++m_spread[word];
        m_terms.push_back(word << kCountBits | std::min(kMostCounted, counts.value(word)));
    }
    m_termEnds.push_back(m_terms.size());
    return true;
}

void CandidateMiner::countWords(const QStringList &words, quint32 times,
                                QHash<quint32, quint32> &counts, std::vector<quint32> &order)
{
    for (const QString &word : words) {
        auto number = m_words.constFind(word);
        if (number == m_words.constEnd()) {
            if (m_wordOf.size() >= knowledgelimits::kVocabulary)
                continue;
            number = m_words.insert(word, quint32(m_wordOf.size()));
            m_wordOf.append(word);
            m_spread.push_back(0);
        }
        quint32 &count = counts[*number];
        if (count == 0)
            order.push_back(*number);
        count += times;
    }
}

int CandidateMiner::nameNumber(const QString &name)
{
    if (name.isEmpty())
        return 0;
    const auto known = m_nameNumbers.constFind(name);
    if (known != m_nameNumbers.constEnd())
        return *known;
    m_names.append(name);
    m_nameNumbers.insert(name, int(m_names.size()) - 1);
    return int(m_names.size()) - 1;
}

TermVector CandidateMiner::direction(qsizetype row) const
{
    const size_t begin = row > 0 ? m_termEnds[size_t(row) - 1] : 0;
    const size_t end = m_termEnds[size_t(row)];
    const auto all = double(m_rows.size());
    TermVector terms;
    terms.reserve(end - begin);
    for (size_t i = begin; i < end; ++i) {
        const quint32 word = m_terms[i] >> kCountBits;
        if (m_spread[word] < 2)
            continue; // leads to no other ticket
        const double often = 1 + std::log(double(m_terms[i] & kMostCounted));
        terms.push_back({word, float(often * std::log(1 + all / double(m_spread[word])))});
    }
    return directionOf(std::move(terms), knowledgelimits::kTermsPerTicket);
}

TermVector CandidateMiner::middle(const std::vector<int> &rows)
{
    std::vector<quint32> words;
    m_sums.resize(size_t(m_wordOf.size()));
    for (const int row : rows) {
        for (const Term &term : direction(row)) {
            double &sum = m_sums[term.word];
            if (sum == 0)
                words.push_back(term.word);
            sum += double(term.weight);
        }
    }
    TermVector terms;
    for (const quint32 word : words) {
        terms.push_back({word, float(m_sums[word])});
        m_sums[word] = 0;
    }
    return directionOf(std::move(terms), knowledgelimits::kTermsPerCluster);
}

bool CandidateMiner::step(qsizetype most)
{
    if (m_phase == Phase::Reading)
        m_phase = Phase::Leading;
    const qsizetype units = m_phase == Phase::Merging ? qsizetype(m_groups.size())
                                                      : qsizetype(m_rows.size());
    const qsizetype end = std::min(units, m_next + std::max<qsizetype>(1, most));
    for (; m_next < end && m_phase != Phase::Done; ++m_next) {
        if (m_phase == Phase::Leading)
            lead(m_next);
        else if (m_phase == Phase::Merging)
            merge(m_next);
        else
            give(m_next);
    }
    if (m_next < units || m_phase == Phase::Done)
        return m_phase != Phase::Done;
    m_next = 0;
    if (m_phase == Phase::Leading) {
        gather();
        m_phase = Phase::Merging;
    } else if (m_phase == Phase::Merging) {
        settle();
        m_phase = Phase::Giving;
    } else {
        m_phase = Phase::Done;
    }
    return m_phase != Phase::Done;
}

double CandidateMiner::progress() const
{
    const double share = m_rows.empty() ? 0 : double(m_next) / double(m_rows.size());
    switch (m_phase) {
    case Phase::Reading:
        return 0;
    case Phase::Leading:
        return 0.5 * share;
    case Phase::Merging:
        return 0.5;
    case Phase::Giving:
        return 0.6 + 0.4 * share;
    case Phase::Done:
        return 1;
    }
    return 0;
}

void CandidateMiner::lead(qsizetype row)
{
    TermVector words = direction(row);
    if (words.empty())
        return;
    const VectorIndex::Match match = m_index.best(words);
    m_rows[size_t(row)].group =
        match.likeness >= kSameSmallGroup ? match.id : m_index.add(std::move(words));
}

void CandidateMiner::gather()
{
    m_groups.resize(size_t(m_index.size()));
    for (size_t row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].group >= 0)
            m_groups[size_t(m_rows[row].group)].push_back(int(row));
    }
    std::erase_if(m_groups, [](const std::vector<int> &rows) {
        return rows.size() < kSmallestGroup;
    });
    std::stable_sort(m_groups.begin(), m_groups.end(),
                     [](const std::vector<int> &a, const std::vector<int> &b) {
                         return a.size() > b.size();
                     });
    m_index = {};
}

void CandidateMiner::merge(qsizetype group)
{
    const std::vector<int> &rows = m_groups[size_t(group)];
    TermVector words = middle(rows);
    const VectorIndex::Match match = m_index.best(words);
    if (match.likeness >= kSameGroup) {
        std::vector<int> &into = m_merged[size_t(match.id)];
        into.insert(into.end(), rows.begin(), rows.end());
    } else if (!words.empty()) {
        m_index.add(std::move(words));
        m_merged.push_back(rows);
    }
}

void CandidateMiner::settle()
{
    m_index = {};
    for (const std::vector<int> &rows : m_merged) {
        m_middles.push_back(middle(rows));
        m_index.add(m_middles.back());
    }
    m_groups.clear();
    m_merged.clear();
}

void CandidateMiner::give(qsizetype row)
{
    const VectorIndex::Match match = m_index.best(direction(row));
    Row &given = m_rows[size_t(row)];
    given.group = match.likeness >= kGivenTo ? match.id : -1;
    given.likeness = match.likeness;
}

QList<FaqCandidate> CandidateMiner::candidates(qint64 now, qsizetype most, int fewest) const
{
    if (m_phase != Phase::Done)
        return {};
    std::vector<std::vector<int>> groups(m_middles.size());
    for (size_t row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].group >= 0)
            groups[size_t(m_rows[row].group)].push_back(int(row));
    }
    QList<FaqCandidate> found;
    for (size_t group = 0; group < groups.size(); ++group) {
        if (!groups[group].empty() && int(groups[group].size()) >= fewest)
            found.append(described(std::move(groups[group]), int(group), now));
    }
    std::stable_sort(found.begin(), found.end(), [](const FaqCandidate &a, const FaqCandidate &b) {
        return a.score != b.score ? a.score > b.score : a.count > b.count;
    });
    return found.mid(0, most);
}

FaqCandidate CandidateMiner::described(std::vector<int> rows, int group, qint64 now) const
{
    constexpr qsizetype kWordsTold = 6;
    constexpr qsizetype kSamples = 5;
    std::stable_sort(rows.begin(), rows.end(), [this](int a, int b) {
        return m_rows[size_t(a)].likeness > m_rows[size_t(b)].likeness;
    });
    FaqCandidate candidate;
    candidate.count = int(rows.size());
    double cost = 0;
    double recency = 0;
    for (const int index : rows) {
        const Row &row = m_rows[size_t(index)];
        const qint64 age = std::max<qint64>(0, now - row.createdAt);
        candidate.hours += row.hours;
        candidate.recent += age < kWindowMs ? 1 : 0;
        candidate.earlier += age >= kWindowMs && age < 2 * kWindowMs ? 1 : 0;
        cost += std::clamp(row.hours, kFewestHours, kMostHours);
        recency += std::exp2(-double(age) / kHalfLifeMs);
        candidate.tickets.append(row.id);
        if (candidate.title.isEmpty())
            candidate.title = row.title;
    }
    candidate.score = cost * recency / double(rows.size());
    candidate.trend = compareRates(candidate.earlier, 1, candidate.recent, 1);
    candidate.samples = candidate.tickets.mid(0, kSamples);

    const auto category = commonest(rows, [this](int row) { return m_rows[size_t(row)].category; });
    candidate.category = m_names.at(category.first);
    candidate.ofCategory = category.second;
    const auto article = commonest(rows, [this](int row) { return m_rows[size_t(row)].article; });
    candidate.linked = article.second;
    if (article.second >= 3 && article.second * 4 >= candidate.count)
        candidate.article = m_names.at(article.first);

    TermVector words = m_middles[size_t(group)];
    std::sort(words.begin(), words.end(), [](const Term &a, const Term &b) {
        return a.weight != b.weight ? a.weight > b.weight : a.word < b.word;
    });
    for (const Term &term : words) {
        if (candidate.words.size() < kWordsTold)
            candidate.words.append(m_wordOf.at(term.word));
    }
    return candidate;
}

QList<FaqCandidate> mineCandidates(const QList<MinedTicket> &tickets, qint64 now,
                                   const std::function<bool()> &goesOn)
{
    CandidateMiner miner;
    qsizetype fed = 0;
    for (const MinedTicket &ticket : tickets) {
        if (!miner.add(ticket))
            break;
        if (++fed % 2'000 == 0 && goesOn && !goesOn())
            return {};
    }
    while (miner.step()) {
        if (goesOn && !goesOn())
            return {};
    }
    return miner.candidates(now);
}

} // namespace vigie::knowledge
