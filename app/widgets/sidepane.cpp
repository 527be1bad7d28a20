// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/sidepane.h"

#include "app/widgets/tokens.h"

#include <QApplication>
#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <utility>

namespace vigie {

namespace {
constexpr int kGrip = 7; ///< wide enough to be caught with the mouse
constexpr int kLine = 1;
} // namespace

SidePane::SidePane(int readable, QWidget *parent)
    : QWidget(parent), m_readable(readable), m_handle(new QWidget(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_handle->setCursor(Qt::SplitHCursor);
    m_handle->installEventFilter(this);
    // Whoever goes on working in the page wants to see it.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (m_over && now && m_page->isAncestorOf(now))
            dismiss();
    });
}

SidePane::~SidePane()
{
    // A dialog in the page that goes with it moves the keyboard once more.
    disconnect(qApp, nullptr, this, nullptr);
}

void SidePane::setPage(QWidget *page)
{
    m_page = page;
    page->setParent(this);
    arrange();
}

void SidePane::setSide(QWidget *side)
{
    m_side = side;
    side->setParent(this);
    arrange();
}

void SidePane::setWanted(bool wanted)
{
    m_wanted = wanted;
    arrange();
}

void SidePane::setAvailable(bool available)
{
    if (m_available == available)
        return;
    m_available = available;
    m_over = m_over && available;
    arrange();
}

void SidePane::setSideWidth(int width)
{
    m_sideWidth = std::clamp(width, kNarrowest, kWidest);
    arrange();
}

int SidePane::readable() const
{
    return std::max(m_readable, m_page ? m_page->minimumSizeHint().width() : 0);
}

bool SidePane::hasRoom() const
{
    return width() >= readable() + kLine + kNarrowest;
}

void SidePane::toggle()
{
    if (hasRoom())
        m_wanted = !m_wanted;
    else
        m_over = !m_over && m_available;
    arrange();
    if (hasRoom())
        Q_EMIT chosen();
}

bool SidePane::bring()
{
    if (!m_available)
        return false;
    if (m_side->isHidden())
        toggle();
    return true;
}

bool SidePane::dismiss()
{
    if (!std::exchange(m_over, false))
        return false;
    arrange();
    return true;
}

QSize SidePane::minimumSizeHint() const
{
    return m_page ? m_page->minimumSizeHint() : QSize();
}

void SidePane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (hasRoom())
        m_over = false;
    arrange();
}

void SidePane::arrange()
{
    if (!m_page || !m_side)
        return;
    const bool beside = m_available && m_wanted && hasRoom();
    const bool shown = beside || (m_available && m_over && !hasRoom());
    // What the page can spare, and never less than the column can be read in.
    const int most = beside ? width() - readable() - kLine : std::min(width() - space::xl, kWidest);
    const int wide = shown ? std::min(m_sideWidth, std::max(most, kNarrowest)) : 0;
    const auto placed = [this](const QRect &box) {
        return QStyle::visualRect(layoutDirection(), rect(), box);
    };
    m_page->setGeometry(placed({0, 0, beside ? width() - wide - kLine : width(), height()}));
    m_side->setGeometry(placed({width() - wide, 0, wide, height()}));
    m_handle->setGeometry(placed({width() - wide - (kGrip + kLine) / 2, 0, kGrip, height()}));
    m_side->setVisible(shown);
    m_handle->setVisible(shown);
    if (shown) {
        m_side->raise();
        m_handle->raise();
    }
    m_handle->update();
}

/// A hairline; over the page with a shadow, because there is something below it.
void SidePane::paintEdge()
{
    const Tokens &tokens = tokensFor(this);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    QPainter painter(m_handle);
    const int line = mirrored ? kGrip / 2 : kGrip - kGrip / 2 - 1;
    if (m_over) {
        QColor dark(Qt::black);
        dark.setAlphaF(tokens.dark ? 0.5F : 0.14F);
        QLinearGradient shade(mirrored ? kGrip : 0, 0, line, 0);
        shade.setColorAt(0, Qt::transparent);
        shade.setColorAt(1, dark);
        painter.fillRect(mirrored ? QRect(line, 0, kGrip - line, height()) : QRect(0, 0, line, height()),
                         shade);
    }
    painter.fillRect(line, 0, kLine, height(), m_over ? tokens.borderStrong : tokens.border);
}

void SidePane::drag(int x)
{
    const int wide = layoutDirection() == Qt::RightToLeft ? x : width() - x;
    const int before = m_sideWidth;
    const int most = hasRoom() ? width() - readable() - kLine : kWidest;
    setSideWidth(std::min(wide, std::max(most, kNarrowest)));
    if (m_sideWidth != before)
        Q_EMIT chosen();
}

bool SidePane::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) {
        updateGeometry(); // the page needs more or less room
        arrange();
    }
    return QWidget::event(event);
}

bool SidePane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_handle && event->type() == QEvent::Paint) {
        paintEdge();
        return true;
    }
    if (watched == m_handle && event->type() == QEvent::MouseMove) {
        const auto *move = static_cast<QMouseEvent *>(event);
        if (move->buttons() & Qt::LeftButton)
            drag(m_handle->mapTo(this, move->position().toPoint()).x());
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace vigie
