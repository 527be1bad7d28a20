// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/pagestack.h"

namespace vigie {

namespace {

class PlainStack final : public QStackedLayout
{
public:
    using QStackedLayout::QStackedLayout;

    [[nodiscard]] bool hasHeightForWidth() const override { return false; }
    [[nodiscard]] QSize sizeHint() const override
    {
        return currentWidget() ? currentWidget()->sizeHint() : QStackedLayout::sizeHint();
    }
    [[nodiscard]] QSize minimumSize() const override
    {
        return currentWidget() ? currentWidget()->minimumSizeHint()
                               : QStackedLayout::minimumSize();
    }
};

} // namespace

PageStack::PageStack(QWidget *parent) : QWidget(parent), m_layout(new PlainStack(this)) {}

void PageStack::addPage(QWidget *page)
{
    m_layout->addWidget(page);
}

void PageStack::setCurrent(QWidget *page)
{
    m_layout->setCurrentWidget(page);
    m_layout->invalidate();
    updateGeometry();
}

QWidget *PageStack::current() const
{
    return m_layout->currentWidget();
}

} // namespace vigie
