// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/recordingframe.h"

#include "app/widgets/tokens.h"

#include <QPainter>

namespace vigie {

RecordingFrame::RecordingFrame(const QRect &screen) :
    QWidget(nullptr, Qt::Tool | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint
                         | Qt::WindowTransparentForInput | Qt::WindowDoesNotAcceptFocus
                         | Qt::BypassWindowManagerHint)
{
    setObjectName(QStringLiteral("recordingFrame"));
    setAccessibleName(tr("Steps are being recorded"));
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_QuitOnClose, false);
    setGeometry(screen);
}

void RecordingFrame::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), tokensFor(this).tone(Tone::Danger).solid);
}

void RecordingFrame::resizeEvent(QResizeEvent *)
{
    // A hole, not transparency: that would need a compositor.
    setMask(QRegion(rect()) - rect().adjusted(kWidth, kWidth, -kWidth, -kWidth));
}

} // namespace vigie
