// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/capture/recordingcommand.h"

#include <QSystemTrayIcon>

#include <memory>

class QAction;
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
    /// How many notices are unread, and how many of them name the person: a dot on the icon, and
    /// the numbers in the tooltip.
    void setUnread(int notices, int mentions);
    /// While steps are recorded icon, tooltip and menu are about that.
    void setRecording(const RecordingState &state);

Q_SIGNALS:
    void openWanted();
    void reportWanted();
    void shotWanted();
    void quitWanted();
    void recordingWanted(vigie::RecordingCommand command);
    /// The icon was clicked or its menu opened: a click that is nobody's step.
    void touched();

private:
    void addRecording();
    void showIcon();
    void showToolTip();

    QString m_line;
    int m_unread = 0;
    int m_mentions = 0;
    RecordingState m_recording;
    QAction *m_start = nullptr;
    QAction *m_pause = nullptr;
    QList<QAction *> m_whileRecording;
    std::unique_ptr<QMenu> m_menu;
};

} // namespace vigie
