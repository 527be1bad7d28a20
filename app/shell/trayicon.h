// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSystemTrayIcon>

#include <memory>

class QMenu;

namespace vigie {

/// Vigie in the system tray: report, open, quit. Only there where the desktop has a tray.
class TrayIcon final : public QSystemTrayIcon
{
    Q_OBJECT

public:
    explicit TrayIcon(QObject *parent);
    ~TrayIcon() override;

    /// Shown next to the icon as its tooltip.
    void setLine(const QString &line);

Q_SIGNALS:
    void openWanted();
    void reportWanted();
    void shotWanted();
    void quitWanted();

private:
    std::unique_ptr<QMenu> m_menu;
};

} // namespace vigie
