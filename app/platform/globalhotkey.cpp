// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/globalhotkey.h"

namespace vigie {

std::optional<HotkeyTrouble> GlobalHotkey::setKey(const QKeySequence &key)
{
    if (!m_key.isEmpty())
        release();
    m_key = {};
    if (key.isEmpty())
        return std::nullopt;
    if (!isSupported())
        return HotkeyTrouble::NotSupported;
    if (!isSuitable(key))
        return HotkeyTrouble::Unsuitable;
    const std::optional<HotkeyTrouble> trouble = grab(key[0]);
    if (!trouble)
        m_key = key;
    return trouble;
}

bool GlobalHotkey::isSuitable(const QKeySequence &key)
{
    if (key.count() != 1)
        return false;
    const Qt::Key code = key[0].key();
    switch (code) {
    case Qt::Key_unknown:
    case Qt::Key_Shift:
    case Qt::Key_Control:
    case Qt::Key_Alt:
    case Qt::Key_AltGr:
    case Qt::Key_Meta:
    case Qt::Key_Super_L:
    case Qt::Key_Super_R:
        return false;
    default:
        break;
    }
    const bool function = (code >= Qt::Key_F1 && code <= Qt::Key_F35) || code == Qt::Key_Print
        || code == Qt::Key_Pause || code == Qt::Key_ScrollLock;
    return function
        || key[0].keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
}

} // namespace vigie
