// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/treewalk.h"

#include "core/knowledge/knowledgelimits.h"

#include <algorithm>
#include <utility>

namespace vigie::knowledge {

TreeWalk::TreeWalk(DecisionTree tree) : m_tree(std::move(tree)) {}

int TreeWalk::visits() const
{
    return 1 + int(std::count_if(m_steps.begin(), m_steps.end(),
                                 [this](const Step &step) { return step.node == m_node; }));
}

bool TreeWalk::choose(int choice)
{
    if (!isValid() || choice < 0 || choice >= node().choices.size()
        || m_steps.size() >= knowledgelimits::kWalkSteps)
        return false;
    const int target = node().choices.at(choice).target;
    if (target < 0 || target >= m_tree.nodes.size())
        return false;
    m_steps.append({m_node, choice});
    m_node = target;
    return true;
}

bool TreeWalk::back()
{
    if (m_steps.isEmpty())
        return false;
    m_node = m_steps.takeLast().node;
    return true;
}

void TreeWalk::restart()
{
    m_steps.clear();
    m_node = 0;
}

QString TreeWalk::tried(const TriedWords &words) const
{
    constexpr qsizetype kToldAtEachEnd = 30;
    if (!isValid())
        return {};
    // One replacement and not arg(): a title may hold "%1" itself.
    const auto filled = [](QString pattern, const QString &value) {
        const qsizetype at = pattern.indexOf(QLatin1String("%1"));
        return at < 0 ? pattern : pattern.replace(at, 2, value);
    };
    QStringList lines{filled(words.headline, m_tree.title)};
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
        if (i == kToldAtEachEnd && m_steps.size() > 2 * kToldAtEachEnd) {
            lines.append(words.cut);
            i = m_steps.size() - kToldAtEachEnd;
        }
        const TreeNode &from = m_tree.nodes.at(m_steps.at(i).node);
        lines.append(QString::number(i + 1) + QStringLiteral(". ") + from.title
                     + QStringLiteral(" → ") + from.choices.at(m_steps.at(i).choice).label);
    }
    lines.append(filled(isAtEnd() ? words.endedAt : words.stoppedAt, node().title));
    return lines.join(QLatin1Char('\n'));
}

} // namespace vigie::knowledge
