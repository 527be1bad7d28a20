// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/deskkeeper.h"

#include "app/desktop/settings.h"
#include "app/shell/agentscreen.h"

namespace vigie {

DeskKeeper::DeskKeeper(AgentScreen &desk, Settings &settings) : QObject(&desk)
{
    desk.setHabits(DeskHabits::fromText(settings.text(SettingKey::Desk)));
    connect(&desk, &AgentScreen::habitsChanged, this, [&desk, &settings] {
        settings.setText(SettingKey::Desk, desk.habits().toText());
    });
}

} // namespace vigie
