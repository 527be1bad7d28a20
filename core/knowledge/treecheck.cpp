// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/treecheck.h"

#include <vector>

namespace vigie::knowledge {

namespace {

using Kind = TreeProblem::Kind;

/// The choices that lead back to a node on the way from the beginning, by a walk in depth.
void findLoops(const QList<TreeNode> &nodes, QList<TreeProblem> &problems,
               std::vector<bool> &reached)
{
    struct Place {
        int node = 0;
        int next = 0; ///< choice
    };
    std::vector<bool> onWay(size_t(nodes.size()), false);
    std::vector<Place> way{{0, 0}};
    reached[0] = onWay[0] = true;
    while (!way.empty()) {
        const int node = way.back().node;
        const QList<TreeChoice> &choices = nodes.at(node).choices;
        if (way.back().next >= choices.size()) {
            onWay[size_t(node)] = false;
            way.pop_back();
            continue;
        }
        const TreeChoice &choice = choices.at(way.back().next++);
        if (choice.target < 0)
            continue;
        const auto target = size_t(choice.target);
        if (onWay[target])
            problems.append({Kind::Loop, choice.line, nodes.at(choice.target).name});
        if (reached[target])
            continue;
        reached[target] = onWay[target] = true;
        way.push_back({choice.target, 0});
    }
}

/// Which nodes lead to an end, whatever is chosen in between.
std::vector<bool> leadingOut(const QList<TreeNode> &nodes)
{
    std::vector<std::vector<int>> from(size_t(nodes.size()));
    std::vector<bool> out(size_t(nodes.size()), false);
    std::vector<int> waiting;
    for (int node = 0; node < int(nodes.size()); ++node) {
        for (const TreeChoice &choice : nodes.at(node).choices) {
            if (choice.target >= 0)
                from[size_t(choice.target)].push_back(node);
        }
        if (nodes.at(node).isEnd()) {
            out[size_t(node)] = true;
            waiting.push_back(node);
        }
    }
    while (!waiting.empty()) {
        const int node = waiting.back();
        waiting.pop_back();
        for (const int before : from[size_t(node)]) {
            if (!out[size_t(before)]) {
                out[size_t(before)] = true;
                waiting.push_back(before);
            }
        }
    }
    return out;
}

int firstTarget(const TreeNode &node)
{
    for (const TreeChoice &choice : node.choices) {
        if (choice.target >= 0)
            return choice.target;
    }
    return -1;
}

/// One node on each ring without an exit: nodes that do not lead out lead only to their like.
void findRings(const QList<TreeNode> &nodes, const std::vector<bool> &reached,
               QList<TreeProblem> &problems)
{
    const std::vector<bool> out = leadingOut(nodes);
    std::vector<int> walk(size_t(nodes.size()), -1); ///< by which walk a node was seen
    for (int first = 0; first < int(nodes.size()); ++first) {
        if (out[size_t(first)] || !reached[size_t(first)])
            continue;
        int node = first;
        while (walk[size_t(node)] < 0) {
            walk[size_t(node)] = first;
            node = firstTarget(nodes.at(node));
        }
        if (walk[size_t(node)] == first)
            problems.append({Kind::NoWayOut, nodes.at(node).line, nodes.at(node).name});
    }
}

} // namespace

QList<TreeProblem> problemsOfWays(const QList<TreeNode> &nodes)
{
    QList<TreeProblem> problems;
    if (nodes.isEmpty())
        return problems;
    for (const TreeNode &node : nodes) {
        for (const TreeChoice &choice : node.choices) {
            if (choice.target < 0)
                problems.append({Kind::UnknownTarget, choice.line, choice.name});
        }
    }
    std::vector<bool> reached(size_t(nodes.size()), false);
    findLoops(nodes, problems, reached);
    for (int node = 0; node < int(nodes.size()); ++node) {
        if (!reached[size_t(node)])
            problems.append({Kind::Unreachable, nodes.at(node).line, nodes.at(node).name});
    }
    findRings(nodes, reached, problems);
    return problems;
}

} // namespace vigie::knowledge
