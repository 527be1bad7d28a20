// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture/windowcurtain.h"

#include <QApplication>
#include <QWindow>

#include <algorithm>

namespace vigie {

namespace {

bool isPassing(const QWidget *window)
{
    const Qt::WindowType type = window->windowType();
    return type == Qt::Popup || type == Qt::ToolTip || type == Qt::SplashScreen;
}

int depthOf(const QWidget *window)
{
    int depth = 0;
    for (const QWidget *at = window->parentWidget(); at; at = at->parentWidget())
        ++depth;
    return depth;
}

} // namespace

WindowCurtain::WindowCurtain() : m_active(QApplication::activeWindow())
{
    QWidgetList windows = QApplication::topLevelWidgets();
    std::stable_sort(windows.begin(), windows.end(), [](const QWidget *a, const QWidget *b) {
        return depthOf(a) < depthOf(b);
    });
    for (QWidget *window : std::as_const(windows)) {
        if (!window->isVisible() || window->windowType() == Qt::Desktop)
            continue;
        if (!isPassing(window))
            m_hidden.append(Hidden{window, window->pos(), window->windowModality()});
    }
    // Children first, so that no window system puts one in front of nothing.
    std::reverse(windows.begin(), windows.end());
    for (QWidget *window : std::as_const(windows)) {
        if (window->isVisible() && window->windowType() != Qt::Desktop)
            window->hide();
    }
}

WindowCurtain::~WindowCurtain()
{
    for (const Hidden &hidden : std::as_const(m_hidden)) {
        QWidget *window = hidden.window;
        if (!window || window->isVisible())
            continue;
        // A dialog opened with open() loses its modality with hide().
        if (window->windowModality() != hidden.modality)
            window->setWindowModality(hidden.modality);
        // Without an explicit place, window managers choose a new one for a window shown again.
        if (!(window->windowState() & (Qt::WindowMaximized | Qt::WindowFullScreen)))
            window->move(hidden.position);
        window->show();
    }
    if (m_active && m_active->isVisible()) {
        m_active->raise();
        m_active->activateWindow();
    }
}

void WindowCurtain::giveUp()
{
    m_hidden.clear();
    m_active = nullptr;
}

bool WindowCurtain::isDown() const
{
    return std::none_of(m_hidden.cbegin(), m_hidden.cend(), [](const Hidden &hidden) {
        return hidden.window && hidden.window->windowHandle()
            && hidden.window->windowHandle()->isExposed();
    });
}

} // namespace vigie
