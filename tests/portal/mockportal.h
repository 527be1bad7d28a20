// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVirtualObject>

#include <functional>

namespace vigie {

/// The screenshot portal as its documentation describes it, on a bus of the test's own. What it
/// does when asked is the test's choice.
class MockPortal final : public QDBusVirtualObject
{
public:
    /// What was asked, and where the answer is awaited.
    struct Call {
        QDBusMessage message;
        QString parentWindow;
        QVariantMap options;
        QString handle; ///< computed from the caller's name and token
    };

    std::function<void(const Call &)> onScreenshot;
    QList<Call> calls;
    QStringList closed; ///< handles on which Close was called

    explicit MockPortal(const QDBusConnection &bus) : m_bus(bus)
    {
        m_bus.registerVirtualObject(path(), this, QDBusConnection::SubPath);
    }
    ~MockPortal() override
    {
        m_bus.unregisterService(service());
        m_bus.unregisterObject(path(), QDBusConnection::UnregisterTree);
    }
    [[nodiscard]] bool appear() { return m_bus.registerService(service()); }

    /// The call's return.
    void returnHandle(const Call &call, const QString &handle) const
    {
        m_bus.send(call.message.createReply(QVariant::fromValue(QDBusObjectPath(handle))));
    }
    void returnError(const Call &call, const QString &name) const
    {
        m_bus.send(call.message.createErrorReply(name, QStringLiteral("scripted")));
    }
    /// The request's Response signal.
    void respond(const Call &call, const QString &handle, uint code, const QString &uri = {}) const
    {
        QDBusMessage signal = QDBusMessage::createTargetedSignal(
            call.message.service(), handle, QStringLiteral("org.freedesktop.portal.Request"),
            QStringLiteral("Response"));
        QVariantMap results;
        if (!uri.isNull())
            results.insert(QStringLiteral("uri"), uri);
        signal << code << results;
        m_bus.send(signal);
    }

    bool handleMessage(const QDBusMessage &message, const QDBusConnection &) override
    {
        if (message.member() == QLatin1String("Close")) {
            closed.append(message.path());
            return true;
        }
        if (message.member() != QLatin1String("Screenshot") || message.arguments().size() != 2)
            return false;
        message.setDelayedReply(true);
        Call call;
        call.message = message;
        call.parentWindow = message.arguments().at(0).toString();
        call.options = qdbus_cast<QVariantMap>(message.arguments().at(1));
        QString sender = message.service().mid(1);
        sender.replace(QLatin1Char('.'), QLatin1Char('_'));
        call.handle =
            QStringLiteral("%1/request/%2/%3")
                .arg(path(), sender, call.options.value(QStringLiteral("handle_token")).toString());
        calls.append(call);
        if (onScreenshot)
            onScreenshot(call);
        return true;
    }
    [[nodiscard]] QString introspect(const QString &) const override { return {}; }

private:
    static QString service() { return QStringLiteral("org.freedesktop.portal.Desktop"); }
    static QString path() { return QStringLiteral("/org/freedesktop/portal/desktop"); }

    QDBusConnection m_bus;
};

} // namespace vigie
