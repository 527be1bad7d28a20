// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/elidedlabel.h"

#include <QEvent>
#include <QPainter>

namespace vigie {

namespace {

QColor colorOf(LabelRole role, const Tokens &t)
{
    switch (role) {
    case LabelRole::Text: return t.text;
    case LabelRole::Muted: return t.muted;
    case LabelRole::Faint: return t.faint;
    case LabelRole::Accent: return t.tone(Tone::Accent).text;
    case LabelRole::Info: return t.tone(Tone::Info).text;
    case LabelRole::Success: return t.tone(Tone::Success).text;
    case LabelRole::Warning: return t.tone(Tone::Warning).text;
    case LabelRole::Danger: return t.tone(Tone::Danger).text;
    case LabelRole::Internal: return t.tone(Tone::Internal).text;
    }
    return t.text;
}

} // namespace

ElidedLabel::ElidedLabel(QWidget *parent, TextStyle style, LabelRole role) :
    QWidget(parent), m_style(style), m_role(role)
{
    setFont(textFont(style));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ElidedLabel::setText(const QString &text)
{
    const QString oneLine = text.simplified();
    if (m_text == oneLine)
        return;
    m_text = oneLine;
    setAccessibleName(m_text);
    updateGeometry();
    updateToolTip();
    update();
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    update();
}

void ElidedLabel::setRole(LabelRole role)
{
    m_role = role;
    update();
}

QSize ElidedLabel::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(m_text) + 2, metrics.height() + 2};
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QFontMetrics metrics(font());
    return {metrics.averageCharWidth() * 6, metrics.height() + 2};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokensFor(this);
    painter.setPen(isEnabled() ? colorOf(m_role, t) : t.disabled);
    painter.setFont(font());
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                     QFontMetrics(font()).elidedText(m_text, m_mode, width()));
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateToolTip();
}

void ElidedLabel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange)
        setFont(textFont(m_style));
    QWidget::changeEvent(event);
}

void ElidedLabel::updateToolTip()
{
    // Foreign text: a tooltip would guess that "<b>" means rich text.
    const bool cut = QFontMetrics(font()).horizontalAdvance(m_text) > width();
    setToolTip(cut ? QStringLiteral("<p>%1</p>").arg(m_text.toHtmlEscaped()) : QString());
}

} // namespace vigie
