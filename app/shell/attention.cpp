// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/attention.h"

#include <QGuiApplication>

namespace vigie {

Attention::Attention(int awayMs, QObject *parent) : QObject(parent)
{
    m_away.setSingleShot(true);
    m_away.setInterval(awayMs);
    connect(&m_away, &QTimer::timeout, this, [this] {
        m_there = false;
        Q_EMIT changed(false);
    });
    connect(qApp, &QGuiApplication::applicationStateChanged, this, &Attention::takeState);
}

void Attention::takeState(Qt::ApplicationState state)
{
    if (state != Qt::ApplicationActive) {
        if (m_there && !m_away.isActive())
            m_away.start();
        return;
    }
    m_away.stop();
    if (m_there)
        return;
    m_there = true;
    Q_EMIT changed(true);
}

} // namespace vigie
