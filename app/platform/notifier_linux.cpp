// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/notifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QHash>

namespace vigie {

namespace {

const QString kService = QStringLiteral("org.freedesktop.Notifications");
const QString kPath = QStringLiteral("/org/freedesktop/Notifications");

QDBusMessage methodCall(const char *name)
{
    return QDBusMessage::createMethodCall(kService, kPath, kService, QLatin1String(name));
}

class BusNotifier final : public Notifier
{
    Q_OBJECT

public:
    BusNotifier(QSystemTrayIcon *tray, QObject *parent) :
        Notifier(parent), m_tray(new TrayNotifier(tray, this))
    {
        connect(m_tray, &Notifier::activated, this, &Notifier::activated);
        QDBusConnection bus = QDBusConnection::sessionBus();
        if (!bus.isConnected())
            return;
        bus.connect(kService, kPath, kService, QStringLiteral("ActionInvoked"), this,
                    SLOT(actionInvoked(uint,QString)));
        bus.connect(kService, kPath, kService, QStringLiteral("NotificationClosed"), this,
                    SLOT(closed(uint,uint)));
        auto *watcher = new QDBusPendingCallWatcher(
            bus.asyncCall(methodCall("GetCapabilities"), 2000), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
            const QDBusPendingReply<QStringList> reply = *watcher;
            watcher->deleteLater();
            if (!reply.isError())
                m_markup = reply.value().contains(QLatin1String("body-markup"));
        });
    }

    void show(const Notice &notice) override
    {
        const QDBusConnection bus = QDBusConnection::sessionBus();
        if (!bus.isConnected()) {
            m_tray->show(notice);
            return;
        }
        // Where the service understands markup, a ticket titled "<img src=...>" must stay words.
        const QString body = m_markup ? notice.body.toHtmlEscaped() : notice.body;
        QStringList actions{QStringLiteral("default"), notice.action};
        QDBusMessage call = methodCall("Notify");
        call << QStringLiteral("Vigie") << m_ids.value(notice.key, 0U)
             << QStringLiteral("org.vigie.Vigie")
             << notice.title << body << actions
             << QVariantMap{{QStringLiteral("desktop-entry"),
                             QStringLiteral("org.vigie.Vigie")},
                            {QStringLiteral("category"), QStringLiteral("im.received")}}
             << -1;
        auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call, 2000), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, notice] {
            const QDBusPendingReply<uint> reply = *watcher;
            watcher->deleteLater();
            if (reply.isError())
                m_tray->show(notice);
            else
                m_ids.insert(notice.key, reply.value());
        });
    }

    void withdraw(const QString &key) override
    {
        m_tray->withdraw(key);
        const uint id = m_ids.take(key);
        if (id == 0)
            return;
        QDBusMessage call = methodCall("CloseNotification");
        call << id;
        QDBusConnection::sessionBus().send(call);
    }

public Q_SLOTS:
    void actionInvoked(uint id, const QString &)
    {
        const QString key = m_ids.key(id);
        if (!key.isEmpty())
            Q_EMIT activated(key);
    }
    void closed(uint id, uint)
    {
        const QString key = m_ids.key(id);
        if (!key.isEmpty())
            m_ids.remove(key);
    }

private:
    TrayNotifier *m_tray;
    QHash<QString, uint> m_ids;
    bool m_markup = true; ///< until the service says it has none: escaping too much is harmless
};

} // namespace

Notifier *Notifier::create(QSystemTrayIcon *tray, QObject *parent)
{
    return new BusNotifier(tray, parent);
}

} // namespace vigie

#include "notifier_linux.moc"
