// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace vigie::knowledge {

/// Guided decision trees, written as articles in plain Markdown:
///
///     # The screen stays black                    the title
///     Words here introduce it.
///
///     ## Is the lamp on? {#lamp}                  a node, with the name that links use
///     Look at the front.                          what to do there: any Markdown
///     - [Yes](#cable)                             a choice: an item that is nothing but a link
///     - [No](#power)
///
///     ## Plug in the cable {#cable}
///     ## Plug in the power {#power}               no choices: the way ends here
///
/// The first heading of level 1 is the title, every other heading is a node and the first node is
/// the beginning. Without `{#…}` a node is named as on GitHub: its heading in lower case, letters
/// and digits only, spaces as "-". Nothing in code is looked at. Every node has one more way out
/// that needs not be written: to a person.
struct TreeChoice {
    QString label;
    QString name;    ///< of the target, as it was written
    int target = -1; ///< index into DecisionTree::nodes; -1 = there is none of that name
    int line = 0;    ///< from 1 on

    bool operator==(const TreeChoice &) const = default;
};

struct TreeNode {
    QString title;
    QString name;
    QString text; ///< Markdown, trimmed, without the choices
    QList<TreeChoice> choices;
    int line = 0; ///< of the heading, from 1 on

    /// True when nothing leads on from here.
    [[nodiscard]] bool isEnd() const;
    bool operator==(const TreeNode &) const = default;
};

/// What is not as it should be in a tree's text.
struct TreeProblem {
    enum class Kind {
        NoNodes,
        TooLong,        ///< over knowledgelimits::kTreeText; the rest was not read
        TooManyNodes,   ///< over kTreeNodes; the rest was not read
        TooManyChoices, ///< over kTreeChoices in one node; the rest was left out
        SameName,       ///< two nodes have it; links lead to the first one
        UnknownTarget,  ///< a choice leads nowhere
        NoWayOut,       ///< from here one goes round for ever: no way on leads to an end
        Unreachable,    ///< no way leads here
        LinkInWords,    ///< a link to a node inside other words, which is no choice
        Loop            ///< a choice leads back to where one came from; allowed, and told
    };
    Kind kind = Kind::NoNodes;
    int line = 1;    ///< from 1 on
    QString name;    ///< the node or target that it is about, may be empty

    /// True when the tree cannot be published with it. The others are hints.
    [[nodiscard]] bool blocks() const;
    bool operator==(const TreeProblem &) const = default;
};

/// A tree, or as much of it as could be understood. A value.
struct DecisionTree {
    QString title;
    QString introduction; ///< Markdown between the title and the first node
    QList<TreeNode> nodes;
    QList<TreeProblem> problems; ///< by line, at most knowledgelimits::kTreeProblems

    [[nodiscard]] bool isSound() const; ///< no problem blocks it
    bool operator==(const DecisionTree &) const = default;
};

/// Reads a tree. Linear in the text, without recursion, bounded by knowledgelimits. Pure.
[[nodiscard]] DecisionTree readDecisionTree(const QString &markdown);

/// True when a text has at least two nodes and one choice between them, so that it can be offered
/// as a guide.
[[nodiscard]] bool isGuide(const DecisionTree &tree);

} // namespace vigie::knowledge
