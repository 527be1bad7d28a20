// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/threadcard.h"

#include "app/text/enumtext.h"
#include "app/text/timetext.h"
#include "app/ticket/threadwords.h"

#include <QFontMetricsF>

#include <cmath>

namespace vigie {

namespace {

constexpr int kBelow = 12; // between cards
constexpr int kChipHeight = 30;
constexpr int kChipMost = 260;

/// Breaks the layout's text at `width`; answers its height.
qreal breakLines(QTextLayout &layout, qreal width)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.setCacheEnabled(true);
    qreal height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0, height));
        height += std::ceil(line.height() * 1.12);
    }
    layout.endLayout();
    return height;
}

} // namespace

ThreadCard::ThreadCard(const ThreadItem &item, int width, const QFont &base, const Extent &extent)
    : m_item(item), m_width(width), m_base(base), m_extent(extent)
{
    if (m_item.kind == ThreadItem::Kind::Message)
        layoutMessage();
    else
        layoutLine();
}

int ThreadCard::estimate(const ThreadItem &item, int width, const QFont &base)
{
    const QFontMetrics metrics(base);
    if (item.kind != ThreadItem::Kind::Message)
        return metrics.height() + (item.kind == ThreadItem::Kind::Day ? 24 : 12);
    const int perLine =
        std::max(10, (cardWidth(width) - 2 * kPadding) / std::max(1, metrics.averageCharWidth()));
    int lines = 0;
    for (const QStringView line : QStringView(item.text).left(kShownAtFirst).split(u'\n'))
        lines += 1 + int(line.size()) / perLine;
    const int facts = int(item.facts.size()) * (metrics.height() + 6);
    const int files = item.files.isEmpty() ? 0 : kChipHeight + 8;
    return 2 * kPadding + kBelow + metrics.height() + 8 + int(lines * metrics.height() * 1.12)
        + facts + files;
}

void ThreadCard::layoutLine()
{
    const bool day = m_item.kind == ThreadItem::Kind::Day;
    const QFont font = textFont(day ? TextStyle::Caption : TextStyle::Small, m_base);
    m_body = std::make_unique<QTextLayout>(m_item.text, font);
    const int left = day ? 0 : kAvatar + kGap;
    const qreal height = breakLines(*m_body, std::max(60, cardWidth(m_width) - 60));
    m_bodyAt = QPointF(left, day ? 10 : 4);
    m_height = int(height) + (day ? 24 : 12);
}

void ThreadCard::layoutMessage()
{
    const int left = kAvatar + kGap;
    const int width = std::max(120, cardWidth(m_width));
    const int inner = width - 2 * kPadding;
    int top = kPadding;
    layoutDelivery(left + width - kPadding, top);
    top += QFontMetrics(textFont(TextStyle::Strong, m_base)).height() + 6;
    layoutBody(left + kPadding, top, inner);
    layoutFacts(left + kPadding, top, inner);
    layoutChips(left + kPadding, top, inner);
    top += kPadding;
    m_ground = QRectF(left, 0, width, top);
    m_height = top + kBelow;
}

void ThreadCard::layoutBody(int left, int &top, int width)
{
    RichDoc doc = proseOf(m_item);
    ProseLayout::Extent extent;
    extent.open = m_extent.open;
    if (!m_extent.expanded)
        extent.most = kShownAtFirst;
    for (int i = 0; i < int(doc.targets.size()) && !m_extent.pictures.isEmpty(); ++i) {
        const int file = doc.targets[i].kind == RichTarget::Kind::Picture
            ? fileOf(m_item, doc.targets[i].name) : -1;
        if (file >= 0)
            extent.pictures.insert(i, m_extent.pictures.value(m_item.files[file].flat.sha256));
    }
    m_prose = std::make_unique<ProseLayout>(std::move(doc), width, m_base, extent);
    m_bodyAt = QPointF(left, top);
    top += m_prose->height();
    if (m_prose->isCut()) {
        const QFontMetrics metrics(textFont(TextStyle::Small, m_base));
        m_expand = QRectF(left, top + 4, metrics.horizontalAdvance(ThreadWords::showAll()) + 4,
                          metrics.height() + 4);
        top += metrics.height() + 12;
    }
}

QList<ShownFile> ThreadCard::picturesNamed() const
{
    QList<ShownFile> files;
    for (const RichTarget &target : m_prose ? m_prose->doc().targets : QList<RichTarget>()) {
        const int file = target.kind == RichTarget::Kind::Picture ? fileOf(m_item, target.name) : -1;
        if (file >= 0 && !files.contains(m_item.files[file]))
            files.append(m_item.files[file]);
    }
    return files;
}

