// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/contextrow.h"

#include "app/widgets/avatar.h"
#include "app/widgets/pill.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace vigie {

namespace {

constexpr int kLead = 16;       ///< an icon
constexpr int kDisc = 22;       ///< a person
constexpr int kAround = 6;      ///< above and below
constexpr int kBetween = 1;     ///< from text to note
constexpr qsizetype kMostLines = 6; ///< of one value; the tooltip has the rest

} // namespace

ContextRow::ContextRow(QWidget *parent) : QAbstractButton(parent)
{
    setObjectName(QStringLiteral("contextRow"));
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
}

void ContextRow::setLook(const RowLook &look)
{
    m_look = look;
    QStringList words{look.noteAbove ? look.note : look.text, look.noteAbove ? look.text : look.note,
                      look.badge};
    words.removeAll(QString());
    setAccessibleName(look.spoken.isEmpty() ? words.join(QStringLiteral(", ")) : look.spoken);
    updateToolTip();
    updateGeometry();
    update();
}

QStringList ContextRow::lines() const
{
    QStringList all = m_look.text.split(u'\n', Qt::SkipEmptyParts);
    if (all.size() > kMostLines) {
        all = all.mid(0, kMostLines);
        all.last() += QStringLiteral(" …");
    }
    return all;
}

QString ContextRow::copyText() const
{
    return m_look.copy.isEmpty() ? m_look.text : m_look.copy;
}

void ContextRow::copyNow()
{
    QGuiApplication::clipboard()->setText(copyText());
    Q_EMIT copied(copyText());
}

/// The note's, which shares its line with the pill.
int ContextRow::lastLineHeight() const
{
    const int note = QFontMetrics(textFont(TextStyle::Caption, font())).height();
    return m_look.badge.isEmpty() ? note
                                  : std::max(note, Pill::sizeFor(m_look.badge, font()).height());
}

QSize ContextRow::sizeHint() const
{
    const int line = QFontMetrics(textFont(TextStyle::Small, font())).height();
    int high = line * std::max(1, int(lines().size()));
    if (!m_look.note.isEmpty())
        high += kBetween + lastLineHeight();
    return {200, std::max(high, m_look.avatar.isEmpty() ? 0 : kDisc) + 2 * kAround};
}

QSize ContextRow::minimumSizeHint() const
{
    return {80, sizeHint().height()};
}

void ContextRow::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (event->matches(QKeySequence::Copy))
        return copyNow();
    if (event->matches(QKeySequence::Delete) && m_look.removable) {
        Q_EMIT removeWanted();
        return;
    }
    if (key == Qt::Key_Down || key == Qt::Key_Up) {
        focusNextPrevChild(key == Qt::Key_Down);
        return;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}

void ContextRow::contextMenuEvent(QContextMenuEvent *event)
{
    Q_EMIT menuWanted(event->reason() == QContextMenuEvent::Mouse
                          ? event->globalPos()
                          : mapToGlobal(QPoint(space::l, height())));
}

void ContextRow::resizeEvent(QResizeEvent *event)
{
    QAbstractButton::resizeEvent(event);
    updateToolTip();
}

bool ContextRow::isCut() const
{
    const QFontMetrics text(textFont(TextStyle::Small, font()));
    const QFontMetrics note(textFont(TextStyle::Caption, font()));
    const int room = textRight(m_look.note.isEmpty()) - textLeft();
    const QStringList all = lines();
    return note.horizontalAdvance(m_look.note) > textRight(!m_look.noteAbove) - textLeft()
        || all.size() < m_look.text.split(u'\n', Qt::SkipEmptyParts).size()
        || std::any_of(all.cbegin(), all.cend(), [&](const QString &line) {
               return text.horizontalAdvance(line) > room;
           });
}

void ContextRow::updateToolTip()
{
    // Foreign text: a tooltip would guess that "<b>" means rich text.
    QString words = m_look.text.toHtmlEscaped();
    if (!m_look.note.isEmpty())
        words += u'\n' + m_look.note.toHtmlEscaped();
    words.replace(u'\n', QStringLiteral("<br>"));
    setToolTip(isCut() ? QStringLiteral("<p>%1</p>").arg(words) : QString());
}

