// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/pagecolumn.h"

#include "app/widgets/tokens.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QVBoxLayout>

namespace vigie {

PageColumn::PageColumn(QWidget *parent, int width) :
    QScrollArea(parent), m_page(new QWidget(this)), m_column(nullptr)
{
    setProperty("flat", true);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *outer = new QWidget(this);
    auto *row = new QHBoxLayout(outer);
    row->setContentsMargins(space::xl, space::l, space::xl, space::xl);
    row->addStretch(1);
    row->addWidget(m_page, 1000);
    row->addStretch(1);
    m_page->setMaximumWidth(width * fontMetrics().averageCharWidth() / 7);
    m_column = new QVBoxLayout(m_page);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::m);
    setWidget(outer);
}

QSize PageColumn::minimumSizeHint() const
{
    const int content = widget() ? widget()->minimumSizeHint().width() : 0;
    return QScrollArea::minimumSizeHint().expandedTo(
        {content + verticalScrollBar()->sizeHint().width(), 0});
}

/// QScrollArea watches its widget with this filter already, but keeps the news to itself.
bool PageColumn::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

} // namespace vigie
