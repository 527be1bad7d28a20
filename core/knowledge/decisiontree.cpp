// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowledge/decisiontree.h"

#include "core/knowledge/knowledgelimits.h"
#include "core/knowledge/treecheck.h"
#include "core/text/codespans.h"

#include <QHash>

#include <algorithm>
#include <optional>

namespace vigie::knowledge {

namespace {

using Kind = TreeProblem::Kind;

struct Heading {
    int level = 0;
    QString title;
    QString name;
};

QString nameOf(const QString &title)
{
    QString name;
    for (const QChar c : title.toLower()) {
        if (c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('-'))
            name += c;
        else if (c.isSpace())
            name += QLatin1Char('-');
    }
    return name;
}

qsizetype indentOf(const QString &line)
{
    qsizetype at = 0;
    while (at < line.size() && line.at(at) == QLatin1Char(' '))
        ++at;
    return at;
}

std::optional<Heading> headingOf(const QString &line)
{
    constexpr qsizetype kDeepest = 3;
    constexpr int kMostHashes = 6;
    qsizetype at = indentOf(line);
    Heading heading;
    if (at > kDeepest)
        return std::nullopt;
    while (at < line.size() && line.at(at) == QLatin1Char('#') && heading.level <= kMostHashes) {
        ++heading.level;
        ++at;
    }
    if (heading.level == 0 || heading.level > kMostHashes
        || (at < line.size() && !line.at(at).isSpace()))
        return std::nullopt;
    QString title = line.mid(at).trimmed().left(2 * knowledgelimits::kTreeLabel);
    const qsizetype open = title.lastIndexOf(QLatin1String("{#"));
    if (open >= 0 && title.endsWith(QLatin1Char('}'))) {
        heading.name = title.mid(open + 2, title.size() - open - 3).trimmed();
        title = title.left(open).trimmed();
    }
    heading.title = title.left(knowledgelimits::kTreeLabel);
    if (heading.name.isEmpty())
        heading.name = nameOf(heading.title);
    return heading;
}

/// What stands behind "- ", "* ", "+ ", "1. " or "1) "; empty when the line is no item.
QString itemOf(const QString &line)
{
    constexpr qsizetype kDigits = 9;
    const qsizetype begin = indentOf(line);
    qsizetype at = begin;
    if (at < line.size() && QStringView(u"-*+").contains(line.at(at))) {
        ++at;
    } else {
        while (at < line.size() && at - begin < kDigits && line.at(at).isDigit())
            ++at;
        if (at == begin || at >= line.size() || !QStringView(u".)").contains(line.at(at)))
            return {};
        ++at;
    }
    return at < line.size() && line.at(at).isSpace() ? line.mid(at).trimmed() : QString();
}

/// An item that is nothing but "[label](#name)".
std::optional<TreeChoice> choiceOf(const QString &item)
{
    const qsizetype middle = item.lastIndexOf(QLatin1String("](#"));
    if (middle < 1 || !item.startsWith(QLatin1Char('[')) || !item.endsWith(QLatin1Char(')')))
        return std::nullopt;
    const QString label = item.mid(1, middle - 1).trimmed();
    const QString name = item.mid(middle + 3, item.size() - middle - 4).trimmed();
    if (label.isEmpty() || label.contains(QLatin1String("](")) || name.contains(QLatin1Char(')')))
        return std::nullopt;
    TreeChoice choice;
    choice.label = label.left(knowledgelimits::kTreeLabel);
    choice.name = name.left(knowledgelimits::kTreeLabel);
    return choice;
}

class Reading
{
public:
    explicit Reading(const QString &markdown) : m_source(markdown)
    {
        m_source.replace(QLatin1String("\r\n"), QLatin1String("\n"));
        if (m_source.size() > knowledgelimits::kTreeText) {
            m_source.truncate(knowledgelimits::kTreeText);
            note(Kind::TooLong, 1, {});
        }
    }

    DecisionTree read()
    {
        const QList<Span> code = codeSpans(m_source);
        qsizetype start = 0;
        qsizetype span = 0;
        const QStringList lines = m_source.split(QLatin1Char('\n'));
        for (const QString &line : lines) {
            ++m_line;
            while (span < code.size() && code.at(span).end <= start)
                ++span;
            const bool inCode = span < code.size() && code.at(span).begin <= start;
            if (!take(line, inCode))
                break;
            start += line.size() + 1;
        }
        finishText();
        resolve();
        return std::move(m_tree);
    }

private:
    void note(Kind kind, int line, const QString &name)
    {
        m_tree.problems.append({kind, line, name});
    }

