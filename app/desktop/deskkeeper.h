// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace vigie {

class AgentScreen;
class Settings;

/// Arranges an agent's desk as it was left, and remembers how it is arranged. Goes with the desk;
/// `settings` must outlive both. GUI thread.
class DeskKeeper final : public QObject
{
    Q_OBJECT

public:
    /// `account` tells apart whose tickets lie open.
    DeskKeeper(AgentScreen &desk, Settings &settings, const QString &account);

private:
    void keepSession();

    AgentScreen &m_desk;
    Settings &m_settings;
    QString m_account;
};

} // namespace vigie
