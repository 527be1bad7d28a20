// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace vigie::knowledge {

/// A word, by its number, and how much it tells.
struct Term {
    quint32 word = 0;
    float weight = 0;
};

/// A text as a direction: its terms in the order of their words, of length 1 together.
using TermVector = std::vector<Term>;

/// The `most` heaviest terms, the earlier word of two alike, scaled to length 1 and in order.
[[nodiscard]] TermVector directionOf(TermVector terms, qsizetype most);

/// The cosine of two directions: 0 = nothing in common, 1 = the same.
[[nodiscard]] float likenessOf(const TermVector &a, const TermVector &b);

/// Finds the most alike of many directions through an inverted index. The same calls in the same
/// order give the same answers.
class VectorIndex
{
public:
    struct Match {
        int id = -1; ///< -1 = none has a word in common
        float likeness = 0;
    };

    /// Takes a direction in and returns its number, from 0 on. It is found by those of its words
    /// that stand in fewer than knowledgelimits::kPostings directions so far.
    int add(TermVector direction);
    /// The most alike one, the earliest of several. A word costs at most kPostings steps.
    [[nodiscard]] Match best(const TermVector &direction);
    [[nodiscard]] qsizetype size() const { return qsizetype(m_directions.size()); }

private:
    struct Posting {
        int id = 0;
        float weight = 0;
    };

    std::vector<TermVector> m_directions;
    std::vector<std::vector<Posting>> m_postings; ///< by word
    std::vector<float> m_sums;                    ///< by direction; zero between questions
    std::vector<int> m_touched;
};

} // namespace vigie::knowledge