void ThreadCard::layoutFacts(int left, int &top, int width)
{
    if (m_item.facts.isEmpty())
        return;
    const QFont labels = textFont(TextStyle::Small, m_base);
    const QFontMetrics metrics(labels);
    for (const ThreadItem::Fact &fact : m_item.facts)
        m_factLabelWidth = std::max(m_factLabelWidth, metrics.horizontalAdvance(fact.label));
    // Eliding measures in fractions of a pixel: with the exact width it would cut the longest.
    m_factLabelWidth = std::min(m_factLabelWidth + 2, width / 3);
    top += space::s;
    const int groundTop = top;
    top += space::s;
    const int valueLeft = left + space::m + m_factLabelWidth + space::m;
    for (const ThreadItem::Fact &fact : m_item.facts) {
        FactRow row;
        row.label = metrics.elidedText(fact.label, Qt::ElideRight, m_factLabelWidth);
        QString value = fact.value;
        value.replace(QLatin1Char('\n'), QChar(QChar::LineSeparator));
        row.value = std::make_unique<QTextLayout>(value, labels);
        const qreal height = breakLines(*row.value, left + width - space::m - valueLeft);
        row.at = QPointF(valueLeft, top);
        top += int(height) + space::xs;
        m_facts.push_back(std::move(row));
    }
    top += space::xs;
    m_factsGround = QRectF(left, groundTop, width, top - groundTop);
}

void ThreadCard::layoutChips(int left, int &top, int width)
{
    if (m_item.files.isEmpty())
        return;
    top += space::s;
    const QFontMetrics metrics(textFont(TextStyle::Small, m_base));
    int x = left;
    for (const ShownFile &file : m_item.files) {
        Chip chip;
        chip.image = file.flat.mediaType.startsWith(QLatin1String("image/"));
        const QString size = QStringLiteral("  ") + TimeText::size(file.size());
        const int room = std::min(kChipMost, width) - 44 - metrics.horizontalAdvance(size);
        chip.text = metrics.elidedText(cleanFileName(file.flat.name), Qt::ElideMiddle, room) + size;
        const int wide = metrics.horizontalAdvance(chip.text) + 44;
        if (x > left && x + wide > left + width) {
            x = left;
            top += kChipHeight + 6;
        }
        chip.box = QRectF(x, top, wide, kChipHeight);
        x += wide + 6;
        m_chips.append(chip);
    }
    top += kChipHeight;
}

void ThreadCard::layoutDelivery(int right, int top)
{
    if (!m_item.mine || m_item.kind != ThreadItem::Kind::Message)
        return;
    // "Sent" is news for words that went out to somebody; a note is simply there.
    if (m_item.delivery == Delivery::Sent && m_item.isInternal())
        return;
    m_delivery.text = ThreadWords::delivery(m_item.delivery);
    if (m_delivery.text.isEmpty())
        return;
    const QFontMetrics metrics(textFont(TextStyle::Caption, m_base));
    const int wide = metrics.horizontalAdvance(m_delivery.text) + 20;
    m_delivery.box = QRectF(right - wide, top, wide, metrics.height() + 4);
}

ThreadHit ThreadCard::hit(const QPointF &point) const
{
    ThreadHit found;
    if (m_item.kind != ThreadItem::Kind::Message)
        return found;
    for (int i = 0; i < m_chips.size(); ++i) {
        if (m_chips[i].box.contains(point)) {
            found.part = ThreadHit::Part::File;
            found.file = i;
            return found;
        }
    }
    if (m_expand && m_expand->contains(point)) {
        found.part = ThreadHit::Part::Expand;
        return found;
    }
    if (m_delivery.box.contains(point)) {
        found.part = ThreadHit::Part::Delivery;
        return found;
    }
    return hitBody(point - m_bodyAt);
}

ThreadHit ThreadCard::hitBody(const QPointF &point) const
{
    ThreadHit found;
    const ProseHit hit = m_prose->hit(point);
    found.cursor = hit.cursor;
    found.fold = hit.fold;
    switch (hit.part) {
    case ProseHit::Part::None: break;
    case ProseHit::Part::Text: found.part = ThreadHit::Part::Text; break;
    case ProseHit::Part::Fold: found.part = ThreadHit::Part::Fold; break;
    case ProseHit::Part::Remote: found.part = ThreadHit::Part::Remote; break;
    case ProseHit::Part::Target: {
        const RichTarget &target = m_prose->doc().targets.at(hit.target);
        found.part = ThreadHit::Part::Text;
        if (target.kind == RichTarget::Kind::Address) {
            found.part = ThreadHit::Part::Link;
            found.url = target.url;
        } else if (target.kind == RichTarget::Kind::Ticket) {
            found.part = ThreadHit::Part::Ticket;
            found.ticket = target.name;
        } else if (const int file = fileOf(m_item, target.name); file >= 0) {
            found.part = ThreadHit::Part::File;
            found.file = file;
        }
        break;
    }
    }
    return found;
}

} // namespace vigie
