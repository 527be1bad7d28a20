// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/prose/proselayout.h"

#include "app/prose/prosemeasures.h"
#include "app/prose/prosewords.h"

#include <QFontDatabase>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace vigie {

namespace {

using namespace prose;

constexpr qreal kMarkedCode = 0.94; // a fixed font looks larger than the text around it
constexpr int kTabSpaces = 4;
constexpr int kLinesPerBox = 100;

QFont scaledFont(QFont font, const QFont &base, qreal factor)
{
    if (base.pointSizeF() > 0)
        font.setPointSizeF(base.pointSizeF() * factor);
    else
        font.setPixelSize(std::max(1, int(std::lround(base.pixelSize() * factor))));
    return font;
}

/// Breaks the layout's text at `width`; answers its height.
qreal breakProse(QTextLayout &layout, qreal width, Qt::Alignment alignment)
{
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTabStopDistance(kTabSpaces * QFontMetricsF(layout.font()).horizontalAdvance(u' '));
    layout.setTextOption(option);
    layout.setCacheEnabled(true);
    qreal height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max<qreal>(width, 1));
        line.setPosition(QPointF(0, height));
        height += std::ceil(line.height() * kLineHeight);
    }
    layout.endLayout();
    return height;
}

/// Leaves about the first `most` characters of a block, of a table whole rows; true when something
/// was cut.
bool cutBlock(RichBlock &block, qsizetype most)
{
    if (block.kind != RichBlock::Kind::Table) {
        if (block.words.text.size() <= most)
            return false;
        if (block.words.text.at(most - 1).isHighSurrogate())
            --most; // half a character
        block.words = partOf(block.words, 0, int(most));
        return true;
    }
    qsizetype size = 0;
    for (qsizetype i = 0; i < block.cells.size(); ++i) {
        size += block.cells[i].text.size() + 1;
        if (size <= most || i < block.columns.size())
            continue;
        block.cells.resize(i - i % block.columns.size());
        return true;
    }
    return false;
}

QTextCharFormat formatOf(const RichSpan &span, const QFont &fixed)
{
    QTextCharFormat format;
    if (span.styles & RichStyle::Code)
        format.setFont(fixed);
    if (span.styles & RichStyle::Bold)
        format.setFontWeight(QFont::Bold);
    if (span.styles & RichStyle::Italic)
        format.setFontItalic(true);
    if (span.styles & RichStyle::Strike)
        format.setFontStrikeOut(true);
    if (span.target >= 0 || span.styles & RichStyle::Underline)
        format.setFontUnderline(true);
    return format;
}

} // namespace

ProseLayout::ProseLayout(RichDoc doc, int width, const QFont &base, const Extent &extent) :
    m_doc(std::move(doc)), m_width(std::max(width, int(kNarrowest))), m_base(base),
    m_fixed(scaledFont(QFontDatabase::systemFont(QFontDatabase::FixedFont), base, kMarkedCode)),
    m_extent(extent)
{
    m_folds = foldQuotes(m_doc);
    m_listIndent = QFontMetricsF(m_base).horizontalAdvance(QStringLiteral("00.")) + kMarkerGap;
    layOut();
}

void ProseLayout::layOut()
{
    qreal top = 0;
    for (int i = 0; i < int(m_doc.blocks.size());) {
        if (const int folded = addFold(i, top); folded > 0) {
            i += folded;
            continue;
        }
        const qsizetype left = m_extent.most - m_text.size();
        RichBlock &block = m_doc.blocks[i];
        m_cut = left <= 0 || cutBlock(block, left);
        if (left <= 0)
            break;
        addBlock(block, top);
        if (m_cut)
            break;
        ++i;
    }
    addRemoteLine(top);
    m_height = int(std::ceil(top));
}

/// The line of a fold that begins at the block; answers how many blocks it hides.
int ProseLayout::addFold(int block, qreal &top)
{
    const auto found = std::find_if(m_folds.cbegin(), m_folds.cend(),
                                    [block](const QuoteFold &fold) { return fold.first == block; });
    if (found == m_folds.cend())
        return 0;
    FoldLine line;
    line.fold = int(found - m_folds.cbegin());
    const bool open = isOpen(line.fold);
    line.text = open ? ProseWords::hideQuote() : ProseWords::showQuote(found->lines);
    const QFontMetricsF metrics(textFont(TextStyle::Small, m_base));
    if (m_any)
        top += kParagraphGap;
    line.box = QRectF(0, std::ceil(top), metrics.horizontalAdvance(line.text) + 36,
                      std::ceil(metrics.height()) + kFoldHeightExtra);
    top = line.box.bottom();
    m_foldLines.push_back(line);
    m_any = true;
    m_liveBars.clear();
    m_lastNest.clear();
    return open ? 0 : found->count;
}

