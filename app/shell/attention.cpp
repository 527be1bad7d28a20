// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/attention.h"

#include <QEvent>
#include <QGuiApplication>

#include <utility>

namespace vigie {

namespace {
/// A mouse that moves tells of itself a hundred times a second.
constexpr int kOftenEnoughMs = 1'000;
} // namespace

Attention::Attention(const Patience &patience, QObject *parent) : QObject(parent)
{
    for (QTimer *timer : {&m_away, &m_idle}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, [this] { become(false); });
    }
    m_away.setInterval(patience.awayMs);
    m_idle.setInterval(patience.idleMs);
    m_idle.start();
    connect(qApp, &QGuiApplication::applicationStateChanged, this, &Attention::takeState);
    qApp->installEventFilter(this);
}

bool Attention::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        if (!m_there || m_idle.interval() - m_idle.remainingTime() >= kOftenEnoughMs) {
            m_idle.start();
            become(true);
        }
        break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

void Attention::takeState(Qt::ApplicationState state)
{
    if (state != Qt::ApplicationActive) {
        if (m_there && !m_away.isActive())
            m_away.start();
        return;
    }
    m_away.stop();
    m_idle.start();
    become(true);
}

void Attention::become(bool there)
{
    if (std::exchange(m_there, there) != there)
        Q_EMIT changed(there);
}

} // namespace vigie
