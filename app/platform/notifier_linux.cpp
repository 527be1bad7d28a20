// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/busnotifier_linux.h"

namespace vigie {

Notifier *Notifier::create(QSystemTrayIcon *tray, QObject *parent)
{
    return new BusNotifier(QDBusConnection::sessionBus(), tray, parent);
}

} // namespace vigie
