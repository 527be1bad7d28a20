// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/ticketcells.h"

#include "app/queue/columntext.h"
#include "app/queue/scopepanel.h"
#include "app/queue/ticketlistmodel.h"
#include "app/queue/ticketpaint.h"
#include "app/text/enumtext.h"
#include "app/text/handlingtext.h"
#include "app/text/remindertext.h"
#include "app/text/slatext.h"
#include "app/widgets/iconset.h"
#include "app/widgets/pill.h"
#include "core/model/lifecycle.h"

#include <QPainter>
#include <QStyleOptionViewItem>

namespace vigie {

using namespace ticketpaint;

namespace {
constexpr int kWordsKept = 4096;
} // namespace

struct TicketCells::Words {
    QString source;
    QFont font;
    int width = 0;
    QStaticText text;
};

/// One cell, and what is needed to paint it.
struct TicketCells::Cell {
    QPainter &painter;
    const QStyleOptionViewItem &option;
    const QModelIndex &index;
    const Tokens &tokens;
    TicketRow row;
    ViewColumn column;
    QRect box;
    bool selected = false;
    bool marked = false;

    [[nodiscard]] QColor calm(const QColor &color) const
    {
        return selected ? tokens.selectionText : color;
    }
};

void TicketCells::setDensity(ViewDensity density)
{
    m_density = density;
    m_words.clear();
}

int TicketCells::rowHeight(const QFont &base, bool withExcerpts) const
{
    const int gap = m_density == ViewDensity::Compact ? 3 : space::s;
    int height = std::max(QFontMetrics(base).height(), avatarSize(m_density)) + 2 * gap;
    if (withExcerpts)
        height += QFontMetrics(textFont(TextStyle::Small, base)).height() + 2;
    return height;
}

const TicketCells::Words &TicketCells::words(const TicketRow &row, ViewColumn column,
                                             const QString &text, const QFont &font,
                                             int width) const
{
    const std::pair<TicketId, int> key(row.id, int(column));
    if (const auto known = m_words.value(key);
        known && known->width == width && known->source == text && known->font == font)
        return *known;
    if (m_words.size() >= kWordsKept)
        m_words.clear();
    auto made = std::make_shared<Words>();
    made->source = text;
    made->font = font;
    made->width = width;
    made->text = staticText(QFontMetrics(font).elidedText(text, Qt::ElideRight, width), font);
    m_words.insert(key, made);
    return *made;
}

void TicketCells::paintWords(const Cell &cell, const QString &text, const QFont &font,
                             const QColor &color) const
{
    if (text.isEmpty() || cell.box.width() <= 0)
        return;
    cell.painter.setFont(font);
    cell.painter.setPen(color);
    const int height = QFontMetrics(font).height();
    cell.painter.drawStaticText(cell.box.left(), cell.box.top() + (cell.box.height() - height) / 2,
                                words(cell.row, cell.column, text, font, cell.box.width()).text);
}

void TicketCells::paint(QPainter &painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index, const Tokens &tokens) const
{
    Cell cell{painter, option, index, tokens,
              index.data(TicketListModel::RowRole).value<TicketRow>(),
              ViewColumn(index.data(TicketListModel::ColumnRole).toInt()),
              option.rect.adjusted(space::s, 0, -space::s, -1)};
    cell.selected = option.state & QStyle::State_Selected;
    cell.marked = index.data(TicketListModel::MarkedRole).toBool();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintRow(painter, option, index, cell.marked, tokens);
    painter.setClipRect(option.rect, Qt::IntersectClip);
    if (cell.column == ViewColumn::Title)
        paintTitle(cell);
    else
        paintPlain(cell);
    painter.restore();
}

/// Mark, subject, what happens to it; below it the excerpt.
void TicketCells::paintTitle(const Cell &given) const
{
    Cell cell = given;
    const QFont small = textFont(TextStyle::Small, cell.option.font);
    const QString excerpt = cell.index.data(TicketListModel::ExcerptRole).toString();
    if (!excerpt.isEmpty()) {
        const int height = QFontMetrics(small).height() + 2;
        cell.box.setBottom(cell.box.bottom() - height);
        paintExcerpt(cell.painter, QPointF(cell.box.left(), cell.box.bottom() - 2),
                     cutExcerpt(excerpt, small, cell.box.width()), small, cell.tokens);
    }
    if (cell.marked) {
        paintMarked(cell.painter, cell.box, cell.tokens);
        cell.box.setLeft(cell.box.left() + kMarkWidth + space::s);
    }
    const auto sign = [&cell](Icon icon, const QColor &color) {
        cell.box.setRight(cell.box.right() - kBadge - space::xs);
        cell.painter.drawPixmap(QPoint(cell.box.right() + space::xs,
                                       cell.box.top() + (cell.box.height() - kBadge) / 2),
                                IconSet::pixmap(icon, kBadge,
                                                cell.painter.device()->devicePixelRatioF(), color));
    };
    if (const auto company = cell.index.data(TicketListModel::CompanyRole).value<RowCompany>();
        company.writes || company.looks) {
        cell.box.setRight(cell.box.right() - kBadge - space::xs);
        paintCompany(cell.painter,
                     QPoint(cell.box.right() + space::xs,
                            cell.box.top() + (cell.box.height() - kBadge) / 2),
                     company, cell.tokens);
    }
    if (cell.row.pending)
        sign(Icon::Cloud, cell.tokens.tone(Tone::Info).solid);
    if (cell.row.updateAskedAt > 0)
        sign(Icon::Bell, cell.tokens.tone(Tone::Warning).solid);
    if (isOpen(cell.row.state)) {
        const auto word = [&](const QString &text, const QColor &color) {
            if (text.isEmpty())
                return;
            cell.painter.setFont(small);
            cell.painter.setPen(cell.calm(color));
            cell.painter.drawText(cell.box, Qt::AlignRight | Qt::AlignVCenter, text);
            cell.box.setRight(cell.box.right() - QFontMetrics(small).horizontalAdvance(text) - space::s);
        };
        word(HandlingText::liveBrief(cell.row.liveUntil, m_now), cell.tokens.tone(Tone::Danger).text);
        word(ReminderText::brief(cell.row.pendingUntil, m_now), cell.tokens.faint);
    }
    paintWords(cell, cell.row.title.simplified(), textFont(TextStyle::Strong, cell.option.font),
               isOpen(cell.row.state) ? cell.calm(cell.tokens.text) : cell.tokens.muted);
}

void TicketCells::paintPlain(const Cell &given) const
{
    Cell cell = given;
    const TicketRow &row = cell.row;
    const Tokens &tokens = cell.tokens;
    const QFont small = textFont(TextStyle::Small, cell.option.font);
    QString text = cell.column == ViewColumn::Due ? SlaText::brief(row.dueAt, m_now)
                                                  : cell.index.data(Qt::DisplayRole).toString();
    QColor color = cell.calm(tokens.muted);
    switch (cell.column) {
    case ViewColumn::State:
        if (const int over = Pill::sizeFor(text, cell.option.font).width() - cell.box.width(); over > 0) {
            const QFontMetrics metrics(textFont(TextStyle::Caption, cell.option.font));
            text = metrics.elidedText(text, Qt::ElideRight, metrics.horizontalAdvance(text) - over);
        }
        Pill::paint(cell.painter, QPointF(cell.box.left(), cell.box.top() + cell.box.height() / 2.0),
                    text, EnumText::tone(row.state), cell.option.font, tokens);
        return;
    case ViewColumn::Priority: {
        const QRect sign(cell.box.left(), cell.box.top() + (cell.box.height() - 16) / 2, kMarkWidth, 16);
        paintPriority(cell.painter, sign, row.priority, tokens);
        cell.box.setLeft(sign.right() + space::s);
        break;
    }
    case ViewColumn::Owner: {
        const int avatar = avatarSize(m_density);
        paintOwner(cell.painter, QRect(cell.box.left(), cell.box.top() + (cell.box.height() - avatar) / 2,
                                       avatar, avatar), row, cell.option.font, tokens);
        cell.box.setLeft(cell.box.left() + avatar + space::s);
        color = cell.calm(row.owner.isNull() ? tokens.faint : tokens.text);
        break;
    }
    case ViewColumn::Due:
        if (const Tone tone = SlaText::tone(row.dueAt, m_now); tone != Tone::Neutral)
            color = cell.calm(tokens.tone(tone).text);
        break;
    case ViewColumn::Wakes:
        if (row.pendingUntil <= m_now)
            color = cell.calm(tokens.tone(Tone::Warning).text);
        break;
    case ViewColumn::Level: text = ScopePanel::shortLevel(row.level); break;
    case ViewColumn::Number:
    case ViewColumn::Created:
    case ViewColumn::Updated: color = cell.calm(tokens.faint); break;
    default: break;
    }
    paintWords(cell, text, small, color);
}

} // namespace vigie
