// SPDX-License-Identifier: GPL-3.0-or-later
// The painting half of ThreadCard; the measuring half is in threadcard.cpp.
#include "app/ticket/threadcard.h"

#include "app/text/timetext.h"
#include "app/ticket/threadwords.h"
#include "app/widgets/avatar.h"
#include "app/widgets/iconset.h"

#include <QPainter>

namespace vigie {

namespace {

Icon deliveryIcon(Delivery delivery)
{
    switch (delivery) {
    case Delivery::Sent: return Icon::Check;
    case Delivery::Waiting: return Icon::Clock;
    case Delivery::Sending: return Icon::Sync;
    case Delivery::Checking: return Icon::Hourglass;
    case Delivery::NeedsYou: return Icon::Hand;
    }
    return Icon::Check;
}

QColor deliveryColor(Delivery delivery, const Tokens &tokens)
{
    switch (delivery) {
    case Delivery::Sent: return tokens.faint;
    case Delivery::NeedsYou: return tokens.tone(Tone::Danger).text;
    default: return tokens.tone(Tone::Info).text;
    }
}

void drawIcon(QPainter &painter, const QPointF &at, Icon icon, int size, qreal ratio,
              const QColor &color)
{
    painter.drawPixmap(at, IconSet::pixmap(icon, size, ratio, color));
}

} // namespace

void ThreadCard::paint(QPainter &painter, const QPoint &origin, const Looks &looks) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(origin);
    switch (m_item.kind) {
    case ThreadItem::Kind::Day: paintDay(painter, looks); break;
    case ThreadItem::Kind::Event: paintLine(painter, looks); break;
    case ThreadItem::Kind::Message:
        paintGround(painter, looks);
        paintHeader(painter, looks);
        paintBody(painter, looks);
        paintFacts(painter, looks);
        paintChips(painter, looks);
        break;
    }
    painter.restore();
}

void ThreadCard::paintDay(QPainter &painter, const Looks &looks) const
{
    const QFont font = textFont(TextStyle::Caption, m_base);
    const int words = QFontMetrics(font).horizontalAdvance(m_item.text);
    const qreal right = column();
    const qreal middle = m_height / 2.0 + 1;
    const qreal wordsLeft = (right - words) / 2;
    painter.setPen(looks.tokens.border);
    painter.drawLine(QPointF(0, middle), QPointF(wordsLeft - space::m, middle));
    painter.drawLine(QPointF(wordsLeft + words + space::m, middle), QPointF(right, middle));
    painter.setFont(font);
    painter.setPen(looks.tokens.faint);
    painter.drawText(QRectF(0, 0, right, m_height + 2), Qt::AlignCenter, m_item.text);
}

void ThreadCard::paintLine(QPainter &painter, const Looks &looks) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(looks.tokens.borderStrong);
    painter.drawEllipse(QPointF(kAvatar / 2.0, m_bodyAt.y() + 8), 3, 3);
    painter.setPen(looks.tokens.faint);
    m_body->draw(&painter, m_bodyAt);
    const QFont font = textFont(TextStyle::Caption, m_base);
    painter.setFont(font);
    painter.drawText(QRectF(0, m_bodyAt.y(), column(), 20),
                     Qt::AlignRight | Qt::AlignTop, TimeText::timeOfDay(m_item.at));
    if (looks.current) {
        painter.setPen(QPen(looks.tokens.focus, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(1, 0, column() - 2, m_height - 2), 4, 4);
    }
}

void ThreadCard::paintGround(QPainter &painter, const Looks &looks) const
{
    const Tokens &t = looks.tokens;
    Avatar::paint(painter, QRectF(0, 2, kAvatar, kAvatar), m_item.author, t.dark, m_base);
    QColor fill = t.surface;
    QPen edge(t.border, 1);
    if (m_item.isInternal()) {
        fill = t.tone(Tone::Internal).fill;
        edge = QPen(t.tone(Tone::Internal).solid, 1.2, Qt::DashLine);
    } else if (!m_item.byRequester) {
        fill = t.tone(Tone::Accent).fill;
        edge = QPen(fill, 1);
    }
    if (m_item.delivery == Delivery::NeedsYou)
        edge = QPen(t.tone(Tone::Danger).solid, 1.2, edge.style());
    if (looks.current)
        edge = QPen(t.focus, 2, edge.style());
    painter.setBrush(fill);
    painter.setPen(edge);
    painter.drawRoundedRect(m_ground.adjusted(0.5, 0.5, -0.5, -0.5), radius::m, radius::m);
}

