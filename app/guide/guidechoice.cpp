// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/guide/guidechoice.h"

#include "app/widgets/iconset.h"
#include "app/widgets/tokens.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace vigie {

namespace {

constexpr int kBadge = 24;
constexpr int kMark = 16;
constexpr int kNarrowest = 160;
constexpr int kWordsFlags = int(Qt::AlignLeft) | int(Qt::AlignVCenter) | int(Qt::TextWordWrap);

} // namespace

GuideChoice::GuideChoice(int number, const QString &text, QWidget *parent) :
    QAbstractButton(parent), m_number(number)
{
    setText(text);
    setAccessibleName(text);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void GuideChoice::setTaken(bool taken)
{
    m_taken = taken;
    setAccessibleDescription(taken ? tr("You chose this before") : QString());
    update();
}

QRect GuideChoice::wordsBox(int width, int height) const
{
    const int left = space::m + kBadge + space::m;
    const int right = space::m + kMark + space::m;
    return {left, space::m, std::max(1, width - left - right), std::max(1, height - 2 * space::m)};
}

int GuideChoice::heightForWidth(int width) const
{
    constexpr int kEndless = 100'000;
    const QRect box = wordsBox(width, kEndless);
    const int words = fontMetrics().boundingRect(box, kWordsFlags, text()).height();
    return std::max(words, kBadge) + 2 * space::m;
}

QSize GuideChoice::sizeHint() const
{
    constexpr int kWidth = 480;
    return {kWidth, heightForWidth(kWidth)};
}

QSize GuideChoice::minimumSizeHint() const
{
    return {kNarrowest, kBadge + 2 * space::m};
}

void GuideChoice::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensFor(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(QPen(hasFocus() ? tokens.focus : tokens.borderStrong, hasFocus() ? 2 : 1));
    painter.setBrush(isDown()         ? tokens.pressed
                         : underMouse() ? tokens.hover
                                        : tokens.raised);
    painter.drawRoundedRect(frame, radius::m, radius::m);

    constexpr int kDigits = 9;
    const QRectF badge(space::m, (height() - kBadge) / 2.0, kBadge, kBadge);
    if (m_number <= kDigits) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.tone(Tone::Accent).fill);
        painter.drawRoundedRect(badge, radius::s, radius::s);
        painter.setPen(tokens.tone(Tone::Accent).text);
        painter.setFont(textFont(TextStyle::Strong, font()));
        painter.drawText(badge, Qt::AlignCenter, QString::number(m_number));
    }
    painter.setFont(font());
    painter.setPen(isEnabled() ? tokens.text : tokens.disabled);
    painter.drawText(wordsBox(width(), height()), kWordsFlags, text());

    const QRect mark(width() - space::m - kMark, (height() - kMark) / 2, kMark, kMark);
    IconSet::icon(m_taken ? Icon::Check : Icon::ChevronRight,
                  m_taken ? IconColor::Accent : IconColor::Muted)
        .paint(&painter, mark);
}

void GuideChoice::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
    QAbstractButton::changeEvent(event);
}

bool GuideChoice::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave
        || event->type() == QEvent::Enter || event->type() == QEvent::Leave)
        update();
    return QAbstractButton::event(event);
}

} // namespace vigie
