// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/shrinkarea.h"

#include <QResizeEvent>
#include <QLayout>

#include <algorithm>

namespace vigie {

namespace {
constexpr int kLeast = 96; ///< enough to see that there is something to scroll
}

ShrinkArea::ShrinkArea(QWidget *parent) : QScrollArea(parent)
{
    setProperty("flat", true);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

/// QScrollArea watches its widget with this filter already.
bool ShrinkArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        fit();
    return QScrollArea::eventFilter(watched, event);
}

void ShrinkArea::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    // Other width, other line breaks, other height.
    if (event->size().width() != event->oldSize().width())
        fit();
}

int ShrinkArea::contentHeight() const
{
    const QLayout *layout = widget() ? widget()->layout() : nullptr;
    if (!layout)
        return 0;
    return layout->hasHeightForWidth() ? layout->totalHeightForWidth(std::max(1, width()))
                                       : layout->totalSizeHint().height();
}

void ShrinkArea::fit()
{
    setMaximumHeight(contentHeight());
    updateGeometry();
}

QSize ShrinkArea::sizeHint() const
{
    return {QScrollArea::sizeHint().width(), contentHeight()};
}

QSize ShrinkArea::minimumSizeHint() const
{
    const int narrowest = widget() ? widget()->minimumSizeHint().width() : 0;
    return {narrowest, std::min(contentHeight(), kLeast)};
}

} // namespace vigie
