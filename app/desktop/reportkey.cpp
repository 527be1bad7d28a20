// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/reportkey.h"

#include "app/desktop/settings.h"
#include "app/platform/hotkeytext.h"

namespace vigie {

ReportKey::ReportKey(Settings &settings, GlobalHotkey *hotkey, QObject *parent)
    : QObject(parent), m_settings(settings),
      m_hotkey(hotkey ? hotkey : GlobalHotkey::create(this))
{
    connect(m_hotkey, &GlobalHotkey::pressed, this, &ReportKey::pressed);
    take();
}

QString ReportKey::wished() const
{
    return m_settings.text(SettingKey::ReportKey);
}

void ReportKey::wish(const QString &key)
{
    if (key == wished())
        return;
    m_settings.setText(SettingKey::ReportKey, key);
    take();
}

void ReportKey::take()
{
    const QKeySequence key = QKeySequence::fromString(wished(), QKeySequence::PortableText);
    const std::optional<HotkeyTrouble> trouble = m_hotkey->setKey(key);
    m_trouble = trouble && !key.isEmpty() ? HotkeyText::of(*trouble, key) : QString();
}

} // namespace vigie
