// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/richbuilder.h"

#include "core/text/links.h"
#include "core/text/richlimits.h"

#include <algorithm>
#include <utility>

namespace vigie {

namespace {

/// Characters that show nothing but change what is read: control characters, overriding of the
/// direction of writing, and the place holder of Qt's own inline objects.
bool deceives(QChar c)
{
    const char16_t u = c.unicode();
    return (u < 0x20 && u != u'\n' && u != u'\t') || u == 0x7F || u == 0x202D || u == 0x202E
        || u == 0xFFFC || u == 0xFDD0 || u == 0xFDD1;
}

bool isLineBreak(QChar c)
{
    return c.unicode() == 0x2028 || c.unicode() == 0x2029;
}

/// Spaces and line breaks at the end of a block are nobody's words.
void trimEnd(RichText &text)
{
    while (text.text.endsWith(QLatin1Char('\n')) || text.text.endsWith(QLatin1Char(' ')))
        text.text.chop(1);
    const int size = int(text.text.size());
    while (!text.spans.isEmpty() && text.spans.last().start >= size)
        text.spans.removeLast();
    if (!text.spans.isEmpty())
        text.spans.last().length = std::min(text.spans.last().length, size - text.spans.last().start);
}

} // namespace

// ---- nests -----------------------------------------------------------------------------------

void RichBuilder::openQuote()
{
    closeBlock();
    if (m_nests.size() >= richlimits::kNest)
        ++m_beyond;
    else
        m_nests.append(Nest());
}

void RichBuilder::openList(bool numbered, int first)
{
    closeBlock();
    if (m_nests.size() >= richlimits::kNest)
        ++m_beyond;
    else
        m_nests.append({true, numbered, std::clamp(first, 0, richlimits::kListNumber)});
}

void RichBuilder::openItem(const QString &marker)
{
    closeBlock();
    m_itemBegan = true;
    if (!marker.isEmpty()) {
        m_marker = marker;
        return;
    }
    m_marker = QStringLiteral("•");
    if (m_beyond == 0 && !m_nests.isEmpty() && m_nests.last().numbered) {
        Nest &list = m_nests.last();
        m_marker = QString::number(list.next) + QLatin1Char('.');
        list.next = std::min(list.next + 1, richlimits::kListNumber);
    }
}

void RichBuilder::closeNest()
{
    closeBlock();
    m_marker.clear();
    if (m_beyond > 0)
        --m_beyond;
    else if (!m_nests.isEmpty())
        m_nests.removeLast();
}

QString RichBuilder::nestNow() const
{
    QString nest;
    for (const Nest &one : m_nests)
        nest += one.list ? QLatin1Char('l') : QLatin1Char('q');
    return nest;
}

// ---- blocks ----------------------------------------------------------------------------------

void RichBuilder::openBlock(RichBlock::Kind kind, int level)
{
    closeBlock();
    m_block = RichBlock();
    m_block->kind = kind;
    m_block->level = level;
}

void RichBuilder::closeBlock()
{
    if (!m_block)
        return;
    RichBlock block = std::move(*m_block);
    m_block.reset();
    trimEnd(block.words);
    if (!block.words.text.isEmpty() || !m_marker.isEmpty())
        append(block);
}

void RichBuilder::addRule()
{
    closeBlock();
    RichBlock rule;
    rule.kind = RichBlock::Kind::Rule;
    append(rule);
}

void RichBuilder::append(const RichBlock &block)
{
    if (m_doc.blocks.size() >= richlimits::kBlocks) {
        m_full = true;
        return;
    }
    m_doc.blocks.append(block);
    RichBlock &added = m_doc.blocks.last();
    added.nest = nestNow();
    if (added.nest.contains(QLatin1Char('l'))) {
        added.marker = std::exchange(m_marker, {});
        added.tight = m_tight && std::exchange(m_itemBegan, false)
            && m_doc.blocks.size() > 1
            && m_doc.blocks[m_doc.blocks.size() - 2].nest.contains(QLatin1Char('l'));
    }
    m_marker.clear();
}

QStringView RichBuilder::wordsSoFar() const
{
    return m_block ? QStringView(m_block->words.text) : QStringView();
}

// ---- tables ----------------------------------------------------------------------------------

void RichBuilder::openTable()
{
    closeTable();
    closeBlock();
    m_table = Table();
}

void RichBuilder::openRow()
{
    closeCell();
    if (m_table)
        m_table->rows.append(QList<RichText>());
}

void RichBuilder::openCell(Qt::Alignment alignment, bool head)
{
    closeCell();
    if (!m_table)
        return;
    if (m_table->rows.isEmpty())
        m_table->rows.append(QList<RichText>());
    QList<RichText> &row = m_table->rows.last();
    if (row.size() >= richlimits::kColumns || ++m_table->cells > richlimits::kCells) {
        m_full = true;
        return;
    }
    row.append(RichText());
    m_table->headed = m_table->headed || (head && m_table->rows.size() == 1);
    if (m_table->columns.size() < row.size())
        m_table->columns.append(alignment);
    m_inCell = true;
}

void RichBuilder::closeCell()
{
    if (std::exchange(m_inCell, false) && m_table && !m_table->rows.isEmpty()
        && !m_table->rows.last().isEmpty())
        trimEnd(m_table->rows.last().last());
}

void RichBuilder::closeTable(qsizetype mostInCell)
{
    closeCell();
    if (!m_table)
        return;
    Table table = std::move(*m_table);
    m_table.reset();
    erase_if(table.rows, [](const QList<RichText> &row) {
        return std::all_of(row.cbegin(), row.cend(),
                           [](const RichText &cell) { return cell.text.isEmpty(); });
    });
    if (!isTable(table, mostInCell))
        return dissolve(table);
    RichBlock block;
    block.kind = RichBlock::Kind::Table;
    block.columns = table.columns;
    block.headed = table.headed;
    for (QList<RichText> &row : table.rows) {
        row.resize(table.columns.size());
        block.cells += row;
    }
    append(block);
}

bool RichBuilder::isTable(const Table &table, qsizetype mostInCell)
{
    if (table.rows.size() < 2 || table.columns.size() < 2
        || table.rows.size() * table.columns.size() > richlimits::kCells)
        return false;
    return mostInCell < 0
        || std::all_of(table.rows.cbegin(), table.rows.cend(), [=](const QList<RichText> &row) {
               return std::all_of(row.cbegin(), row.cend(), [=](const RichText &cell) {
                   return cell.text.size() <= mostInCell;
               });
           });
}

void RichBuilder::dissolve(const Table &table)
{
    for (const QList<RichText> &row : table.rows) {
        for (const RichText &cell : row) {
            if (cell.text.isEmpty())
                continue;
            RichBlock block;
            block.words = cell;
            append(block);
        }
    }
}

// ---- words -----------------------------------------------------------------------------------

RichText *RichBuilder::current()
{
    if (m_inCell && m_table)
        return &m_table->rows.last().last();
    if (!m_block)
        m_block = RichBlock();
    return &m_block->words;
}

void RichBuilder::addText(QStringView text, RichStyles styles, int target)
{
    RichText *into = current();
    const int start = int(into->text.size());
    for (const QChar c : text) {
        if (isLineBreak(c))
            into->text += QLatin1Char('\n');
        else if (!deceives(c))
            into->text += c;
    }
    const int length = int(into->text.size()) - start;
    m_written += length;
    if (length == 0 || (!styles && target < 0))
        return;
    if (!into->spans.isEmpty()) {
        RichSpan &last = into->spans.last();
        if (last.start + last.length == start && last.styles == styles && last.target == target) {
            last.length += length;
            return;
        }
    }
    if (++m_spans > richlimits::kSpans)
        m_full = true;
    else
        into->spans.append({start, length, styles, target});
}

int RichBuilder::addTarget(const RichTarget &target)
{
    if (!m_doc.targets.isEmpty() && m_doc.targets.last() == target)
        return int(m_doc.targets.size()) - 1;
    if (m_doc.targets.size() >= richlimits::kTargets)
        return -1;
    m_doc.targets.append(target);
    return int(m_doc.targets.size()) - 1;
}

void RichBuilder::addRemotePicture(const QString &address)
{
    if (m_doc.remotePictures.size() < richlimits::kTargets)
        m_doc.remotePictures.append(address.left(richlimits::kAddressLength));
}

// ---- the end ---------------------------------------------------------------------------------

/// Words that are an address lead there and nowhere else: those of a link to another place lose it.
void RichBuilder::unlinkLies(RichText &text) const
{
    for (qsizetype first = 0; first < text.spans.size();) {
        const int target = text.spans[first].target;
        qsizetype last = first; // one link may have several looks
        while (last + 1 < text.spans.size() && text.spans[last + 1].target == target
               && text.spans[last].start + text.spans[last].length == text.spans[last + 1].start)
            ++last;
        const int begin = text.spans[first].start;
        const int end = text.spans[last].start + text.spans[last].length;
        if (target >= 0 && m_doc.targets[target].kind == RichTarget::Kind::Address
            && belies(QStringView(text.text).mid(begin, end - begin), m_doc.targets[target].url)) {
            for (qsizetype i = first; i <= last; ++i)
                text.spans[i].target = -1;
        }
        first = last + 1;
    }
}

/// Addresses and numbers become links where the text itself made nothing of them.
void RichBuilder::link(RichText &text, bool ticketLinks)
{
    QList<RichSpan> found;
    for (const FoundLink &link : linksIn(text.text)) {
        RichTarget target;
        target.url = link.url;
        if (const int index = addTarget(target); index >= 0)
            found.append({link.start, link.length, {}, index});
    }
    if (ticketLinks) {
        for (const FoundTicket &ticket : ticketsIn(text.text)) {
            RichTarget target{RichTarget::Kind::Ticket, {}, ticket.number};
            if (const int index = addTarget(target); index >= 0)
                found.append({ticket.start, ticket.length, {}, index});
        }
        std::stable_sort(found.begin(), found.end(), [](const RichSpan &a, const RichSpan &b) {
            return a.start < b.start;
        });
    }
    if (found.isEmpty())
        return;
    QList<RichSpan> all;
    qsizetype next = 0;
    int done = 0; // everything before is in `all`
    const auto takeUntil = [&](int limit) { // the old spans before `limit`, cut there
        while (next < text.spans.size() && text.spans[next].start < limit) {
            RichSpan span = text.spans[next];
            const int end = span.start + span.length;
            span.start = std::max(span.start, done);
            span.length = std::min(end, limit) - span.start;
            if (span.length > 0)
                all.append(span);
            if (end > limit)
                break;
            ++next;
        }
        done = std::max(done, limit);
    };
    for (const RichSpan &link : found) {
        const int end = link.start + link.length;
        if (link.start < done)
            continue; // "#5" inside of an address
        takeUntil(link.start);
        qsizetype look = next;
        bool free = true;
        RichStyles styles;
        for (; look < text.spans.size() && text.spans[look].start < end; ++look) {
            const RichSpan &span = text.spans[look];
            if (span.start + span.length <= link.start)
                continue;
            free = free && span.target < 0 && !(span.styles & RichStyle::Code);
            styles |= span.styles;
        }
        if (!free)
            continue;
        all.append({link.start, link.length, styles, link.target});
        done = end;
        while (next < text.spans.size() && text.spans[next].start + text.spans[next].length <= end)
            ++next;
    }
    takeUntil(int(text.text.size()) + 1);
    text.spans = all;
}

RichDoc RichBuilder::take(bool ticketLinks)
{
    closeTable();
    closeBlock();
    for (RichBlock &block : m_doc.blocks) {
        if (block.kind == RichBlock::Kind::Code)
            continue;
        unlinkLies(block.words);
        link(block.words, ticketLinks);
        for (RichText &cell : block.cells) {
            unlinkLies(cell);
            link(cell, ticketLinks);
        }
    }
    return std::move(m_doc);
}

} // namespace vigie
