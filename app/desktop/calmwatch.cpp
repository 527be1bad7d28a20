// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/calmwatch.h"

#include "core/base/clock.h"
#include "core/base/limits.h"

#include <QApplication>
#include <QEvent>
#include <QMainWindow>

namespace vigie {

CalmWatch::CalmWatch(const Clock &clock, std::function<bool()> fullScreen, QObject *parent)
    : QObject(parent), m_clock(clock), m_fullScreen(std::move(fullScreen)),
      m_lastKey(clock.monotonicMs())
{
    qApp->installEventFilter(this);
}

bool CalmWatch::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::InputMethod)
        m_lastKey = m_clock.monotonicMs();
    return false;
}

/// The editor, a recording's frame, a countdown, a dialog, a menu: whatever is open besides the
/// main window, the person is busy with it.
bool CalmWatch::hasOtherWindows()
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (const QWidget *window : windows) {
        if (window->isVisible() && !qobject_cast<const QMainWindow *>(window))
            return true;
    }
    return false;
}

bool CalmWatch::isCalm() const
{
    return m_clock.monotonicMs() - m_lastKey >= limits::kRatingCalmMs && !hasOtherWindows()
        && !(m_busy && m_busy()) && !(m_fullScreen && m_fullScreen());
}

} // namespace vigie
