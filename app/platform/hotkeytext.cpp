// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/hotkeytext.h"

namespace vigie {

QString HotkeyText::of(HotkeyTrouble trouble, const QKeySequence &key)
{
    const QString name = key.toString(QKeySequence::NativeText);
    switch (trouble) {
    case HotkeyTrouble::Taken:
        return tr("%1 already belongs to another program or to the desktop. Choose another key.")
            .arg(name);
    case HotkeyTrouble::NotSupported:
        return tr("This desktop lets no program choose a key of its own. In the desktop's keyboard "
                  "settings, add a shortcut that runs this command: %1")
            .arg(QStringLiteral("vigie --report"));
    case HotkeyTrouble::Unsuitable:
        return tr("%1 cannot be used everywhere. Choose one key together with Ctrl, Alt or the "
                  "system key, or a function key.")
            .arg(name);
    }
    Q_UNREACHABLE();
}

} // namespace vigie