qreal ProseLayout::gapBefore(const RichBlock &block) const
{
    if (!m_any)
        return 0;
    if (block.kind == RichBlock::Kind::Heading)
        return kHeadingGap;
    if (m_afterHeading)
        return kItemGap;
    if (block.tight)
        return kTightGap;
    return block.marker.isEmpty() || m_lastNest.isEmpty() ? kParagraphGap : kItemGap;
}

qreal ProseLayout::indentOf(const QString &nest) const
{
    qreal left = 0;
    for (const QChar c : nest)
        left += c == QLatin1Char('q') ? kQuoteIndent : m_listIndent;
    return std::min(left, m_width - kNarrowest);
}

QFont ProseLayout::fontOf(const RichBlock &block) const
{
    if (block.kind == RichBlock::Kind::Code)
        return m_fixed;
    if (block.kind != RichBlock::Kind::Heading)
        return m_base;
    const qreal factor = block.level <= 1 ? 1.3 : block.level == 2 ? 1.15 : 1.0;
    QFont font = scaledFont(m_base, m_base, factor);
    font.setWeight(QFont::DemiBold);
    return font;
}

void ProseLayout::addBlock(const RichBlock &block, qreal &top)
{
    const qreal before = top;
    const qreal gap = gapBefore(block);
    top += gap;
    addLead(block);
    const qreal left = indentOf(block.nest);
    switch (block.kind) {
    case RichBlock::Kind::Rule:
        m_rules.append(QRectF(left, top + 3, m_width - left, 1));
        top += 7;
        break;
    case RichBlock::Kind::Table: addTable(block, left, top); break;
    default: addWords(block, left, top); break;
    }
    stretchBars(block.nest, before + gap, top);
    m_lastNest = block.nest;
    m_afterHeading = block.kind == RichBlock::Kind::Heading;
    m_any = true;
}

/// What separates the block from the one before in the text that is copied.
void ProseLayout::addLead(const RichBlock &block)
{
    if (!m_text.isEmpty())
        m_text += block.tight ? QStringLiteral("\n") : QStringLiteral("\n\n");
    m_text += leadOf(block);
}

ProseLayout::Box &ProseLayout::addBox(const RichText &words, const QFont &font)
{
    Box box;
    box.words = words;
    box.from = int(m_text.size());
    m_text += words.text;
    QString text = words.text;
    text.replace(QLatin1Char('\n'), QChar(QChar::LineSeparator));
    box.layout = std::make_unique<QTextLayout>(text, font);
    QList<QTextLayout::FormatRange> formats;
    formats.reserve(words.spans.size());
    for (const RichSpan &span : words.spans) {
        QTextLayout::FormatRange range;
        range.start = span.start;
        range.length = span.length;
        range.format = formatOf(span, m_fixed);
        formats.append(range);
    }
    box.layout->setFormats(formats);
    m_boxes.push_back(std::move(box));
    return m_boxes.back();
}

void ProseLayout::addWords(const RichBlock &block, qreal left, qreal &top)
{
    const bool code = block.kind == RichBlock::Kind::Code;
    const qreal begin = top;
    const size_t first = m_boxes.size();
    top += code ? kCodePadding : 0;
    // A log of thousands of lines is painted and searched in parts.
    const QList<RichText> parts = partsOf(block.words, kLinesPerBox);
    for (const RichText &part : parts) {
        if (m_boxes.size() > first)
            m_text += QLatin1Char('\n');
        Box &box = addBox(part, fontOf(block));
        box.quoted = block.nest.contains(QLatin1Char('q'));
        box.code = code;
        box.at = QPointF(left + (code ? kCodeGutter : 0), top);
        box.width = m_width - left - (code ? kCodeGutter + kCodePadding : 0);
        box.height = breakProse(*box.layout, box.width, Qt::AlignLeft);
        top += box.height;
    }
    if (code) {
        top += kCodePadding;
        m_grounds.append(QRectF(left, begin, m_width - left, top - begin));
    }
    if (!block.marker.isEmpty())
        addMarker(m_boxes[first], block.marker, left);
    addPictures(block.words, left, top);
}

void ProseLayout::addMarker(Box &box, const QString &marker, qreal left)
{
    const QFontMetricsF metrics(m_base);
    const qreal line = box.layout->lineCount() > 0 ? box.layout->lineAt(0).ascent()
                                                   : metrics.ascent();
    box.marker = marker;
    box.markerAt = QRectF(left - m_listIndent, box.at.y() + line - metrics.ascent(),
                          m_listIndent - kMarkerGap, metrics.height());
}

