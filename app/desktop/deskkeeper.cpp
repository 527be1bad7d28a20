// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/deskkeeper.h"

#include "app/desktop/settings.h"
#include "app/shell/agentscreen.h"

#include <QJsonDocument>

namespace vigie {

namespace {

/// Sessions by account.
QJsonObject keptSessions(const Settings &settings)
{
    return QJsonDocument::fromJson(settings.text(SettingKey::DeskOpen).toUtf8()).object();
}

} // namespace

DeskKeeper::DeskKeeper(AgentScreen &desk, Settings &settings, const QString &account)
    : QObject(&desk), m_desk(desk), m_settings(settings), m_account(account)
{
    desk.setHabits(DeskHabits::fromText(settings.text(SettingKey::Desk)));
    desk.restore(DeskSession::fromJson(keptSessions(settings).value(account).toObject()));
    connect(&desk, &AgentScreen::habitsChanged, this, [this] {
        m_settings.setText(SettingKey::Desk, m_desk.habits().toText());
    });
    connect(&desk, &AgentScreen::sessionChanged, this, &DeskKeeper::keepSession);
}

void DeskKeeper::keepSession()
{
    QJsonObject all = keptSessions(m_settings);
    all.insert(m_account, m_desk.session().toJson());
    m_settings.setText(SettingKey::DeskOpen,
                       QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact)));
}

} // namespace vigie
