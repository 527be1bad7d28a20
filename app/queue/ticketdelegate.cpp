// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/queue/ticketdelegate.h"

#include "app/queue/scopepanel.h"
#include "app/queue/ticketlistmodel.h"
#include "app/queue/ticketpaint.h"
#include "app/text/enumtext.h"
#include "app/text/handlingtext.h"
#include "app/text/remindertext.h"
#include "app/text/slatext.h"
#include "app/text/timetext.h"
#include "app/widgets/iconset.h"
#include "app/widgets/pill.h"
#include "core/model/lifecycle.h"

#include <QPainter>

namespace vigie {

namespace {

using namespace ticketpaint;

constexpr int kLayoutsKept = 512;
constexpr int kLeastLetters = 3; ///< of a state, before its pill goes
const QString kCut = QStringLiteral("…");

} // namespace

struct TicketDelegate::Fonts {
    explicit Fonts(const QFont &base)
        : title(textFont(TextStyle::Strong, base)), small(textFont(TextStyle::Small, base)),
          caption(textFont(TextStyle::Caption, base))
    {
    }
    QFont title;
    QFont small;
    QFont caption;
};

/// One row's words, cut to the width and shaped.
struct TicketDelegate::Layout {
    TicketRow row;
    QString excerptSource;
    bool company = false;
    int width = 0;
    QFont base;
    qint64 now = 0;

    QStaticText title;
    QStaticText age;
    bool live = false; ///< the age says how long the requester is live
    QStaticText number;
    QStaticText due;
    Tone dueTone = Tone::Neutral;
    QStaticText requester;
    QString level;
    QString state;
    int ageWidth = 0;
    int levelWidth = 0;
    CardLine line;
    Excerpt excerpt;
};

TicketDelegate::TicketDelegate(QObject *parent) : QStyledItemDelegate(parent) {}

void TicketDelegate::setNow(qint64 now)
{
    m_now = now;
    m_cells.setNow(now);
}

void TicketDelegate::setLook(const ViewLook &look)
{
    m_density = look.density;
    m_asTable = !look.columns.isEmpty();
    m_cells.setDensity(look.density);
    m_layouts.clear();
}

/// Above and below a card's lines.
int TicketDelegate::gap() const
{
    return m_density == ViewDensity::Compact ? space::xs : space::s;
}

int TicketDelegate::rowHeight(const QFont &base) const
{
    if (m_asTable)
        return m_cells.rowHeight(base, m_withExcerpts);
    const Fonts fonts(base);
    int height = 2 * gap() + QFontMetrics(fonts.title).height() + space::xs
        + std::max(QFontMetrics(fonts.small).height(), avatarSize(m_density));
    if (m_withExcerpts)
        height += QFontMetrics(fonts.small).height() + space::xs;
    return height;
}

QSize TicketDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return QSize(240, rowHeight(option.font));
}

/// The second line: what of it there is room for.
void TicketDelegate::layOutLine(Layout &made, const QFontMetrics &small, const QFontMetrics &caption,
                                const QFont &base) const
{
    const TicketRow &row = made.row;
    const QFont font = Fonts(base).small;
    const QString number = EnumText::ticketNumber(row.number, row.id);
    made.number = staticText(number, font);
    CardLine::Wish wish;
    wish.line = made.width;
    wish.left = kMarkWidth + space::s;
    wish.number = small.horizontalAdvance(number);
    if (const QString due = SlaText::brief(row.dueAt, m_now); !due.isEmpty()) {
        made.due = staticText(due, font);
        made.dueTone = SlaText::tone(row.dueAt, m_now);
        wish.due = small.horizontalAdvance(due);
    }
    made.state = EnumText::of(row.state);
    wish.state = Pill::sizeFor(made.state, base).width();
    wish.leastState = Pill::sizeFor(made.state.left(kLeastLetters) + kCut, base).width();
    made.level = ScopePanel::shortLevel(row.level);
    wish.level = made.levelWidth = caption.horizontalAdvance(made.level);
    wish.marks = (row.pending ? kBadge + space::xs : 0) + (row.updateAskedAt > 0 ? kBadge + space::xs : 0);
    wish.owner = avatarSize(m_density);
    made.line = cardLine(wish);
    const QString whole = made.state;
    for (auto letters = whole.size() - 1; letters >= kLeastLetters
         && Pill::sizeFor(made.state, base).width() > made.line.stateWidth; --letters)
        made.state = whole.left(letters).trimmed() + kCut;
    made.requester = staticText(small.elidedText(row.requesterName.simplified(), Qt::ElideRight,
                                                 made.line.requesterWidth),
                                font);
}

