// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/busybar.h"

#include "app/widgets/tokens.h"

#include <QPainter>
#include <QStyle>
#include <QTimer>

namespace vigie {

BusyBar::BusyBar(QWidget *parent) :
    QWidget(parent), m_delay(new QTimer(this)), m_step(new QTimer(this))
{
    setFixedHeight(3);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_delay->setSingleShot(true);
    m_delay->setInterval(200);
    connect(m_delay, &QTimer::timeout, this, [this] {
        m_shown = true;
        // A desktop that asks for no animations gets a still line.
        if (style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0)
            m_step->start();
        update();
    });
    m_step->setInterval(30);
    connect(m_step, &QTimer::timeout, this, [this] {
        m_phase = (m_phase + 2) % 100;
        update();
    });
}

void BusyBar::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    if (busy) {
        m_delay->start();
        return;
    }
    m_delay->stop();
    m_step->stop();
    m_shown = false;
    update();
}

void BusyBar::paintEvent(QPaintEvent *)
{
    if (!m_shown)
        return;
    QPainter painter(this);
    const double part = width() / 3.0;
    const double x = (width() + part) * m_phase / 100.0 - part;
    painter.fillRect(QRectF(m_step->isActive() ? x : 0, 0, m_step->isActive() ? part : width(), 2),
                     tokensFor(this).accent);
}

} // namespace vigie
