// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace vigie {

/// Fusion with our own check marks, radio dots, arrows and calmer metrics: what a style sheet
/// cannot draw without pictures.
class VigieStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    VigieStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option,
                    const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override;
};

} // namespace vigie
