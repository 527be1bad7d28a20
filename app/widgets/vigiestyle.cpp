// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/vigiestyle.h"

#include "app/widgets/tokens.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleFactory>
#include <QStyleOption>

namespace vigie {

namespace {

void drawCheckBox(const QStyleOption &option, QPainter &painter, const Tokens &t)
{
    const bool on = option.state & QStyle::State_On;
    const bool partly = option.state & QStyle::State_NoChange;
    const bool enabled = option.state & QStyle::State_Enabled;
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const QColor edge = option.state & QStyle::State_HasFocus ? t.focus : t.borderStrong;
    const bool filled = (on || partly) && enabled;
    painter.setPen(QPen(filled ? t.accent : edge, 1));
    painter.setBrush(filled ? t.accent : enabled ? t.surface : t.window);
    painter.drawRoundedRect(box, 4, 4);
    if (!on && !partly)
        return;
    painter.setPen(QPen(enabled ? t.onAccent : t.disabled, 1.8, Qt::SolidLine, Qt::RoundCap,
                        Qt::RoundJoin));
    const auto at = [&box](double x, double y) {
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
    };
    if (partly) {
        painter.drawLine(at(0.27, 0.5), at(0.73, 0.5));
        return;
    }
    painter.drawPolyline(QPolygonF{at(0.24, 0.52), at(0.43, 0.71), at(0.77, 0.31)});
}

void drawRadio(const QStyleOption &option, QPainter &painter, const Tokens &t)
{
    const bool on = option.state & QStyle::State_On;
    const bool enabled = option.state & QStyle::State_Enabled;
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const QColor edge = option.state & QStyle::State_HasFocus ? t.focus : t.borderStrong;
    painter.setPen(QPen(on && enabled ? t.accent : edge, 1));
    painter.setBrush(on && enabled ? t.accent : t.surface);
    painter.drawEllipse(box);
    if (!on)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(enabled ? t.onAccent : t.disabled);
    const double r = box.width() * 0.19;
    painter.drawEllipse(box.center(), r, r);
}

void drawArrow(QStyle::PrimitiveElement element, const QStyleOption &option, QPainter &painter,
               const Tokens &t)
{
    const QPointF c = QRectF(option.rect).center();
    const double s = 3.5;
    const QColor color = option.state & QStyle::State_Enabled ? t.muted : t.disabled;
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    switch (element) {
    case QStyle::PE_IndicatorArrowDown:
        painter.drawPolyline(QPolygonF{c + QPointF(-s, -s / 2), c + QPointF(0, s / 2),
                                       c + QPointF(s, -s / 2)});
        break;
    case QStyle::PE_IndicatorArrowUp:
        painter.drawPolyline(QPolygonF{c + QPointF(-s, s / 2), c + QPointF(0, -s / 2),
                                       c + QPointF(s, s / 2)});
        break;
    case QStyle::PE_IndicatorArrowLeft:
        painter.drawPolyline(QPolygonF{c + QPointF(s / 2, -s), c + QPointF(-s / 2, 0),
                                       c + QPointF(s / 2, s)});
        break;
    default:
        painter.drawPolyline(QPolygonF{c + QPointF(-s / 2, -s), c + QPointF(s / 2, 0),
                                       c + QPointF(-s / 2, s)});
        break;
    }
}

} // namespace

VigieStyle::VigieStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void VigieStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                               QPainter *painter, const QWidget *widget) const
{
    const Tokens &t = tokensFor(widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    bool done = true;
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: drawCheckBox(*option, *painter, t); break;
    case PE_IndicatorRadioButton: drawRadio(*option, *painter, t); break;
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowUp:
    case PE_IndicatorArrowLeft:
    case PE_IndicatorArrowRight: drawArrow(element, *option, *painter, t); break;
    case PE_FrameFocusRect:
        painter->setPen(QPen(t.focus, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        break;
    default: done = false; break;
    }
    painter->restore();
    if (!done)
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

int VigieStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                            const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return 16;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return space::s;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return space::s;
    case PM_SmallIconSize:
    case PM_ButtonIconSize: return 16;
    case PM_ToolBarIconSize: return 20;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int VigieStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_EtchDisabledText: return 0;
    case SH_DialogButtonBox_ButtonsHaveIcons: return 0;
    case SH_ComboBox_Popup: return 0;
    default: return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

} // namespace vigie
