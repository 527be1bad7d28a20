// SPDX-License-Identifier: GPL-3.0-or-later
#include "paintwait.h"

#include <QCoreApplication>
#include <QMouseEvent>
#include <QTimer>

namespace vigie::bench {

namespace {
constexpr int kMostMs = 10'000;
}

PaintWait::PaintWait(QWidget *watched, std::function<bool()> isThere)
    : m_isThere(std::move(isThere))
{
    watched->installEventFilter(this);
}

bool PaintWait::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == QEvent::Paint && !m_painted && m_isThere()) {
        m_painted = true;
        // Behind the event itself: painted and brought to the window.
        QMetaObject::invokeMethod(&m_loop, &QEventLoop::quit, Qt::QueuedConnection);
    }
    return false;
}

Done PaintWait::run()
{
    QTimer::singleShot(kMostMs, &m_loop, &QEventLoop::quit);
    m_loop.exec();
    if (!m_painted)
        return fail(ErrorCode::Timeout, QStringLiteral("nothing was painted"));
    return {};
}

void click(QWidget *widget, const QPoint &at)
{
    const QPointF local(at);
    const QPointF global = widget->mapToGlobal(local);
    QMouseEvent press(QEvent::MouseButtonPress, local, global, Qt::LeftButton, Qt::LeftButton,
                      Qt::NoModifier);
    QMouseEvent release(QEvent::MouseButtonRelease, local, global, Qt::LeftButton, Qt::NoButton,
                        Qt::NoModifier);
    QCoreApplication::sendEvent(widget, &press);
    QCoreApplication::sendEvent(widget, &release);
}

} // namespace vigie::bench