    /// False when no more can be taken.
    bool take(const QString &line, bool inCode)
    {
        if (inCode) {
            m_text.append(line);
            return true;
        }
        if (const auto heading = headingOf(line)) {
            const bool title = heading->level == 1 && m_tree.nodes.isEmpty() && !m_titled;
            if (!title && m_tree.nodes.size() >= knowledgelimits::kTreeNodes) {
                note(Kind::TooManyNodes, m_line, heading->name);
                return false;
            }
            finishText();
            if (title) {
                m_titled = true;
                m_tree.title = heading->title;
            } else {
                TreeNode node;
                node.title = heading->title;
                node.name = heading->name;
                node.line = m_line;
                m_tree.nodes.append(node);
            }
            return true;
        }
        takeWords(line);
        return true;
    }

    void takeWords(const QString &line)
    {
        std::optional<TreeChoice> choice =
            m_tree.nodes.isEmpty() ? std::nullopt : choiceOf(itemOf(line));
        if (!choice) {
            if (line.contains(QLatin1String("](#")))
                note(Kind::LinkInWords, m_line, {});
            m_text.append(line);
            return;
        }
        choice->line = m_line;
        QList<TreeChoice> &choices = m_tree.nodes.last().choices;
        if (choices.size() < knowledgelimits::kTreeChoices)
            choices.append(*choice);
        else if (!m_overfull)
            note(Kind::TooManyChoices, m_line, m_tree.nodes.last().name);
        m_overfull = choices.size() >= knowledgelimits::kTreeChoices;
    }

    void finishText()
    {
        const QString text = m_text.join(QLatin1Char('\n')).trimmed();
        m_text.clear();
        m_overfull = false;
        if (m_tree.nodes.isEmpty())
            m_tree.introduction += m_tree.introduction.isEmpty() ? text : QLatin1Char('\n') + text;
        else
            m_tree.nodes.last().text = text;
    }

    void resolve()
    {
        QHash<QString, int> byName;
        for (int i = 0; i < int(m_tree.nodes.size()); ++i) {
            const TreeNode &node = m_tree.nodes.at(i);
            if (byName.contains(node.name))
                note(Kind::SameName, node.line, node.name);
            else
                byName.insert(node.name, i);
        }
        for (TreeNode &node : m_tree.nodes) {
            for (TreeChoice &choice : node.choices)
                choice.target = byName.value(choice.name, -1);
        }
        if (m_tree.nodes.isEmpty())
            note(Kind::NoNodes, 1, {});
        m_tree.problems.append(problemsOfWays(m_tree.nodes));
        // What blocks comes before hints when not all can be told.
        std::stable_sort(m_tree.problems.begin(), m_tree.problems.end(),
                         [](const TreeProblem &a, const TreeProblem &b) {
                             return a.blocks() != b.blocks() ? a.blocks() : a.line < b.line;
                         });
        m_tree.problems = m_tree.problems.mid(0, knowledgelimits::kTreeProblems);
        std::stable_sort(m_tree.problems.begin(), m_tree.problems.end(),
                         [](const TreeProblem &a, const TreeProblem &b) { return a.line < b.line; });
    }

    QString m_source;
    DecisionTree m_tree;
    QStringList m_text;
    int m_line = 0;
    bool m_titled = false;
    bool m_overfull = false; ///< the node has as many choices as it may
};

} // namespace

bool TreeNode::isEnd() const
{
    return std::none_of(choices.begin(), choices.end(),
                        [](const TreeChoice &choice) { return choice.target >= 0; });
}

bool TreeProblem::blocks() const
{
    return kind != Kind::Unreachable && kind != Kind::LinkInWords && kind != Kind::Loop;
}

bool DecisionTree::isSound() const
{
    return std::none_of(problems.begin(), problems.end(),
                        [](const TreeProblem &problem) { return problem.blocks(); });
}

DecisionTree readDecisionTree(const QString &markdown)
{
    return Reading(markdown).read();
}

bool isGuide(const DecisionTree &tree)
{
    return tree.nodes.size() > 1
        && std::any_of(tree.nodes.begin(), tree.nodes.end(),
                       [](const TreeNode &node) { return !node.isEnd(); });
}

} // namespace vigie::knowledge
