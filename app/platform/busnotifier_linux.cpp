// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/busnotifier_linux.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>

#include <utility>

namespace vigie {

namespace {

constexpr int kAnswerMs = 5'000;
const QString kService = QStringLiteral("org.freedesktop.Notifications");
const QString kPath = QStringLiteral("/org/freedesktop/Notifications");
const QString kInlineReply = QStringLiteral("inline-reply");

QDBusMessage methodCall(const char *name)
{
    return QDBusMessage::createMethodCall(kService, kPath, kService, QLatin1String(name));
}

} // namespace

BusNotifier::BusNotifier(const QDBusConnection &bus, QSystemTrayIcon *tray, QObject *parent) :
    Notifier(parent), m_bus(bus), m_tray(new TrayNotifier(tray, this))
{
    connect(m_tray, &Notifier::activated, this, &Notifier::activated);
    if (!m_bus.isConnected())
        return;
    const auto listen = [this](const char *signal, const char *slot) {
        m_bus.connect(kService, kPath, kService, QLatin1String(signal), this, slot);
    };
    listen("ActionInvoked", SLOT(actionInvoked(uint,QString)));
    listen("NotificationReplied", SLOT(answered(uint,QString)));
    listen("ActivationToken", SLOT(tokenGiven(uint,QString)));
    listen("NotificationClosed", SLOT(closed(uint,uint)));
    auto *watcher = new QDBusServiceWatcher(kService, m_bus,
                                            QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this, &BusNotifier::serviceGone);
}

/// Another service, if any: its ids and abilities are its own.
void BusNotifier::serviceGone()
{
    m_capabilities.reset();
    m_shown.clear();
}

void BusNotifier::askCapabilities()
{
    if (std::exchange(m_asking, true))
        return;
    auto *watcher =
        new QDBusPendingCallWatcher(m_bus.asyncCall(methodCall("GetCapabilities"), kAnswerMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QStringList> reply = *watcher;
        watcher->deleteLater();
        m_asking = false;
        const QList<Bubble> early = std::exchange(m_early, {});
        if (!reply.isError())
            m_capabilities = reply.value();
        for (const Bubble &bubble : early) {
            if (reply.isError())
                m_tray->show(bubble);
            else
                send(bubble);
        }
    });
}

bool BusNotifier::has(const char *capability) const
{
    return m_capabilities && m_capabilities->contains(QLatin1String(capability));
}

QStringList BusNotifier::actionsOf(const Bubble &bubble) const
{
    if (!has("actions"))
        return {};
    QStringList actions{QStringLiteral("default"), bubble.open};
    if (!bubble.replyHint.isEmpty() && has("inline-reply"))
        actions << kInlineReply << tr("Reply");
    for (const Bubble::Action &action : bubble.actions)
        actions << action.id << action.words;
    return actions;
}

void BusNotifier::show(const Bubble &bubble)
{
    if (!m_bus.isConnected()) {
        m_tray->show(bubble);
        return;
    }
    if (!m_capabilities) {
        // What may be in a bubble is known only then.
        m_early.removeIf([&bubble](const Bubble &one) { return one.key == bubble.key; });
        m_early.append(bubble);
        askCapabilities();
        return;
    }
    send(bubble);
}

void BusNotifier::send(const Bubble &bubble)
{
    Shown &shown = m_shown[bubble.key];
    if (shown.waiting) {
        // Its id is not known yet: sending now would make a second bubble.
        shown.next = bubble;
        shown.unwanted = false;
        return;
    }
    shown.waiting = true;
    // Where the service understands markup, a ticket titled "<img src=...>" must stay words.
    const QString body = has("body-markup") ? bubble.body.toHtmlEscaped() : bubble.body;
    QVariantMap hints{{QStringLiteral("desktop-entry"), QStringLiteral("org.vigie.Vigie")},
                      {QStringLiteral("category"), QStringLiteral("im.received")}};
    if (!bubble.replyHint.isEmpty() && has("inline-reply")) {
        hints.insert(QStringLiteral("x-kde-reply-placeholder-text"), bubble.replyHint);
        hints.insert(QStringLiteral("x-kde-reply-submit-button-text"), tr("Send"));
    }
    QDBusMessage call = methodCall("Notify");
    call << QStringLiteral("Vigie") << shown.id << QStringLiteral("org.vigie.Vigie")
         << bubble.title << body << actionsOf(bubble) << hints << -1;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call, kAnswerMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, bubble] {
        const QDBusPendingReply<uint> reply = *watcher;
        watcher->deleteLater();
        if (reply.isError())
            failed(bubble);
        else
            sent(bubble, reply.value());
    });
}

void BusNotifier::sent(const Bubble &bubble, uint id)
{
    const auto found = m_shown.find(bubble.key);
    if (found == m_shown.end())
        return;
    found->id = id;
    found->waiting = false;
    if (found->unwanted) {
        m_shown.erase(found);
        closeOnService(id);
    } else if (found->next) {
        send(*std::exchange(found->next, std::nullopt));
    }
}

void BusNotifier::failed(const Bubble &bubble)
{
    const Shown shown = m_shown.take(bubble.key);
    m_capabilities.reset();
    if (!shown.unwanted)
        m_tray->show(shown.next ? *shown.next : bubble);
}

void BusNotifier::withdraw(const QString &key)
{
    m_tray->withdraw(key);
    m_early.removeIf([&key](const Bubble &one) { return one.key == key; });
    const auto found = m_shown.find(key);
    if (found == m_shown.end())
        return;
    if (found->waiting) {
        found->unwanted = true;
        found->next.reset();
        return;
    }
    const uint id = found->id;
    m_shown.erase(found);
    closeOnService(id);
}

void BusNotifier::closeOnService(uint id)
{
    QDBusMessage call = methodCall("CloseNotification");
    call << id;
    m_bus.send(call);
}

/// The service tells everybody about every program's bubbles; empty for those of others.
QString BusNotifier::keyOf(uint id) const
{
    for (auto it = m_shown.cbegin(); it != m_shown.cend(); ++it) {
        if (id != 0 && it->id == id)
            return it.key();
    }
    return {};
}

void BusNotifier::tokenGiven(uint id, const QString &token)
{
    if (!keyOf(id).isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
}

void BusNotifier::actionInvoked(uint id, const QString &action)
{
    const QString key = keyOf(id);
    // Where an answer can be typed, its text comes by itself.
    if (key.isEmpty() || action == kInlineReply)
        return;
    Q_EMIT activated(key, action == QLatin1String("default") ? QString() : action);
}

void BusNotifier::answered(uint id, const QString &text)
{
    const QString key = keyOf(id);
    if (!key.isEmpty() && !text.trimmed().isEmpty())
        Q_EMIT replied(key, text);
}

void BusNotifier::closed(uint id, uint)
{
    const QString key = keyOf(id);
    if (key.isEmpty())
        return;
    Shown &shown = m_shown[key];
    if (shown.waiting)
        shown.id = 0; // a newer one is on its way
    else
        m_shown.remove(key);
}

} // namespace vigie
