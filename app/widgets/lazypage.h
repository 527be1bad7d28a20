// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVBoxLayout>
#include <QWidget>

#include <functional>
#include <utility>

namespace vigie {

/// Holds the place of a page that is made when it is first needed: a window that starts with one
/// page opens sooner, and pages nobody visits cost nothing. Commands of the page belong to this
/// widget, so that they exist before it. GUI thread.
template<class Page>
class LazyPage final : public QWidget
{
public:
    /// Makes the page as a child of the given widget and connects it.
    using Maker = std::function<Page *(QWidget *parent)>;

    LazyPage(Maker maker, QWidget *parent) : QWidget(parent), m_maker(std::move(maker))
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
    }

    /// The page; made now if it is not there yet.
    [[nodiscard]] Page *page()
    {
        if (!m_page) {
            m_page = m_maker(this);
            layout()->addWidget(m_page);
        }
        return m_page;
    }

private:
    Maker m_maker;
    Page *m_page = nullptr;
};

} // namespace vigie