/// Pictures stand below the words that name them, each once.
void ProseLayout::addPictures(const RichText &words, qreal left, qreal &top)
{
    int before = -1;
    for (const RichSpan &span : words.spans) {
        const auto found = m_extent.pictures.constFind(span.target);
        if (span.target == before || found == m_extent.pictures.cend() || found->isNull())
            continue;
        before = span.target;
        // Never larger than it is: a blown-up icon is no help.
        const QSizeF most(std::min<qreal>(m_width - left, kPictureWidth), kPictureHeight);
        QSizeF size(found->size());
        if (size.width() > most.width() || size.height() > most.height())
            size.scale(most, Qt::KeepAspectRatio);
        top += kItemGap;
        m_pictures.push_back({span.target, QRectF(QPointF(left, std::ceil(top)), size)});
        top = m_pictures.back().box.bottom();
    }
}

/// A quotation's bar goes through the gaps between its blocks.
void ProseLayout::stretchBars(const QString &nest, qreal from, qreal to)
{
    QList<int> live;
    qreal x = 0;
    qsizetype known = 0; // of the bars beside the block before
    bool same = true;
    const qreal most = m_width - kNarrowest;
    for (qsizetype depth = 0; depth < nest.size(); ++depth) {
        same = same && depth < m_lastNest.size() && m_lastNest[depth] == nest[depth];
        if (nest[depth] == QLatin1Char('q')) {
            if (same && known < m_liveBars.size()) {
                m_bars[size_t(m_liveBars[known])].box.setBottom(to);
                live.append(m_liveBars[known]);
            } else if (x < most) {
                m_bars.push_back({QRectF(x, from, kBarWidth, to - from), int(depth)});
                live.append(int(m_bars.size()) - 1);
            }
            ++known;
        }
        x += nest[depth] == QLatin1Char('q') ? kQuoteIndent : m_listIndent;
    }
    m_liveBars = live;
}

void ProseLayout::addRemoteLine(qreal &top)
{
    const int count = int(m_doc.remotePictures.size());
    if (count == 0)
        return;
    const QFontMetricsF metrics(textFont(TextStyle::Small, m_base));
    if (m_any)
        top += kParagraphGap;
    m_remote = QRectF(0, std::ceil(top),
                      std::min<qreal>(m_width, metrics.horizontalAdvance(ProseWords::remotePictures(count)) + 24),
                      std::ceil(metrics.height()) + 4);
    top = m_remote->bottom();
}

// ---- tables ----------------------------------------------------------------------------------

/// Every column gets what it wants as long as that is fair; the wide ones share the rest.
QList<qreal> ProseLayout::columnWidths(const RichBlock &block, qreal room) const
{
    const qsizetype columns = block.columns.size();
    QList<qreal> wanted(columns, kNarrowestColumn);
    QFont strong = m_base;
    strong.setWeight(QFont::Bold);
    const QFontMetricsF metrics(strong);
    for (qsizetype i = 0; i < block.cells.size(); ++i) {
        qreal &width = wanted[i % columns];
        for (const QStringView line : QStringView(block.cells[i].text).split(QLatin1Char('\n'))) {
            if (width < room)
                width = std::max(width, std::ceil(metrics.horizontalAdvance(line.left(400).toString()))
                                            + 2 * kCellPadding + 1);
        }
    }
    QList<qreal> sorted = wanted;
    std::sort(sorted.begin(), sorted.end());
    qreal rest = room;
    qreal fair = room;
    for (qsizetype i = 0; i < columns; ++i) {
        fair = rest / qreal(columns - i);
        if (sorted[i] > fair)
            break;
        rest -= sorted[i];
    }
    for (qreal &width : wanted)
        width = std::min(width, std::max(std::floor(fair), kNarrowestColumn));
    return wanted;
}