void ThreadCard::paintHeader(QPainter &painter, const Looks &looks) const
{
    const Tokens &t = looks.tokens;
    const QFont strong = textFont(TextStyle::Strong, m_base);
    const QFont caption = textFont(TextStyle::Caption, m_base);
    const QFontMetrics metrics(strong);
    const QFontMetrics small(caption);
    const qreal top = m_ground.top() + kPadding;
    const qreal baseline = top + metrics.ascent();
    qreal left = m_ground.left() + kPadding;

    QString badge;
    if (m_item.messageKind == MessageKind::Note)
        badge = ThreadWords::internalNote();
    else if (m_item.messageKind == MessageKind::Call)
        badge = ThreadWords::internalCall();
    const QString time = TimeText::timeOfDay(m_item.at);
    const int badgeWidth = badge.isEmpty() ? 0 : small.horizontalAdvance(badge) + 20 + space::s;
    const qreal room = m_ground.width() - 2 * kPadding - m_delivery.box.width() - badgeWidth
        - small.horizontalAdvance(time) - 2 * space::s;
    const QString author = metrics.elidedText(m_item.author, Qt::ElideRight, int(room));
    painter.setFont(strong);
    painter.setPen(t.text);
    painter.drawText(QPointF(left, baseline), author);
    left += metrics.horizontalAdvance(author) + space::s;
    painter.setFont(caption);
    painter.setPen(m_item.isInternal() ? t.muted : t.faint);
    painter.drawText(QPointF(left, baseline), time);
    left += small.horizontalAdvance(time) + space::s + space::xs;
    if (!badge.isEmpty()) {
        const QColor color = t.tone(Tone::Internal).text;
        const Icon icon = m_item.messageKind == MessageKind::Call ? Icon::Call : Icon::Lock;
        drawIcon(painter, QPointF(left, baseline - 12), icon, 14, looks.devicePixelRatio, color);
        QFont weighty = caption;
        weighty.setWeight(QFont::DemiBold);
        painter.setFont(weighty);
        painter.setPen(color);
        painter.drawText(QPointF(left + 18, baseline), badge);
    }
    if (!m_delivery.text.isEmpty()) {
        const QColor color = deliveryColor(m_item.delivery, t);
        drawIcon(painter, QPointF(m_delivery.box.left(), baseline - 12),
                 deliveryIcon(m_item.delivery), 14, looks.devicePixelRatio, color);
        painter.setFont(caption);
        painter.setPen(color);
        painter.drawText(QPointF(m_delivery.box.left() + 18, baseline), m_delivery.text);
    }
}

void ThreadCard::paintBody(QPainter &painter, const Looks &looks) const
{
    ProseLayout::Looks prose{looks.tokens, looks.devicePixelRatio, looks.selectionStart,
                             looks.selectionEnd, QRectF()};
    if (!looks.visible.isNull())
        prose.visible = looks.visible.translated(-m_bodyAt);
    painter.translate(m_bodyAt);
    m_prose->paint(painter, prose);
    painter.translate(-m_bodyAt);
    if (m_expand) {
        painter.setFont(textFont(TextStyle::Small, m_base));
        painter.setPen(looks.tokens.tone(Tone::Accent).text);
        painter.drawText(*m_expand, Qt::AlignLeft | Qt::AlignVCenter, ThreadWords::showAll());
    }
}

void ThreadCard::paintFacts(QPainter &painter, const Looks &looks) const
{
    if (m_facts.empty())
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(looks.tokens.sunken);
    painter.drawRoundedRect(m_factsGround, radius::s, radius::s);
    const QFont labels = textFont(TextStyle::Small, m_base);
    painter.setFont(labels);
    const qreal ascent = QFontMetrics(labels).ascent();
    for (const FactRow &row : m_facts) {
        painter.setPen(looks.tokens.faint);
        painter.drawText(QPointF(m_factsGround.left() + space::m, row.at.y() + ascent), row.label);
        painter.setPen(looks.tokens.text);
        row.value->draw(&painter, row.at);
    }
}

void ThreadCard::paintChips(QPainter &painter, const Looks &looks) const
{
    const Tokens &t = looks.tokens;
    for (int i = 0; i < m_chips.size(); ++i) {
        const Chip &chip = m_chips[i];
        painter.setPen(QPen(t.borderStrong, 1));
        painter.setBrush(i == looks.hoveredFile ? t.hover : t.surface);
        painter.drawRoundedRect(chip.box.adjusted(0.5, 0.5, -0.5, -0.5), radius::s, radius::s);
        drawIcon(painter, chip.box.topLeft() + QPointF(10, (chip.box.height() - 16) / 2),
                 chip.image ? Icon::Image : Icon::File, 16, looks.devicePixelRatio, t.muted);
        painter.setFont(textFont(TextStyle::Small, m_base));
        painter.setPen(t.text);
        painter.drawText(chip.box.adjusted(34, 0, -8, 0), Qt::AlignVCenter | Qt::AlignLeft,
                         chip.text);
    }
}

} // namespace vigie
