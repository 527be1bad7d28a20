// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/htmlreading.h"

#include "core/text/links.h"
#include "core/text/richlimits.h"

#include <algorithm>
#include <utility>

namespace vigie {

namespace {

constexpr qsizetype kLongestCell = 200; // longer ones are there for the looks

bool collapses(QChar c)
{
    return c == QLatin1Char(' ') || c == QLatin1Char('\n') || c == QLatin1Char('\t')
        || c == QLatin1Char('\r') || c == QLatin1Char('\f');
}

/// Characters that mail programs fill empty lines with.
bool showsNothing(QChar c)
{
    const char16_t u = c.unicode();
    return c.isSpace() || (u >= 0x200B && u <= 0x200F) || u == 0xFEFF || u == 0x034F || u == 0x00AD;
}

} // namespace

void HtmlReading::take(const HtmlToken &token)
{
    ++m_work;
    switch (token.kind) {
    case HtmlToken::Kind::Text:
        if (!token.raw && !m_hidden)
            addWords(token.text);
        break;
    case HtmlToken::Kind::Open: open(token); break;
    case HtmlToken::Kind::Close: close(token.text); break;
    case HtmlToken::Kind::End: break;
    }
}

RichDoc HtmlReading::finish(bool ticketLinks)
{
    while (!m_open.isEmpty())
        leave(m_open.takeLast());
    return m_builder.take(ticketLinks);
}

// ---- elements --------------------------------------------------------------------------------

void HtmlReading::open(const HtmlToken &token)
{
    const HtmlRole role = htmlRole(token.text);
    if (isVoidHtml(role)) {
        if (!m_hidden && !isHiddenHtml(token.attributes))
            openVoid(role, token.attributes);
        return;
    }
    if (role == HtmlRole::Item || role == HtmlRole::Row || role == HtmlRole::Cell)
        closeImplied(role);
    else if (role >= HtmlRole::Line && role <= HtmlRole::Table)
        closeImplied(HtmlRole::Paragraph);
    if (m_open.size() >= richlimits::kHtmlDepth) {
        if (role >= HtmlRole::Line && !m_hidden)
            startLine();
        return;
    }
    Open element{token.text, role, m_styles, m_target, m_hidden, false};
    m_hidden = m_hidden || role == HtmlRole::Hidden || isHiddenHtml(token.attributes);
    element.acted = !m_hidden;
    if (element.acted) {
        begin(element, token.attributes);
        m_styles |= htmlStyles(role, token.attributes);
    }
    m_open.append(element);
    ++m_count[element.name];
}

void HtmlReading::openVoid(HtmlRole role, const HtmlAttributes &attributes)
{
    switch (role) {
    case HtmlRole::Break: return breakLine();
    case HtmlRole::Rule:
        if (m_builder.inTable())
            m_builder.dissolveTable();
        m_builder.addRule();
        return startBlock();
    case HtmlRole::Picture: return addPicture(attributes);
    case HtmlRole::Input: {
        const QString type = attributes.value(QStringLiteral("type")).toLower();
        if (type == QLatin1String("submit") || type == QLatin1String("button"))
            addWords(QLatin1Char(' ') + attributes.value(QStringLiteral("value")) + QLatin1Char(' '));
        return;
    }
    default: return;
    }
}

/// An element that ends where its like begins: <li>, <tr>, <td>, and <p> before any block.
void HtmlReading::closeImplied(HtmlRole role)
{
    for (qsizetype i = m_open.size() - 1; i >= 0; --i) {
        ++m_work;
        const HtmlRole at = m_open[i].role;
        const bool ends = at == role || (role == HtmlRole::Row && at == HtmlRole::Cell);
        if (ends) {
            while (m_open.size() > i)
                leave(m_open.takeLast());
            if (role != HtmlRole::Row)
                return;
            continue;
        }
        const bool inlineOnly = at < HtmlRole::Line;
        if (role == HtmlRole::Paragraph ? !inlineOnly
                                        : at == HtmlRole::List || at == HtmlRole::Numbers
                    || at == HtmlRole::Table || at == HtmlRole::Cell || at == HtmlRole::Quote)
            return;
    }
}

void HtmlReading::close(const QString &name)
{
    const HtmlRole role = htmlRole(name);
    if (m_count.value(name) == 0) {
        if (role == HtmlRole::Break)
            breakLine();
        return;
    }
    for (qsizetype i = m_open.size() - 1; i >= 0; --i) {
        ++m_work;
        if (m_open[i].name == name) {
            while (m_open.size() > i)
                leave(m_open.takeLast());
            return;
        }
        // A stray "</div>" in a cell must not end the table around it.
        if (isTablePart(m_open[i].role) && !isTablePart(role) && m_open[i].role != HtmlRole::Row)
            return;
    }
}

void HtmlReading::leave(const Open &element)
{
    ++m_work;
    --m_count[element.name];
    if (element.acted)
        end(element);
    m_styles = element.styles;
    m_target = element.target;
    m_hidden = element.hidden;
}

void HtmlReading::begin(Open &element, const HtmlAttributes &attributes)
{
    const bool structured = element.role >= HtmlRole::Heading && element.role <= HtmlRole::Table;
    if (structured && m_builder.inTable())
        m_builder.dissolveTable(); // a table with blocks in its cells is there for the looks
    switch (element.role) {
    case HtmlRole::Link:
        m_target = -1;
        if (const auto url = openableUrl(attributes.value(QStringLiteral("href")))) {
            RichTarget target;
            target.url = *url;
            m_target = m_builder.addTarget(target);
        }
        break;
    case HtmlRole::Line: startLine(); break;
    case HtmlRole::Paragraph:
        element.dense = isDenseHtml(attributes);
        element.dense ? startLine() : startParagraph();
        break;
    case HtmlRole::Heading:
        m_builder.openBlock(RichBlock::Kind::Heading, element.name.back().digitValue());
        startBlock();
        break;
    case HtmlRole::Quote:
        m_builder.openQuote();
        startBlock();
        break;
    case HtmlRole::List:
    case HtmlRole::Numbers:
        m_builder.openList(element.role == HtmlRole::Numbers,
                           attributes.value(QStringLiteral("start"), QStringLiteral("1")).toInt());
        m_builder.setTight(true);
        ++m_lists;
        startBlock();
        break;
    case HtmlRole::Item:
        if (m_lists > 0)
            m_builder.openItem();
        m_lists > 0 ? startBlock() : startLine();
        break;
    case HtmlRole::Preformatted:
        m_builder.openBlock(RichBlock::Kind::Code);
        ++m_preformatted;
        startBlock();
        break;
    case HtmlRole::Table:
        m_builder.openTable();
        startBlock();
        break;
    case HtmlRole::Row: m_builder.inTable() ? m_builder.openRow() : startLine(); break;
    case HtmlRole::Cell:
        if (m_builder.inTable()) {
            m_builder.openCell(Qt::AlignLeft, element.name == QLatin1String("th"));
            startBlock();
        } else {
            startLine();
        }
        break;
    default: break;
    }
}

void HtmlReading::end(const Open &element)
{
    switch (element.role) {
    case HtmlRole::Line: startLine(); break;
    case HtmlRole::Paragraph:
        element.dense || m_blankLine || m_builder.inTable() ? startLine() : startParagraph();
        break;
    case HtmlRole::Preformatted:
        --m_preformatted;
        m_builder.closeBlock();
        startBlock();
        break;
    case HtmlRole::Heading:
        m_builder.closeBlock();
        startBlock();
        break;
    case HtmlRole::List:
    case HtmlRole::Numbers:
        --m_lists;
        m_builder.closeNest();
        startBlock();
        break;
    case HtmlRole::Quote:
        m_builder.closeNest();
        startBlock();
        break;
    case HtmlRole::Item:
        m_builder.closeBlock();
        startBlock();
        break;
    case HtmlRole::Table:
        m_builder.closeTable(kLongestCell);
        startBlock();
        break;
    case HtmlRole::Cell:
        m_builder.inTable() ? m_builder.closeCell() : startLine();
        break;
    case HtmlRole::Row:
        if (!m_builder.inTable())
            startLine();
        break;
    default: break;
    }
}

void HtmlReading::addPicture(const HtmlAttributes &attributes)
{
    const QString source = attributes.value(QStringLiteral("src")).trimmed();
    const QString words = attributes.value(QStringLiteral("alt")).simplified();
    const QString scheme = source.section(QLatin1Char(':'), 0, 0).toLower();
    if (scheme == QLatin1String("cid")) {
        RichTarget target;
        target.kind = RichTarget::Kind::Picture;
        target.name = source.mid(4);
        const int before = std::exchange(m_target, m_builder.addTarget(target));
        addWords(words.isEmpty() ? target.name.section(QLatin1Char('@'), 0, 0) : words);
        m_target = before;
        return;
    }
    if (scheme == QLatin1String("http") || scheme == QLatin1String("https"))
        m_builder.addRemotePicture(source);
    else if (source.startsWith(QLatin1String("//")))
        m_builder.addRemotePicture(QStringLiteral("https:") + source);
    addWords(words);
}

// ---- words and lines -------------------------------------------------------------------------

void HtmlReading::addWords(const QString &text)
{
    m_work += text.size();
    if (m_preformatted > 0) {
        const bool first = m_builder.isEmptyBlock() && text.startsWith(QLatin1Char('\n'));
        m_builder.addText(first ? QStringView(text).mid(1) : QStringView(text), {}, m_target);
        m_atLineStart = false;
        return;
    }
    // A space looks like where it stood: no underlined gap before a link.
    const RichStyles spaceStyles = m_space ? m_spaceStyles : m_styles;
    const int spaceTarget = m_space ? m_spaceTarget : m_target;
    QString line;
    line.reserve(text.size());
    for (const QChar c : text) {
        if (collapses(c)) {
            if (!std::exchange(m_space, true)) {
                m_spaceStyles = m_styles;
                m_spaceTarget = m_target;
            }
            continue;
        }
        if (std::exchange(m_space, false) && !(m_atLineStart && line.isEmpty()))
            line += QLatin1Char(' ');
        line += c;
    }
    const bool spaced = line.startsWith(QLatin1Char(' '));
    if (line.isEmpty() || !startWords(line))
        return;
    if (spaced)
        m_builder.addText(u" ", spaceStyles, spaceTarget);
    m_builder.addText(QStringView(line).mid(spaced ? 1 : 0), m_styles, m_target);
}

/// Ends the line or paragraph before, when there are words now; false when they show nothing.
bool HtmlReading::startWords(QStringView line)
{
    if (m_atLineStart && std::all_of(line.cbegin(), line.cend(), showsNothing)) {
        m_blankLine = true;
        return false;
    }
    if (m_breaks > 0 && !m_builder.isEmptyBlock()) {
        if (m_breaks > 1 && !m_builder.inTable())
            m_builder.closeBlock();
        else
            m_builder.addText(u"\n");
    } else if (m_breaks > 0 && m_builder.inCell() && !m_atCellStart) {
        m_builder.addText(u"\n");
    }
    m_atCellStart = false;
    m_breaks = 0;
    m_atLineStart = false;
    m_blankLine = false;
    return true;
}

void HtmlReading::startLine()
{
    if (m_atLineStart && !m_blankLine)
        return;
    ++m_breaks;
    m_atLineStart = true;
    m_blankLine = false;
    m_space = false;
}

void HtmlReading::startParagraph()
{
    startLine();
    m_breaks = std::max(m_breaks, 2);
}

/// The builder has just ended or begun a block.
void HtmlReading::startBlock()
{
    m_breaks = 0;
    m_atLineStart = true;
    m_blankLine = false;
    m_space = false;
    m_atCellStart = true;
}

void HtmlReading::breakLine()
{
    if (m_hidden)
        return;
    if (m_preformatted > 0)
        return m_builder.addText(u"\n");
    ++m_breaks;
    m_atLineStart = true;
    m_blankLine = false;
    m_space = false;
}

} // namespace vigie