void ProseLayout::addTable(const RichBlock &block, qreal left, qreal &top)
{
    const qreal room = m_width - left;
    const qsizetype columns = block.columns.size();
    const QList<qreal> widths = columnWidths(block, room);
    qreal total = 0;
    for (const qreal width : widths)
        total += width;
    if (total > room + 1)
        return addRowsAsLines(block, left, top);
    Grid grid;
    const qreal begin = top;
    QFont strong = m_base;
    strong.setWeight(QFont::DemiBold);
    for (qsizetype row = 0; row * columns < block.cells.size(); ++row) {
        const bool head = row == 0 && block.headed;
        if (row > 0)
            grid.rows.append(top);
        qreal tallest = QFontMetricsF(m_base).height();
        qreal x = left;
        for (qsizetype column = 0; column < columns; ++column) {
            if (column > 0 || row > 0)
                m_text += column > 0 ? QLatin1Char('\t') : QLatin1Char('\n');
            Box &box = addBox(block.cells[row * columns + column], head ? strong : m_base);
            box.quoted = block.nest.contains(QLatin1Char('q'));
            box.at = QPointF(x + kCellPadding, top + kCellPaddingY + 1);
            box.width = widths[column] - 2 * kCellPadding;
            box.height = breakProse(*box.layout, box.width, block.columns[column]);
            tallest = std::max(tallest, box.height);
            x += widths[column];
        }
        top += tallest + 2 * kCellPaddingY;
        if (head)
            grid.head = QRectF(left, begin, total, top - begin);
    }
    grid.box = QRectF(left, begin, total, top - begin);
    m_grids.push_back(grid);
}

/// More columns than there is room for: still every word, in order.
void ProseLayout::addRowsAsLines(const RichBlock &block, qreal left, qreal &top)
{
    const qsizetype columns = block.columns.size();
    for (qsizetype i = 0; i < block.cells.size(); ++i) {
        if (i > 0)
            m_text += i % columns == 0 ? QLatin1Char('\n') : QLatin1Char('\t');
        if (block.cells[i].text.isEmpty())
            continue;
        Box &box = addBox(block.cells[i], i < columns && block.headed ? textFont(TextStyle::Strong, m_base)
                                                                      : m_base);
        box.at = QPointF(left, top);
        box.width = m_width - left;
        box.height = breakProse(*box.layout, box.width, Qt::AlignLeft);
        top += box.height + ((i + 1) % columns == 0 ? kItemGap : 0);
    }
}

// ---- points ----------------------------------------------------------------------------------

QRectF ProseLayout::foldBox(int fold) const
{
    const auto found = std::find_if(m_foldLines.begin(), m_foldLines.end(),
                                    [fold](const FoldLine &line) { return line.fold == fold; });
    return found == m_foldLines.end() ? QRectF() : found->box;
}

/// The nearest one, above all in height: a selection goes on beside the words.
const ProseLayout::Box *ProseLayout::boxUnder(const QPointF &point) const
{
    const Box *nearest = nullptr;
    qreal least = 0;
    for (const Box &box : m_boxes) {
        const qreal dy = std::max({box.at.y() - point.y(), point.y() - box.at.y() - box.height, 0.0});
        const qreal dx = std::max({box.at.x() - point.x(), point.x() - box.at.x() - box.width, 0.0});
        const qreal distance = dy * 10'000 + dx;
        if (!nearest || distance < least) {
            nearest = &box;
            least = distance;
        }
    }
    return nearest;
}

ProseHit ProseLayout::hit(const QPointF &point) const
{
    ProseHit found;
    for (const FoldLine &line : m_foldLines) {
        if (line.box.contains(point)) {
            found.part = ProseHit::Part::Fold;
            found.fold = line.fold;
            return found;
        }
    }
    for (const Picture &picture : m_pictures) {
        if (picture.box.contains(point)) {
            found.part = ProseHit::Part::Target;
            found.target = picture.target;
            return found;
        }
    }
    if (m_remote && m_remote->contains(point)) {
        found.part = ProseHit::Part::Remote;
        return found;
    }
    const Box *box = point.y() < 0 || point.y() > m_height + 12 ? nullptr : boxUnder(point);
    if (!box)
        return found;
    found.part = ProseHit::Part::Text;
    found.cursor = box->from;
    const QPointF inside = point - box->at;
    for (int i = 0; i < box->layout->lineCount(); ++i) {
        const QTextLine line = box->layout->lineAt(i);
        const bool last = i == box->layout->lineCount() - 1;
        if (!last && inside.y() >= box->layout->lineAt(i + 1).y())
            continue;
        const int cursor = line.xToCursor(inside.x());
        found.cursor = box->from + cursor;
        const bool on = line.naturalTextRect().contains(QPointF(inside.x(), line.y() + 1))
            && inside.y() >= line.y() && inside.y() <= line.y() + line.height() * kLineHeight;
        const int letter = line.xToCursor(inside.x(), QTextLine::CursorOnCharacter);
        for (const RichSpan &span : box->words.spans) {
            if (on && span.target >= 0 && letter >= span.start && letter < span.start + span.length) {
                found.part = ProseHit::Part::Target;
                found.target = span.target;
            }
        }
        break;
    }
    return found;
}

} // namespace vigie
