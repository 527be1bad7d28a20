// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/colorscheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace vigie {

namespace {

const QString kPortal = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPortalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString kGroup = QStringLiteral("org.freedesktop.appearance");
const QString kKey = QStringLiteral("color-scheme");

class PortalWatcher final : public ColorSchemeWatcher
{
    Q_OBJECT

public:
    explicit PortalWatcher(QObject *parent) : ColorSchemeWatcher(parent)
    {
        QDBusConnection bus = QDBusConnection::sessionBus();
        if (!bus.isConnected())
            return;
        bus.connect(kPortal, kPortalPath, kInterface, QStringLiteral("SettingChanged"), this,
                    SLOT(settingChanged(QString,QString,QDBusVariant)));
        QDBusMessage call =
            QDBusMessage::createMethodCall(kPortal, kPortalPath, kInterface, QStringLiteral("Read"));
        call << kGroup << kKey;
        auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call, 2000), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
            const QDBusPendingReply<QVariant> reply = *watcher;
            watcher->deleteLater();
            if (!reply.isError())
                take(reply.value());
        });
    }

public Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value)
    {
        if (group == kGroup && key == kKey)
            take(value.variant());
    }

private:
    void take(QVariant value)
    {
        // "Read" wraps the value twice, the signal once.
        while (value.canConvert<QDBusVariant>())
            value = value.value<QDBusVariant>().variant();
        setScheme(value.toUInt() == 1 ? Scheme::Dark : Scheme::Light);
    }
};

} // namespace

ColorSchemeWatcher *ColorSchemeWatcher::create(QObject *parent)
{
    return new PortalWatcher(parent);
}

} // namespace vigie

#include "colorscheme_linux.moc"
