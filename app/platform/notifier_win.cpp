// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/notifier.h"

namespace vigie {

Notifier *Notifier::create(QSystemTrayIcon *tray, QObject *parent)
{
    return new TrayNotifier(tray, parent);
}

} // namespace vigie