CardLine TicketDelegate::lineOf(const TicketRow &row, int width, const QFont &base) const
{
    return layoutOf(row, {}, false, width - 2 * space::m, base).line;
}

QString TicketDelegate::stateOf(const TicketRow &row, int width, const QFont &base) const
{
    return layoutOf(row, {}, false, width - 2 * space::m, base).state;
}

const TicketDelegate::Layout &TicketDelegate::layoutOf(const TicketRow &row, const QString &excerpt,
                                                       bool company, int width,
                                                       const QFont &base) const
{
    if (const auto known = m_layouts.value(row.id);
        known && known->width == width && known->company == company && known->now == m_now && known->base == base
        && known->excerptSource == excerpt && known->row == row)
        return *known;

    const Fonts fonts(base);
    auto made = std::make_shared<Layout>();
    made->row = row;
    made->excerptSource = excerpt;
    made->company = company;
    made->width = width;
    made->base = base;
    made->now = m_now;

    const QFontMetrics title(fonts.title);
    const QFontMetrics small(fonts.small);
    const QFontMetrics caption(fonts.caption);
    // While somebody stands before people, their minutes count more than the age.
    const QString live = isOpen(row.state) ? HandlingText::liveBrief(row.liveUntil, m_now) : QString();
    made->live = !live.isEmpty();
    const QString wakes = isOpen(row.state) ? ReminderText::brief(row.pendingUntil, m_now) : QString();
    const QString age = made->live ? live
        : !wakes.isEmpty()
        ? wakes
        : TimeText::brief(row.updatedAt > 0 ? row.updatedAt : row.createdAt, m_now);
    made->ageWidth = caption.horizontalAdvance(age);
    made->age = staticText(age, fonts.caption);
    const int titleLeft = kMarkWidth + space::s;
    made->title = staticText(title.elidedText(row.title.simplified(), Qt::ElideRight,
                                              width - titleLeft - made->ageWidth - space::m
                                                  - (company ? kBadge + space::xs : 0)),
                             fonts.title);

    layOutLine(*made, small, caption, base);
    made->excerpt = cutExcerpt(excerpt, fonts.small, width - titleLeft);
    if (m_layouts.size() >= kLayoutsKept)
        m_layouts.clear();
    m_layouts.insert(row.id, made);
    return *made;
}

void TicketDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const Tokens &tokens = tokensFor(option.widget);
    if (index.data(TicketListModel::HeadRole).isValid())
        return paintHead(*painter, option, index, tokens);
    if (m_asTable)
        return m_cells.paint(*painter, option, index, tokens);
    paintCard(*painter, option, index, tokens);
}

