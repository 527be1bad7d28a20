// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/termvectors.h"

#include "core/knowledge/knowledgelimits.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace vigie::knowledge {

TermVector directionOf(TermVector terms, qsizetype most)
{
    const auto heavier = [](const Term &a, const Term &b) {
        return a.weight != b.weight ? a.weight > b.weight : a.word < b.word;
    };
    if (qsizetype(terms.size()) > most) {
        std::nth_element(terms.begin(), terms.begin() + most, terms.end(), heavier);
        terms.resize(size_t(most));
    }
    std::sort(terms.begin(), terms.end(),
              [](const Term &a, const Term &b) { return a.word < b.word; });
    double squares = 0;
    for (const Term &term : terms)
        squares += double(term.weight) * double(term.weight);
    if (squares <= 0)
        return {};
    const double length = std::sqrt(squares);
    for (Term &term : terms)
        term.weight = float(double(term.weight) / length);
    return terms;
}

float likenessOf(const TermVector &a, const TermVector &b)
{
    float sum = 0;
    auto left = a.begin();
    auto right = b.begin();
    while (left != a.end() && right != b.end()) {
        if (left->word < right->word)
            ++left;
        else if (right->word < left->word)
            ++right;
        else
            sum += (left++)->weight * (right++)->weight;
    }
    return sum;
}

int VectorIndex::add(TermVector direction)
{
    const int id = int(m_directions.size());
    for (const Term &term : direction) {
        if (term.word >= m_postings.size())
            m_postings.resize(size_t(term.word) + 1);
        std::vector<Posting> &postings = m_postings[term.word];
        if (qsizetype(postings.size()) < knowledgelimits::kPostings)
            postings.push_back({id, term.weight});
    }
    m_directions.push_back(std::move(direction));
    m_sums.push_back(0);
    return id;
}

VectorIndex::Match VectorIndex::best(const TermVector &direction)
{
    m_touched.clear();
    for (const Term &term : direction) {
        if (term.word >= m_postings.size())
            continue;
        for (const Posting &posting : m_postings[term.word]) {
            float &sum = m_sums[size_t(posting.id)];
            if (sum == 0)
                m_touched.push_back(posting.id);
            sum += term.weight * posting.weight;
        }
    }
    const auto moreAlike = [this](int a, int b) {
        const float left = m_sums[size_t(a)];
        const float right = m_sums[size_t(b)];
        return left != right ? left > right : a < b;
    };
    const auto compared =
        std::min<qsizetype>(qsizetype(m_touched.size()), knowledgelimits::kComparedExactly);
    std::partial_sort(m_touched.begin(), m_touched.begin() + compared, m_touched.end(), moreAlike);
    Match match;
    // The sums lack the words whose postings were full: only the whole directions decide.
    for (qsizetype i = 0; i < compared; ++i) {
        const int id = m_touched[size_t(i)];
        const float likeness = likenessOf(direction, m_directions[size_t(id)]);
        if (likeness > match.likeness || (likeness == match.likeness && id < match.id))
            match = {id, likeness};
    }
    for (const int id : m_touched)
        m_sums[size_t(id)] = 0;
    return match;
}

} // namespace vigie::knowledge
