// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/knowledge/decisiontree.h"

namespace vigie::knowledge {

/// Words for what was tried, in the language of the ticket.
struct TriedWords {
    QString headline;  ///< "Tried with the guide “%1”:"; %1 = the tree's title
    QString stoppedAt; ///< "stopped at: %1"
    QString endedAt;   ///< "arrived at: %1"
    QString cut;       ///< stands for steps that are left out of a very long way
};

/// Somebody's way through a tree. A value: it can be copied, kept and compared; the tree is shared.
class TreeWalk
{
public:
    struct Step {
        int node = 0;
        int choice = 0; ///< what was chosen there
        bool operator==(const Step &) const = default;
    };

    /// Stands at the first node; `isValid()` is false for a tree without nodes.
    explicit TreeWalk(DecisionTree tree);

    [[nodiscard]] bool isValid() const { return !m_tree.nodes.isEmpty(); }
    [[nodiscard]] const DecisionTree &tree() const { return m_tree; }
    /// Where the way is: index into the tree's nodes.
    [[nodiscard]] int position() const { return m_node; }
    /// Only of a valid walk.
    [[nodiscard]] const TreeNode &node() const { return m_tree.nodes.at(m_node); }
    /// True where nothing leads on.
    [[nodiscard]] bool isAtEnd() const { return !isValid() || node().isEnd(); }
    /// How often the way has come here, this time included: more than 1 = round in a loop.
    [[nodiscard]] int visits() const;

    /// False, and nothing changes, for a choice that does not exist or leads nowhere, and after
    /// knowledgelimits::kWalkSteps.
    bool choose(int choice);
    /// To where one came from; false at the beginning. What was tried forgets the step.
    bool back();
    void restart();

    [[nodiscard]] const QList<Step> &steps() const { return m_steps; }
    /// The way as one line a step ("1. Is the lamp on? → Yes"), for a ticket; plain text.
    [[nodiscard]] QString tried(const TriedWords &words) const;

    bool operator==(const TreeWalk &) const = default;

private:
    DecisionTree m_tree;
    QList<Step> m_steps;
    int m_node = 0;
};

} // namespace vigie::knowledge
