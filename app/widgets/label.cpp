// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/label.h"

#include <QApplication>
#include <QEvent>
#include <QStyle>

namespace vigie {

Label::Label(QWidget *parent, TextStyle style, LabelRole role) : Label(QString(), parent, style, role)
{
}

Label::Label(const QString &text, QWidget *parent, TextStyle style, LabelRole role) :
    QLabel(parent), m_style(style)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    setFont(textFont(style));
    setRole(role);
}

void Label::setRole(LabelRole role)
{
    static const char *const names[] = {"text",    "muted",   "faint",  "accent",  "info",
                                        "success", "warning", "danger", "internal"};
    setProperty("role", QLatin1String(names[int(role)]));
    style()->unpolish(this);
    style()->polish(this);
}

void Label::setStyle(TextStyle style)
{
    m_style = style;
    setFont(textFont(style));
}

Label *Label::wrapped()
{
    setWordWrap(true);
    // A wrapping label that insists on its width would stop its window from becoming narrow.
    // Maximum, not Minimum: the hint of a wrapping label is for a narrow guess, four lines for a
    // sentence that fits into one; the height for the real width is what counts.
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Maximum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setMinimumWidth(40);
    return this;
}

Label *Label::selectable()
{
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return this;
}

void Label::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange)
        setFont(textFont(m_style));
    QLabel::changeEvent(event);
}

} // namespace vigie
