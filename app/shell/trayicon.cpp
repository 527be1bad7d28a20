// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/trayicon.h"

#include "app/widgets/iconset.h"

#include <QMenu>

namespace vigie {

TrayIcon::TrayIcon(QObject *parent) :
    QSystemTrayIcon(IconSet::application(), parent), m_menu(std::make_unique<QMenu>())
{
    m_menu->addAction(tr("Report a problem"), this, &TrayIcon::reportWanted);
    m_menu->addAction(tr("Report with a picture of the screen"), this, &TrayIcon::shotWanted);
    m_menu->addAction(tr("Open Vigie"), this, &TrayIcon::openWanted);
    m_menu->addSeparator();
    m_menu->addAction(tr("Quit"), this, &TrayIcon::quitWanted);
    setContextMenu(m_menu.get());
    setLine(QString());
    connect(this, &QSystemTrayIcon::activated, this, [this](ActivationReason reason) {
        if (reason == Trigger || reason == DoubleClick)
            Q_EMIT openWanted();
    });
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::setLine(const QString &line)
{
    setToolTip(line.isEmpty() ? QStringLiteral("Vigie") : QStringLiteral("Vigie – ") + line);
}

} // namespace vigie