QRect ContextRow::placed(const QRect &box) const
{
    return QStyle::visualRect(layoutDirection(), rect(), box);
}

int ContextRow::textLeft() const
{
    if (!m_look.avatar.isEmpty())
        return space::s + kDisc + space::s;
    return m_look.icon ? space::s + kLead + space::s : space::s;
}

int ContextRow::textRight(bool lastLine) const
{
    const int badge = m_look.badge.isEmpty() || !lastLine
        ? 0
        : Pill::sizeFor(m_look.badge, font()).width() + space::s;
    return width() - space::s - badge;
}

void ContextRow::paintGround(QPainter &painter) const
{
    const Tokens &tokens = tokensFor(this);
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    if (isDown() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isDown() ? tokens.pressed : tokens.hover);
        painter.drawRoundedRect(box, radius::s, radius::s);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tokens.focus, 2));
        painter.drawRoundedRect(box, radius::s, radius::s);
    }
}

void ContextRow::paintLead(QPainter &painter) const
{
    const Tokens &tokens = tokensFor(this);
    if (!m_look.avatar.isEmpty()) {
        Avatar::paint(painter, placed({space::s, (height() - kDisc) / 2, kDisc, kDisc}),
                      m_look.avatar, tokens.dark, font());
    } else if (m_look.icon) {
        const int line = QFontMetrics(textFont(TextStyle::Small, font())).height();
        painter.drawPixmap(placed({space::s, kAround + (line - kLead) / 2, kLead, kLead}),
                           IconSet::pixmap(*m_look.icon, kLead, devicePixelRatioF(), tokens.faint));
    }
}

/// Answers where what follows begins.
int ContextRow::paintNote(QPainter &painter, int top) const
{
    if (m_look.note.isEmpty())
        return top;
    const QFont small = textFont(TextStyle::Caption, font());
    const QFontMetrics metrics(small);
    const int left = textLeft();
    const int right = textRight(!m_look.noteAbove);
    const int high = m_look.noteAbove ? metrics.height() : lastLineHeight();
    painter.setFont(small);
    painter.setPen(tokensFor(this).faint);
    painter.drawText(placed({left, top, right - left, high}),
                     Qt::AlignVCenter | Qt::TextSingleLine,
                     metrics.elidedText(m_look.note, Qt::ElideRight, right - left));
    return top + high + kBetween;
}

void ContextRow::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensFor(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(layoutDirection());
    paintGround(painter);
    paintLead(painter);
    const QFont plain = textFont(TextStyle::Small, font());
    const QFontMetrics metrics(plain);
    const int words = metrics.height() * int(lines().size());
    int top = m_look.note.isEmpty() ? (height() - words) / 2 : kAround;
    if (m_look.noteAbove)
        top = paintNote(painter, top);
    const int left = textLeft();
    const int right = textRight(m_look.note.isEmpty());
    painter.setFont(plain);
    painter.setPen(m_look.badge.isEmpty() && m_look.tone != Tone::Neutral
                       ? tokens.tone(m_look.tone).text
                       : tokens.text);
    for (const QString &line : lines()) {
        painter.drawText(placed({left, top, right - left, metrics.height()}),
                         Qt::AlignVCenter | Qt::TextSingleLine,
                         metrics.elidedText(line, Qt::ElideRight, right - left));
        top += metrics.height();
    }
    top += kBetween;
    if (!m_look.noteAbove)
        (void)paintNote(painter, top);
    if (m_look.badge.isEmpty())
        return;
    const QSize pill = Pill::sizeFor(m_look.badge, font());
    const QRect box = placed({width() - space::s - pill.width(), 0, pill.width(), 1});
    const double middle = m_look.note.isEmpty() ? height() / 2.0 : top + lastLineHeight() / 2.0;
    Pill::paint(painter, QPointF(box.left(), middle), m_look.badge, m_look.tone, font(), tokens);
}

} // namespace vigie