void TicketDelegate::paintCard(QPainter &painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index, const Tokens &tokens) const
{
    const TicketRow row = index.data(TicketListModel::RowRole).value<TicketRow>();
    const QString excerpt = m_withExcerpts ? index.data(TicketListModel::ExcerptRole).toString()
                                           : QString();
    const QRect box = option.rect.adjusted(space::m, gap(), -space::m, -gap());
    const int avatar = avatarSize(m_density);
    const Fonts fonts(option.font);
    const auto company = index.data(TicketListModel::CompanyRole).value<RowCompany>();
    const bool accompanied = company.writes || company.looks;
    const Layout &layout = layoutOf(row, excerpt, accompanied, box.width(), option.font);
    const bool selected = option.state & QStyle::State_Selected;
    const QColor strong = selected ? tokens.selectionText : tokens.text;

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool marked = index.data(TicketListModel::MarkedRole).toBool();
    paintRow(painter, option, index, marked, tokens);

    // First line: how bad, what, how old.
    const int titleHeight = QFontMetrics(fonts.title).height();
    const QRect signPlace(box.left(), box.top() + 1, kMarkWidth, titleHeight - 3);
    if (marked)
        paintMarked(painter, signPlace, tokens);
    else
        paintPriority(painter, signPlace, row.priority, tokens);
    int left = box.left() + kMarkWidth + space::s;
    painter.setFont(fonts.title);
    painter.setPen(isOpen(row.state) ? strong : tokens.muted);
    painter.drawStaticText(left, box.top(), layout.title);
    painter.setFont(fonts.caption);
    painter.setPen(layout.live ? (selected ? strong : tokens.tone(Tone::Danger).text) : tokens.faint);
    const int smallHeight = QFontMetrics(fonts.small).height();
    painter.drawStaticText(box.right() + 1 - layout.ageWidth,
                            box.top() + (titleHeight - QFontMetrics(fonts.caption).height()) / 2,
                            layout.age);

    // Here, because the subject gives way to it in the narrowest list.
    if (accompanied) {
        paintCompany(painter, QPoint(box.right() + 1 - layout.ageWidth - space::s - kBadge,
                                     box.top() + (titleHeight - kBadge) / 2),
                     company, tokens);
    }

    // Second line: number, who; at the right: marks, state, level, owner.
    const int lineTop = box.top() + titleHeight + space::xs;
    const int lineHeight = std::max(smallHeight, avatar);
    const int textTop = lineTop + (lineHeight - smallHeight) / 2;
    painter.setFont(fonts.small);
    painter.setPen(tokens.faint);
    painter.drawStaticText(left, textTop, layout.number);
    const CardLine &line = layout.line;
    if (line.due >= 0) {
        const bool plain = layout.dueTone == Tone::Neutral;
        painter.setPen(selected ? strong : plain ? tokens.faint : tokens.tone(layout.dueTone).text);
        painter.drawStaticText(box.left() + line.due, textTop, layout.due);
    }
    painter.setPen(tokens.muted);
    painter.drawStaticText(box.left() + line.requester, textTop, layout.requester);

    paintOwner(painter, QRect(box.left() + line.owner, lineTop + (lineHeight - avatar) / 2, avatar, avatar),
               row, option.font, tokens);
    if (line.level >= 0) {
        painter.setFont(fonts.caption);
        painter.setPen(tokens.muted);
        painter.drawText(QRect(box.left() + line.level, lineTop, layout.levelWidth, lineHeight),
                         Qt::AlignCenter, layout.level);
    }
    if (line.state >= 0) {
        Pill::paint(painter, QPointF(box.left() + line.state, lineTop + lineHeight / 2.0), layout.state,
                    EnumText::tone(row.state), option.font, tokens);
    }
    int right = box.left() + line.marksEnd;
    const auto mark = [&](Icon icon, const QColor &color) {
        right -= space::xs + kBadge;
        painter.drawPixmap(QPoint(right, lineTop + (lineHeight - kBadge) / 2),
                            IconSet::pixmap(icon, kBadge, painter.device()->devicePixelRatioF(),
                                            color));
    };
    if (row.pending && line.marks)
        mark(Icon::Cloud, tokens.tone(Tone::Info).solid);
    if (row.updateAskedAt > 0 && line.marks)
        mark(Icon::Bell, tokens.tone(Tone::Warning).solid);

    if (m_withExcerpts) {
        const int excerptTop = lineTop + lineHeight + space::xs;
        paintExcerpt(painter, QPointF(left, excerptTop), layout.excerpt, fonts.small, tokens);
    }
    painter.restore();
}

} // namespace vigie
