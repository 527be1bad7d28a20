// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/button.h"

#include <QStyle>

namespace vigie {

Button::Button(const QString &text, QWidget *parent, ButtonKind kind) : QPushButton(text, parent)
{
    setAutoDefault(false);
    setKind(kind);
}

Button::Button(Icon icon, const QString &text, QWidget *parent, ButtonKind kind) :
    Button(text, parent, kind)
{
    setVigieIcon(icon);
}

void Button::setKind(ButtonKind kind)
{
    static const char *const names[] = {"secondary", "primary", "quiet", "danger",
                                        "link",      "chip",    "internal"};
    m_kind = kind;
    setProperty("kind", QLatin1String(names[int(kind)]));
    setCheckable(kind == ButtonKind::Chip);
    if (kind == ButtonKind::Link || kind == ButtonKind::Chip)
        setCursor(Qt::PointingHandCursor);
    if (m_icon)
        setVigieIcon(*m_icon);
    style()->unpolish(this);
    style()->polish(this);
}

void Button::setVigieIcon(Icon icon)
{
    m_icon = icon;
    const IconColor color = m_kind == ButtonKind::Primary ? IconColor::OnAccent
        : m_kind == ButtonKind::Danger                    ? IconColor::Danger
        : m_kind == ButtonKind::Link                      ? IconColor::Accent
        : m_kind == ButtonKind::Internal                  ? IconColor::Internal
                                                          : IconColor::Muted;
    setIcon(IconSet::icon(icon, color));
    setIconSize({16, 16});
}

QSize Button::sizeHint() const
{
    // A style sheet's padding leaves the icon's gap too narrow.
    QSize hint = QPushButton::sizeHint();
    if (!icon().isNull() && !text().isEmpty())
        hint.rwidth() += space::xs;
    // Checked chips are bolder; they must not change their width when they are chosen.
    if (m_kind == ButtonKind::Chip || m_kind == ButtonKind::Primary
        || m_kind == ButtonKind::Internal) {
        const QFontMetrics bold(textFont(TextStyle::Strong, font()));
        hint.rwidth() += std::max(0, bold.horizontalAdvance(text())
                                      - fontMetrics().horizontalAdvance(text()));
    }
    return hint;
}

} // namespace vigie
