// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QVariantMap>

namespace vigie {

/// A notification service as its specification describes it, on a bus of the test's own.
class MockNotifications final : public QDBusVirtualObject
{
public:
    struct Call {
        uint replaces = 0;
        QString title;
        QString body;
        QStringList actions;
        QVariantMap hints;
        uint given = 0; ///< the id it was answered with
    };

    QStringList capabilities{QStringLiteral("actions"), QStringLiteral("body"),
                             QStringLiteral("body-markup")};
    QList<Call> calls;
    QList<uint> closed;
    bool broken = false;    ///< Notify answers with an error
    bool thoughtful = false; ///< Notify answers only when answerNow() is called

    explicit MockNotifications(const QDBusConnection &bus) : m_bus(bus)
    {
        m_bus.registerVirtualObject(path(), this, QDBusConnection::SingleNode);
    }
    ~MockNotifications() override
    {
        disappear();
        m_bus.unregisterObject(path());
    }
    [[nodiscard]] bool appear() { return m_bus.registerService(service()); }
    void disappear() { m_bus.unregisterService(service()); }

    void answerNow()
    {
        const QList<QDBusMessage> waiting = std::exchange(m_waiting, {});
        for (const QDBusMessage &message : waiting)
            m_bus.send(message);
    }
    void invoke(uint id, const QString &action) const { tell("ActionInvoked", {id, action}); }
    void giveToken(uint id, const QString &token) const { tell("ActivationToken", {id, token}); }
    void reply(uint id, const QString &text) const { tell("NotificationReplied", {id, text}); }
    void dismiss(uint id) const { tell("NotificationClosed", {id, 2U}); }

    bool handleMessage(const QDBusMessage &message, const QDBusConnection &) override
    {
        if (message.member() == QLatin1String("GetCapabilities")) {
            m_bus.send(message.createReply(capabilities));
            return true;
        }
        if (message.member() == QLatin1String("CloseNotification")) {
            const uint id = message.arguments().value(0).toUInt();
            closed.append(id);
            m_bus.send(message.createReply());
            tell("NotificationClosed", {id, 3U});
            return true;
        }
        if (message.member() != QLatin1String("Notify") || message.arguments().size() != 8)
            return false;
        if (broken) {
            m_bus.send(message.createErrorReply(QDBusError::Failed, QStringLiteral("scripted")));
            return true;
        }
        const QVariantList sent = message.arguments();
        Call call;
        call.replaces = sent.at(1).toUInt();
        call.title = sent.at(3).toString();
        call.body = sent.at(4).toString();
        call.actions = sent.at(5).toStringList();
        call.hints = qdbus_cast<QVariantMap>(sent.at(6));
        call.given = call.replaces != 0 ? call.replaces : ++m_last;
        calls.append(call);
        const QDBusMessage answer = message.createReply(call.given);
        if (thoughtful)
            m_waiting.append(answer);
        else
            m_bus.send(answer);
        return true;
    }
    [[nodiscard]] QString introspect(const QString &) const override { return {}; }

private:
    static QString service() { return QStringLiteral("org.freedesktop.Notifications"); }
    static QString path() { return QStringLiteral("/org/freedesktop/Notifications"); }

    void tell(const char *signal, const QVariantList &arguments) const
    {
        QDBusMessage message =
            QDBusMessage::createSignal(path(), service(), QLatin1String(signal));
        message.setArguments(arguments);
        m_bus.send(message);
    }

    QDBusConnection m_bus;
    QList<QDBusMessage> m_waiting;
    uint m_last = 40; ///< other programs had bubbles before
};

} // namespace vigie
