// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/notifier.h"

namespace vigie {

TrayNotifier::TrayNotifier(QSystemTrayIcon *tray, QObject *parent) : Notifier(parent), m_tray(tray)
{
    if (!tray)
        return;
    connect(tray, &QSystemTrayIcon::messageClicked, this, [this] {
        if (!m_lastKey.isEmpty())
            Q_EMIT activated(m_lastKey, QString());
    });
}

void TrayNotifier::show(const Bubble &bubble)
{
    if (!m_tray || !QSystemTrayIcon::isSystemTrayAvailable())
        return;
    m_lastKey = bubble.key;
    m_tray->showMessage(bubble.title, bubble.body, QSystemTrayIcon::NoIcon);
}

void TrayNotifier::withdraw(const QString &key)
{
    if (m_lastKey == key)
        m_lastKey.clear();
}

} // namespace vigie
