// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ticket/fieldpill.h"

#include "app/widgets/iconset.h"

#include <QMenu>
#include <QPainter>
#include <QWidgetAction>

namespace vigie {

namespace {
constexpr int kChevron = 12;
constexpr int kMostValue = 180;
} // namespace

FieldPill::FieldPill(const QString &name, const char *objectName, QWidget *parent)
    : QToolButton(parent), m_name(name)
{
    setObjectName(QLatin1String(objectName));
    setPopupMode(InstantPopup);
    setFocusPolicy(Qt::TabFocus);
    auto *menu = new QMenu(this);
    setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        if (m_fill)
            m_fill(*menu);
    });
    setValue({});
}

void FieldPill::setFill(Fill fill)
{
    m_fill = std::move(fill);
}

void FieldPill::openMenu()
{
    menu()->popup(mapToGlobal(rect().bottomLeft()));
    // The keyboard asked for it: the first entry is what the arrow keys start from.
    if (menu()->actions().isEmpty())
        return;
    QAction *first = menu()->actions().first();
    menu()->setActiveAction(first);
    if (const auto *own = qobject_cast<QWidgetAction *>(first); own && own->defaultWidget())
        own->defaultWidget()->setFocus(Qt::PopupFocusReason);
}

void FieldPill::setValue(const QString &value, Tone tone)
{
    m_value = value;
    m_tone = tone;
    setAccessibleName(tr("%1: %2", "a field's name and value").arg(m_name, value));
    updateGeometry();
    update();
}

QString FieldPill::shownValue() const
{
    return QFontMetrics(textFont(TextStyle::Small, font()))
        .elidedText(m_value.simplified(), Qt::ElideRight, kMostValue);
}

QSize FieldPill::sizeHint() const
{
    const QFontMetrics label(textFont(TextStyle::Caption, font()));
    const QFontMetrics value(textFont(TextStyle::Small, font()));
    return {space::s + label.horizontalAdvance(m_name) + 6 + value.horizontalAdvance(shownValue())
                + 6 + kChevron + space::s,
            value.height() + 10};
}

void FieldPill::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensFor(this);
    const ToneColors &tone = tokens.tone(m_tone);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool plain = m_tone == Tone::Neutral;
    QColor fill = plain ? tokens.surface : tone.fill;
    if (isEnabled() && (underMouse() || isDown()))
        fill = plain ? tokens.hover : fill.darker(tokens.dark ? 85 : 104);
    painter.setBrush(fill);
    painter.setPen(hasFocus() ? QPen(tokens.focus, 2)
                              : QPen(plain ? tokens.borderStrong : tone.fill, 1));
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.drawRoundedRect(box, radius::s, radius::s);

    const QFont label = textFont(TextStyle::Caption, font());
    const int labelWidth = QFontMetrics(label).horizontalAdvance(m_name);
    painter.setFont(label);
    painter.setPen(isEnabled() ? (plain ? tokens.faint : tone.text) : tokens.disabled);
    painter.drawText(QRectF(space::s, 0, labelWidth + 2, height()), Qt::AlignVCenter, m_name);
    QFont value = textFont(TextStyle::Small, font());
    painter.setFont(value);
    painter.setPen(isEnabled() ? (plain ? tokens.text : tone.text) : tokens.disabled);
    const int left = space::s + labelWidth + 6;
    painter.drawText(QRectF(left, 0, width() - left - kChevron - space::s, height()),
                     Qt::AlignVCenter | Qt::TextSingleLine, shownValue());
    painter.drawPixmap(QPointF(width() - space::s - kChevron + 2, (height() - kChevron) / 2.0),
                       IconSet::pixmap(Icon::ChevronDown, kChevron, devicePixelRatioF(),
                                       plain ? tokens.faint : tone.text));
}

} // namespace vigie
