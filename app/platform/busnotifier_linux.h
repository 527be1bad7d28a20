// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platform/notifier.h"

#include <QDBusConnection>
#include <QHash>

#include <optional>

class QDBusMessage;

namespace vigie {

/// A client of org.freedesktop.Notifications (Desktop Notifications Specification 1.2), with the
/// inline answers of KDE (`inline-reply` and NotificationReplied). Without a service, or when it
/// fails, bubbles go to the tray. GUI thread.
class BusNotifier final : public Notifier
{
    Q_OBJECT

public:
    BusNotifier(const QDBusConnection &bus, QSystemTrayIcon *tray, QObject *parent);

    void show(const Bubble &bubble) override;
    void withdraw(const QString &key) override;

private Q_SLOTS:
    void actionInvoked(uint id, const QString &action);
    void answered(uint id, const QString &text);
    void tokenGiven(uint id, const QString &token);
    void closed(uint id, uint reason);

private:
    /// What the service shows, or is about to show, under a key.
    struct Shown {
        uint id = 0;          ///< 0 until the service said so
        bool waiting = false; ///< for the service's answer
        bool unwanted = false; ///< withdrawn meanwhile
        std::optional<Bubble> next; ///< the newest that came meanwhile
    };

    void askCapabilities();
    void serviceGone();
    void send(const Bubble &bubble);
    void sent(const Bubble &bubble, uint id);
    void failed(const Bubble &bubble);
    void closeOnService(uint id);
    [[nodiscard]] bool has(const char *capability) const;
    [[nodiscard]] QStringList actionsOf(const Bubble &bubble) const;
    [[nodiscard]] QString keyOf(uint id) const;

    QDBusConnection m_bus;
    TrayNotifier *m_tray;
    QHash<QString, Shown> m_shown;
    std::optional<QStringList> m_capabilities; ///< not known until asked
    bool m_asking = false;
    QList<Bubble> m_early; ///< wait for the capabilities
};

} // namespace vigie
